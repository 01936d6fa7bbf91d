"""The pages put together: every module of `pages/` is found, and each request led to its page."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from http import HTTPStatus
from importlib import import_module
from pkgutil import iter_modules

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from avtalsgen.problems import AvtalsgenError, Exit, Problem, own_fault
from avtalsgen.web import pages
from avtalsgen.web.ask import Ask, Site
from avtalsgen.web.page import Handler, Way, WebPage
from avtalsgen.web.render import STATIC, MenuItem, put_in_menu, rendered
from avtalsgen.web.reply import page
from avtalsgen.web.safety.entrance import Entrance
from avtalsgen.web.safety.guard import Guard, TooLargeError, TurnedAway
from avtalsgen.web.safety.tokens import DoorKeys
from avtalsgen.web.uploads.received import MOST_BYTES, MOST_FILES, Received, received, too_large
from avtalsgen.writers.dressed import SHEET

_MOST_FIELDS = 5000
"""Fields of a form: all facts of an uppdrag with its lists are some hundred."""
_MOST_TEXT = 2_000_000
"""Bytes of a field, as of a file of text in a workspace."""
_HTML = "text/html; charset=utf-8"
_STATUS = {
    Exit.NOT_FOUND: HTTPStatus.NOT_FOUND,
    Exit.CONFLICT: HTTPStatus.CONFLICT,
    Exit.OURS: HTTPStatus.INTERNAL_SERVER_ERROR,
    Exit.CANNOT_WRITE: HTTPStatus.INSUFFICIENT_STORAGE,
}


@lru_cache(maxsize=1)
def all_pages() -> Sequence[WebPage]:
    """Return every page there is: `PAGE` of each module in `pages/`."""
    names = sorted(module.name for module in iter_modules(pages.__path__))
    there: list[WebPage] = [import_module(f"{pages.__name__}.{name}").PAGE for name in names]
    return tuple(sorted(there, key=lambda shown: shown.place))


def web_app(site: Site, entrance: Entrance, keys: DoorKeys, port: int) -> ASGIApp:
    """Return the whole of it, as a server runs it that listens at `port`."""
    shown = all_pages()
    links = (MenuItem(each.word, each.ways[0].path) for each in shown if each.word)
    put_in_menu(links, (way.path for each in shown for way in each.ways if way.show))
    routes: list[Route | Mount] = [_route(site, way) for each in shown for way in each.ways]
    routes.append(Mount("/static", _static()))
    app = Starlette(routes=routes, exception_handlers={HTTPException: _none_there(site)})
    return Guard(app, entrance, keys, port, _refused)


def _static() -> StaticFiles:
    """Return what pages load: what is their own, and the sheet that all pages of ours share."""
    files = StaticFiles(directory=STATIC)
    files.all_directories.append(SHEET)
    return files


def _route(site: Site, way: Way) -> Route:
    methods = [name for name, handler in (("GET", way.show), ("POST", way.act)) if handler]
    return Route(way.path, _answering(site, way), methods=methods)


def _answering(site: Site, way: Way) -> Callable[[Request], Awaitable[Response]]:
    """Return who answers at an address; what goes wrong is a page too, and never a traceback."""

    async def answer(request: Request) -> Response:
        ask = _bare(site, request)
        try:
            handler = way.act if request.method == "POST" else way.show
            assert handler is not None
            if request.method != "POST":
                return await run_in_threadpool(_told, handler, ask)
            async with request.form(
                max_files=MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_TEXT
            ) as form:
                ask = _with_form(ask, form, await _files(form))
            return await run_in_threadpool(_told, handler, ask)
        except AvtalsgenError as error:
            return _problems(ask, error.problems)
        except TooLargeError:
            return _problems(ask, too_large("Det som du skickade").problems)
        except HTTPException as error:  # a form that is no form, or has more than any has
            return _gone(ask, error)

    return answer


def _told(handler: Handler, ask: Ask) -> Response:
    try:
        return handler(ask)
    except (AvtalsgenError, HTTPException):
        raise
    except Exception as error:
        return _problems(ask, [own_fault(f"sidan gick sönder ({type(error).__name__}: {error})")])


def _bare(site: Site, request: Request) -> Ask:
    return Ask(
        site=site,
        path=request.url.path,
        parts=request.path_params,
        query=request.query_params,
        form=FormData(),
        files={},
        user=request.scope.get("user") or site.user,
        by_script=request.headers.get("hx-request") == "true",
    )


def _with_form(ask: Ask, form: FormData, files: dict[str, tuple[Received, ...]]) -> Ask:
    words = FormData(
        [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    )
    return Ask(
        ask.site, ask.path, ask.parts, ask.query, words, files, ask.user, by_script=ask.by_script
    )


async def _files(form: FormData) -> dict[str, tuple[Received, ...]]:
    """Return the files of a form; a field for files that was left empty has none."""
    files: dict[str, tuple[Received, ...]] = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile) and value.filename:
            data = await value.read(MOST_BYTES + 1)
            files[name] = (*files.get(name, ()), received(value.filename, data))
    return files


def _problems(ask: Ask, problems: Sequence[Problem]) -> Response:
    """Return the page of what cannot be done, with what to do about it.

    Where the workspace lies on the disk is nobody's to know who is not at this machine.
    """
    problems = [_without_place(problem, ask) for problem in problems]
    codes = {problem.exit for problem in problems}
    status = next((_STATUS[code] for code in _STATUS if code in codes), HTTPStatus.BAD_REQUEST)
    ours = Exit.OURS in codes
    return page(ask, "stopped.html", status=status, problems=problems, ours=ours)


def _without_place(problem: Problem, ask: Ask) -> Problem:
    place = str(ask.root)
    message = problem.message.replace(place, "arbetsytan")
    return replace(problem, message=message, hint=problem.hint and problem.hint.replace(place, "."))


def _none_there(site: Site) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def none_there(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return _gone(_bare(site, request), error)

    return none_there


def _gone(ask: Ask, error: HTTPException) -> Response:
    return page(
        ask,
        "gone.html",
        status=error.status_code,
        missing=error.status_code == HTTPStatus.NOT_FOUND,
    )


def _refused(_: Scope, refusal: TurnedAway) -> Response:
    """Return why a request is not answered; of the workspace it shows nothing."""
    return Response(rendered(f"refused/{refusal.page}.html"), refusal.status, media_type=_HTML)
