"""What differs between two Word files and no tracked change can say; it is told instead.

Every row of `_CHECKS` looks at one thing and names it as Word does. What is told is as in the
newer file, also where the changes are rejected.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import R, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import text_of
from avtalsgen.readers.docx.formats.values import is_on, number, value
from avtalsgen.redline.options import Listed
from avtalsgen.redline.package.forms import INSERTED_FILES, Forms
from avtalsgen.redline.package.package_names import PackageNames
from avtalsgen.redline.package.parts import stories

_MOST = 5
"""How many styles or controls are named."""
_USES = (W + "pStyle", W + "rStyle", W + "tblStyle")
_LOOKS = tuple(W + tag for tag in ("basedOn", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VAL = W + "val"
_DEFAULT_TAB = 720
"""Twentieths of a point, where the settings do not say (17.15.1.25)."""
_TWIPS_PER_CM = 567
_OF_THE_FILE = {W + name for name in ("id", "placeholder", "showingPlcHdr", "dataBinding")}
"""What a control has that is the file's own business, or is seen in its text."""
_SWITCHES = {
    "autoHyphenation": "avstavningen",
    "mirrorMargins": "spegelvända marginaler",
    "gutterAtTop": "fästmarginalen",
    "displayBackgroundShape": "sidans bakgrundsfärg",
    "bookFoldPrinting": "utskrift som häfte",
    "bookFoldRevPrinting": "utskrift som häfte från höger",
    "printTwoOnOne": "utskrift av två sidor på ett ark",
    "bordersDoNotSurroundHeader": "kantlinjer som inte går runt sidhuvudet",
    "bordersDoNotSurroundFooter": "kantlinjer som inte går runt sidfoten",
}
_NOTES = {"footnotePr": "fotnoternas numrering", "endnotePr": "slutnoternas numrering"}


def untracked(old: Package, new: Package) -> Iterator[Listed]:
    """Yield what is as in `new` also where the changes are rejected."""
    yield from looks_that_differ(old, new)
    yield from _comments(old, new)


def looks_that_differ(old: Package, new: Package) -> Iterator[Listed]:
    """Yield what a reader may see of it: styles, theme, settings, controls, files inside."""
    for check in _CHECKS:
        yield from check(old, new)


def _comments(old: Package, new: Package) -> Iterator[Listed]:
    gone = _said_in_comments(old) - _said_in_comments(new)
    if gone:
        said = "en kommentar" if len(gone) == 1 else f"{len(gone)} kommentarer"
        yield Listed("comment", f"{said} i den äldre filen finns inte i den nyare, och är inte med")


def _said_in_comments(package: Package) -> set[str]:
    root = package.related_part("comments")
    comments = () if root is None else root.iter(W + "comment")
    return {f"{one.get(W + 'author')}: {text_of(one)}" for one in comments}


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
    looks_by_name = {"": "" if defaults is None else forms.generic(defaults)}
    for style in root.iter(W + "style"):
        if _name(style) in used:
            looks = [one for one in style if one.tag in _LOOKS]
            looks_by_name[_name(style)] = ";".join(
                sorted(filter(None, map(forms.properties, looks)))
            )
    return looks_by_name


def _used(package: Package) -> set[str]:
    """Return the names of the styles that text uses, and of those that they are based on."""
    root = package.related_part("styles")
    styles = {} if root is None else {one.get(W + "styleId"): one for one in root.iter(W + "style")}
    waiting = {
        one.get(_VAL) for part in stories(package) for one in package.tree(part).iter(*_USES)
    } | {key for key, one in styles.items() if one.get(W + "default") in {"1", "true", "on"}}
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
        said = " och ".join(dict.fromkeys(before)) or "inget"
        then = " och ".join(dict.fromkeys(now)) or "inget"
        yield Listed("theme", f"temats typsnitt är {said} i den äldre filen, {then} i den nyare")
    if _colours(old) != _colours(new):
        yield Listed("theme", "temats färger är andra i den nyare filen")


def _fonts(package: Package) -> tuple[str, ...]:
    theme = package.related_part("theme")
    faces = () if theme is None else theme.iter(f"{_A}majorFont", f"{_A}minorFont")
    latin = (face.find(f"{_A}latin") for face in faces)
    return tuple("" if one is None else one.get("typeface", "") for one in latin)


def _colours(package: Package) -> tuple[str, ...]:
    theme = package.related_part("theme")
    scheme = None if theme is None else next(theme.iter(f"{_A}clrScheme"), None)
    colours = () if scheme is None else scheme.iter(f"{_A}srgbClr", f"{_A}sysClr")
    return tuple(one.get("lastClr") or one.get("val", "") for one in colours)


def _settings(old: Package, new: Package) -> Iterator[Listed]:
    before, now = old.related_part("settings"), new.related_part("settings")
    if _switch(before, "evenAndOddHeaders") != _switch(now, "evenAndOddHeaders"):
        has = "har" if _switch(now, "evenAndOddHeaders") else "har inte längre"
        yield Listed(
            "settings",
            f"jämna sidor {has} eget sidhuvud och egen sidfot i den nyare filen",
        )
    if _tab_stop(before) != _tab_stop(now):
        said = f"{_cm(_tab_stop(before))} i den äldre filen, {_cm(_tab_stop(now))} i den nyare"
        yield Listed("settings", f"standardavståndet mellan tabbstopp är {said}")
    for name, called in _SWITCHES.items():
        if _switch(before, name) != _switch(now, name):
            how = "på" if _switch(now, name) else "av"
            yield Listed("settings", f"{called} är {how} i den nyare filen")
    for name, called in _NOTES.items():
        if _numbering_of(before, name) != _numbering_of(now, name):
            yield Listed("settings", f"{called} är en annan i den nyare filen")


def _switch(settings: Element | None, name: str) -> bool:
    return settings is not None and bool(is_on(settings.find(W + name)))


def _tab_stop(settings: Element | None) -> int:
    return number(value(settings, "defaultTabStop") or None, _DEFAULT_TAB)


def _cm(twips: int) -> str:
    return f"{twips / _TWIPS_PER_CM:.2f} cm".replace(".", ",")


def _numbering_of(settings: Element | None, name: str) -> tuple[str, ...]:
    note_settings = None if settings is None else settings.find(W + name)
    parts = ("pos", "numFmt", "numStart", "numRestart")
    return tuple(value(note_settings, part) for part in parts)


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
        for properties in package.tree(part).iter(W + "sdtPr"):
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
    hint = "den kan inte visas som ändring; jämför den för hand"
    yield Listed("file", f"en infogad fil {how}; {hint}")


def _files(package: Package) -> list[str]:
    names = PackageNames(package)
    root = package.tree(package.main)
    return [
        names.relation(package.main, one.get(R + "id", "")) for one in root.iter(*INSERTED_FILES)
    ]


_CHECKS: tuple[Callable[[Package, Package], Iterator[Listed]], ...] = (
    *(_styles, _theme, _settings, _background, _controls, _inserted_files),
)
