"""Swedish words by what they do to an agreement. Closed lists: what is not here says nothing."""

from typing import Final

SAME: Final = {
    **dict.fromkeys(("skall",), ("ska",)),
    **dict.fromkeys(("ej", "icke"), ("inte",)),
    **dict.fromkeys(("utav",), ("av",)),
    **dict.fromkeys(("ifrån",), ("från",)),
    **dict.fromkeys(("mm",), ("med", "mera")),
    **dict.fromkeys(("tex",), ("till", "exempel")),
    **dict.fromkeys(("bla",), ("bland", "annat")),
    **dict.fromkeys(("dvs",), ("det", "vill", "säga")),
    **dict.fromkeys(("etc",), ("etcetera",)),
    **dict.fromkeys(("osv",), ("och", "så", "vidare")),
    **dict.fromkeys(("fom",), ("från", "och", "med")),
    **dict.fromkeys(("pga",), ("på", "grund", "av")),
    **dict.fromkeys(("enl",), ("enligt",)),
    **dict.fromkeys(("resp",), ("respektive",)),
    **dict.fromkeys(("ca", "c:a"), ("cirka",)),
    **dict.fromkeys(("inkl",), ("inklusive",)),
    **dict.fromkeys(("exkl",), ("exklusive",)),
    **dict.fromkeys(("kr",), ("kronor",)),
    **dict.fromkeys(("tel",), ("telefon",)),
    **dict.fromkeys(("ang",), ("angående",)),
    **dict.fromkeys(("nr",), ("nummer",)),
    **dict.fromkeys(("epost", "e-mail", "email", "mejl", "mail"), ("e-post",)),
}
"""A spelling, and the words that say the same."""

SAME_PAIRS: Final = {
    ("t", "ex"): ("till", "exempel"),
    ("m", "m"): ("med", "mera"),
    ("bl", "a"): ("bland", "annat"),
    ("s", "k"): ("så", "kallad"),
    ("fr", "o", "m"): ("från", "och", "med"),
    ("t", "o", "m"): ("till", "och", "med"),
    ("p", "g", "a"): ("på", "grund", "av"),
    ("d", "v", "s"): ("det", "vill", "säga"),
    ("o", "s", "v"): ("och", "så", "vidare"),
    ("med", "mer"): ("med", "mera"),
}
"""Abbreviations in parts, points and spaces left out."""

MODALITY: Final = {
    "ska": "ska",
    "skulle": "ska",
    "måste": "måste",
    "bör": "bör",
    "borde": "bör",
    "kan": "kan",
    "kunna": "kan",
    "får": "får",
    "behöver": "behöver",
    "skyldig": "skyldig",
    "skyldiga": "skyldig",
    "förbinder": "skyldig",
    "rätt": "rätt",
    "rätten": "rätt",
    "avser": "avser",
    "strävar": "avser",
    "sträva": "avser",
}
"""A word, and the duty or right that it gives."""

NEGATION: Final = frozenset(
    ("inte", "aldrig", "utan", "ingen", "inget", "inga", "undantag", "undantaget", "förutom")
)
SCOPE: Final = frozenset(
    (
        *("minst", "högst", "lägst", "mest", "endast", "bara", "enbart", "samtliga", "alla"),
        *("varje", "någon", "något", "några", "cirka", "ungefär", "maximalt", "maximal"),
        *("minimum", "maximum", "uteslutande", "även", "också", "delvis", "helt", "hela"),
        *("omgående", "skyndsamt", "regelbundet", "årligen", "kvartalsvis", "månadsvis"),
        *("dagligen", "veckovis", "löpande", "max", "min", "mer", "mera", "mindre", "fler"),
        *("färre", "över", "under", "överstiger", "understiger", "inklusive", "exklusive"),
        *("inkluderar", "exkluderar", "samtlig", "bägge", "båda", "vardera", "tills"),
        *("högre", "lägre", "längre", "kortare", "<", ">", "≤", "≥", "±"),
    )
)
CONDITION: Final = frozenset(
    ("när", "ifall", "såvida", "förutsatt", "förutsättning", "förutsättningar", "villkor", "därest")
)
DEADLINE: Final = frozenset(("senast", "inom", "före", "tidigast", "innan", "efter"))
BEFORE_OR_AFTER: Final = DEADLINE - {"inom"}
EACH: Final = frozenset(("per", "varje"))
TURNS: Final = frozenset(
    (
        *("inte", "ej", "icke", "aldrig", "utan", "ingen", "inget", "inga", "endast", "bara"),
        *("enbart", "som", "vilken", "vilket", "vilka", "vars", "eller", "om", "när"),
    )
)
"""Words that say something else with a pause on their other side."""
POINTING: Final = frozenset(
    (
        *("detta", "denna", "dessa", "det", "den", "de", "dock", "däremot", "därutöver", "samma"),
        *("sådan", "sådant", "sådana", "undantag", "undantaget", "motsvarande", "ovanstående"),
        *("nedanstående", "följande", "föregående", "vidare", "utöver", "även", "också", "annars"),
    )
)
"""Words that begin a sentence about what stands beside it."""
OUTLINE: Final = frozenset(("avsnitt", "avsnittet"))
PART_OF_OUTLINE: Final = frozenset(("punkt", "punkten", "kapitel"))
REFERENCE: Final = frozenset((*OUTLINE, *PART_OF_OUTLINE, "bilaga", "bilagan", "stycke"))
"""What has a number that is no amount."""
MONEY: Final = frozenset(
    (
        *("kronor", "krona", "öre", "mnkr", "tkr", "mkr", "msek", "tsek", "sek"),
        *("euro", "eur", "€", "$", "usd"),
    )
)
MILLIONS: Final = frozenset(("miljon", "miljoner", "miljard", "miljarder"))
LAWS: Final = frozenset(
    ("sol", "osl", "gdpr", "hsl", "lss", "lvu", "lvm", "lou", "pul", "fl", "lov", "psl", "sfs")
)
"""Statutes by the names that people use."""
