"""The one place where it is declared which hints have nothing to type, and say what to do.

A hint that names no command, flag, value or word begins with one of these, each with why it ends
there: what it asks for is done in another program, by somebody else, or is a choice that nobody
can make for a reader. `tests/test_told_hints.py` holds every hint against the list.
"""

from collections.abc import Mapping

IN_ANOTHER_PROGRAM = "done in Word, a PDF reader or the machine's own programs"
BY_SOMEBODY = "asked of somebody who has the file or knows the answer"
IN_WORDS = "what is to be written is the reader's to say"
WHAT_IS_THERE = "what stands at the place is taken away, moved or kept; the place is in front"
A_FILE = "which file or folder is meant is the reader's to say"

SAID: Mapping[str, str] = {
    **dict.fromkeys(
        ("spara", "öppna", "exportera", "kopiera", "installera", "använd", "stäng", "visa", "bryt"),
        IN_ANOTHER_PROGRAM,
    ),
    **dict.fromkeys(("godkänn", "minska", "kör", "ladda", "sätt", "dra"), IN_ANOTHER_PROGRAM),
    **dict.fromkeys(("be", "fråga", "skicka", "godta"), BY_SOMEBODY),
    **dict.fromkeys(
        ("skriv", "fyll", "ändra", "rätta", "läs", "se", "kontrollera", "jämför", "avgör"),
        IN_WORDS,
    ),
    **dict.fromkeys(("ersätt", "låt", "gör", "lägg", "bygg", "skapa"), IN_WORDS),
    **dict.fromkeys(
        ("ta", "stryk", "flytta", "dela", "behåll", "byt", "börja", "utgå"), WHAT_IS_THERE
    ),
    **dict.fromkeys(("ange", "välj", "peka", "hämta"), A_FILE),
}
"""Why a hint that begins so, and has nothing to type, has nothing to type."""
