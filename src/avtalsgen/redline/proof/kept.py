"""The proof where earlier marks of the newer file are kept beside ours.

Three laws hold of the redline. That all accepted it is the newer file with all accepted, and all
rejected the older with its own rejected, is proven as without earlier marks. Here:

    ours accepted    the newer file with the marks that it had: rejected and accepted as it was,
                     and as much marked by the same people
    ours rejected    what was changed without a mark is as it was: the rest rejected, the older
"""

from collections.abc import Iterator, Mapping

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import Way, resolve
from avtalsgen.records import dataclass
from avtalsgen.redline.package.earlier_marks import marked_by
from avtalsgen.redline.package.package_names import PackageNames
from avtalsgen.redline.package.parts import stories
from avtalsgen.redline.proof.proof import Failure, Ours, compared
from avtalsgen.redline.proof.views import FileView


@dataclass(frozen=True, slots=True)
class Kept:
    """The newer file as it came."""

    base: FileView
    """With its marks rejected."""
    marks: Mapping[tuple[str, str, str], int]


def prove_kept(
    redline: bytes,
    ours: Ours,
    kept: Kept,
    sides: tuple[FileView, FileView],
    labels: Mapping[str, str],
) -> Iterator[Failure]:
    """Yield what is wrong when only our marks in `redline` are accepted, or rejected."""
    old, new = sides
    accepted = _settled(redline, ours, "accept")
    yield from compared(
        "new", kept.base, FileView(accepted, "reject", PackageNames(accepted, labels))
    )
    yield from compared("new", new, FileView(accepted, "accept", PackageNames(accepted, labels)))
    if marked_by(accepted) != kept.marks:
        yield Failure("new", "marks")
    rejected = _settled(redline, ours, "reject")
    yield from compared("old", old, FileView(rejected, "reject", PackageNames(rejected, labels)))


def _settled(redline: bytes, ours: Ours, way: Way) -> Package:
    package = Package(redline, name="jämförelsen", hyphens=True)
    for part in stories(package):
        root: Element = package.tree(part)
        resolve(root, way, ours)
    return package
