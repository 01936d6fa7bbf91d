"""Two versions of a document to what differs, and to the files that show it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Final, Literal

from avtalsgen.compare.align.alignment import Alignment, aligned
from avtalsgen.compare.duties.parties import folding_between
from avtalsgen.model.comparison import Comparison, Weight
from avtalsgen.pipeline.compare.beside import Bare, without_what_is_beside
from avtalsgen.pipeline.compare.opening import opened_pair
from avtalsgen.pipeline.compare.size import measured, refuse_too_different
from avtalsgen.pipeline.compare.views import VIEWS, ComparisonShown, Earlier, Pair, contents
from avtalsgen.pipeline.output.delivery import Delivery, Refusal
from avtalsgen.pipeline.output.views import Content, by_suffix, chosen
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.pipeline.workspace.house import House, house_of
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.docx.faults import UNSETTLED
from avtalsgen.readers.reading import Tracked
from avtalsgen.records import dataclass

_FOREIGN: Final = Refusal(
    "JF20",
    "finns redan och är inte en jämförelse som vi har skrivit",
    "välj ett annat namn med --out, eller skriv över den med --force",
)
Told = Literal["json", "terminal", "stat", "files"]
"""How the outcome is told beside the files: as JSON, on a screen, as totals, or not at all."""
_NAME = re.compile(r"[^\w.@-]+")


@dataclass(frozen=True, slots=True)
class DiffOrder:
    """What is to be compared, and what is to be made of it.

    `formats` are those that are files. `out` is the name of the file, or what the names of
    several begin with; without it they are named after the two documents, in the folder where
    the user stands. `moment` is ISO 8601 in UTC, or empty.
    """

    old: str
    new: str
    formats: tuple[str, ...] = ()
    out: Path | None = None
    tracked: Earlier = "keep"
    author: str = "avtalsgen"
    moment: str = ""
    only: Weight | None = None
    profile: str = ""
    force: bool = False
    duties: bool = False
    told: Told = "json"

    @property
    def shows_top(self) -> bool:
        """Whether any view shows what matters most; a Word redline shows only the marks."""
        return self.told in ("json", "terminal") or bool(set(self.formats) - {"docx"})

    @property
    def shows_duties(self) -> bool:
        """Whether any view shows who must do what; a web page has it folded away."""
        return self.duties or self.told == "json" or "html" in self.formats

    @property
    def stem(self) -> str:
        """What the files are called where nobody says."""
        return f"jamforelse-{_stem(self.old)}-{_stem(self.new)}"

    def paths(self) -> dict[str, Path]:
        """Return where each format goes."""
        out = self.out or Path(self.stem)
        if self.out and len(self.formats) == 1:
            return {self.formats[0]: out}
        stem = out.with_suffix("") if by_suffix(VIEWS, out) else out
        return {
            name: stem.with_name(stem.name + chosen(VIEWS, name).suffix) for name in self.formats
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """What differs, the files that were written, and what is to be told beside."""

    compared: Callable[[], Comparison]
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    marks: int = 0
    """Tracked changes in the Word redline, if one was asked for."""
    moves: int = 0
    has_other_words: bool = False
    """It is known without comparing them: a Word redline alone asks for no more."""

    @property
    def comparison(self) -> Comparison:
        """What differs, worked out when first asked."""
        return self.compared()

    @property
    def same(self) -> bool:
        """Return whether nothing differs; the verdict is that of the comparison in every format.

        A Word redline gives either file back to the letter, so it marks characters that programs
        swap too; they are no difference.
        """
        return not self.has_other_words and self.comparison.same


def diff(order: DiffOrder, here: Path) -> Outcome:
    """Return what differs between the two documents of `order`, its files written.

    Nothing is written unless everything can be. A file that is there and is not as a
    comparison left it is not written over, unless the order forces it.

    Raises:
        AvtalsgenError: one of the documents cannot be opened; JF25 it says too much; JF20 a file
            is somebody else's; as the formats, and as `Delivery.put`.
    """
    Delivery(tuple(order.paths().values()), _FOREIGN, order.force).refuse_changed()
    outcome, made = _drawn(order, here)
    written = put_drawn(order, {name: content.data for name, content in made.items()})
    return replace(outcome, files=written)


def put_drawn(order: DiffOrder, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the formats of a comparison, and return where they are.

    Raises:
        AvtalsgenError: JF20 a file is somebody else's; as `Delivery.put`.
    """
    paths = order.paths()
    written = {paths[name]: data for name, data in files.items()}
    Delivery(tuple(written), _FOREIGN, order.force).put(written)
    return tuple(written)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What differs, and the formats that were asked for, as bytes; it can be pickled."""

    comparison: Comparison
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    same: bool


def drawn(order: DiffOrder, here: Path) -> Drawn:
    """Return what differs and each format of `order`; nothing is written.

    Raises:
        AvtalsgenError: as `diff`, but for what stands where files go.
    """
    outcome, made = _drawn(order, here)
    files = {name: content.data for name, content in made.items()}
    return Drawn(outcome.comparison, files, outcome.problems, outcome.same)


def _drawn(order: DiffOrder, here: Path) -> tuple[Outcome, Mapping[str, Content]]:
    house = house_of(here, order.profile)
    knowledge = house.knowledge
    read: Tracked = "accept" if order.tracked == "keep" else order.tracked
    old, new = opened_pair(here, (order.old, order.new), knowledge.page, read)
    refuse_too_different(*(measured(opened.document, opened.source) for opened in (old, new)))
    bare = without_what_is_beside(old, new)
    body = aligned(bare.old, bare.new, folding_between(bare.old, bare.new, knowledge).said)
    pair = Pair(old, new, body.of(old.document, new.document), order.tracked)
    compared = cache(partial(_compared, bare, body, pair, house, order))
    shown = ComparisonShown(
        compared,
        pair,
        house,
        order.author,
        order.moment,
        order.only,
        order.duties,
    )
    made = contents(shown, order.formats)
    told = (problem for content in made.values() for problem in content.problems)
    outcome = Outcome(
        compared,
        (),
        (*_told(old, order.tracked), *_told(new, order.tracked), *bare.problems, *told),
        sum(content.marks for content in made.values()),
        sum(content.moves for content in made.values()),
        not _is_rowed(pair) and body.has_other_words,
    )
    return outcome, made


def _compared(
    bare: Bare,
    body: Alignment,
    pair: Pair,
    house: House,
    order: DiffOrder,
) -> Comparison:
    """Return what differs between two documents as they are compared, and beside their words."""
    from avtalsgen.compare.compare import compare  # a Word redline alone never asks
    from avtalsgen.pipeline.compare.other import other_than_words

    suffixes = {pair.old.suffix, pair.new.suffix}
    comparison = compare(
        bare.old,
        bare.new,
        house.knowledge,
        body=body,
        old_source=pair.old.source,
        new_source=pair.new.source,
        paged=not suffixes & _PAGELESS,
        linked=len(suffixes) == 1 and suffixes <= _LINKED,
        rowed=_is_rowed(pair),
        top=order.shows_top,
        duties=order.shows_duties,
        agreed=(pair.old.owed, pair.new.owed),
    )
    told = replace(comparison, comments=bare.comments)
    return replace(told, other=other_than_words(pair, bare, house, same=told.same))


def _is_rowed(pair: Pair) -> bool:
    return bool({pair.old.suffix, pair.new.suffix} & _ROWED)


def _told(opened: Opened, tracked: Earlier) -> tuple[Problem, ...]:
    """Return what is told of a document; that an uppdrag is not ready is no fault of a comparison.

    So yesterday's draft can be compared with today's. That changes are not settled is told while
    nobody has said how they are read.
    """
    errors = [problem for problem in opened.problems if problem.severity is Severity.ERROR]
    if not errors or opened.data is not None:
        hint = "välj hur de läses med --tracked accept, reject eller marked"
        return tuple(
            replace(each, hint=hint) if each.code == UNSETTLED.code else each
            for each in opened.problems
            if tracked == "keep" or each.code != UNSETTLED.code
        )
    message = f"{opened.source} är inte färdigt ({len(errors)} fel) och jämförs som det är"
    hint = f"avtalsgen build {opened.source} visar vad som fattas"
    return (Problem("JF22", message, severity=Severity.WARNING, hint=hint),)


def _stem(name: str) -> str:
    """Return what a document is called in the name of a file, without folder and suffix."""
    path, separator, revision = name.partition("@")
    stem = Path(path).name if separator and not Path(path).suffix else Path(path).stem
    return _NAME.sub("-", f"{stem}{separator}{revision}").strip("-.")


_PAGELESS = frozenset({".txt", ".text", ".md", ".markdown"})
"""Formats that have no pages, and so nothing at the head and foot of them."""
_LINKED = frozenset({".yaml", ".md", ".markdown", ".docx"})
"""Formats that keep every link, whatever program wrote the file."""
_ROWED = frozenset({".txt", ".text", ".pdf"})
"""Formats that tell rows, and leave it to a reader which of them end a paragraph."""
