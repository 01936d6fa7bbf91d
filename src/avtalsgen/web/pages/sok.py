"""Search in all text: in every form of the words, with where each stands and whether it holds."""

from starlette.responses import Response

from avtalsgen.pipeline.overview.search import MOST, SearchIndex, index_of, search
from avtalsgen.web.ask import Ask, Site
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import page
from avtalsgen.web.safety.tokens import today

_LONGEST = 200
"""Characters of a question."""


def show(ask: Ask) -> Response:
    """Return what was met; without a question the field alone."""
    question = ask.query.get("q", "")[:_LONGEST].strip()
    only_holding = ask.query.get("i") == "galler"
    answer = search(_index(ask.site), question, only_holding=only_holding)
    return page(
        ask,
        "sok/page.html",
        question=question,
        only_holding=only_holding,
        answer=answer,
        most=MOST,
    )


def _index(site: Site) -> SearchIndex:
    """Return the index of the workspace as it is now, made of the last one where it may be."""
    day = today()
    return site.remembered.renew(f"search {day}", lambda before: index_of(site.root, day, before))


PAGE = WebPage((Way("/sok", show),))
