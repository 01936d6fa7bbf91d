"""What a page answers: itself, a piece of itself, another address, or a file."""

from http import HTTPStatus
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from avtalsgen.web.ask import Ask
from avtalsgen.web.render import rendered

_HTML = "text/html; charset=utf-8"


def page(ask: Ask, template: str, *, status: int = HTTPStatus.OK, **values: object) -> Response:
    """Return the page that `template` makes of `values`; it extends `base.html`.

    A form with errors is answered so, with status 422 and what was written.
    """
    return Response(rendered(template, ask=ask, **values), status, media_type=_HTML)


def piece(ask: Ask, template: str, **values: object) -> Response:
    """Return a piece of a page, which htmx puts where the old one is."""
    return Response(rendered(template, ask=ask, **values), media_type=_HTML)


def see_other(path: str) -> Response:
    """Return the way to the page that shows what was done."""
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)


def download(data: bytes, name: str, kind: str) -> Response:
    """Return a file to be saved as `name`; it is never shown in the page."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name[:-5])
    suffix = "".join(sign for sign in name[-5:] if sign.isascii() and sign not in '"\\\r\n')
    given = f"attachment; filename=\"{plain}{suffix}\"; filename*=UTF-8''{quote(name)}"
    return Response(data, headers={"content-disposition": given}, media_type=kind)


def picture(data: bytes) -> Response:
    """Return a PNG to be shown in a page."""
    return Response(data, media_type="image/png")
