"""The list of formats is the whole truth about them."""

import os
import subprocess
import sys

from tests.battery import BATTERY

from avtalsgen.model.profile import Profile
from avtalsgen.writers import WRITERS
from avtalsgen.writers.render import Render


def test_formats_come_in_the_order_they_are_offered() -> None:
    assert list(WRITERS) == ["docx", "pdf", "html", "md", "txt", "json"]


def test_a_format_is_named_as_its_files_end() -> None:
    assert all(writer.suffix == f".{name}" for name, writer in WRITERS.items())


def test_every_format_of_text_ends_in_a_newline_and_has_no_carriage_return() -> None:
    for name in ("html", "md", "txt", "json"):
        written = WRITERS[name].write(BATTERY, Render(Profile("Provkommunen")))
        assert written.endswith(b"\n")
        assert b"\r" not in written


def test_a_text_is_written_without_loading_word_or_typst() -> None:
    """A fresh process, because in this one other tests have loaded them."""
    program = (
        "import sys; from avtalsgen.writers import WRITERS; "
        "print(sorted({'typst', 'docx', 'docxtpl', 'pikepdf', 'lxml'} & set(sys.modules)))"
    )
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.stdout.strip() == "[]"
