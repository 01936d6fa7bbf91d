"""Two Word files to one redline that is proven right, or a reason why there is none."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from avtalsgen.compare.align.kept import lost_line
from avtalsgen.ooxml.intake.limits import REDLINE
from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import Way, count_marks, is_tracked
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.redline.options import Options, Redlined
from avtalsgen.redline.package.earlier_marks import CannotKeepError, EarlierMarks, marked_by
from avtalsgen.redline.package.moment import moment_of
from avtalsgen.redline.package.opened import opened
from avtalsgen.redline.package.package_names import PackageNames
from avtalsgen.redline.package.parts import stories
from avtalsgen.redline.proof.kept import Kept, prove_kept
from avtalsgen.redline.proof.proof import Failure, prove
from avtalsgen.redline.proof.views import FileView, shown, unmarked
from avtalsgen.redline.write.change_marks import OurMarks
from avtalsgen.redline.write.merge import Coarseness
from avtalsgen.redline.write.stories import StoryWriter, UnprovenRedline, taken_in

_OLD, _NEW = "den äldre filen", "den nyare filen"
_ATTEMPTS = 5
"""By the alignment of the documents, by the blocks of the files, twice with blocks that failed
written whole, and in the end all of it."""
_PLAIN = Options()


def word_redline(old: bytes, new: bytes, options: Options = _PLAIN) -> Redlined:
    """Return a copy of `new` in which everything that differs from `old` is a tracked change.

    Law: rejected it says what `old` says, accepted what `new` says, or nothing is returned.
    Equal input gives equal bytes.

    Raises:
        AvtalsgenError: JF01 one of them is no Word file that can be read; JF02 no redline of
            them could be proven.
    """
    try:
        return _redline(old, new, options)
    except UnfitError as error:
        message = f"{error.file}: {error}"
        raise AvtalsgenError([Problem("JF01", message, hint=error.hint)]) from None
    except RecursionError:
        message = "filerna: något i en av dem står inuti något annat för många gånger"
        hint = "spara om den i Word som .docx"
        raise AvtalsgenError([Problem("JF01", message, hint=hint)]) from None


def _redline(old: bytes, new: bytes, options: Options) -> Redlined:
    match options.tracked:
        case "keep":
            return _keeping(old, new, options)
        case "accept" | "reject" as way:
            return _settling(old, new, options, way)
        case _ as unreachable:
            assert_never(unreachable)


def _keeping(old: bytes, new: bytes, options: Options) -> Redlined:
    """Keep the earlier marks of the newer file; where that cannot be proven, accept them."""
    now, _ = opened(new, _NEW, None)
    if not any(is_tracked(now.tree(part)) for part in stories(now)):
        return _settling(old, new, options, "reject")
    try:
        made = _Attempts(old, new, options, ("reject", None)).made()
    except CannotKeepError:
        made = None
    if made is not None:
        return made
    settled = _settling(old, new, options, "accept")
    return replace(settled, problems=(*settled.problems, _NOT_KEPT))


_NOT_KEPT = Problem(
    "JF07",
    "den nyare filens tidigare ändringar kunde inte behållas, och räknas som godkända",
    Severity.WARNING,
    hint="godkänn eller avvisa dem i Word först, och jämför sedan",
    exit=Exit.LOOK,
)


def _settling(old: bytes, new: bytes, options: Options, way: Way) -> Redlined:
    attempts = _Attempts(old, new, options, (way, way))
    made = attempts.made()
    if made is not None:
        return made
    message = f"ingen jämförelse i Word kunde bevisas: {attempts.failures[0]}"
    hint = "jämför i ett annat format, som html"
    raise AvtalsgenError([Problem("JF02", message, hint=hint)])


class _Attempts:
    """Attempts at a redline of two files, each coarser than the one before."""

    def __init__(
        self, old: bytes, new: bytes, options: Options, ways: tuple[Way, Way | None]
    ) -> None:
        """Let `ways` be what becomes of earlier marks; those of the newer file may be kept."""
        self._files, self._ways = (old, new), ways
        before, now, told = self._opened()
        self._fresh: list[Package] = [before, now]
        """As opened, for the first attempt: views look and do not touch. Then they are let go, as
        the trees of both are most of what is held in memory."""
        self._options = replace(options, date=options.date or moment_of(now))
        self._told = told
        names = PackageNames(before), PackageNames(now)
        names[0].label_like(names[1])
        self._old, self._new = (
            FileView(before, "accept", names[0]),
            FileView(now, "accept", names[1]),
        )
        self._keeps = ways[1] is None
        self._kept = (
            Kept(FileView(now, "reject", names[1]), marked_by(now)) if self._keeps else None
        )
        self.failures: tuple[Failure, ...] = ()

    def _opened(self) -> tuple[Package, Package, tuple[Problem, ...]]:
        before, told_old = opened(self._files[0], _OLD, self._ways[0])
        now, told_new = opened(self._files[1], _NEW, self._ways[1])
        return before, now, (*told_old, *told_new)

    def made(self) -> Redlined | None:
        """Return the first redline that is proven; none if none is."""
        coarse = Coarseness()
        for attempt in range(1, _ATTEMPTS + 1):
            made = self._written(coarse)
            redline = Package(made.docx, REDLINE, "jämförelsen", hyphens=True)
            proven = prove(self._old, self._new, redline, made.labels)
            self.failures = proven.failures
            if self._kept is not None:
                sides = self._old, self._new
                self.failures += tuple(
                    prove_kept(made.docx, made.ours, self._kept, sides, made.labels)
                )
            if made.by_sections:
                self.failures += tuple(self._marked_though_kept(redline, made.ours))
            if not self.failures:
                roots = map(redline.tree, stories(redline))
                changes = sum(count_marks(root, made.ours) for root in roots)
                listed = (*made.listed, *proven.told)
                drawn = made.moves, made.by_sections
                return Redlined(made.docx, listed, self._told, *drawn, changes)
            if made.by_sections:
                self._options = replace(self._options, alignment=None)
            else:
                coarse = _coarser(coarse, self.failures, attempt)
        return None

    def _marked_though_kept(self, redline: Package, ours: OurMarks) -> Iterator[Failure]:
        """Yield a failure where text that the alignment keeps is inserted, deleted or moved.

        Of blocks that both files have as they are: a word that became a link, or a paragraph that
        ends a page, has to be written anew in Word. So has the last of either file, if the other
        goes on after it: its mark cannot be taken away (17.3.1.22).
        """
        alignment = self._options.alignment
        if alignment is None:
            return
        old, new = self._old, self._new
        equal = set(old.body).difference(_last_said(old), _last_said(new))
        said = "".join(
            text for form, text in zip(new.body, new.texts, strict=True) if form in equal
        )
        lost = lost_line(alignment, unmarked(redline, ours), said)
        if lost:
            yield Failure("new", "kept", place=shown(lost))

    def _written(self, coarse: Coarseness) -> UnprovenRedline:
        before, now = self._fresh or self._opened()[:2]
        self._fresh = []
        taken = taken_in(now)
        earlier = EarlierMarks(now) if self._kept is not None else None
        # with marks put aside the blocks are others than those that were read
        said = self._old.body, self._new.body if earlier is None else None
        writer = StoryWriter(before, now, self._options, coarse, said, taken)
        writer.write()
        ours = writer.marker.done()
        if earlier is not None:
            earlier.put_back(now, writer.marker.free_ids)
        return writer.written(ours)


def _last_said(view: FileView) -> list[str]:
    """Return the form of the last block that says something; none of an empty file."""
    said = (form for form, text in zip(view.body, view.texts, strict=True) if text.strip())
    return list(said)[-1:]


def _coarser(before: Coarseness, failures: tuple[Failure, ...], attempt: int) -> Coarseness:
    """Return how to write what failed coarser: block by block, and in the end all of it."""
    olds = frozenset().union(*(one.blocks for one in failures if one.side == "old"))
    news = frozenset().union(*(one.blocks for one in failures if one.side == "new"))
    return Coarseness(before.olds | olds, before.news | news, whole=attempt >= _ATTEMPTS - 1)
