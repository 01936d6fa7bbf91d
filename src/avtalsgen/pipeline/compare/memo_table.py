"""The table of a tjänsteskrivelse alone in a Word file: what matters most of a comparison."""

from pathlib import Path
from typing import Final

from avtalsgen.model.comparison import Comparison
from avtalsgen.model.nodes import Cover, CoverRow, Document, Identity, Paragraph, Section, Text
from avtalsgen.pipeline.workspace.house import house_of
from avtalsgen.pipeline.workspace.memo.change_rows import MOST_ROWS, proposed_table
from avtalsgen.writers import WRITERS
from avtalsgen.writers.render import Render

_KICKER: Final = "Till tjänsteskrivelsen"
_TITLE: Final = "Det som ändras"
_TOLD: Final = (
    f"Högst {MOST_ROWS} rader ur jämförelsen, det viktigaste först. Varför skrivs för hand."
)


def memo_table(comparison: Comparison, root: Path) -> bytes:
    """Return the rows that a nämnd is shown of `comparison` as a Word file, to copy or fill in."""
    house = house_of(root)
    sides = (("Förut", comparison.old), ("Nu", comparison.new))
    rows = (CoverRow(label, (Text(side.title or side.source),)) for label, side in sides)
    document = Document(
        Identity("tabell", "", _KICKER, "", _TITLE),
        Cover(_KICKER, (Text(_TITLE),), (), tuple(rows), "letterhead"),
        (
            Section(
                "tabell",
                (),
                1,
                blocks=(Paragraph((Text(_TOLD),)), proposed_table(comparison, with_why=True)),
            ),
        ),
    )
    return WRITERS["docx"].write(document, Render(house.profile, house.shell()))
