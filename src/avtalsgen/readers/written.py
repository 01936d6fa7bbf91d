"""Text files as people save them: UTF-8 with or without BOM, LF or CRLF."""

import unicodedata

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.source import Files, Origin

LIMIT = 512 * 1024
"""Bytes; a clause or a facts file written by people is a hundredth of it."""


def read_text(files: Files, path: str, asked_at: Origin | None = None) -> str:
    """Return the text of a file of the workspace.

    Raises:
        AvtalsgenError: FI01 there is no such file, FI02 the path leads out of the workspace,
            FI03 it is too large, all at `asked_at`; else as `decode`.
    """
    try:
        return decode(files.read(path), path)
    except FileNotFoundError:
        hint = "skapa filen, eller rätta namnet"
        problem = Problem("FI01", f"filen {path} finns inte", origin=asked_at, hint=hint)
    except PermissionError as error:
        hint = "lägg filen i arbetsytan och skriv sökvägen från uppdragets mapp"
        problem = Problem(
            "FI02", str(error) or f"{path} kan inte läsas", origin=asked_at, hint=hint
        )
    except OverflowError as error:
        problem = Problem("FI03", str(error), origin=asked_at, hint="dela upp filen")
    raise AvtalsgenError([problem])


def decode(data: bytes, file: str) -> str:
    """Return the text of a file with LF line ends.

    Raises:
        AvtalsgenError: FI03 the file is too large, FI04 it is not UTF-8, FI05 it holds
            control characters; with the place of the first one.
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
    for at, character in enumerate(text):
        if character not in "\n\t" and unicodedata.category(character) in {"Cc", "Cs", "Co"}:
            raise AvtalsgenError([_control(file, text[:at], character)])
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
