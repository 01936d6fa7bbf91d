"""The font of a house style: its family, and its files in the folder `teckensnitt`."""

from collections.abc import Iterator

from avtalsgen.model.profile import DEFAULT, Face, FontFile
from avtalsgen.problems import Problem
from avtalsgen.readers.sfnt import Font, read_font
from avtalsgen.readers.yaml.keys import Keys, nearest
from avtalsgen.source import Files, Origin

CODE = "PR05"
FOLDER = "teckensnitt"
MOST_FILES = 20
_FACES: dict[Face, str] = {
    "regular": "normal",
    "bold": "fet",
    "italic": "kursiv",
    "bold-italic": "fet kursiv",
}


def read_fonts(files: Files, folder: str, keys: Keys) -> tuple[str, tuple[FontFile, ...]]:
    """Return the family of the house style in `folder` and its files, none for our own family.

    Noted as PR05: a family that is not there or lacks a face, a file that is no font, and
    one that may not be embedded.
    """
    scalar = keys.scalar("teckensnitt")
    family = " ".join(scalar.text.split()) if scalar and scalar.text.strip() else DEFAULT.font
    origin = scalar.origin if scalar else keys.branch.origin
    fonts = list(_fonts(files, f"{folder}/{FOLDER}", keys.problems))
    files_by_face: dict[Face, FontFile] = {}
    for path, font, data in fonts:
        if font.family != family or font.face is None:
            continue
        if not font.embeddable:
            hint = "välj ett teckensnitt med öppen licens, till exempel SIL OFL"
            message = f"teckensnittet {family} får inte följa med i filer (fsType)"
            keys.problems.append(_problem(message, Origin(path, 1), hint))
        files_by_face[font.face] = FontFile(font.face, data)
    _check(keys, family, files_by_face, {font.family for _, font, _ in fonts}, origin, folder)
    return family, tuple(files_by_face[face] for face in _FACES if face in files_by_face)


def _check(
    keys: Keys,
    family: str,
    files_by_face: dict[Face, FontFile],
    families: set[str],
    origin: Origin,
    folder: str,
) -> None:
    if not files_by_face and family != DEFAULT.font:
        near = nearest(family, families | {DEFAULT.font}) or DEFAULT.font
        hint = f"skriv teckensnitt: {near}, eller lägg dess .ttf-filer i {folder}/{FOLDER}"
        keys.problems.append(_problem(f"teckensnittet ”{family}” finns inte", origin, hint))
    elif files_by_face and len(files_by_face) < len(_FACES):
        lacking = ", ".join(name for face, name in _FACES.items() if face not in files_by_face)
        message = f"teckensnittet {family} saknar fil för {lacking}"
        hint = f"lägg den som .ttf i {folder}/{FOLDER}"
        keys.problems.append(_problem(message, origin, hint))


def _fonts(files: Files, folder: str, problems: list[Problem]) -> Iterator[tuple[str, Font, bytes]]:
    names = [name for name in files.names(folder) if name.lower().endswith(".ttf")]
    for name in names[:MOST_FILES]:
        path = f"{folder}/{name}"
        try:
            data = files.read(path)
            yield path, read_font(data), data
        except (OSError, OverflowError, ValueError) as error:
            hint = "lägg dit en hel TrueType-fil (.ttf), eller ta bort filen"
            problems.append(_problem(f"{name}: {error}", Origin(path, 1), hint))


def _problem(message: str, origin: Origin, hint: str) -> Problem:
    return Problem(CODE, message, origin=origin, hint=hint)
