"""The names of the styles that a house template must have.

Styles are found by name, as Word makes ids of its own when it saves in another language:
`heading 1` has the id `Heading1` in an English Word and `Rubrik1` in a Swedish one.
"""

LEVELS = 9
"""Word has no more levels of headings, contents and lists."""

NORMAL = "Normal"
TITLE = "Title"
SUBTITLE = "Subtitle"
HEADER = "header"
FOOTER = "footer"
HYPERLINK = "Hyperlink"
CONTENTS_HEADING = "TOC Heading"
BULLET_ITEM = "List Bullet"
NUMBERED_ITEM = "List Number"
ITEM_CONTINUED = "List Continue"

COVER_ORGANISATION = "Omslag organisation"
COVER_LOGO = "Omslag logotyp"
COVER_ACCENT = "Omslag linje"
COVER_KIND = "Omslag dokumenttyp"
COVER_ROW = "Omslag rad"
COVER_LABEL = "Omslag etikett"
COVER_FOOT = "Omslag fot"
DRAFT = "Utkast"
GAP = "Lucka"
TABLE = "Avtalstabell"
TABLE_HEAD = "Tabellrubrik"
TABLE_TEXT = "Tabelltext"
SIGNATORY_ROLE = "Underskrift roll"
SIGNATORY_TEXT = "Underskrift text"
SIGNATORY_LINE = "Underskrift rad"

_SMALL = {"small": "liten", "smallest": "minst"}
DERIVED = {
    **{f"{TABLE_HEAD} {size}": TABLE_HEAD for size in _SMALL.values()},
    **{f"{TABLE_TEXT} {size}": TABLE_TEXT for size in _SMALL.values()},
}
"""The styles that a template may lack, by the style that each builds on."""


def heading(level: int) -> str:
    """Return the name of the heading style of `level`, the last one below that."""
    return f"heading {min(level, LEVELS)}"


def contents(level: int) -> str:
    """Return the name of the style of an entry of `level` in the contents."""
    return f"toc {min(level, LEVELS)}"


def table(letters: str, *, head: bool) -> str:
    """Return the name of the style of cells with `letters`, those of the header or below it."""
    usual = TABLE_HEAD if head else TABLE_TEXT
    return f"{usual} {_SMALL[letters]}" if letters in _SMALL else usual


_HEADINGS = tuple(heading(level) for level in range(1, LEVELS + 1))
_ENTRIES = tuple(contents(level) for level in range(1, LEVELS + 1))
_WORDS_OWN = (
    *_HEADINGS,
    *_ENTRIES,
    *(NORMAL, TITLE, SUBTITLE, HEADER, FOOTER, HYPERLINK, CONTENTS_HEADING),
    *(BULLET_ITEM, NUMBERED_ITEM, ITEM_CONTINUED),
)
BUILT_IN = {name.casefold(): name for name in _WORDS_OWN}
"""The names that Word knows, which it takes in any case: `Heading 1` is `heading 1`."""
REQUIRED = (
    *_HEADINGS,
    *_ENTRIES,
    *(NORMAL, HYPERLINK, CONTENTS_HEADING, BULLET_ITEM, NUMBERED_ITEM, ITEM_CONTINUED),
    *(GAP, TABLE, TABLE_HEAD, TABLE_TEXT, SIGNATORY_ROLE, SIGNATORY_TEXT, SIGNATORY_LINE),
)
"""The styles that the body is written with; the others are used by the template itself."""
