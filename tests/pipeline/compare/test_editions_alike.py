"""Two editions of ours with the same words, of which one has some in bold, are not alike."""

from pathlib import Path

import pytest
from tests.workspace import WHOLE

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
