"""Two versions beside each other: editions, editions as they were, and files that are dropped."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from avtalsgen.pipeline.compare.diff import DiffOrder, Drawn, drawn
from avtalsgen.pipeline.survey.listed import listed
from avtalsgen.pipeline.survey.listing_rows import UppdragRow
from avtalsgen.problems import AvtalsgenError
from avtalsgen.web.ask import Ask
from avtalsgen.web.comparison import shown
from avtalsgen.web.page import Page, Way
from avtalsgen.web.reply import download, page, see_other
from avtalsgen.web.safety.tokens import today
from avtalsgen.web.uploads.apart import apart
from avtalsgen.web.uploads.received import Received, with_files

_FORMATS: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_SIDES: Final = (("forut", "Förut"), ("nu", "Nu"))


def show(ask: Ask) -> Response:
    """Return what differs between the two that the address names, else the form to choose them."""
    names = tuple(_named(ask.query.get(side, ""), ask.query.get(f"{side}_dag", "")) for side, _ in _SIDES)
    if not all(names):
        return _form(ask, [])
    return _compared(ask, drawn(_order(names), ask.root), names)


def fetch(ask: Ask) -> Response:
    """Return the two that the address names as a Word redline or as PDF."""
    names = tuple(ask.query.get(side, "") for side, _ in _SIDES)
    form = ask.query.get("som", "docx")
    return _file(drawn(_order(names, form), ask.root), names, form)


def compare(ask: Ask) -> Response:
    """Compare what was chosen or dropped; of files that are dropped nothing is kept."""
    dropped = [ask.files.get(f"{side}_fil", ()) for side, _ in _SIDES]
    names = tuple(_named(ask.text(side), ask.text(f"{side}_dag")) for side, _ in _SIDES)
    errors = [
        (f"Välj en utgåva eller en fil under ”{label}”", side)
        for (side, label), name, files in zip(_SIDES, names, dropped, strict=True)
        if not name and not files
    ]
    if errors:
        return _form(ask, errors)
    form = ask.text("som")
    if not any(dropped):
        return see_other(_address("/jamfor/fil" if form in _FORMATS else "/jamfor", names, form))
    files = [file for side in dropped for file in side[:1]]
    called = tuple(
        files_of[0].name if files_of else name for files_of, name in zip(dropped, names, strict=True)
    )
    order = with_files(files, lambda paths: _apart(ask, dropped, names, paths, form))
    return _file(order, called, form) if form in _FORMATS else _compared(ask, order, called, dropped)


def _apart(
    ask: Ask,
    dropped: Sequence[tuple[Received, ...]],
    names: Sequence[str],
    paths: Sequence[Path],
    form: str,
) -> Drawn:
    """Return what differs, worked out where a file can do no harm."""
    left = iter(paths)
    sides = [str(next(left)) if files else name for files, name in zip(dropped, names, strict=True)]
    return apart(drawn, _order(sides, form), ask.root)


def _order(names: Sequence[str], form: str = "") -> DiffOrder:
    old, new = names
    formats = (form,) if form in _FORMATS else ()
    return DiffOrder(old, new, formats, duties=True, author="avtalsgen")


def _named(chosen: str, day: str) -> str:
    """Return what a choice is called on the command line, as it was on a day or in a version."""
    return f"{chosen}@{day}" if chosen and day else chosen


def _form(ask: Ask, errors: Sequence[tuple[str, str]]) -> Response:
    return page(
        ask,
        "jamfor/choose.html",
        status=422 if errors else 200,
        sides=_SIDES,
        choices=_choices(ask),
        chosen={side: ask.query.get(side, "") or ask.text(side) for side, _ in _SIDES},
        days={side: ask.query.get(f"{side}_dag", "") or ask.text(f"{side}_dag") for side, _ in _SIDES},
        errors=errors,
    )


def _compared(
    ask: Ask,
    compared: Drawn,
    names: Sequence[str],
    dropped: Sequence[tuple[Received, ...]] = ((), ()),
) -> Response:
    rows = {f"{row.slug}@{row.edition}": row for row in listed(ask.root).uppdrag}
    return page(
        ask,
        "jamfor/page.html",
        sides=_SIDES,
        choices=_choices(ask),
        chosen=dict(zip((side for side, _ in _SIDES), names, strict=True)),
        days=dict.fromkeys((side for side, _ in _SIDES), ""),
        errors=[],
        names=tuple(zip(names, (rows.get(name) for name in names), strict=True)),
        shown=shown(compared.comparison),
        problems=compared.problems,
        kept=not any(dropped),
        fetched={form: _address("/jamfor/fil", names, form) for form in _FORMATS},
        memo=_memo(names, rows),
    )


def _memo(names: Sequence[str], rows: dict[str, UppdragRow]) -> str:
    """Return where a memo of the change is written, empty where there is no new edition for it."""
    old, new = (rows.get(name) for name in names)
    return f"/skrivelse/ny?uppdrag={new.slug}@{new.edition}" if old and new and old.slug == new.slug else ""


def _choices(ask: Ask) -> Sequence[tuple[str, str]]:
    """Return every edition with what it is called."""
    return [
        (f"{row.slug}@{row.edition}", f"{row.title or row.slug}, {row.edition} ({row.status})")
        for row in listed(ask.root).uppdrag
    ]


def _address(path: str, names: Sequence[str], form: str) -> str:
    query = {side: name for (side, _), name in zip(_SIDES, names, strict=True)}
    return f"{path}?{urlencode({**query, 'som': form} if form in _FORMATS else query)}"


def _file(compared: Drawn, names: Sequence[str], form: str) -> Response:
    if form not in _FORMATS:
        raise AvtalsgenError([])
    name = "jamforelse-" + "-".join(Path(name).stem.replace("@", "-") for name in names)
    return download(compared.files[form], f"{name}.{form}", _FORMATS[form])


PAGE = Page(
    (Way("/jamfor", show, compare), Way("/jamfor/fil", fetch)),
    "Jämför",
    30,
)
