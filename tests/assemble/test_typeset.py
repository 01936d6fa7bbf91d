"""A sum stays on one line also where a fact and the words beside it make it."""

from dataclasses import replace

from hypothesis import given
from tests.sample import document
from tests.strategies import documents

from avtalsgen.assemble.typeset import typeset
from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, Paragraph, Strong, Text, Value
from avtalsgen.pipeline.lock.printed import printed_lines


def test_a_number_and_its_unit_may_be_of_two_nodes() -> None:
    content = (Text("högst "), Strong((Value("20 000", "belopp"),)), Text(" kronor enligt 3 §"))
    section = replace(document().sections[0], blocks=(Paragraph(content),))
    made = typeset(replace(document(), sections=(section,)))
    (block,) = made.sections[0].blocks
    assert block == Paragraph(
        (
            Text("högst "),
            Strong((Value("20\u00a0000", "belopp"),)),
            Text("\u00a0kronor enligt 3\u00a0§"),
        )
    )


@given(documents())
def test_no_word_is_another(drawn: Document) -> None:
    made = typeset(drawn)
    assert plain.words(made) == plain.words(drawn)
    assert printed_lines(made) == printed_lines(drawn)
    assert len(list(walk.sections(made))) == len(list(walk.sections(drawn)))
