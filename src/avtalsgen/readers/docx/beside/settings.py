"""Which settings of a Word file are others than those of another, told as Word calls them.

What a program keeps for its own sake, or for who edits the file, is listed. Of the rest, those
that we know the usual value of are the same whether that is written or left out; all else is held
as it stands. So two programs that set the same pages have the same settings.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.readers.docx.formats.values import VAL, is_on, number, value

_OWN: Final = frozenset(
    (
        *("view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "embedSystemFonts", "saveSubsetFonts"),
        *("embedTrueTypeFonts", "saveFormsData", "hideSpellingErrors", "hideGrammaticalErrors"),
        *("activeWritingStyle", "proofState", "formsDesign", "linkStyles", "documentType"),
        *("stylePaneFormatFilter", "stylePaneSortMethod", "revisionView", "doNotTrackMoves"),
        *("doNotTrackFormatting", "autoFormatOverride", "styleLockTheme", "styleLockQFSet"),
        *("showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle"),
        *("savePreviewPicture", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing"),
        *("doNotShadeFormData", "displayHorizontalDrawingGridEvery", "schemaLibrary"),
        *("displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin"),
        *("drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "saveInvalidXml"),
        *("doNotValidateAgainstSchema", "ignoreMixedContent", "alwaysShowPlaceholderText"),
        *("doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving", "saveThroughXslt"),
        *("showXMLTags", "alwaysMergeEmptyNamespace", "hdrShapeDefaults", "shapeDefaults", "rsids"),
        *("attachedSchema", "themeFontLang", "doNotIncludeSubdocsInStats", "forceUpgrade"),
        *("doNotAutoCompressPictures", "captions", "readModeInkLockDown", "smartTagType"),
        *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
    )
)
"""How the file is edited and saved, and what it has been; not what is printed (17.15.1)."""
_ELSEWHERE: Final = frozenset({"updateFields", "attachedTemplate"})
"""Told with what the file carries: fields made anew, a template that is fetched."""
_SWITCHES: Final[Mapping[str, str]] = {
    "autoHyphenation": "avstavningen",
    "doNotHyphenateCaps": "att ord med versaler inte avstavas",
    "mirrorMargins": "spegelvända marginaler",
    "gutterAtTop": "fästmarginalen",
    "displayBackgroundShape": "sidans bakgrundsfärg",
    "bookFoldPrinting": "utskrift som häfte",
    "bookFoldRevPrinting": "utskrift som häfte från höger",
    "printTwoOnOne": "utskrift av två sidor på ett ark",
    "printFormsData": "att bara ifyllda formulärdata skrivs ut",
    "printPostScriptOverText": "utskrift av PostScript ovanpå texten",
    "printFractionalCharacterWidth": "utskrift med bråkdelar av teckenbredder",
    "alignBordersAndEdges": "kantlinjer som följer sidans kantlinje",
    "bordersDoNotSurroundHeader": "kantlinjer som inte går runt sidhuvudet",
    "bordersDoNotSurroundFooter": "kantlinjer som inte går runt sidfoten",
    "noPunctuationKerning": "östasiatiska skiljetecken utan knipning",
    "strictFirstAndLastChars": "strikta östasiatiska regler för radbrytning",
    "trackRevisions": "spårning av ändringar",
}
_WHOLE: Final[Mapping[str, str]] = {
    "noLineBreaksAfter": "vilka östasiatiska tecken som inte får avsluta en rad",
    "noLineBreaksBefore": "vilka östasiatiska tecken som inte får börja en rad",
    "documentProtection": "skyddet mot ändringar",
    "writeProtection": "skrivskyddet",
    "docVars": "dokumentets variabler",
    "mailMerge": "kopplingen till en adresslista",
    "clrSchemeMapping": "hur temats färger används",
}
_UNKNOWN: Final = "en inställning som programmet inte känner"
_NOTES: Final = {"footnotePr": "fotnoternas numrering", "endnotePr": "slutnoternas numrering"}
_SPACING: Final = {
    "doNotCompress": "inget",
    "compressPunctuation": "skiljetecken",
    "compressPunctuationAndJapaneseKana": "skiljetecken och kana",
}
_MODE: Final = "compatibilityMode"
_OLDEST_MODE: Final = "12"
"""What a file that says nothing is laid out as ([MS-DOCX] 2.1.6)."""
_MODES: Final = {"11": "Word 2003", "12": "Word 2007", "14": "Word 2010", "15": "Word 2013–"}
_DEFAULT_TAB: Final = 720
"""Twentieths of a point, where the settings do not say (17.15.1.25)."""
_DEFAULT_ZONE: Final = 360
"""Likewise (17.15.1.53)."""
_TWIPS_PER_CM: Final = 567
_Settings: TypeAlias = etree._Element | None


def settings_that_differ(old: Package, new: Package) -> Iterator[str]:
    """Yield in Swedish each setting that is another in the newer file.

    Raises:
        UnfitError: a part of a file cannot be read.
    """
    before, now = old.related_part("settings"), new.related_part("settings")
    if _switch(before, "evenAndOddHeaders") != _switch(now, "evenAndOddHeaders"):
        has = "har" if _switch(now, "evenAndOddHeaders") else "har inte längre"
        yield f"jämna sidor {has} eget sidhuvud och egen sidfot i den nyare filen"
    for called, said in _MEASURED.items():
        if said(before) != said(now):
            yield f"{called} är {said(before)} i den äldre filen, {said(now)} i den nyare"
    for name, called in _SWITCHES.items():
        if _switch(before, name) != _switch(now, name):
            how = "på" if _switch(now, name) else "av"
            yield f"{called} är {how} i den nyare filen"
    for name, called in _NOTES.items():
        if _numbering_of(before, name) != _numbering_of(now, name):
            yield f"{called} är en annan i den nyare filen"
    if _program(old) == _program(new) and _compatibility(before) != _compatibility(now):
        yield "kompatibilitetsalternativen för layout är andra i den nyare filen"
    had, has_now = _as_they_stand(before), _as_they_stand(now)
    names = sorted(name for name in {*had, *has_now} if had.get(name) != has_now.get(name))
    for called in dict.fromkeys(_WHOLE.get(name, _UNKNOWN) for name in names):
        yield f"{called} är annorlunda i den nyare filen"


def _program(file: Package) -> str:
    """Return the program that the file says has written it: each has its own options of layout."""
    root = file.related_part("extended-properties", "")
    said = () if root is None else (one for one in root if str(one.tag).endswith("Application"))
    return next((one.text or "" for one in said), "")


def _switch(settings: _Settings, name: str) -> bool:
    return settings is not None and bool(is_on(settings.find(W + name)))


def _tab_stop(settings: _Settings) -> str:
    return _cm(number(value(settings, "defaultTabStop") or None, _DEFAULT_TAB))


def _zone(settings: _Settings) -> str:
    return _cm(number(value(settings, "hyphenationZone") or None, _DEFAULT_ZONE))


def _hyphens(settings: _Settings) -> str:
    count = number(value(settings, "consecutiveHyphenLimit") or None, 0)
    return str(count) if count else "obegränsat"


def _sheets(settings: _Settings) -> str:
    return str(number(value(settings, "bookFoldPrintingSheets") or None, 0)) + " sidor"


def _spacing(settings: _Settings) -> str:
    said = value(settings, "characterSpacingControl") or "doNotCompress"
    return _SPACING.get(said, "något annat")


def _mode(settings: _Settings) -> str:
    said = dict(_compatibility_settings(settings)).get(_MODE, _OLDEST_MODE)
    return f"{_MODES.get(said, 'ett okänt')} ({said})" if said.isdecimal() else "ett okänt"


_MEASURED: Final[Mapping[str, Callable[[_Settings], str]]] = {
    "standardavståndet mellan tabbstopp": _tab_stop,
    "avstavningszonen": _zone,
    "antalet rader i följd som får avstavas": _hyphens,
    "häftets storlek": _sheets,
    "vad som trängs ihop i östasiatisk text": _spacing,
    "kompatibilitetsläget": _mode,
}


def _cm(twips: int) -> str:
    return f"{twips / _TWIPS_PER_CM:.2f} cm".replace(".", ",")


def _numbering_of(settings: _Settings, name: str) -> tuple[str, ...]:
    note_settings = None if settings is None else settings.find(W + name)
    parts = ("pos", "numFmt", "numStart", "numRestart")
    return tuple(value(note_settings, part) for part in parts)


def _compatibility(settings: _Settings) -> frozenset[tuple[str, str]]:
    """Return what is on of how older programs set lines and pages, but for the mode (17.15.3)."""
    held = None if settings is None else settings.find(f"{W}compat")
    switches = (
        (etree.QName(own).localname, "1")
        for own in (() if held is None else held)
        if isinstance(own.tag, str) and own.tag != f"{W}compatSetting" and is_on(own)
    )
    named = _compatibility_settings(settings)
    return frozenset((*switches, *(own for own in named if own[0] != _MODE and own[1] != "0")))


def _compatibility_settings(settings: _Settings) -> Iterator[tuple[str, str]]:
    held = () if settings is None else settings.iterfind(f"{W}compat/{W}compatSetting")
    yield from ((own.get(f"{W}name", ""), own.get(VAL, "")) for own in held)


_READ: Final = frozenset(
    {
        *("evenAndOddHeaders", "defaultTabStop", "hyphenationZone", "consecutiveHyphenLimit"),
        *("bookFoldPrintingSheets", "characterSpacingControl", "compat"),
        *_SWITCHES,
        *_NOTES,
    }
)


def _as_they_stand(settings: _Settings) -> dict[str, bytes]:
    """Return every setting that no other rule reads; of another maker's, none."""
    known = _OWN | _ELSEWHERE | _READ
    return {
        name: etree.tostring(node, method="c14n", with_tail=False)
        for node in (() if settings is None else settings)
        if isinstance(node.tag, str)
        and node.tag.startswith(W)
        and (name := etree.QName(node).localname) not in known
    }
