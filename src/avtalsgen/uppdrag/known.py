"""Every fact that the program computes with: its path, and what it must be to be computed with.

A clause may name any fact of parametrar.yaml, and the program prints it without knowing what it
means. The facts here it does know: it counts days between them, multiplies them, or asks them
who signs. Lawyers own parametrar.yaml, so the two are held against each other when a workspace is
read: a fact that was renamed there would else leave every rule about it silent.

    clauses/parametrar.yaml ──► Parameters ──┐
                                             ├──► disagreements ──► PA02, PA03 at its line
    the table below ─────────────────────────┘
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Final

from avtalsgen.clauses.parameters import FILE, Parameter, Parameters
from avtalsgen.ersattning.rounding import Rounding
from avtalsgen.model.trace import COMPUTED
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.source import Origin


@dataclass(frozen=True, slots=True)
class Shape:
    """What a fact must be: one of `types`, with these `choices` among its own if it is a `val`.

    `fields` are what each record of a `lista` must have.
    """

    types: tuple[str, ...]
    choices: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def written(self) -> str:
        """The shape as a line of parametrar.yaml has it, in braces."""
        kind = self.types[0]
        if self.choices:
            return f"{{typ: {kind}, val: [{', '.join(self.choices)}]}}"
        if kind != "lista":
            return f"{{typ: {kind}}}"
        inner = ", ".join(f"{name}: {{typ: {type_}}}" for name, type_ in self.fields.items())
        return f"{{typ: lista, av: {{{inner or 'typ: text'}}}}}"


_KNOWN: Final[dict[str, Shape]] = {}


def _fact(path: str, *types: str) -> str:
    _KNOWN[path] = Shape(types)
    return path


def _choice(path: str, *choices: str) -> str:
    _KNOWN[path] = Shape(("val",), choices)
    return path


def _records(path: str, fields: Mapping[str, str]) -> str:
    _KNOWN[path] = Shape(("lista",), fields=fields)
    return path


# The document
TITLE: Final = _fact("titel", "text")
DNR: Final = _fact("dnr", "text")
DATED: Final = _fact("datum", "datum")
VERSION: Final = _fact("version", "text")
SERVICE: Final = _fact("verksamhet", "text")
AREA: Final = "verksamhetsområde"
"""Of social services; a workspace need not have a row for it."""
RELATION: Final = _fact("relation", "text", "val")
"""How the parties belong together."""

# What a document is about: other documents
ABOUT: Final = _fact("avser", "uppdrag")
REPLACED: Final = _fact("ersätter", "uppdrag")
MEMO: Final = _fact("skrivelse", "uppdrag")
ROW_WHAT, ROW_TODAY, ROW_PROPOSAL, ROW_WHY = "vad", "i_dag", "förslag", "varför"
CHANGE_ROWS: Final = _records(
    "ändringstabell",
    {ROW_WHAT: "text", ROW_TODAY: "text", ROW_PROPOSAL: "text", ROW_WHY: "text"},
)
"""What of the changes a memo shows to those who decide."""

IMPORTED_FILE: Final = "importerad.fil"
IMPORTED_COVER: Final = "importerad.omslag"
"""What import writes: a workspace that has taken nothing in need not have a row for it."""

# Decision and signing
DECIDED: Final = "beslutad"
DECIDED_BY: Final = _fact(f"{DECIDED}.organ", "organ")
DECIDED_ON: Final = _fact(f"{DECIDED}.datum", "datum")
DECIDED_IN: Final = _fact(f"{DECIDED}.paragraf", "text")
SIGNED: Final = "undertecknad"
SIGNED_ON: Final = _fact(f"{SIGNED}.datum", "datum")
SIGNED_FILE: Final = _fact(f"{SIGNED}.fil", "text")
SIGNED_SHA256: Final = _fact(f"{SIGNED}.sha256", "sha256")
IMMEDIATE: Final = _fact("beslut.omedelbar_justering", "ja_nej")
"""Whether the minutes of the matter are approved at the meeting."""
PROPOSED_START: Final = _fact("beslut.start", "datum")
"""When an uppdrag is to begin that does not say so itself."""
MET_ON: Final = _fact("sammanträde.datum", "datum")
APPROVED_ON: Final = _fact("justering.datum", "datum")
ANNOUNCED_ON: Final = _fact("anslag.datum", "datum")
TAKEN_DOWN_ON: Final = _fact("anslag.nedtaget", "datum")
ATTESTED_ON: Final = "bestyrkande.datum"
"""When an extract of the minutes was attested; a workspace need not have a row for it."""
OFFERED_ON: Final = "insatsbeslut.datum"
"""When the nämnd decided what is given without assessment; a workspace need not have a row."""
NEGOTIATED_ON: Final = _fact("mbl.datum", "datum")
SIGNING: Final = "underskrift"
ON_PAPER, E_SIGNED = "papper", "e-signering"
SIGNING_FORM: Final = _choice(f"{SIGNING}.form", ON_PAPER, E_SIGNED)
COPIES: Final = _fact(f"{SIGNING}.exemplar", "heltal", "antal")

# Parties
PARTIES: Final = "parter"
BUYER: Final = _fact(f"{PARTIES}.beställare.organ", "organ")
BUYERS_OFFICE: Final = _fact(f"{PARTIES}.beställare.förvaltning", "organ")
PROVIDER: Final = _fact(f"{PARTIES}.utförare.organ", "organ")
PROVIDERS_BODY: Final = f"{PARTIES}.utförare.nämnd"
BUYERS_WORD: Final = f"{PARTIES}.beställare.benämning"
PROVIDERS_WORD: Final = f"{PARTIES}.utförare.benämning"
"""The body that a provider answers to, and what the text calls each; no row need be there."""
SAME_BODY: Final = "samma_nämnd"
"""The relation of a provider that answers to the body that orders."""

# Time
TIME: Final = "tid"
START: Final = _fact(f"{TIME}.från", "datum")
END: Final = _fact(f"{TIME}.till", "sluttid")
NOTICE: Final = _fact(f"{TIME}.uppsägning", "varaktighet")
TO_MEND: Final = f"{TIME}.rättelse"
NOTICE_OF_FAULTS: Final = f"{TIME}.uppsägning_vid_brist"
"""How long the provider has to mend faults, and the notice after that; no row need be there."""

# Compensation
COMPENSATION: Final = "ersättning"
BY_YEAR, BY_HOUR, BY_PLACE, BY_WORKER = "fast_per_år", "per_timme", "per_plats", "per_årsarbetare"
BY_DAY = "per_dygn"
MODEL: Final = _choice(f"{COMPENSATION}.modell", BY_YEAR, BY_HOUR, BY_PLACE, BY_WORKER, BY_DAY)
PRICE: Final = _fact(f"{COMPENSATION}.belopp", "belopp", "pris")
PRICE_LEVEL: Final = _fact(f"{COMPENSATION}.prisnivå", "år")
FIXED_TO: Final = _fact(f"{COMPENSATION}.fast_till", "datum")
SERIES: Final = _fact(f"{COMPENSATION}.index.serie", "text", "val")
INDEX_NAME: Final = f"{COMPENSATION}.index.namn"
"""What import may read instead of the letters; a workspace need not have a row for it."""
PUBLISHER: Final = _fact(f"{COMPENSATION}.index.utgivare", "organ")
INDEXED_FROM: Final = _fact(f"{COMPENSATION}.index.från", "datum")
ROUNDING: Final = _choice(f"{COMPENSATION}.index.avrundning", *map(str, Rounding))
USED, WAITS = "används", "väntar"
BEFORE_FINAL: Final = _choice(f"{COMPENSATION}.index.preliminärt", USED, WAITS)
RETROACTIVE: Final = _fact(f"{COMPENSATION}.index.retroaktivt", "ja_nej")
HOURS_OF_A_GROUP: Final = _fact(f"{COMPENSATION}.grupp.klienttimmar", "heltal", "antal")
OPTION_END: Final = "option.till"
"""The last day to make use of an option; a workspace need not have a row for it."""
VOLUME: Final = "volym"
HOURS: Final = _fact(f"{VOLUME}.timmar", "heltal", "antal")
DAYS: Final = _fact(f"{VOLUME}.dygn", "heltal", "antal")
PLACES: Final = _fact(f"{VOLUME}.platser", "heltal", "antal")
WORKERS: Final = _fact("årsarbetare", "decimaltal", "mängd")

# Tillägg
TILLAGG: Final = "tillägg"
BASE: Final = _fact(f"{TILLAGG}.till", "text", "uppdrag")
TILLAGG_INSTEAD: Final = _fact(f"{TILLAGG}.i_stället_för", "text", "uppdrag")
TILLAGG_START: Final = _fact(f"{TILLAGG}.från", "datum")
TILLAGG_END: Final = _fact(f"{TILLAGG}.till_och_med", "datum")
TILLAGG_NUMBER: Final = _fact(f"{TILLAGG}.nummer", "heltal", "antal")
TILLAGG_COST: Final = _fact(f"{TILLAGG}.kostnad", "text")
ADDED: Final = _records(
    f"{TILLAGG}.lägger_till", {"avsnitt": "text", "text": "text", "när": "text"}
)
EXCHANGED: Final = _records(
    f"{TILLAGG}.ersätter", {"avsnitt": "text", "med": "text", "när": "text"}
)
REPEALED: Final = _records(f"{TILLAGG}.upphäver", {"avsnitt": "text", "när": "text"})

# The letter about a new compensation
RISE: Final = "uppräkning"
RISE_START: Final = _fact(f"{RISE}.från", "datum")
RISE_INDEX: Final = _fact(f"{RISE}.index", "text")
RISE_PRELIMINARY: Final = _fact(f"{RISE}.preliminärt", "procent")
RISE_PAID: Final = _fact(f"{RISE}.betalt", "belopp")
RISE_DIFFERENCE: Final = _fact(f"{RISE}.skillnad", "belopp")
ADDED_TO, TAKEN_OFF = "betalas", "dras_av"
RISE_SETTLEMENT: Final = _choice(f"{RISE}.reglering", ADDED_TO, TAKEN_OFF)
STEP_YEAR, STEP_INDEX, STEP_STATUS, STEP_SOURCE = "år", "index", "status", "källa"
STEP_BEFORE, STEP_UNROUNDED, STEP_AFTER = "före", "oavrundat", "efter"
RISE_STEPS: Final = _records(
    f"{RISE}.steg",
    {
        STEP_YEAR: "år",
        STEP_INDEX: "procent",
        STEP_STATUS: "text",
        STEP_SOURCE: "text",
        STEP_BEFORE: "decimaltal",
        STEP_UNROUNDED: "decimaltal",
        STEP_AFTER: "belopp",
    },
)

# What a diarium asks of a matter
MATTER: Final = "diarieföring"
MATTER_NAME: Final = _fact(f"{MATTER}.ärendemening", "text")
MATTER_OPENED: Final = _fact(f"{MATTER}.öppnat", "datum")
MATTER_CLOSED: Final = _fact(f"{MATTER}.avslutat", "datum")
MATTER_SCHEME: Final = _fact(f"{MATTER}.klassificeringsschema", "text")
MATTER_CLASS: Final = _fact(f"{MATTER}.klassificeringskod", "text")
MATTER_SECURITY: Final = _fact(f"{MATTER}.informationsklass", "text")
MATTER_KEPT: Final = _fact(f"{MATTER}.bevarande", "text", "val")
MATTER_KEPT_FOR: Final = _fact(f"{MATTER}.gallringsfrist", "text", "varaktighet")
MATTER_KEPT_BY: Final = _fact(f"{MATTER}.gallringsbeslut", "text")
SENDER_NAME: Final = "namn"
SENDERS: Final = _records("avsändare", {SENDER_NAME: "text", "titel": "text"})
HANDLERS: Final = _fact("handläggare", "lista", "text")
SECRET: Final = _fact("sekretess.gäller", "ja_nej")
SECRET_BY: Final = _fact("sekretess.lagrum", "text")
SECRET_FROM: Final = _fact("sekretess.datum", "datum")
SECRET_OF: Final = _fact("sekretess.myndighet", "organ")
PERSONAL_DATA: Final = _fact("personuppgifter.finns", "ja_nej")
SENSITIVE_DATA: Final = _fact("personuppgifter.känsliga", "ja_nej")

# What is worked out of others, and nobody writes
OWN_SECTIONS: Final = _fact(f"{COMPUTED}.avsnitt", "lista")
KIND: Final = _fact(f"{COMPUTED}.benämning", "text")
HOW_FAR: Final = _fact(f"{COMPUTED}.status", "text")
"""How far the uppdrag has come: its status."""
YEARS_SUM: Final = _fact(f"{COMPUTED}.årssumma", "belopp")
TWELFTH: Final = _fact(f"{COMPUTED}.tolftedel", "belopp")
LAST_TWELFTH: Final = _fact(f"{COMPUTED}.sista_tolftedel", "belopp")
PART_OF_A_YEAR: Final = _fact(f"{COMPUTED}.del_av_år", "ja_nej")
"""Whether the uppdrag begins or ends within a calendar year."""
PRICE_OF_A_GROUP: Final = _fact(f"{COMPUTED}.grupptimme", "belopp")
INCREASE: Final = _fact(f"{COMPUTED}.höjning", "belopp")
DECREASE: Final = _fact(f"{COMPUTED}.sänkning", "belopp")
SHARE: Final = _fact(f"{COMPUTED}.andel", "procent")
GROWN: Final = _fact(f"{COMPUTED}.uppräknat", "belopp")
ABOVE_INDEX: Final = _fact(f"{COMPUTED}.över_index", "belopp")
BELOW_INDEX: Final = _fact(f"{COMPUTED}.under_index", "belopp")
TODAY_YEAR: Final = _fact(f"{COMPUTED}.i_dag_år", "år")
TODAY: Final = _fact(f"{COMPUTED}.i_dag", "belopp")
TODAY_LACKS: Final = _fact(f"{COMPUTED}.i_dag_saknas", "text")
START_YEAR: Final = _fact(f"{COMPUTED}.startår", "år")
AT_START: Final = _fact(f"{COMPUTED}.vid_start", "belopp")
START_LACKS: Final = _fact(f"{COMPUTED}.vid_start_saknas", "text")
LADDER: Final = _records(
    f"{COMPUTED}.trappa",
    {STEP_YEAR: "år", STEP_INDEX: "procent", STEP_STATUS: "text", STEP_AFTER: "belopp"},
)
PRICE_BEGINS: Final = _fact(f"{COMPUTED}.ersättning_från", "datum")
"""From when the price holds that a tillägg leaves."""
DAY_BEFORE: Final = _fact(f"{COMPUTED}.sista_dag_förut", "datum")
OF_ANOTHER: Final = _fact(f"{COMPUTED}.annat_uppdrag", "ja_nej")
APPROVED_BY: Final = _fact(f"{COMPUTED}.senast_justerat", "datum")
ANNOUNCED_BY: Final = _fact(f"{COMPUTED}.senast_anslaget", "datum")
LAST_DAY_TO_APPEAL: Final = _fact(f"{COMPUTED}.sista_dag_att_överklaga", "datum")
TAKEN_DOWN_FROM: Final = _fact(f"{COMPUTED}.tas_ned_tidigast", "datum")
FINAL_ON: Final = _fact(f"{COMPUTED}.laga_kraft", "datum")
BEGINS_BEFORE_FINAL: Final = _fact(f"{COMPUTED}.börjar_före_laga_kraft", "ja_nej")
"""Whether the uppdrag begins, once decided on, before the decision can be final."""

KNOWN: Final[Mapping[str, Shape]] = MappingProxyType(_KNOWN)
"""Every fact above by its path, in this order."""


def signatory(party: str) -> str:
    """Return the branch of the facts of who signs for `party`, a key below `parter`."""
    return f"{PARTIES}.{party}.undertecknare"


def cosignatories(party: str) -> str:
    """Return the list of who signs for `party` besides the first."""
    return f"{PARTIES}.{party}.medundertecknare"


def party(key: str) -> str:
    """Return the fact of the body that a party is; `key` stands below `parter`."""
    return f"{PARTIES}.{key}.organ"


def key(path: str) -> str:
    """Return the last key of a path, as it stands in a facts file."""
    return path.rpartition(".")[2]


def name_of(organ: str) -> str:
    """Return the path of the name of a body, as the register has it on the document's day."""
    return f"{organ}.namn"


