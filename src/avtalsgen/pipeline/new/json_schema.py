"""JSON Schema of an uppdrag, for editors: completion, questions on hover, wrong values marked.

Draft 2020-12. It is made of the same parametrar.yaml that the program reads by; what it
cannot say (a clause that must be there, a reference that leads nowhere) `build` says.
"""

import json
from typing import Any

from avtalsgen.clauses.document_type import type_names
from avtalsgen.clauses.fact_types import FACT_TYPES, LIST
from avtalsgen.clauses.fact_types.times.day import DAY
from avtalsgen.clauses.outline import CHANGES, GIVEN, NEW_PAGE, REST
from avtalsgen.clauses.parameters import Parameter
from avtalsgen.model.trace import COMPUTED
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.uppdrag.changes import ACTS, KEY, PLACES
from avtalsgen.uppdrag.status import STATUSES

PATH = "uppdrag/schema.json"
"""Where a workspace keeps it; `new` points the editor there."""

Schema = dict[str, Any]

_UNKNOWN: Schema = {"$ref": "#/$defs/okänt"}


def schema_text(project: Project) -> str:
    """Return the schema as indented JSON with a last newline."""
    return json.dumps(json_schema(project), ensure_ascii=False, indent=2) + "\n"


def json_schema(project: Project) -> Schema:
    """Return the schema of an uppdrag in the workspace."""
    properties: Schema = {
        "typ": {"enum": list(type_names(project.files)), "description": "Dokumenttyp och utgåva"},
        "status": {"enum": list(STATUSES), "default": "utkast"},
        "disposition": {"$ref": "#/$defs/disposition"},
        "undantag": {"type": "array", "items": {"$ref": "#/$defs/undantag"}},
        KEY: {"type": "array", "items": {"$ref": "#/$defs/ändring"}},
        "bilagor": {"type": "array", "items": {"$ref": "#/$defs/bilaga"}},
    }
    for parameter in project.parameters:
        if parameter.path.startswith(f"{COMPUTED}."):
            continue
        _place(properties, parameter.path.split("."), _fact(parameter, project))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Uppdrag",
        "type": "object",
        "properties": properties,
        "required": ["typ"],
        "additionalProperties": False,
        "$defs": _definitions(project),
    }


def _place(properties: Schema, path: list[str], schema: Schema) -> None:
    """Put `schema` at `path`, with a mapping for each part of the path before the last."""
    first, *rest = path
    if not rest:
        properties[first] = schema
        return
    branch = properties.setdefault(
        first,
        {"anyOf": [{"type": "object", "properties": {}, "additionalProperties": False}, _UNKNOWN]},
    )
    _place(branch["anyOf"][0]["properties"], rest, schema)


def _fact(parameter: Parameter, project: Project) -> Schema:
    schema: Schema = {"anyOf": [_value(parameter, project), {"type": "null"}, _UNKNOWN]}
    if parameter.question:
        schema["title"] = parameter.question
    if parameter.help:
        schema["description"] = parameter.help
    if parameter.example:
        schema["examples"] = [parameter.example]
    return schema


def _value(parameter: Parameter, project: Project) -> Schema:
    if parameter.type == LIST:
        return {"type": "array", "items": _item(parameter, project)}
    type_ = FACT_TYPES[parameter.type]
    match type_.one_of:
        case "":
            return dict(type_.schema)
        case "choices":
            return {"enum": list(parameter.choices)}
        case "organisations":
            return {"enum": sorted(project.organisations)}


def _item(parameter: Parameter, project: Project) -> Schema:
    if parameter.item:
        return _fact(parameter.item, project)
    properties = {field.path: _fact(field, project) for field in parameter.fields}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _definitions(project: Project) -> Schema:
    library = project.library
    pins = [
        f"{clause}@{edition}" for clause in library.ids() for edition in library.editions(clause)
    ]
    text = {"type": "string"}
    entry = {
        "type": "object",
        "properties": {
            "klausul": {"enum": pins},
            "rubrik": text,
            "text": {"type": "string", "description": "Egen text, från uppdragets mapp"},
            "innehåll": {"enum": list(GIVEN), "description": "Innehåll som programmet gör"},
            "ankare": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "numrera": {"enum": ["ja", "nej"]},
            CHANGES: {"anyOf": [{"const": REST}, {"type": "array", "items": text}]},
            NEW_PAGE: {"enum": ["ja", "nej"], "description": "Avsnittet börjar överst på en sida"},
            "noter": {"enum": ["ja", "nej"], "description": "Om varje ändring säger vad den gör"},
            "avvikelse": _record("text", "från", "skäl"),
            "under": {"$ref": "#/$defs/disposition"},
        },
        "anyOf": [{"required": [key]} for key in ("klausul", "rubrik", CHANGES)],
        "additionalProperties": False,
    }
    return {
        "ändring": _change({"anyOf": [{"enum": pins}, entry]}, project),
        "okänt": _record("okänt"),
        "disposition": {"type": "array", "items": {"anyOf": [{"enum": pins}, entry]}},
        "undantag": _record("klausul", "skäl", optional=("beslutat_av",)),
        "bilaga": _appendix(),
    }


def _change(section: Schema, project: Project) -> Schema:
    """Return the schema of what a tillägg does: one of four acts, from a day."""
    anchor = {"type": "string", "pattern": "^[a-z0-9-]+$", "description": "Avsnittets ankare"}
    day = DAY.schema
    facts: Schema = {}
    for parameter in project.parameters:
        _place(facts, parameter.path.split("."), _fact(parameter, project))
    return {
        "type": "object",
        "properties": {
            "lägger_till": {**section, "description": "Ett nytt avsnitt i uppdraget"},
            **{place: anchor for place in PLACES},
            "beskrivning": {"type": "string", "description": "Vad som tillkommer, i inledningen"},
            "ersätter": anchor,
            "med": {**section, "description": "Avsnittets nya lydelse"},
            "upphäver": anchor,
            "fakta": {"type": "object", "properties": facts, "additionalProperties": False},
            "gäller_från": {**day, "description": "Annars den dag som tillägget börjar gälla"},
            "gäller_till": {**day, "description": "Sista dagen, när ändringen gäller en tid"},
        },
        "oneOf": [{"required": [act]} for act in ACTS],
        "dependentRequired": {"ersätter": ["med"], "med": ["ersätter"]},
        "additionalProperties": False,
    }


def _appendix() -> Schema:
    schema = _record("titel", optional=("fil", "uppdrag"))
    schema["properties"]["arkivformat"] = {"enum": ["ja", "nej"], "default": "ja"}
    return schema


def _record(*required: str, optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "properties": {key: {"type": "string"} for key in (*required, *optional)},
        "required": list(required),
        "additionalProperties": False,
    }
