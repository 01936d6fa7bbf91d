"""Two Word files to one redline that is proven right, or a reason why there is none."""

from avtalsgen.ooxml.revisions import is_tracked, resolve
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.redline.merge import Coarseness
from avtalsgen.redline.options import Options, Proof, Redlined
from avtalsgen.redline.package import Package
from avtalsgen.redline.prove import Failure, View, prove
from avtalsgen.redline.writing import Writing

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
    want_old = View(settled(old, "den äldre filen", options), "accept")
    want_new = View(settled(new, "den nyare filen", options), "accept")
    coarse = Coarseness()
    said: list[str] = []
    for attempt in range(1, 5):
        writing = Writing(
            settled(old, "den äldre filen", options),
            settled(new, "den nyare filen", options),
            options,
            coarse,
        )
        writing.write()
        docx = writing.written()
        failures = list(prove(want_old, want_new, Package(docx, "jämförelsen")))
        if not failures:
            blocks = len(want_old.body) + len(want_new.body)
            proof = Proof(blocks, attempt, tuple(said))
            return Redlined(docx, proof, tuple(writing.listed), (), writing.moves)
        coarse = _coarser(coarse, failures, attempt)
        said.append(failures[0].reason)
    raise AvtalsgenError(
        [
            Problem(
                "JF02",
                f"ingen jämförelse kunde bevisas: {failures[0].story}: {failures[0].reason}",
                hint="jämför filerna som text i stället",
            )
        ]
    )


def _coarser(before: Coarseness, failures: list[Failure], attempt: int) -> Coarseness:
    """Return how to write what failed coarser: block by block, and in the end all of it."""
    olds = frozenset().union(*(one.blocks for one in failures if one.side == "old"))
    news = frozenset().union(*(one.blocks for one in failures if one.side == "new"))
    return Coarseness(before.olds | olds, before.news | news, whole=attempt >= 3)


def settled(data: bytes, side: str, options: Options) -> Package:
    """Return a file whose own tracked changes are settled."""
    package = Package(data, side)
    names = [package.main]
    names += [one.part for one in package.relations(package.main).values() if one.role in _STORIES]
    for name in names:
        if name in package and is_tracked(package.tree(name)):
            resolve(package.tree(name), options.tracked)
    return package
