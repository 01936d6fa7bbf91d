"""What a reader sees of a change: a word alone says nothing, so it stands among those round it."""

from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.word_edits import ANNA, WordFile

from avtalsgen.model.returned.changes import TakenBack
from avtalsgen.pipeline.takeback.takeback import taken_back
from avtalsgen.writers.returned.report import reply_rows
from avtalsgen.writers.returned.terminal import to_terminal


def _result() -> TakenBack:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("inte röja", "röja")
    file.track("skriftlig", "muntlig", ANNA, file.paragraph("Uppsägningen ska vara"))
    file.replace("605", "625")
    file.insert("vem som har betalat.", " Vite får tas ut.")
    file.look(" Vite får tas ut.", "vanish")
    return taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT)).taken.result


def test_a_changed_word_is_shown_as_it_reads_now_and_what_is_hidden_is_not() -> None:
    lines = [line.strip() for line in to_terminal(_result()).splitlines() if "läses:" in line]
    assert lines[0] == "läses: Underlaget får röja vem som har fått insatsen."
    assert "Uppsägningen ska vara muntlig och gäller" in lines[1]
    assert len(lines) == 2
    rows = [row[2] for row in reply_rows(_result())[1:]]
    assert sum("Läses: ”" in row for row in rows) == 2


def test_what_nobody_tracked_comes_first_and_of_it_what_nobody_sees() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.track("skriftlig", "muntlig", ANNA, file.paragraph("Uppsägningen ska vara"))
    file.comment("uppdraget medan", "Hur länge?")
    file.replace("första hand", "sista hand")
    file.replace("inte röja", "röja")
    file.insert("vem som har betalat.", " Rummen är gröna.")
    file.look(" Rummen är gröna.", "vanish")
    result = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT)).taken.result
    told = [(c.number, c.unseen, c.rank, c.tracked, c.kind) for c in result.changes]
    assert told == [
        (1, "dold", "saklig", False, "avvikelse"),
        (2, "", "avgörande", False, "avvikelse"),
        (3, "", "saklig", False, "avvikelse"),
        (4, "", "avgörande", True, "avvikelse"),
        (5, "", "redaktionell", False, "kommentar"),
    ]
