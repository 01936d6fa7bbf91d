"""Which settings of a Word file are others than those of another that one program has written.

What a program keeps for its own sake, or for who edits the file, is listed; all else is told.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import MATH, W
from avtalsgen.ooxml.package import Package

_OWN: Final = frozenset(
    W + name
    for name in (
        *("view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *(
            "doNotDisplayPageBoundaries",
            "embedSystemFonts",
            "saveSubsetFonts",
            "embedTrueTypeFonts",
        ),
        *("saveFormsData", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle"),
        *("proofState", "formsDesign", "linkStyles", "stylePaneFormatFilter", "documentType"),
        *("stylePaneSortMethod", "revisionView", "doNotTrackMoves", "doNotTrackFormatting"),
        *("autoFormatOverride", "styleLockTheme", "styleLockQFSet", "showEnvelope"),
        *("summaryLength", "clickAndTypeStyle", "defaultTableStyle", "savePreviewPicture"),
        *("drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "doNotShadeFormData"),
        *("displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery"),
        *("doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin"),
        *("drawingGridVerticalOrigin", "doNotValidateAgainstSchema", "saveInvalidXml"),
        *("ignoreMixedContent", "alwaysShowPlaceholderText", "doNotDemarcateInvalidXml"),
        *("saveXmlDataOnly", "useXSLTWhenSaving", "saveThroughXslt", "showXMLTags"),
        *("alwaysMergeEmptyNamespace", "hdrShapeDefaults", "rsids", "attachedSchema"),
        *("themeFontLang", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
        *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults"),
        *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "noPunctuationKerning"),
    )
) | {f"{MATH}mathPr", "{http://schemas.openxmlformats.org/schemaLibrary/2006/main}schemaLibrary"}
"""How the file is edited and saved, and what it has been; not what is printed (17.15.1)."""
_TOLD: Final = frozenset(
    W + name
    for name in (
        *("displayBackgroundShape", "mirrorMargins", "gutterAtTop", "defaultTabStop"),
        *("autoHyphenation", "evenAndOddHeaders", "footnotePr", "endnotePr", "updateFields"),
        "attachedTemplate",
    )
)
"""Told of any two files, whoever has written them."""
_CALLED: Final[Mapping[str, str]] = {
    "documentProtection": "skyddet mot ändringar",
    "writeProtection": "skrivskyddet",
    "trackRevisions": "om ändringar spåras",
    "docVars": "dokumentets variabler",
    "mailMerge": "kopplingen till en adresslista",
    "clrSchemeMapping": "hur temats färger används",
    "compat": "hur raderna sätts",
}


def settings_that_differ(old: Package, new: Package) -> Iterator[str]:
    """Yield in Swedish each setting that is another and that is told nowhere else.

    Raises:
        UnfitError: a part of a file cannot be read.
    """
    before, now = _settings(old), _settings(new)
    names = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    called = dict.fromkeys(_CALLED.get(name, "en inställning för utskrift") for name in names)
    yield from (f"{what} är annorlunda i den nyare filen" for what in called)


def _settings(file: Package) -> dict[str, bytes]:
    root = file.related_part("settings")
    return {
        etree.QName(node).localname: etree.tostring(node, method="c14n", with_tail=False)
        for node in (() if root is None else root)
        if isinstance(node.tag, str)
        and node.tag.startswith(W)
        and node.tag not in _OWN
        and node.tag not in _TOLD
    }
