"""What several old documents have in common, on a screen and as JSON."""

from collections.abc import Iterator, Sequence

from avtalsgen.pipeline.intake.in_common import DriftRow, InCommon, ProposedParameter

_COLUMNS = ("Klausul", "Handling", "Avviker från", "Står där", "Står här")


def common_lines(common: InCommon, *, written: bool) -> Iterator[str]:
    """Yield the proposed clauses and the table of who deviates, for a screen."""
    if common.clauses:
        yield ""
        yield f"Gemensamma klausuler: {len(common.clauses)}"
    for clause in common.clauses:
        yield f"  {clause.clause} ({clause.heading or 'utan rubrik'})"
        for edition in clause.editions:
            done = " (skriven)" if written else ""
            yield f"    {edition.path}{done}: {', '.join(edition.documents)}"
            yield from (f"      {_parameter(each)}" for each in edition.parameters)
    if common.drift:
        yield ""
        yield "Avvikelser:"
    for row in common.drift:
        yield f"  {row.clause}: {row.document} avviker från {row.deviates_from}: {_changed(row)}"


def _changed(row: DriftRow) -> str:
    """Return which words stand for which, or are left out or more."""
    if row.old and row.new:
        return f"”{row.old}” → ”{row.new}”"
    return f"utan ”{row.old}”" if row.old else f"också ”{row.new}”"


def _parameter(parameter: ProposedParameter) -> str:
    values = ", ".join(f"{value} ({name})" for name, value in parameter.values.items())
    return f"{parameter.path or f'parameter av slaget {parameter.kind}'}: {values}"


def drift_rows(common: InCommon) -> list[Sequence[str]]:
    """Return the table of who deviates from whom as rows of a spreadsheet."""
    rows: list[Sequence[str]] = [_COLUMNS]
    rows += [(r.clause, r.document, r.deviates_from, r.old, r.new) for r in common.drift]
    return rows


def common_data(common: InCommon) -> dict[str, object]:
    """Return the proposed clauses and the table of who deviates, as JSON has them."""
    return {
        "shared": [
            {
                "clause": clause.clause,
                "heading": clause.heading,
                "editions": [
                    {
                        "edition": edition.edition,
                        "path": edition.path,
                        "documents": list(edition.documents),
                        "text": edition.text,
                        "parameters": [
                            {"path": p.path or None, "kind": p.kind, "values": dict(p.values)}
                            for p in edition.parameters
                        ],
                    }
                    for edition in clause.editions
                ],
            }
            for clause in common.clauses
        ],
        "drift": [
            {
                "clause": row.clause,
                "document": row.document,
                "deviates_from": row.deviates_from,
                "old": row.old,
                "new": row.new,
            }
            for row in common.drift
        ],
    }
