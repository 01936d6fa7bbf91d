"""The rooms, the arrows between them, and the size of what is in them."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.conftest import DEAREST

from avtalsgen.cli.group import COMMANDS
from avtalsgen.writers import WRITERS

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "avtalsgen"
LONGEST = 400
"""Lines; a longer file is split by what it holds."""
MOST = 16
"""Modules side by side in a folder; more want rooms of their own."""
CROWDED: set[str] = set()
"""Folders that have more still."""
NAMELESS = {"utils", "helpers", "common", "shared", "misc", "base", "core", "manager"}
"""Names that say nothing about what a module holds."""
WRITTEN = [
    file
    for folder in (SOURCE, ROOT / "tests", ROOT / "benchmarks")
    for file in sorted(folder.rglob("*"))
    if file.suffix in {".py", ".typ", ".css"}
]


@cache
def tree_of(file: Path) -> ast.Module:
    """Return what a file of Python says, which many tests go through."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def nodes_of(file: Path) -> tuple[ast.AST, ...]:
    """Return all that stands in the tree of a file, gone through once for all tests."""
    return tuple(ast.walk(tree_of(file)))


def of_source(file: Path) -> str:
    """Return the path of `file` from the root of the project."""
    return file.relative_to(ROOT).as_posix()


def test_a_file_holds_one_concept() -> None:
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in WRITTEN}
    assert {of_source(file) for file, count in lines.items() if count > LONGEST} == set()


def test_a_folder_holds_few_modules() -> None:
    """The door (`__init__`) does not count."""
    folders = {file.parent for file in SOURCE.rglob("*.py")}
    counts = {
        folder.relative_to(SOURCE).as_posix(): sum(
            not file.name.startswith("__") for file in folder.glob("*.py")
        )
        for folder in folders
    }
    assert {folder for folder, count in counts.items() if count > MOST} <= CROWDED


def test_a_module_is_named_for_what_it_holds() -> None:
    names = {part for file in SOURCE.rglob("*.py") for part in (file.stem, file.parent.name)}
    assert not names & NAMELESS


WAY_IN = {"__init__", "document"}
"""A reader's or an assembler's own way in, named alike in each room."""
ALIKE = 6
"""Modules of one name: with more a search finds any but the one."""


def test_few_modules_have_one_name() -> None:
    stems = Counter(file.stem for file in SOURCE.rglob("*.py") if "check/rules" not in str(file))
    assert {stem for stem, count in stems.items() if count > ALIKE} <= WAY_IN


LONG = 80
"""Signs of a pattern; a longer one is written in parts, each with what it is."""


def test_a_long_pattern_is_written_in_parts() -> None:
    long = [
        f"{of_source(file)}:{node.lineno}"
        for file in SOURCE.rglob("*.py")
        for node in nodes_of(file)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
        if pattern_length(node.args[0]) > LONG and "VERBOSE" not in ast.unparse(node)
    ]
    assert long == []


def pattern_length(pattern: ast.expr) -> int:
    """Return the signs of a pattern; one that is added up is in parts already."""
    if isinstance(pattern, ast.BinOp):
        return 0
    return sum(
        len(part.value)
        for part in ast.walk(pattern)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


def test_nothing_is_done_to_the_environment_when_the_program_is_loaded() -> None:
    code = "import os; before = dict(os.environ); import avtalsgen.cli.group; import sys; "
    code += "sys.exit(before != dict(os.environ))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


UNSEARCHABLE = {"found", "own", "each", "at", "one"}
"""Names of what a function holds that a search meets everywhere."""


def test_a_name_can_be_searched_for() -> None:
    """What a function holds has the word of its field; a comprehension tells what it goes over."""
    held = {
        f"{of_source(file)}:{line} {name}"
        for file in SOURCE.rglob("*.py")
        for line, name in _names_held(nodes_of(file))
    }
    assert not {where for where in held if where.rpartition(" ")[2] in UNSEARCHABLE}


def _names_held(nodes: tuple[ast.AST, ...]) -> Iterator[tuple[int, str]]:
    """Yield what the functions of a file bind, but not what comprehensions and lambdas do."""
    passing = {
        id(name)
        for node in nodes
        if isinstance(node, ast.comprehension | ast.Lambda)
        for name in ast.walk(node.target if isinstance(node, ast.comprehension) else node.args)
    }
    functions = (node for node in nodes if isinstance(node, ast.FunctionDef))
    for node in {inner for function in functions for inner in ast.walk(function)}:
        if id(node) in passing:
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.MatchAs) and node.name:
            yield node.lineno, node.name


def test_a_class_has_a_name_of_its_own() -> None:
    names = Counter(
        node.name.lstrip("_")
        for file in SOURCE.rglob("*.py")
        for node in tree_of(file).body
        if isinstance(node, ast.ClassDef)
    )
    assert not {name for name, times in names.items() if times > 1}


