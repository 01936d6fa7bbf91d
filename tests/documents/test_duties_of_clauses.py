"""The duties of two editions of ours are told as their clauses name them."""

import re
from functools import cache

from tests.compared import compare
from tests.documents.every import document, project

from avtalsgen.model import plain
from avtalsgen.model.calendar import Obligation
from avtalsgen.model.duties import ComparedDuty
from avtalsgen.pipeline.workspace.documents import duties_of

SLUG, OLD, NEW = "vald-i-nara-relation", "2019", "2026"
PARTIES = {"utförare": "utföraren", "beställare": "beställaren", "båda": "båda"}


@cache
def owed(edition: str) -> tuple[Obligation, ...]:
    return duties_of(project(), SLUG, edition, document(f"{SLUG}@{edition}"))


@cache
def duties() -> tuple[ComparedDuty, ...]:
    old, new = (document(f"{SLUG}@{edition}") for edition in (OLD, NEW))
    return compare(old, new, agreed=(owed(OLD), owed(NEW))).duties


def test_most_duties_that_the_clauses_name_are_told_in_their_words() -> None:
    acts = {duty.act for duty in duties() if duty.new}
    named = [obligation.what for obligation in owed(NEW)]
    assert sum(what in acts for what in named) / len(named) >= 0.8


def test_a_duty_has_the_party_and_the_day_that_its_clause_and_the_facts_give() -> None:
    by_act = {duty.act: duty for duty in duties() if duty.new}
    for obligation in owed(NEW):
        duty = by_act.get(obligation.what)
        if duty and obligation.who in PARTIES:
            assert duty.party == PARTIES[obligation.who]
        if duty and obligation.dated:
            assert duty.when == obligation.words


def test_old_and_new_are_words_of_the_documents() -> None:
    for edition, side in ((OLD, "old"), (NEW, "new")):
        words = set(_words(" ".join(plain.lines(document(f"{SLUG}@{edition}")))))
        for duty in duties():
            assert set(_words(getattr(duty, side).replace("(inte ifyllt)", ""))) <= words


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_an_edition_against_itself_has_no_changed_duty() -> None:
    new = document(f"{SLUG}@{NEW}")
    told = compare(new, new, agreed=(owed(NEW), owed(NEW))).duties
    assert {duty.status for duty in told} == {"samma"}
