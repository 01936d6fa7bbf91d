"""The clause library that comes with the program."""

from pathlib import Path


def starter_clauses() -> Path:
    """Return the clauses inside the installed package, or of the checkout that it runs from."""
    package = Path(__file__).parents[2]
    installed = package / "starter" / "clauses"
    return installed if installed.is_dir() else package.parents[1] / "clauses"


def word_shell() -> bytes:
    """Return the Word shell that comes with the program, for who stands in no workspace."""
    return (starter_clauses() / "profil" / "mall.docx").read_bytes()
