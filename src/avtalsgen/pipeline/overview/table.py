"""The overview as a sheet."""

from avtalsgen.pipeline.overview.rows import Overview
from avtalsgen.writers.spreadsheet import to_csv

_HEADS = (
    *("uppdrag", "titel", "utförare", "diarienummer", "utgåva", "läge", "gäller", "sedan"),
    *("till och med", "tillägg", "nästa dag", "vad", "kvar", "fel", "varningar"),
)


def as_csv(overview: Overview) -> bytes:
    """Return a line for each uppdrag."""
    return to_csv(
        [
            _HEADS,
            *(
                (
                    row.slug,
                    row.title,
                    row.provider,
                    row.dnr,
                    row.newest,
                    row.status,
                    row.holds,
                    row.since,
                    "tills vidare" if row.goes_on else row.until,
                    ", ".join(row.tillagg),
                    row.next.day if row.next else "",
                    row.next.what if row.next else "",
                    ", ".join(row.left),
                    str(row.errors),
                    str(row.warnings),
                )
                for row in overview.rows
            ),
        ]
    )
