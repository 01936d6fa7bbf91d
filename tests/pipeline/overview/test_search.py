"""Words are met in every form, where they stand, in what holds and in what does not."""

from datetime import date
from pathlib import Path

import pytest
from tests.pipeline.overview.test_overview import DAY, FIRST, workspace

from avtalsgen.pipeline.overview import search as module
from avtalsgen.pipeline.overview.search import SearchIndex, index_of, search

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def whole() -> SearchIndex:
    return index_of(ROOT, DAY)


def _shown(index: SearchIndex, question: str) -> list[str]:
    groups = search(index, question).groups
    return ["".join(text for text, _ in hit.pieces) for group in groups for hit in group.hits]


def test_a_word_is_met_in_its_forms(tmp_path: Path) -> None:
    index = index_of(workspace(tmp_path, {}), DAY)
    for question in ("tvist", "tvister", "TVISTERNA"):
        answer = search(index, question)
        assert answer.count == 3
        (document, clause) = answer.groups
        assert [hit.passage.place for hit in document.hits] == ["2 Tvist", "2 Tvist"]
        assert document.hits[1].pieces == (
            ("", False),
            ("Utföraren löser ", False),
            ("tvister", True),
            (" enligt avsnitt\u00a01.", False),
            ("", False),
        )
        assert (clause.document.kind, clause.document.slug) == ("klausul", "tvist")


def test_all_words_stand_in_one_passage(tmp_path: Path) -> None:
    index = index_of(workspace(tmp_path, {}), DAY)
    assert search(index, "utförare tvist").count == 2
    assert search(index, "ersättning tvist").count == 0
    assert search(index, '"löser tvister"').count == 2
    assert search(index, '"tvister löser"').count == 0
    for nothing in ("", "  ", "…", '""'):
        assert search(index, nothing).groups == ()


def test_a_part_of_a_longer_word_is_met(whole: SearchIndex) -> None:
    assert any("uppsägningstid" in text for text in _shown(whole, "uppsägning"))


def test_what_holds_is_told_and_comes_first(whole: SearchIndex) -> None:
    answer = search(whole, "klagomål")
    assert 0 < answer.holding < answer.count
    assert [group.document.holds for group in answer.groups] == sorted(
        (group.document.holds for group in answer.groups), reverse=True
    )
    holding = search(whole, "klagomål", only_holding=True)
    assert all(group.document.holds for group in holding.groups)
    assert sum(len(group.hits) for group in holding.groups) == answer.holding


def test_every_hit_shows_its_word(whole: SearchIndex) -> None:
    for group in search(whole, "nämnden").groups:
        for hit in group.hits:
            assert any(is_word for _, is_word in hit.pieces)
            shown = "".join(text for text, _ in hit.pieces).strip("… ")
            assert shown in hit.passage.words


def test_only_what_has_changed_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(tmp_path, {"uppdrag/annan/1.yaml": FIRST})
    before = index_of(root, DAY)
    read: list[str] = []
    of_uppdrag = module._of_uppdrag

    def counted(project: object, slug: str, day: date) -> object:
        read.append(slug)
        return of_uppdrag(project, slug, day)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_of_uppdrag", counted)
    assert index_of(root, DAY, before) == before
    assert read == []
    (root / "uppdrag/annan/1.yaml").write_text(FIRST.replace("Prov", "Nytt"), "utf-8")
    now = index_of(root, DAY, before)
    assert read == ["annan"]
    assert search(now, "nytt").count == search(index_of(root, DAY), "nytt").count == 1


def test_a_clause_is_read_with_its_facts_in_brackets(tmp_path: Path) -> None:
    index = index_of(workspace(tmp_path, {}), DAY)
    assert "[utföraren] löser tvister enligt [ersattning]." in _shown(index, "tvister")
