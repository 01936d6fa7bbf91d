"""Which uppdrag has which clause, and what each view says of it."""

import csv
import io
from collections.abc import Mapping

from tests.assemble.tillagg.small import BASE, FILES, FIRST, tillagg
from tests.workspace import project

from avtalsgen.model.portfolio import Cell, Portfolio
from avtalsgen.model.profile import DEFAULT
from avtalsgen.pipeline.survey.portfolio import newer_edition, portfolio
from avtalsgen.pipeline.survey.portfolio_views import VIEWS, PortfolioShown
from avtalsgen.writers.portfolio.terminal import short, to_terminal
from avtalsgen.writers.portfolio.vocabulary import words

TVIST = "---\nrubrik: Tvist\ngäller: {från: 2026-01-01}\nanvänder: [titel]\n---\nOm {{ titel }}.\n"


def shown(changed: Mapping[str, str | bytes]) -> tuple[Portfolio, dict[tuple[str, str], Cell]]:
    found, problems = portfolio(project({**FILES, **changed}))
    assert problems == ()
    cells = {
        (row.clause, column.name): cell
        for row in found.rows
        for column, cell in zip(found.columns, row.cells, strict=True)
    }
    return found, cells


def test_each_state_of_a_clause_is_told() -> None:
    lacking = str(FILES[BASE]).replace("  - tvist@1\n", "")
    exempt = lacking + "undantag: [{klausul: tvist, skäl: regleras i reglementet}]\n"
    _, cells = shown(
        {
            FIRST: tillagg("{lägger_till: lokaler@1}\n{upphäver: ersattning}"),
            "uppdrag/saknar/1.yaml": lacking,
            "uppdrag/undantag/1.yaml": exempt,
        }
    )
    assert cells["tvist", "prov@1"] == Cell("har", "1", mandatory=True)
    assert cells["tvist", "prov@2-tillagg"] == Cell("ärver", "1", reason="prov@1")
    assert cells["tvist", "saknar@1"] == Cell("saknar", mandatory=True)
    assert cells["tvist", "undantag@1"] == Cell("undantag", "", True, "regleras i reglementet")
    assert cells["lokaler", "prov@2-tillagg"] == Cell("har", "1")
    assert cells["lokaler", "prov@1"] == Cell("utan")
    assert cells["ersattning", "prov@2-tillagg"] == Cell("upphäver", "1", reason="prov@1")


def test_a_newer_edition_is_one_from_a_later_day_and_of_the_same_variant() -> None:
    files = {
        "clauses/tvist/2026.md": TVIST,
        "clauses/tvist/2026-egen.md": TVIST,
        "clauses/tvist/2021-egen.md": TVIST.replace("2026", "2021"),
    }
    library = project(files).library
    assert newer_edition(library, "tvist", "1") == "2026"
    assert newer_edition(library, "tvist", "2021-egen") == "2026-egen"
    assert newer_edition(library, "tvist", "2026-egen") == ""
    _, cells = shown(files)
    assert cells["tvist", "prov@1"].newer == "2026"


def test_what_cannot_be_read_is_told_and_the_rest_shown() -> None:
    found, problems = portfolio(project({**FILES, "uppdrag/fel/1.yaml": "typ: [\n"}))
    assert [problem.code for problem in problems] == ["YA01"]
    assert [column.name for column in found.columns] == ["prov@1"]


def test_every_cell_is_in_words_in_the_spreadsheet_and_on_the_page() -> None:
    found, cells = shown({FIRST: tillagg("{lägger_till: lokaler@1}\n{upphäver: ersattning}")})
    data = VIEWS["csv"].write(PortfolioShown(found, DEFAULT)).data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data), delimiter=";"))
    page = VIEWS["html"].write(PortfolioShown(found, DEFAULT)).data.decode()
    assert rows[0] == ["Klausul", *(column.name for column in found.columns)]
    for row, line in zip(found.rows, rows[3:], strict=True):
        assert line == [row.clause, *map(words, row.cells)]
        assert f'<th scope="row">{row.clause}</th>' in page
    for cell in cells.values():
        assert words(cell) in page
    assert "position: sticky" in page
    assert "src=" not in page
    assert "href=" not in page


def test_the_terminal_shows_every_column_once_in_the_width_there_is() -> None:
    more = {f"uppdrag/u{n}/1.yaml": str(FILES[BASE]) for n in range(12)}
    found, _ = shown(more)
    text = to_terminal(found, 30)
    heads = [line for line in text.split("\n") if line.startswith("KLAUSUL")]
    numbers = [number for head in heads for number in head.split()[1:]]
    assert numbers == [str(number + 1) for number in range(len(found.columns))]
    tables = text.partition("\nKLAUSUL")[2].partition("\nutgåva")[0]
    assert all(len(line) <= 30 for line in tables.split("\n"))
    assert short(Cell("har", "2021", mandatory=True, newer="2026", deviates=True)) == "2021~↑*"


def test_a_workspace_without_uppdrag_has_an_empty_portfolio() -> None:
    assert to_terminal(Portfolio((), ()), 80) == "(inga uppdrag ännu)\n"
