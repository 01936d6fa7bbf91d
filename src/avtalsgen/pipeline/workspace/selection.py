"""What the user named on the command line to editions of uppdrag."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.source import Files
from avtalsgen.uppdrag import directory
from avtalsgen.uppdrag.directory import split_day

if TYPE_CHECKING:
    from avtalsgen.readers.yaml.tree import Branch

_SIDE_TYPES = (
    *("tillagg@", "tjansteskrivelse@", "protokollsutdrag@", "anslag@", "indexbrev@"),
    *("korthet@", "anslag-protokoll@"),
)
"""Types of ours that are about an uppdrag, also where their files are not there."""

FIRST = "avtalsgen new verksamhetsuppdrag MITT-UPPDRAG"
"""What to type in a workspace without uppdrag."""
NAMED = "skriv uppdraget som slug@utgåva, som avtalsgen list visar dem"
"""What to type where the path of a file is that of no uppdrag."""


def select(files: Workspace, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return slug and edition for each of `names`, once each; every edition when none is named.

    A name is `slug@utgåva`, `slug@utgåva:dag` (the text in force on a day), `slug` (its newest
    edition that is no tillägg or memo), or the path of a file `uppdrag/SLUG/UTGÅVA.yaml`.

    Raises:
        AvtalsgenError: UP01, UP02 or UP05 for each name that is nothing, exit code 66.
    """
    chosen: dict[tuple[str, str], None] = {}
    problems: list[Problem] = []
    asked = tuple(names)
    if not asked:
        every = [(s, e) for s in directory.slugs(files) for e in directory.editions(files, s)]
        if not every:
            hint = f"gör ett med: {FIRST}"
            message = "arbetsytan har inget uppdrag"
            raise AvtalsgenError([Problem("UP05", message, hint=hint, exit=Exit.NOT_FOUND)])
        return tuple(every)
    for name in asked:
        try:
            chosen[_one(files, name)] = None
        except AvtalsgenError as error:
            problems.extend(error.problems)
    if problems:
        raise AvtalsgenError(problems)
    return tuple(chosen)


def newest(files: Files, slug: str) -> str:
    """Return the newest edition of `slug` that is no tillägg or memo, by its id.

    Raises:
        AvtalsgenError: UP01 no such uppdrag, UP05 it has only tillägg and memos.
    """
    editions = _editions(files, slug)
    main = [
        edition for edition in editions if not is_about_another(files, _type(files, slug, edition))
    ]
    if editions and not main:
        hint = f"skriv {slug}@{editions[-1]}"
        message = f"{slug} har inget uppdrag, bara handlingar om uppdrag"
        raise AvtalsgenError([Problem("UP05", message, hint=hint, exit=Exit.NOT_FOUND)])
    if not main:
        directory.must_exist(files, slug, "", None)
    return main[-1]


def is_about_another(files: Files, type_: str) -> bool:
    """Return whether documents of a type (`typ@utgåva`) are about an uppdrag and none themselves.

    A slug alone never means one of them. A type of one's own says so in its file, with `ärver`
    or `bas: ja`.
    """
    if type_.startswith(_SIDE_TYPES):
        return True
    from avtalsgen.clauses.document_type import FOLDER as TYPES  # 70 ms, for types of one's own

    id_, _, edition = type_.partition("@")
    if edition and f"{edition}.yaml" in files.names(f"{TYPES}/{id_}"):
        tree = _read(files, f"{TYPES}/{id_}/{edition}.yaml")
        return tree is not None and ("ärver" in tree.entries or _has_base(tree))
    return False


def _has_base(type_: "Branch") -> bool:
    from avtalsgen.readers.yaml.tree import Scalar  # as in `_type`

    base = type_.entries.get("bas")
    return isinstance(base, Scalar) and base.text == "ja"


def _one(files: Workspace, name: str) -> tuple[str, str]:
    if name.endswith((".yaml", ".yml")):
        return _by_path(files, name)
    slug, separator, edition = name.partition("@")
    if not separator:
        return slug, newest(files, slug)
    _editions(files, slug)
    directory.must_exist(files, slug, split_day(edition)[0], None)
    return slug, edition


def _by_path(files: Workspace, name: str) -> tuple[str, str]:
    path = Path(os.path.abspath(name))  # noqa: PTH100 - takes away .. and keeps links
    inside = path.is_relative_to(files.root.absolute())
    parts = path.relative_to(files.root.absolute()).parts if inside else ()
    if len(parts) != 3 or parts[0] != directory.FOLDER or not path.is_file():
        hint = NAMED
        message = f"{name} är ingen fil med ett uppdrag i arbetsytan"
        raise AvtalsgenError([Problem("UP05", message, hint=hint, exit=Exit.NOT_FOUND)])
    return parts[1], path.stem


def _editions(files: Files, slug: str) -> tuple[str, ...]:
    if not directory.SLUG.fullmatch(slug):
        message = f"”{slug}” är inget uppdrag"
        hint = "avtalsgen list visar uppdragen"
        raise AvtalsgenError([Problem("UP01", message, hint=hint, exit=Exit.NOT_FOUND)])
    return directory.editions(files, slug)


def _type(files: Files, slug: str, edition: str) -> str:
    from avtalsgen.readers.yaml.tree import Scalar  # who names the edition needs no parser

    tree = _read(files, directory.path_of(slug, edition))
    type_ = tree.entries.get("typ") if tree else None
    return type_.text if isinstance(type_, Scalar) else ""


def _read(files: Files, path: str) -> "Branch | None":
    """Return what a file holds; nothing of one that cannot be read, which its build tells of."""
    from avtalsgen.readers.written import read_text  # as in `_type`
    from avtalsgen.readers.yaml.read import read_yaml

    try:
        return read_yaml(read_text(files, path), path)[0]
    except AvtalsgenError:
        return None
