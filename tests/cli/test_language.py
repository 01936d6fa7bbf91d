"""What click says, in Swedish."""

import gettext
import io
import string
from pathlib import Path

import click
import pytest
from tests.cli.gettext_files import as_mapping, compile_mo, messages_in, read_po

import avtalsgen.cli

FOLDER = Path(avtalsgen.cli.__file__).with_name("locale") / "sv" / "LC_MESSAGES"
MESSAGES = read_po((FOLDER / "messages.po").read_text(encoding="utf-8"))


def test_the_compiled_file_is_what_the_readable_one_compiles_to(*, rewrite: bool) -> None:
    compiled = compile_mo(MESSAGES)
    if rewrite:
        (FOLDER / "messages.mo").write_bytes(compiled)
    assert (FOLDER / "messages.mo").read_bytes() == compiled


def test_everything_that_click_says_has_a_translation() -> None:
    said = set(messages_in(Path(click.__file__).parent))
    assert len(said) > 50
    assert said - as_mapping(MESSAGES).keys() == set()


def test_every_message_has_as_many_forms_in_swedish() -> None:
    assert [m for m, translation in MESSAGES if len(m) != len(translation)] == []
    assert [m for m, translation in MESSAGES if not all(translation)] == []


@pytest.mark.parametrize("message", MESSAGES[1:], ids=lambda message: message[0][0][:40])
def test_a_translation_fills_in_only_what_the_message_does(
    message: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    said = {
        None,
        *(name for text in message[0] for _, name, _, _ in string.Formatter().parse(text)),
    }
    for text in message[1]:
        assert {name for _, name, _, _ in string.Formatter().parse(text)} <= said


@pytest.mark.parametrize(
    ("count", "says"),
    [(1, "ett argument för mycket: {args}"), (2, "flera argument för mycket: {args}")],
)
def test_python_reads_our_file_as_gettext_does(count: int, says: str) -> None:
    catalogue = gettext.GNUTranslations(io.BytesIO(compile_mo(MESSAGES)))
    one, many = "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"
    assert catalogue.gettext("Usage:") == "Skriv så här:"
    assert catalogue.ngettext(one, many, count) == says


def test_a_message_over_several_lines_is_read() -> None:
    text = '# note\nmsgid ""\n"one "\n"two"\nmsgstr "ett två"\n'
    assert read_po(text) == ((("one two",), ("ett två",)),)
