"""What a check found, in files: a report, comments in Word, SARIF."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from avtalsgen import __version__
from avtalsgen.check.rule import AnyRule
from avtalsgen.check.rules import rules, rules_among
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import DEFAULT
from avtalsgen.pipeline.output.delivery import Delivery, Refusal
from avtalsgen.pipeline.output.views import TERMINAL, Content, View
from avtalsgen.pipeline.workspace.starter import word_shell
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Remark
from avtalsgen.records import dataclass
from avtalsgen.writers import WRITERS
from avtalsgen.writers.remarks.report import report
from avtalsgen.writers.remarks.sarif import to_sarif
from avtalsgen.writers.render import Render

_FOREIGN: Final = Refusal(
    "KX01", "finns redan", "välj ett annat namn med --out, eller skriv över med --force"
)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A document that was checked, and its bytes if it is a Word file.

    Of one among many only the name is kept.
    """

    name: str
    document: Document | None
    word: bytes | None


@dataclass(frozen=True, slots=True)
class CheckShown:
    """What is to be shown: the remarks, the documents, and the day of the check."""

    remarks: Sequence[Remark]
    files: Sequence[CheckedFile]
    day: str


def _report(format_: str, shown: CheckShown) -> Content:
    document = report(shown.remarks, [file.name for file in shown.files], shown.day)
    return Content(WRITERS[format_].write(document, Render(DEFAULT)))


def _sarif(shown: CheckShown) -> Content:
    every: tuple[AnyRule, ...] = (*rules(), *rules_among())
    pages = {rule.code: rule.page for rule in every}
    return Content(to_sarif(shown.remarks, pages, __version__))


def _word(shown: CheckShown) -> Content:
    """Return the one document that was checked as a Word file with comments.

    Raises:
        AvtalsgenError: KX02 there are several.
    """
    if len(shown.files) != 1:
        hint = "ange en handling, eller välj html"
        problem = Problem("KX02", "kommentarer skrivs i en handling", hint=hint, exit=Exit.USAGE)
        raise AvtalsgenError([problem])
    from avtalsgen.writers.docx.commented import WordComment, with_comments  # loads python-docx

    (file,) = shown.files
    data = file.word
    if data is None:
        assert file.document is not None
        data = WRITERS["docx"].write(file.document, Render(DEFAULT, word_shell()))
    comments = [
        WordComment(place.quote, place.context, _said(remark))
        for remark in shown.remarks
        for place in (remark.place, *remark.also)
    ]
    return Content(with_comments(data, comments))


def _said(remark: Remark) -> str:
    hint = f"\nTips: {remark.hint}" if remark.hint else ""
    return f"{remark.code} {remark.severity}: {remark.message}{hint}"


VIEWS: Mapping[str, View[CheckShown]] = MappingProxyType(
    {
        TERMINAL: View("skärm", "", lambda _: Content(b"")),
        "html": View("webbsida", ".html", partial(_report, "html")),
        "md": View("Markdown", ".md", partial(_report, "md")),
        "docx": View("Word med kommentarer", ".docx", _word, readable=False),
        "sarif": View("SARIF", ".sarif", _sarif),
    }
)
"""The forms that a check can be shown in; the terminal is written by the command."""


def deliver(data: bytes, out: Path, *, force: bool) -> None:
    """Write a view into `out`.

    Raises:
        AvtalsgenError: KX01 somebody else's file is there; as `Delivery.put`.
    """
    delivery = Delivery((out,), _FOREIGN, force)
    delivery.refuse_changed()
    delivery.put({out: data})
