"""Long work: told of, cancelled, found again."""

import re
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, expect
from tests.web.conftest import AxeCheck, Client, pictures, put_small, served

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.web.jobs import _MOST, Job, JobOutcome, JobQueue, Product


def _over(job: Job, jobs: JobQueue) -> Job:
    jobs.close()
    assert job.is_over
    return job


def test_a_job_says_what_it_came_to() -> None:
    jobs = JobQueue()
    job = _over(jobs.start("Bygger", "/", lambda _: JobOutcome("Klart")), jobs)
    assert (job.state, job.told) == ("done", "Klart")


@pytest.mark.parametrize(
    ("error", "code"),
    [(AvtalsgenError([Problem("FU01", "för stor")]), "FU01"), (KeyError("x"), "XX01")],
)
def test_a_job_that_fails_says_why(error: Exception, code: str) -> None:
    def work(_: Job) -> JobOutcome:
        raise error

    jobs = JobQueue()
    job = _over(jobs.start("Bygger", "/", work), jobs)
    assert (job.state, [problem.code for problem in job.problems]) == ("failed", [code])


def test_a_job_is_cancelled_at_its_next_step() -> None:
    jobs, begun, may_go = JobQueue(), Event(), Event()

    def work(job: Job) -> JobOutcome:
        begun.set()
        may_go.wait()
        job.progress("Sätter sidor", 2, 3)
        return JobOutcome("Klart")

    job = jobs.start("Bygger", "/", work)
    begun.wait()
    jobs.cancel(job.id)
    may_go.set()
    assert _over(job, jobs).state == "cancelled"


def test_old_jobs_are_forgotten() -> None:
    jobs = JobQueue()
    started = [jobs.start("Bygger", "/", lambda _: JobOutcome("Klart")) for _ in range(_MOST + 20)]
    jobs.close()
    assert sum(jobs.get(job.id) is not None for job in started) <= _MOST + 20
    assert jobs.get(started[-1].id) is started[-1]


def test_a_job_survives_a_reload_and_gives_its_file(client: Client) -> None:
    jobs = client.site.jobs
    file = Product("Boendestöd 2027.txt", "text/plain", b"ord", "textfil")
    job = jobs.start("Bygger Boendestöd", "/", lambda _: JobOutcome("Klart", (file,)))
    jobs.close()
    for _ in range(2):
        shown = client.get(f"/jobb/{job.id}").text
        assert "Boendestöd 2027.txt" in shown
        assert "textfil, 3" in shown
    fetched = client.get(f"/jobb/{job.id}/fil/0")
    assert fetched.content == b"ord"
    assert "attachment" in fetched.headers["content-disposition"]
    assert "Boendest%C3%B6d%202027.txt" in fetched.headers["content-disposition"]
    lost = client.get("/jobb/x").text
    assert "WE02" in lost
    assert "örja om från sidan" in lost
    assert client.get(job.back).status_code == 200
    for wrong in ("1", "x", "-1"):
        said = client.get(f"/jobb/{job.id}/fil/{wrong}")
        assert (said.status_code, "ingen sådan fil" in said.text) == (404, True)
        (page,) = re.findall("adda sidan (/jobb/[^, ]+)", said.text)
        assert client.get(page).status_code == 200


def test_a_job_in_a_browser(tmp_path: Path, browser: Browser, axe: AxeCheck) -> None:
    """Its page follows it by itself, and the button cancels it."""
    may_go, stopped = Event(), Event()

    def work(job: Job) -> JobOutcome:
        job.progress("Sätter sidor i PDF", 3, 4)
        may_go.wait()
        job.progress("Skriver filerna", 4, 4)
        while not job.stopped.wait(0.01):
            pass
        stopped.set()
        job.progress("Klart", 4, 4)
        return JobOutcome("Klart")

    with served(put_small(tmp_path / "a"), browser) as shown:
        job = shown.site.jobs.start("Bygger Boendestöd", "/", work)
        page = shown.open(f"/jobb/{job.id}")
        expect(page.get_by_role("status")).to_have_text("Sätter sidor i PDF, steg 3 av 4")
        axe(page)
        pictures(page, "jobb")
        cancel = page.get_by_role("button", name="Avbryt")
        cancel.focus()
        may_go.set()
        expect(page.get_by_role("status")).to_have_text("Skriver filerna, steg 4 av 4")
        expect(cancel).to_be_focused()
        page.keyboard.press("Enter")
        assert stopped.wait(10)
        expect(page.get_by_role("heading", name="Avbrutet")).to_be_visible()
        axe(page)
        failed = shown.site.jobs.start("Bygger", "/", _failing)
        page = shown.open(f"/jobb/{failed.id}")
        expect(page.get_by_text("Det gick inte").first).to_be_visible()
        axe(page)
        pictures(page, "jobb-fel")


def _failing(_: Job) -> JobOutcome:
    raise AvtalsgenError([Problem("FU01", "filen är för stor", hint="dela den")])
