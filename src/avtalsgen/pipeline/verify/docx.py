"""Whether and where a Word file differs from what was built."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.verify.comparison import COVER, Difference, Part, difference, parts
from avtalsgen.pipeline.verify.received import Source
from avtalsgen.pipeline.verify.verdict import Verdict, changed_in_file, changed_in_workspace, look
from avtalsgen.problems import Problem
from avtalsgen.readers.docx.own import properties
from avtalsgen.readers.docx.paragraphs import Paragraph, Revision, paragraphs
from avtalsgen.writers.docx.body.sections import own_mark

_PROPERTY = "avtalsgen.klausul."
_PRINTED = re.compile(r"tryckt=([0-9a-f]{64})")
_SHOWN = 60
"""How many characters of a tracked change are shown."""
_KINDS = {"added": "tillagt", "removed": "struket"}


def verify_docx(data: bytes, source: Source | None) -> Verdict:
    """Return what is known of a Word file, compared with the uppdrag that it is of, if known.

    A section is as it was built if its words have the digest that was written then. Tracked
    changes are read as accepted, and told of.

    Raises:
        AvtalsgenError: DX01 it is no Word file, or a broken one.
    """
    found = paragraphs(data)
    if source is None:
        return Verdict(problems=tuple(_tracked(found, ())))
    words = _words(found)
    every = [(_differences(words, document), document) for document in source.documents]
    different, document = min(every, key=lambda each: len(each[0]))
    built = _digests(data)
    as_built = [
        each
        for each in different
        if built.get(_mark(each.part)) == _digest(words.get(_mark(each.part), ()))
    ]
    problems = (
        *changed_in_file(each for each in different if each not in as_built),
        *changed_in_workspace(as_built),
        *_tracked(found, parts(document)),
    )
    return Verdict(source.name, (), different, problems)


def _differences(
    words: Mapping[str, tuple[str, ...]], document: Document
) -> tuple[Difference, ...]:
    """Return where each part differs, then each section that the workspace does not have."""
    expected = parts(document)
    places = [_mark(part) for part in expected]
    found = [difference(part, words.get(_mark(part), ())) for part in expected]
    for mark in words:
        if mark not in places:
            found.append(difference(Part(f"avsnittet ”{mark}”", mark, ()), words[mark]))
    return tuple(each for each in found if each)


def _words(found: Iterable[Paragraph]) -> Mapping[str, tuple[str, ...]]:
    """Return the words of each part of a file by the name of its mark."""
    words: dict[str, list[str]] = {}
    for paragraph in found:
        words.setdefault(_place(paragraph), []).extend(paragraph.text.split())
    return {mark: tuple(each) for mark, each in words.items()}


_COVER_MARK, _SIGNATURES_MARK = "<omslag>", "<underskrifter>"


def _place(paragraph: Paragraph) -> str:
    return paragraph.mark or (_SIGNATURES_MARK if paragraph.after else _COVER_MARK)


def _mark(part: Part) -> str:
    if part.anchor:
        return own_mark(part.anchor).removeprefix("_ag_")
    return _COVER_MARK if part.name == COVER else _SIGNATURES_MARK


def _digests(data: bytes) -> Mapping[str, str]:
    """Return the digest of the printed words of each section that was built."""
    return {
        name.removeprefix(_PROPERTY): match[1]
        for name, value in properties(data).items()
        if name.startswith(_PROPERTY) and (match := _PRINTED.search(value))
    }


def _digest(words: Iterable[str]) -> str:
    return sha256(" ".join(words).encode()).hexdigest()


def _tracked(found: Iterable[Paragraph], expected: Iterable[Part]) -> Iterator[Problem]:
    names = {_mark(part): part.name for part in expected}
    hint = "godta eller avslå ändringarna i Word"
    for paragraph in found:
        place = names.get(_place(paragraph), "filen")
        for revision in paragraph.revisions:
            yield look("VE12", f"{place}: spårad ändring, {_told(revision)}", hint)


def _told(revision: Revision) -> str:
    text = revision.text
    shown = f"{text[:_SHOWN]} …" if len(text) > _SHOWN else text
    by = f" av {revision.author}" if revision.author else ""
    return f"{_KINDS[revision.kind]}{by}: ”{shown}”"
