"""A verdict as a secretary reads it: the answer, what is proven, and what is not.

Nothing is said to be proven that was not compared; what a comparison cannot tell stands beside it.
"""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from avtalsgen.pipeline.verify.verdict import Standing, Verdict, places
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass

Mood = Literal["fine", "look", "bad"]
_DIFFERENT: Final = frozenset({"VE09", "VE11"})
"""What is shown as a table of differences."""
_UNSIGNED: Final = "VE07"
_AS_BUILT: Final[frozenset[Standing]] = frozenset({"unchanged", "earlier", "outdated"})


class ProofItem(NamedTuple):
    """A statement, and what it rests on or who can tell."""

    text: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """The answer about a file."""

    mood: Mood
    headline: str
    text: str
    proven: tuple[ProofItem, ...]
    not_proven: tuple[ProofItem, ...]
    remarks: tuple[Problem, ...]
    """What else is to be looked at."""


def proof(verdict: Verdict) -> Proof:
    """Return what to say of a file."""
    mood, headline = _answer(verdict)
    summary = f"{verdict.summary[:1].upper()}{verdict.summary[1:]}."
    remarks = tuple(each for each in verdict.problems if each.code not in _DIFFERENT)
    return Proof(
        mood, headline, summary, tuple(_proven(verdict)), tuple(_not_proven(verdict)), remarks
    )


def _answer(verdict: Verdict) -> tuple[Mood, str]:
    match verdict.standing:
        case "changed":
            return "bad", "Filen är ändrad"
        case "outdated":
            count = places(len(verdict.differences))
            return "look", f"Som den byggdes, men uppdraget säger något annat nu på {count}"
        case "unproven":
            return "look", "Samma ord, men ett annat program har sparat filen"
        case "unknown":
            return "look", "Filen kan inte jämföras: arbetsytan känner inte igen den"
        case "earlier":
            return _signed(verdict, "Oförändrad, men en nyare är byggd sedan dess")
        case "unchanged":
            return _signed(verdict, "Oförändrad")


def _signed(verdict: Verdict, unchanged: str) -> tuple[Mood, str]:
    if not verdict.signatures:
        return "fine", unchanged
    lacking = any(problem.code == _UNSIGNED for problem in verdict.problems)
    trusted = all(signature.trusted for signature in verdict.signatures)
    if lacking:
        return "look", f"{unchanged}, men inte underskriven av alla"
    if not trusted:
        return "look", f"{unchanged} och underskriven, men av en utfärdare som ni inte har valt"
    return "fine", f"{unchanged} och underskriven av alla parter"


def _proven(verdict: Verdict) -> Iterator[ProofItem]:
    if verdict.standing in _AS_BUILT:
        before = " före underskrifterna" if verdict.signatures else ""
        yield ProofItem(
            f"Varje byte{before} är som i filen som byggdes här",
            "också sidhuvud, fotnoter och det som inte syns",
        )
    elif verdict.standing == "unproven":
        yield ProofItem("Orden och utseendet är som i filen som byggs nu")
    signatures = verdict.signatures
    if signatures and all(each.state == "holds" for each in signatures):
        yield ProofItem("Det som skrevs under har inte ändrats efteråt")
        if all(each.trusted for each in signatures):
            yield ProofItem(
                "Nyckeln i varje underskrift hör till ett certifikat som gällde",
                "från en utfärdare som ni har valt att lita på",
            )


def _not_proven(verdict: Verdict) -> Iterator[ProofItem]:
    if verdict.standing == "unknown":
        yield ProofItem("Att orden är våra", verdict.summary)
    if verdict.signatures:
        untrusted = [each.party for each in verdict.signatures if not each.trusted]
        if untrusted:
            yield ProofItem(
                f"Vem som skrev under för {', '.join(untrusted)}",
                "lämna utfärdarens certifikat tillsammans med filen, om ni litar på det",
            )
        yield ProofItem(
            "Att den som skrev under hade rätt att göra det",
            "se delegationsordningen, eller registreringsbeviset för ett bolag",
        )
        yield ProofItem(
            "När underskriften gjordes",
            "tiden kommer från datorn som skrev under, inte från en tidsstämpeltjänst",
        )
    yield from (ProofItem(f"{note[:1].upper()}{note[1:]}") for note in verdict.notes)
    if verdict.uppdrag:
        yield ProofItem("Att avtalet gäller i dag", "senare utgåvor och tillägg kan ha ändrat det")
