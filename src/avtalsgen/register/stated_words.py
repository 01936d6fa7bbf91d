"""How documents of others say their facts: `clauses/register/ord/fakta.yaml`, made to patterns."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from avtalsgen.problems import Problem
from avtalsgen.records import dataclass
from avtalsgen.register.word_files import any_of, grouped, opened
from avtalsgen.source import Files

_SOME_WORDS: Final = r"(?:(?:\s\w+){0,3}?)"
"""What `…` stands for behind a word: a few others, or none."""


@dataclass(frozen=True, slots=True)
class StatedWords:
    """Patterns of the words before a number, a day or a sum, and what a party is called."""

    draft: re.Pattern[str]
    """First in a line of the head of a document that is not finished: `UTKAST 2`."""
    name: re.Pattern[str]
    """A label of what the document is called: `Dokumentnamn`."""
    number: re.Pattern[str]
    """A label of the number of the matter: `Dnr`."""
    of_other: re.Pattern[str]
    """A word before such a label, when the number is another document's."""
    of_this: re.Pattern[str]
    """First in what a number is said to be of, when that is this document: `detta tillägg`."""
    has_number: re.Pattern[str]
    """The end of what stands before it in a sentence about the document: `Avtalet har `."""
    day: re.Pattern[str]
    """A label of the day that a document is dated: `Avtalsdag`."""
    agreed: re.Pattern[str]
    """Somewhere before the day that parties agreed: `har ingåtts denna dag`."""
    adopted: re.Pattern[str]
    """First in a line of the head, before who decided the document and when."""
    start: re.Pattern[str]
    """Before the first day that a document holds."""
    not_start: re.Pattern[str]
    """Between those words and a day that is another one."""
    end: re.Pattern[str]
    """Before the last day that a document holds."""
    of_document: re.Pattern[str]
    """Somewhere in a sentence or heading that is about the whole document: `avtalet`."""
    kind_last: re.Pattern[str]
    """A word that ends with what a document is: `Internöverenskommelse`, `Hyresavtal`."""
    kind_alone: re.Pattern[str]
    """A whole line that says but what a document is: `Idéburet offentligt partnerskap`."""
    of_term: re.Pattern[str]
    """Somewhere in a heading above how long it holds."""
    background: re.Pattern[str]
    """Somewhere in a heading above what has been."""
    other_day: re.Pattern[str]
    """Somewhere in a sentence or heading whose days are of something else."""
    changes: re.Pattern[str]
    """Somewhere in the title of a document that changes another."""
    prolonged: re.Pattern[str]
    """Somewhere in a sentence of such a document, before how long the other now holds."""
    other_document: re.Pattern[str]
    """What another document is called, in a sentence or as its label: `Ramavtal`."""
    other_notice: re.Pattern[str]
    """Somewhere in a sentence or heading about a notice that is not the ordinary one."""
    notice_of_other: re.Pattern[str]
    """Somewhere in a sentence about a notice that may be of something else than the document."""
    leaves: re.Pattern[str]
    """How a party leaves a document before its end, beside giving notice: `avsluta`."""
    of_both: re.Pattern[str]
    """First in a sentence about notice that is of both parties: `Parterna`."""
    alike: re.Pattern[str]
    """Somewhere in a sentence that says the same of another length or sum."""
    price: re.Pattern[str]
    """Somewhere in a sentence or heading about what is paid for the service."""
    pays: re.Pattern[str]
    """Behind the party that a sum comes from."""
    bills: re.Pattern[str]
    """Behind the party that a sum goes to."""
    other_sum: re.Pattern[str]
    """Somewhere in a sentence whose sum is something else."""
    till_now: re.Pattern[str]
    """Somewhere in a sentence, before a sum or an index that was and is no more."""
    was: re.Pattern[str]
    """The same, as a whole word: `priset var`."""
    sometimes: re.Pattern[str]
    """First in a sentence that holds only now and then, or is an example."""
    beside_sum: re.Pattern[str]
    """Somewhere in a sentence whose sum is for what comes beside the ordinary."""
    per: re.Pattern[str]
    """Right behind a sum: what it is for, as the group `what`."""
    month: re.Pattern[str]
    """A whole word that such a group begins with, when it is a part of a year."""
    year: re.Pattern[str]
    """The same of a whole year."""
    yearly: re.Pattern[str]
    """Somewhere in a sentence whose sum is for a year."""
    index: re.Pattern[str]
    """An index, by its letters or its name."""
    index_names: Mapping[str, str]
    """The letters of an index by its name in small letters."""
    raised: re.Pattern[str]
    """Somewhere in a sentence about a sum that changes year by year."""
    raised_by: re.Pattern[str]
    """What it changes with and is no index that we know, as the group `what`."""
    roles: tuple[tuple[re.Pattern[str], str], ...]
    """How a word begins that a party is called, and which party it is."""
    of_party: re.Pattern[str]
    """Behind whose it is, a label of the name of a party: `Utförarens namn`."""
    title_in_town: re.Pattern[str]
    """Somewhere in the title of who signs for a municipality: `Socialnämndens ordförande`."""
    title_elsewhere: re.Pattern[str]
    """The whole title of who signs for a company or an association: `VD`."""
    called: re.Pattern[str]
    """How a sentence goes on behind a party: `, nedan kallad köparen`, `(beställaren)`."""
    gives: re.Pattern[str]
    """Between who gives a task and who gets it."""
    takes: re.Pattern[str]
    """Behind who gets a task: `får i uppdrag att`."""
    done_by: re.Pattern[str]
    """Before who does what a document is about: `Verksamheten bedrivs av`."""
    greeting: re.Pattern[str]
    """First in the last line of a letter, above who signs it."""
    forms: tuple[tuple[re.Pattern[str], str], ...]
    """Other ways to write a kind of organisation, and the one that they are compared as."""


