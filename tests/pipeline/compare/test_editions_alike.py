"""An edition of ours is like another, or a file, only where both print the same."""

from pathlib import Path

import pytest
from tests.pipeline.verify import desk
from tests.pipeline.verify.altered.changes import SUM, D, altered, replaced
from tests.workspace import WHOLE

from avtalsgen.model.comparison import Comparison
from avtalsgen.pipeline.compare.diff import DiffOrder, diff


@pytest.mark.parametrize(("words", "alike"), [("tvist", True), ("**tvist**", False)])
def test_bold_in_one_edition_alone_is_told(words: str, alike: bool, tmp_path: Path) -> None:
    for path, text in WHOLE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "clauses/tvist/1.md").write_text(
        WHOLE["clauses/tvist/1.md"] + "\nEn tvist löses av parterna.\n", encoding="utf-8"
    )
    (tmp_path / "clauses/tvist/2.md").write_text(
        WHOLE["clauses/tvist/1.md"] + f"\nEn {words} löses av parterna.\n", encoding="utf-8"
    )
    uppdrag = next(path for path in WHOLE if path.startswith("uppdrag/prov/"))
    text = WHOLE[uppdrag].replace("[ersattning@1, tvist@1]", "[ersattning@1, tvist@2]")
    assert "tvist@2" in text
    (tmp_path / "uppdrag/prov/2.yaml").write_text(text, encoding="utf-8")
    assert diff(DiffOrder("prov@1", "prov@2"), tmp_path).comparison.same is alike


def beside_the_edition(data: bytes, name: str, folder: Path) -> Comparison:
    """Return what differs between the edition that the desk has built and a file of it."""
    (folder / name).write_bytes(data)
    return diff(DiffOrder("prov", str(folder / name), told="files"), desk.workspace()).comparison


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_an_edition_is_like_the_file_that_is_built_of_it(form: str, tmp_path: Path) -> None:
    assert beside_the_edition(desk.built(form), f"a.{form}", tmp_path).same


@pytest.mark.parametrize("look", ["<w:dstrike/>", '<w:color w:val="FFFFFF"/>'])
def test_a_file_with_the_words_of_an_edition_that_shows_them_otherwise_is_told(
    look: str, tmp_path: Path
) -> None:
    data = altered(replaced(D, SUM, SUM.replace("<w:r>", f"<w:r><w:rPr>{look}</w:rPr>")))
    comparison = beside_the_edition(data, "a.docx", tmp_path)
    assert not any(pair.differs for pair in comparison.sections)
    assert not comparison.same
