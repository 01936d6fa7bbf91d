"""Workspaces to measure in: the library of this repository, with longer texts or more uppdrag."""

import re
import shutil
from pathlib import Path

from benchmarks.measure import REPOSITORY

_LOCKS = shutil.ignore_patterns("*.lock.json")
"""What is signed is locked to its words and its name, and a copy has others."""
_FRONT_MATTER = re.compile(r"\A(---\n.*?\n---\n)?(.*)\Z", re.DOTALL)
_PLAIN_LINE = re.compile(r"^(?![|#{\s]|$)(.*)$", re.MULTILINE)


def make(
    place: Path, slug: str, *, times: int = 1, copies: int = 1, source: Path = REPOSITORY
) -> list[str]:
    """Make a workspace at `place` with `copies` of the uppdrag `slug`, and return their slugs.

    Clauses and uppdrag are those of the checkout `source`.

    Every text is repeated `times`, so headings stay as many and text grows. No copy says the
    same as another: each has its own title, diarienummer and prose, so that nothing a program
    remembers of one gives it the next for free. Clauses are shared, as they are in real life.
    """
    shutil.copytree(source / "clauses", place / "clauses")
    for text in (place / "clauses").glob("*/*.md"):
        _repeat(text, times)
    slugs = [f"matning-{number}" for number in range(1, copies + 1)]
    for number, copy in enumerate(slugs, 1):
        folder = place / "uppdrag" / copy
        shutil.copytree(source / "uppdrag" / slug, folder, ignore=_LOCKS)
        for text in folder.glob("*/*.md"):
            _repeat(text, times)
            text.write_text(_PLAIN_LINE.sub(rf"\1 ({number})", text.read_text("utf-8")), "utf-8")
        for facts in folder.glob("*.yaml"):
            facts.write_text(_own_facts(facts.read_text("utf-8"), number), "utf-8")
    return slugs


def _repeat(text: Path, times: int) -> None:
    match = _FRONT_MATTER.match(text.read_text("utf-8"))
    assert match
    front, body = match[1] or "", match[2].strip("\n")
    text.write_text(front + "\n\n".join([body] * times) + "\n", "utf-8")


def _own_facts(yaml: str, number: int) -> str:
    yaml = re.sub(r"(?m)^titel:.*$", f"titel: Mätning {number}", yaml)
    return re.sub(r"(?m)^dnr:.*$", f"dnr: SON 2019-{number}", yaml)


def of_real_ones(place: Path, count: int) -> None:
    """Make a workspace at `place` with `count` editions: copies of every uppdrag there is.

    A copy is named for its number, also where its memos and tillägg point at it, so that a
    thousand editions hang together as the dozen do that they are copies of.
    """
    shutil.copytree(REPOSITORY / "clauses", place / "clauses")
    ours = REPOSITORY / "uppdrag"
    slugs = sorted(own.name for own in ours.iterdir() if own.is_dir())
    known = (f"{file.parent.name}@{re.escape(file.stem)}" for file in ours.glob("*/*.yaml"))
    named = re.compile(rf"\b(?=(?:{'|'.join(known)})(?![\w-]))({'|'.join(slugs)})@")
    made = number = 0
    while made < count:
        number += 1
        for slug in slugs:
            folder = place / "uppdrag" / f"{slug}-{number}"
            if made < count:
                shutil.copytree(REPOSITORY / "uppdrag" / slug, folder, ignore=_LOCKS)
            for facts in folder.glob("*.yaml"):
                text = named.sub(rf"\1-{number}@", facts.read_text("utf-8"))
                facts.write_text(text, "utf-8")
                made += 1
