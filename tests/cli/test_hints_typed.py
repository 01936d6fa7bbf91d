"""What a problem says to type is typed, by the command that told of it: then it is told no more.

`tests/workspace.py` holds the same of every hint that is met while a document is assembled.
"""

import re
import shlex

import pytest
from tests.assemble.letters import LETTERS
from tests.cli.signing_desk import AGAIN, ONCE, SIGN
from tests.cli.terminal import Terminal
from tests.hint_watch import ASKED, commands
from tests.typed_hints import MEANT, QUOTED, SWAPPED, typed
from tests.workspace import WHOLE

from avtalsgen.pipeline.drafting.draft import open_draft
from avtalsgen.pipeline.drafting.saving.save import refuse_locked
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
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
TYPE = WHOLE["clauses/dokumenttyper/uppdrag/1.yaml"]
MEMOS: Changed = tuple((name, "", text) for name, text in LETTERS.items() if name not in WHOLE)
PARAMETERS = "clauses/parametrar.yaml"


def priced(part: str, other: str) -> Changed:
    assert part in PRICED
    return ((UPPDRAG, MONEY, PRICED.replace(part, other)),)


def without(part: str) -> Changed:
    return priced(part, "")


def changed_in(name: str, old: str, new: str) -> Changed:
    return ((name, old, new),)


def duty(when: str) -> Changed:
    """Return a clause with a duty at a time."""
    said = f"skyldigheter: [{{vem: utförare, vad: svarar, när: {when}}}]\n"
    return changed_in("clauses/tvist/1.md", "rubrik: Tvist\n", f"rubrik: Tvist\n{said}")


SUPPLEMENT = WHOLE[UPPDRAG].replace("uppdrag@1", "tillagg@1").replace("SN 2026-1", "SN 2026-2")
CHANGING = """\
tillägg: {till: prov@1, från: 2026-04-01}
ändringar: [{fakta: {ersättning: {belopp: 700}}}]
disposition: [{rubrik: Ändringar, ändringar: övriga}]"""
CHANGED = SUPPLEMENT.replace("disposition: [ersattning@1, tvist@1]", CHANGING)
SUPPLEMENT_TYPE = ("clauses/dokumenttyper/tillagg/1.yaml", "", f"{TYPE}bas: ja\n")
SUPPLEMENTS: Changed = (SUPPLEMENT_TYPE, ("uppdrag/prov/2.yaml", "", SUPPLEMENT))
OF_ALL: Changed = (
    SUPPLEMENT_TYPE,
    ("uppdrag/prov/2-tillagg.yaml", "", CHANGED.replace("prov@1", "prov")),
)
OF_NOTHING: Changed = (
    SUPPLEMENT_TYPE,
    ("uppdrag/prov/2.yaml", "", f"{SUPPLEMENT}tillägg: {{till: {{okänt: a}}}}\n"),
)
NEWER: Changed = (
    (
        "clauses/tvist/2.md",
        "",
        "---\nrubrik: Tvist\ngäller: {från: 2026-01-01}\nstatus: gällande\n---\nNej.\n",
    ),
)
DECIDED: Changed = (
    (
        UPPDRAG,
        "status: utkast",
        "status: {}\nbeslutad: {{organ: namnden, datum: 2026-03-02, paragraf: § 1}}\n"
        "undertecknad: {{datum: 2026-03-03, fil: {{okänt: a}}, sha256: {{okänt: a}}}}",
    ),
)


