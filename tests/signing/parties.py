"""A real uppdrag that is signed electronically: as built, and as each party has signed it."""

from functools import cache

from tests.documents.every import written
from tests.signing import authority

from avtalsgen.signing.keys import read_key
from avtalsgen.signing.signing import sign

NAME = "vald-i-nara-relation@2026"
FIRST, SECOND = "Åsa Öhrström", "Märta Sjögren-Ek"


def built() -> bytes:
    return written(NAME)["pdf"]


@cache
def once() -> bytes:
    key = read_key(authority.p12(FIRST), authority.PASSWORD)
    return sign(built(), "beställare", key, authority.MOMENT, "Enligt beslut")


@cache
def twice() -> bytes:
    key = read_key(authority.p12(SECOND), authority.PASSWORD)
    return sign(once(), "utförare", key, authority.MOMENT)
