"""Where tracked changes stand in our lines, also in a line that somebody changed silently too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalsgen.model.returned.changes import ChangedSpan, ReturnedChange
from avtalsgen.takeback.paper.answering import Answers
from avtalsgen.takeback.paper.beside import WordEdit, after_edits, differing, side


def with_our_spans(changes: Sequence[ReturnedChange], answers: Answers) -> Iterator[ReturnedChange]:
    """Yield changes with their places in what was sent, by which those of several copies clash."""
    lines = {}
    for match in answers.matches:
        if len(match.olds) == len(match.news) == 1:
            ours, theirs = answers.old_line(match.olds[0]), answers.new_line(match.news[0])
            if ours.words != theirs.words:
                edits = differing(side([theirs]), side([ours]))
                lines[theirs.words] = ours.words, edits
    for change in changes:
        told = change.tracked and any(line in lines for line, _, _ in change.spans)
        yield (
            replace(change, spans=tuple(_ours(s, lines) for s in change.spans)) if told else change
        )


def _ours(span: ChangedSpan, lines: dict[str, tuple[str, list[WordEdit]]]) -> ChangedSpan:
    line, start, end = span
    if line not in lines:
        return span
    words, edits = lines[line]
    first = after_edits(start, edits, end=False)
    return words, first, max(first, after_edits(end, edits, end=True))
