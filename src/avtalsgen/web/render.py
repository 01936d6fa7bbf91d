"""Templates to pages: what every template knows beside what it is given."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from re import Pattern
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import MONTHS, long
from avtalsgen.swedish.numbers import digits, in_words
from avtalsgen.swedish.phrases import begin_sentence, capitalise_first
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.writers.dressed import SHEET

STATIC: Final = Path(__file__).parent / "static"
TEMPLATES: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A word of the menu, and where it leads."""

    word: str
    path: str


_MENU: list[MenuItem] = []
_WAYS: list[Pattern[str]] = []


class Written(str):
    """Markup that a writer of ours made: a template takes it as it is, unlike every other text."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return itself, which is what says so."""
        return self


def put_in_menu(links: Iterable[MenuItem], ways: Iterable[str]) -> None:
    """Show `links` as the menu of every page, and know that `ways` are all addresses there are."""
    _MENU[:] = links
    _WAYS[:] = (re.compile(re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(way))) for way in ways)


def leads(path: str) -> bool:
    """Return whether some page answers at `path`, so that a template may link to it."""
    return any(way.fullmatch(path.partition("?")[0]) for way in _WAYS)


def rendered(template: str, **values: object) -> str:
    """Return what `template` makes of `values`; each is written as text, never as markup."""
    return _environment().get_template(template).render(**values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"menu": _MENU, "static": static_path, "leads": leads}
    made.filters |= {"day": _day, "short_day": _short_day, "bound": _bound, "size": _size}
    made.filters["digits"] = digits
    made.filters["sentence"] = begin_sentence
    made.filters["counted"] = _counted
    return made


@lru_cache
def static_path(name: str) -> str:
    """Return the address of a file that pages load, which changes when the file does."""
    file = next(folder / name for folder in (STATIC, SHEET) if (folder / name).is_file())
    return f"/static/{name}?v={sha256(file.read_bytes()).hexdigest()[:12]}"


def _day(day: date | str) -> str:
    """Return `1 januari 2027`, which does not break; of a day, or of one as `2027-01-01`."""
    return long(_read(day)).replace(" ", NO_BREAK_SPACE)


def _read(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day


def _short_day(day: date | str) -> str:
    """Return `1 jan 2027`, for a table."""
    day = _read(day)
    month = MONTHS[day.month - 1]
    short = month if len(month) <= len("juni") else month[:3]
    told = f"{day.day} {short} {day.year}"
    if isinstance(day, datetime):
        told = f"{told} kl. {day:%H.%M}"
    return told.replace(" ", NO_BREAK_SPACE)


def _bound(text: object) -> str:
    """Return `text` that does not break between lines."""
    return str(text).replace(" ", NO_BREAK_SPACE)


def _counted(count: int, single: str, many: str) -> str:
    """Return `Fyra träffar`, to begin a sentence with; figures above twelve."""
    counted = in_words(count) if count else "ingen"
    return f"{capitalise_first(counted)} {single if count in {0, 1} else many}"


def _size(count: int) -> str:
    """Return a number of bytes as people read it: `84 kB`."""
    for unit in ("byte", "kB", "MB"):
        if count < 1000:
            return f"{count}{NO_BREAK_SPACE}{unit}"
        count = round(count / 1000)
    return f"{count}{NO_BREAK_SPACE}GB"
