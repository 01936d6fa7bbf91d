"""Items of lists of facts that were taken out or put in whole with track changes on."""

from collections.abc import Callable, Mapping, Sequence

from avtalsgen.readers.docx.returned.sheet import SheetLine
from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.takeback.paper.sections import PaperSection
from avtalsgen.takeback.telling import Telling, Where, unseen
from avtalsgen.takeback.tracked.runs import AuthoredRun, comes, rejected, row_put_in


def struck_items(
    run: AuthoredRun,
    papers: Mapping[int, PaperLine],
    where: Callable[[int], Where],
    telling: Telling,
) -> bool:
    """Note each line of a run as an item that went; return whether all of them are items."""
    if run.inside_insertion or any(map(comes, run.letters)):
        return False
    struck: dict[int, tuple[PaperLine, str]] = {}
    for place in dict.fromkeys(letter.line for letter in run.letters):
        paper = papers.get(place)
        item = telling.item_of(paper) if paper else ""
        if paper is None or not item:
            return False
        struck[place] = paper, item
    for place, (paper, item) in struck.items():
        undo = rejected(letter for letter in run.letters if letter.line == place)
        telling.struck_item(where(place), paper, item, undo, run.hand)
    return True


def added_items(
    run: AuthoredRun,
    lines: Sequence[SheetLine],
    where: Callable[[int], Where],
    section: PaperSection | None,
    telling: Telling,
) -> bool:
    """Note each row of a run as an item that came; return whether all of them are items."""
    places = list(dict.fromkeys(letter.line for letter in run.letters))
    came = [row for place in places if (row := row_put_in(lines[place], place)) is not None]
    whole = all(letter.inserted and letter.deleted is None for letter in run.letters)
    if section is None or len(came) < len(places) or not whole:
        return False
    return all(
        [
            telling.added_row(
                where(place),
                row,
                section,
                rejected(letter for letter in run.letters if letter.line == place),
                run.hand,
                unseen(letter.stretch for letter in run.letters if letter.stretch),
            )
            for place, row in zip(places, came, strict=True)
        ]
    )
