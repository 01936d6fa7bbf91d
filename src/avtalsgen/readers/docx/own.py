"""What a Word file of this program's own says of itself: whose it is, and its section marks."""

import re
from collections.abc import Mapping

from avtalsgen.model.nodes import Identity, Provenance
from avtalsgen.ooxml import core_properties, custom_properties
from avtalsgen.ooxml.bookmarks import hidden_name
from avtalsgen.ooxml.package import Package
from avtalsgen.readers.docx.refusals import refusals
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold

_PREFIX = "ag"
MARK = f"_{_PREFIX}_"
"""How the bookmark of a section begins."""
_NO_DAY = core_properties.NO_DAY.isoformat()
_TEXT = re.compile(
    r"""
    (?P<kind>klausul|avvikelse|prosa)
    [ ]sha256=(?P<sha256>[0-9a-f]{64})
    [ ]tryckt=\S+
    [ ](?P<source>.+)
    """,
    re.VERBOSE,
)
_CLAUSE = "avtalsgen.klausul."
_DEPTHS = "avtalsgen.utan-rubrik"

HOUSE = {"omslag organisation", "omslag logotyp", "omslag linje", "omslag fot", "utkast"}
"""Styles of what belongs to the house style and is no part of a document."""
KICKER, ROW = "omslag dokumenttyp", "omslag rad"
DRAFT = "utkast"
ROLE, SIGN_LINE = "underskrift roll", "underskrift rad"


@dataclass(frozen=True, slots=True)
class OurProperties:
    """What the properties of a Word file say."""

    identity: Identity
    texts: Mapping[str, Provenance]
    """What the sections are made of, by their marks."""
    depths: Mapping[str, int]
    """How deep sections without a heading stand, by their marks."""

    @property
    def ours(self) -> bool:
        """Return whether this program wrote the file."""
        return bool(self.identity.uppdrag)

    def anchor(self, mark: str, heading: str) -> str:
        """Return the anchor of the section with a mark and a heading.

        A long one is cut in its mark. It is found again if it was made of the heading or is the
        id of the clause; else what is left of it is the anchor.
        """
        name = mark.removeprefix(MARK)
        made_of = self.texts.get(name)
        likely = (fold(heading), made_of.clause if made_of else "")
        matching = (
            candidate
            for candidate in likely
            if candidate and hidden_name(_PREFIX, candidate) == mark
        )
        return next(matching, re.sub("[^a-z0-9]", "-", name) or "-")

    def depth(self, mark: str) -> int:
        """Return how deep the section with a mark stands, if it has no heading; 0 if unknown."""
        return self.depths.get(mark.removeprefix(MARK), 0)

    def made_of(self, anchor: str) -> Provenance | None:
        """Return the text that the section with an anchor is made of."""
        return self.texts.get(hidden_name(_PREFIX, anchor).removeprefix(MARK))


def properties(data: bytes) -> Mapping[str, str]:
    """Return the custom properties of the Word file `data` by name (ECMA-376 part 1, 22.3).

    Raises:
        AvtalsgenError: as `refusals`.
    """
    with refusals():
        return custom_properties.read(Package(data))


def own(file: Package) -> OurProperties:
    """Return what a Word file says of itself; a file of somebody else's has a title at most."""
    named, core = custom_properties.read(file), core_properties.read(file)
    day = core.get("created", "")[: len(_NO_DAY)]
    uppdrag = named.get("avtalsgen.uppdrag", "")
    texts = {
        name.removeprefix(_CLAUSE): made
        for name, text in named.items()
        if name.startswith(_CLAUSE) and (made := _provenance(text))
    }
    keywords = core.get("keywords", "")
    identity = Identity(
        uppdrag=uppdrag,
        edition=named.get("avtalsgen.utgåva", ""),
        type=named.get("avtalsgen.typ", ""),
        status="",
        title=core.get("title", ""),
        dnr=core.get("identifier", "") if uppdrag else "",
        date=day if uppdrag and day != _NO_DAY else "",
        author=core.get("creator", ""),
        subject=core.get("subject", ""),
        keywords=tuple(keywords.split(", ")) if keywords else (),
        clauses=tuple(texts.values()),
    )
    return OurProperties(identity, texts, _depths(named.get(_DEPTHS, "")))


def _provenance(text: str) -> Provenance | None:
    written = _TEXT.fullmatch(text)
    if not written:
        return None
    kind, source, sha256 = written["kind"], written["source"], written["sha256"]
    if kind == "prosa":
        return Provenance("prosa", source, sha256=sha256)
    clause, _, edition = source.partition("@")
    return Provenance("klausul" if kind == "klausul" else "avvikelse", "", clause, edition, sha256)


def _depths(text: str) -> Mapping[str, int]:
    pairs = (word.partition("=") for word in text.split())
    return {mark: int(depth) for mark, _, depth in pairs if depth.isdecimal() and len(depth) < 3}
