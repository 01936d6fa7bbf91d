"""The clause library: every clause in dated editions, one file each."""

import hashlib
import unicodedata
from datetime import date
from functools import lru_cache

from avtalsgen.clauses.check_note import CheckNote, read_check_notes
from avtalsgen.clauses.duty import Duty, read_duty
from avtalsgen.clauses.expression import Condition, Phrase, Template
from avtalsgen.clauses.front_matter import split
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.clauses.review import KEY as REVIEW
from avtalsgen.clauses.review import Review, outdated, read_review
from avtalsgen.clauses.template import ASKED, WHEN_UNKNOWN, parse_phrase, parse_template
from avtalsgen.clauses.when import parse_when
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys, nearest
from avtalsgen.records import dataclass
from avtalsgen.source import Files, Origin
from avtalsgen.swedish.dates import is_within

FOLDER = "clauses"
RESERVED = ("dokumenttyper", "register", "profil")
"""Folders of `clauses/` that hold something else."""

DRAFT, VALID, REPLACED = "utkast", "gällande", "ersatt"
STATUSES = (DRAFT, VALID, REPLACED)


@dataclass(frozen=True, slots=True)
class Descent:
    """Where the substance of a clause comes from."""

    document: str
    """A dnr, or a description where the document has none."""
    section: str


@dataclass(frozen=True, slots=True)
class ClauseEdition:
    """One edition of a clause."""

    id: str
    edition: str
    file: str
    heading: Phrase
    heading_origin: Origin
    body: Template
    sha256: str
    """Of heading and body as written; what a deviation names as its base."""
    valid_from: date | None
    valid_to: date | None
    status: str
    """`utkast` when the head does not say."""
    says_status: bool
    review: Review | None
    descent: tuple[Descent, ...]
    legal_sources: tuple[str, ...]
    uses: frozenset[str]
    mandatory_when: Condition | bool
    requires: tuple[str, ...]
    duties: tuple[Duty, ...]
    to_check: tuple[CheckNote, ...]
    """What the text says that is not certain (confidence C or D), for a lawyer to check."""
    warnings: tuple[Problem, ...]
    review_at: Origin
    """Where the review stands, or is to stand."""

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody has reviewed the words as they are."""
        return self.review is not None and self.review.is_of(self.sha256)

    def valid_on(self, day: date) -> bool:
        """Return whether the text is meant for `day`, its first and last day counted in."""
        return is_within(day, self.valid_from, self.valid_to)


class Library:
    """The clauses of a workspace, read when they are asked for and then kept."""

    def __init__(self, files: Files, parameters: Parameters) -> None:
        self.files = files
        self.parameters = parameters
        self._read: dict[tuple[str, str], ClauseEdition] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the id of every clause, sorted."""
        names = self.files.names(FOLDER)
        return tuple(name for name in names if "." not in name and name not in RESERVED)

    def editions(self, clause: str) -> tuple[str, ...]:
        """Return the editions of a clause, sorted; none if there is no such clause."""
        names = self.files.names(f"{FOLDER}/{clause}")
        return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))

    def edition(self, clause: str, edition: str, asked_at: Origin) -> ClauseEdition:
        """Return one edition.

        Raises:
            AvtalsgenError: KL02 no such clause or KL03 no such edition, at `asked_at`;
                everything that is wrong with the file itself, in the file.
        """
        key = (clause, edition)
        if key not in self._read:
            self._must_exist(clause, edition, asked_at)
            file = f"{FOLDER}/{clause}/{edition}.md"
            text = read_text(self.files, file, asked_at)
            self._read[key] = read_clause(text, file, clause, edition, self.parameters)
        return self._read[key]

    def valid_on(self, clause: str, day: date) -> str:
        """Return the edition of a clause that holds on `day`, the last to begin; or nothing."""
        in_force = []
        for edition in self.editions(clause):
            try:
                edition_read = self.edition(
                    clause, edition, Origin(f"{FOLDER}/{clause}/{edition}.md", 1)
                )
            except AvtalsgenError:
                continue  # told when it is used
            if edition_read.valid_on(day) and edition_read.status != DRAFT:
                in_force.append((edition_read.valid_from or date.min, -len(edition), edition))
        return max(in_force)[2] if in_force else ""

    def _must_exist(self, clause: str, edition: str, asked_at: Origin) -> None:
        if clause not in self.ids():
            near = nearest(clause, self.ids())
            hint = f"menade du {near}?" if near else "avtalsgen list visar klausulerna"
            message = f"klausulen ”{clause}” finns inte"
            raise AvtalsgenError([Problem("KL02", message, origin=asked_at, hint=hint)])
        known = self.editions(clause)
        if edition not in known:
            message = f"klausulen ”{clause}” har ingen utgåva ”{edition}”"
            hint = f"skapa {FOLDER}/{clause}/{edition}.md"
            if known:
                pins = tuple(f"{clause}@{each}" for each in known)
                hint = f"byt {clause}@{edition} mot {pins[-1]}; utgåvorna är {', '.join(known)}"
            raise AvtalsgenError([Problem("KL03", message, origin=asked_at, hint=hint)])


