"""Which parts of a Word file hold text that a redline marks."""

from avtalsgen.ooxml.package import Package

_STORIES = ("header", "footer", "footnotes", "endnotes")


def stories(package: Package) -> list[str]:
    """Return the names of the parts that hold text, the main part first."""
    story_parts = [
        one.part for one in package.relations(package.main).values() if one.role in _STORIES
    ]
    return [package.main, *(name for name in dict.fromkeys(story_parts) if name in package)]
