"""What differs between two Word files and no tracked change can say; it is told instead."""

from collections.abc import Iterator

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.redline.options import Listed
from avtalsgen.redline.package.forms import Forms
from avtalsgen.redline.package.names import Names

_MOST = 5
"""How many styles are named."""
_USES = (W + "pStyle", W + "rStyle", W + "tblStyle")
_LOOKS = tuple(W + tag for tag in ("basedOn", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))


def untracked(old: Package, new: Package) -> Iterator[Listed]:
    """Yield what is as in `new` also where the changes are rejected."""
    yield from _styles(old, new)
    gone = _comments(old) - _comments(new)
    if gone:
        said = "en kommentar" if len(gone) == 1 else f"{len(gone)} kommentarer"
        yield Listed("comment", f"{said} i den äldre filen finns inte i den nyare, och är inte med")


def _styles(old: Package, new: Package) -> Iterator[Listed]:
    if _stylesheet(old) == _stylesheet(new):
        return
    used = _used(old) | _used(new)
    before, now = _looks(old, used), _looks(new, used)
    names = sorted(
        name for name in before.keys() & now.keys() if name and before[name] != now[name]
    )
    if names:
        more = f" och {len(names) - _MOST} till" if len(names) > _MOST else ""
        said = ", ".join(f"”{name}”" for name in names[:_MOST]) + more
        how = "formatmallen" if len(names) == 1 else "formatmallarna"
        yield Listed("styles", f"{how} {said} ser annorlunda ut i den nyare filen")
    if before.get("") != now.get(""):
        yield Listed("styles", "grundformatet ser annorlunda ut i den nyare filen")


def _stylesheet(package: Package) -> bytes:
    return package.blob(package.related("styles") or "")


def _looks(package: Package, used: set[str]) -> dict[str, str]:
    """Return how the `used` styles look, by name; what all text has is nameless."""
    part = package.related("styles")
    if part is None:
        return {}
    root = package.tree(part)
    forms = Forms(Names(package), part, {})
    defaults = root.find(W + "docDefaults")
    found = {"": "" if defaults is None else forms.generic(defaults)}
    for style in root.iter(W + "style"):
        if _name(style) not in used:
            continue
        looks = [one for one in style if one.tag in _LOOKS]
        found[_name(style)] = ";".join(sorted(filter(None, map(forms.properties, looks))))
    return found


def _used(package: Package) -> set[str]:
    """Return the names of the styles that the main part uses."""
    part = package.related("styles")
    root = package.tree(package.main)
    ids = {one.get(W + "val") for one in root.iter(*_USES)}
    styles = () if part is None else package.tree(part).iter(W + "style")
    return {
        _name(one)
        for one in styles
        if one.get(W + "styleId") in ids or one.get(W + "default") in {"1", "true", "on"}
    }


def _name(style: Element) -> str:
    name = style.find(W + "name")
    return "" if name is None else str(name.get(W + "val", ""))


def _comments(package: Package) -> set[str]:
    part = package.related("comments")
    comments = () if part is None else package.tree(part).iter(W + "comment")
    return {
        f"{one.get(W + 'author')}: {''.join(text.text or '' for text in one.iter(W + 't'))}"
        for one in comments
    }
