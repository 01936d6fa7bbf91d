"""Every word of every document has a source, and the source has the word."""

import random

import pytest
from tests.documents.every import NAMES, ROOT, document

from avtalsgen.model import plain, trace
from avtalsgen.pipeline.survey.trace import places
from avtalsgen.pipeline.survey.trace import trace as find

every = pytest.mark.parametrize("name", NAMES)
WRITTEN = {"klausul", "avvikelse", "prosa", "rubrik"}


@every
def test_the_lines_that_are_traced_are_the_lines_that_are_printed(name: str) -> None:
    assert [line.text for line in trace.lines(document(name))] == list(plain.lines(document(name)))


@every
def test_every_piece_has_a_source_that_can_be_opened(name: str) -> None:
    for line in trace.lines(document(name)):
        for piece in line.pieces:
            source = piece.source
            assert source.name
            if source.kind in {*WRITTEN, "faktum", "register"} and source.name != "bilagor":
                assert source.origin is not None, (line.text, source)
                assert (ROOT / source.origin.file).is_file()


@every
def test_the_words_of_a_clause_stand_in_the_file_that_is_named(name: str) -> None:
    for line in trace.lines(document(name)):
        for piece in line.pieces:
            if piece.source.kind in WRITTEN and piece.source.origin:
                written = (ROOT / piece.source.origin.file).read_text(encoding="utf-8").split()
                bare = [word.strip("*_[]().,;:<>\"'") for word in written]
                for word in piece.text.split():
                    part = word.strip(".,;:()")
                    assert any(part in other for other in bare), (word, piece.source)


@every
def test_a_fact_stands_on_the_line_that_is_named(name: str) -> None:
    for line in trace.lines(document(name)):
        for piece in line.pieces:
            if piece.source.kind == "faktum" and piece.source.origin:
                origin = piece.source.origin
                lines = (ROOT / origin.file).read_text(encoding="utf-8").split("\n")
                key = piece.source.name.split(".")[-1]
                key = piece.text.split()[0] if key.isdigit() else key  # an item of a list
                around = " ".join(lines[max(0, origin.line - 6) : origin.line + 1])
                assert key in around or key in {"namn", "kommun", "kort", "text", "mål"}


def test_a_thousand_random_phrases_are_found_where_they_stand() -> None:
    chosen = random.Random(2026)
    lines = {name: list(trace.lines(document(name))) for name in NAMES}
    for _ in range(1000):
        name = chosen.choice(NAMES)
        line = chosen.choice(lines[name])
        words = line.text.split()
        start = chosen.randrange(len(words))
        phrase = " ".join(words[start : start + chosen.randint(1, 8)])
        found = places(lines[name], phrase)
        assert any(each.line == line for each in found)
        for each in found:
            assert phrase.casefold() in " ".join(each.line.text.casefold().split())
            covered = "".join(piece.text for piece in each.pieces)
            assert phrase.casefold() in " ".join(covered.casefold().split())
    assert find(document(name), phrase) == found


def test_words_that_are_nowhere_are_not_found() -> None:
    assert find(document(NAMES[0]), "månens baksida") == ()
    assert find(document(NAMES[0]), "  ") == ()
