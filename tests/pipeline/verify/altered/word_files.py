"""Word files that read otherwise than they were built: what is done, and what is said of it.

`HANDED` are those that this project was handed as cases, by the names that they had there; `OWN`
are others of the same kinds, and of more kinds.
"""

import re
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from tests.pipeline.verify.altered.changes import (
    AMOUNT,
    DUTY,
    FOOT,
    HEAD,
    MATH_NS,
    OFFICE,
    OTHER,
    PACKAGE,
    SETTINGS,
    START,
    SUM,
    VML,
    W_NS,
    WORDS_TYPE,
    Change,
    D,
    N,
    Parts,
    S,
    T,
    after_sum,
    before_sum,
    both,
    look,
    note,
    paragraph,
    part,
    related,
    replaced,
    rewritten,
    run_of,
    style,
)

Told = tuple[Change, str]
"""What is done, and words of what is said; the code stands first."""

SECTION: Final = "avsnittet ”Ersättning”"
SHAPE: Final = f'<w:p><w:r><w:pict><v:shape xmlns:v="{VML}">{{}}</v:shape></w:pict></w:r></w:p>'
BOX: Final = SHAPE.format(
    f"<v:textbox><w:txbxContent>{paragraph(DUTY)}</w:txbxContent></v:textbox>"
)
MARK: Final = SHAPE.format('<v:textpath string="OGILTIG"/>')
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STORE: Final = "{00000000-0000-0000-0000-000000000001}"


def forged(parts: Parts) -> None:
    """Write another sum, and reckon the digest of its section in the properties again."""
    replaced(D, SUM, run_of(OTHER))(parts)
    digest = sha256(OTHER.encode()).hexdigest().encode()
    name = "docProps/custom.xml"
    parts[name] = re.sub(rb"tryckt=[0-9a-f]{64}", b"tryckt=" + digest, parts[name])


def moved(which: int, before: int) -> Change:
    """Put a section below a heading before an earlier one, both counted from the first, 0."""

    def change(parts: Parts) -> None:
        text = parts[D].decode()
        starts = [m.start() for m in re.finditer(r'<w:p><w:pPr><w:pStyle w:val="Rubrik2"', text)]
        place, start, end = starts[before], starts[which], starts[which + 1]
        whole = (text[:place], text[start:end], text[place:start], text[end:])
        parts[D] = "".join(whole).encode()

    return change


def remote(parts: Parts) -> None:
    name = "word/_rels/settings.xml.rels"
    parts[name] = f'<Relationships xmlns="{PACKAGE}"></Relationships>'.encode()
    related("attachedTemplate", "http://127.0.0.1:9/mall.dotm", outside=True, part=name)(parts)
    added = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rIdX"/><w:zoom'
    replaced(SETTINGS, "<w:zoom", added)(parts)


def swapped(one: int, other: int) -> Change:
    def change(parts: Parts) -> None:
        parts[f"word/fonts/font{one}.odttf"] = parts[f"word/fonts/font{other}.odttf"]

    return change


def remarked(words: str) -> Change:
    comment = f'<w:comment w:id="1" w:author="Robin Exempel"><w:p>{run_of(words)}</w:p></w:comment>'
    return both(
        replaced(
            D,
            SUM,
            f'<w:commentRangeStart w:id="1"/>{SUM}<w:commentRangeEnd w:id="1"/>'
            '<w:r><w:commentReference w:id="1"/></w:r>',
        ),
        part(
            "word/comments.xml",
            f'<w:comments xmlns:w="{W_NS}">{comment}</w:comments>',
            f"{WORDS_TYPE}comments+xml",
        ),
        related("comments", "comments.xml"),
    )


def deleted(xml: str) -> str:
    words = xml.replace("w:t xml:space", "w:delText xml:space").replace("</w:t>", "</w:delText>")
    return f'<w:del w:id="900" w:author="Motpart">{words}</w:del>'


CONTROL: Final = (
    f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{STORE}"/></w:sdtPr>'
    f"<w:sdtContent>{SUM}</w:sdtContent></w:sdt>"
)
INCLUDED: Final = (
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    '<w:r><w:instrText> INCLUDETEXT "x.docx" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ACTIVE: Final = (
    '<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" '
    'ax:classid="{8BD21D10-EC42-11CE-9E0D-00AA006002F3}"/>'
)
CHOICE: Final = (
    f'<mc:AlternateContent xmlns:mc="{MC}" xmlns:zz="urn:okand"><mc:Choice Requires="zz">{SUM}'
    f"</mc:Choice><mc:Fallback>{run_of(OTHER)}</mc:Fallback></mc:AlternateContent>"
)
FORMULA: Final = f'<m:oMath xmlns:m="{MATH_NS}"><m:r><m:t>×10</m:t></m:r></m:oMath>'
SPLIT: Final = run_of(AMOUNT[:5]) + run_of(AMOUNT[5:], '<w:vertAlign w:val="superscript"/>')

