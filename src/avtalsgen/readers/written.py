"""Text files as people save them: UTF-8 with or without BOM, LF or CRLF."""

import unicodedata
from itertools import islice

from avtalsgen.model import deceptive
from avtalsgen.model.characters import unprintable
from avtalsgen.model.deceptive import Deceptive
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.source import Files, Origin

_MOST_TOLD = 20
"""Of the characters of one file that are told of; who mends these finds the rest."""

LIMIT = 512 * 1024
"""Bytes; a clause or a facts file written by people is a hundredth of it."""


def read_text(files: Files, path: str, asked_at: Origin | None = None) -> str:
    """Return the text of a file of the workspace.

    Raises:
        AvtalsgenError: FI01 there is no such file, FI02 the path leads out of the workspace
            or the disk does not give it, FI03 it is too large, all at `asked_at` or
            else in the file; else as `decode`.
    """
    origin = asked_at or Origin(path, 1)
    try:
        return decode(files.read(path), path)
    except (OSError, OverflowError) as error:
        raise AvtalsgenError([unread(error, path, origin)]) from None


def unread(error: OSError | OverflowError, path: str, origin: Origin) -> Problem:
    """Return the problem at `origin` that `path` could not be read, from what `Files` raised.

    FI01 there is no such file, FI02 it leads out of the workspace, is no file or the disk does
    not give it, FI03 it is too large.
    """
    if isinstance(error, FileNotFoundError):
        hint = "skapa filen, eller rätta namnet"
        return Problem("FI01", f"filen {path} finns inte", origin=origin, hint=hint)
    if isinstance(error, OverflowError):
        return Problem("FI03", str(error), origin=origin, hint="dela upp filen")
    if error.errno is None:  # our own guard of paths, in Swedish; else the system's, in English
        message = str(error)
        hint = "lägg filen i arbetsytan och skriv sökvägen från uppdragets mapp"
    else:
        message = f"filen {path} går inte att läsa"
        hint = "be om rätt att läsa den, eller kontrollera disken"
    return Problem("FI02", message, origin=origin, hint=hint)


def decode(data: bytes, file: str) -> str:
    """Return the text of a file with LF line ends.

    Raises:
        AvtalsgenError: FI03 the file is too large, FI04 it is not UTF-8, FI05 it holds
            characters that no document can hold, or that make a page say something else
            than its text; with the place of the first one.
    """
    if len(data) > LIMIT:
        message = f"filen är {len(data) // 1024} kB, mer än de {LIMIT // 1024} kB som läses"
        raise AvtalsgenError([Problem("FI03", message, origin=Origin(file, 1))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        raise AvtalsgenError(
            [
                Problem(
                    "FI04",
                    f"filen är inte sparad som UTF-8 (byte {data[error.start]:#04x})",
                    origin=_place(file, before),
                    hint="spara om filen med teckenkodningen UTF-8",
                )
            ]
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    position = unprintable(text)
    if position is not None:
        raise AvtalsgenError([_control(file, text[:position], text[position])])
    hidden = deceptive.refused(text)
    if hidden:
        raise AvtalsgenError([unseen(hidden, _place(file, text[: hidden.at]))])
    return text


def unseen(hidden: Deceptive, origin: Origin) -> Problem:
    """Return FI05 for a character that turns the text round it, or that nobody sees."""
    message = f"tecknet {hidden.name} syns inte, och sidan kan säga något annat än texten"
    return Problem("FI05", message, origin=origin, hint="ta bort tecknet, och läs om raden")


def unlike(text: str, file: str, first_line: int = 1) -> tuple[Problem, ...]:
    """Return FI06, a warning, for each character of `text` that looks like another or nothing.

    `first_line` is the line of the file that `text` begins on.
    """
    problems = []
    for character in islice(deceptive.told(text), _MOST_TOLD):
        place = _place(file, text[: character.at])
        origin = Origin(file, place.line + first_line - 1, place.column)
        problems.append(alike(character, origin))
    return tuple(problems)


def alike(character: Deceptive, origin: Origin) -> Problem:
    """Return FI06, a warning, for a character that looks like another or nothing."""
    if character.character.isalnum():
        message = f"ordet blandar latinska bokstäver med {character.name}, som ser ut som en sådan"
        hint = "skriv om ordet; är det ett namn som skrivs så, låt det stå"
    elif unicodedata.combining(character.character):
        message = f"tecknet {character.name} ritas över det som står före"
        hint = "ta bort tecknet"
    else:
        message = f"tecknet {character.name} syns inte, och ordet går inte att söka efter"
        hint = "ta bort tecknet"
    return Problem("FI06", message, Severity.WARNING, origin, hint)


def _control(file: str, before: str, character: str) -> Problem:
    hint = "ta bort tecknet"
    if character == "\uf0b7":
        hint = "skriv - i stället; det är en punkt klistrad från Word"
    return Problem(
        "FI05",
        f"tecknet U+{ord(character):04X} kan inte skrivas ut",
        origin=_place(file, before),
        hint=hint,
    )


def _place(file: str, before: str) -> Origin:
    line = before.count("\n") + 1
    return Origin(file, line, len(before) - (before.rfind("\n") + 1) + 1)
