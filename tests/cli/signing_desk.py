"""The command lines that sign, and what `verify` answers, for the tests of both."""

import json

from tests.cli.terminal import Said, Terminal
from tests.signing.parties import STEM

PDF, DOCX = f"{STEM}.pdf", f"{STEM}.docx"
ONCE, TWICE = f"{STEM}-undertecknad.pdf", f"{STEM}-undertecknad-2.pdf"
SIGN = f"avtalsgen sign {PDF} --party beställare --p12 a.p12 --password-file ord"
AGAIN = f"avtalsgen sign {ONCE} --party utförare --p12 b.p12 --password-file ord"
AT = "--time 2026-11-22T09:30+00:00"


def refused(desk: Terminal, line: str, code: str) -> Said:
    """Return what was said when the line was refused, with a hint and without any trace."""
    before = {path: path.read_bytes() for path in desk.root.rglob("*") if path.is_file()}
    said = desk.run(line)
    assert said.err.startswith(f"{code} "), said.err
    assert "Tips: " in said.err
    assert said.out == ""
    assert before == {path: path.read_bytes() for path in desk.root.rglob("*") if path.is_file()}
    return said


def verified(desk: Terminal, file: str) -> dict[str, list[dict[str, object]]]:
    said = desk.run(f"avtalsgen verify {file} --trust rot.pem --json")
    found = json.loads(said.out)
    assert found["schema"] == "avtalsgen.verify/1"
    assert isinstance(found, dict)
    return found


def codes(desk: Terminal, file: str) -> list[object]:
    return [each["code"] for each in verified(desk, file)["problems"]]
