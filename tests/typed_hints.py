"""A hint typed as it stands: what the files of a workspace are once it is done.

    lägg till|skriv|fyll i VÄG: VÄRDE      the value at its key; each `, eller` by itself
    i FIL: …                               in that file, otherwise where the problem points
    lägg till - X i dispositionen (i FIL)  X as the last of the outline
    lägg till - X under NYCKEL             X as the last of the list that stands there
    skriv X                                X, one value of YAML, in the place that it points at
    menade du X?                           X in the place of the word that the message quotes
    byt X mot Y                            Y in the place of X, where the problem points or after it

Anything else is said to a reader, and is not typed here.
"""

import re
from collections.abc import Callable, Iterable, Iterator

import yaml
from tests.hint_watch import ANSWER
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from avtalsgen.problems import Problem
from avtalsgen.source import Origin

Read = Callable[[str], str]
Problems = tuple[Problem, ...]

OR = re.compile(
    r", eller (?:skriv |lägg till )?(?P<key>[\w.@-]+): (?P<value>\[.*\]|\{.*\}|\"[^\"]*\"|[^,;]+)"
)
IN_FILE = re.compile(r" i (?P<file>(?:uppdrag|clauses)/[\w./@-]+)")
FIRST = re.compile(r"i (?P<file>(?:uppdrag|clauses)/[\w./@-]+): ")
LISTED = re.compile(
    r"lägg till - (?P<item>\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\S+) (?:i|under) "
    r"(?P<list>dispositionen|undantag|ändringar|bilagor)\b"
)
WORD = re.compile(
    r"skriv (?P<word>\"[^\"]*\"|\{[^{%].*\}|\[.*\]|[^\s,:;{]+(?:,\d+)?)(?:, eller .*|; .*)?"
)
MEANT = re.compile(r"menade du (?P<word>.+)\?")
SWAPPED = re.compile(r"byt (?P<wrong>\S+) mot (?P<word>[^\s;,]+)(?:[;,] .*)?")
QUOTED = re.compile("”(?P<word>[^”]+)”")
HEAD = re.compile(r"\A---\n(?P<head>.*?)^---\n", re.DOTALL | re.MULTILINE)
FLAT = "parametrar.yaml"
"""Its keys are paths, points and all."""
OUTLINE = "disposition"


def typed(problem: Problem, read: Read) -> Iterator[tuple[str, str, str]]:
    """Yield each thing that a hint says to type: its words, a file, and the text of that then."""
    hint, origin = problem.hint or "", problem.origin
    if origin is None:
        return
    answers = [*ANSWER.finditer(hint), *OR.finditer(hint)]
    for answer in answers:
        place = _place(hint, answer.end(), origin)
        new = _is_added(hint, answer)
        text = _put(read(place.file), place, answer["key"], answer["value"], new=new)
        yield answer[0], place.file, text
    listed = [*LISTED.finditer(hint)]
    for item in listed:
        file = _place(hint, item.end(), origin).file
        key = OUTLINE if item["list"] == "dispositionen" else item["list"]
        yield item[0], file, _listed(read(file), key, item["item"])
    if listed:
        return
    if meant := MEANT.fullmatch(hint):
        yield hint, origin.file, _respelled(read(origin.file), problem, origin, meant["word"])
    elif swapped := SWAPPED.fullmatch(hint):
        yield hint, origin.file, _swapped(read(origin.file), origin, *swapped.groups())
    elif not answers and (word := WORD.fullmatch(hint)):
        yield hint, origin.file, _in_place(read(origin.file), origin, word["word"])


def _is_added(hint: str, answer: re.Match[str]) -> bool:
    """Return whether a key is said to be added: a second one would be YA05."""
    verbs = re.findall(r"lägg till|skriv|fyll i", hint[: answer.start("key")])
    return verbs[-1:] == ["lägg till"]


def _place(hint: str, end: int, origin: Origin) -> Origin:
    elsewhere = FIRST.match(hint) or IN_FILE.match(hint, end)
    return Origin(elsewhere["file"], 1) if elsewhere else origin


def _put(text: str, place: Origin, key: str, value: str, *, new: bool) -> str:
    """Return `text` with a value at a key, in the mapping round the place where that begins."""
    lines, above = _yaml_of(text)
    whole = _composed(lines or "{}")  # a file may be empty
    assert isinstance(whole, MappingNode)
    around = _around(whole, (place.line - 1 - above, place.column - 1)) or [whole]
    steps = [key] if place.file.endswith(FLAT) else key.split(".")
    begun = [each for each in around if _under(each, steps[0])]
    here = begun[-1] if begun else whole if len(steps) > 1 else around[-1]
    for step in steps[:-1]:
        below = _under(here, step)
        if not isinstance(below, MappingNode):
            below = MappingNode("tag:yaml.org,2002:map", [])
            _set(here, step, below)
        here = below
    assert not (new and _under(here, steps[-1])), f"{key} står redan i {place.file}"
    _set(here, steps[-1], _composed(value))
    return text.replace(lines, _written(whole), 1)


