"""A Word file opened to be compared: what it is, and its own tracked changes settled."""

from collections.abc import Iterator

from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.names import CONTENT_TYPES, DOCUMENT_TYPE, RELATIONS_NS, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import TRACKED, Way, is_tracked, resolve
from avtalsgen.problems import Exit, Problem, Severity
from avtalsgen.redline.package.completed import complete
from avtalsgen.redline.package.parts import stories

_PROTECTIONS = tuple(
    W + name for name in ("documentProtection", "writeProtection", "readOnlyRecommended")
)
_SIGNATURES = f"{RELATIONS_NS}/digital-signature/origin"
_PROGRAMS = ("vbaProject", "keyMapCustomizations", "attachedToolbars")
"""What the main part of a file with macros leads to besides its text."""


def opened(data: bytes, side: str, way: Way | None) -> tuple[Package, tuple[Problem, ...]]:
    """Return the file `data`, which messages call `side`, as a document, and what is to be told.

    Its tracked changes are accepted, or rejected, or let be.

    A template (.dotx) and a file with macros (.docm, .dotm) are read as the documents that they
    show; the macros are left out.

    Raises:
        UnfitError: it is no Word file that can be compared, and why.
    """
    package = Package(data, name=side, hyphens=True)
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
    told = (
        *_settled(package, side, way),
        *([_left_out("JF04", f"{side} har makron; de körs inte")] if dropped else ()),
        *_unprotected(package, side),
        *_unsigned(package, side),
    )
    complete(package)
    return package, told


def _left_out(code: str, message: str) -> Problem:
    said = f"{message}, och är inte med i jämförelsen"
    return Problem(code, said, Severity.WARNING, exit=Exit.LOOK)


def _unprotected(package: Package, side: str) -> Iterator[Problem]:
    """Take the protection off, which would let nobody accept or reject (17.15.1.29)."""
    settings = package.related_part("settings")
    protections = [] if settings is None else list(settings.iterchildren(*_PROTECTIONS))
    for protection in protections:
        protection.getparent().remove(protection)
    if protections:
        yield _left_out("JF05", f"{side} har skydd mot ändringar; det gäller inte en jämförelse")


def _unsigned(package: Package, side: str) -> Iterator[Problem]:
    """Take away digital signatures, which hold for no other bytes (part 2, 13)."""
    relations = package.relations("")
    origins = [key for key, one in relations.items() if one.kind == _SIGNATURES]
    for key in origins:
        origin = relations.pop(key).part
        for relation in package.relations(origin).values():
            package.drop(relation.part)
        package.drop(origin)
    if origins:
        yield _left_out("JF06", f"{side} är digitalt undertecknad; underskriften gäller bara den")


def _settled(package: Package, side: str, way: Way | None) -> tuple[Problem, ...]:
    """Settle the tracked changes of a file in place; return what is worth knowing of it."""
    tracked = [root for root in map(package.tree, stories(package)) if is_tracked(root)]
    if not tracked:
        return ()
    authors = {mark.get(W + "author", "") for root in tracked for mark in root.iter(*TRACKED)}
    if way is None:
        by = f" av {', '.join(sorted(authors - {''}))}" if authors - {""} else ""
        how = f"de är kvar{by}, och våra visar det som de inte visar"
    else:
        how = {"accept": "de räknas som godkända", "reject": "de räknas som avvisade"}[way]
        for root in tracked:
            resolve(root, way)
    message = f"{side} har spårade ändringar sedan tidigare; {how}"
    return (Problem("JF03", message, Severity.WARNING, exit=Exit.LOOK),)
