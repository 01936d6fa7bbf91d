"""Word files that came back: what was done to them, what we decide, and what we answer.

drop ──► held in memory ──► the changes ──► decisions ──► files of the workspace
                                 └────────► the list of a negotiation, to fetch
"""

from collections.abc import Sequence
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from starlette.responses import Response

from avtalsgen.model.returned.changes import ReturnedChange, TakenBack
from avtalsgen.pipeline.drafting.draft import open_draft
from avtalsgen.pipeline.takeback.acceptance import AcceptOrder
from avtalsgen.pipeline.takeback.from_files import accepted_of, changes_of, put, report_of
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import begin_sentence
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import download, page, see_other
from avtalsgen.web.uploads.apart import apart
from avtalsgen.web.uploads.received import Received, only, with_files
from avtalsgen.writers.returned.report import OurReply
from avtalsgen.writers.returned.terminal import shown

_FORMATS: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
}
_ACCEPT, _REJECT, _LATER = "godta", "avvisa", "senare"
DECISIONS: Final = ((_ACCEPT, "Godta"), (_REJECT, "Avvisa"), (_LATER, "Senare"))
_KINDS: Final = {
    "värde": "värde",
    "avvikelse": "annan lydelse",
    "ny": "nytt avsnitt",
    "struken": "struket avsnitt",
    "flyttad": "flyttat avsnitt",
    "format": "formatering",
    "kommentar": "kommentar",
}
_CLASH: Final = (
    "Ändrade på ett ställe men inte på ett annat",
    "Samma uppgift står kvar som förut någon annanstans. Fråga motparten vad som gäller.",
)
_CLASH_OF_COPIES: Final = (
    "I konflikt med en annan kopia, eller med ett annat ställe",
    "Godta högst en av de ändringar som är i konflikt med varandra.",
)
_WITHOUT_DECISION: Final = frozenset({"kommentar", "format"})


@dataclass(frozen=True, slots=True)
class OpenChange:
    """A change with what has been said of it in the form so far."""

    change: ReturnedChange
    kind: str
    old: str
    new: str
    decision: str
    reply: str
    judgement: str
    who: str

    @property
    def is_decided_here(self) -> bool:
        """Whether there is something to accept."""
        return self.change.kind not in _WITHOUT_DECISION


def start(ask: Ask) -> Response:
    """Return where files are dropped."""
    return page(ask, "ta-emot/drop.html", errors=())


def take(ask: Ask) -> Response:
    """Hold the files that were dropped, and lead to what was done to them."""
    files = tuple(only(("docx",), file) for file in ask.files.get("fil", ()))
    if not files:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return page(ask, "ta-emot/drop.html", status=status, errors=[("Välj en fil", "fil")])
    _changes(ask, files)  # a file that is none of ours is refused before it is held
    return see_other(f"/ta-emot/{ask.site.held.hold(files)}")


def show(ask: Ask) -> Response:
    """Return what was done to the files, the silent first."""
    return _page(ask, _files(ask))


def decide(ask: Ask) -> Response:
    """Do what the button says: save the decisions, fetch the list, or forget the files."""
    files = _files(ask)
    match ask.text("gor"):
        case "glom":
            ask.site.held.let_go(ask.parts["held"])
            return see_other("/ta-emot")
        case ("docx" | "csv") as form:
            return _list(ask, files, form)
        case _:
            return _save(ask, files)


def fetch(ask: Ask) -> Response:
    """Return the changes in Word: what was sent with everything tracked."""
    files = _files(ask)
    data = with_files(files, lambda paths: apart(report_of, ask.root, paths, "docx"))
    return download(data, f"andringar-{Path(files[0].name).stem}.docx", _FORMATS["docx"])


def _files(ask: Ask) -> tuple[Received, ...]:
    files = ask.site.held.get(ask.parts["held"])
    number = ask.parts.get("number", "")
    if not number:
        return files
    if not number.isdecimal() or not 0 < int(number) <= len(files):
        return ask.site.held.get("")
    return (files[int(number) - 1],)


def _changes(ask: Ask, files: Sequence[Received]) -> tuple[TakenBack, bool]:
    """Return what was done to `files`, read once as long as the workspace is as it is."""
    contents = " ".join(f"{file.name} {sha256(file.data).hexdigest()}" for file in files)

    def make() -> tuple[TakenBack, bool]:
        return with_files(files, lambda paths: apart(changes_of, ask.root, paths))

    return ask.site.remembered.get(f"ta-emot {contents}", make)