def _listed(text: str, key: str, item: str) -> str:
    whole = _composed(text)
    assert isinstance(whole, MappingNode)
    standing = _under(whole, key)
    assert isinstance(standing, SequenceNode), (key, item)
    standing.value.append(_composed(item))
    return _written(whole)


def _yaml_of(text: str) -> tuple[str, int]:
    """Return the YAML of a file, and how many lines stand above it."""
    head = HEAD.match(text)
    return (head["head"], 1) if head else (text, 0)


def _composed(text: str) -> Node:
    node = yaml.compose(text, Loader=yaml.CBaseLoader)
    assert node is not None
    return node


def _written(whole: Node) -> str:
    text = yaml.serialize(whole, Dumper=yaml.BaseDumper, allow_unicode=True, width=10_000)
    assert isinstance(text, str)
    return text


def _around(node: Node, place: tuple[int, int]) -> list[MappingNode]:
    """Return the mappings round a place, the outermost first, with one that begins there."""
    here = [node] if isinstance(node, MappingNode) else []
    if place in ((0, 0), _start(node)):
        return here
    for child in _children(node):
        if _start(child) <= place < (child.end_mark.line, child.end_mark.column):
            return [*here, *_around(child, place)]
    return here


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [each for pair in node.value for each in pair]
    return list(node.value) if isinstance(node, CollectionNode) else []


def _start(node: Node) -> tuple[int, int]:
    return (node.start_mark.line, node.start_mark.column)


def _under(mapping: MappingNode, key: str) -> Node | None:
    return next((value for name, value in mapping.value if name.value == key), None)


def _set(mapping: MappingNode, key: str, value: Node) -> None:
    kept = [(name, old) for name, old in mapping.value if name.value != key]
    mapping.value = [*kept, (ScalarNode("tag:yaml.org,2002:str", key), value)]


def _respelled(text: str, problem: Problem, place: Origin, word: str) -> str:
    """Return `text` with the word that a message quotes in another spelling, on its line."""
    lines = text.split("\n")
    line, column = lines[place.line - 1], place.column - 1
    wrong = QUOTED.search(problem.message)
    assert wrong, problem
    assert wrong["word"] in line[column:], problem
    lines[place.line - 1] = line[:column] + line[column:].replace(wrong["word"], word, 1)
    return "\n".join(lines)


def _swapped(text: str, place: Origin, wrong: str, word: str) -> str:
    """Return `text` with a word in the place of the first `wrong` from a place on."""
    lines = text.split("\n")
    begin = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
    assert wrong in text[begin:], (place, wrong)
    return text[:begin] + text[begin:].replace(wrong, word, 1)


def _in_place(text: str, place: Origin, word: str) -> str:
    """Return `text` with a value in the place of the one, or of the key, that begins there."""
    lines, above = _yaml_of(text)
    standing = _beginning(_composed(lines), (place.line - 1 - above, place.column - 1))
    assert standing is not None, place
    begin, end = standing.start_mark.index, standing.end_mark.index
    end = begin + len(lines[begin:end].rstrip())
    return text.replace(lines, lines[:begin] + word + lines[end:], 1)


def _beginning(node: Node, place: tuple[int, int]) -> Node | None:
    """Return the smallest thing that begins at a place."""
    below = (_beginning(child, place) for child in _children(node))
    found = next((each for each in below if each is not None), None)
    return found or (node if _start(node) == place else None)


_held: set[tuple[str, ...]] = set()


def hold(problems: Iterable[Problem], read: Read, again: Callable[[str, str], Problems]) -> None:
    """Fail if a problem is still there, or YAML is broken, once its hint is typed.

    `again` returns what is told when a file has another text. What was tried is not tried anew.
    """
    for problem in problems:
        kind = (
            problem.code,
            *(re.sub(r"\d", "0", said) for said in (problem.message, problem.hint or "")),
        )
        if kind in _held:
            continue
        _held.add(kind)
        for words, file, text in typed(problem, read):
            after = again(file, text)
            alike = (problem.code, problem.message, problem.origin and problem.origin.file)
            left = [
                str(each)
                for each in after
                if (each.code, each.message, each.origin and each.origin.file) == alike
                or each.code.startswith("YA")
            ]
            assert left == [], f"{problem}\n  {words!r} i {file}"
