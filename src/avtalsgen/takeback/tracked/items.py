"""Items of lists of facts that were taken out whole with track changes on."""

from collections.abc import Callable, Mapping

from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.takeback.telling import Telling, Where
from avtalsgen.takeback.tracked.runs import AuthoredRun, comes, rejected


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
