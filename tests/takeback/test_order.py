"""What is told first: the silent changes, and of those the ones that no reader of the page sees."""

from tests.takeback.handed import move
from tests.takeback.taking import changes
from tests.takeback.word_edits import ANNA, BO, WordFile, look_of


def _edited(file: WordFile) -> None:
    """Make a tracked change, silent ones, one that is hidden, and a comment, in that order."""
    file.comment("Avgifterna tillfaller", "Stämmer det?")
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    file.look("Uppsägningen ska vara", "color=FF0000")
    file.replace("605", "625")
    file.insert("vem som har betalat.", " Lokalen är ljus.")
    file.look(" Lokalen är ljus.", "vanish")


def test_what_is_silent_is_told_first_and_what_nobody_sees_before_it() -> None:
    told = changes(_edited)
    assert [c["id"] for c in told] == [1, 2, 3, 4, 5]
    assert [c["new"] for c in told[:2]] == [" Lokalen är ljus.", 625]
    assert [c["kind"] for c in told[2:]] == ["format", "avvikelse", "kommentar"]
    assert [c["tracked"] for c in told[:4]] == [False, False, False, True]


def test_of_what_was_done_in_one_way_what_matters_most_is_told_first() -> None:
    def edit(file: WordFile) -> None:
        file.look("Uppdraget upphör", "b")
        file.replace("uppdraget medan", "arbetet medan")
        file.track("lösa en tvist", "bilägga en tvist", paragraph=file.paragraph("Parterna ska i"))
        file.track("ska fortsätta", "får fortsätta", paragraph=file.paragraph("arbetet medan"))
        node = file.paragraph("minst en auktoriserad")
        look_of(file.insert_at(node, "minst en auktoriserad", " och van", ANNA), "vanish")

    told = [(c["tracked"], c["hidden"], c["rank"]) for c in changes(edit)]
    assert told == [
        (False, None, "saklig"),
        (False, None, "redaktionell"),
        (True, "dold", "saklig"),
        (True, None, "avgörande"),
        (True, None, "saklig"),
    ]


def test_what_nobody_sees_is_never_a_matter_of_spelling() -> None:
    def edit(file: WordFile) -> None:
        node = file.paragraph("Uppsägningen ska vara")
        look_of(file.insert_at(node, "Uppsägningen ska vara", ","), "vanish")

    seen = changes(lambda file: file.insert("Uppsägningen ska vara", ","))
    assert [c["rank"] for c in (*seen, *changes(edit))] == ["redaktionell", "saklig"]


def test_a_sentence_that_another_put_in_elsewhere_was_not_moved_there() -> None:
    said = " Utföraren ska redovisa dem varje månad utan uppgifter om vem som har betalat."

    def edit(file: WordFile) -> None:
        file.track(said, "", ANNA, file.paragraph("Avgifterna tillfaller"))
        file.insert("i första hand lösa en tvist genom dialog.", said, BO)

    assert [(c["author"], c["hint"]) for c in changes(edit)] == [
        ("Anna Alm", None),
        ("Bo Berg", None),
    ]


def test_a_section_that_moved_is_told_where_it_stands_now() -> None:
    def edit(file: WordFile) -> None:
        file.look("Uppdraget upphör", "b")
        move(file, "tvist", "kontaktpersoner")

    assert [c["kind"] for c in changes(edit)] == ["format", "flyttad"]
