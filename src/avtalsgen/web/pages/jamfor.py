"""Two versions beside each other: editions, editions as they were, and files that are dropped."""

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from starlette.responses import Response

from avtalsgen.pipeline.compare.diff import DiffOrder, Drawn, drawn
from avtalsgen.pipeline.compare.memo_table import memo_table
from avtalsgen.pipeline.survey.listed import listed
from avtalsgen.pipeline.survey.listing_rows import UppdragRow
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError
from avtalsgen.swedish.phrases import begin_sentence
from avtalsgen.uppdrag import directory
from avtalsgen.web.ask import Ask
from avtalsgen.web.comparison import shown
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import download, page, see_other
from avtalsgen.web.uploads.apart import apart
from avtalsgen.web.uploads.received import Received, with_files

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TABLE: Final = "tabell"
"""The rows of a tjänsteskrivelse, in Word."""
_FORMATS: Final[Mapping[str, str]] = {"docx": _WORD, "pdf": "application/pdf", _TABLE: _WORD}
_SIDES: Final = {"forut": "Förut", "nu": "Nu"}
"""The names of the fields and what they are called, the old side first."""
Dropped = Sequence[tuple[Received, ...]]
"""What was dropped on each side."""


def show(ask: Ask) -> Response:
    """Return what differs between the two that the address names, else the form to choose them."""
    names = [_named(ask.query.get(side, ""), ask.query.get(f"{side}_dag", "")) for side in _SIDES]
    if not all(names):
        return _form(ask, ())
    try:
        return _compared(ask, _drawn(ask, names), names)
    except AvtalsgenError as error:
        days = [side for side, name in zip(_SIDES, names, strict=True) if name.count("@") > 1]
        if not days:
            raise
        said = " ".join(begin_sentence(problem.message) for problem in error.problems)
        told = f"{said.replace(str(ask.root), 'arbetsytan')}."
        return _form(ask, [(f"{_SIDES[side]}: {told}", f"{side}_dag") for side in days])


def fetch(ask: Ask) -> Response:
    """Return the two that the address names as a Word redline or as PDF."""
    names = [ask.query.get(side, "") for side in _SIDES]
    if not all(names):
        return see_other("/jamfor")
    form = _form_of(ask.query.get("som", "")) or "docx"
    return _file(ask, _drawn(ask, names, form), names, form)


def compare(ask: Ask) -> Response:
    """Compare what was chosen or dropped; of files that are dropped nothing is kept."""
    dropped = [ask.files.get(f"{side}_fil", ()) for side in _SIDES]
    names = [_named(ask.text(side), ask.text(f"{side}_dag")) for side in _SIDES]
    errors = [
        (f"{label}: välj en utgåva eller en fil", side)
        for (side, label), name, files in zip(_SIDES.items(), names, dropped, strict=True)
        if not name and not files
    ]
    if errors:
        return _form(ask, errors)
    form = _form_of(ask.text("som"))
    if not any(dropped):
        return see_other(_address("/jamfor/fil" if form else "/jamfor", names, form))
    called = [files[0].name if files else name for files, name in zip(dropped, names, strict=True)]
    compared = _apart(ask, dropped, names, form)
    return _file(ask, compared, called, form) if form else _compared(ask, compared, called, dropped)


def _apart(ask: Ask, dropped: Dropped, names: Sequence[str], form: str) -> Drawn:
    """Return what differs, worked out where a file can do no harm."""
    _only_editions(ask, [name for files, name in zip(dropped, names, strict=True) if not files])

    def work(paths: tuple[Path, ...]) -> Drawn:
        left = iter(paths)
        sides = [
            str(next(left)) if files else name for files, name in zip(dropped, names, strict=True)
        ]
        return apart(drawn, _order(sides, form), ask.root)

    return with_files([files[0] for files in dropped if files], work)


