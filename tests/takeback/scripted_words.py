"""Edits by chance of words: other ones, looks, hidden ones, comments."""

import re
from collections.abc import Callable

from tests.takeback.handed import Expected, a, v, x
from tests.takeback.scribe import _SENTENCE, TYPED, Scribe, Script, printed, script
from tests.takeback.scripted_wholes import SCRIPTS as SCRIPTS  # whole when what follows is read
from tests.takeback.word_edits import (
    ANNA,
    BO,
    W,
    look_of,
    run_like,
    text,
)

from avtalsgen.takeback.paper.sections import PaperSection


@script
def value(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    book = scribe.sheaf.book
    for line in scribe.lines(section):
        for span in line.spans:
            parameter = book.parameter(span.path)
            if span.kind != "value" or book.why_not(span.path) or span.path in scribe.paths:
                continue
            if parameter is None or parameter.type not in TYPED:
                continue
            new, told = TYPED[parameter.type]
            old = printed(line, span)
            new = new if re.search("[a-z]", old) else new.partition(" kronor")[0]
            node = scribe.node(line)
            if text(node).count(old) != 1:
                continue
            scribe.paths.add(span.path)
            scribe.typed(node, old, new)
            return [scribe.by(v(scribe.how, span.path, told))]
    return None


def _of_word(put: Callable[[str, str], tuple[str, str]]) -> Script:
    def done(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
        for line in scribe.lines(section):
            word = scribe.word(line)
            if word:
                old, new = put(word, f"ord{next(scribe.ids)}")
                scribe.typed(scribe.node(line), old, new)
                return [scribe.by(a(scribe.how, old, new))]
        return None

    return done


SCRIPTS["another word"] = _of_word(lambda word, other: (word, other))
SCRIPTS["several words"] = _of_word(lambda word, other: (word, f"{other} och {other}b"))
SCRIPTS["no word"] = _of_word(lambda word, _: (word, ""))


@script
def word_put_in(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section):
        word = scribe.word(line)
        if word:
            new = f"tillagt{next(scribe.ids)}"
            scribe.file.insert_at(scribe.node(line), word, f" {new}", scribe.who)
            return [scribe.by(a(scribe.how, "", new))]
    return None


@script
def two_hands(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section):
        words = [w for w in re.findall(r"\w{5,}", line.text) if line.text.count(w) == 1]
        taken = [printed(line, span) for span in line.spans]
        words = [w for w in words if not any(w in each for each in taken)]
        if len(words) < 4:
            continue
        node, told = scribe.node(line), []
        for word, who in ((words[0], ANNA), (words[-1], BO)):
            scribe.who, new = who, f"ord{next(scribe.ids)}"
            scribe.typed(node, word, new)
            told.append(scribe.by(a("t", word, new)))
        return told
    return None


@script
def sentence_struck(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section):
        said = _SENTENCE.split(line.text)
        if len(said) > 1 and line.text.count(said[-1]) == 1:
            scribe.typed(scribe.node(line), f" {said[-1]}", "")
            return [scribe.by(a(scribe.how, said[-1], ""))]
    return None


@script
def sentence_added(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section, plain=True):
        if re.search(r"\w\.\s*$", line.text) and line.text.count(line.text[-6:]) == 1:
            new = f"Parterna möts {next(scribe.ids)} gånger om året."
            node = scribe.node(line)
            scribe.file.insert_at(node, text(node)[-6:], f" {new}", scribe.who)
            return [scribe.by(a(scribe.how, "", new))]
    return None


@script
def looks_otherwise(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    look, said = scribe.chance.choice(
        (("b", "fet"), ("i", "kursiv"), ("color=FF0000", "färg FF0000"), ("sz=40", "storlek 20"))
    )
    for line in scribe.lines(section):
        word = scribe.word(line)
        if word:
            scribe.file.look_at(scribe.node(line), word, look, who=scribe.who)
            return [scribe.by(x("format", scribe.how, old=word, new=said))]
    return None


@script
def hidden_words(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    look, kind = scribe.chance.choice(
        (("vanish", "dold"), ("color=FFFFFF", "vit"), ("sz=2", "mycket liten"))
    )
    for line in scribe.lines(section):
        word = scribe.word(line)
        if word:
            new = f"Hemligt{next(scribe.ids)}"
            run = scribe.file.insert_at(scribe.node(line), word, f" {new}", scribe.who)
            look_of(run, look)
            return [scribe.by(a(scribe.how, "", new, hidden=kind))]
    return None


@script
def words_hidden(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section):
        word = scribe.word(line)
        if word:
            scribe.who = None
            scribe.file.look_at(scribe.node(line), word, "vanish")
            return [scribe.by(a("s", word, "", hidden="dold"))]
    return None


@script
def comment(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section):
        word = scribe.word(line)
        if word:
            said, who = f"Är det {next(scribe.ids)}?", scribe.who or ANNA
            scribe.file.comment_at(scribe.node(line), word, said, who)
            more = {"old": word, "new": said, "author": who[0], "date": who[1]}
            return [x("kommentar", "s", anchor=section.anchor, **more)]
    return None


@script
def taken_back_by_another(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section):
        word = scribe.word(line)
        if not word:
            continue
        first, second = f"infogat{next(scribe.ids)}", f"ändå{next(scribe.ids)}"
        run = scribe.file.insert_at(scribe.node(line), word, f" {first}", ANNA)
        inner = run_like(run, f" {second}")
        for node in inner.iter(f"{W}t"):
            node.tag = f"{W}delText"
        mark = run.getparent()
        assert mark is not None
        mark.append(scribe.file.marked("del", BO, inner))
        scribe.who = ANNA
        whole = scribe.by(a("t", "", f"{first} {second}"))
        scribe.who = BO
        return [whole, scribe.by(a("t", second, ""))]
    return None


@script
def row_cell(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in section.lines:
        word = scribe.word(line)
        if line.is_row and word:
            cell = next(
                (
                    p
                    for n in scribe.section(section)
                    for p in n.iter(f"{W}p")
                    if n.tag == f"{W}tbl" and text(p).count(word) == 1
                ),
                None,
            )
            if cell is None:
                continue
            new = f"cell{next(scribe.ids)}"
            scribe.typed(cell, word, new)
            return [scribe.by(a(scribe.how, word, new))]
    return None
