"""The rest of a sentence that binds: what is to be done, when, and under which condition."""

import re
from collections.abc import Callable
from functools import cached_property
from itertools import islice
from typing import Final

from avtalsgen.compare.duties.statements import words_of
from avtalsgen.compare.meaning.folds import Folding
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.word_files import Phrase, any_of

_ABOUT: Final = ("om",)
_OTHERWISE: Final = " eller"
"""What stands before a condition of one of two: `vid dörren eller, om kommunen begär det, inne`."""
_AUXILIARY: Final = frozenset(("ska", "skall", "får"))
"""What an infinitive follows without `att`, also where more words bind: `ska gå att`."""
_IMPOSED: Final = "åligger"
_TO_DO: Final = re.compile(r"^\s*(?:\w+\s+){0,2}att\s+(?=\w)")
_SUBJECT: Final = 2
"""Words of a condition before its verb, at least: `om kommunen begär det`."""


@dataclass(frozen=True)
class DutyDetails:
    """What is needed to read them."""

    lists: DutyWords
    folding: Folding

    def act(self, text: str, binds: Phrase, party_of: Callable[[str], str], before: int = 0) -> str:
        """Return what is to be done: what stands after the words that bind, the party left out.

        `before` that the word may stand so many times, of a condition: `Om han inte ska åka ska`.
        """
        plain = r"\s+".join(map(re.escape, binds)) if len(binds) == 1 else re.escape(binds[0])
        bindings = re.finditer(rf"(?<!\w){plain}(?!\w)", text, re.IGNORECASE)
        binding = next(islice(bindings, before, None), None)
        starts = binding and (binding.end() if binds in self.lists.binding else binding.start())
        after = text[starts:] if starts and starts < len(text) - 2 else text
        is_long = len(binds) > 1 or binds[0] in self.lists.bearing or binds[0] == _IMPOSED
        if is_long and binds[0] not in _AUXILIARY:  # har inte rätt att städa
            after = _TO_DO.sub("", after, count=1)
        first, _, rest = after.strip().partition(" ")
        return (rest if party_of(first.casefold()) and rest else after).strip(" .")

    def plain(self, text: str) -> str:
        """Return a sentence in the words that it is compared in, as the lawyers' list has them."""
        return self._reworded.sub(self._in_plain, text)

    def _in_plain(self, said: re.Match[str]) -> str:
        plain = self.lists.reworded[said[0].casefold()]
        return plain.capitalize() if said[0][0].isupper() else plain

    @cached_property
    def _reworded(self) -> re.Pattern[str]:
        return re.compile(rf"\b{any_of(self.lists.reworded)}\b", re.IGNORECASE)

    def when(self, text: str) -> str:
        """Return the days and times that a sentence says: `kvartalsvis` says `varje kvartal`."""
        days = [match[0] for match in self.lists.grammar.day.finditer(text[:1].lower() + text[1:])]
        plain, folded = f" {' '.join(words_of(text))} ", self._folded(text)
        told = {self._folded(day) for day in days}
        times = [time for time in self._times if f" {time[0]} " in plain]
        times += [time for time in self._times if time[1] in folded]
        for words, said in times:
            if not any(said in day or words in day for day in told):
                days.append(words)
                told.add(said)
        return ", ".join(days)

    def is_timed(self, text: str) -> bool:
        """Return whether a sentence says how often something is done, how long, or by when."""
        if self.lists.grammar.after.search(text):
            return True
        said = self._folded(text)
        return any(phrase in said for _, phrase in self._lasting)

    def condition(self, text: str) -> str:
        """Return what says when the duty holds, to the comma or the verb that binds."""
        lower = text.casefold()
        for phrase in sorted(self.lists.condition, key=len, reverse=True):
            plain = re.escape(" ".join(phrase))
            for condition in re.finditer(rf"(?:^|(?<=[\s,])){plain}\b[^.;:]*", lower):
                clause = text[condition.start() : condition.end()]
                before = lower[: condition.start()]
                if before.rstrip(" ,").endswith(_OTHERWISE) or self._is_about(before, phrase):
                    continue
                said = self._clause(clause, phrase, first=condition.start() == 0)
                words = words_of(said)
                lasts = any(words[: len(time)] == time for time in self.lists.lasting)
                if said and words[1:2] not in self._asking and not (lasts and len(phrase) > 1):
                    return said
        asked = self._requested.search(text)
        return asked[0] if asked else self._inverted(text)

    @cached_property
    def _asking(self) -> frozenset[tuple[str, ...]]:
        """What makes an `om` one of a matter: `om hur det går`."""
        return frozenset((word,) for word in self.lists.grammar.asking)

    def _is_about(self, before: str, phrase: Phrase) -> bool:
        """Return whether an `om` is one of what stands first, with no verb: `Tvist om avtalet`."""
        words = words_of(before)
        is_verb = self.lists.grammar.finite_verb.fullmatch
        return bool(words) and phrase == _ABOUT and not any(map(is_verb, words))

    def _clause(self, clause: str, phrase: Phrase, *, first: bool) -> str:
        """Return a condition that begins with `phrase`, which has a verb unless that says it all.

        Only one that stands first ends before a verb that binds.
        """
        ends = [
            end.start()
            for end in self.lists.grammar.ends_condition.finditer(clause)
            if first or end[0] == ","
        ]
        for end in ends if first else [*ends, len(clause)]:
            said = clause[:end].strip(" .")
            is_verb = self.lists.grammar.finite_verb.fullmatch
            if len(phrase) > 1 or any(map(is_verb, words_of(said)[_SUBJECT:])):
                return said
        return ""

    def _inverted(self, text: str) -> str:
        """Return a condition that begins with its verb: `Brister bolaget ska kommunen …`."""
        verb, subject, *rest = (*words_of(text), "", "")
        grammar = self.lists.grammar
        is_verb = grammar.finite_verb.fullmatch(verb) and not grammar.plural.fullmatch(verb)
        if not (rest and is_verb and grammar.subject.fullmatch(subject)):
            return ""
        said, *after = grammar.ends_condition.split(text, maxsplit=1)
        return said if after else ""

    @cached_property
    def _requested(self) -> re.Pattern[str]:
        """What a duty waits for that somebody asks: `på kommunens begäran`."""
        words = "|".join(map(re.escape, self.lists.requests))
        return re.compile(
            rf"""
            \b(?:på|efter|vid|mot)\s(?:[^\W\d_]+\s){{0,2}}(?:{words})\b
            (?:\s(?:av|från)\s(?:de[nt]?\s)?[^\W\d_]+)?                # av revisorn
            """,
            re.IGNORECASE | re.VERBOSE,
        )

    @cached_property
    def _lasting(self) -> tuple[tuple[str, str], ...]:
        """How often and how long, as the list has it and as everybody would write it."""
        return tuple(map(self._both, (*self.lists.frequency, *self.lists.lasting)))

    @cached_property
    def _times(self) -> tuple[tuple[str, str], ...]:
        return (*map(self._both, self.lists.speed), *self._lasting)

    def _both(self, phrase: Phrase) -> tuple[str, str]:
        words = " ".join(phrase)
        return words, self._folded(words)

    def _folded(self, text: str) -> str:
        return f" {self.folding.said(text)} "
