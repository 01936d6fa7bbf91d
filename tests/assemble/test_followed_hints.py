"""Who does what each hint on the choice of clauses says, one after another, comes to an end.

Over libraries where clauses need, refer to and exclude each other as it may be: what is typed
never brings back what was typed before, never breaks the YAML and leaves nothing to type.
"""

import re
from collections.abc import Sequence

import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.assemble.small import TYPE, UPPDRAG
from tests.typed_hints import typed
from tests.workspace import WHOLE, MemoryFiles

from avtalsgen.pipeline.workspace import documents
from avtalsgen.pipeline.workspace.project import read_project
from avtalsgen.problems import Problem

CHOICE = frozenset({"DI04", "DI05", "DI06", "DI07", "DI08"})
PRICES = {"dygn": "per_dygn", "plats": "per_plats"}
TEXTS = ("arkiv", "klagomal", "option", "tillsyn")
CLAUSES = (*TEXTS, *PRICES)
AWAY = re.compile(r"ta bort (?:klausulen|den ena|undantaget eller rätta namnet)$")

some = st.sets(st.sampled_from(CLAUSES), max_size=2)
text = st.sampled_from(TEXTS)


@st.composite
def workspaces(draw: st.DrawFn) -> dict[str, str]:
    """Return a workspace whose clauses are chosen in any way."""
    files = dict(WHOLE)
    for clause in CLAUSES:
        head = [f"rubrik: Om {clause}", "använder: []", "gäller: {från: 2026-01-01}"]
        head.append("status: gällande")
        needs = draw(some) - {clause}
        head.append(f"kräver: [{', '.join(sorted(needs))}]")
        if clause in PRICES:
            head.append(f'obligatorisk_när: ersättning.modell == "{PRICES[clause]}"')
        leads = draw(st.none() | text)
        body = f'Se {{{{ ref("{leads}") }}}}.' if leads else "Så är det."
        files[f"clauses/{clause}/1.md"] = "\n".join(("---", *head, "---", body, ""))
    asked = ", ".join(f"{{klausul: {clause}}}" for clause in sorted(draw(st.sets(text))))
    by_price = ", ".join(
        f'{{klausul: {clause}, när: ersättning.modell == "{model}"}}'
        for clause, model in PRICES.items()
    )
    named = ", ".join(filter(None, (asked, by_price)))
    files[TYPE] = WHOLE[TYPE].replace("[{klausul: tvist}]", f"[{named}]")
    outline = sorted(draw(st.sets(st.sampled_from(CLAUSES))))
    pins = ", ".join(("ersattning@1", *(f"{clause}@1" for clause in outline)))
    model = draw(
        st.sampled_from(("", ", modell: per_dygn", ", modell: per_plats", ", modell: fast"))
    )
    facts = WHOLE[UPPDRAG].replace("605}", f"605{model}}}")
    facts = facts.replace("[ersattning@1, tvist@1]", f"[{pins}]")
    excused = ", ".join(
        f'{{klausul: {clause}, skäl: "a"}}' for clause in sorted(draw(st.sets(text)))
    )
    written = draw(st.booleans()) or excused
    files[UPPDRAG] = facts + (f"undantag: [{excused}]\n" if written else "")
    return files


def told(files: dict[str, str]) -> tuple[Problem, ...]:
    return documents.document_of(read_project(MemoryFiles(files)), "prov", "1", draft=True)[1]


def taken_away(text: str, problem: Problem) -> str:
    """Return the uppdrag without what stands where a problem points."""
    whole = yaml.safe_load(text)
    named = re.findall("”([^”]+)”", problem.message)
    if problem.code == "DI07":
        whole["undantag"] = [each for each in whole["undantag"] if each["klausul"] != named[0]]
    else:
        said = named[0] if "men ersättning" in problem.message else named[-1]
        whole["disposition"].remove(said)
    return str(yaml.safe_dump(whole, allow_unicode=True))


def ways(problems: Sequence[Problem], files: dict[str, str]) -> list[tuple[str, str]]:
    """Return each file and its text once one thing that is told is typed."""
    done = []
    for problem in problems:
        done += [(name, new) for _, name, new in typed(problem, files.__getitem__)]
        if AWAY.search(problem.hint or ""):
            done.append((UPPDRAG, taken_away(files[UPPDRAG], problem)))
    return done


@given(workspaces(), st.data())
def test_hints_on_the_choice_of_clauses_lead_to_an_end(
    files: dict[str, str], data: st.DataObject
) -> None:
    stood = []
    problems = [each for each in told(files) if each.code in CHOICE]
    while problems:
        open_ways = ways(problems, files)
        assert open_ways, problems
        name, new = data.draw(st.sampled_from(open_ways))
        files = {**files, name: new}
        whole = yaml.safe_load(files[UPPDRAG])
        now = (whole["disposition"], whole["ersättning"], whole.get("undantag"))
        assert now not in stood, (now, [str(each) for each in problems])
        stood.append(now)
        problems = [each for each in told(files) if each.code in CHOICE]


def test_hints_to_excuse_that_are_told_together_are_typed_one_after_another() -> None:
    """Each stands in the line that the one before it wrote, and takes nothing of it back."""
    files = dict(WHOLE)
    for clause in TEXTS:
        head = f"rubrik: Om {clause}\ngäller: {{från: 2026-01-01}}\nstatus: gällande"
        files[f"clauses/{clause}/1.md"] = f"---\n{head}\n---\nSå är det.\n"
    asked = ", ".join(f"{{klausul: {clause}}}" for clause in TEXTS)
    files[TYPE] = WHOLE[TYPE].replace("[{klausul: tvist}]", f"[{asked}]")
    lacking = [each for each in told(files) if each.code == "DI05"]
    assert len(lacking) == len(TEXTS)
    for number, problem in enumerate(lacking, start=1):
        ways = typed(problem, files.__getitem__)
        new = next(text for said, _, text in ways if "undantag" in said)
        files[UPPDRAG] = new
        left = [each.code for each in told(files) if each.code in CHOICE]
        assert left == ["DI05"] * (len(TEXTS) - number)
