"""A document with everything in it, by which a house template is tried out.

What writes this document writes any: if it cannot be written, the template is at fault.
"""

from avtalsgen.model.nodes import (
    Contents,
    Cover,
    CoverRow,
    Document,
    Gap,
    Identity,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Running,
    Section,
    Signatory,
    Signatures,
    Table,
    Text,
)
from avtalsgen.model.profile import Profile

TRIED = "c2e3432fdd537d9c18c425e3fdabf276ccb3edc4f403dd882a9e45af60408623"
"""The SHA-256 of the template that comes with the program: tried out by its tests, so that no
document has to. Trying one out takes longer than to write in it."""

_WORDS = (Text("Ord"),)
_PARAGRAPH = Paragraph(
    (
        *_WORDS,
        Link(_WORDS, "https://exempel.se"),
        Reference("ett", "avsnitt\u00a0", "1", "number"),
        Gap("…", "lucka", "prov"),
    )
)
_ITEM = ListItem((_PARAGRAPH, _PARAGRAPH))

PROFILE = Profile("Organisation", address=("Adress",), footer="Fot")
DOCUMENT = Document(
    identity=Identity("prov", "1", "prov@1", "utkast", "Prov", dnr="1"),
    cover=Cover("Typ", _WORDS, _WORDS, (CoverRow("Etikett", _WORDS),)),
    sections=(
        Section(
            anchor="ett",
            heading=_WORDS,
            level=1,
            number="1",
            blocks=(
                _PARAGRAPH,
                List((_ITEM,)),
                List((_ITEM,), ordered=True),
                Table((_WORDS,), ((_WORDS,),)),
            ),
        ),
    ),
    contents=Contents("Innehåll", 1),
    signatures=Signatures("papper", (Signatory("part", "Roll", _WORDS, ("Rad",), (), ()),)),
    running=Running("Vänster", "Höger", "Fot"),
    draft=True,
)