TYPED: dict[str, tuple[str, Changed]] = {
    "FA05": ("avtalsgen build prov", changed_in(UPPDRAG, "dnr: SN 2026-1\n", "")),
    "IX01": ("avtalsgen index prov@1", without("serie: OPI, ")),
    "IX02": ("avtalsgen index prov@1", priced("serie: OPI", "serie: OPIS")),
    "IX06": ("avtalsgen index prov@1", without("modell: fast_per_år, ")),
    "IX06 none": ("avtalsgen index prov@1", priced("belopp: 605", "belopp: 0")),
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
    "KL03": ("avtalsgen build prov", changed_in(UPPDRAG, "tvist@1]", "tvist@7]")),
    "KL04": ("avtalsgen build prov", changed_in("clauses/tvist/1.md", "[utf", "[utt")),
    "KL07": ("avtalsgen build prov", duty("dagen efter parter.utförare.benämnin")),
    "KL07 form": ("avtalsgen build prov", duty("snart efter tid.uppsägning")),
    "PA01": ("avtalsgen build prov", changed_in(PARAMETERS, "{typ: text", "{typ: textt")),
    "PR07": (
        "avtalsgen build prov",
        changed_in("clauses/profil/profil.yaml", "Exempels", "Andra"),
    ),
    "TI07": (
        "avtalsgen build prov@3",
        (
            SUPPLEMENTS[0],
            ("uppdrag/prov/2.yaml", "", CHANGED),
            ("uppdrag/prov/3.yaml", "", CHANGED.replace("till: prov@1", "till: prov@2")),
        ),
    ),
    "UP02": ("avtalsgen build prov@2-tillagg", OF_ALL),
    "UP03": ("avtalsgen build prov", changed_in(UPPDRAG, "typ: uppdrag@1\n", "")),
    "UP04": ("avtalsgen build prov@2", SUPPLEMENTS),
    "UP04 unknown": ("avtalsgen build prov@2", OF_NOTHING),
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
    "PR03": "avtalsgen build prov --profile exempls --format txt",
    "RU01": "avtalsgen rule RK1",
    "TY01": "avtalsgen new zzz nytt --edition 7",
    "UG02": "avtalsgen upgrade tvist@7",
    "UP02": "avtalsgen status prov@9",
    "UP06": "avtalsgen new uppdrag Prövning --edition 7",
    "UP13": "avtalsgen build prov@1:2027-02-30 --format txt",
    "UG01": "avtalsgen upgrade tvisst@1",
    "UP01": "avtalsgen status prv",
}
"""Those that say what a word of the command line was meant to be."""
RUN: dict[str, tuple[str, Changed]] = {
    "JF22": (
        "avtalsgen diff prov@1 prov@2",
        (("uppdrag/prov/2.yaml", "", WHOLE[UPPDRAG].replace("dnr: SN 2026-1\n", "")),),
    ),
    "LB02": ("avtalsgen library --take parametrar.yaml", ()),
    "LB04": ("avtalsgen library --take lex-sarah@2026", ()),
    "AY02": ("avtalsgen init uppdrag", ()),
    "LK04": ("avtalsgen lock prov@1 --reason fel --date 2026-11-29", ()),
    "PK01": ("avtalsgen build --package prov@1", MEMOS),
    "PR02": ("avtalsgen build prov", ()),
    "UG03": (
        "avtalsgen upgrade tvist@2 prov",
        (*NEWER, (UPPDRAG, "disposition: [ersattning@1, tvist@1]\n", "")),
    ),
    "TY01 ours": ("avtalsgen index prov@1 --to 2022", without("")),
    "UG04": ("avtalsgen upgrade tvist@1 prov", ()),
}
"""Those with a command that is the way on."""


