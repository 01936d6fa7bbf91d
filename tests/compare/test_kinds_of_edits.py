"""Twenty kinds of edits of an agreement: each is found, alone, in its clause, with its rank."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.compared import compare

from avtalsgen.model.comparison import Rank
from avtalsgen.model.duties import DutyStatus
from avtalsgen.model.nodes import Cover, Document, Identity, Paragraph, Section, Text


@dataclass(frozen=True)
class Edit:
    heading: str
    old: str
    new: str
    rank: Rank
    status: DutyStatus | None = None
    """What becomes of the one duty that is not as it was."""


EDITS = (
    Edit(
        "Ersättning",
        "Priset är 412 kronor per timme.",
        "Priset är 438 kronor per timme.",
        "avgörande",
    ),
    Edit(
        "Betalning",
        "Beställaren ska betala inom 30 dagar.",
        "Beställaren ska betala inom 20 dagar.",
        "avgörande",
        "skärpt",
    ),
    Edit(
        "Tid",
        "Avtalet gäller till den 31 mars 2028.",
        "Avtalet gäller till den 31 mars 2029.",
        "avgörande",
    ),
    Edit(
        "Statistik",
        "Utföraren ska lämna statistik varje kvartal.",
        "Utföraren ska lämna statistik varje år.",
        "avgörande",
        "mildrad",
    ),
    Edit(
        "Handledning",
        "Utföraren bör ge personalen handledning.",
        "Utföraren ska ge personalen handledning.",
        "avgörande",
        "skärpt",
    ),
    Edit(
        "Tolk", "Utföraren ska anlita tolk.", "Utföraren bör anlita tolk.", "avgörande", "mildrad"
    ),
    Edit(
        "Foto",
        "Utföraren får inte fotografera gästerna.",
        "Utföraren får fotografera gästerna.",
        "avgörande",
        "utgår",
    ),
    Edit(
        "Resor",
        "Utföraren ska bära kostnaden för resor.",
        "Beställaren ska bära kostnaden för resor.",
        "avgörande",
        "annan part",
    ),
    Edit(
        "Fel",
        "Utföraren ska meddela fel i larmet.",
        "Utföraren ska genast meddela fel i larmet.",
        "avgörande",
        "skärpt",
    ),
    Edit("Försäkring", "Försäkringen är på 10 mnkr.", "Försäkringen är på 20 mnkr.", "avgörande"),
    Edit("Nycklar", "", "Utföraren ska räkna nycklarna.", "avgörande", "ny"),
    Edit("Sopor", "Utföraren ska sortera soporna.", "", "avgörande", "utgår"),
    Edit(
        "Bricka",
        "Personalen ska bära namnbricka.",
        "Personalen ska bära namnbricka och tjänstekort.",
        "saklig",
        "skärpt",
    ),
    Edit(
        "Lag",
        "Stödet ges enligt socialtjänstlagen (2001:453).",
        "Stödet ges enligt socialtjänstlagen (2025:400).",
        "avgörande",
    ),
    Edit(
        "Platser",
        "Utföraren ska ha minst sex platser.",
        "Utföraren ska ha minst åtta platser.",
        "saklig",
        "skärpt",
    ),
    Edit("Tak", "Taket är 20 mnkr.", "Taket är 20 000 000 kronor.", "redaktionell"),
    Edit(
        "Nätet",
        "Menyn finns på kommunens hemsida.",
        "Menyn finns på kommunens webbplats.",
        "redaktionell",
    ),
    Edit("Start", "Bygget börjar 2027-01-01.", "Bygget börjar den 1 januari 2027.", "redaktionell"),
    Edit(
        "Städning",
        "Utföraren är skyldig att städa köket.",
        "Utföraren ska städa köket.",
        "redaktionell",
    ),
    Edit("Öppet", "Köket är öppet kl. 8–17.", "Köket är öppet 08:00 till 17:00.", "redaktionell"),
)
STAYS = "Här beskrivs hur {} fungerar i vardagen för dem som kommer till huset."


@st.composite
def edited(draw: DrawFn) -> tuple[Document, Document, Edit]:
    """An agreement of some of the clauses in any order, and what it is after one edit."""
    edit = draw(st.sampled_from(EDITS))
    others = draw(st.lists(st.sampled_from(EDITS), unique=True, min_size=2, max_size=8))
    clauses = draw(st.permutations([edit, *(other for other in others if other is not edit)]))
    old = [(clause, clause.old) for clause in clauses]
    new = [(clause, clause.new if clause is edit else clause.old) for clause in clauses]
    return _document(old), _document(new), edit


def _document(clauses: list[tuple[Edit, str]]) -> Document:
    sections = tuple(
        Section(
            clause.heading,
            (Text(clause.heading),),
            1,
            str(number),
            tuple(
                Paragraph((Text(text),))
                for text in (STAYS.format(clause.heading.lower()), words)
                if text
            ),
        )
        for number, (clause, words) in enumerate(clauses, start=1)
    )
    return Document(Identity("", "", "", "", ""), Cover("", (Text("Avtal"),)), sections)


@settings(max_examples=120)
@given(edited())
def test_an_edit_is_found_alone_in_its_clause_with_its_rank(
    made: tuple[Document, Document, Edit],
) -> None:
    old, new, edit = made
    found = compare(old, new)
    differing = [pair for pair in found.sections if pair.differs]
    assert [pair.new.heading for pair in differing if pair.new] == [edit.heading]
    ranks = {change.rank for pair in differing for change in pair.changes}
    assert (
        "avgörande" if "avgörande" in ranks else "saklig" if "saklig" in ranks else "redaktionell"
    ) == edit.rank
    changed = {duty.status for duty in found.duties if duty.changed}
    assert changed == ({edit.status} if edit.status else set())
    assert bool(found.top) is (edit.rank != "redaktionell")
