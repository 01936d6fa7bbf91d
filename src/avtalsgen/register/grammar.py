"""How sentences are built, as far as duties ask: `clauses/register/ord/grammatik.yaml`."""

import re
from collections.abc import Iterable, Mapping

from avtalsgen.problems import Problem
from avtalsgen.records import dataclass
from avtalsgen.register.word_files import any_of, listed, numbered, opened
from avtalsgen.source import Files
from avtalsgen.swedish.dates import MONTHS


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lists, each as the comment above it in its file says; endings as patterns."""

    finite_verb: re.Pattern[str]
    """What may be a finite verb; a noun in the plural may look the same."""
    past_ends: tuple[str, ...]
    plural: re.Pattern[str]
    passive: re.Pattern[str]
    subordinate: frozenset[str]
    asking: frozenset[str]
    subject: re.Pattern[str]
    points_back: frozenset[str]
    follows: frozenset[str]
    """Begins what holds once the sentence before it, which denies it, no longer does."""
    definite_ends: tuple[str, ...]
    none: frozenset[str]
    limits: tuple[str, ...]
    parts_of: frozenset[str]
    joining: frozenset[str]
    before_others: frozenset[str]
    between: frozenset[str]
    before_party: frozenset[str]
    ends_condition: re.Pattern[str]
    leads_in: re.Pattern[str]
    """The end of a sentence that each of its items is the rest of."""
    day: re.Pattern[str]
    """A day or a length of time, with what stands before it."""
    after: re.Pattern[str]
    """A length of time, and from when: `30 dagar efter`."""
    days_of: Mapping[str, int]
    called: re.Pattern[str]
    """`Leanlink Råd och Stöd (utföraren)`: a name and its role."""
    hence: re.Pattern[str]
    """A role that a text says what it calls: `(nedan Regionen)`, `, nedan kallad kommunen,`."""
    renamed: re.Pattern[str]
    """A name that a text goes on with: `Vårdbolaget Norr AB, nedan kallat Vårdbolaget`."""
    shortened: re.Pattern[str]
    """The end of what ends in an abbreviation."""


def read_grammar(files: Files, problems: list[Problem]) -> Grammar:
    """Return the lists; what is wrong in them goes to `problems` as RE05."""
    top = opened(files, "grammatik", problems)
    days_of = numbered(top, "dagar_per")
    past = top.texts("dåtid_slutar")
    hence, called = any_of(top.texts("hädanefter")), any_of(top.texts("kallad"))
    verbs, verb_ends = any_of(top.texts("verb")), any_of(top.texts("verb_slutar"))
    no_verbs = rf"{any_of(top.texts('inte_verb'))}|.*{any_of(top.texts('inte_verb_slutar'))}"
    leading, also = any_of(top.texts("leder_in_lista")), any_of(top.texts("leder_in_även"))
    grammar = Grammar(
        finite_verb=re.compile(
            rf"(?!(?:{no_verbs})$)(?:[a-zåäö]+{verb_ends}|{verbs}|[a-zåäö]{{2,}}{any_of(past)})"
        ),
        past_ends=past,
        plural=re.compile(rf".+{any_of(top.texts('flertal_slutar'))}"),
        passive=re.compile(
            rf"{any_of(top.texts('passiv'))}|[a-zåäö]{{2,}}{any_of(top.texts('passiv_slutar'))}"
        ),
        subordinate=listed(top, "bisatser"),
        asking=listed(top, "frågeord"),
        subject=re.compile(
            rf"{any_of(top.texts('subjekt'))}|.{{2,}}{any_of(top.texts('subjekt_slutar'))}"
        ),
        points_back=listed(top, "syftar_tillbaka"),
        follows=listed(top, "följer_på"),
        definite_ends=top.texts("bestämd_slutar"),
        none=listed(top, "ingen"),
        limits=top.texts("får_begränsas"),
        parts_of=listed(top, "delar_av"),
        joining=listed(top, "binder_ihop"),
        before_others=listed(top, "om_någon_annan"),
        between=listed(top, "mellanord"),
        before_party=listed(top, "framför_parten"),
        ends_condition=re.compile(rf",|\s{any_of(top.texts('villkor_slutar'))}\s"),
        leads_in=re.compile(rf"\b{leading}(?: {also})?\s*:?$"),
        day=_day(top.texts("före_dag"), top.texts("före_tid"), days_of, top.texts("per_tid")),
        after=re.compile(rf"\w+ {any_of(days_of)} {any_of(top.texts('efter_tid'))}\b"),
        days_of=days_of,
        called=_called(hence, called),
        hence=re.compile(
            rf"(?:\(|, ){hence} (?:{called} )?[”\"]?(?P<role>(?:de[nt]? \w+ )?\w+)[”\"]?(?=[),.])"
        ),
        renamed=re.compile(rf",\ {hence}\ {called}\ [”\"]?(?P<name>[A-ZÅÄÖ][\w-]+)"),
        shortened=re.compile(rf"\b{any_of(top.texts('förkortningar'))}\.$"),
    )
    top.done()
    return grammar


def _day(
    before_day: Iterable[str], before_time: Iterable[str], units: Iterable[str], per: Iterable[str]
) -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?:{any_of(before_day)}\ )?                               # senast den 31 mars varje år
            den\ \d{{1,2}}\ {any_of(MONTHS)}(?:\ \d{{4}})?(?:\ varje\ år)?
        | {any_of(before_time)}\ \w+\ {any_of(units)}\b           # inom 30 dagar från det att …
            (?:\ \w+\ det\ att[^,.]*)?
        | innan\ [^,.]{{3,60}}                                    # innan arbetet börjar
        | under\ \d{{4}}\b                                        # under 2020
        | minst\ \w+\ gånger\ {any_of(per)}                       # minst två gånger om året
        """,
        re.VERBOSE,
    )


def _called(hence: str, called: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<name>[A-ZÅÄÖ][\w-]+)(?:\ [A-ZÅÄÖ][\w-]*|\ och\ [A-ZÅÄÖ][\w-]*)*  # Leanlink Råd och Stöd
        (?:,?\ \(?(?:org\w*\.?\ ?\w*\.?:?\ )?\d{{6}}-\d{{4}}\)?)?               # (556677-8899)
        ,?\ (?:\(|{hence}\ )
        (?:{called}\ |{hence}\ )*[”"]?
        (?P<role>[\wåäö]+)
        """,
        re.VERBOSE,
    )
