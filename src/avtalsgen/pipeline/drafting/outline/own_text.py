"""A text of the uppdrag's own: opened, seen as it would be printed, and saved where it belongs.

rubrik: Målgrupp                       gets its first text, and a line text: in the outline
rubrik: Målgrupp, text: 2026/…md       the file is written anew
klausul: …, avvikelse: {text: …}       so is that of a wording of the uppdrag's own
"""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from avtalsgen.clauses.outline import Entry
from avtalsgen.clauses.template import parse_template
from avtalsgen.model import walk
from avtalsgen.model.nodes import Section
from avtalsgen.pipeline.drafting.draft import Draft, etag_of, open_draft
from avtalsgen.pipeline.drafting.outline.entries import (
    OUTLINE,
    UNDER,
    Place,
    entry_at,
    no_entry,
    owning,
)
from avtalsgen.pipeline.drafting.outline.rewriting import seen_with
from avtalsgen.pipeline.drafting.saving.save import other_saved, refuse_locked
from avtalsgen.pipeline.drafting.seen.seen import SeenDraft
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.turn import turn
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.blocks import edited_key
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag import directory


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of an uppdrag's own, as it stands."""

    heading: str
    path: str
    """Of its file in the workspace, or of the one that it gets."""
    text: str
    etag: str
    """Of the text; of none where there is none yet."""
    is_new: bool
    """The outline does not name it yet."""
    entry: Entry


def open_own_text(draft: Draft, place: Place) -> OwnText:
    """Return the text that an entry of the outline has or gets.

    Raises:
        AvtalsgenError: UP16 there is no entry with a text of its own; its file cannot be read.
    """
    draft = owning(draft)
    entry = entry_at(draft.uppdrag().outline, place)
    if entry is None or (entry.clause and not entry.deviation):
        raise no_entry(draft)
    file = entry.deviation.file if entry.deviation else entry.file
    heading = entry.heading_text or entry.clause
    if not file:
        path = f"{directory.FOLDER}/{draft.slug}/{free_name(draft, heading)}"
        return OwnText(heading, path, "", etag_of(b""), is_new=True, entry=entry)
    path = f"{directory.FOLDER}/{draft.slug}/{file}"
    text = _written(draft.project, path)
    return OwnText(heading, path, text, etag_of(text.encode()), is_new=False, entry=entry)


def see_own_text(draft: Draft, place: Place, text: str) -> tuple[SeenDraft, Section | None]:
    """Return an edition with a text of its own in other words, and the section that has it.

    Raises:
        AvtalsgenError: as `open_own_text`; everything that is wrong in the text.
    """
    draft = owning(draft)
    opened_text = open_own_text(draft, place)
    files = _files(draft, opened_text, place, text)
    seen = seen_with(draft, {draft.file: draft.text.encode(), **files})
    if seen.text is None:
        return seen, None
    entry = entry_at(seen.text.outline, place)
    sections = walk.sections(seen.text.document)
    return seen, next((e for e in sections if entry and e.origin == entry.origin), None)


def save_own_text(root: Path, slug: str, edition: str, place: Place, etag: str, text: str) -> None:
    """Save a text of an uppdrag's own that was opened when it had `etag`.

    Raises:
        AvtalsgenError: as `see_own_text`; UP15 the edition is signed, UP17 somebody has saved
            the text since; the disk does not take it.
    """
    with turn(root / directory.FOLDER / slug):
        draft = open_draft(open_project(root), slug, edition)
        refuse_locked(draft)
        opened_text = open_own_text(draft, place)
        if opened_text.etag != etag:
            raise other_saved(opened_text.path)
        files = _files(owning(draft), opened_text, place, text)
        workspace = Workspace(root)
        atomic.write_all({workspace.locate(path): data for path, data in files.items()})


def _files(draft: Draft, opened_text: OwnText, place: Place, text: str) -> Mapping[str, bytes]:
    """Return the files that a text makes, by path; raises what is wrong in it."""
    whole = "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"
    _, _, problems = parse_template(whole, opened_text.path, 1, draft.project.parameters)
    if problems:
        raise AvtalsgenError(problems)
    files = {opened_text.path: whole.encode()}
    if opened_text.is_new:
        name = opened_text.path.removeprefix(f"{directory.FOLDER}/{draft.slug}/")
        files[draft.file] = edited_key(draft.text, OUTLINE, _naming(place, name)).encode()
    return files


def _naming(place: Place, name: str) -> Callable[[Any], Any]:
    """Return what puts the name of a text into the entry at a place of an outline."""

    def edit(outline: Any) -> Any:
        items, item = outline, None
        for index in place:
            item = items[index]
            items = item.get(UNDER) if isinstance(item, dict) else None
        assert isinstance(item, dict)
        item["text"] = name
        return outline

    return edit


def _written(project: Project, path: str) -> str:
    """Return a text, nothing while there is no file of it."""
    folder, _, name = path.rpartition("/")
    return read_text(project.files, path) if name in project.files.names(folder) else ""


def free_name(draft: Draft, heading: str, taken: Collection[str] = ()) -> str:
    """Return a name of a file for a text under a heading, which no text of the edition has.

    Those that are `taken` besides are not there yet.
    """
    there = draft.project.files.names(f"{directory.FOLDER}/{draft.slug}/{draft.edition}")
    stem, number = fold(heading), 1
    while (name := f"{stem}{'' if number == 1 else f'-{number}'}.md") in there or (
        f"{draft.edition}/{name}" in taken
    ):
        number += 1
    return f"{draft.edition}/{name}"
