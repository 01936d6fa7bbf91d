"""Two Word files to one redline that is proven right, or a reason why there is none."""

from dataclasses import replace

from avtalsgen.ooxml.revisions import is_tracked, resolve
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.redline.merge import Coarseness
from avtalsgen.redline.moment import moment_of
from avtalsgen.redline.options import Options, Proof, Redlined
from avtalsgen.redline.package import Package, unfit
from avtalsgen.redline.prove import Failure, View, prove
from avtalsgen.redline.writing import Writing

_OLD, _NEW = "den äldre filen", "den nyare filen"
_ATTEMPTS = 4
"""As it should be, twice with blocks that failed written whole, and in the end all of it."""
_STORIES = ("header", "footer", "footnotes", "endnotes")


_PLAIN = Options()


def redline(old: bytes, new: bytes, options: Options = _PLAIN) -> Redlined:
    """Return a copy of `new` in which everything that differs from `old` is a tracked change.

    Law: rejected it says what `old` says, accepted what `new` says, or nothing is returned.
    Equal input gives equal bytes.

    Raises:
        AvtalsgenError: JF01 one of them is no Word file that can be read; JF02 no redline of
            them could be proven.
    """
    try:
        return _redline(old, new, options)
    except RecursionError:
        raise unfit(
            "filerna", "något i en av dem står inuti något annat för många gånger"
        ) from None


def _redline(old: bytes, new: bytes, options: Options) -> Redlined:
    before, now = Package(old, _OLD), Package(new, _NEW)
    options = replace(options, date=options.date or moment_of(now))
    told = (*_settled(before, _OLD, options), *_settled(now, _NEW, options))
    want_old, want_new = View(before, "accept"), View(now, "accept")
    coarse = Coarseness()
    said: list[str] = []
    for attempt in range(1, _ATTEMPTS + 1):
        sides = settled(old, _OLD, options), settled(new, _NEW, options)
        writing = Writing(*sides, options, coarse, (want_old.body, want_new.body))
        writing.write()
        docx = writing.written()
        failures = list(prove(want_old, want_new, Package(docx, "jämförelsen")))
        if not failures:
            proof = Proof(len(want_old.body) + len(want_new.body), attempt, tuple(said))
            return Redlined(docx, proof, tuple(writing.listed), told, writing.moves)
        coarse = _coarser(coarse, failures, attempt)
        said.append(str(failures[0]))
    message = f"ingen jämförelse i Word kunde bevisas: {failures[0]}"
    hint = "jämför i ett annat format, som html"
    raise AvtalsgenError([Problem("JF02", message, hint=hint)])


def _coarser(before: Coarseness, failures: list[Failure], attempt: int) -> Coarseness:
    """Return how to write what failed coarser: block by block, and in the end all of it."""
    olds = frozenset().union(*(one.blocks for one in failures if one.side == "old"))
    news = frozenset().union(*(one.blocks for one in failures if one.side == "new"))
    return Coarseness(before.olds | olds, before.news | news, whole=attempt >= 3)


def settled(data: bytes, side: str, options: Options) -> Package:
    """Return a file whose own tracked changes are settled."""
    package = Package(data, side)
    _settled(package, side, options)
    return package


def _settled(package: Package, side: str, options: Options) -> tuple[Problem, ...]:
    """Settle the tracked changes of a file in place; return what is worth knowing of it."""
    tracked = [root for root in map(package.tree, _stories(package)) if is_tracked(root)]
    for root in tracked:
        resolve(root, options.tracked)
    if not tracked:
        return ()
    how = {"accept": "godkända", "reject": "avvisade"}[options.tracked]
    message = f"{side} har spårade ändringar sedan tidigare; de räknas som {how}"
    return (Problem("JF03", message, Severity.WARNING, exit=Exit.LOOK),)


def _stories(package: Package) -> list[str]:
    """Return the names of the parts that hold text."""
    found = [one.part for one in package.relations(package.main).values() if one.role in _STORIES]
    return [package.main, *(name for name in dict.fromkeys(found) if name in package)]
