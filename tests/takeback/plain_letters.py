"""A Word file of ours in which somebody types a number anew: with ordinary letters."""

from collections.abc import Mapping

from lxml import etree

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.intake.hyphens import fold
from avtalsgen.ooxml.names import W


def plain_hyphens(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts that had hyphens at which no line ends, with ordinary ones."""
    folded = {}
    for name, data in parts.items():
        if b"noBreakHyphen" in data:
            root = etree.fromstring(data)
            _fold(root)
            folded[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return folded


def _look_alike(first: Element | None, second: Element | None) -> bool:
    if first is None or second is None or {first.tag, second.tag} != {f"{W}r"}:
        return False
    looks = (run.find(f"{W}rPr") for run in (first, second))
    return len({b"" if look is None else etree.tostring(look) for look in looks}) == 1


def _fold(root: Element) -> None:
    """Let what holds a line together be ordinary letters, in one run with those beside it.

    Whoever types a number anew types an ordinary hyphen.
    """
    held = [node.getparent() for node in root.iter(f"{W}noBreakHyphen")]
    fold(root)
    for run in held:
        before, after = run.getprevious(), run.getnext()
        for first, second in ((before, run), (before, after)):
            if not _look_alike(first, second):
                continue
            for node in second.iterchildren(f"{W}t"):
                last = first[-1]
                if last.tag == f"{W}t":
                    last.text += node.text or ""
                else:
                    first.append(node)
            second.getparent().remove(second)
