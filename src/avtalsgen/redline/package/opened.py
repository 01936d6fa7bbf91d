"""A Word file opened to be compared: what it is, and its own tracked changes settled."""

from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.names import CONTENT_TYPES, DOCUMENT_TYPE
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import Way, is_tracked, resolve
from avtalsgen.problems import Exit, Problem, Severity

_STORIES = ("header", "footer", "footnotes", "endnotes")
_PROGRAMS = ("vbaProject", "keyMapCustomizations", "attachedToolbars")
"""What the main part of a file with macros leads to besides its text."""


def opened(data: bytes, side: str, way: Way) -> tuple[Package, tuple[Problem, ...]]:
    """Return the file `data`, which messages call `side`, as a document, and what is to be told.

    Its tracked changes are accepted, or rejected.

    A template (.dotx) and a file with macros (.docm, .dotm) are read as the documents that they
    show; the macros are left out.

    Raises:
        UnfitError: it is no Word file that can be compared, and why.
    """
    package = Package(data, name=side)
    package.check_size()
    package.document()
    if CONTENT_TYPES not in package:
        hint = "spara om den i Word som .docx"
        raise UnfitError("filen är en zipfil, men ingen Wordfil", hint, file=side)
    if package.content_type(package.main) != DOCUMENT_TYPE:
        package.set_content_type(package.main, DOCUMENT_TYPE)
    dropped = False
    relations = package.relations(package.main)
    for key, relation in list(relations.items()):
        if relation.role in _PROGRAMS:
            package.drop(relation.part)
            del relations[key]
            dropped = True
    return package, (*_settled(package, side, way), *(_macros(side) if dropped else ()))


def _macros(side: str) -> tuple[Problem, ...]:
    message = f"{side} har makron; de körs inte och är inte med i jämförelsen"
    return (Problem("JF04", message, Severity.WARNING, exit=Exit.LOOK),)


def _settled(package: Package, side: str, way: Way) -> tuple[Problem, ...]:
    """Settle the tracked changes of a file in place; return what is worth knowing of it."""
    tracked = [root for root in map(package.tree, stories(package)) if is_tracked(root)]
    for root in tracked:
        resolve(root, way)
    if not tracked:
        return ()
    how = {"accept": "godkända", "reject": "avvisade"}[way]
    message = f"{side} har spårade ändringar sedan tidigare; de räknas som {how}"
    return (Problem("JF03", message, Severity.WARNING, exit=Exit.LOOK),)


def stories(package: Package) -> list[str]:
    """Return the names of the parts that hold text."""
    own = [one.part for one in package.relations(package.main).values() if one.role in _STORIES]
    return [package.main, *(name for name in dict.fromkeys(own) if name in package)]