HANDED: Final[Mapping[str, Told]] = {
    "active-control": (
        both(
            part("word/activeX/activeX1.xml", ACTIVE, "application/vnd.ms-office.activeX+xml"),
            related("control", "activeX/activeX1.xml"),
            after_sum(
                f'<w:r><w:object><w:control xmlns:r="{OFFICE}" r:id="rIdX" w:name="Knapp"/>'
                "</w:object></w:r>"
            ),
        ),
        "VE15 brödtexten har en kontroll",
    ),
    "alt-chunk-html": (
        both(
            replaced(D, "<w:sectPr", f'<w:altChunk xmlns:r="{OFFICE}" r:id="rIdX"/><w:sectPr'),
            part("word/alt.html", f"<p>{DUTY}</p>", "text/html"),
            related("aFChunk", "alt.html"),
        ),
        "VE15 brödtexten har text ur en annan fil",
    ),
    "black-on-black": (
        look('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'),
        f"VE15 {SECTION}: ”4 093 284 kronor” ser annorlunda ut (bakgrund, färg)",
    ),
    "bullet-is-a-word": (
        rewritten(
            N,
            r'(<w:numFmt w:val="bullet"/>.{0,200}?<w:lvlText w:val=")[^"]*"',
            r'\1utom"',
            0,
        ),
        "VE15 en punkt eller ett nummer har ord i sig: ”utom”",
    ),
    "contents-other-heading": (
        rewritten(D, r'(Innehall1"/>.*?<w:t[^>]*>)(Ersättning)', r"\1Gratis"),
        "VE15 innehållsförteckningen har ”1 Gratis”",
    ),
    "contents-style-in-body": (
        replaced(D, START, paragraph(DUTY, "Innehall1") + START),
        "VE15 innehållsförteckningen har ”Utföraren får",
    ),
    "control-bound-to-store": (
        both(
            replaced(D, SUM, CONTROL),
            part("customXml/item1.xml", f"<x>{OTHER}</x>", "application/xml"),
            related("customXml", "../customXml/item1.xml"),
        ),
        "VE15 brödtexten har text bunden till data",
    ),
    "document-defaults-hidden": (
        rewritten(S, r"(<w:rPrDefault>\s*<w:rPr>)", r"\1<w:vanish/>"),
        "VE15 brödtexten ser annorlunda ut på 32 ställen (dold), först i omslaget: ”Uppdrag”",
    ),
    "embedded-object": (after_sum("<w:r><w:object/></w:r>"), "VE15 brödtexten har ett inbäddat"),
    "fallback-of-unknown-choice": (replaced(D, SUM, CHOICE), "VE15 brödtexten har en reservtext"),
    "font-of-other-letters": (swapped(1, 2), "VE15 teckensnittet lato i filen har andra"),
    "footer-clause": (
        replaced(FOOT, "</w:ftr>", f"<w:p>{run_of(DUTY)}</w:p></w:ftr>"),
        "VE09 sidfoten: filen har ”Utföraren får",
    ),
    "footer-title": (replaced(FOOT, ">Prov<", ">Prövning<"), "VE09 sidfoten: filen har ”Prövning”"),
    "footnote": (note("Beloppet gäller inte."), "VE09 noterna: filen har ”Beloppet gäller inte.”"),
    "forged-digest": (forged, "VE09 avsnittet ”1 Ersättning”: filen har ”9 999 999"),
    "formula-times-ten": (after_sum(FORMULA), "VE09 avsnittet ”1 Ersättning”: filen har ”[formel"),
    "header-number": (
        rewritten(HEAD, r"(SON \d{4}<.*?noBreakHyphen.*?>)\d+<", r"\g<1>999<"),
        "VE09 sidhuvudet: filen har ”SON 2026-999”",
    ),
    "heading-number-from-7": (
        replaced(N, '<w:start w:val="1"/>', '<w:start w:val="7"/>'),
        "VE09 avsnittet ”7 Ersättning”: filen har ”7”, arbetsytan ”1”",
    ),
    "hidden-character-style": (
        both(look('<w:rStyle w:val="X"/>'), style("<w:vanish/>")),
        f"VE15 {SECTION}: ”4 093 284 kronor” ser annorlunda ut (dold)",
    ),
    "hidden-run": (look("<w:vanish/>"), "VE09 avsnittet ”1 Ersättning”: filen har ””"),
    "include-text-dirty": (after_sum(INCLUDED), "VE15 brödtexten har ett fält"),
    "linked-picture": (
        after_sum('<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://127.0.0.1:9/a.png&quot; "/>'),
        "VE15 brödtexten har ett fält som programmet aldrig skriver (INCLUDEPICTURE)",
    ),
    "macro": (
        both(
            lambda parts: parts.__setitem__("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
            replaced(
                T,
                "</Types>",
                '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
                "</Types>",
            ),
        ),
        "VE15 filen bär ett program (makro)",
    ),
    "lifted-section": (
        lambda parts: parts.update({D: parts[D].replace(b'"Rubrik2"', b'"Rubrik1"', 1)}),
        "VE09 avsnittet ”2 Krav”: filen har ”på högsta nivån”",
    ),
    "moved-section": (moved(1, 0), "VE09 avsnittet ”1.1 Tider”: filen har ”flyttat”"),
    "off-the-line": (
        look('<w:position w:val="-3000"/>'),
        f"VE15 {SECTION}: ”4 093 284 kronor” ser",
    ),
    "one-point": (look('<w:sz w:val="2"/>'), "ser annorlunda ut (storlek)"),
    "quote-field": (
        after_sum('<w:fldSimple w:instr=" QUOTE &quot; gånger tio&quot; "/>'),
        "VE15 brödtexten har ett fält som programmet aldrig skriver (QUOTE)",
    ),
    "remote-template": (remote, "VE15 något hämtas utifrån (en mall: http://127.0.0.1"),
    "right-to-left-mark": (
        replaced(D, SUM, run_of(f"\u202e{AMOUNT[::-1]}\u202c")),
        "VE09 avsnittet ”1 Ersättning”: filen har",
    ),
    "strike": (look("<w:strike/>"), "”4 093 284 kronor” ser annorlunda ut (struken)"),
    "sum": (replaced(D, SUM, run_of(OTHER)), "VE09 avsnittet ”1 Ersättning”: filen har ”9 999"),
    "superscript": (replaced(D, SUM, SPLIT), "ser annorlunda ut (upphöjd eller nedsänkt)"),
    "symbol-minus": (
        before_sum('<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>'),
        "VE09 avsnittet ”1 Ersättning”: filen har ”−”",
    ),
    "text-box": (replaced(D, START, BOX + START), "VE09 avsnittet ”Textruta 1”: filen har"),
    "tracked-deletion": (
        replaced(D, SUM, deleted(SUM)),
        "VE12 avsnittet ”1 Ersättning”: spårad ändring, struket av Motpart",
    ),
    "watermark": (replaced(HEAD, "</w:hdr>", f"{MARK}</w:hdr>"), "VE15 sidhuvudet har en ritad"),
    "white": (look('<w:color w:val="FFFFFF"/>'), f"VE15 {SECTION}: ”4 093 284 kronor” ser"),
    "comment": (
        remarked("Kan vi mötas här?"),
        "VE16 kommentar 1 Robin Exempel: ”Kan vi mötas här?”",
    ),
}


def decomposed(parts: Parts) -> None:
    """Write every letter of the text as some editors do."""
    text = parts[D].decode()
    parts[D] = re.sub(
        r">[^<]+</w:t>", lambda found: unicodedata.normalize("NFD", found[0]), text
    ).encode()


HELD: Final = '<w:t xml:space="preserve">'
UNCHANGED: Final[Mapping[str, Change]] = {
    "ok-as-built": lambda _: None,
    "ok-zip-order": lambda parts: parts.update(
        {name: parts.pop(name) for name in sorted(parts, reverse=True)}
    ),
    "ok-bookmarks-gone": rewritten(D, r'<w:bookmarkStart w:id="\d+" w:name="_ag_[^"]*"/>', "", 0),
    "ok-decomposed-letters": decomposed,
    "ok-revision-marks": replaced(
        D, "<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">', -1
    ),
    "marks of an editor on every run": replaced(D, "<w:r>", '<w:r w:rsidR="00AB12CD">', -1),
    "checked for spelling": replaced(D, SUM, f'<w:proofErr w:type="spellStart"/>{SUM}'),
    "where pages broke last": replaced(D, SUM, f"<w:r><w:lastRenderedPageBreak/></w:r>{SUM}"),
    "typed in and taken back": replaced(
        D,
        SUM,
        SUM.replace(AMOUNT, f'{AMOUNT[:3]}</w:t></w:r><w:r w:rsidR="00AB12CD">{HELD}{AMOUNT[3:]}'),
    ),
    "not spelled": replaced(D, SUM, SUM.replace("<w:t", "<w:rPr><w:noProof/></w:rPr><w:t", 1)),
    "every bookmark gone": rewritten(D, r"<w:bookmark(Start|End)[^>]*/>", "", 0),
}
"""What an editor writes that no reader sees; nothing is said of it."""
