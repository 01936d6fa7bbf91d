"""Two Word files to one redline that is proven right, or a reason why there is none."""

from dataclasses import replace

from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import count_marks
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.redline.options import Options, Proof, Redlined
from avtalsgen.redline.package.moment import moment_of
from avtalsgen.redline.package.names import Names
from avtalsgen.redline.package.opened import opened
from avtalsgen.redline.package.parts import stories
from avtalsgen.redline.proof.proof import Failure, prove
from avtalsgen.redline.proof.views import View
from avtalsgen.redline.write.merge import Coarseness
from avtalsgen.redline.write.stories import StoryWriter

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
    before, told_old = opened(old, _OLD, options.tracked)
    now, told_new = opened(new, _NEW, options.tracked)
    options = replace(options, date=options.date or moment_of(now))
    names = Names(before), Names(now)
    names[0].label_like(names[1])
    want_old, want_new = View(before, "accept", names[0]), View(now, "accept", names[1])
    coarse = Coarseness()
    for attempt in range(1, _ATTEMPTS + 1):
        before, _ = opened(old, _OLD, options.tracked)
        now, _ = opened(new, _NEW, options.tracked)
        writer = StoryWriter(before, now, options, coarse, (want_old.body, want_new.body))
        writer.write()
        docx = writer.written()
        redline = Package(docx, name="jämförelsen")
        proven = prove(want_old, want_new, redline, writer.labels)
        if not proven.failures:
            proof = Proof(len(want_old.body) + len(want_new.body), attempt)
            listed = (*writer.listed, *proven.told)
            told = (*told_old, *told_new)
            changes = sum(map(count_marks, map(redline.tree, stories(redline))))
            drawn = writer.moves, writer.by_sections
            return Redlined(docx, proof, listed, told, *drawn, changes)
        if writer.by_sections:
            options = replace(options, alignment=None)
        else:
            coarse = _coarser(coarse, proven.failures, attempt)
    message = f"ingen jämförelse i Word kunde bevisas: {proven.failures[0]}"
    hint = "jämför i ett annat format, som html"
    raise AvtalsgenError([Problem("JF02", message, hint=hint)])


def _coarser(before: Coarseness, failures: tuple[Failure, ...], attempt: int) -> Coarseness:
    """Return how to write what failed coarser: block by block, and in the end all of it."""
    olds = frozenset().union(*(one.blocks for one in failures if one.side == "old"))
    news = frozenset().union(*(one.blocks for one in failures if one.side == "new"))
    return Coarseness(before.olds | olds, before.news | news, whole=attempt >= _ATTEMPTS - 1)
