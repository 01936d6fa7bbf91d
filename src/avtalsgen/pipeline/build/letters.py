"""Letters and signs of a document that the font of its house style lacks: another shows them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from string import ascii_letters, digits
from unicodedata import category, normalize

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import DEFAULT, Face, Profile
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.sfnt import characters
from avtalsgen.swedish.phrases import enumerate_words
from avtalsgen.writers import lato
from avtalsgen.writers.standing import named, standing

SURELY = frozenset(f"{ascii_letters}{digits}ÅÄÖåäöÉéÜü.,:;!?()/–-”’§%+*=&@")
"""Letters and signs that the font that comes with the program has."""
_SEEN = frozenset("LMNPS")
"""The first letter of the categories of Unicode whose characters have a shape of their own."""
_FACES: Mapping[Face, str] = {
    "regular": "vanlig text",
    "bold": "fet",
    "italic": "kursiv",
    "bold-italic": "fet kursiv",
}
_AS_ANOTHER = frozenset({"\u2011", *map(chr, range(0xFE00, 0xFE10))})
"""A hyphen that does not break is set as one that does, and what varies a shape has none."""


def lacking(document: Document, profile: Profile) -> Iterator[Problem]:
    """Yield PD06 for each letter or sign that the font of `profile` lacks, with its place.

    It is said which faces lack it where others have it, and is then a note: which face a letter
    is set in is the writers' business. Letters that stand in the text in two parts are looked
    for as one, as they are set.
    """
    texts = normalize("NFC", " ".join(plain.words(document)))
    letters = {letter for letter in set(texts) - _AS_ANOTHER if category(letter)[0] in _SEEN}
    if not profile.font_files and profile.font == DEFAULT.font:
        letters -= SURELY  # so that most documents are built without reading the font here
    for letter in sorted(letters and letters - _in_the_font(profile)):
        where, origin = standing(document, letter)
        faces = _lacking_faces(letter, profile)
        lacks = f"saknas i teckensnittet {profile.font}{faces} och får ett annat"
        yield Problem(
            "PD06",
            f"{named(letter)} {where} {lacks} där" if faces else f"{named(letter)} {where} {lacks}",
            Severity.STYLE if faces else Severity.WARNING,
            origin=origin,
            hint="skriv på ett annat sätt, eller byt teckensnitt i husets profil",
        )


def _lacking_faces(letter: str, profile: Profile) -> str:
    """Return the faces that lack a letter, ` som kursiv`; nothing where all do."""
    lack = [each for each in profile.font_files if ord(letter) not in _characters(each.data)]
    if len(lack) in (0, len(profile.font_files)):
        return ""
    return f" som {enumerate_words([_FACES[each.face] for each in lack])}"


def _in_the_font(profile: Profile) -> frozenset[str]:
    files = tuple(file.data for file in profile.font_files)
    if not files and profile.font == DEFAULT.font:
        files = (lato.data("regular"),)  # all four have the same
    return _in_all(files)


@lru_cache(maxsize=4)
def _in_all(files: tuple[bytes, ...]) -> frozenset[str]:
    points = frozenset.intersection(*map(_characters, files)) if files else frozenset()
    return frozenset(map(chr, points))


@lru_cache(maxsize=8)
def _characters(data: bytes) -> frozenset[int]:
    return characters(data)
