"""Laws of tillägg over random changes, held against an outline worked by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assemble.tillagg.small import built, codes, own, tillagg

from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Document, Emphasis, Paragraph, Reference
from avtalsgen.model.walk import leaves, runs, sections

TEXTS = ("2/ny.md", "1/ett.md", "1/två-ett.md")
ANCHORS = ("ett", "tva", "tva-ett", "tva-tva", "ersattning", "ny-1", "ny-2", "ny-3")
DAYS = ("2021-01-01", "2021-02-01", "2021-03-01")


@dataclass
class Outline:
    """What a person would do with pen and paper: anchors in order, each under another."""

    order: list[str] = field(
        default_factory=lambda: ["ett", "tva", "tva-ett", "tva-tva", "ersattning", "tvist"]
    )
    under: dict[str, str] = field(default_factory=lambda: {"tva-ett": "tva", "tva-tva": "tva"})
    words: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def family(self, anchor: str) -> list[str]:
        return [each for each in self.order if each == anchor or anchor in self.above(each)]

    def above(self, anchor: str) -> list[str]:
        parent = self.under.get(anchor)
        return [parent, *self.above(parent)] if parent else []

    def do(self, change: tuple[str, str, str, str]) -> bool:
        """Return whether a change could be made, once it is made."""
        what, target, new, text = change
        if target not in self.order or target in self.gone:
            return False
        match what:
            case "ersätter":
                self.words[target] = text
            case "upphäver":
                self.order = [e for e in self.order if e == target or e not in self.family(target)]
                self.gone.add(target)
            case "under" if new not in self.order:
                self.order.insert(self.order.index(self.family(target)[-1]) + 1, new)
                self.under[new] = target
                self.words[new] = text
            case _:
                return False
        return True


def written(change: tuple[str, str, str, str]) -> str:
    what, target, new, text = change
    if what == "ersätter":
        return f"{{ersätter: {target}, med: {{rubrik: Nytt, text: {text}}}}}"
    if what == "upphäver":
        return f"{{upphäver: {target}}}"
    return f"{{lägger_till: {{rubrik: Nytt, ankare: {new}, text: {text}}}, under: {target}}}"


changes = st.tuples(
    st.sampled_from(("ersätter", "upphäver", "under")),
    st.sampled_from(ANCHORS),
    st.sampled_from(("ny-1", "ny-2", "ny-3")),
    st.sampled_from(TEXTS),
)
histories = st.lists(st.lists(changes, min_size=1, max_size=3), min_size=1, max_size=3)


def one_of(change: tuple[str, str, str, str]) -> str:
    """Return the section that a change is of, which no other may be of on the same day."""
    return change[2] if change[0] == "under" else change[1]


def possible(history: list[list[tuple[str, str, str, str]]]) -> list[list[str]]:
    """Return the changes of each tillägg that can be made, written; each target once a day."""
    outline, files = Outline(), []
    for each in history:
        touched: set[str] = set()
        lines = []
        for change in each:
            if one_of(change) not in touched and outline.do(change):
                touched.add(one_of(change))
                lines.append(written(change))
        files.append(lines)
    return files


def files(history: list[list[str]], names: list[int]) -> Mapping[str, str]:
    return {
        f"uppdrag/prov/tillagg-{name}.yaml": tillagg("\n".join(lines), number=n, start=day)
        for n, (lines, name, day) in enumerate(zip(history, names, DAYS, strict=False), start=1)
        if lines
    }


def said(document: Document) -> list[tuple[str, str, list[str]]]:
    """Return anchor, heading and words of each section, without notes and numbers."""
    return [
        (each.anchor, plain.text(each.heading), unnoted(own(each)))
        for each in sections(document)
        if each.anchor != "konsoliderad-lydelse"
    ]


def unnoted(lines: list[str]) -> list[str]:
    first = ("Tillagt genom", "Ersatt genom", "Ändrat genom", "Upphävt genom")
    return [line for line in lines if not line.startswith(first)]


@settings(max_examples=60, deadline=None)
@given(histories)
def test_a_day_is_the_base_with_every_change_made_by_hand_in_order(
    history: list[list[tuple[str, str, str, str]]],
) -> None:
    done = possible(history)
    document, problems = built(f"1:{DAYS[len(done) - 1]}", files(done, [1, 2, 3]))
    outline = Outline()
    for each in history:
        touched: set[str] = set()
        for change in each:
            if one_of(change) not in touched and outline.do(change):
                touched.add(one_of(change))
    assert {code for code in codes(problems)} <= {"TI10", "DI05"}
    assert [anchor for anchor, _, _ in said(document)] == outline.order
    for anchor, heading, lines in said(document):
        if anchor in outline.gone:
            assert lines == []
        elif anchor in outline.words:
            assert heading == "Nytt"
            assert lines[0].startswith(
                {"2/ny.md": "Ny text", "1/ett.md": "Ett om"}.get(outline.words[anchor], "Två ett")
            )


@settings(max_examples=40, deadline=None)
@given(histories, st.permutations([1, 2, 3]))
def test_the_order_of_the_files_does_not_matter(
    history: list[list[tuple[str, str, str, str]]], names: list[int]
) -> None:
    done = possible(history)
    day = f"1:{DAYS[-1]}"
    assert said(built(day, files(done, [1, 2, 3]))[0]) == said(built(day, files(done, names))[0])


@settings(max_examples=40, deadline=None)
@given(histories)
def test_a_tillagg_prints_the_words_that_are_worked_in(
    history: list[list[tuple[str, str, str, str]]],
) -> None:
    """But for the numbers of sections, which each document has of its own."""
    done = possible(history)
    whole = files(done, [1, 2, 3])
    for number, (lines, day) in enumerate(zip(done, DAYS, strict=False), start=1):
        if not lines:
            continue
        printed, _ = built(f"tillagg-{number}", whole)
        worked_in, _ = built(f"1:{day}", whole)
        in_base = {each.anchor: each for each in sections(worked_in)}
        (changed,) = (each for each in printed.sections if each.anchor == "andras")
        assert changed.sections
        for section in changed.sections:
            if section.anchor not in in_base or "upphävs" in plain.text(section.heading):
                continue
            assert told(section.blocks[1:]) == told(_unnoted(in_base[section.anchor].blocks))


def _unnoted(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        block
        for block in blocks
        if not (isinstance(block, Paragraph) and isinstance(block.content[0], Emphasis))
    )


def told(blocks: tuple[Block, ...]) -> list[str]:
    return [
        "".join(leaf.anchor if isinstance(leaf, Reference) else getattr(leaf, "text", "\n"))
        for block in blocks
        for content in runs(block)
        for leaf in leaves(content)
    ]
