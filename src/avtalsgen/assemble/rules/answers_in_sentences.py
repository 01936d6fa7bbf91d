"""Answers held against the sentences that they are printed in.

How an answer stands is seen in the example that its question has: `våldet ska upphöra` goes on a
sentence, and `Fler män får stöd.` is one.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.imported import is_imported
from avtalsgen.clauses import answers
from avtalsgen.clauses.parameters import Parameter, Parameters
from avtalsgen.model import plain
from avtalsgen.model.nodes import Inline, Section, Value
from avtalsgen.model.walk import leaves, runs, within
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.swedish.abbreviations import GOES_ON, MAY_END
from avtalsgen.swedish.phrases import capitalise_first, enumerate_words, lower_first

MISFIT: Final = "DI14"
"""An answer does not go with the words around it."""
_STOP: Final = re.compile(r"[.!?,;:]+$")
_SHORT: Final = re.compile(
    rf"(?:\b\w{{1,2}}\.){{2,}}$|\b(?:{'|'.join(map(re.escape, (*GOES_ON, *MAY_END)))})\.$"
)
"""A short form at the end, whose point is its own: `m.m.`, `kl.`"""
_WHOLE: Final = re.compile(r"[.!?]$")
_ENDS_SENTENCE: Final = re.compile(r"(?:[.!?:–]|^)[\s”]*$")
_SENTENCE_END: Final = re.compile(r"[.!?:](?:\s|$)")
_CLAUSE_BEGUN: Final = re.compile(r"\b(?:eftersom|att) $")
_CONJUNCTION: Final = re.compile(r"(för att|därför att|att|eftersom) ", re.IGNORECASE)
"""Words that begin a clause, of which no two stand in a row."""
_CAPITAL: Final = "börjar med stor bokstav"
_MOST_WORDS: Final = 4
_AROUND: Final = 40


def answers_in_sentences(
    lookup: Lookup, parameters: Parameters, sections: Iterable[Section]
) -> Iterator[Problem]:
    """Yield DI14, a warning, once for each answer in words that breaks the sentence around it.

    It repeats the words before it, or has a full stop where the sentence has its own, or is to be
    a sentence and has none. A note where all that is wrong is a capital letter, for it may be of a
    name; those of the register are known. What another uppdrag says is told there, and an old
    document that was taken in is as it was.
    """
    if is_imported(lookup.uppdrag.facts):
        return
    names = frozenset(chain.from_iterable(_names(lookup)))
    told = set[object]()
    for section in chain.from_iterable(map(within, sections)):
        for run in chain.from_iterable(map(runs, section.blocks)):
            for before, value, after in _answers(run):
                origin = value.origin
                asked = _asked(value.path, parameters)
                if origin is None or origin.file != lookup.uppdrag.file or asked is None:
                    continue
                problem = _misfit(before, value, after, asked, names)
                if problem and origin not in told:
                    told.add(origin)
                    yield problem


def _names(lookup: Lookup) -> Iterator[Iterable[str]]:
    """Yield the words of the names of bodies, and of the municipalities that they are in."""
    for body in lookup.organisations.values():
        yield re.findall(r"\w+", f"{body.name_on(None)} {body.short or ''} {body.municipality}")


def _asked(path: str, parameters: Parameters) -> Parameter | None:
    """Return the question that words are an answer to, also as an item of a list."""
    declared = parameters.find(path) or parameters.find(path.rpartition(".")[0])
    asked = declared[1] if declared else None
    is_words = asked and "text" in (asked.type, asked.item.type if asked.item else "")
    return asked if asked and is_words and asked.example else None


def _answers(run: tuple[Inline, ...]) -> Iterator[tuple[str, Value, str]]:
    """Yield each value of a run with the words before and after it."""
    parts = [*leaves(run)]
    for number, leaf in enumerate(parts):
        if isinstance(leaf, Value) and leaf.text.strip():
            before, after = plain.text(parts[:number]), plain.text(parts[number + 1 :])
            yield before.replace("\u00a0", " "), leaf, after.replace("\u00a0", " ")


@dataclass(frozen=True, slots=True)
class _AnswerRead:
    """An answer as it would read, and what was wrong with it."""

    said: str
    faults: tuple[str, ...] = ()

    def but(self, fault: str, said: str) -> "_AnswerRead":
        return _AnswerRead(said, (*self.faults, fault))


def _misfit(
    before: str, value: Value, after: str, asked: Parameter, names: frozenset[str]
) -> Problem | None:
    """Return what is wrong with an answer between the words around it, and how it would read."""
    said = value.text.replace("\u00a0", " ")
    is_one = bool(_WHOLE.search(asked.example)) and not asked.item
    if is_one and not before.strip():
        reading = _as_sentence(said, alone=not after.strip())
    else:
        inside = not _ENDS_SENTENCE.search(before)
        goes_on = inside and asked.example[:1].islower()
        reading = _without_stop(_begun(before, said), after)
        if goes_on and _has_capital(reading.said, names):
            reading = reading.but(_CAPITAL, lower_first(reading.said))
    if not reading.faults:
        return None
    shown = f"{before[-_AROUND:]}{said[:_AROUND]}{'…' if len(said) > _AROUND else after[:1]}"
    message = f"svaret passar inte i sin mening, ”{shown}”: det {enumerate_words(reading.faults)}"
    severity = Severity.WARNING
    if reading.faults == (_CAPITAL,):
        severity = Severity.STYLE
        message += ", som bara ett namn gör"
    hint = f"skriv {value.path}: {answers.quoted(reading.said)}"
    if asked.item or not reading.said or _SHORT.search(said):
        hint = f"skriv svaret så att det går in i meningen, som ”{asked.example}”"
    return Problem(MISFIT, message, severity, value.origin, hint)


def _as_sentence(said: str, *, alone: bool) -> _AnswerRead:
    """Return an answer that is to be sentences; the last may have its stop in the text."""
    reading = _AnswerRead(said)
    if said[:1].islower():
        reading = reading.but("börjar med liten bokstav", capitalise_first(said))
    if alone and not re.search(r"[.!?:”)]$", said):
        reading = reading.but("saknar punkt", f"{reading.said}.")
    return reading


def _begun(before: str, said: str) -> _AnswerRead:
    """Return an answer without what the sentence has said before it."""
    again = _repeated(before, said)
    if again:
        return _AnswerRead(said[len(again) :].lstrip(" ,:"), (f"upprepar ”{again}”",))
    word = _CONJUNCTION.match(said)
    if word and _CLAUSE_BEGUN.search(before):
        return _AnswerRead(
            said[word.end() :], (f"börjar med ”{word[1]}” efter ett annat bindeord",)
        )
    return _AnswerRead(said)


def _without_stop(reading: _AnswerRead, after: str) -> _AnswerRead:
    """Return an answer without the signs that it ends in, where the sentence goes on."""
    stop = _STOP.search(reading.said)
    if stop and _goes_on(reading.said, after):
        return reading.but(f"slutar med {stop[0]}", _STOP.sub("", reading.said))
    return reading


def _repeated(before: str, said: str) -> str:
    """Return the words that an answer begins with and that stand before it already."""
    there, words = _SENTENCE_END.split(before)[-1].split(), said.split()
    for count in range(min(_MOST_WORDS, len(there), len(words)), 0, -1):
        if before.endswith(" ") and _alike(there[-count:], words[:count]):
            return " ".join(words[:count])
    return ""


def _alike(some: list[str], others: list[str]) -> bool:
    letters = [re.sub(r"[^\w-]", "", word).casefold() for word in (*some, *others)]
    return all(letters) and letters[: len(some)] == letters[len(some) :]


def _goes_on(said: str, after: str) -> bool:
    """Return whether the sentence goes on, or ends by itself, after an answer that has a stop."""
    if after[:1] in ("", "\n", "\t"):
        return False
    if after[0] in ".,;:!?":
        return True
    return not _SHORT.search(said) and after.lstrip()[:1].islower()


def _has_capital(words: str, names: frozenset[str]) -> bool:
    """Return whether words begin with a capital letter that no known name or short form has."""
    first = re.match(r"[^\W\d_]+", words)
    if first is None or not first[0][0].isupper() or not first[0][1:].islower():
        return False
    return first[0] not in names and first[0].removesuffix("s") not in names
