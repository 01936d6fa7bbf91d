"""Texts that uppdrag of the workspace have of their own already, beside those of an old document.

Each is known by how it begins and ends, so that a new text is held only against those that it
may be: an old text is not read once for each new one.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from avtalsgen.compare.align.likeness import words
from avtalsgen.importing.outline import LikeText, OldSection
from avtalsgen.source import Files
from avtalsgen.uppdrag import directory

_FEWEST: Final = 8
"""Words of a text that says something of its own."""
_EDGE: Final = 4
"""Words at its beginning, or its end, by which a text is known."""
_ALIKE: Final = 0.9
"""How much of the words two texts have in common that are told to be alike."""
_ALMOST: Final = 0.99


class EarlierTexts:
    """The texts that uppdrag have of their own when a workspace is asked first."""

    def __init__(self, files: Files) -> None:
        self._by_edge: dict[tuple[str, ...], list[tuple[str, list[str]]]] = {}
        for place, text in _texts(files):
            said = words(text)
            for edge in _edges(said):
                self._by_edge.setdefault(edge, []).append((place, said))

    def like(self, section: OldSection) -> LikeText | None:
        """Return the text that the own text of a section is most like, and how much.

        Law: it is 1 of the same words in the same order alone, but for small ones. Nothing of a
        clause, of a few words, or of none alike.
        """
        asked = self._by_edge and section.became == "own"
        said = words(section.text) if asked else []
        counted, best = Counter(said), None
        for edge in _edges(said):
            for place, other in self._by_edge.get(edge, ()):
                common = 2 * (counted & Counter(other)).total() / (len(said) + len(other))
                alike = 1.0 if said == other else min(round(common, 2), _ALMOST)
                if alike >= _ALIKE and (best is None or alike > best.similarity):
                    best = LikeText(place, alike)
        return best


def _texts(files: Files) -> Iterator[tuple[str, str]]:
    """Yield uppdrag, edition and name of each text, and its words as Markdown."""
    for slug in directory.slugs(files):
        for edition in directory.editions(files, slug):
            for name in files.names(f"{directory.FOLDER}/{slug}/{edition}"):
                if name.endswith(".md"):
                    data = files.read(f"{directory.FOLDER}/{slug}/{edition}/{name}")
                    place = f"{slug}@{edition}: {name.removesuffix('.md')}"
                    yield place, data.decode("utf-8", "replace")


def _edges(said: list[str]) -> set[tuple[str, ...]]:
    """Return by what a text is known; nothing if it has few words."""
    return {tuple(said[:_EDGE]), tuple(said[-_EDGE:])} if len(said) >= _FEWEST else set()
