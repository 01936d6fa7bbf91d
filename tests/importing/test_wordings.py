"""What is one clause in several documents, and what varies in it."""

from avtalsgen.importing.wordings import SharedSection, pieces, shared_clauses, varying

PARTIES = {"leanlink": "utförare", "leanlink råd och stöd": "utförare"}


def _section(document: str, text: str, heading: str = "Tid") -> SharedSection:
    return SharedSection(document, "1", heading, text, pieces(text, PARTIES))


def test_names_and_values_are_no_part_of_a_wording() -> None:
    first = _section("a", "Leanlink betalar 4 000 kronor den 1 mars 2018 i två år.")
    second = _section("b", "Leanlink Råd och Stöd betalar 5 000,50 kronor den 2 maj 2019 i ett år.")
    assert first.wording == second.wording
    assert [(kind, values) for _, kind, values in varying([first, second])] == [
        ("utförare", ("Leanlink", "Leanlink Råd och Stöd")),
        ("tal", ("4 000", "5 000,50")),
        ("datum", ("1 mars 2018", "2 maj 2019")),
        ("tid", ("två år", "ett år")),
    ]


def test_the_wording_of_most_documents_comes_first_and_the_others_deviate_from_it() -> None:
    texts = {
        "a": "Utföraren ska lämna rapport varje år.",
        "b": "Utföraren ska lämna rapport varje månad.",
        "c": "Utföraren ska lämna rapport varje månad.",
        "d": "Något helt annat om lokaler och bilar här.",
    }
    (clause,) = shared_clauses([_section(name, text) for name, text in texts.items()])
    assert [[each.document for each in group] for group in clause.editions] == [["b", "c"], ["a"]]
    told = [(new.document, old.document, words) for new, old, words in clause.drift()]
    assert told == [("a", "b", [("månad", "år")])]


def test_one_document_has_each_clause_once() -> None:
    twice = "Utföraren ska lämna rapport varje år till nämnden."
    assert shared_clauses([_section("a", twice), _section("a", twice)]) == []


def test_two_texts_of_one_heading_that_share_small_words_are_no_clause() -> None:
    texts = (
        "Avtalet gäller från och med den 1 mars 2022 och tills vidare.",
        "Avtalet är giltigt i två exemplar, och den som bryter det ska vika från och med mars.",
    )
    both = [_section(name, text, "Giltighet") for name, text in zip("ab", texts, strict=True)]
    assert shared_clauses(both) == []
