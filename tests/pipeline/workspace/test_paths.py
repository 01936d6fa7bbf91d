"""The path guard."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.pipeline.workspace.paths import is_plain, segments

crafted = st.lists(
    st.sampled_from(
        [*"./\\:~ $", "..", "a", "å", "a\u030a", "CON", "nul", "com1", ".md", "C:", "\0", "\ud800"]
    )
).map("".join)


@given(crafted | st.text())
def test_a_path_that_is_let_through_stays_inside_on_every_system(path: str) -> None:
    try:
        names = segments(path)
    except PermissionError:
        return
    windows = PureWindowsPath("C:/arbetsyta").joinpath(*names)
    assert windows.parts == ("C:\\", "arbetsyta", *names)
    assert PurePosixPath("/arbetsyta").joinpath(*names).parts == ("/", "arbetsyta", *names)
    assert not {".", "..", ""} & set(names)


@given(crafted | st.text())
def test_the_guard_lets_its_own_answer_through(path: str) -> None:
    try:
        names = segments(path)
    except PermissionError:
        return
    assert segments("/".join(names)) == names


@given(crafted | st.text())
def test_a_refusal_can_be_printed_on_any_terminal(path: str) -> None:
    try:
        segments(path)
    except PermissionError as refusal:
        said = str(refusal)
    else:
        said = ""
    assert said.isprintable()
    assert said.encode().decode() == said


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("", ()),
        (".", ()),
        ("clauses", ("clauses",)),
        ("clauses/lex-sarah/2019.md", ("clauses", "lex-sarah", "2019.md")),
        ("./clauses//lex-sarah/", ("clauses", "lex-sarah")),
        ("fra\u030agor.md", ("frågor.md",)),
        ("..dold", ("..dold",)),
        ("console.md", ("console.md",)),
    ],
)
def test_a_path_is_names_from_the_root(path: str, names: tuple[str, ...]) -> None:
    assert segments(path) == names


@pytest.mark.parametrize("path", ["..", "../x", "a/../b", "a/..", "./.."])
def test_a_path_does_not_go_up(path: str) -> None:
    with pytest.raises(PermissionError, match="leder ut ur arbetsytan"):
        segments(path)


@pytest.mark.parametrize("path", ["/", "/etc/passwd", "//server/share/x"])
def test_a_path_is_not_absolute(path: str) -> None:
    with pytest.raises(PermissionError, match="absolut sökväg"):
        segments(path)


@pytest.mark.parametrize(
    "path",
    [
        *("C:", "C:/x", "c:x", "a\\b", "..\\x", "\\\\server\\share", "\\\\?\\C:\\x", "x.md:ström"),
        *("CON", "nul.txt", "a/AUX", "lpt9.md", "COM¹", "conin$", "NUL .txt", "x.", "x ", "x\0.md"),
        *("x\n", "\x1b[2J", "\ud800", "a" * 256, "å" * 128),
    ],
)
def test_a_name_that_some_system_takes_for_something_else_is_refused(path: str) -> None:
    with pytest.raises(PermissionError, match="fungerar på alla datorer"):
        segments(path)


def test_a_path_is_not_longer_than_paths_are() -> None:
    with pytest.raises(PermissionError, match="för lång: 1001 tecken"):
        segments("a/" * 500 + "a")


def test_a_plain_name_is_one_that_the_guard_lets_through() -> None:
    assert is_plain("2021-dialog.md")
    assert not is_plain("prn")
