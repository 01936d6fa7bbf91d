"""Short forms whose point is their own, so that no sentence need end there."""

from typing import Final

GOES_ON: Final = (
    *("t.ex", "bl.a", "m.m", "m.fl", "dvs", "d.v.s", "s.k", "kap", "nr", "st", "jfr", "ca", "etc"),
    *("kl", "prop", "t ex", "p.g.a", "fr.o.m", "t.o.m", "www"),
)
"""What a sentence goes on after, nearly always, though a capital follows; without the point."""
MAY_END: Final = ("osv", "resp", "inkl", "exkl", "tel", "dnr")
"""What as well stands last; without the point."""
