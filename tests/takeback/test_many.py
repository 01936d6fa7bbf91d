"""Edits of every kind at many places, chosen by no one: each is told, and nothing else."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import etree
from tests.takeback.taking import DOCUMENT, base, changes, project
from tests.takeback.word_edits import ANNA, BO, W, Who, WordFile, paragraphs, run_like, text

from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.paper.folding import folded
from avtalsgen.takeback.paper.lines import PaperLine, PaperSpan
from avtalsgen.takeback.paper.sections import PaperSection

NEW = {
    "belopp": "1 234 kronor",
    "pris": "1 234,50 kronor",
    "datum": "5 maj 2028",
    "varaktighet": "nio månader",
    "heltal": "17",
    "antal": "17",
    "sluttid": "till och med den 3 juni 2029",
    "år": "2031",
    "text": "nytt ord här",
    "spann": "3–9",
    "lista": "ett, två och tre",
}
"""What is typed in the place of a fact, by its type."""
SILENT: tuple[Who | None, ...] = (None, ANNA)
WHO = {None: "silent", ANNA: "tracked"}


@cache
def lines() -> list[tuple[PaperSection, PaperLine]]:
    """Return the lines of what was sent with their sections, cover and tables aside."""
    sections = base(*DOCUMENT).sent.sections
    return [(s, line) for s in sections if not s.part for line in s.every_line if not line.is_row]


def leaves() -> list[PaperSection]:
    """Return the sections that have none below them."""
    return [s for s in base(*DOCUMENT).sent.sections if s.heading and s.level == 2 and s.anchor]


@cache
def facts_of_it() -> FactBook:
    """Return what the facts of the document may become."""
    return FactBook(base(*DOCUMENT).lookup, project().parameters, knowledge_of(project()).words)


def facts() -> Iterator[tuple[PaperLine, PaperSpan, str]]:
    """Yield a place of each fact that may be changed where it is printed, and what is typed."""
    book = facts_of_it()
    seen = set()
    for _, line in lines():
        for span in line.spans:
            parameter = book.parameter(span.path)
            fits = span.kind in ("value", "gap") and not book.why_not(span.path)
            if fits and span.path not in seen and parameter and parameter.type in NEW:
                seen.add(span.path)
                yield line, span, NEW[parameter.type]


def where(file: WordFile, line: PaperLine) -> etree._Element:
    """Return the paragraph of a line."""
    for node in file.body.iter(f"{W}p"):
        style = node.find(f"{W}pPr/{W}pStyle")
        listed = style is not None and style.get(f"{W}val", "").startswith("Innehall")
        if not listed and folded(text(node)).text == line.words:
            return node
    raise LookupError(line.words)


def words() -> list[tuple[PaperLine, str]]:
    """Return a word in every fourth line, none that is a part of a fact."""
    chosen = []
    for section, line in lines()[::4]:
        taken = [line.text[line.fold.places[s.start] :][: s.end - s.start] for s in line.spans]
        for word in re.findall(r"\w{5,}", line.text):
            alone = len(re.findall(rf"\b{word}\b", line.text)) == 1 == line.text.count(word)
            if alone and not any(word in each for each in taken) and line is not section.heading:
                chosen.append((line, word))
                break
    return chosen


def test_a_fact_typed_over_is_a_value() -> None:
    """In one file are facts of different lines and words, so that each is a change of its own."""
    rounds: list[tuple[set[str], list[tuple[PaperLine, PaperSpan, str]]]] = []
    for line, span, new in facts():
        touched = {line.words, line.words[span.start : span.end]}
        free = next((each for each in rounds if not touched & each[0]), None)
        if free is None:
            free = (set(), [])
            rounds.append(free)
        free[0].update(touched)
        free[1].append((line, span, new))
    assert sum(len(places) for _, places in rounds) > 30
    for _, places in rounds:
        _typed_over(places)


def _typed_over(places: list[tuple[PaperLine, PaperSpan, str]]) -> None:
    def edit(file: WordFile) -> None:
        for line, span, new in places:
            node = where(file, line)
            start = line.fold.places[span.start]
            old = line.text[start : line.fold.places[span.end - 1] + 1]
            if text(node).count(old) == 1:
                file.replace(old, new, node)
            else:
                head = line.text[max(0, start - 12) : start]
                file.replace(head + old, head + new, node)

    told = changes(edit)
    paths = [("värde", span.path) for _, span, _ in places]
    wrong = set(paths) ^ {(c["kind"], c["path"]) for c in told}
    assert (wrong, len(told)) == (set(), len(places))


@pytest.mark.parametrize("who", SILENT, ids=WHO.get)
@pytest.mark.parametrize("how", ["put in", "taken out", "another"])
def test_a_word_is_a_deviation_wherever_it_stands(how: str, who: Who | None) -> None:
    chosen = words()[who is None :: 2]
    assert len(chosen) > 5

    def edit(file: WordFile) -> None:
        for line, word in chosen:
            node = where(file, line)
            if how == "put in":
                run = next(r for r in node.iter(f"{W}r") if word in text(r))
                added = run_like(run, f" tillägg{word} ")
                run.addnext(added if who is None else file.marked("ins", who, added))
                continue
            new = f"ersatt{word}" if how == "another" else ""
            if who is None:
                file.replace(word, new, node)
            else:
                file.track(word, new, who, node)

    told = changes(edit)
    assert {(c["kind"], c["tracked"]) for c in told} == {("avvikelse", who is not None)}, told
    forms = {"put in": ("", "tillägg{}"), "taken out": ("{}", ""), "another": ("{}", "ersatt{}")}
    was, came = forms[how]
    pairs = sorted((str(c["old"]).strip(), str(c["new"]).strip()) for c in told)
    assert pairs == sorted((was.format(word), came.format(word)) for _, word in chosen)


@pytest.mark.parametrize("who", SILENT, ids=WHO.get)
def test_a_section_is_struck_wherever_it_stands(who: Who | None) -> None:
    assert len(leaves()) > 8
    for turn in range(2):
        struck = leaves()[turn + 2 * (who is None) :: 4]

        def edit(file: WordFile, struck: list[PaperSection] = struck) -> None:
            for section in struck:
                nodes = file.section(section.anchor)
                if who is None:
                    for node in nodes:
                        file.body.remove(node)
                else:
                    file.delete_whole(list(paragraphs(nodes)), who)

        told = changes(edit)
        assert [("struken", section.anchor) for section in struck] == [
            (c["kind"], c["anchor"]) for c in told
        ], told


@pytest.mark.parametrize("who", SILENT, ids=WHO.get)
@pytest.mark.parametrize("level", [1, 2])
def test_a_new_section_is_new_wherever_it_stands(level: int, who: Who | None) -> None:
    places = leaves()[level % 2 + 2 * (who is None) :: 4]

    def edit(file: WordFile) -> None:
        for place, section in enumerate(places):
            heading = file.section(section.anchor)[0]
            for said, style in (
                (f"Vite {place}", f"Rubrik{level}"),
                (f"Vite nummer {place} tas ut.", "Normal"),
            ):
                heading.addprevious(file.new(said, style, who))

    told = changes(edit)
    assert [("ny", f"Vite {n}\nVite nummer {n} tas ut.") for n in range(len(places))] == [
        (c["kind"], c["new"]) for c in told
    ], told


@pytest.mark.parametrize("lost", [False, True], ids=["marked", "marks lost"])
def test_a_section_is_moved_wherever_it_goes(lost: bool) -> None:
    sections = leaves()
    for place, section in list(enumerate(sections))[lost::3]:
        target = sections[(place + 4) % len(sections)]

        def edit(
            file: WordFile, section: PaperSection = section, target: PaperSection = target
        ) -> None:
            nodes = file.section(section.anchor)
            before = file.section(target.anchor)[0]
            for node in nodes:
                before.addprevious(node)
            if lost:
                file.without_marks(nodes)

        assert [c["kind"] for c in changes(edit)] == ["flyttad"], section.anchor


@pytest.mark.parametrize(
    ("look", "kind"),
    [("b", "format"), ("i", "format"), ("vanish", "avvikelse"), ("color=FFFFFF", "avvikelse")],
)
def test_looks_are_told_wherever_they_are(look: str, kind: str) -> None:
    chosen = words()[::3]

    def edit(file: WordFile) -> None:
        for line, word in chosen:
            file.look(line.text[: line.text.index(word) + len(word)][-25:], look)

    told = changes(edit)
    assert [c["kind"] for c in told] == [kind] * len(chosen), told


def test_comments_are_told_wherever_they_are() -> None:
    for line, word in words()[::5]:

        def edit(file: WordFile, line: PaperLine = line, word: str = word) -> None:
            file.comment(line.text[: line.text.index(word) + len(word)][-25:], "Är det rätt?", BO)

        told = changes(edit)
        assert [(c["kind"], c["author"]) for c in told] == [("kommentar", "Bo Berg")], told


@pytest.mark.parametrize(
    ("typed", "kronor"),
    [
        *(("500 kr.", 500), ("SEK 500", 500), ("500:-", 500), ("1.250.000 kronor", 1_250_000)),
        *(("20 mnkr", 20_000_000), ("2,5 miljoner kronor", 2_500_000), ("3 tkr", 3_000)),
        *(("500 euro", None), ("USD 500", None), ("3 miljoner euro", None)),
    ],
)
def test_a_sum_is_read_as_people_write_it(typed: str, kronor: int | None) -> None:
    """Its units are those of the register; another currency is no sum of ours."""
    fact = facts_of_it().parsed("ersättning.belopp", typed, "4 093 284 kronor")
    assert (fact.told if fact else None) == kronor


@pytest.mark.parametrize(
    ("said", "meant"), [("Ja", True), ("ja", True), ("JA.", True), ("Nej", False)]
)
def test_a_question_is_answered_as_people_write(said: str, meant: bool) -> None:
    def edit(file: WordFile) -> None:
        node = file.paragraph("Har nämnden av särskilda skäl")
        line = text(node)
        file.replace(line[line.index("....") :], said, node)

    (told,) = changes(edit)
    assert (told["kind"], told["path"]) == ("värde", "insatsbeslut.utan_identitet")
    assert (told["old"], told["new"]) == (None, meant)
