"""The house style as lawyers write it: `clauses/profil/profil.yaml`."""

import re

from avtalsgen.model.profile import Colours, Profile
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.tree import read_yaml
from avtalsgen.source import Files
from avtalsgen.swedish.numbers import parse_number

FILE = "clauses/profil/profil.yaml"
SHELL = "clauses/profil/mall.docx"
"""The Word file whose cover, header and footer are filled in."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def read_profile(files: Files) -> Profile:
    """Return the house style of the workspace.

    Raises:
        AvtalsgenError: PR01 for each key that is wrong.
    """
    tree, _ = read_yaml(read_text(files, FILE), FILE)
    problems: list[Problem] = []
    keys = Keys(tree, problems, "PR01")
    profile = Profile(
        keys.text("organisation", required=True),
        keys.text("teckensnitt") or Profile.font,
        _size(keys),
        _colours(keys),
        keys.texts("adress"),
        keys.text("sidfot"),
    )
    keys.done()
    if problems:
        raise AvtalsgenError(problems)
    return profile


def _size(keys: Keys) -> float:
    written = keys.text("grad")
    try:
        size = float(parse_number(written)) if written else Profile.size
    except ValueError:
        size = 0.0
    if not 9 <= size <= 14:
        hint = "skriv grad: 10,5"
        keys.problem(f"graden är ”{written}”, väntade 9–14 punkter", keys.origin("grad"), hint)
    return size


def _colours(keys: Keys) -> Colours:
    below = keys.below("färger")
    if below is None:
        return Colours()
    standard = Colours()
    found = {}
    for field, key in (
        ("accent", "accent"),
        ("text", "text"),
        ("muted", "dämpad"),
        ("rule", "linje"),
    ):
        written = below.text(key)
        if written and not _COLOUR.fullmatch(written):
            below.problem(f"färgen är ”{written}”", below.origin(key), f'skriv {key}: "#1B4B72"')
        found[field] = written or getattr(standard, field)
    below.done()
    return Colours(**found)
