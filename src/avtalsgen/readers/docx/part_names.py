"""What the parts of a Word file are called, by what leads to them."""

from avtalsgen.ooxml.intake.part_roles import RELATIONS, called, role_called
from avtalsgen.ooxml.names import CONTENT_TYPES
from avtalsgen.ooxml.package import Package


def part_called(file: Package, name: str) -> str:
    """Return what a reader calls the part `name`, by what leads to it."""
    if name == CONTENT_TYPES:
        return called(name)
    if name.endswith(RELATIONS):
        folder, _, last = name.rpartition("_rels/")
        of = folder + last.removesuffix(RELATIONS)
        return f"det som {part_called(file, of)} leder till" if of else "det som filen leder till"
    if name == file.main:
        return role_called("officeDocument")
    leading = ("", *(part for part in file.names if not part.endswith(RELATIONS)))
    ways = (way for part in leading for way in file.relations(part).values())
    return role_called(next((way.role for way in ways if way.part == name), ""))
