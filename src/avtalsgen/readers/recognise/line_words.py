"""What the words of a line alone say of it."""

import re
from typing import Literal

from avtalsgen.model import plain
from avtalsgen.model.nodes import List, Paragraph, Table
from avtalsgen.readers.recognise.line import Line
from avtalsgen.readers.recognise.page_words import PageWords

PERSON = re.compile(
    r"""
    [A-ZÅÄÖ][a-zåäöéü]+ (?: -[A-ZÅÄÖ]?[a-zåäöéü]+ )?                          # Eva, Anna-Lena
    (?: [ ] (?: (?:von|af|de)[ ] )? [A-ZÅÄÖ][a-zåäöéüA-ZÅÄÖ-]+ ){1,2}         # von Ek, Ek-Lund
    """,
    re.VERBOSE,
)
"""The name of somebody who signs."""
_LONGEST = 120
_LONGEST_CLOSING = 400
"""Letters of a paragraph that says how many copies there are."""
_MOST_WORDS = 14
_MOST_OF_HEADING = 40
_FEWEST_OF_PROSE = 15
_FEWEST_OF_SENTENCE = 6
"""Words before a full stop; a heading that somebody ended with one has fewer."""
_MOST_OF_LABEL = 3
"""Words: ”Beslutet skickas till:” leads nothing in that a heading could stand above."""
_ENDS = tuple(".,;:?!…")
_ADDRESS = re.compile(r"https?:|www\.|\S@\S", re.IGNORECASE)
_LABELLED = re.compile(r"[^\W\d_][\w /.-]{0,30}:\s+\S")
_NUMBER_OR_DAY = re.compile(r"[^\d]{0,12}\d[\d :/.-]*$")
Kind = Literal["rule", "line", "role", "words"]
"""A ruled line, the label of one, the role of a party, or its name and the like."""

_RULE = re.compile(r"[\s._…─-]{5,}")
_RULED = re.compile(r"(?P<before>[^._…]*?)\s*[._…]{5,}\s*(?P<after>[^._…]*)")
_RULE_INSIDE = re.compile(r"[\s._…─-]{5}")
_LONGEST_SIGN = 200
"""Letters of a role or a label; what is longer and has no rule in it is neither."""


def is_name(text: str, words: PageWords) -> bool:
    """Return whether `text` could be a heading: few words, a capital first, no end of sentence."""
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or "\n" in text.strip():
        return False
    first = next((letter for letter in text if letter.isalnum()), "")
    if not (first.isupper() or first.isdigit()) or not any(map(str.isalpha, text)):
        return False
    ended = text.rstrip().endswith(_ENDS) and not words.shortened.search(text)
    return not ended and not _ADDRESS.search(text)


def is_sentence(text: str, words: PageWords) -> bool:
    """Return whether `text` is too much of a sentence to be a heading, whatever its style says."""
    count = len(text.split())
    ended = text.rstrip().endswith((".", ":", ";")) and not words.shortened.search(text)
    return count > _MOST_OF_HEADING or (count >= _FEWEST_OF_SENTENCE and ended)


def is_figure(text: str, words: PageWords) -> bool:
    """Return whether `text` is only an amount or a day, which is no heading: `1 250 SEK`."""
    return bool(words.figure.fullmatch(text.strip()))


def is_capitals(text: str) -> bool:
    """Return whether `text` is in capitals, two letters at least."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters))


def is_labelled(text: str, words: PageWords) -> bool:
    """Return whether a text is a label and what it says: `Datum: 2019-11-26`, `Dnr SN 2019-1`."""
    label = words.numbered.match(text)
    return bool(_LABELLED.match(text) or (label and _NUMBER_OR_DAY.match(text, label.end())))


def is_prose(line: Line) -> bool:
    """Return whether a line is what stands below a heading: sentences, a list, a table."""
    match line.block:
        case List() | Table():
            return True
        case Paragraph():
            text = line.text.rstrip()
            long = len(text.split()) >= _FEWEST_OF_PROSE
            ended = text.endswith((".", ";", "!", "?")) and len(text.split()) > 1
            ended = ended or (text.endswith(":") and len(text.split()) > _MOST_OF_LABEL)
            return bool(text) and (long or ended or line.item is not None)


def is_closing(text: str, words: PageWords) -> bool:
    """Return whether a paragraph says how many copies there are, as the last one does."""
    return len(text) < _LONGEST_CLOSING and bool(words.closing.search(text))


def is_of_list(line: Line) -> bool:
    """Return whether a line is an item, or a list that the format has told whole."""
    return line.item is not None or isinstance(line.block, List)


def is_led_to(line: Line) -> bool:
    """Return whether a line is of a list that ends the sentence above it: `stöd till barn,`."""
    said = line.text
    if isinstance(line.block, List):
        first = line.block.items[0].blocks[0]
        said = plain.text(first.content) if isinstance(first, Paragraph) else ""
    return is_of_list(line) and (said[:1].islower() or said.rstrip().endswith(","))


def kind_of(text: str, words: PageWords) -> Kind:
    """Return what a line is where the parties sign."""
    if len(text) > _LONGEST_SIGN and not _RULE_INSIDE.search(text):
        return "words"
    said = " ".join(text.split())
    if _RULE.fullmatch(said):
        return "rule"
    if words.role.fullmatch(said):
        return "role"
    if words.label.fullmatch(said) or _RULED.fullmatch(said):
        return "line"
    return "words"


def label_of(text: str) -> str:
    """Return what a ruled line says: what stands before it, and after it."""
    words = " ".join(text.split())
    ruled = _RULED.fullmatch(words)
    if ruled:
        return " ".join(part for part in (ruled["before"], ruled["after"]) if part)
    return words
