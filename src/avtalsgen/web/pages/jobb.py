"""A job: how far it has come, what it made, and how it is cancelled."""

from http import HTTPStatus

from starlette.responses import Response

from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.web.ask import Ask
from avtalsgen.web.jobs import Job
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import download, page, piece, see_other


def show(ask: Ask) -> Response:
    """Return the page of a job, or the piece of it that changes; when it is over, what is next."""
    job = _job(ask)
    onward = job.outcome.onward if job.outcome else ""
    if ask.by_script:
        answer = piece(ask, "jobb/state.html", job=job)
        if job.is_over:  # the whole page is loaded, so that focus and title are right
            answer.headers["hx-redirect"] = onward or ask.path
        return answer
    if onward:
        return see_other(onward)
    status = HTTPStatus.OK if job.state != "failed" else HTTPStatus.UNPROCESSABLE_ENTITY
    return page(ask, "jobb/page.html", status=status, job=job)


def cancel(ask: Ask) -> Response:
    """Cancel a job."""
    job = _job(ask)
    ask.site.jobs.cancel(job.id)
    return see_other(f"/jobb/{job.id}")


def fetch(ask: Ask) -> Response:
    """Return a file that a job made."""
    job = _job(ask)
    number = ask.parts["number"]
    files = job.outcome.files if job.outcome else ()
    if not number.isdecimal() or int(number) >= len(files):
        hint = f"ladda sidan /jobb/{job.id}, som visar filerna"
        raise _none("arbetet har ingen sådan fil", hint)
    product = files[int(number)]
    return download(product.data, product.name, product.kind)


def _job(ask: Ask) -> Job:
    job = ask.site.jobs.get(ask.parts["job"])
    if job is None:
        hint = "börja om från sidan som du startade det på; det som var klart är sparat"
        raise _none("arbetet finns inte längre", hint)
    return job


def _none(message: str, hint: str) -> AvtalsgenError:
    return AvtalsgenError([Problem("WE02", message, hint=hint, exit=Exit.NOT_FOUND)])


PAGE = WebPage(
    (
        Way("/jobb/{job}", show),
        Way("/jobb/{job}/avbryt", act=cancel),
        Way("/jobb/{job}/fil/{number}", fetch),
    )
)
