"""What a tillägg does to its base: a list of changes, and a form for one of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from itertools import zip_longest
from typing import Final

from starlette.responses import Response

from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.drafting.outline.brought import DEEPEST, TypedSection
from avtalsgen.pipeline.drafting.outline.changes import (
    FACTS,
    LAST,
    BaseChoices,
    TypedChange,
    base_choices,
    changes_on_desk,
    with_change,
    without_change,
    wrong_in,
)
from avtalsgen.pipeline.drafting.outline.rewriting import Files, rewrite
from avtalsgen.problems import AvtalsgenError, Exit
from avtalsgen.swedish.phrases import begin_sentence
from avtalsgen.uppdrag.changes import ACTS, PLACES
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.pages.disposition import draft_of
from avtalsgen.web.reply import page, see_other

_WORDS: Final[Mapping[str, str]] = {
    "lägger_till": "Lägga till ett avsnitt",
    "ersätter": "Ersätta ett avsnitt",
    "upphäver": "Upphäva ett avsnitt",
    "fakta": "Ändra uppgifter",
}
_ROWS: Final = 3
"""Empty rows for facts of a new change."""
_BELOW: Final = 2
"""Empty rows for sections below what is brought."""


def show(ask: Ask) -> Response:
    """Return the changes, with the form for the one that the address names."""
    draft = draft_of(ask)
    choices = base_choices(draft)
    number, what = ask.query.get("rad", ""), ask.query.get("ny", "")
    typed: TypedChange | None = None
    if choices and number.isdecimal():
        there = changes_on_desk(draft, choices)
        typed = there[int(number)].typed if int(number) < len(there) else None
    elif what in ACTS:
        typed = TypedChange(what)
    return _page(ask, draft, choices, typed, number)


def act(ask: Ask) -> Response:
    """Save a change, or take one away."""
    draft, number = draft_of(ask), ask.text("rad")
    row = int(number) if number.isdecimal() else None
    if ask.text("gor") == "ta-bort":
        if row is not None:
            _write(ask, draft, lambda draft: without_change(draft, row))
        return see_other(f"{_path(draft)}?sparat=ja")
    typed = _typed(ask)
    last = _count(draft)
    if wrong := wrong_in(draft, last if row is None else row, typed):
        return _page(ask, draft, base_choices(draft), typed, number, wrong)

    def made(draft: Draft) -> Files:
        return with_change(draft, _count(draft) if row is None else row, typed)

    try:
        _write(ask, draft, made)
    except AvtalsgenError as error:
        if any(problem.exit is not Exit.DATA for problem in error.problems):
            raise
        told = [f"{begin_sentence(each.message)}." for each in error.problems]
        return _page(ask, draft, base_choices(draft), typed, number, {}, told)
    return see_other(f"{_path(draft)}?sparat=ja")


def _write(ask: Ask, draft: Draft, made: Callable[[Draft], Files]) -> None:
    rewrite(ask.root, draft.slug, draft.edition, ask.text("etag"), made)


def _typed(ask: Ask) -> TypedChange:
    what = ask.text("vad")
    facts = {
        path: value
        for path, value in zip(ask.texts("fakta"), ask.texts("varde"), strict=False)
        if path
    }
    place = ask.text("plats")
    return TypedChange(
        what if what in ACTS else FACTS,
        ask.text("avsnitt"),
        place if place in PLACES else LAST,
        _sections(ask),
        ask.text("beskrivning"),
        facts,
        ask.text("gäller_från"),
        ask.text("gäller_till"),
    )


def _sections(ask: Ask) -> tuple[TypedSection, ...]:
    """Return the rows of what is brought: the first, and those below it that are not empty."""
    fields = (ask.texts(name) for name in ("klausul", "rubrik", "text", "niva", "var", "ankare"))
    bare, first_on_page = ask.texts("onumrerat"), ask.texts("ny_sida")
    rows = [
        TypedSection(
            clause,
            heading.strip(),
            text.strip(),
            _depth(depth),
            was,
            anchor.strip(),
            numbered=str(number) not in bare,
            new_page=str(number) in first_on_page,
        )
        for number, (clause, heading, text, depth, was, anchor) in enumerate(
            zip_longest(*fields, fillvalue="")
        )
    ]
    first, *below = rows or [TypedSection()]
    return replace(first, depth=0), *(row for row in below if not row.is_empty)


def _depth(typed: str) -> int:
    return min(max(int(typed), 1), DEEPEST) if typed.isdecimal() else 1


def _count(draft: Draft) -> int:
    choices = base_choices(draft)
    return len(changes_on_desk(draft, choices)) if choices else 0


def _page(
    ask: Ask,
    draft: Draft,
    choices: BaseChoices | None,
    typed: TypedChange | None,
    number: str,
    errors: Mapping[str, str] | None = None,
    told: Sequence[str] = (),
) -> Response:
    wrong = errors or {}
    facts = [*((typed.facts or {}) if typed else {}).items()]
    return page(
        ask,
        "uppdrag/changes.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong or told else HTTPStatus.OK,
        draft=draft,
        home=f"/uppdrag/{draft.slug}/{draft.edition}",
        here=_path(draft),
        choices=choices,
        changes=changes_on_desk(draft, choices) if choices else (),
        typed=typed,
        number=number,
        words=_WORDS,
        places=(*PLACES, LAST),
        sections=(*typed.sections, *([TypedSection(depth=1)] * _BELOW)) if typed else (),
        deepest=DEEPEST,
        facts=[*facts, *([("", "")] * (_ROWS if not facts else 1))],
        errors=wrong,
        summary=[*((said, name) for name, said in wrong.items()), *((each, "") for each in told)],
    )


def _path(draft: Draft) -> str:
    return f"/uppdrag/{draft.slug}/{draft.edition}/andringar"


PAGE = WebPage((Way("/uppdrag/{slug}/{edition}/andringar", show, act),))
