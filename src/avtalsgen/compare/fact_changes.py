"""Facts beside facts, where both documents are made of any."""

from collections.abc import Iterator, Mapping

from avtalsgen.model import walk
from avtalsgen.model.comparison import FactChange
from avtalsgen.model.nodes import Document, Gap, Inline, Value


def changed_facts(
    old: Document, new: Document, old_facts: Mapping[str, str], new_facts: Mapping[str, str]
) -> tuple[FactChange, ...]:
    """Return each fact that is not the same, by its path.

    The facts of a document are those given and those it prints; one that it has a gap for is
    empty. Nothing where one of the documents is not made of facts.
    """
    olds, news = {**_printed(old), **old_facts}, {**_printed(new), **new_facts}
    if not olds or not news:
        return ()
    paths = sorted({*olds, *news})
    pairs = ((path, olds.get(path, ""), news.get(path, "")) for path in paths)
    return tuple(FactChange(*pair) for pair in pairs if pair[1] != pair[2])


def _printed(document: Document) -> dict[str, str]:
    """Return the facts that `document` prints, each as it is printed first."""
    printed: dict[str, str] = {}
    for content in _contents(document):
        for leaf in walk.leaves(content):
            if isinstance(leaf, Value):
                printed.setdefault(leaf.path, leaf.text)
            elif isinstance(leaf, Gap):
                printed.setdefault(leaf.path, "")
    return printed


def _contents(document: Document) -> Iterator[tuple[Inline, ...]]:
    cover = document.cover
    yield from (cover.title, cover.subtitle, *(row.content for row in cover.rows))
    for section in walk.sections(document):
        yield section.heading
        for block in section.blocks:
            yield from walk.runs(block)
    for signatory in document.signatures.signatories if document.signatures else ():
        yield from (signatory.organisation, signatory.name, signatory.title)