def municipality_of(organ: str) -> str:
    """Return the path of the municipality that a body belongs to, as the register has it."""
    return f"{organ}.kommun"


def of(pointer: str, path: str) -> str:
    """Return the path of a fact of the uppdrag that the fact `pointer` points at."""
    return f"{pointer}.{path}"


def must_be_there(parameters: Parameters) -> None:
    """Do nothing if parametrar.yaml has every fact that the program computes with.

    Raises:
        AvtalsgenError: as `disagreements`.
    """
    problems = [each for each in disagreements(parameters) if each.severity is Severity.ERROR]
    if problems:
        raise AvtalsgenError(problems)


def disagreements(parameters: Parameters) -> Iterator[Problem]:
    """Yield where parametrar.yaml lacks what the program computes with.

    PA02 a fact is not there: at the parameter most likely to be it under another name, else
    at the first line of the parameters. A note for one that the program works out itself and that
    has no other name there: no file can say it, so nothing is lost while no clause names it, and a
    workspace from before the fact keeps building. PA03 it is there but something else, at its line.
    """
    for path, shape in KNOWN.items():
        parameter = parameters.by_path.get(path)
        if parameter is None:
            yield _missing(path, shape, parameters)
        elif what := _unlike(parameter, shape):
            message = f"programmet räknar med ”{path}”, men {what}"
            hint = f"skriv {path}: {shape.written}"
            yield Problem("PA03", message, origin=parameter.origin, hint=hint)


