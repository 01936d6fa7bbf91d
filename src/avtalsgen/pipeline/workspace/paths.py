"""The path guard: names that stay inside a folder, on every operating system alike.

A path comes out of YAML that a stranger may have written. What is harmless here and harmful
on Windows (a drive, a device, a stream, a name that Windows trims) is refused everywhere, so
that a workspace made on one machine opens on all.
"""

import re
import unicodedata
from typing import Final

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_FORBIDDEN: Final = re.compile(r"[\x00-\x1f\x7f\\:\ud800-\udfff]")
_LONGEST_NAME: Final = 255
"""In bytes, on ext4 and most others; 255 characters on NTFS and APFS."""
_LONGEST_PATH: Final = 1000
_DEVICE: Final = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])[ ]*(?:\..*)?", re.IGNORECASE
)


def segments(path: str) -> tuple[str, ...]:
    """Return the names of `path` from its root, normalised to NFC; none for the root itself.

    Raises:
        PermissionError: `path` is absolute, goes up (`..`), is longer than paths are, or
            holds a name that some operating system takes for something else than a file.
    """
    if len(path) > _LONGEST_PATH:
        raise PermissionError(f"sökvägen är för lång: {len(path)} tecken")
    if path.startswith("/"):
        raise PermissionError(f"{_shown(path)} är en absolut sökväg; skriv den från arbetsytan")
    names = unicodedata.normalize("NFC", path).split("/")
    return tuple(_plain(name, path) for name in names if name not in ("", "."))


def is_plain(name: str) -> bool:
    """Return whether `name` means one file, and the same one, on every operating system."""
    if name.endswith((" ", ".")) or _FORBIDDEN.search(name):
        return False
    return len(name.encode()) <= _LONGEST_NAME and not _DEVICE.fullmatch(name)


def _plain(name: str, path: str) -> str:
    if name == "..":
        raise PermissionError(f"{_shown(path)} leder ut ur arbetsytan")
    if not is_plain(name):
        raise PermissionError(f"{_shown(path)} är inget filnamn som fungerar på alla datorer")
    return name


def _shown(path: str) -> str:
    """Return `path` in quotes, without characters that would do something to a terminal."""
    return f"”{''.join(c if c.isprintable() else _REPLACEMENT for c in path)}”"
