"""The JSON Schema that editors use, against real and wrong uppdrag."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from tests.cli.library import ROOT, editions
from tests.cli.terminal import Terminal

from avtalsgen.pipeline.new.json_schema import json_schema
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.problems import Exit
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.uppdrag.fact_reader import read_facts


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """Return what an editor with the repository's schema does."""
    return jsonschema.Draft202012Validator(json_schema(open_project(ROOT)))


def _plain(value: Any) -> Any:
    """Return what an editor sees: a date is the text that stands in the file."""
    match value:
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
        case date():
            return value.isoformat()
        case _:
            return value


def _loaded(name: str) -> Any:
    slug, _, edition = name.partition("@")
    text = (ROOT / f"uppdrag/{slug}/{edition}.yaml").read_text(encoding="utf-8")
    return _plain(YAML(typ="safe", pure=True).load(text))


def test_the_schema_is_itself_valid(validator: jsonschema.Draft202012Validator) -> None:
    validator.check_schema(validator.schema)


@pytest.mark.parametrize("name", editions())
def test_every_uppdrag_is_valid(validator: jsonschema.Draft202012Validator, name: str) -> None:
    assert [error.message for error in validator.iter_errors(_loaded(name))] == []


FORMS: dict[str, tuple[str, list[Any], list[Any]]] = {
    "mängd": ("årsarbetare", ["12,5", "12", 12, 12.5], ["tolv och en halv"]),
    "antal": ("volym.timmar", [2590, "2 590", "2590"], ["många"]),
    "heltal": ("ersättning.frånvaro", [2590, "2 590", "2590"], ["många"]),
    "belopp": ("ersättning.belopp", [605, "605", "4 093 284 kronor", "605 kr"], ["605 euro"]),
    "datum": ("datum", ["2022-01-01"], ["1 januari 2022"]),
    "år": ("ersättning.prisnivå", [2022, "2022"], ["22", "nu"]),
    "månadsdag": ("rapport.senast", ["31 mars"], ["mars"]),
    "varaktighet": ("tid.uppsägning", ["12 månader", "tolv månader", "1 år"], ["månader"]),
    "tidsspann": ("öppettider.tid", ["08:00–17:00", "8–17", "kl. 8–17"], ["dygnet runt"]),
    "spann": ("volym.samtal", ["4–5", "4-5", "1 000–1 200"], ["fyra"]),
    "ja_nej": ("ersättning.option", ["ja", "nej"], ["kanske"]),
    "lista": ("samverkan.med", [["vården", "skolan"], []], ["vården"]),
}


def _takes(project: Project, path: str, value: Any) -> bool:
    """Return whether the program itself reads `value` at `path`."""
    text = f"{path.replace('.', ': {')}: {json.dumps(value, ensure_ascii=False)}"
    tree, _ = read_yaml(text + "}" * path.count("."), "fil")
    _, problems = read_facts(tree, project.parameters, frozenset(), frozenset())
    return not problems


@pytest.mark.parametrize("form", FORMS)
def test_the_schema_takes_what_the_program_takes(
    validator: jsonschema.Draft202012Validator, form: str
) -> None:
    project = open_project(ROOT)
    path, right, wrong = FORMS[form]
    for value in (*right, *wrong):
        uppdrag: Any = value
        for key in reversed(path.split(".")):
            uppdrag = {key: uppdrag}
        valid = validator.is_valid({"typ": "verksamhetsuppdrag@2021", **uppdrag})
        assert valid == _takes(project, path, value) == (value in right), value


WRONG: dict[str, Callable[[Any], object]] = {
    "a key that is no fact": lambda uppdrag: uppdrag.update(titl="A"),
    "a key below a fact": lambda uppdrag: uppdrag["tid"].update(frn="2019-01-01"),
    "a clause that is not there": lambda uppdrag: uppdrag["disposition"].append("lex-sara@2019"),
    "an edition that is not there": lambda uppdrag: uppdrag["disposition"].append("lex-sarah@1"),
    "a pin without edition": lambda uppdrag: uppdrag["disposition"].append({"klausul": "tvist"}),
    "an entry with nothing": lambda uppdrag: uppdrag["disposition"].append({"ankare": "a"}),
    "a type that is not there": lambda uppdrag: uppdrag.update(typ="verksamhetsuppdrag"),
    "a status that is not there": lambda uppdrag: uppdrag.update(status="klar"),
    "a day that is not written as one": lambda uppdrag: uppdrag.update(datum="26 nov 2019"),
    "an amount in words": lambda uppdrag: uppdrag["ersättning"].update(belopp="fyra miljoner"),
    "a choice that is not there": lambda uppdrag: uppdrag["ersättning"].update(modell="ibland"),
    "a list that is a text": lambda uppdrag: uppdrag.update(insatsformer="behovsprövad"),
    "a duration without unit": lambda uppdrag: uppdrag["tid"].update(uppsägning="12"),
    "okänt without reason": lambda uppdrag: uppdrag.update(dnr={"okänt": None}),
    "an undantag without reason": lambda uppdrag: uppdrag.update(undantag=[{"klausul": "tvist"}]),
    "a body that is not there": lambda uppdrag: uppdrag["parter"]["utförare"].update(organ="x"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_marked(validator: jsonschema.Draft202012Validator, wrong: str) -> None:
    uppdrag = _loaded("vald-i-nara-relation@2019")
    WRONG[wrong](uppdrag)
    assert list(validator.iter_errors(uppdrag))


def test_a_new_uppdrag_is_valid_before_it_is_answered(terminal: Terminal) -> None:
    terminal.run("avtalsgen new uppdrag nytt")
    schema = json.loads((terminal.root / "uppdrag/schema.json").read_text(encoding="utf-8"))
    text = (terminal.root / "uppdrag/nytt/1.yaml").read_text(encoding="utf-8")
    loaded = _plain(YAML(typ="safe", pure=True).load(text))
    found = jsonschema.Draft202012Validator(schema).iter_errors(loaded)
    assert [error.message for error in found] == []


def test_the_schema_is_printed_or_written(terminal: Terminal) -> None:
    printed = terminal.run("avtalsgen schema")
    written = terminal.run("avtalsgen schema --write")
    assert (printed.code, written.code) == (Exit.FINE, Exit.FINE)
    assert written.out == "uppdrag/schema.json\n"
    assert Path("uppdrag/schema.json").read_text(encoding="utf-8") == printed.out
    assert json.loads(printed.out)["properties"]["titel"]["title"] == "Vad heter uppdraget?"
