"""What differs between two Word files and no tracked change can say; it is told instead.

Every row of `_CHECKS` looks at one thing and names it as Word does. What is told is as in the
newer file, also where the changes are rejected.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

from avtalsgen.ooxml.elements import Element, first_child
from avtalsgen.ooxml.names import R, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import text_of
from avtalsgen.readers.docx.beside.carried import unmarked_that_differs
from avtalsgen.readers.docx.beside.settings import settings_that_differ
from avtalsgen.readers.docx.formats.values import value
from avtalsgen.readers.docx.notes import commented
from avtalsgen.redline.options import Listed
from avtalsgen.redline.package.forms import INSERTED_FILES, Forms
from avtalsgen.redline.package.package_names import PackageNames
from avtalsgen.redline.package.parts import stories

_SHOWN = 60
"""Letters of a comment, or of the words that it is on."""
_MOST = 5
"""How many styles or controls are named."""
_USES = (W + "pStyle", W + "rStyle", W + "tblStyle")
_LOOKS = tuple(W + tag for tag in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VAL = W + "val"
_ON = {"1", "true", "on"}
_OF_THE_FILE = {W + name for name in ("id", "placeholder", "showingPlcHdr", "dataBinding")}
"""What a control has that is the file's own business, or is seen in its text."""


def untracked(old: Package, new: Package) -> Iterator[Listed]:
    """Yield what is as in `new` also where the changes are rejected."""
    yield from looks_that_differ(old, new)
    yield from _comments(old, new)
    for change in unmarked_that_differs(old, new):
        yield Listed("carried", f"{change.kind}: {change.said}")


def looks_that_differ(old: Package, new: Package) -> Iterator[Listed]:
    """Yield what a reader may see of it: styles, theme, settings, controls, files inside."""
    for check in _CHECKS:
        yield from check(old, new)


def _comments(old: Package, new: Package) -> Iterator[Listed]:
    before, now = _said_in_comments(old), _said_in_comments(new)
    gone = before.keys() - now.keys()
    if gone:
        said = "en kommentar" if len(gone) == 1 else f"{len(gone)} kommentarer"
        yield Listed("comment", f"{said} i den äldre filen finns inte i den nyare, och är inte med")
    for comment in sorted(before.keys() & now.keys()):
        if before[comment] != now[comment]:
            was, is_now = (f"”{_cut(' … '.join(side[comment]))}”" for side in (before, now))
            sides = f"på {was} i den äldre filen och på {is_now} i den nyare"
            yield Listed("comment", f"kommentaren ”{_cut(comment[1])}” står {sides}")


