"""A dropped file: is it the one that we made, who has signed, and what has been changed since."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from starlette.responses import Response

from avtalsgen.pipeline.shown.page_pictures import pages_of_pdf
from avtalsgen.pipeline.shown.text import ShownText, text_of_file
from avtalsgen.pipeline.verify.proof import Proof, proof
from avtalsgen.pipeline.verify.verdict import Verdict
from avtalsgen.pipeline.verify.verify import verify
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.signing.moments import local
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.render import Written
from avtalsgen.web.reply import page
from avtalsgen.web.shown_pages import ShownPages
from avtalsgen.web.uploads.apart import apart
from avtalsgen.web.uploads.received import Received, only, with_files

if TYPE_CHECKING:
    from avtalsgen.signing.validation import Signature


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is told of one file."""

    file: Received
    verdict: Verdict | None = None
    proof: Proof | None = None
    pages: ShownPages | None = None
    text: ShownText | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def markup(self) -> Written:
        """The text of a Word file."""
        assert self.text is not None
        return Written(self.text.markup)


def show(ask: Ask) -> Response:
    """Return the place to drop a file on."""
    return page(ask, "verifiera/page.html", looked=(), errors=(), time=_time)


def look(ask: Ask) -> Response:
    """Return what is known of each file that was dropped; none of them is kept."""
    files = ask.files.get("fil", ())
    if not files:
        errors = [("Välj en fil", "fil")]
        return page(ask, "verifiera/page.html", status=422, looked=(), errors=errors, time=_time)
    trust = ask.files.get("certifikat", ())
    alone = len(files) == 1  # only then is the file itself shown
    looked = [_looked(ask, file, trust, alone=alone) for file in files]
    return page(ask, "verifiera/page.html", looked=looked, errors=(), time=_time)


def _looked(ask: Ask, file: Received, trust: Sequence[Received], *, alone: bool) -> _Looked:
    try:
        only(("pdf", "docx"), file)
        verdict = with_files(
            [file, *trust], lambda paths: apart(verify, paths[0], paths[1:], ask.root)
        )
    except AvtalsgenError as error:
        return _Looked(file, problems=error.problems)
    pages, text = _content(ask, file) if alone else (None, None)
    return _Looked(file, verdict, proof(verdict), pages, text)


def _content(ask: Ask, file: Received) -> tuple[ShownPages | None, ShownText | None]:
    """Return the file as it is looked at: pages of a PDF, the text of a Word file."""
    try:
        if file.kind == "pdf":
            return ask.site.shelf.put(apart(pages_of_pdf, file.data)), None
        return None, with_files([file], lambda paths: apart(text_of_file, paths[0], ask.root))
    except AvtalsgenError:  # the verdict says what is wrong with it
        return None, None


def _time(signature: "Signature") -> str:
    return local(signature.time.astimezone()) if signature.time else "okänd"


PAGE = WebPage((Way("/verifiera", show, look),), "Kontrollera fil", 90)
