"""What nobody sees on the pages of a Word file, and whoever works in it comes across, is told."""

from pathlib import Path

import pytest
from tests.redline.wordfile import OFFICE, STYLES, control, field, par, run, unzipped, word, zipped

from avtalsgen.pipeline.compare.diff import DiffOrder, diff
from avtalsgen.redline import word_redline

WORDS = "Priset är fast."
PLAIN = word(WORDS)


def compat(said: str, name: str = "compatibilityMode") -> bytes:
    uri = "http://schemas.microsoft.com/office/word"
    own = f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{said}"/>'
    return word(WORDS, settings=f"<w:compat>{own}</w:compat>")


def setting(said: str) -> bytes:
    return word(WORDS, settings=said)


def permitted(group: str) -> bytes:
    ends = f'<w:permStart w:id="1" w:edGrp="{group}"/>', '<w:permEnd w:id="1"/>'
    return word(par(ends[0], run(WORDS), ends[1]))


def linked(attribute: str) -> bytes:
    return word(
        par(f'<w:hyperlink r:id="l"{attribute}>{run("här")}</w:hyperlink>'), links={"l": "a"}
    )


def noted(notice: str) -> bytes:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    parts = unzipped(word(par(run(WORDS), note), notes={1: "Not."}))
    own = f'<w:footnote w:type="continuationNotice" w:id="7"><w:p>{notice}</w:p></w:footnote>'
    parts["word/footnotes.xml"] = parts["word/footnotes.xml"].replace(
        b"</w:footnotes>", f"{own}</w:footnotes>".encode()
    )
    return zipped(parts)


def form(inner: str) -> bytes:
    begin = '<w:fldChar w:fldCharType="begin"/>'
    own = f'<w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar>'
    return word(par(field("FORMTEXT", "svar").replace(begin, own)))


def held(properties: str) -> bytes:
    shell = control(run("Ja"))
    return word(par(shell.replace("</w:sdtPr>", f"{properties}</w:sdtPr>")))


def nameless(properties: str) -> bytes:
    content = f"<w:sdtContent>{run('Ja')}</w:sdtContent>"
    return word(par(f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{content}</w:sdt>"))


def bare_control(data: bytes) -> bytes:
    parts = unzipped(data)
    body = parts["word/document.xml"].decode()
    start, end = body.index("<w:sdtPr>"), body.index("</w:sdtPr>") + len("</w:sdtPr>")
    return zipped({**parts, "word/document.xml": body[:start] + body[end:]})


def titled(title: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    own = (
        f'<c:coreProperties xmlns:c="{space}" xmlns:d="http://purl.org/dc/elements/1.1/">'
        f"<d:title>{title}</d:title><c:lastModifiedBy>{title}</c:lastModifiedBy>"
        "</c:coreProperties>"
    )
    return zipped({**unzipped(PLAIN), "docProps/core.xml": own})


def in_store(words: str) -> bytes:
    parts = unzipped(PLAIN)
    space = (
        f'xmlns:w="{parts["word/document.xml"].decode().split("xmlns:w=")[1].split(chr(34))[1]}"'
    )
    lead = f'<Relationship Id="g" Type="{OFFICE}glossaryDocument" Target="glossary.xml"/>'
    rels = parts["word/_rels/document.xml.rels"].decode()
    block = f"<w:docPartBody>{par(words)}</w:docPartBody>"
    store = f"<w:glossaryDocument {space}>{block}</w:glossaryDocument>"
    return zipped(
        {
            **parts,
            "word/glossary.xml": store,
            "word/_rels/document.xml.rels": rels.replace(
                "</Relationships>", lead + "</Relationships>"
            ),
        }
    )


def styled(own: str, style: str = "Heading2") -> bytes:
    styles = {**STYLES, "Heading2": own}
    return word(par(WORDS, style=style), styles=styles)


def heading(based: str) -> bytes:
    own = STYLES["Heading2"].replace('basedOn w:val="Normal"', f'basedOn w:val="{based}"')
    return styled(own)


CASES = {
    "compatibility mode": (compat("15"), compat("14"), "kompatibilitetsläget är Word 2013– (15)"),
    "older layout": (compat("0", "x"), compat("1", "x"), "kompatibilitetsalternativen"),
    "hyphenation zone": (
        setting('<w:hyphenationZone w:val="425"/>'),
        setting('<w:hyphenationZone w:val="850"/>'),
        "avstavningszonen är 0,75 cm i den äldre filen, 1,50 cm i den nyare",
    ),
    "East Asian spacing": (
        PLAIN,
        setting('<w:characterSpacingControl w:val="compressPunctuation"/>'),
        "vad som trängs ihop i östasiatisk text är inget i den äldre filen, skiljetecken i den",
    ),
    "a setting of tomorrow": (PLAIN, setting("<w:hoverText/>"), "en inställning som programmet"),
    "who may edit": (
        permitted("everyone"),
        permitted("editors"),
        "undantag från skydd: ”alla: Pri",
    ),
    "a tip": (linked(""), linked(' w:tooltip="x"'), "text vid en länk: ”x” bara i den nya"),
    "a place": (linked(""), linked(' w:docLocation="b"'), "plats i en länk: ”b” bara i den nya"),
    "notes go on": (noted(""), noted(run("forts.")), "noternas avskiljare: ”texten där noter"),
    "a limit": (
        form('<w:textInput><w:maxLength w:val="9"/></w:textInput>'),
        form('<w:textInput><w:maxLength w:val="8"/></w:textInput>'),
        "formulärfält: ”utan namn” är annorlunda i den nyare filen",
    ),
    "a placeholder": (held(""), held("<w:showingPlcHdr/>"), "platshållare: ”Ja” bara i den nya"),
    "a control without properties": (
        nameless('<w:lock w:val="sdtLocked"/>'),
        bare_control(nameless('<w:lock w:val="sdtLocked"/>')),
        "en innehållskontroll har andra val",
    ),
    "a title": (titled("Avtal"), titled("Avtal 2"), "egenskap: ”titel: Avtal” bara i den gamla"),
    "in store": (in_store("Välj"), in_store("Ange"), "byggblock: ”Välj” bara i den gamla"),
    "another base": (heading("Normal"), heading("Heading1"), "formatmallen ”heading 2” ser"),
}
ALIKE = {
    "the oldest mode, written out": (compat("12"), PLAIN),
    "a zone as usual": (setting('<w:hyphenationZone w:val="360"/>'), PLAIN),
    "old layout that is off": (compat("0", "x"), compat("0", "y")),
    "an empty notice": (noted(""), noted("<w:r/>")),
    "how far it is zoomed": (setting('<w:zoom w:percent="70"/>'), PLAIN),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_told_beside_a_word_redline(name: str) -> None:
    old, new, said = CASES[name]
    messages = [one.message for one in word_redline(old, new).listed]
    assert any(message.startswith(said) for message in messages), messages


@pytest.mark.parametrize("name", ALIKE)
def test_what_comes_to_the_same_is_not(name: str) -> None:
    assert word_redline(*ALIKE[name]).same


@pytest.mark.parametrize("name", ["compatibility mode", "who may edit", "notes go on"])
def test_two_files_that_differ_in_it_are_not_alike(name: str, tmp_path: Path) -> None:
    old, new, _ = CASES[name]
    (tmp_path / "a.docx").write_bytes(old)
    (tmp_path / "b.docx").write_bytes(new)
    outcome = diff(DiffOrder("a.docx", "b.docx", told="files"), tmp_path)
    assert not outcome.same
    assert not any(pair.differs for pair in outcome.comparison.sections)
