"""The clauses: what there are, their editions beside each other, a new wording, and its review."""

from collections.abc import Mapping, Sequence
from datetime import date
from http import HTTPStatus
from itertools import groupby

from starlette.responses import Response

from avtalsgen.pipeline.survey.listed import listed
from avtalsgen.pipeline.wording.changing import (
    OpenClause,
    SeenWording,
    comment,
    new_edition,
    open_clause,
    save_wording,
    see_wording,
    sign_off,
)
from avtalsgen.pipeline.wording.overview import ClauseOverview, clause_overview
from avtalsgen.pipeline.wording.palette import FactButton, palette
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.swedish.phrases import begin_sentence
from avtalsgen.web.ask import Ask
from avtalsgen.web.comparison import read_section
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.render import Written
from avtalsgen.web.reply import page, piece, see_other
from avtalsgen.web.safety.tokens import today
from avtalsgen.writers.html.fragment import write_fragment

_LEVEL = 3


def index(ask: Ask) -> Response:
    """Return every clause with its editions."""
    rows = listed(ask.root).clauses
    wanted = ask.query.get("q", "").casefold()
    clauses = [
        (clause, list(editions))
        for clause, editions in groupby(rows, lambda row: row.clause)
        if wanted in clause.casefold()
    ]
    return page(ask, "klausuler/index.html", clauses=clauses, wanted=ask.query.get("q", ""))


def show(ask: Ask) -> Response:
    """Return the editions of a clause beside each other, and who uses them."""
    return _overview(ask, {})


def make(ask: Ask) -> Response:
    """Make a new edition of a clause, and go on to its wording."""
    clause, old, name = ask.parts["clause"], ask.text("fran"), ask.text("utgava")
    try:
        start = _day(ask.text("fran_dag"))
        made = new_edition(ask.root, clause, old, name, start)
    except AvtalsgenError as error:
        return _overview(ask, {"utgava": _told(error)})
    except ValueError:
        return _overview(ask, {"fran_dag": "Skriv dagen som 2027-01-01."})
    return see_other(_path(made))


def edit(ask: Ask) -> Response:
    """Return an edition to be written, with what it becomes beside it."""
    opened = _opened(ask)
    return _editor(ask, opened, opened.file.heading, opened.file.body)


def act(ask: Ask) -> Response:
    """Do what the button says: show the wording, put a fact in it, or save it."""
    opened = _opened(ask)
    heading, body = ask.text("rubrik"), ask.text("lydelse")
    if put_in := ask.text("in"):
        return _editor(ask, opened, heading, f"{body} {put_in}".strip())
    if ask.text("gor") != "spara":
        return _editor(ask, opened, heading, body)
    clause, edition = opened.file.clause, opened.file.edition
    try:
        saved = save_wording(ask.root, clause, edition, ask.text("etag"), heading, body)
    except AvtalsgenError as error:
        return _editor(ask, opened, heading, body, _errors(error, "lydelse"))
    return see_other(f"{_path(saved)}?sparat=ja")


def review(ask: Ask) -> Response:
    """Sign the review of the words that were read, or leave a comment to be checked."""
    opened = _opened(ask)
    clause, edition, etag = opened.file.clause, opened.file.edition, ask.text("etag")
    who, said = ask.text("roll"), ask.text("kommentar")
    try:
        if ask.text("gor") == "granska":
            if ask.text("last") != "ja":
                return _editor(
                    ask,
                    opened,
                    opened.file.heading,
                    opened.file.body,
                    [("Kryssa i att du har läst lydelsen i dess helhet", "last")],
                )
            opened = sign_off(ask.root, clause, edition, etag, who, today())
            etag = opened.etag
        if said or ask.text("gor") == "kommentera":
            opened = comment(ask.root, clause, edition, etag, said, who)
    except AvtalsgenError as error:
        file = opened.file
        return _editor(ask, opened, file.heading, file.body, _errors(error, "roll"))
    return see_other(f"{_path(opened)}?sparat=ja#granska")


def _opened(ask: Ask) -> OpenClause:
    return open_clause(ask.root, ask.parts["clause"], ask.parts["edition"])


def _path(opened: OpenClause) -> str:
    return f"/klausuler/{opened.file.clause}/{opened.file.edition}"


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _overview(ask: Ask, errors: Mapping[str, str]) -> Response:
    clause = ask.parts["clause"]
    overview = ask.site.remembered.get(
        f"klausul {clause}", lambda: clause_overview(ask.root, clause)
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    return page(
        ask,
        "klausuler/clause.html",
        status=status,
        clause=overview,
        cards=_cards(overview),
        summary=[(text, field) for field, text in errors.items()],
        written={name: ask.text(name) for name in ("utgava", "fran_dag", "fran")},
        errors=errors,
        free=str(today().year + 1),
    )


def _cards(overview: ClauseOverview) -> list[tuple[object, object]]:
    """Return each edition with its text, marked against the one before it."""
    return [
        (card, read_section(card.pair, f"e-{card.edition}") if card.pair else None)
        for card in overview.cards
    ]


def _editor(
    ask: Ask,
    opened: OpenClause,
    heading: str,
    body: str,
    errors: Sequence[tuple[str, str]] = (),
) -> Response:
    seen = see_wording(ask.root, opened, heading, body, today())
    shown = Written(write_fragment(seen.document, _leads_nowhere, _LEVEL)) if seen.document else ""
    if ask.by_script:
        return piece(ask, "klausuler/preview.html", seen=seen, shown=shown)
    return page(
        ask,
        "klausuler/edition.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
        opened=opened,
        etag=ask.text("etag") or opened.etag,
        heading=heading,
        body=body,
        seen=seen,
        shown=shown,
        palette=_palette(ask, seen),
        errors=errors,
        saved=ask.query.get("sparat") == "ja",
        who=ask.text("roll") or ask.user,
        said=ask.text("kommentar"),
    )


def _palette(ask: Ask, seen: SeenWording) -> tuple[tuple[str, Sequence[FactButton]], ...]:
    return palette(ask.root, seen.uses)


def _leads_nowhere(_: str) -> str:
    return ""


def _errors(error: AvtalsgenError, field: str) -> list[tuple[str, str]]:
    return [(_said(problem), field) for problem in error.problems]


def _told(error: AvtalsgenError) -> str:
    return _said(error.problems[0])


def _said(problem: Problem) -> str:
    sentences = (problem.message, problem.hint or "", f"kod {problem.code}")
    return " ".join(f"{begin_sentence(each)}." for each in sentences if each)


PAGE = WebPage(
    (
        Way("/klausuler", index),
        Way("/klausuler/{clause}", show, make),
        Way("/klausuler/{clause}/{edition}", edit, act),
        Way("/klausuler/{clause}/{edition}/granskning", act=review),
    ),
    "Klausuler",
    20,
)
