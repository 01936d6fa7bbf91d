"""An uppdrag whose status and facts agree has nothing to be told of."""

import hashlib

import pytest
from tests.workspace import WHOLE, document_of, project

UPPDRAG = "uppdrag/prov/1.yaml"
SIGNED = b"Undertecknat."
DECIDED = "beslutad: {organ: namnden, datum: 2026-03-15, paragraf: § 7}\n"
FILE = f"fil: fil.pdf, sha256: {hashlib.sha256(SIGNED).hexdigest()}"


@pytest.mark.parametrize(
    ("status", "facts"),
    [
        ("utkast", ""),
        ("upprättad", ""),
        ("beslutad", DECIDED),
        ("undertecknad", f"{DECIDED}undertecknad: {{datum: 2026-03-15, {FILE}}}\n"),
        ("undertecknad", "beslutad: {okänt: gammalt}\nundertecknad: {okänt: gammalt}\n"),
    ],
)
def test_each_step_is_taken_when_its_facts_are_there(status: str, facts: str) -> None:
    text = WHOLE[UPPDRAG].replace("status: utkast", f"status: {status}") + facts
    changed: dict[str, str | bytes] = {UPPDRAG: text, "uppdrag/prov/fil.pdf": SIGNED}
    document, problems = document_of(project(changed), "prov", "1")
    assert problems == ()
    assert document.identity.status == status
