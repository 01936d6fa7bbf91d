"""How a text says who must do what, and when: `clauses/register/ord/plikter.yaml`."""

from collections.abc import Mapping

from avtalsgen.problems import Problem
from avtalsgen.records import dataclass
from avtalsgen.register.grammar import Grammar, read_grammar
from avtalsgen.register.word_files import Phrase, grouped, listed, numbered, opened, phrases, worded
from avtalsgen.source import Files


@dataclass(frozen=True, slots=True)
class DutyWords:
    """The lists, each as the comment above it in its file says."""

    parties: Mapping[str, tuple[str, ...]]
    """A party, and the words that it goes by."""
    binding: Mapping[Phrase, int]
    """What binds, and how hard: 3 a duty, 1 a recommendation."""
    reworded: Mapping[str, str]
    """A duty in other words, and the words that it is compared in."""
    not_binding: frozenset[str]
    itself: tuple[Phrase, ...]
    aims: frozenset[str]
    feelings: frozenset[str]
    explains: tuple[Phrase, ...]
    weak: tuple[Phrase, ...]
    strong: frozenset[str]
    permits: tuple[str, ...]
    """How a word begins for that somebody else must agree."""
    hears: tuple[str, ...]
    """How a word begins for that somebody else is asked."""
    speed: Mapping[Phrase, int]
    """How soon: the more the sooner."""
    frequency: Mapping[Phrase, int]
    """Times a year."""
    lasting: tuple[Phrase, ...]
    condition: tuple[Phrase, ...]
    requests: tuple[str, ...]
    """How a word ends for what somebody asks, on which a duty may wait: `på anmodan`."""
    exceptions_begin: frozenset[str]
    excepting: frozenset[str]
    what_holds: frozenset[str]
    """What a duty is called where a sentence says of what it does not hold."""
    holding: frozenset[str]
    belonging: frozenset[str]
    spared: frozenset[str]
    exceptions_within: frozenset[str]
    limits: tuple[Phrase, ...]
    ceilings: tuple[Phrase, ...]
    parts: Mapping[str, int]
    """A word for a part, and what the whole is divided by."""
    halves: tuple[Phrase, ...]
    grounds: tuple[Phrase, ...]
    open_hours: tuple[str, ...]
    providing: frozenset[str]
    of_all: frozenset[str]
    """Verbs of all that there is of what they name."""
    about: frozenset[str]
    """What stands before what something is about."""
    of_a_thing: frozenset[str]
    """What stands between a thing and what tells which it is: `skador på gods`."""
    own: frozenset[str]
    """What says that something is his of whom the sentence is."""
    or_more: tuple[Phrase, ...]
    """What stands after a number that is the least."""
    thresholds: Mapping[str, int]
    """Before a number from which on something is meant: 1 where more makes it of fewer."""
    everything: frozenset[str]
    quantities: Mapping[Phrase, int]
    """Of how many: 3 of all, 1 of any."""
    padding: frozenset[str]
    prices: frozenset[str]
    """How a word begins that is what somebody pays."""
    portions: Mapping[str, int]
    """What says how much of it is paid, in per cent."""
    paid: frozenset[str]
    divided: frozenset[str]
    staff: frozenset[str]
    bearing: frozenset[str]
    bound_by_subject: Mapping[str, tuple[str, ...]]
    """A party, and the first words of sentences that bind it though they do not name it."""
    deciding: tuple[str, ...]
    """How a word begins that tells who decides a dispute."""
    doers: tuple[str, ...]
    """How a word ends that is for who does something."""
    bodies: tuple[str, ...]
    """How a word ends that is for who does something, and works for no party."""
    harder_laws: Mapping[str, tuple[str, ...]]
    """A source of law that asks more, and those that it replaced."""
    seasons: frozenset[str]
    """What says in which part of the year, the week or the day a duty holds."""
    opposed: frozenset[str]
    """Small words of which one says the contrary of another."""
    roles: tuple[str, ...]
    """How a word ends that is for a role of a person."""
    same: Mapping[str, tuple[str, ...]]
    """A thing or an act, and the other words for it."""
    grammar: Grammar


def read_duty_words(files: Files, problems: list[Problem]) -> DutyWords:
    """Return the lists; what is wrong in them goes to `problems` as RE05."""
    top = opened(files, "plikter", problems)
    duty_words = DutyWords(
        grouped(top, "parter"),
        {tuple(words.split()): number for words, number in numbered(top, "binder").items()},
        worded(top, "med_andra_ord"),
        listed(top, "binder_inte"),
        phrases(top, "själva_uppdraget"),
        listed(top, "inleder_avsikt"),
        listed(top, "känslor"),
        phrases(top, "förtydligar"),
        phrases(top, "svaga_verb"),
        listed(top, "starka_verb"),
        tuple(sorted(listed(top, "någon_annan_avgör_börjar"))),
        tuple(sorted(listed(top, "någon_annan_hörs_börjar"))),
        {tuple(words.split()): number for words, number in numbered(top, "snabbhet").items()},
        {tuple(words.split()): number for words, number in numbered(top, "täthet").items()},
        phrases(top, "alltid"),
        phrases(top, "villkor"),
        top.texts("begäran_slutar"),
        listed(top, "inleder_undantag"),
        listed(top, "undantar"),
        listed(top, "plikten_själv"),
        listed(top, "omfattar"),
        listed(top, "hör_dit"),
        listed(top, "slipper"),
        listed(top, "undantag_inne_i"),
        phrases(top, "begränsar"),
        phrases(top, "tak"),
        numbered(top, "delar", required=False),
        phrases(top, "lika_delar"),
        phrases(top, "delningsgrunder"),
        tuple(sorted(listed(top, "öppethållande_börjar"))),
        listed(top, "skaffar"),
        listed(top, "gäller_allt"),
        listed(top, "om_vad"),
        listed(top, "vilket_av_allt"),
        listed(top, "eget"),
        phrases(top, "eller_mer"),
        numbered(top, "trösklar"),
        listed(top, "allt"),
        {tuple(words.split()): number for words, number in numbered(top, "hur_många").items()},
        listed(top, "utfyllnad"),
        listed(top, "det_som_betalas"),
        numbered(top, "andel_av_det"),
        listed(top, "betalas"),
        listed(top, "fördelas"),
        listed(top, "hos_utföraren"),
        listed(top, "bär_ansvar"),
        grouped(top, "saken_binder"),
        tuple(sorted(listed(top, "avgör_tvist"))),
        tuple(sorted(listed(top, "den_som_gör_slutar"))),
        tuple(sorted(listed(top, "står_för_sig"))),
        grouped(top, "hårdare_rättskälla"),
        listed(top, "del_av_tiden"),
        listed(top, "motsatta"),
        top.texts("roll_slutar"),
        grouped(top, "samma_sak"),
        read_grammar(files, problems),
    )
    top.done()
    return duty_words