WAITING = "serie: OPI, preliminärt: väntar"
FLAGGED: dict[str, tuple[str, Changed]] = {
    "CA01": ("avtalsgen calendar prov@1 --format html --out a.html", (("a.html", "", "egen"),)),
    "IX04": ("avtalsgen index prov@1 --to 2023", priced("serie: OPI", WAITING)),
    "IX08": ("avtalsgen index prov@1 --to 2021", without("")),
    "IX08 first": (
        "avtalsgen index prov@1 --to 2022",
        priced("från: 2022-01-01", "från: 2023-01-01"),
    ),
    "JF20": (
        "avtalsgen diff prov@1 prov@2 --format html --out a.html",
        (
            ("a.html", "", "egen"),
            ("uppdrag/prov/2.yaml", "", WHOLE[UPPDRAG].replace("605", "606")),
        ),
    ),
    "KX01": ("avtalsgen check prov@1 --format html --out a.html", (("a.html", "", "egen"),)),
    "LI01": ("avtalsgen list --facts titell", ()),
    "LI02": ("avtalsgen list --clause-older tvist@9", ()),
    "LI02 name": ("avtalsgen list --clause-older tvisst@1", ()),
    "PO01": ("avtalsgen list --matrix --format html --out a.html", (("a.html", "", "egen"),)),
    "TI08": (
        "avtalsgen build prov@1 --consolidated --as-of 2026-05-01 --format txt",
        (SUPPLEMENTS[0], ("uppdrag/prov/2.yaml", "", CHANGED)),
    ),
    "UP07": ("avtalsgen new uppdrag prov", ()),
}
"""Those that say which flag the command is to have."""
FLAG = re.compile(
    r"(?P<flag>--[a-z-]+)"
    r"(?: (?P<value>[\w.@-]*[\d.@][\w.@-]*|tvist|titel|tillagg|accept|utförare|beställare))?"
)


def flagged(line: str, hint: str) -> list[str]:
    """Return the command line with each flag of a hint, in the place of the one it had."""
    ways = []
    for found in FLAG.finditer(hint):
        value = found["value"] or ("ny.html" if found["flag"] == "--out" else "")
        typed_flag = f"{found['flag']} {value}".strip()
        other, count = re.subn(rf"{found['flag']} \S+", typed_flag, line)
        ways.append(other if count else f"{line} {typed_flag}")
    return ways


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
    ends_as_it_says(terminal, met_as.partition(" ")[0], line, changed)


def ends_as_it_says(terminal: Terminal, code: str, line: str, changed: Changed) -> None:
    """Fail if a problem is still told when what its hint says is typed."""
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
    (terminal.root / "clauses/profil/exempel").mkdir()
    (terminal.root / "clauses/profil/exempel/profil.yaml").write_text("organisation: A\n", "utf-8")
    problem = met(terminal, code, line, ())
    swapped, quoted = SWAPPED.fullmatch(str(problem.hint)), QUOTED.search(problem.message)
    meant = swapped or MEANT.fullmatch(str(problem.hint))
    assert quoted
    assert meant
    said = terminal.run(line.replace((swapped or quoted)[1], meant["word"]))
    assert code not in [each.code for each in problems(said.err)]
    assert said.code in (Exit.FINE, Exit.LOOK)


@pytest.mark.parametrize("met_as", RUN)
def test_a_command_of_a_hint_is_the_way_on(terminal: Terminal, met_as: str) -> None:
    line, changed = RUN[met_as]
    code = met_as.partition(" ")[0]
    problem = met(terminal, code, line, changed)
    ways = [*commands(str(problem.hint))]
    assert ways
    for words in ways:
        said = terminal.run(shlex.join(["avtalsgen", *words]))
        others = [each.code for each in problems(said.err)]  # the next honest fault, with its hint
        assert code not in others
        assert others or said.code in (Exit.FINE, Exit.LOOK), said.err


@pytest.mark.parametrize("met_as", FLAGGED)
def test_a_flag_of_a_hint_ends_it(terminal: Terminal, met_as: str) -> None:
    line, changed = FLAGGED[met_as]
    code = met_as.partition(" ")[0]
    problem = met(terminal, code, line, changed)
    ways = flagged(line, str(problem.hint))
    assert ways
    for way in ways:
        said = terminal.run(way)
        assert code not in [each.code for each in problems(said.err)], way