BESIDE = {
    "lato",
    "standing",
    "comparison",
    "dressed",
    "lone_page",
    "remarks",
    "calendar",
    "markup",
    "portfolio",
    "returned",
    "seats",
    "sheet",
    "spreadsheet",
    "terminal_table",
}
"""Views of what is no document, and what formats share."""


CALLED_BY_OTHERS = {
    *("convert", "list_commands", "get_command", "format_commands"),  # click
    *("apply_appearance", "create_stamp", "_update_meta"),  # pyHanko
    *("handle_object", "handle_eof"),  # pypdf
    "filter_stream",  # Jinja
}
"""Methods that a package of others calls by their names."""


def test_everything_that_is_written_is_used_by_the_program() -> None:
    """A name that only its own definition or a test has is dead; templates of pages use some."""
    files = list(SOURCE.rglob("*.py"))
    used = {name for file in files for name in _names_read(nodes_of(file))} | CALLED_BY_OTHERS
    for page in SOURCE.rglob("*.html"):
        used.update(re.findall(r"\w+", page.read_text(encoding="utf-8")))
    dead = [
        f"{of_source(file)}:{line} {name}"
        for file in files
        for line, name in _names_defined(file)
        if name not in used and not name.startswith("__")
    ]
    assert dead == []


def _names_read(nodes: tuple[ast.AST, ...]) -> Iterator[str]:
    """Yield what a file reads, also in a string that is no prose: a field, a quoted annotation."""
    for node in nodes:
        match node:
            case ast.Name(name, ast.Load()) | ast.Attribute(_, name, ast.Load()):
                yield name
            case ast.Constant(str(text)) if "\n" not in text and not text.endswith("."):
                yield from re.findall(r"\w+", text)


def _names_defined(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the functions and classes of a file, methods too, and its own private values."""
    for node in nodes_of(file):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name
    for node in tree_of(file).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                for name in ast.walk(target):
                    if isinstance(name, ast.Name) and name.id.startswith("_"):
                        yield node.lineno, name.id


def test_every_format_there_is_can_be_chosen() -> None:
    """A folder or module in writers/ is a format of documents, or one of `BESIDE`."""
    writers = SOURCE / "writers"
    there = {entry.stem for entry in writers.iterdir() if entry.name[0] not in "._"}
    tree = ast.parse((writers / "__init__.py").read_text(encoding="utf-8"))
    imported = {
        node.module.split(".")[2]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module
        and node.module.startswith("avtalsgen.writers.")
    }
    assert imported | BESIDE == {name for name in there if not name.startswith("__")}
    assert len(WRITERS) == len(imported - {"render"})


def test_every_room_has_a_sign_on_its_door() -> None:
    for file in SOURCE.rglob("__init__.py"):
        assert ast.get_docstring(tree_of(file)), of_source(file)


def test_every_command_is_a_file_and_every_file_a_command() -> None:
    files = (SOURCE / "cli" / "commands").rglob("*_command.py")
    assert {file.stem.removesuffix("_command") for file in files} == set(COMMANDS)


def test_every_room_is_on_the_map() -> None:
    the_map = (SOURCE / "README.md").read_text(encoding="utf-8")
    rooms = {file.parent.name for file in SOURCE.glob("*/__init__.py")}
    assert not {room for room in rooms if f"`{room}/`" not in the_map}


def test_every_package_of_others_is_fenced_to_its_rooms() -> None:
    """A package that a file of ours imports has a contract that says which rooms may."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    fenced = {name for each in contracts for name in each.get("protected_modules", ())}
    imported = set()
    for file in SOURCE.rglob("*.py"):
        for node in nodes_of(file):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    assert imported - sys.stdlib_module_names - {"avtalsgen"} == fenced


def test_a_problem_code_means_one_thing() -> None:
    """A code stands in one room, so that the handbook can say what it means."""
    rooms: dict[str, set[str]] = {}
    for file in SOURCE.rglob("*.py"):
        for code in re.findall(r'"([A-Z]{2}\d{2})"', file.read_text(encoding="utf-8")):
            rooms.setdefault(code, set()).add(file.relative_to(SOURCE).parts[0])
    spread = {code: where for code, where in rooms.items() if len(where) > 1}
    # Not there, met while reading and when asked for; a clause without an edition, told when the
    # day is known that decides which edition to name.
    assert spread.keys() == {"TY01", "UP01", "DI01"}, spread


def test_a_problem_code_is_met_by_some_test() -> None:
    tests = (file for kind in ("*.py", "*.md") for file in (ROOT / "tests").rglob(kind))
    named = {
        code
        for file in tests
        for code in re.findall(r"[A-Z]{2}\d{2}", file.read_text(encoding="utf-8"))
    }
    codes = {
        code
        for file in SOURCE.rglob("*.py")
        for code in re.findall(r'"([A-Z]{2}\d{2})"', file.read_text(encoding="utf-8"))
    }
    assert codes - named == set()


def test_what_is_run_first_is_there() -> None:
    assert [name for name in DEAREST if not (ROOT / "tests" / name).is_file()] == []
