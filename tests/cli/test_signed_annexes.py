"""A document with annexes and facts in its PDF is signed and verified as a whole."""

import pytest
from tests import pdf_validator
from tests.cli.terminal import Terminal
from tests.signing import authority
from tests.workspace import WHOLE
from tests.writers.pdf.annexes_by_hand import tagged

from avtalsgen.problems import Exit

FACTS = "uppdrag/prov/1.yaml"
PDF, SIGNED = "output/prov/1/prov-1.pdf", "output/prov/1/prov-1-undertecknad.pdf"
SIGN = f"avtalsgen sign {PDF} --party utförare --p12 a.p12 --password-file ord"
VERIFY = f"avtalsgen verify {SIGNED} --trust rot.pem"
ELECTRONIC = WHOLE[FACTS] + "underskrift: {form: e-signering}\n"
ANNEXES = """\
bilagor:
  - {titel: Främmande, fil: a.pdf}
  - {titel: Taxa, uppdrag: taxa@1}
"""


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """Return a terminal where the annex is another uppdrag that is signed electronically."""
    files = {
        FACTS: (ELECTRONIC + ANNEXES).encode(),
        "uppdrag/prov/a.pdf": tagged(),
        "uppdrag/taxa/1.yaml": ELECTRONIC.replace("titel: Prov", "titel: Taxa").encode(),
        "a.p12": authority.p12("Åsa Öhrström"),
        "rot.pem": authority.root(),
        "ord": authority.PASSWORD.encode(),
    }
    for name, data in files.items():
        path = terminal.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return terminal


def test_the_whole_is_signed_and_verified(desk: Terminal) -> None:
    assert desk.run("avtalsgen build prov --format pdf").code == Exit.FINE
    assert desk.run(SIGN).code == Exit.FINE
    said = desk.run(VERIFY)
    assert (said.code, said.err) == (Exit.FINE, "")
    assert "oförändrad: varje byte före underskrifterna är som den byggdes" in said.out
    assert pdf_validator.breaches((desk.root / SIGNED).read_bytes()) == []


def test_a_file_that_carries_its_facts_is_signed_and_verified(desk: Terminal) -> None:
    assert desk.run("avtalsgen build prov --format pdf --attach-facts").code == Exit.FINE
    assert desk.run(SIGN).code == Exit.FINE
    said = desk.run(VERIFY)
    assert (said.code, said.err) == (Exit.FINE, "")


def test_another_list_of_annexes_is_told_of(desk: Terminal) -> None:
    desk.run("avtalsgen build prov --format pdf")
    desk.run(SIGN)
    facts = desk.root / FACTS
    facts.write_text(facts.read_text("utf-8").replace("Främmande", "Egen"), "utf-8")
    said = desk.run(VERIFY)
    assert said.code == Exit.LOOK
    assert "VE14" in said.err
    assert "filen har Bilaga 1: Främmande, Bilaga 2: Taxa" in said.err
