"""The tjänsteskrivelse: the matter, the rows of its table, its text, check and package."""

from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from typing import Final

from starlette.responses import Response

from avtalsgen.pipeline.drafting.files import BuiltFiles, built_files
from avtalsgen.pipeline.drafting.memo import (
    MemoDesk,
    MemoRow,
    memo_about,
    memo_check,
    memo_desk,
    memos,
    save_rows,
    unsaid,
)
from avtalsgen.pipeline.survey.listed import listed
from avtalsgen.pipeline.workspace.memo.change_rows import MOST_ROWS
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.swedish.phrases import begin_sentence
from avtalsgen.web.ask import Ask
from avtalsgen.web.jobs import Job, JobOutcome, Product
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import page, piece, see_other
from avtalsgen.web.safety.tokens import today
from avtalsgen.web.uploads.apart import apart

_KINDS: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
}
_OWN_ROWS: Final = 2
"""Empty rows below the proposed, for what the comparison does not say."""


def index(ask: Ask) -> Response:
    """Return the memos that there are, and the editions that one can be written about."""
    there = list(memos(open_project(ask.root)))
    about = {name for _, _, name in there}
    rows = listed(ask.root).uppdrag
    free = [
        row
        for row in rows
        if row.type.startswith("verksamhetsuppdrag@") and f"{row.slug}@{row.edition}" not in about
    ]
    titles = {f"{row.slug}@{row.edition}": row for row in rows}
    return page(ask, "skrivelse/index.html", memos=there, rows=titles, free=free)


def begin(ask: Ask) -> Response:
    """Go to the memo about an edition; say that there is none yet, with the act to make it."""
    name = ask.query.get("uppdrag", "")
    for slug, edition, about in memos(open_project(ask.root)):
        if about == name:
            return see_other(f"/skrivelse/{slug}/{edition}")
    return page(ask, "skrivelse/begin.html", name=name)


def make(ask: Ask) -> Response:
    """Make the memo about an edition, and go on to it."""
    slug, _, edition = ask.text("uppdrag").partition("@")
    made = memo_about(ask.root, slug, edition)
    return see_other(f"/skrivelse/{made[0]}/{made[1]}")


def show(ask: Ask) -> Response:
    """Return a memo with its steps."""
    desk = _desk(ask)
    return _page(ask, desk, desk.rows)


def choose(ask: Ask) -> Response:
    """Save the rows that were chosen, with why."""
    rows = _sent(ask)
    slug, edition = ask.parts["slug"], ask.parts["edition"]
    chosen = [row for row in rows if row.chosen]
    try:
        saved = save_rows(ask.root, slug, edition, ask.text("etag"), chosen)
    except AvtalsgenError as error:
        told = [(f"{begin_sentence(p.message)}", "andras") for p in error.problems]
        return _page(ask, _desk(ask), rows, told)
    if saved.clashes:
        told = [("Någon annan har sparat tabellen under tiden: läs om sidan och gör om", "andras")]
        return _page(ask, _desk(ask), rows, told)
    return see_other(f"/skrivelse/{slug}/{edition}?sparat=ja#beslut")


def check(ask: Ask) -> Response:
    """Return what is to be told before the package is built."""
    slug, edition = ask.parts["slug"], ask.parts["edition"]
    day = today()
    told = ask.site.remembered.get(
        f"skrivelse {slug}@{edition} {day}", lambda: memo_check(ask.root, slug, edition, day)
    )
    values = {"check": told, "here": _path(ask)}
    if ask.by_script:
        return piece(ask, "skrivelse/check.html", **values)
    return page(ask, "skrivelse/checked.html", status=HTTPStatus.OK, **values)


def build(ask: Ask) -> Response:
    """Start to build the package, as a draft where something is wrong with it."""
    slug, edition, draft = ask.parts["slug"], ask.parts["edition"], ask.text("som") == "utkast"
    work_of = partial(built_files, draft=draft, package=True)

    def work(job: Job) -> JobOutcome:
        job.progress("Sätter sidor och skriver filer", 1, 2)
        built = apart(work_of, ask.root, slug, edition, stopped=job.stopped)
        job.progress("Lämnar filerna", 2, 2)
        return _outcome(built)

    job = ask.site.jobs.start(f"Bygger nämndpaketet för {slug} {edition}", _path(ask), work)
    return see_other(f"/jobb/{job.id}")


def _outcome(built: BuiltFiles) -> JobOutcome:
    if not built.files:
        raise AvtalsgenError(built.problems)
    files = tuple(
        Product(name, _KINDS.get(name.rpartition(".")[2], "application/octet-stream"), data)
        for name, data in built.files.items()
    )
    return JobOutcome("Nämndpaketet är byggt", files, built.problems)


def _desk(ask: Ask) -> MemoDesk:
    slug, edition = ask.parts["slug"], ask.parts["edition"]

    def make() -> MemoDesk:
        return memo_desk(ask.root, slug, edition)

    return ask.site.remembered.get(f"skrivelse {slug}@{edition}", make)


def _path(ask: Ask) -> str:
    return f"/skrivelse/{ask.parts['slug']}/{ask.parts['edition']}"


def _sent(ask: Ask) -> tuple[MemoRow, ...]:
    """Return the rows as they were sent; one that was left empty is none."""
    chosen = set(ask.texts("rad"))
    rows = (
        MemoRow(
            ask.text(f"vad{n}"),
            ask.text(f"idag{n}"),
            ask.text(f"forslag{n}"),
            ask.text(f"varfor{n}"),
            ask.text(f"plats{n}"),
            chosen=n in chosen,
        )
        for n in ask.texts("nummer")
    )
    return tuple(row for row in rows if row.what or row.today or row.proposal or row.why)


def _page(
    ask: Ask, desk: MemoDesk, rows: Sequence[MemoRow], errors: Sequence[tuple[str, str]] = ()
) -> Response:
    empty = (MemoRow("", "", "", ""),) * _OWN_ROWS
    return page(
        ask,
        "skrivelse/page.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
        desk=desk,
        etag=ask.text("etag") or desk.draft.etag,
        rows=(*rows, *(() if desk.draft.is_locked else empty)),
        most=MOST_ROWS,
        chosen=sum(row.chosen for row in rows),
        unsaid=unsaid(rows),
        errors=errors,
        saved=ask.query.get("sparat") == "ja",
        here=_path(ask),
    )


PAGE = WebPage(
    (
        Way("/skrivelse", index),
        Way("/skrivelse/ny", begin, make),
        Way("/skrivelse/{slug}/{edition}", show, choose),
        Way("/skrivelse/{slug}/{edition}/kontroll", check),
        Way("/skrivelse/{slug}/{edition}/paket", act=build),
    ),
    "Tjänsteskrivelse",
    60,
)