def _missing(path: str, shape: Shape, parameters: Parameters) -> Problem:
    renamed = _renamed(path, shape, parameters)
    message = f"programmet räknar med faktumet ”{path}”, som inte finns bland parametrarna"
    if renamed:
        message += f"; är det ”{renamed.path}”?"
    first = next(iter(parameters), None)
    place = renamed or first
    origin = place.origin if place and place.origin else Origin(FILE, 1)
    hint = f"lägg till {path}: {shape.written}"
    if renamed or not path.startswith(f"{COMPUTED}."):
        return Problem("PA02", message, origin=origin, hint=hint)
    message += "; arbetsytan är äldre än programmet"
    hint = f"avtalsgen library --take {FILE.rpartition('/')[2]}, eller {hint}"
    return Problem("PA02", message, Severity.STYLE, origin, hint)


def _renamed(path: str, shape: Shape, parameters: Parameters) -> Parameter | None:
    """Return a parameter beside where `path` would be, of its type and unknown to the program."""
    branch = path.rpartition(".")[0]
    return next(
        (
            each
            for each in parameters
            if each.path.rpartition(".")[0] == branch != ""
            and each.path not in KNOWN
            and each.type in shape.types
        ),
        None,
    )


def _unlike(parameter: Parameter, shape: Shape) -> str:
    """Return in what way `parameter` is not of `shape`, in words; nothing if it is."""
    if parameter.type not in shape.types:
        return f"det är av typen {parameter.type} och inte {' eller '.join(shape.types)}"
    lacking = [each for each in shape.choices if each not in parameter.choices]
    if lacking:
        return f"alternativet {lacking[0]} saknas"
    fields = {each.path: each.type for each in parameter.fields}
    for name, type_ in shape.fields.items():
        if fields.get(name) not in (type_, "val" if type_ == "text" else type_):
            return f"posterna har inte nyckeln {name} av typen {type_}"
    return ""
