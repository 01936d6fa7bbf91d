"""What references inside a file find: the bookmarks that fields and links name, and their text."""

from collections.abc import Iterator, Mapping

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.text import TEXT, text_of

Targets = Mapping[str, str]
"""The text of each bookmark that something refers to and that is there, by name; of those that
are only asked for their page, nothing."""
_SAY_THE_TEXT = {"REF", "STYLEREF"}
_FIELDS = _SAY_THE_TEXT | {"PAGEREF", "NOTEREF", "HYPERLINK"}
_ANCHOR_SWITCH = "\\l"


def targets_of(root: Element) -> Targets:
    """Return what the references of a main part, whose changes are settled, find in it."""
    says_text: dict[str, bool] = {}
    for name, has_text in _references(root):
        says_text[name] = says_text.get(name, False) or has_text
    if not says_text:
        return {}
    texts: dict[str, list[str]] = {}
    opened: dict[str, str] = {}
    for node in root.iter(W + "bookmarkStart", W + "bookmarkEnd", TEXT):
        if node.tag == W + "bookmarkStart":
            name = node.get(W + "name", "")
            if name.casefold() in says_text and name not in texts:
                opened[node.get(W + "id", "")] = name
                texts[name] = []
        elif node.tag == W + "bookmarkEnd":
            opened.pop(node.get(W + "id", ""), None)
        else:
            for name in opened.values():
                texts[name].append(node.text or "")
    return {
        name: "".join(text) if says_text[name.casefold()] else "" for name, text in texts.items()
    }


def homes_of(root: Element) -> Targets:
    """Return the text of the paragraph that each bookmark begins in which is only led to."""
    led_to = {name for name, has_text in _references(root) if not has_text}
    homes: dict[str, str] = {}
    for start in root.iter(W + "bookmarkStart") if led_to else ():
        name = start.get(W + "name", "")
        if name.casefold() in led_to:
            around = (*start.iterancestors(W + "p"), *start.itersiblings(W + "p"))
            homes.setdefault(name, text_of(around[0]) if around else "")
    return homes


def _references(root: Element) -> Iterator[tuple[str, bool]]:
    """Yield the bookmarks that are named, and whether their text is what is asked for."""
    for link in root.iter(W + "hyperlink"):
        if link.get(W + "anchor"):
            yield link.get(W + "anchor").casefold(), False
    for code in _codes(root):
        words = code.split()
        kind = words[0].upper() if words else ""
        if kind == "HYPERLINK" and _ANCHOR_SWITCH in words[:-1]:
            yield words[words.index(_ANCHOR_SWITCH) + 1].strip('"').casefold(), False
        elif kind in _FIELDS - {"HYPERLINK"} and len(words) > 1:
            yield words[1].strip('"').casefold(), kind in _SAY_THE_TEXT


def _codes(root: Element) -> Iterator[str]:
    """Yield the instructions of all fields (17.16.18)."""
    for simple in root.iter(W + "fldSimple"):
        yield simple.get(W + "instr", "")
    opened: list[list[str]] = []
    for node in root.iter(W + "fldChar", W + "instrText"):
        if node.tag == W + "instrText":
            if opened:
                opened[-1].append(node.text or "")
        elif node.get(W + "fldCharType") == "begin":
            opened.append([])
        elif node.get(W + "fldCharType") == "separate" and opened:
            yield "".join(opened[-1])
            opened[-1] = []
        elif node.get(W + "fldCharType") == "end" and opened:
            yield "".join(opened.pop())
