"""More Word files that read otherwise than they were built, of our own making."""

from collections.abc import Mapping
from typing import Final

from tests.pipeline.verify.altered import own_looks
from tests.pipeline.verify.altered.changes import (
    DUTY,
    FOOT,
    OFFICE,
    SETTINGS,
    START,
    SUM,
    D,
    N,
    Parts,
    T,
    after_sum,
    before_sum,
    both,
    lines,
    note,
    paragraph,
    part,
    related,
    replaced,
    rewritten,
    run_of,
)
from tests.pipeline.verify.altered.word_files import MARK, SHAPE, Told, deleted, remarked, swapped


def doubled(parts: Parts) -> None:
    text = parts[D].decode()
    first = text.index(START)
    whole = text[first : text.index("</w:p>", first) + len("</w:p>")]
    parts[D] = text.replace(whole, whole + whole, 1).encode()


def reversed_items(parts: Parts) -> None:
    text = parts[D].decode()
    text = text.replace("ha utbildning", "X").replace("kunna svenska", "ha utbildning")
    parts[D] = text.replace("X", "kunna svenska").encode()


WORDS: Final[Mapping[str, Told]] = {
    "a digit": (
        replaced(D, "093", "903"),
        "VE09 avsnittet ”1 Ersättning”: filen har ”4\N{NO-BREAK SPACE}903",
    ),
    "a space less in a sum": (replaced(D, "4\N{NO-BREAK SPACE}093", "4093"), "VE09 avsnittet ”1 E"),
    "may for shall": (replaced(D, "Utföraren ska", "Utföraren får"), "VE09 avsnittet ”1.1 Krav”"),
    "not": (replaced(D, "täcker alla", "täcker inte alla"), "filen har ”inte ”, arbetsytan ””"),
    "a comma": (replaced(D, "per år, och", "per år och"), "VE09 avsnittet ”1 Ersättning”"),
    "a paragraph more": (replaced(D, START, paragraph(DUTY) + START), "filen har ”Utföraren får"),
    "a paragraph less": (
        rewritten(D, r"<w:p>(?:(?!<w:p>).)*Lokalerna ska.*?</w:p>", ""),
        "”Lokalerna",
    ),
    "a paragraph twice": (doubled, "VE09 avsnittet ”1 Ersättning”: filen har ”Ersättningen är"),
    "a cell": (replaced(D, ">17<", ">12<"), "VE09 avsnittet ”1.2 Tider”"),
    "a row of a table less": (
        rewritten(D, r"<w:tr>(?:(?!<w:tr>).)*Helger.*?</w:tr>", ""),
        "”1.2 Tider”",
    ),
    "items in another order": (reversed_items, "VE09 avsnittet ”1.1 Krav”"),
    "a heading": (replaced(D, ">Lokaler<", ">Lokal<", -1), "VE09 avsnittet ”1.3 Lokal”"),
    "the title on the cover": (
        replaced(D, ">Prov<", ">Övning<"),
        "VE09 omslaget: filen har ”Övning”",
    ),
    "the number of the case": (replaced(D, ">100<", ">101<"), "VE09 omslaget"),
    "who signs": (replaced(D, "Stödenheten", "Stabsenheten"), "VE09 underskrifterna"),
    "what a reference says": (
        rewritten(D, r"(REF _Ref_ersattning.{0,120}<w:t[^>]*>)1<", r"\g<1>7<"),
        "VE09 avsnittet ”2 Tvist”: filen har ”7",
    ),
    "the page in the contents": (
        rewritten(D, r"(PAGEREF _Toc100000003.{0,120}<w:t[^>]*>)3<", r"\g<1>9<"),
        "VE17 brödtexten",
    ),
    "how many pages there are": (
        rewritten(FOOT, r"(NUMPAGES.{0,120}<w:t[^>]*>)2<", r"\g<1>9<"),
        "VE17 sidfoten",
    ),
    "put in by somebody": (
        before_sum(f'<w:ins w:id="9" w:author="Kim">{run_of("högst ")}</w:ins>'),
        "VE12 avsnittet ”1 Ersättning”: spårad ändring, tillagt av Kim: ”högst”",
    ),
    "taken away in a table": (
        rewritten(
            D, r'<w:r><w:t xml:space="preserve">stängt</w:t></w:r>', deleted(run_of("stängt"))
        ),
        "VE12 avsnittet ”1.2 Tider”: spårad ändring, struket",
    ),
    "an endnote": (note("Utan verkan.", "endnote"), "VE09 noterna: filen har ”Utan verkan.”"),
    "words in the head of the cover": (
        replaced("word/header2.xml", "</w:hdr>", f"{paragraph(DUTY)}</w:hdr>"),
        "VE09 sidhuvudet: filen har ”Utföraren får",
    ),
    "words in the foot of the cover": (
        rewritten("word/footer2.xml", "<w:ftr ([^>]*)/>", rf"<w:ftr \1>{paragraph(DUTY)}</w:ftr>"),
        "VE09 sidfoten: filen har ”Utföraren får",
    ),
    "a zero in another alphabet": (replaced(D, "093", "\N{GREEK SMALL LETTER OMICRON}93"), "VE09"),
    "letters that nobody sees": (replaced(D, "täcker", "täck\u200ber"), "VE09 avsnittet ”1 E"),
    "a soft hyphen": (replaced(D, "kostnader", "kost\u00adnader"), "VE17"),
    "another remark": (remarked("Nej."), "VE16 kommentar 1 Robin Exempel: ”Nej.”"),
    "words beside a picture": (
        after_sum(
            '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            'wordprocessingDrawing"><wp:docPr id="9" name="x" descr="gäller ej"/></wp:inline>'
            "</w:drawing></w:r>"
        ),
        "VE15 brödtexten har fler bilder",
    ),
    "a link on the sum": (
        both(
            replaced(D, SUM, f'<w:hyperlink xmlns:r="{OFFICE}" r:id="rIdX">{SUM}</w:hyperlink>'),
            related("hyperlink", "http://x.example/", outside=True),
        ),
        "VE15 en länk leder till http://x.example/",
    ),
    "text above text": (
        before_sum(
            f"<w:r><w:ruby><w:rt>{run_of('ej')}</w:rt><w:rubyBase>{run_of('är')}</w:rubyBase></w:ruby></w:r>"
        ),
        "VE15 brödtexten har text ovanför text",
    ),
}
TABLES: Final[Mapping[str, Told]] = {
    "a cell over two": (
        replaced(D, "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>'),
        "(cellen samman",
    ),
    "a cell into the one above": (replaced(D, "<w:tcPr>", "<w:tcPr><w:vMerge/>"), "VE"),
    "a cell turned": (
        replaced(D, "<w:tcPr>", '<w:tcPr><w:textDirection w:val="btLr"/>'),
        "avsnittet ”Tider”: ”Dag” ser annorlunda ut (cellens riktning)",
    ),
    "a black cell": (replaced(D, 'w:fill="EEF1F4"', 'w:fill="000000"'), "(cellens bakgrund)"),
    "a row of no height": (
        replaced(D, "<w:tblHeader/>", '<w:tblHeader/><w:trHeight w:val="1" w:hRule="exact"/>'),
        "”Dag” ser annorlunda ut (radens höjd)",
    ),
    "a row hidden": (replaced(D, "<w:tblHeader/>", "<w:tblHeader/><w:hidden/>"), "(raden dold)"),
    "a column of no width": (replaced(D, 'w:gridCol w:w="4366"', 'w:gridCol w:w="1"'), "VE17"),
    "a table off the page": (replaced(D, '<w:tblInd w:w="0"', '<w:tblInd w:w="9000"'), "VE17"),
    "a table without lines": (replaced(D, 'w:color="9AA5B1"', 'w:color="FFFFFF"'), "VE17"),
}
PAGES: Final[Mapping[str, Told]] = {
    "on its side": (replaced(D, "<w:pgSz ", '<w:pgSz w:orient="landscape" '), "(papper)"),
    "on other paper": (
        replaced(D, 'w:w="11906"', 'w:w="5000"'),
        "VE15 sidornas mått är andra (papper)",
    ),
    "with other margins": (replaced(D, 'w:gutter="0"', 'w:gutter="4000"'), "(marginaler)"),
    "in columns": (replaced(D, "<w:titlePg/>", '<w:cols w:num="3"/><w:titlePg/>'), "(spalter)"),
    "in the middle of the page": (
        replaced(D, "<w:titlePg/>", '<w:vAlign w:val="center"/><w:titlePg/>'),
        "(höjdläge)",
    ),
    "the head of the cover on every page": (replaced(D, "<w:titlePg/>", ""), "VE17 brödtexten"),
    "without a head": (
        rewritten(D, '<w:headerReference w:type="default"[^>]*/>', ""),
        "VE17 brödtexten är inte som i filen som byggs: utanför styckena",
    ),
    "heads for feet": (
        both(
            replaced(
                D,
                'headerReference w:type="default" r:id="rId10"',
                'headerReference w:type="default" r:id="rId11"',
            ),
        ),
        "VE17 brödtexten",
    ),
    "a section of its own": (
        lines('<w:sectPr><w:pgSz w:w="2000" w:h="2000"/></w:sectPr>'),
        "VE15 sidornas mått är andra",
    ),
    "a background": (replaced(D, "<w:body>", '<w:background w:color="000000"/><w:body>'), "VE17"),
    "a mark across the cover": (
        replaced("word/header2.xml", "</w:hdr>", f"{MARK}</w:hdr>"),
        "VE15 sidhuvudet har en ritad form",
    ),
    "a white shape over the text": (
        replaced(D, START, SHAPE.format('<v:fill color="white"/>') + START),
        "VE15 brödtexten har en ritad form",
    ),
}
NUMBERS: Final[Mapping[str, Told]] = {
    "Roman": (replaced(N, 'w:numFmt w:val="decimal"', 'w:numFmt w:val="upperRoman"'), "VE09"),
    "from zero": (replaced(N, '<w:start w:val="1"/>', '<w:start w:val="0"/>'), "VE09"),
    "without numbers": (replaced(N, 'w:lvlText w:val="%1"', 'w:lvlText w:val=""'), "VE"),
    "as in law": (replaced(N, "<w:lvlJc ", "<w:isLgl/><w:lvlJc "), "VE17 listornas numrering"),
    "a list from five": (
        rewritten(
            N,
            r'(<w:num w:numId="3">.*?)(</w:num>)',
            r'\1<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>\2',
        ),
        "VE17 listornas numrering",
    ),
    "a list that is none": (
        rewritten(D, r'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>', ""),
        "VE",
    ),
    "a bullet in another font": (
        replaced(
            N,
            '<w:lvlText w:val="•"/>',
            '<w:lvlText w:val="•"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>',
        ),
        "VE17 listornas numrering",
    ),
    "a heading without its number": (
        rewritten(
            D,
            r'(<w:pStyle w:val="Rubrik1"/>)(<w:pageBreakBefore/>)',
            r'\1\2<w:numPr><w:numId w:val="0"/></w:numPr>',
        ),
        "VE",
    ),
}
SETTING: Final[Mapping[str, Told]] = {
    name: (replaced(SETTINGS, "<w:zoom", f"{added}<w:zoom"), "VE17 dokumentets inställningar")
    for name, added in {
        "updated when it is opened": '<w:updateFields w:val="true"/>',
        "tracking": "<w:trackRevisions/>",
        "other heads on even pages": "<w:evenAndOddHeaders/>",
        "protected": '<w:documentProtection w:edit="forms"/>',
        "as in an old program": "<w:mirrorMargins/>",
        "with a background on the screen": "<w:displayBackgroundShape/>",
    }.items()
}


def runs_at_opening(parts: Parts) -> None:
    name = "customUI/customUI.xml"
    part(name, '<customUI xmlns="urn:x" onLoad="start"/>')(parts)
    related("extensibility", name, part="_rels/.rels")(parts)


PACKAGES: Final[Mapping[str, Told]] = {
    "an object": (
        both(related("oleObject", "o.bin"), lambda parts: parts.__setitem__("word/o.bin", b"x")),
        "VE15 filen bär något som programmet aldrig skriver: ett inbäddat objekt",
    ),
    "a picture from outside": (
        related("image", "http://x.example/y.png", outside=True),
        "VE15 något hämtas utifrån (en bild",
    ),
    "text from a Word file": (
        both(related("aFChunk", "alt.docx"), part("word/alt.docx", "PK")),
        "VE15 filen bär något som programmet aldrig skriver: en infogad fil",
    ),
    "a document from outside": (
        both(
            replaced(D, "<w:sectPr", f'<w:subDoc xmlns:r="{OFFICE}" r:id="rIdX"/><w:sectPr'),
            related("subDocument", "http://x.example/y.docx", outside=True),
        ),
        "VE15 något hämtas utifrån (ett underdokument",
    ),
    "letters from a list": (
        related("mailMergeSource", "file:///x.csv", outside=True),
        "VE15 något hämtas utifrån (en adresslista",
    ),
    "something that runs at opening": (runs_at_opening, "VE17 en del som programmet inte känner"),
    "a stand-in for the font": (
        replaced("word/fontTable.xml", "Calibri", "Wingdings"),
        "VE17 förteckningen över teckensnitt",
    ),
    "bold letters for italic": (swapped(3, 2), "har andra bokstäver (Italic)"),
    "no font in the file": (
        rewritten("word/fontTable.xml", "<w:embedRegular[^>]*/>", ""),
        "VE17 förteckningen över teckensnitt",
    ),
    "another title in the window": (
        replaced("docProps/core.xml", "</dc:title>", " 2</dc:title>"),
        "VE17 filens egenskaper",
    ),
    "another author": (
        rewritten("docProps/core.xml", "<dc:creator>[^<]*<", "<dc:creator>Kim<"),
        "VE17 filens egenskaper",
    ),
    "another type of a part": (
        replaced(T, "footer+xml", "header+xml"),
        "VE17 förteckningen över filens delar är inte som i filen som byggs: en del är",
    ),
    "a part that nothing leads to": (
        part("word/x.xml", "<x/>"),
        "VE17 en del som programmet inte känner",
    ),
    "a theme": (
        both(part("word/theme/theme1.xml", "<x/>"), related("theme", "theme/theme1.xml")),
        "VE17 temat",
    ),
}
OWN: Final[Mapping[str, Mapping[str, Told]]] = {
    "letters": own_looks.LETTERS,
    "styles": own_looks.STYLES,
    "paragraphs": own_looks.PARAGRAPHS,
    "words": WORDS,
    "tables": TABLES,
    "pages": PAGES,
    "numbers": NUMBERS,
    "settings": SETTING,
    "packages": PACKAGES,
}
