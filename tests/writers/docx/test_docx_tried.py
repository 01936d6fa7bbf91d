"""The template that comes with the program is tried out here, and so not again for a document."""

import hashlib
from pathlib import Path

import pytest
from tests import sample

from avtalsgen.writers.docx import package
from avtalsgen.writers.docx.template import probe
from avtalsgen.writers.render import Render

SHELL = (Path(__file__).parents[3] / "clauses/profil/mall.docx").read_bytes()


def test_our_own_template_is_the_one_that_was_tried() -> None:
    package._try_out(SHELL)
    assert hashlib.sha256(SHELL).hexdigest() == probe.TRIED


def test_another_one_is_tried_before_a_document_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[bytes] = []
    monkeypatch.setattr(package, "_try_out", tried.append)
    for shell in (SHELL, SHELL + b"\0"):
        package.write_docx(sample.document(), Render(sample.PROFILE, shell))
    assert tried == [SHELL + b"\0"]
