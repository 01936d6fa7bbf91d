"""More Word files whose words look otherwise than they were built, of our own making."""

import re
from collections.abc import Mapping
from typing import Final

from tests.pipeline.verify.altered.changes import (
    AMOUNT,
    HEAD,
    SUM,
    Change,
    D,
    Parts,
    S,
    before_sum,
    both,
    lines,
    look,
    replaced,
    rewritten,
    run_of,
    style,
)
from tests.pipeline.verify.altered.word_files import Told

W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
SUM_IS: Final = "”4 093 284 kronor” ser annorlunda ut"


def styled(identity: str, properties: str, kind: str = "rPr") -> Change:
    """Let a style of ours say `properties` of letters, or of lines, over what it says."""

    def change(parts: Parts) -> None:
        text = parts[S].decode()
        own = re.search(rf'<w:style [^>]*w:styleId="{identity}".*?</w:style>', text, re.DOTALL)
        assert own
        said = re.sub(rf"(<w:{kind}(?: [^>]*)?>.*?)(</w:{kind}>)", rf"\1{properties}\2", own[0])
        if said == own[0]:
            said = said.replace("</w:style>", f"<w:{kind}>{properties}</w:{kind}></w:style>")
        parts[S] = text.replace(own[0], said).encode()

    return change


LETTERS: Final[Mapping[str, Told]] = {
    "struck by a style on a style": (
        both(
            look('<w:rStyle w:val="Y"/>'), style("<w:strike/>"), style("", identity="Y", based="X")
        ),
        f"{SUM_IS} (struken)",
    ),
    "struck twice": (look("<w:dstrike/>"), f"{SUM_IS} (dubbelt struken)"),
    "nearly white": (look('<w:color w:val="FEFEFE"/>'), f"{SUM_IS} (färg)"),
    "white by a theme": (look('<w:color w:val="1A1A1A" w:themeColor="background1"/>'), "(färg)"),
    "on a dark ground": (look('<w:shd w:val="clear" w:fill="1A1A1A"/>'), f"{SUM_IS} (bakgrund)"),
    "on a ground of a pattern": (look('<w:shd w:val="solid" w:color="1A1A1A"/>'), "(bakgrund)"),
    "highlighted": (look('<w:highlight w:val="black"/>'), f"{SUM_IS} (överstruken)"),
    "squeezed": (look('<w:w w:val="1"/>'), f"{SUM_IS} (bredd)"),
    "squeezed to a width": (look('<w:fitText w:val="1"/>'), f"{SUM_IS} (hopträngd)"),
    "letters on each other": (look('<w:spacing w:val="-200"/>'), f"{SUM_IS} (spärrning)"),
    "half as large": (look('<w:sz w:val="10"/>'), f"{SUM_IS} (storlek)"),
    "a point larger": (look('<w:sz w:val="23"/>'), f"{SUM_IS} (storlek)"),
    "in Symbol": (look('<w:rFonts w:ascii="Symbol"/>'), f"{SUM_IS} (teckensnitt)"),
    "in Symbol above ASCII": (look('<w:rFonts w:hAnsi="Symbol"/>'), f"{SUM_IS} (teckensnitt)"),
    "in a font of the theme": (look('<w:rFonts w:asciiTheme="minorHAnsi"/>'), "(teckensnitt)"),
    "the other way": (look("<w:rtl/>"), f"{SUM_IS} (skriven åt andra hållet)"),
    "in capitals": (look("<w:caps/>"), f"{SUM_IS} (versaler)"),
    "in small capitals": (look("<w:smallCaps/>"), f"{SUM_IS} (kapitäler)"),
    "underlined": (look('<w:u w:val="single"/>'), f"{SUM_IS} (understruken)"),
    "bold": (look("<w:b/>"), f"{SUM_IS} (fet)"),
    "italic": (look("<w:i/>"), f"{SUM_IS} (kursiv)"),
    "only an outline": (look("<w:outline/>"), f"{SUM_IS} (kontur)"),
    "pressed in": (look("<w:imprint/>"), f"{SUM_IS} (nedtryckt)"),
    "raised": (look("<w:emboss/>"), f"{SUM_IS} (relief)"),
    "lowered": (look('<w:vertAlign w:val="subscript"/>'), "(upphöjd eller nedsänkt)"),
    "a point off the line": (look('<w:position w:val="2"/>'), f"{SUM_IS} (flyttad från raden)"),
    "animated": (look('<w:effect w:val="lights"/>'), f"{SUM_IS} (rörlig)"),
    "in a frame of its own": (look('<w:bdr w:val="single" w:sz="48"/>'), f"{SUM_IS} (ram)"),
    "without a filling": (
        look(f'<w14:textFill xmlns:w14="{W14}"><w14:noFill/></w14:textFill>'),
        f"{SUM_IS} (effekt)",
    ),
    "no longer bold": (
        replaced(D, "<w:rPr><w:b/><w:bCs/></w:rPr>", ""),
        "avsnittet ”Lokaler”: ”tillgängliga” ser annorlunda ut (fet)",
    ),
    "only a digit is white": (
        replaced(D, SUM, run_of(AMOUNT[0], '<w:color w:val="FFFFFF"/>') + run_of(AMOUNT[1:])),
        "avsnittet ”Ersättning”: ”4” ser annorlunda ut (färg)",
    ),
    "hidden in the head": (
        replaced(HEAD, "<w:r><w:t", "<w:r><w:rPr><w:vanish/></w:rPr><w:t"),
        "VE15 sidhuvudet: ”Exempels kommun” ser annorlunda ut (dold)",
    ),
    "white in a table": (
        replaced(
            D,
            '<w:r><w:t xml:space="preserve">stängt',
            '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t xml:space="preserve">stängt',
        ),
        "VE15 avsnittet ”Tider”: ”stängt” ser annorlunda ut (färg)",
    ),
}
STYLES: Final[Mapping[str, Told]] = {
    "the usual style of one point": (
        styled("Normal", '<w:sz w:val="2"/>'),
        "VE15 brödtexten ser annorlunda ut på 22 ställen (storlek), först i",
    ),
    "headings hidden": (
        styled("Rubrik1", "<w:vanish/>"),
        "VE15 avsnittet ”Tvist”: ”Tvist” ser annorlunda ut (dold)",
    ),
    "lists struck": (
        styled("Punktlista", "<w:strike/>"),
        "avsnittet ”Krav”: ”Personalen ska kunna svenska.” ser annorlunda ut (struken)",
    ),
    "letters of tables white": (
        styled("Avtalstabell", '<w:color w:val="FFFFFF"/>'),
        "VE17 formatmallarna",
    ),
    "entries of the contents tiny": (
        styled("Innehall2", '<w:sz w:val="2"/>'),
        "VE15 omslaget: ”1.2 Tider 3” ser annorlunda ut (storlek)",
    ),
    "a style for another": (
        replaced(S, 'w:styleId="Rubrik2"', 'w:styleId="Rubrik9"'),
        "ser annorlunda ut",
    ),
    "all letters of another colour": (
        rewritten(S, r"(<w:rPrDefault>\s*<w:rPr>)", r'\1<w:shd w:val="clear" w:fill="000000"/>'),
        "ser annorlunda ut på 32 ställen (bakgrund)",
    ),
    "all paragraphs far in": (
        rewritten(
            S,
            "<w:pPrDefault/>",
            '<w:pPrDefault><w:pPr><w:ind w:right="8000"/></w:pPr></w:pPrDefault>',
        ),
        "(högerindrag)",
    ),
    "lines of no height by a style": (
        styled("Normal", '<w:spacing w:line="1" w:lineRule="exact"/>', "pPr"),
        "VE17 formatmallarna",
    ),
}
PARAGRAPHS: Final[Mapping[str, Told]] = {
    "far in": (lines('<w:ind w:left="9000"/>'), "(indrag)"),
    "out of the page": (lines('<w:ind w:left="-9000"/>'), "(indrag)"),
    "on the next page": (lines("<w:pageBreakBefore/>"), "(ny sida före)"),
    "in a frame on the page": (lines('<w:framePr w:w="1" w:h="1" w:x="1" w:y="1"/>'), "(egen ram"),
    "to the right": (lines('<w:jc w:val="right"/>'), "(justering)"),
    "in lines of no height": (lines('<w:spacing w:line="1" w:lineRule="exact"/>'), "(radhöjd"),
    "in a border": (lines('<w:pBdr><w:top w:val="single" w:sz="90"/></w:pBdr>'), "(styckets ram)"),
    "on a black ground": (lines('<w:shd w:val="clear" w:fill="000000"/>'), "(styckets bakgrund)"),
    "from right to left": (lines("<w:bidi/>"), "(från höger)"),
    "kept together": (lines("<w:keepLines/>"), "VE17 brödtexten"),
    "far down": (lines('<w:spacing w:before="9000"/>'), "(luft före)"),
    "with a page break": (before_sum('<w:r><w:br w:type="page"/></w:r>'), "(ny sida före)"),
    "with a tab": (before_sum("<w:r><w:tab/></w:r>"), "VE17 brödtexten"),
    "with an empty paragraph": (replaced(D, "<w:sectPr", "<w:p/><w:sectPr"), "i tomma stycken"),
}