@lru_cache(maxsize=512)
def read_clause(
    text: str, file: str, clause: str, edition: str, parameters: Parameters
) -> ClauseEdition:
    """Return the clause edition that a file holds; the same text is parsed once.

    Raises:
        AvtalsgenError: KL04 a key in the head that is wrong, KL05 a fact that the body names
            and the head does not, KL07 a duty at a time that is none, MA… and MD… for the body.
    """
    front = split(text, file)
    problems: list[Problem] = []
    keys = Keys(front.head, problems, "KL04")
    heading_scalar = keys.scalar("rubrik", required=True)
    heading_text = heading_scalar.text if heading_scalar else ""
    heading_origin = heading_scalar.origin if heading_scalar else Origin(file, 1)
    heading, in_heading, heading_problems = parse_phrase(heading_text, heading_origin, parameters)
    unknown = keys.choice("okänt_i_villkor", WHEN_UNKNOWN, ASKED)
    body, in_body, body_problems = parse_template(
        front.body, file, front.body_line, parameters, unknown=unknown
    )
    problems += [*heading_problems, *body_problems]
    valid_from, valid_to = _validity(keys)
    mandatory, in_mandatory, when_problems = parse_when(keys.scalar("obligatorisk_när"), parameters)
    problems += when_problems
    review, sha256 = read_review(keys), text_hash(heading_text, front.body)
    warnings = _uses(keys, in_heading | in_body, parameters)
    edition_read = ClauseEdition(
        clause,
        edition,
        file,
        heading,
        heading_origin,
        body,
        sha256,
        valid_from,
        valid_to,
        keys.choice("status", STATUSES, DRAFT),
        "status" in front.head.entries,
        review,
        tuple(_descent(each) for each in keys.records("härkomst")),
        keys.texts("rättskällor"),
        in_heading | in_body | in_mandatory,
        mandatory,
        keys.texts("kräver"),
        tuple(read_duty(each, parameters) for each in keys.records("skyldigheter")),
        read_check_notes(keys, parameters),
        (*front.warnings, *warnings, *outdated(review, sha256)),
        keys.origin(REVIEW),
    )
    keys.done()
    if problems:
        raise AvtalsgenError(problems)
    return edition_read


def facts_listed(text: str, file: str, parameters: Parameters) -> tuple[str, ...]:
    """Return the facts that a clause file is to list: what heading, text and condition name.

    A fact that is listed by a short name keeps it.

    Raises:
        AvtalsgenError: KL01 the file has no head, or the head is not YAML.
    """
    front = split(text, file)
    keys = Keys(front.head, [], "KL04")
    _, in_heading, _ = parse_phrase(keys.text("rubrik"), Origin(file, 1), parameters)
    _, in_body, _ = parse_template(front.body, file, front.body_line, parameters)
    _, in_condition, _ = parse_when(keys.scalar("obligatorisk_när"), parameters)
    named = in_heading | in_body | in_condition
    listed = {whole[0]: name for name in keys.texts("använder") if (whole := parameters.find(name))}
    kept = (name for path, name in listed.items() if path in named)
    return tuple(sorted((*kept, *(named - listed.keys()))))


def text_hash(heading: str, body: str) -> str:
    """Return the SHA-256 of a text as written, whatever the editor did to its line ends."""
    text = "\n".join(line.rstrip() for line in f"{heading}\n\n{body}".split("\n")).strip()
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def _validity(keys: Keys) -> tuple[date | None, date | None]:
    below = keys.below("gäller")
    if below is None:
        return None, None
    start, end = below.day("från"), below.day("till")
    below.done()
    if start and end and end < start:
        keys.problem(
            f"gäller till {end} men från {start}", keys.origin("gäller"), "byt plats på dagarna"
        )
    return start, end


def _descent(keys: Keys) -> Descent:
    document = keys.text("dnr") or keys.text("handling")
    if not document:
        hint = (
            "skriv {dnr: SON 2019-755, avsnitt: 3.2}, "
            "eller {handling: Riktlinjer 2021, avsnitt: 3.2} när dnr saknas"
        )
        keys.problem("härkomsten nämner ingen handling", keys.branch.origin, hint)
    keys.tree("handling")
    descent = Descent(document, keys.text("avsnitt"))
    keys.done()
    return descent


def _uses(keys: Keys, used: frozenset[str], parameters: Parameters) -> list[Problem]:
    """Hold the list of facts in the head against those that the text names."""
    warnings = []
    listed = {}
    for name in keys.texts("använder"):
        declared = parameters.find(name)
        if declared:
            listed[declared[0]] = name
        else:
            near = parameters.nearest(name)
            hint = f"menade du {near}?" if near else "ta bort raden"
            keys.problem(f"”{name}” är inget faktum", keys.origin("använder"), hint)
    for path in sorted(used - listed.keys()):
        message = f"texten använder {path}, som inte står under använder"
        problem = Problem("KL05", message, origin=keys.origin("använder"), hint=f"lägg till {path}")
        keys.problems.append(problem)
    for path in sorted(listed.keys() - used):
        warnings.append(
            Problem(
                "KL06",
                f"{listed[path]} står under använder men används inte",
                Severity.WARNING,
                keys.origin("använder"),
                f"ta bort {listed[path]}",
            )
        )
    return warnings
