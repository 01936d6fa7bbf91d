"""The dictionary is the one that was published, and a check does without it and says so once."""

import base64
import hashlib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.check.rule_cases import TODAY

from avtalsgen.cli.commands import check_command
from avtalsgen.pipeline.check import checking
from avtalsgen.pipeline.check.checking import CheckOrder, check_documents
from avtalsgen.pipeline.lore.dictionary import dictionary_folder, swedish_dictionary

WRONG = "Utföraren lämnar statsitik. Utföraren rapporterar. Utförraen redovisar.\n"


def test_the_dictionary_is_as_its_package_has_it_and_free_to_use() -> None:
    package = distribution("hunspell-sv")
    assert package.metadata["License-Expression"] == "LGPL-3.0-only"
    read = [file for file in package.files or () if file.name in ("sv_SE.dic", "sv_SE.aff")]
    assert len(read) == 2
    for file in read:
        assert file.hash
        assert Path(str(file.locate())).resolve().parent == dictionary_folder()
        digest = hashlib.new(file.hash.mode, file.read_binary()).digest()
        assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == file.hash.value


def test_words_of_agreements_are_known_and_slips_are_not() -> None:
    knows = swedish_dictionary()
    assert knows is not None
    words = ("utföraren", "verksamhetsberättelse", "kommunstyrelsen", "uppsägningstid")
    assert all(map(knows, words))
    assert not any(map(knows, ("utförraen", "verksamhetsberätelse", "komunstyrelsen")))


def test_without_the_dictionary_a_check_knows_only_the_words_of_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    order = CheckOrder(("a.md",), TODAY)
    codes = {remark.code for remark in check_documents(order, tmp_path).remarks}
    monkeypatch.setattr(checking, "swedish_dictionary", lambda: None)
    without = {remark.code for remark in check_documents(order, tmp_path).remarks}
    assert {"SP16", "SN05"} <= codes
    assert "SN05" not in without


def test_that_there_is_no_dictionary_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("Utföraren rapporterar varje år.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(check_command, "dictionary_folder", lambda: None)
    said = CliRunner().invoke(check_command.command, ["a.md", "b.md"]).stderr
    assert said.count("stavning") == 1