def _said_in_comments(package: Package) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the words that each comment which is shown is on, by who says what."""
    root = package.related_part("comments")
    if root is None:
        return {}
    on: dict[str, str] = {}
    for part in stories(package):
        story = package.tree(part)
        words = commented(story)
        for reference in story.iter(W + "commentReference"):
            key = reference.get(W + "id", "")
            on[key] = words.get(key, "")
    said = defaultdict[tuple[str, str], list[str]](list)
    for comment in root.iter(W + "comment"):
        if (key := comment.get(W + "id", "")) in on:
            said[comment.get(W + "author", ""), text_of(comment)].append(on[key])
    return {who_and_what: tuple(sorted(places)) for who_and_what, places in said.items()}


def _cut(words: str) -> str:
    return f"{words[:_SHOWN]} …" if len(words) > _SHOWN else words


def _styles(old: Package, new: Package) -> Iterator[Listed]:
    if _stylesheet(old) == _stylesheet(new):
        return
    used = _used(old) | _used(new)
    before, now = _looks(old, used), _looks(new, used)
    names = sorted(
        name for name in before.keys() & now.keys() if name and before[name] != now[name]
    )
    if names:
        how = "formatmallen" if len(names) == 1 else "formatmallarna"
        yield Listed("styles", f"{how} {_named(names)} ser annorlunda ut i den nyare filen")
    if before.get("") != now.get(""):
        yield Listed("styles", "grundformatet ser annorlunda ut i den nyare filen")


def _named(names: list[str]) -> str:
    more = f" och {len(names) - _MOST} till" if len(names) > _MOST else ""
    return ", ".join(f"”{name}”" for name in names[:_MOST]) + more


def _stylesheet(package: Package) -> bytes:
    return package.blob(package.related("styles") or "")


def _looks(package: Package, used: set[str]) -> dict[str, str]:
    """Return how the `used` styles look, by name; what all text has is nameless."""
    part = package.related("styles")
    if part is None:
        return {}
    root = package.tree(part)
    forms = Forms(PackageNames(package), part)
    defaults = root.find(W + "docDefaults")
    of_all = ["" if defaults is None else forms.generic(defaults)]
    names = {style.get(W + "styleId"): _name(style) for style in root.iter(W + "style")}
    looks_by_name = {}
    for style in root.iter(W + "style"):
        name = _name(style)
        looks = sorted(filter(None, (_own_look(one, forms) for one in style if one.tag in _LOOKS)))
        if looks and style.get(W + "default") in _ON:
            of_all.append(f"{style.get(W + 'type')} {name}")
        if name in used:
            based = f"basedOn({names.get(value(style, 'basedOn'), '')})"
            looks_by_name[name] = ";".join((based, *looks))
    return {**looks_by_name, "": ";".join(of_all)}


def _own_look(properties: Element, forms: Forms) -> str:
    """Return what a style says of letters, lines or, of a table, of its first row and the like."""
    said = forms.properties(properties)
    return f"{properties.get(W + 'type', '')} {said}" if said else ""


def _used(package: Package) -> set[str]:
    """Return the names of the styles that text uses, and of those that they are based on."""
    root = package.related_part("styles")
    styles = {} if root is None else {one.get(W + "styleId"): one for one in root.iter(W + "style")}
    waiting = {
        one.get(_VAL) for part in stories(package) for one in package.tree(part).iter(*_USES)
    } | {key for key, one in styles.items() if one.get(W + "default") in _ON}
    used: set[str] = set()
    while waiting:
        identity = waiting.pop()
        if identity in styles and identity not in used:
            used.add(identity)
            waiting.add(value(styles[identity], "basedOn"))
    return {_name(styles[identity]) for identity in used}


def _name(style: Element) -> str:
    return value(style, "name")


def _theme(old: Package, new: Package) -> Iterator[Listed]:
    """Tell of the fonts and colours that styles take from the theme (part 1, 14.2.7, 20.1.6)."""
    before, now = _fonts(old), _fonts(new)
    if before != now:
        said, then = (
            " och ".join(filter(None, dict.fromkeys(one))) or "inget" for one in (before, now)
        )
        yield Listed("theme", f"temats typsnitt är {said} i den äldre filen, {then} i den nyare")
    if scripts := _other_scripts(old, new):
        more = " …" if len(scripts) > _MOST else ""
        which = f"({', '.join(scripts[:_MOST])}{more})"
        yield Listed(
            "theme", f"temats typsnitt för andra alfabet {which} är andra i den nyare filen"
        )
    if _colours(old) != _colours(new):
        yield Listed("theme", "temats färger är andra i den nyare filen")
    if _effects(old) != _effects(new):
        yield Listed("theme", "temats linjer, fyllning eller effekter är andra i den nyare filen")


def _fonts(package: Package) -> tuple[str, ...]:
    theme = package.related_part("theme")
    faces = () if theme is None else theme.iter(f"{_A}majorFont", f"{_A}minorFont")
    scripts = (face.find(_A + script) for face in faces for script in ("latin", "ea", "cs"))
    return tuple("" if one is None else one.get("typeface", "") for one in scripts)


def _other_scripts(old: Package, new: Package) -> list[str]:
    """Return the scripts that have other fonts, by their codes (20.1.4.1.16, ISO 15924)."""
    before, now = _fonts_by_script(old), _fonts_by_script(new)
    return sorted(each for each in {*before, *now} if before.get(each) != now.get(each))


def _fonts_by_script(package: Package) -> Mapping[str, list[str]]:
    theme = package.related_part("theme")
    fonts: dict[str, list[str]] = {}
    for font in () if theme is None else theme.iter(f"{_A}font"):
        fonts.setdefault(font.get("script", ""), []).append(font.get("typeface", ""))
    return fonts


def _effects(package: Package) -> str:
    """Return how the theme draws, where a shape takes its lines or fill from it (20.1.4.1.14)."""
    theme = package.related_part("theme")
    scheme = None if theme is None else next(theme.iter(f"{_A}fmtScheme"), None)
    roots = map(package.tree, stories(package))
    is_used = any(next(root.iter(f"{_WPS}style"), None) is not None for root in roots)
    return "" if scheme is None or not is_used else " ".join(map(_whole, scheme))


def _whole(element: Element) -> str:
    """Return all that an element of another part says."""
    return " ".join(f"{node.tag} {sorted(node.attrib.items())}" for node in element.iter())


def _colours(package: Package) -> tuple[str, ...]:
    theme = package.related_part("theme")
    scheme = None if theme is None else next(theme.iter(f"{_A}clrScheme"), None)
    colours = () if scheme is None else scheme.iter(f"{_A}srgbClr", f"{_A}sysClr")
    return tuple(one.get("lastClr") or one.get("val", "") for one in colours)


def _settings(old: Package, new: Package) -> Iterator[Listed]:
    for message in settings_that_differ(old, new):
        yield Listed("settings", message)


def _web_blocks(old: Package, new: Package) -> Iterator[Listed]:
    """Tell of margins round paragraphs that came from a web page, where both have any (17.15.2)."""
    before, now = (_blocks_of_web(package) for package in (old, new))
    if before and now and before != now:
        yield Listed(
            "settings", "marginalerna runt text från en webbsida är andra i den nyare filen"
        )


def _blocks_of_web(package: Package) -> str:
    settings = package.related_part("webSettings")
    blocks = None if settings is None else settings.find(W + "divs")
    return "" if blocks is None else _whole(blocks)


def _background(old: Package, new: Package) -> Iterator[Listed]:
    before, now = (_colour(package.document().find(W + "background")) for package in (old, new))
    if before != now:
        yield Listed("settings", "sidans bakgrund är en annan i den nyare filen")


def _colour(background: Element | None) -> str:
    return "" if background is None else background.get(W + "color", "")


def _controls(old: Package, new: Package) -> Iterator[Listed]:
    """Tell of content controls that are there on both sides, and can do other things (17.5.2)."""
    before, now = _shells(old), _shells(new)
    changed = sorted(
        name for name in before if before[name] - now[name] and now[name] - before[name]
    )
    if changed:
        what = "innehållskontrollen" if len(changed) == 1 else "innehållskontrollerna"
        named = [name for name in changed if name]
        said = f"{what} {_named(named)}" if named else "en innehållskontroll"
        yield Listed("control", f"{said} har andra val eller inställningar i den nyare filen")


def _shells(package: Package) -> Mapping[str, Counter[str]]:
    """Return how the content controls are, by title or tag; those without have none."""
    shells: dict[str, Counter[str]] = defaultdict(Counter)
    for part in stories(package):
        forms = Forms(PackageNames(package), part)
        for control in package.tree(part).iter(W + "sdt"):
            properties = first_child(control, W + "sdtPr")
            page_properties = forms.properties(properties, _OF_THE_FILE)
            title = value(properties, "alias") or value(properties, "tag")
            shells[title][page_properties] += 1
    return shells


def _inserted_files(old: Package, new: Package) -> Iterator[Listed]:
    """Tell of files inside the file, such as text of another format (17.17.2)."""
    before, now = _files(old), _files(new)
    if before == now:
        return
    if len(before) == len(now):
        how = "har ändrats"
    else:
        how = "är ny" if len(now) > len(before) else "är borttagen"
    yield Listed(
        "file", f"en infogad fil {how}; den kan inte visas som ändring; jämför den för hand"
    )


def _files(package: Package) -> list[str]:
    names = PackageNames(package)
    root = package.tree(package.main)
    return [
        names.relation(package.main, one.get(R + "id", "")) for one in root.iter(*INSERTED_FILES)
    ]


_CHECKS: tuple[Callable[[Package, Package], Iterator[Listed]], ...] = (
    *(_styles, _theme, _settings, _web_blocks, _background, _controls, _inserted_files),
)
