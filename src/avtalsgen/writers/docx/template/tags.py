"""What the tags of the house template stand for.

| tag | says |
|---|---|
| `typ` `titel` `undertitel` | the kind of document, its title and subtitle |
| `rader`, each with `etikett` and `värde` | the facts on the cover |
| `brödtext` | all that follows the cover; alone in its paragraph |
| `sidhuvud_vänster` `sidhuvud_höger` `sidfot` | head and foot of every page but the cover |
| `utkast` | UTKAST, if it is one; in every page header |
| `logotyp` | the logo, anchored to the head of the page; in the body of the cover |
| `organisation` `adress` `fot` `dnr` | from the house style and the identity, where wanted |

All but those in the last two rows must be there.
"""

from collections.abc import Mapping

from avtalsgen.model.nodes import Document
from avtalsgen.model.plain import text
from avtalsgen.model.profile import Profile

Tag = str | list[str] | list[dict[str, str]]

DRAFT = "utkast"
BODY = "brödtext"
LOGO = "logotyp"
IN_BODY = ("typ", "titel", "undertitel", "rader", BODY)
IN_HEADER = ("sidhuvud_vänster", "sidhuvud_höger")
IN_FOOTER = ("sidfot",)
NAMES = (*IN_BODY, *IN_HEADER, *IN_FOOTER, DRAFT, LOGO, "organisation", "adress", "fot", "dnr")


def tags(document: Document, profile: Profile) -> Mapping[str, Tag]:
    """Return the text of every tag; empty where there is none. A line break is a newline."""
    cover, running = document.cover, document.running
    return {
        "typ": cover.kicker,
        "titel": text(cover.title),
        "undertitel": text(cover.subtitle),
        "rader": [{"etikett": row.label, "värde": text(row.content)} for row in cover.rows],
        BODY: BODY,
        "sidhuvud_vänster": running.left,
        "sidhuvud_höger": running.right,
        "sidfot": running.foot,
        DRAFT: "UTKAST" if document.draft else "",
        LOGO: profile.logo.alt if profile.logo else "",
        "organisation": profile.organisation,
        "adress": list(profile.address),
        "fot": profile.footer,
        "dnr": document.identity.dnr,
    }