def read_stated_words(files: Files, problems: list[Problem]) -> StatedWords:
    """Return the lists as patterns; what is wrong in them goes to `problems` as RE05."""
    top = opened(files, "fakta", problems)
    top.texts("utan_kolon")  # which readers are given: `page_lists.py`
    index = {name: letters for letters, names in grouped(top, "index").items() for name in names}
    series = sorted({*index.values()}, key=len, reverse=True)
    parties = grouped(top, "parter")
    words = StatedWords(
        draft=_whole(top.texts("utkast")),
        name=_whole(top.texts("namn")),
        number=_whole(top.texts("diarienummer")),
        of_other=_whole(top.texts("annan_handlings")),
        of_this=_whole(top.texts("denna_handlings")),
        has_number=_has_number(top.texts("handlingen"), top.texts("har_numret")),
        day=_whole(top.texts("datum")),
        agreed=_whole(top.texts("ingått")),
        adopted=_whole(top.texts("antagen")),
        start=_whole(top.texts("början")),
        not_start=_whole(top.texts("inte_början")),
        end=_whole(top.texts("slut")),
        of_document=_beginning(top.texts("handlingen"), inside=True),
        kind_last=re.compile(rf"\w*{_any(top.texts('handlingen'))}(?!\w)", re.IGNORECASE),
        kind_alone=re.compile(
            rf"(?:(?:{any_of(top.texts('framför_handlingen'))}|\w+-|och)\s)*"
            rf"\w*{_any(top.texts('handlingen'))}",
            re.IGNORECASE,
        ),
        of_term=_beginning(top.texts("handlingens_tid"), inside=True),
        background=_whole(top.texts("bakgrund")),
        other_day=_beginning(top.texts("annan_dag")),
        changes=_beginning(top.texts("ändrande_handling")),
        prolonged=_whole(top.texts("förlängs")),
        other_document=_beginning(top.texts("annan_handling")),
        other_notice=_beginning(top.texts("annan_uppsägning")),
        notice_of_other=_beginning(top.texts("uppsägning_av_annat")),
        leaves=_beginning(top.texts("lämnar_i_förtid")),
        of_both=_whole(top.texts("om_båda")),
        alike=_whole(top.texts("likadant")),
        price=_beginning(top.texts("pris"), inside=True),
        pays=_whole(top.texts("betalar")),
        bills=_whole(top.texts("får_betalt")),
        other_sum=_beginning(top.texts("annan_summa")),
        till_now=_beginning(top.texts("förut")),
        was=_whole(top.texts("förut_hela_ord")),
        sometimes=_sometimes(top.texts("ibland"), top.texts("ibland_inte")),
        beside_sum=_beginning(top.texts("utöver")),
        per=re.compile(
            rf"\s?(?:/|{any_of(top.texts('per'))}\s)\s?(?:ett?\s)?(?P<what>\w+)", re.IGNORECASE
        ),
        month=re.compile(any_of(top.texts("per_månad")), re.IGNORECASE),
        year=re.compile(any_of(top.texts("per_år")), re.IGNORECASE),
        yearly=_beginning(top.texts("årlig")),
        index=re.compile(rf"(?i:\b(?P<name>{_any(index)})\w*)|\b(?P<letters>{_any(series)})\b"),
        index_names=index,
        raised=_whole(top.texts("räknas_upp")),
        raised_by=_raised_by(top.texts("räknas_upp_med"), top.texts("mått")),
        roles=tuple(
            (_beginning([stem]), party) for party, stems in parties.items() for stem in stems
        ),
        of_party=re.compile(any_of(top.texts("partens")), re.IGNORECASE),
        title_in_town=_beginning(top.texts("titel_i_kommun"), inside=True),
        title_elsewhere=re.compile(_any(top.texts("titel_i_annat")), re.IGNORECASE),
        called=_called(top.texts("kallas"), parties),
        gives=_whole(top.texts("ger_uppdrag")),
        takes=_whole(top.texts("får_uppdrag")),
        done_by=_whole(top.texts("utförs_av")),
        greeting=_whole(top.texts("hälsning")),
        forms=tuple(
            (re.compile(rf"(?<!\w){_any(others)}(?!\w)", re.IGNORECASE), form)
            for form, others in grouped(top, "organisationsformer").items()
        ),
    )
    top.done()
    return words