def _save(ask: Ask, files: tuple[Received, ...]) -> Response:
    result, _ = _changes(ask, files)
    chosen = {change.number: ask.text(f"b{change.number}") for change in result.changes}
    accepted = frozenset(number for number, said in chosen.items() if said == _ACCEPT)
    rejected = frozenset(number for number, said in chosen.items() if said == _REJECT)
    if not accepted | rejected:
        return _page(ask, files, [("Godta eller avvisa något först", "")])
    order = AcceptOrder(
        accepted, rejected, ask.text("utgava"), ask.text("skal"), ask.text("fran_dag")
    )
    try:
        made = with_files(files, lambda paths: apart(accepted_of, ask.root, paths, order))
    except AvtalsgenError as error:
        return _page(ask, files, [(_told(problem), "spara") for problem in error.problems])
    put(ask.root, made)
    left, signed = _changes(ask, files)
    return page(
        ask,
        "ta-emot/saved.html",
        made=made,
        uppdrag=result.uppdrag,
        accepted=len(accepted),
        rejected=len(rejected),
        left=len(left.changes) if made.edition == result.edition else 0,
        signed=signed,
        back=ask.path,
    )


def _told(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"{begin_sentence(problem.message)}{hint}"


def _list(ask: Ask, files: Sequence[Received], form: str) -> Response:
    result, _ = _changes(ask, files)
    answers = {each.change.number: _answer(each) for each in _opened(ask, result)}
    data = with_files(files, lambda paths: apart(report_of, ask.root, paths, form, answers))
    return download(data, f"svarslista-{result.uppdrag}.{form}", _FORMATS[form])


def _answer(change: OpenChange) -> OurReply:
    said = {_ACCEPT: "Ja.", _REJECT: "Nej."}.get(change.decision, "")
    return OurReply(change.judgement, " ".join(filter(None, (said, change.reply))), change.who)


def _opened(ask: Ask, result: TakenBack) -> list[OpenChange]:
    return [
        OpenChange(
            change,
            _KINDS[change.kind],
            "" if change.old in ("", None) else shown(change.old),
            "" if change.new in ("", None) else shown(change.new),
            ask.text(f"b{change.number}") or _LATER,
            ask.text(f"s{change.number}"),
            ask.text(f"o{change.number}"),
            ask.text(f"v{change.number}"),
        )
        for change in result.changes
    ]


def _page(
    ask: Ask, files: tuple[Received, ...], errors: Sequence[tuple[str, str]] = ()
) -> Response:
    result, signed = _changes(ask, files)
    opened = _opened(ask, result)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    values: dict[str, Any] = {
        "groups": _groups(opened, several=len(files) > 1),
        "counts": _counts(opened),
        "fields": {name: ask.text(name) for name in ("utgava", "skal", "fran_dag")},
    }
    return page(
        ask,
        "ta-emot/page.html",
        status=status,
        result=result,
        title=open_draft(ask.site.project, result.uppdrag, result.edition).title,
        signed=signed,
        files=files,
        held=ask.parts["held"],
        whole=len(files) == 1,
        several=len(ask.site.held.get(ask.parts["held"])) > 1,
        decisions=DECISIONS,
        errors=errors,
        **values,
    )


def _groups(
    opened: Sequence[OpenChange], *, several: bool
) -> list[tuple[str, str, str, list[OpenChange]]]:
    """Return the changes in the order in which a negotiator reads them, under their headings."""
    silent = [each for each in opened if not each.change.tracked and each.is_decided_here]
    clash = [each for each in silent if each.change.conflict]
    tracked = [each for each in opened if each.change.tracked and each.is_decided_here]
    clash += [each for each in tracked if each.change.conflict]
    beside = [each for each in opened if not each.is_decided_here]
    groups = (
        (
            "tysta",
            "Tysta ändringar",
            "Gjorda utan spårning. De syns inte i Word om man bara läser de markerade ändringarna.",
            [each for each in silent if not each.change.conflict],
        ),
        (
            "konflikter",
            *(_CLASH_OF_COPIES if several else _CLASH),
            clash,
        ),
        (
            "sparade",
            "Spårade ändringar",
            "",
            [each for each in tracked if not each.change.conflict],
        ),
        ("bredvid", "Kommentarer och formatering", "Ändrar ingen text.", beside),
    )
    return [group for group in groups if group[-1]]


def _counts(opened: Sequence[OpenChange]) -> list[tuple[int, str, str]]:
    """Return how many there are of each sort that a negotiator must know of, with its looks."""
    decided = [each for each in opened if each.is_decided_here]
    counts = (
        (sum(not each.change.tracked for each in decided), "bad", "tyst", "tysta"),
        (sum(bool(each.change.conflict) for each in decided), "warn", "i konflikt", "i konflikt"),
        (sum(each.change.tracked for each in decided), "", "spårad", "spårade"),
        (sum(each.change.kind == "kommentar" for each in opened), "", "kommentar", "kommentarer"),
        (
            sum(each.change.kind == "format" for each in opened),
            "plain",
            "formatering",
            "i formatering",
        ),
    )
    return [(n, kind, single if n == 1 else many) for n, kind, single, many in counts if n]


PAGE = WebPage(
    (
        Way("/ta-emot", start, take),
        Way("/ta-emot/{held}", show, decide),
        Way("/ta-emot/{held}/andringar.docx", fetch),
        Way("/ta-emot/{held}/{number}", show, decide),
    ),
    "Ta emot från Word",
    40,
)
