"""A hint is typed as it stands: none has a hole in it that only a reader can fill."""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src/avtalsgen"
HOLES = ("…", "...", "{% if … %}")


def told(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of every hint: what a name or a keyword `hint` is given."""
    named = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        given: list[ast.expr] = []
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "hint" for target in node.targets
        ):
            given.append(node.value)
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            given += [keyword.value for keyword in node.keywords if keyword.arg == "hint"]
            given += node.args[2:] if name in ("problem", "forbidden") else []
        for value in given:
            if isinstance(value, ast.Name):
                value = named.get(value.id, value)
            yield from (
                (text.lineno, text.value)
                for text in ast.walk(value)
                if isinstance(text, ast.Constant) and isinstance(text.value, str)
            )


def test_no_hint_has_a_hole() -> None:
    hints = [
        (f"{file.relative_to(SOURCE)}:{line}", words)
        for file in SOURCE.rglob("*.py")
        for line, words in told(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert len(hints) > 300
    assert [hint for hint in hints if any(hole in hint[1] for hole in HOLES)] == []