def _sometimes(begins: Iterable[str], unless: Iterable[str]) -> re.Pattern[str]:
    words = rf"(?:[\d.]+\s+)?{_any(begins)}\b(?!\s{_any(unless)})"
    return re.compile(words, re.IGNORECASE)


def _has_number(documents: Iterable[str], verbs: Iterable[str]) -> re.Pattern[str]:
    words = rf"\w*{_any(documents)}\w*\s{_any(verbs)}(?:\s\w+){{0,4}}\s\Z"
    return re.compile(words, re.IGNORECASE)


def _raised_by(before: Iterable[str], measures: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of letters that stand for a name, or words up to the last measure."""
    measure = rf"(?i:[^.,;]*\b\w*{_any(measures)}\w*)"
    return re.compile(rf"\b(?i:{_any(before)})\s(?P<what>[A-ZÅÄÖ]{{2,6}}\b(?!:)|{measure})")


def _called(before: Iterable[str], parties: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    roles = _any(stem for stems in parties.values() for stem in stems)
    return re.compile(
        rf"""
        [\s,]*
        (?: \(?\b{_any(before)}\b\ ? | \([ ]? (?!org\b) | (?<=,\ ) (?={roles}\w{{0,3}},)
          | (?<=,\ ) (?=["”“][A-ZÅÄÖ]\w+["”“]) )
        (?:kalla[dt]\ |benämn[dt]\ )? (?:för\ )?
        ["”“']? [A-Za-zÅÄÖåäö]+
        """,
        re.VERBOSE,
    )


def _any(phrases: Iterable[str]) -> str:
    return any_of(phrases).replace(r"\ ", r"\s")


def _whole(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words; `…` is some words, or none."""
    return re.compile(rf"(?<!\w){_any(phrases)}(?!\w)".replace(r"\s…", _SOME_WORDS), re.IGNORECASE)


def _beginning(stems: Iterable[str], *, inside: bool = False) -> re.Pattern[str]:
    """Return a pattern of words that begin so, or that have it in them."""
    before = "" if inside else r"(?<!\w)"
    return re.compile(rf"{before}{_any(stems)}\w*", re.IGNORECASE)
