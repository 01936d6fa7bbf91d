"""Documents as pictures of their pages: the pictures, and an edition of ours looked at so."""

from starlette.responses import Response

from avtalsgen.pipeline.shown.page_pictures import pages_of_edition
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import page, picture, piece
from avtalsgen.web.uploads.apart import apart


def show(ask: Ask) -> Response:
    """Return an edition as it would be printed now; for htmx its pages alone."""
    slug, edition = ask.parts["slug"], ask.parts["edition"]
    shown = ask.site.shelf.put(apart(pages_of_edition, ask.root, slug, edition))
    if ask.by_script:
        return piece(ask, "sidor/pages.html", shown=shown)
    return page(ask, "sidor/page.html", shown=shown, slug=slug, edition=edition)


def draw(ask: Ask) -> Response:
    """Return the picture of a page."""
    number, width = ask.parts["number"], ask.query.get("b", "")
    made = ask.site.shelf.picture(
        ask.parts["pages"],
        int(number) - 1 if number.isdecimal() else -1,
        int(width) if width.isdecimal() else 0,
    )
    if made is None:
        hint = "ladda om sidan som du kom från"
        message = "sidan visas inte längre"
        raise AvtalsgenError([Problem("WE05", message, hint=hint, exit=Exit.NOT_FOUND)])
    return picture(made)


PAGE = WebPage((Way("/sidor/{slug}/{edition}", show), Way("/bild/{pages}/{number}", draw)))