@pytest.mark.parametrize(("status", "code"), [("undertecknad", "LK01"), ("upprättad", "LK02")])
def test_a_lock_is_taken_anew_as_its_hint_says(terminal: Terminal, status: str, code: str) -> None:
    path, build = terminal.root / UPPDRAG, "avtalsgen build prov --format txt"
    old, new = DECIDED[0][1:]
    signed = new.format(status) if status == "undertecknad" else f"status: {status}"
    path.write_text(path.read_text("utf-8").replace(old, signed), "utf-8")
    assert terminal.run(build).code in (Exit.FINE, Exit.LOOK)
    problem = met(terminal, code, build, changed_in(UPPDRAG, "belopp: 605", "belopp: 606"))
    renewed, locked = commands(str(problem.hint))
    for words in (renewed, locked):
        said = terminal.run(shlex.join(["avtalsgen", *words]))
        assert said.code in (Exit.FINE, Exit.LOOK), said.err
    assert code not in [each.code for each in problems(terminal.run(build).err)]


def test_a_signed_edition_is_made_anew_as_its_hint_says(terminal: Terminal) -> None:
    path = terminal.root / UPPDRAG
    path.write_text(path.read_text("utf-8").replace("status: utkast", "status: undertecknad"))
    with pytest.raises(AvtalsgenError) as refused:
        refuse_locked(open_draft(open_project(terminal.root), "prov", "1"))
    (problem,) = refused.value.problems
    ((command, *words),) = commands(str(problem.hint))
    assert terminal.run(shlex.join(["avtalsgen", command, *words])).code == Exit.FINE
    refuse_locked(open_draft(open_project(terminal.root), "prov", words[-1]))


def test_a_file_that_somebody_changed_is_built_as_its_hint_says(terminal: Terminal) -> None:
    build = "avtalsgen build prov --format txt"
    assert terminal.run(build).code in (Exit.FINE, Exit.LOOK)
    built = terminal.root / "output/prov/1/prov-1.txt"
    built.write_text(f"{built.read_text('utf-8')}Eget.\n", "utf-8")
    told = problems(terminal.run(build).err)
    (changed,) = (each for each in told if each.code == "BY01")
    (way,) = flagged(build, str(changed.hint))
    assert "BY01" not in [each.code for each in problems(terminal.run(way).err)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (SIGN.replace("beställare", "grannen"), "SG02"),
        (f"{SIGN} --out {ONCE}", "SG10"),
        (f"avtalsgen verify {ONCE}", "VE06"),
    ],
)
def test_a_flag_of_a_hint_ends_it_where_one_signs(desk: Terminal, line: str, code: str) -> None:
    if code != "SG02":
        assert desk.run(SIGN).code in (Exit.FINE, Exit.LOOK)
    (problem,) = (each for each in problems(desk.run(line).err) if each.code == code)
    ways = flagged(line, str(problem.hint).replace("FIL", "./rot.pem"))
    assert ways
    for way in ways:
        said = desk.run(way.replace("--out ny.html", "--out ny.pdf"))
        assert code not in [each.code for each in problems(said.err)], way


def test_who_has_not_signed_does_as_the_hint_says(desk: Terminal) -> None:
    assert desk.run(SIGN).code in (Exit.FINE, Exit.LOOK)
    told = problems(desk.run(f"avtalsgen verify {ONCE} --trust rot.pem").err)
    (unsigned,) = (each for each in told if each.code == "VE07")
    (words,) = commands(str(unsigned.hint))
    typed_line = shlex.join(["avtalsgen", *words]).replace(ASKED["FIL"], "b.p12")
    said = desk.run(f"{typed_line} --password-file ord --out klar.pdf")
    assert said.code in (Exit.FINE, Exit.LOOK), said.err
    after = desk.run("avtalsgen verify klar.pdf --trust rot.pem")
    assert "VE07" not in [each.code for each in problems(after.err)]


def test_a_file_that_was_changed_is_looked_at_as_the_hint_says(desk: Terminal) -> None:
    assert desk.run(SIGN).code in (Exit.FINE, Exit.LOOK)
    signed = desk.root / ONCE
    data = bytearray(signed.read_bytes())
    data[len(data) // 3] ^= 1
    signed.write_bytes(data)
    (problem,) = (each for each in problems(desk.run(AGAIN).err) if each.code == "SG08")
    for words in commands(str(problem.hint)):
        assert desk.run(shlex.join(["avtalsgen", *words])).code == Exit.FINE
