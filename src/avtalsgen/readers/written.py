"""Text files as people save them: UTF-8 with or without BOM, LF or CRLF."""

from avtalsgen.model.characters import unprintable
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.source import Files, Origin

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
    except FileNotFoundError:
        hint = "skapa filen, eller rätta namnet"
        problem = Problem("FI01", f"filen {path} finns inte", origin=origin, hint=hint)
    except OverflowError as error:
        problem = Problem("FI03", str(error), origin=origin, hint="dela upp filen")
    except OSError as error:
        if error.errno is None:  # our own guard of paths, in Swedish; else the system's, in English
            message = str(error)
            hint = "lägg filen i arbetsytan och skriv sökvägen från uppdragets mapp"
        else:
            message = f"filen {path} går inte att läsa"
            hint = "be om rätt att läsa den, eller kontrollera disken"
        problem = Problem("FI02", message, origin=origin, hint=hint)
    raise AvtalsgenError([problem])


def decode(data: bytes, file: str) -> str:
    """Return the text of a file with LF line ends.

    Raises:
        AvtalsgenError: FI03 the file is too large, FI04 it is not UTF-8, FI05 it holds
            characters that no document can hold; with the place of the first one.
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
    at = unprintable(text)
    if at is not None:
        raise AvtalsgenError([_control(file, text[:at], text[at])])
    return text


def _control(file: str, before: str, character: str) -> Problem:
    hint = "ta bort tecknet"
    if character == "\uf0b7":
        hint = "det är en punkt klistrad från Word; skriv - i stället"
    return Problem(
        "FI05",
        f"tecknet U+{ord(character):04X} kan inte skrivas ut",
        origin=_place(file, before),
        hint=hint,
    )


def _place(file: str, before: str) -> Origin:
    line = before.count("\n") + 1
    return Origin(file, line, len(before) - (before.rfind("\n") + 1) + 1)
