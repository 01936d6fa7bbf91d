"""An edition while it is written: its form with the text beside it, saved, held against, built."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from http import HTTPStatus
from typing import Final

from starlette.responses import Response

from avtalsgen.pipeline.drafting.desk import OnDesk, changed_answers, on_desk
from avtalsgen.pipeline.drafting.files import BuiltFiles, built_files
from avtalsgen.pipeline.drafting.form.posted import ASKED, Posted, Sent
from avtalsgen.pipeline.drafting.outline.order import move
from avtalsgen.pipeline.drafting.outline.upgrade import take_newer, upgrade_of
from avtalsgen.pipeline.drafting.saving.save import Saved, save
from avtalsgen.pipeline.drafting.seen.problems import build_problems, problems_of
from avtalsgen.pipeline.drafting.seen.why import outline_of
from avtalsgen.problems import AvtalsgenError
from avtalsgen.web.ask import Ask
from avtalsgen.web.jobs import Job, JobOutcome, Product
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.render import Written
from avtalsgen.web.reply import page, piece, see_other
from avtalsgen.web.safety.tokens import today
from avtalsgen.web.uploads.apart import apart

_KINDS: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_LEVEL: Final = 3
"""Of the first headings of the text in a page."""
_MOVES: Final = ("upp", "ner")
_ONWARD: Final = re.compile(r"[a-z-]+(?:/[a-z0-9.-]+)?")
"""A page below this one, as a button names it that leads there once what was typed is saved."""
_NOT_ANSWERS: Final = frozenset({"gor", "etag"})


def show(ask: Ask) -> Response:
    """Return an edition to work on; one that is signed to read."""
    return _form(ask, _desk(ask))


def act(ask: Ask) -> Response:
    """Do what the button of the form says, with what was typed."""
    what = ask.text("gor")
    desk = _desk(ask, ask.texts)
    if what == "forhandsvisa" or desk.posted is None:
        return _form(ask, desk)
    return _save(ask, desk, desk.posted, what)


def choose(ask: Ask) -> Response:
    """Save what was typed, with the answers that were chosen where two had answered."""
    theirs = [path for path in ask.texts("krock") if ask.text(f"val:{path}") == "deras"]

    def sent(name: str) -> Sequence[str]:
        texts = () if name in theirs else ask.texts(name)
        return [text for text in texts if text not in theirs] if name == ASKED else texts

    desk = _desk(ask, sent)
    assert desk.posted is not None
    return _save(ask, desk, desk.posted, "spara")


def _save(ask: Ask, desk: OnDesk, posted: Posted, what: str) -> Response:
    draft, home = desk.draft, _home(ask)
    saved = save(ask.root, draft.slug, draft.edition, ask.text("etag"), posted.answers)
    if saved.clashes:
        return _clash(ask, desk, saved)
    if posted.wrong:
        again = _desk(ask, ask.texts)
        return _form(ask, again, saved=saved, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if what == "kontrollera":
        return see_other(f"{home}/svar")
    if what == "utkast":
        return _start(ask, desk, draft=True, package=False)
    act, _, which = what.partition(":")
    if act == "ga" and _ONWARD.fullmatch(which):
        return see_other(f"{home}/{which}")
    if act in _MOVES:
        place = tuple(int(step) for step in which.split(".") if step.isdecimal())
        move(ask.root, draft.slug, draft.edition, saved.etag, place, up=act == "upp")
        return see_other(f"{home}?sparat=ja#disposition")
    return see_other(f"{home}?sparat=ja{'#f-' + which if act == 'rad' else ''}")


def text(ask: Ask) -> Response:
    """Return the text as what was typed makes it, for the place beside the form."""
    desk = _desk(ask, ask.texts)
    return piece(ask, "uppdrag/text.html", **_shown(desk, fresh=True))


def problems(ask: Ask) -> Response:
    """Return all that is wrong, also with language, law and sums."""
    desk = _desk(ask)
    told = problems_of(desk.seen, today())
    if ask.by_script:
        return piece(ask, "uppdrag/problem_rows.html", problems=told, ids=_ids(desk), on_form=True)
    shown = _shown(desk) | {"problems": told}
    return page(ask, "uppdrag/problems.html", status=HTTPStatus.OK, **shown)


def answers(ask: Ask) -> Response:
    """Return the answers to be gone through before anything is built."""
    desk = _desk(ask)
    return page(ask, "uppdrag/answers.html", status=HTTPStatus.OK, **_shown(desk))


def build(ask: Ask) -> Response:
    """Start a build, and go to where it can be followed."""
    what = ask.text("gor")
    return _start(ask, _desk(ask), draft=what == "utkast", package=what == "paket")


def newer(ask: Ask) -> Response:
    """Return what the newest edition of a clause changes."""
    slug, edition, clause = (ask.parts[name] for name in ("slug", "edition", "clause"))
    upgrade = upgrade_of(ask.root, slug, edition, clause, _LEVEL)
    changed = Written(upgrade.changed)
    return page(ask, "uppdrag/newer.html", upgrade=upgrade, changed=changed, home=_home(ask))


def take(ask: Ask) -> Response:
    """Put the newest edition of a clause into the edition."""
    slug, edition, clause = (ask.parts[name] for name in ("slug", "edition", "clause"))
    take_newer(ask.root, slug, edition, clause, ask.text("etag"))
    return see_other(f"{_home(ask)}?sparat=ja#disposition")


def _start(ask: Ask, desk: OnDesk, *, draft: bool, package: bool) -> Response:
    slug, edition, root = desk.draft.slug, desk.draft.edition, ask.root

    work_of = partial(built_files, draft=draft, package=package)

    def work(job: Job) -> JobOutcome:
        job.progress("Sätter sidor och skriver filer", 1, 2)
        built = apart(work_of, root, slug, edition, stopped=job.stopped)
        job.progress("Lämnar filerna", 2, 2)
        return _outcome(built, desk.title)

    words = "utkast av " if draft else "nämndpaketet för " if package else ""
    job = ask.site.jobs.start(f"Bygger {words}{desk.title} {edition}", f"{_home(ask)}/svar", work)
    return see_other(f"/jobb/{job.id}")


def _outcome(built: BuiltFiles, title: str) -> JobOutcome:
    if not built.files:
        raise AvtalsgenError(built.problems)
    files = tuple(
        Product(name, _KINDS.get(name.rpartition(".")[2], "application/octet-stream"), data)
        for name, data in built.files.items()
    )
    return JobOutcome(f"{title} är byggt", files, built.problems)


def _clash(ask: Ask, desk: OnDesk, saved: Saved) -> Response:
    kept = [
        (name, value)
        for name, value in ask.form.multi_items()
        if name not in _NOT_ANSWERS and not name.startswith("val:") and name != "krock"
    ]
    return page(
        ask,
        "uppdrag/clash.html",
        status=HTTPStatus.CONFLICT,
        saved=saved,
        clashes=desk.told_clashes(saved.clashes),
        kept=kept,
        **_shown(desk),
    )


def _form(
    ask: Ask, desk: OnDesk, *, saved: Saved | None = None, status: int = HTTPStatus.OK
) -> Response:
    unsaved = desk.posted is not None and bool(changed_answers(desk.draft, desk.posted.answers))
    return page(
        ask,
        "uppdrag/locked.html" if desk.draft.is_locked else "uppdrag/edit.html",
        status=status,
        etag=saved.etag if saved else ask.text("etag") or desk.draft.etag,
        saved=saved,
        unsaved=unsaved and saved is None,
        **_shown(desk),
    )


def _desk(ask: Ask, sent: Sent | None = None) -> OnDesk:
    return on_desk(ask.site.project, ask.parts["slug"], ask.parts["edition"], sent)


def _shown(desk: OnDesk, *, fresh: bool = False) -> dict[str, object]:
    return {
        "desk": desk,
        "draft": desk.draft,
        "form": desk.form,
        "home": f"/uppdrag/{desk.draft.slug}/{desk.draft.edition}",
        "preview": Written(desk.preview(_LEVEL)),
        "outline": outline_of(desk.seen),
        "problems": build_problems(desk.seen),
        "ids": _ids(desk),
        "fresh": fresh,
    }


def _ids(desk: OnDesk) -> Mapping[str, str]:
    return {field.name: field.id for field in desk.form.fields}


def _home(ask: Ask) -> str:
    return f"/uppdrag/{ask.parts['slug']}/{ask.parts['edition']}"


_HERE = "/uppdrag/{slug}/{edition}"
PAGE = WebPage(
    (
        Way(_HERE, show, act),
        Way(f"{_HERE}/val", act=choose),
        Way(f"{_HERE}/text", act=text),
        Way(f"{_HERE}/problem", problems),
        Way(f"{_HERE}/svar", answers),
        Way(f"{_HERE}/bygg", act=build),
        Way(f"{_HERE}/byt/{{clause}}", newer, take),
    )
)
