"""Lines that are several: a heading and the text that stands in one paragraph with it.

§ 2 Delegering ↵ Nämnden får …      a bold lead with a number, a line break, the text
1.1 Avtalet gäller från den 1 …     a whole sentence in the style of a heading: its number is
                                    that of a section without a heading, and it is its text
Uppdraget upphör om ↵ a) … ↵ b) …   a list that somebody broke by hand
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalsgen.model import plain
from avtalsgen.model.nodes import Inline, LineBreak, Paragraph, Strong
from avtalsgen.readers.recognise.cutting import stripped, without
from avtalsgen.readers.recognise.line import Line
from avtalsgen.readers.recognise.line import line as line_of
from avtalsgen.readers.recognise.line_words import is_name, is_sentence
from avtalsgen.readers.recognise.lists import typed as typed_item
from avtalsgen.readers.recognise.numbers import is_of_law, typed
from avtalsgen.readers.recognise.page_words import PageWords

_UNSEEN = " \t\n\u00a0\u200b\u2060"
_FEWEST_ITEMS = 2


def parted(lines: Sequence[Line], words: PageWords) -> Iterator[Line]:
    """Yield `lines`, those that are a heading and a text as two, and no heading that is empty."""
    for line in lines:
        if line.level and not (line.number or line.anchor or any(map(str.isalnum, line.text))):
            if line.text.strip(_UNSEEN):
                yield replace(line, level=0)
            continue
        sentence = bool(line.level) and not line.part and is_sentence(line.text, words)
        match line.block:
            case Paragraph() as block if sentence:
                yield from _numbered_sentence(line, block)
            case Paragraph() as block if not line.level and not line.item and not line.part:
                items = _items(block)
                if items:
                    yield from (_of_words(line, block, item) for item in items)
                else:
                    yield from _bold_lead(line, block, words)
            case _:
                yield line


def _numbered_sentence(line: Line, block: Paragraph) -> Iterator[Line]:
    number = typed(line.text.strip())
    words = block.content
    if not line.number and number:
        lead = len(line.text) - len(line.text.lstrip())
        words = stripped(without(words, lead + len(number.number)))
    printed = line.number or (number.number if number else "")
    text = plain.text(words)
    if printed:
        yield replace(line, block=replace(block, content=()), text="", number=printed)
        yield Line(replace(block, content=words), text, size=1.0, indent=line.indent)
    else:
        yield replace(line, level=0)


def _bold_lead(line: Line, block: Paragraph, words: PageWords) -> Iterator[Line]:
    lead, rest = _parts(block.content)
    text = plain.text(lead).strip()
    number = typed(text) if rest else None
    if number is None:
        yield line
        return
    if not (is_name(number.rest, words) or _alone(number.number, text)):
        yield line
        return
    yield replace(line, block=replace(block, content=lead), text=text, bold=True)
    yield replace(_of_words(line, block, rest), number="", anchor="", after_break=False)


def _of_words(line: Line, block: Paragraph, words: tuple[Inline, ...]) -> Line:
    return replace(line, block=replace(block, content=words), text=plain.text(words))


def _items(block: Paragraph) -> list[tuple[Inline, ...]]:
    """Return the words of each line of a paragraph that is a list, its lead first if it has one.

    Nothing is returned of another one: two items at least come last, each with its sign.
    """
    if not any(isinstance(inline, LineBreak) for inline in block.content):
        return []
    lines: list[tuple[Inline, ...]] = [()]
    for inline in block.content:
        if isinstance(inline, LineBreak):
            lines.append(())
        else:
            lines[-1] = (*lines[-1], inline)
    said = [stripped(each) for each in lines if plain.text(each).strip()]
    signed = [typed_item(line_of(Paragraph(each))).item is not None for each in said]
    return said if len(said) > _FEWEST_ITEMS - (signed[:1] == [True]) and all(signed[1:]) else []


def _alone(number: str, text: str) -> bool:
    return is_of_law(number) and number.strip() == text


def _parts(content: Sequence[Inline]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Return bold words up to a line break and what stands after it; nothing of other words."""
    for place, inline in enumerate(content):
        match inline:
            case LineBreak() if place:
                return tuple(content[:place]), stripped(tuple(content[place + 1 :]))
            case Strong((*words, LineBreak())) if words:
                return (*content[:place], Strong(tuple(words))), tuple(content[place + 1 :])
            case Strong():
                continue
            case _ if plain.text((inline,)).strip():
                return (), ()
            case _:
                continue
    return (), ()
