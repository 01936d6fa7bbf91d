"""What the parts of a comparison are called in Swedish, the same in every view."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from avtalsgen.model.comparison import (
    Change,
    ComparedLine,
    Comparison,
    Face,
    Part,
    Reason,
    SectionPair,
    Weight,
)
from avtalsgen.swedish.numbers import digits
from avtalsgen.swedish.phrases import capitalise_first, enumerate_words

PARTS: Final[Mapping[Part, str]] = {
    "body": "Avsnitt",
    "cover": "Försättsblad",
    "header": "Sidhuvud",
    "footer": "Sidfot",
    "footnote": "Fotnot",
    "signature": "Underskrifter",
}

STATUSES: Final[Mapping[str, str]] = {
    "unchanged": "oförändrat",
    "changed": "ändrat",
    "added": "nytt",
    "removed": "borttaget",
}

WEIGHTS: Final[tuple[Weight, ...]] = ("saklig", "redaktionell")

WHY: Final[Mapping[Reason, str]] = {
    "belopp": "Ett belopp ändras.",
    "pris": "Prisets index eller moms ändras.",
    "datum": "Ett datum ändras.",
    "frist": "En frist ändras.",
    "procent": "En procentsats ändras.",
    "varaktighet": "En tidslängd ändras.",
    "klockslag": "Ett klockslag ändras.",
    "tal": "Ett antal ändras.",
    "rättskälla": "Texten stöder sig på en annan lag eller föreskrift.",
    "part": "En annan part eller ett annat organ pekas ut.",
    "modalitet": "Det ändras hur bindande texten är (ska, bör, får).",
    "negation": "Ett nekande kommer till eller faller bort.",
    "gräns": "Det ändras åt vilket håll ett tal är en gräns (högst, minst).",
    "inskränkning": "Det ändras om bara det nämnda gäller, eller om någon måste samtycka.",
    "form": "Det ändras hur det måste göras för att gälla (skriftligt).",
    "omfattning": "Omfattningen ändras: vad, hur mycket eller i vilka fall.",
    "villkor": "Ett villkor ändras.",
    "hänvisning": "Texten hänvisar till ett annat ställe.",
    "ordning": "Ordningen är en del av innehållet, och den ändras.",
    "ansvar": "Ansvar eller försäkring ändras.",
    "skyldighet": "En skyldighet kommer till eller faller bort.",
    "länk": "Länken leder till en annan adress.",
    "text": "Innehållet ändras.",
    "numrering": "Bara numret är ett annat.",
    "stavning": "Bara stavningen är en annan.",
    "skiljetecken": "Bara skiljetecken är andra.",
    "mellanrum": "Bara mellanrum är andra.",
    "versaler": "Bara stora och små bokstäver är andra.",
    "format": "Samma uppgift skrivs på ett annat sätt.",
    "namnbyte": "Samma organ har ett nytt namn.",
    "ordföljd": "Samma ord står i en annan ordning.",
    "flyttad": "Samma text står på ett annat ställe.",
}
"""What a reader who is no lawyer is told of a change, one sentence for each reason."""


def called(face: Face) -> str:
    """Return the number and heading of a section, as they are printed."""
    return " ".join(part for part in (face.number, face.heading) if part) or "utan rubrik"


def section(face: Face) -> str:
    """Return how a sentence names a section: `avsnitt 2.3 Tvist`, `avsnittet Tvist`."""
    if face.number:
        return f"avsnitt\u00a0{called(face)}"
    return f"avsnittet {face.heading}" if face.heading else "ett avsnitt utan rubrik"


def _sections(faces: Iterable[Face]) -> str:
    return enumerate_words([section(face) for face in faces])


def name(pair: SectionPair) -> str:
    """Return what a pair is called: `2.3 → 6 Tvist`, `Fotnot 1`; old and new number if unlike."""
    return f"{numbers(pair)} {heading(pair)}".strip()


def heading(pair: SectionPair) -> str:
    """Return the heading in the new version, or in the old one where there is no new.

    What stands outside the body has the name of its part, such as `Fotnot 1`, for a heading.
    """
    face = pair.new or pair.old
    words = face.heading if face else ""
    return words or ("utan rubrik" if pair.part == "body" else PARTS[pair.part])


def numbers(pair: SectionPair) -> str:
    """Return the number, or the old and the new with an arrow if they differ."""
    old = pair.old.number if pair.old else ""
    new = pair.new.number if pair.new else ""
    if old and new and old != new:
        return f"{old} → {new}"
    return new or old


def tidings(pair: SectionPair) -> Iterator[str]:
    """Yield what happened to a section, a word or two each: `ändrat`, `flyttat`."""
    if pair.status != "unchanged" or not (pair.moved or pair.reparented or pair.renumbered):
        yield STATUSES[pair.status]
    if pair.moved:
        yield "flyttat"
    if pair.reparented:
        yield "under annan rubrik" if pair.new and pair.new.path else "på högsta nivån"
    elif pair.renumbered and not pair.moved:
        yield "omnumrerat"
    if pair.split_from:
        yield "utbrutet"
    if pair.split_into:
        yield "delat"
    if pair.merged_into or pair.merged_from:
        yield "sammanfört"


def whereabouts(pair: SectionPair) -> Iterator[str]:
    """Yield sentences that say where a section was before, or where its text went."""
    if pair.moved and pair.old and pair.new:
        yield _moved(pair.old, pair.new)
    if pair.reparented and pair.old and pair.new:
        yield _elsewhere(pair.old, pair.new)
    if pair.split_from:
        yield f"Texten är tagen ur {section(pair.split_from)}."
    if pair.merged_into:
        yield f"Texten har gått upp i {section(pair.merged_into)}."
    if pair.split_into:
        yield f"En del av texten har blivit {_sections(pair.split_into)}."
    if pair.merged_from:
        yield f"Har tagit upp texten i {_sections(pair.merged_from)}."


def elsewhere(line: ComparedLine) -> str:
    """Return where the other side of `line` stands, empty when it stays where it is."""
    if line.elsewhere is None:
        if line.move is None:
            return ""
        return f"Flyttat {'hit' if line.old is None else 'härifrån'}, inom avsnittet."
    verb = "Flyttat från" if line.old is None else "Flyttat till"
    return f"{verb} {section(line.elsewhere)}."


def said(weight: Weight, reasons: Iterable[Reason]) -> str:
    """Return a weight with its reasons: `saklig: belopp, datum`.

    That the text is another goes without saying.
    """
    named = [reason for reason in reasons if reason != "text"]
    return f"{weight}: {', '.join(named)}" if named else weight


def weighed(changes: Iterable[Change]) -> Iterator[tuple[Weight, tuple[Reason, ...]]]:
    """Yield each weight that `changes` have with all its reasons, saklig first, none twice."""
    every_change = tuple(changes)
    for weight in WEIGHTS:
        of_weight = [change for change in every_change if change.weight == weight]
        if of_weight:
            yield (
                weight,
                tuple(dict.fromkeys(reason for each in of_weight for reason in each.reasons)),
            )


_LONGEST: Final = 80
"""Characters of a comment, or of what it is on, in a line."""


def nothing(comparison: Comparison) -> str:
    """Return what is said where no words differ in substance.

    What differs beside the words, `10²` and `102`, may still be read as another thing.
    """
    if comparison.other:
        return "Inga ord ändras i sak. Läs också vad som skiljer vid sidan av orden."
    return "Ingenting ändras i sak."


def others(comparison: Comparison) -> Iterator[str]:
    """Yield in a sentence each what differs beside the words."""
    for other in comparison.other:
        if other.said:
            yield f"Övrigt, {other.kind}: {other.said}."
            continue
        sides = [(other.old, "bara i den gamla"), (other.new, "bara i den nya")]
        said = enumerate_words([f"{count} {where}" for count, where in sides if count])
        yield f"Övrigt, {other.kind}: {said}."


def comments(comparison: Comparison) -> Iterator[str]:
    """Yield in a sentence each who says what on which words: `Ny kommentar: Ek om ”1 maj”: …`."""
    for comment in comparison.comments:
        on = f" om ”{_short(comment.on)}”" if comment.on else ""
        who = comment.who or "någon"
        status = capitalise_first(comment.status)
        yield f"{status} kommentar: {who}{on}: {_short(comment.said)}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"


def counted(number: int, singular: str, plural: str) -> str:
    """Return a number with the form of its word: `1 avsnitt`, `1 200 ord`."""
    return f"{digits(number)}\u00a0{singular if number == 1 else plural}"


def _moved(old: Face, new: Face) -> str:
    if old.path != new.path:
        return _elsewhere(old, new)
    if old.number and new.number and old.number != new.number:
        return f"Stod förut som {old.number}, står nu som {new.number}."
    return "Står på en annan plats bland avsnitten bredvid."


def _elsewhere(old: Face, new: Face) -> str:
    return f"Stod förut {_below(old)}, står nu {_below(new)}."


def _below(face: Face) -> str:
    number = f"som {face.number} " if face.number else ""
    return f"{number}under ”{face.path[-1]}”" if face.path else f"{number}på högsta nivån"
