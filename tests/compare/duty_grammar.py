"""Sentences that bind, built so that what became of the duty is known before it is compared.

A frame says who is bound, by which words, and to do what; a change says what is told of it before
and now. Every change goes through several frames, so that each actor and each way to bind meets
many of them; what a change does is the same in all.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

ACTORS: Final = ("utföraren", "kommunen", "föraren", "rektorn", "regionen", "leverantören")
BINDS: Final = (
    "ska",
    "är skyldig att",
    "måste",
    "åtar sig att",
    "har att",
    "ansvarar för att",
    "skall",
    "svarar för att",
    "har skyldighet att",
    "förbinder sig att",
)
ACTS: Final = (
    ("kontrollera", "brandsläckarna"),
    ("städa", "båthusen"),
    ("upprätta", "en karta"),
    ("utbilda", "ledsagarna"),
    ("rensa", "hängrännorna"),
    ("lämna", "en redovisning"),
    ("måla", "staketet"),
)
SOFTER: Final = ("bör", "ska försöka", "strävar efter att", "förväntas", "ska om möjligt")
FREE: Final = (
    "behöver inte",
    "är inte skyldig att",
    "är inte längre skyldig att",
    "får",
    "har rätt att",
    "kan",
)
BANS: Final = ("får inte", "ska inte", "har inte rätt att", "äger inte rätt att")
HARDER: Final = (
    ("inom 40 dagar", "inom tolv dagar"),
    ("inom tre månader", "inom en månad"),
    ("inom fyra dagar", "inom 24 timmar"),
    ("senast den 1 maj", "senast den 1 april"),
    ("senast den 20 i varje månad", "senast den 5 i varje månad"),
    ("inom tio arbetsdagar", "inom fem arbetsdagar"),
    ("inom en månad", "inom två veckor"),
    ("senast två veckor före mötet", "senast fyra veckor före mötet"),
    ("inom en vecka", "genast"),
    ("skyndsamt", "omedelbart"),
    ("senast klockan 14", "senast klockan 9"),
    ("en gång per år", "tre gånger per år"),
    ("var tredje månad", "varje månad"),
    ("vart fjärde år", "vartannat år"),
    ("minst två gånger per år", "minst fem gånger per år"),
    ("årligen", "kvartalsvis"),
    ("en dag i veckan", "fyra dagar i veckan"),
    ("en gång per termin", "två gånger per termin"),
    ("regelbundet", "varje vecka"),
    ("vid frånvaro längre än tre veckor", "vid frånvaro längre än en vecka"),
    ("om fler än tolv barn anmäler sig", "om fler än sex barn anmäler sig"),
    ("när snödjupet är mer än åtta centimeter", "när snödjupet är mer än fyra centimeter"),
)
"""What is told of when and how often, each milder before than now."""
MILDER: Final = (
    "om kommunstyrelsen begär det",
    "när vattnet fryser",
    "vid behov",
    "efter begäran",
    "på begäran av revisorn",
    "i den mån resurserna räcker",
    "om inte annat avtalas",
    "så länge snön ligger kvar",
    "i skälig omfattning",
    "i mån av plats",
    "vid larm",
    "under skoltid",
    "under vintern",
    "i juni",
    "utom i juli",
    "med undantag för källaren",
    "förutom under sommaren",
)
"""What is told only now, and spares whoever is bound something."""
MORE: Final = (
    "skriftligt",
    "med egen personal",
    "även på helger",
    "på egen bekostnad",
    "på svenska och engelska",
    "i samråd med kommunstyrelsen",
    "dygnet runt",
    "och anteckna det",
)
"""What is told only now, and asks more."""
ONLY: Final = ("dock endast på vardagar", "men bara efter beställning", "dock endast vid storm")
"""What is told last, of the only times."""
OTHERS: Final = (
    ("köpa böcker", "sälja böcker"),
    ("förvara nycklarna i kassaskåp", "förvara nycklarna i receptionen"),
    ("utse en kontaktperson", "byta kontaktperson"),
    ("anmäla brister till länsstyrelsen", "anmäla brister till tingsrätten"),
    ("skicka räkningen i förskott", "skicka räkningen i efterskott"),
)
"""What is another duty, whoever is bound."""
ALIKE: Final = (
    ("genast", "omgående"),
    ("utan dröjsmål", "omedelbart"),
    ("årligen", "en gång per år"),
    ("varannan månad", "sex gånger per år"),
    ("två gånger om året", "varje halvår"),
    ("kvartalsvis", "var tredje månad"),
    ("inom 14 dagar", "inom två veckor"),
    ("inom tio arbetsdagar", "inom två veckor"),
    ("inom ett dygn", "inom 24 timmar"),
    ("senast den 1 mars", "före den 1 mars"),
)
"""What is told in two ways that come to the same."""
SIZES: Final = (
    ("ordna minst två extra båtar", "ordna minst fem extra båtar"),
    ("städa 80 procent av båthusen", "städa 95 procent av båthusen"),
    ("städa hälften av båthusen", "städa två tredjedelar av båthusen"),
    ("städa merparten av båthusen", "städa alla båthus"),
    ("städa vissa båthus", "städa alla båthus"),
    ("ordna högst tolv elever per båt", "ordna högst åtta elever per båt"),
    ("betala 9 000 kronor", "betala 12 000 kronor"),
    ("betala högst 40 procent av kostnaden", "betala högst 60 procent av kostnaden"),
    (
        "behandla uppgifter enligt personuppgiftslagen",
        "behandla uppgifter enligt dataskyddsförordningen",
    ),
)
"""How much there is to do, milder before than now."""


class Change(NamedTuple):
    """Two editions of one sentence, and what became of the duty."""

    old: str
    new: str
    status: str
    beside: str = ""
    """And that of a second duty: of what is another duty one goes and one comes."""


def changes() -> Iterator[Change]:
    """Yield every change in as many frames as it is put to."""
    place = 0
    for milder, harder in HARDER:
        for turned in (False, True):
            place += 1
            yield Change(_said(place, milder, turned), _said(place, harder), "skärpt")
    for spared in MILDER:
        place += 1
        yield Change(_said(place), _said(place, spared), "mildrad")
    for more in MORE:
        place += 1
        yield Change(_said(place), _said(place, more), "skärpt")
    for only in ONLY:
        place += 1
        said = _said(place).rstrip(".")
        yield Change(f"{said}.", f"{said}, {only}.", "mildrad")
    for before, now in ALIKE:
        place += 1
        yield Change(_said(place, before), _said(place, now), "samma")
    for milder, harder in SIZES:
        place += 1
        yield Change(_bound(place, milder), _bound(place, harder), "skärpt")
    for act, other in OTHERS:
        place += 1
        yield Change(_bound(place, act), _bound(place, other), "ny", "utgår")
    yield from _other_words()


def _other_words() -> Iterator[Change]:
    """Yield what binds harder, milder, as hard, or somebody else."""
    for place, binds in enumerate(BINDS):
        act, other = _act(place), _act(place + 1)
        who = ACTORS[place % len(ACTORS)]
        plain = f"{who.capitalize()} {binds} {act}."
        yield Change(plain, f"{who.capitalize()} {BINDS[place - 1]} {act}.", "samma")
        yield Change(plain, f"Det åligger {who} att {act}.", "samma")
        yield Change(plain, f"{who.capitalize()} {SOFTER[place % len(SOFTER)]} {act}.", "mildrad")
        yield Change(plain, f"{who.capitalize()} {FREE[place % len(FREE)]} {act}.", "utgår")
        yield Change(
            plain, f"{who.capitalize()} {binds} {act} och {other.split(' ', 1)[1]}.", "skärpt"
        )
        for somebody in ("utföraren", "kommunen", "regionen"):
            if somebody != who and {who, somebody} != {"leverantören", "utföraren"}:
                is_staff = somebody == "utföraren" and who in ("föraren", "rektorn")
                status = "samma" if is_staff else "annan part"
                yield Change(plain, f"{somebody.capitalize()} {binds} {act}.", status)
    for place, ban in enumerate(BANS):
        act, who = _act(place), ACTORS[place].capitalize()
        yield Change(f"{who} får inte {act}.", f"{who} {ban} {act}.", "samma")
    for place, who in enumerate(ACTORS):
        verb, thing = ACTS[place]
        passive = f"{thing.capitalize()} ska {verb}s"
        yield Change(f"{who.capitalize()} ska {verb} {thing}.", f"{passive} av {who}.", "samma")
    yield Change("Kommunen ska städa båthusen.", "Båthusen ska städas.", "annan part")


def _said(place: int, told: str = "", first: bool = False) -> str:
    """Return the duty of a place, with what is told of it last, or first before its verb."""
    return _bound(place, _act(place), told, first=first)


def _bound(place: int, act: str, told: str = "", *, first: bool = False) -> str:
    who, binds = ACTORS[place % len(ACTORS)], BINDS[place % len(BINDS)]
    if not first:
        return f"{' '.join(filter(None, (who.capitalize(), binds, act, told)))}."
    verb, _, rest = binds.partition(" ")
    return f"{' '.join(filter(None, (told.capitalize(), verb, who, rest, act)))}."


def _act(place: int) -> str:
    return " ".join(ACTS[place % len(ACTS)])
