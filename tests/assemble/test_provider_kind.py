"""What a provider is by the register, and how it may be related to who orders."""

import pytest
from tests.workspace import WHOLE, document_of, project

from avtalsgen.problems import AvtalsgenError

REGISTER, UPPDRAG = "clauses/register/organisationer.yaml", "uppdrag/prov/1.yaml"
REGION = """\
  norra:
    typ: region
    namn: [{namn: Region Norra}]
    källa: egen
    kontrollerad_per: 2026-01-01
"""
KINDS = "slag:\n  region: {relation: [offentlig]}\n"


def told(relation: str, provider: str, kinds: str = KINDS) -> list[str]:
    """Return what is told of an uppdrag, in order."""
    uppdrag = WHOLE[UPPDRAG].replace("utförare: {organ: enheten", f"utförare: {{organ: {provider}")
    assert provider == "enheten" or uppdrag != WHOLE[UPPDRAG]
    files = {
        REGISTER: f"{kinds}{WHOLE[REGISTER]}{REGION}",
        UPPDRAG: f"relation: {relation}\n{uppdrag}",
    }
    _, problems = document_of(project({**WHOLE, **files}), "prov", "1")
    return [f"{each.code} {each.message} → {each.hint}" for each in problems]


def test_a_region_is_no_private_provider() -> None:
    wrong = "FA11 Region Norra är region, och relation är privat → skriv relation: offentlig"
    assert wrong in told("privat", "norra")


@pytest.mark.parametrize(
    ("relation", "provider", "kinds"),
    [
        ("offentlig", "norra", KINDS),
        ("privat", "enheten", KINDS),
        ("privat", "norra", ""),
        ("{okänt: frågan är ställd}", "norra", KINDS),
    ],
)
def test_a_relation_that_fits_is_not_told(relation: str, provider: str, kinds: str) -> None:
    assert not any(each.startswith("FA11") for each in told(relation, provider, kinds))


def test_a_kind_that_says_no_relation_is_refused() -> None:
    with pytest.raises(AvtalsgenError) as refused:
        told("privat", "norra", "slag:\n  region: {}\n")
    assert [each.code for each in refused.value.problems] == ["RE02"]