def _drawn(ask: Ask, names: Sequence[str], form: str = "") -> Drawn:
    """Return what differs between two editions of the workspace."""
    _only_editions(ask, names)
    return drawn(_order(names, form), ask.root)


def _only_editions(ask: Ask, names: Iterable[str]) -> None:
    """Do nothing if each of `names` is an edition; no file is opened by what a request says.

    Raises:
        AvtalsgenError: UP01, UP02 one of them is none.
    """
    for name in names:
        slug, _, rest = name.partition("@")
        directory.must_exist(Workspace(ask.root), slug, rest.partition("@")[0], None)


def _order(names: Sequence[str], form: str = "") -> DiffOrder:
    old, new = names
    return DiffOrder(old, new, (form,) if form not in ("", _TABLE) else (), duties=True)


def _named(chosen: str, day: str) -> str:
    """Return what a choice is called on the command line, as it was on a day or in a version."""
    return f"{chosen}@{day}" if chosen and day else chosen


def _form_of(word: str) -> str:
    return word if word in _FORMATS else ""


def _form(ask: Ask, errors: Sequence[tuple[str, str]]) -> Response:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    names = [
        _named(
            ask.query.get(side, "") or ask.text(side),
            ask.query.get(f"{side}_dag", "") or ask.text(f"{side}_dag"),
        )
        for side in _SIDES
    ]
    return page(ask, "jamfor/choose.html", status=status, errors=errors, **_choices(ask, names))


def _compared(
    ask: Ask, compared: Drawn, names: Sequence[str], dropped: Dropped = ((), ())
) -> Response:
    rows = {f"{row.slug}@{row.edition}": row for row in listed(ask.root).uppdrag}
    return page(
        ask,
        "jamfor/page.html",
        shown=shown(compared.comparison),
        named=[(name, rows.get(name)) for name in names],
        problems=compared.problems,
        fetched={}
        if any(dropped)
        else {form: _address("/jamfor/fil", names, form) for form in _FORMATS},
        turned=_address("/jamfor", names[::-1]),
        memo=_memo([rows.get(name) for name in names]),
        errors=(),
        **_choices(
            ask, ["" if files else name for files, name in zip(dropped, names, strict=True)]
        ),
    )


def _memo(rows: Sequence[UppdragRow | None]) -> str:
    """Return where a memo of the change is written, empty where no edition is to be decided on."""
    old, new = rows
    if old is None or new is None or old.slug != new.slug:
        return ""
    return f"/skrivelse/ny?{urlencode({'uppdrag': f'{new.slug}@{new.edition}'})}"


def _choices(ask: Ask, names: Sequence[str]) -> dict[str, Any]:
    """Return what the form to choose has: every edition, and what is chosen already."""
    editions = [
        (f"{row.slug}@{row.edition}", f"{row.title or row.slug}, {row.edition} ({row.status})")
        for row in listed(ask.root).uppdrag
    ]
    known = {name for name, _ in editions}
    chosen = {}
    for side, name in zip(_SIDES, names, strict=True):
        edition, _, day = (name, "", "") if name in known else name.rpartition("@")
        chosen[side] = (edition, day)
    return {"sides": _SIDES, "editions": editions, "chosen": chosen}


def _address(path: str, names: Sequence[str], form: str = "") -> str:
    query = dict(zip(_SIDES, names, strict=True)) | ({"som": form} if form else {})
    return f"{path}?{urlencode(query)}"


def _file(ask: Ask, compared: Drawn, names: Sequence[str], form: str) -> Response:
    stem = "-".join(Path(name).stem.replace("@", "-") for name in names)
    if form == _TABLE:
        data = memo_table(compared.comparison, ask.root)
        return download(data, f"tabell-{stem}.docx", _WORD)
    return download(compared.files[form], f"jamforelse-{stem}.{form}", _FORMATS[form])


PAGE = WebPage((Way("/jamfor", show, compare), Way("/jamfor/fil", fetch)), "Jämför", 30)
