"""The settings of a Word file that decide how it opens and how its pages are set."""

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import W

_BEFORE_FONTS = {
    W + tag
    for tag in (
        *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
        *("printFractionalCharacterWidth", "printFormsData"),
    )
}
"""What CT_Settings has before `embedTrueTypeFonts` (ECMA-376 part 1, 17.15.1.78)."""
_AFTER_COMPATIBILITY = {
    W + tag
    for tag in (
        *("docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
        *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions"),
        *("readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags"),
        *("decimalSymbol", "listSeparator"),
    )
} | {
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr",
    "{http://schemas.openxmlformats.org/schemaLibrary/2006/main}schemaLibrary",
}
_AFTER_ZONE = _AFTER_COMPATIBILITY | {
    W + tag
    for tag in (
        *("doNotHyphenateCaps", "showEnvelope", "summaryLength", "clickAndTypeStyle"),
        *("defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting"),
        *("bookFoldPrintingSheets", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing"),
        *("displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery"),
        *("doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin"),
        *("drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning"),
        *("characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars"),
        *("noLineBreaksAfter", "noLineBreaksBefore", "savePreviewPicture"),
        *("doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent"),
        *("alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly"),
        *("useXSLTWhenSaving", "saveThroughXslt", "showXMLTags", "alwaysMergeEmptyNamespace"),
        *("updateFields", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "rsids"),
    )
}
_AFTER_HYPHENATION = _AFTER_ZONE | {W + "consecutiveHyphenLimit", W + "hyphenationZone"}
_ZONE = 1400
"""Twips: a word is hyphenated where more than this is left of a line, so only one that is too long
for a column of its own."""
_SPACE_IS_ADDED = "doNotUseHTMLParagraphAutoSpacing"
_AFTER_SPACE = {
    W + tag
    for tag in (
        *("layoutRawTableWidth", "layoutTableRowsApart", "doNotBreakWrappedTables"),
        *("doNotSnapToGridInCell", "selectFldWithFirstOrLastChar", "applyBreakingRules"),
        *("doNotWrapTextWithPunct", "doNotUseEastAsianBreakRules", "growAutofit", "useFELayout"),
        *("useNormalStyleForList", "doNotUseIndentAsNumberingTabStop"),
        *("useAltKinsokuLineBreakRules", "allowSpaceOfSameStyleInTable"),
        *("doNotSuppressIndentation", "doNotAutofitConstrainedTables"),
        *("autofitToFirstFixedWidthCell", "underlineTabInNumList", "displayHangulFixedWidth"),
        *("splitPgBreakAndParaMark", "doNotVertAlignCellWithSp"),
        *("doNotBreakConstrainedForcedTable", "doNotVertAlignInTxbx", "useAnsiKerningPairs"),
        *("cachedColBalance", "compatSetting"),
    )
}


def carry_fonts(settings: Element) -> None:
    """Say in `settings` that the file carries its fonts, and keeps them when saved."""
    if settings.find(W + "embedTrueTypeFonts") is None:
        before = [own for own in settings if own.tag in _BEFORE_FONTS]
        settings.insert(len(before), w("embedTrueTypeFonts"))


def hyphenate(settings: Element) -> None:
    """Let long words be hyphenated where no style says otherwise (part 1, 17.15.1.10 and 53)."""
    for element, after in (
        (w("autoHyphenation"), _AFTER_HYPHENATION),
        (w("hyphenationZone", val=_ZONE), _AFTER_ZONE),
    ):
        if settings.find(element.tag) is None:
            later = [own for own in settings if own.tag in after]
            settings.insert(settings.index(later[0]) if later else len(settings), element)


def add_distances(settings: Element) -> None:
    """Let the space after a paragraph and before the next be added to each other.

    Without this, Word and LibreOffice take the larger of the two, as web browsers do. What
    the standard says of it (part 1, 17.15.3.10) is but a part of what it does.
    """
    compatibility = settings.find(W + "compat")
    if compatibility is None:
        compatibility = w("compat")
        settings.insert(_place(settings, _AFTER_COMPATIBILITY), compatibility)
    if compatibility.find(W + _SPACE_IS_ADDED) is None:
        compatibility.insert(_place(compatibility, _AFTER_SPACE), w(_SPACE_IS_ADDED))


def open_without_questions(settings: Element) -> None:
    """Take away what makes Word ask whether to update the fields when the file is opened."""
    for element in settings.findall(W + "updateFields"):
        settings.remove(element)


def _place(parent: Element, later: set[str]) -> int:
    return next((at for at, own in enumerate(parent) if own.tag in later), len(parent))
