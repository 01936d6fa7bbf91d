"""What a problem says to type is typed, by the command that told of it: then it is told no more.

`tests/workspace.py` holds the same of every hint that is met while a document is assembled.
"""

import re
import shlex

import pytest
from tests.assemble.letters import LETTERS
from tests.cli.terminal import Terminal
from tests.hint_watch import commands
from tests.typed_hints import MEANT, QUOTED, typed
from tests.workspace import WHOLE

from avtalsgen.problems import Exit, Problem
from avtalsgen.source import Origin

UPPDRAG = "uppdrag/prov/1.yaml"
TOLD = re.compile(
    r"^(?:(?P<file>[^\s:]+):(?P<line>\d+):(?P<column>\d+): )?(?P<code>[A-Z]{2}\d\d) (?P<message>.*)"
    r"\n  Tips: (?P<hint>.*)$",
    re.MULTILINE,
)


def problems(err: str) -> list[Problem]:
    """Return what is told on standard error, with its hints."""
    return [
        Problem(
            found["code"],
            found["message"],
            origin=Origin(found["file"], int(found["line"]), int(found["column"]))
            if found["file"]
            else None,
            hint=found["hint"],
        )
        for found in TOLD.finditer(err)
    ]


Changed = tuple[tuple[str, str, str], ...]
"""Files, what stands in them, and what they say instead; nothing stands in a new one."""

MONEY = "ersättning: {belopp: 605}"
INDEX = "index: {serie: OPI, från: 2022-01-01}"
PRICED = f"ersättning: {{modell: fast_per_år, belopp: 605, prisnivå: 2021, {INDEX}}}"
MEMOS: Changed = tuple((name, "", text) for name, text in LETTERS.items() if name not in WHOLE)
PARAMETERS = "clauses/parametrar.yaml"


def priced(part: str, other: str) -> Changed:
    assert part in PRICED
    return ((UPPDRAG, MONEY, PRICED.replace(part, other)),)


def without(part: str) -> Changed:
    return priced(part, "")


def changed_in(name: str, old: str, new: str) -> Changed:
    return ((name, old, new),)


TYPED: dict[str, tuple[str, Changed]] = {
    "FA05": ("avtalsgen build prov", changed_in(UPPDRAG, "dnr: SN 2026-1\n", "")),
    "IX01": ("avtalsgen index prov@1", without("serie: OPI, ")),
    "IX06": ("avtalsgen index prov@1", without("modell: fast_per_år, ")),
    "IX07": ("avtalsgen index prov@1", without("prisnivå: 2021, ")),
    "IX08": ("avtalsgen index prov@1", priced("prisnivå: 2021", "prisnivå: 2023")),
    "IX08 fixed": (
        "avtalsgen index prov@1",
        priced("prisnivå: 2021", "prisnivå: 2021, fast_till: 2022-06-30"),
    ),
    "IX11": (
        "avtalsgen index prov@1",
        priced(
            "605, prisnivå: 2021, index: {", "400, prisnivå: 2021, index: {avrundning: tusental, "
        ),
    ),
    "KL04": ("avtalsgen build prov", changed_in("clauses/tvist/1.md", "[utf", "[utt")),
    "PA01": ("avtalsgen build prov", changed_in(PARAMETERS, "{typ: text", "{typ: textt")),
    "RE01": (
        "avtalsgen build prov",
        changed_in("clauses/register/rattskallor.yaml", "källa: SFS", "kalla: SFS"),
    ),
    "RE02": (
        "avtalsgen build prov",
        changed_in("clauses/register/organisationer.yaml", "    namn: [{namn: Stödenheten}]\n", ""),
    ),
    "RE04 value": (
        "avtalsgen index prov@1",
        (*without(""), ("clauses/register/index.yaml", 'definitivt: "1,9"', 'definitivt: "nio"')),
    ),
    "RE04 year": (
        "avtalsgen index prov@1",
        (*without(""), ("clauses/register/index.yaml", 'definitivt: "1,9", ', "")),
    ),
    "RE04": (
        "avtalsgen index prov@1",
        (*without(""), ("clauses/register/index.yaml", "serier", "serie")),
    ),
}
"""Hints that say what to write in a file."""
IN_THE_LINE = {
    "LB01": "avtalsgen library tid@2027",
    "RU01": "avtalsgen rule RK1",
    "UG01": "avtalsgen upgrade tvisst@1",
    "UP01": "avtalsgen status prv",
}
"""Those that say what a word of the command line was meant to be."""
RUN: dict[str, tuple[str, Changed]] = {
    "AY02": ("avtalsgen init uppdrag", ()),
    "LK04": ("avtalsgen lock prov@1 --reason fel --date 2026-11-29", ()),
    "PK01": ("avtalsgen build --package prov@1", MEMOS),
    "PR02": ("avtalsgen build prov", ()),
    "UG04": ("avtalsgen upgrade tvist@1 prov", ()),
}
"""Those with a command that is the way on."""


def met(terminal: Terminal, code: str, line: str, changed: Changed) -> Problem:
    for name, old, new in changed:
        path = terminal.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8") if path.exists() else ""
        assert old in text
        path.write_text(text.replace(old, new, 1) if old else new, "utf-8")
    return [each for each in problems(terminal.run(line).err) if each.code == code][-1]


@pytest.mark.parametrize("met_as", TYPED)
def test_what_is_written_where_a_hint_says_ends_it(terminal: Terminal, met_as: str) -> None:
    line, changed = TYPED[met_as]
    code = met_as.partition(" ")[0]
    problem = met(terminal, code, line, changed)
    ways = [*typed(problem, lambda name: (terminal.root / name).read_text("utf-8"))]
    assert ways
    for words, name, text in ways:
        before = (terminal.root / name).read_text("utf-8")
        (terminal.root / name).write_text(text, "utf-8")
        after = problems(terminal.run(line).err)
        assert all((each.code, each.message) != (code, problem.message) for each in after), words
        (terminal.root / name).write_text(before, "utf-8")


@pytest.mark.parametrize("code", IN_THE_LINE)
def test_a_word_that_was_meant_is_right_in_the_command(terminal: Terminal, code: str) -> None:
    line = IN_THE_LINE[code]
    problem = met(terminal, code, line, ())
    wrong, meant = QUOTED.search(problem.message), MEANT.fullmatch(str(problem.hint))
    assert wrong
    assert meant
    said = terminal.run(line.replace(wrong["word"], meant["word"]))
    assert code not in [each.code for each in problems(said.err)]
    assert said.code in (Exit.FINE, Exit.LOOK)


@pytest.mark.parametrize("code", RUN)
def test_a_command_of_a_hint_is_the_way_on(terminal: Terminal, code: str) -> None:
    line, changed = RUN[code]
    problem = met(terminal, code, line, changed)
    ways = [*commands(str(problem.hint))]
    assert ways
    for words in ways:
        said = terminal.run(shlex.join(["avtalsgen", *words]))
        others = [each.code for each in problems(said.err)]  # the next honest fault, with its hint
        assert code not in others
        assert others or said.code in (Exit.FINE, Exit.LOOK), said.err
