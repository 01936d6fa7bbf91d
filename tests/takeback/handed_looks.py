"""The rest of the handed list: looks, what stands beside the text, authors, programs."""

import unicodedata

from lxml import etree
from tests.takeback.handed import HANDED as HANDED  # whole, when what follows has been read
from tests.takeback.handed import S, T, a, row, v, x
from tests.takeback.program_edits import every_text, in_controls, split_runs
from tests.takeback.word_edits import (
    ANNA,
    BO,
    CIA,
    W,
    WordFile,
    run_like,
    text,
)


@row("31", a(S, "Avgift", "Taxa", clause="avgift"))
def _(file: WordFile) -> None:
    file.replace("Avgift", "Taxa", file.section("avgift")[0])


@row("32", x("format", S))
def _(file: WordFile) -> None:
    file.section("avgift")[0].find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Normal")


@row("33")
def _(file: WordFile) -> None:
    styles = file.parts["word/styles.xml"]
    for old, new in ((b"Rubrik1", b"Heading1"), (b"Rubrik2", b"Heading2")):
        styles = styles.replace(b'"' + old + b'"', b'"' + new + b'"')
        file.root = etree.fromstring(
            etree.tostring(file.root).replace(b'"' + old + b'"', b'"' + new + b'"')
        )
        numbering = file.parts["word/numbering.xml"]
        file.parts["word/numbering.xml"] = numbering.replace(b'"' + old + b'"', b'"' + new + b'"')
    file.parts["word/styles.xml"] = styles


@row("34", x("format", S))
def _(file: WordFile) -> None:
    file.look("Avgifterna tillfaller", "b", "color=FF0000", "sz=32")


@row("35", x("format", T, author="Bo Berg"))
def _(file: WordFile) -> None:
    file.look("Avgifterna tillfaller", "b", who=BO)


@row("36", a(S, "", "Vite får tas ut.", hidden="dold"))
def _(file: WordFile) -> None:
    file.insert("vem som har betalat.", " Vite får tas ut.")
    file.look(" Vite får tas ut.", "vanish")


@row("37 white", a(S, "", "Vite får tas ut.", hidden="vit"))
def _(file: WordFile) -> None:
    file.insert("vem som har betalat.", " Vite får tas ut.")
    file.look(" Vite får tas ut.", "color=FFFFFF")


@row("37 tiny", a(S, "", "Vite får tas ut.", hidden="mycket liten"))
def _(file: WordFile) -> None:
    file.insert("vem som har betalat.", " Vite får tas ut.")
    file.look(" Vite får tas ut.", "sz=2")


@row("38", v(S, "dnr", "SON 2026-111"))
def _(file: WordFile) -> None:
    file.header("SON 2026-000", "SON 2026-111")


def footnote(file: WordFile, look: str = "") -> None:
    """Put a note in, with the properties of its run."""
    run = etree.SubElement(file.paragraph("Avgifterna tillfaller"), f"{W}r")
    etree.SubElement(run, f"{W}footnoteReference").set(f"{W}id", "2")
    file.add_part(
        "footnotes",
        f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p><w:r>{look}'
        "<w:t>Se taxan.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        "footnotes",
    )


@row("39", a(S, "", "Se taxan.", places="fotnot"))
def _(file: WordFile) -> None:
    footnote(file)


@row("39 hidden", a(S, "", "Se taxan.", places="fotnot", hidden="dold"))
def _(file: WordFile) -> None:
    footnote(file, "<w:rPr><w:vanish/></w:rPr>")


@row("40", x("ny", S, new="Ring oss!"))
def _(file: WordFile) -> None:
    run = etree.SubElement(file.paragraph("Avgifterna tillfaller"), f"{W}r")
    shape = etree.SubElement(run, f"{W}pict")
    box = etree.SubElement(shape, f"{W}txbxContent")
    box.append(file.new("Ring oss!"))


def _tracked_box(file: WordFile, *, inside: bool) -> None:
    run = etree.Element(f"{W}r")
    box = etree.SubElement(etree.SubElement(run, f"{W}pict"), f"{W}txbxContent")
    box.append(file.new("Ring oss!", who=BO if inside else None))
    file.paragraph("Avgifterna tillfaller").append(file.marked("ins", BO, run))


@row("40 t", x("ny", T, new="Ring oss!", author="Bo Berg"))
def _(file: WordFile) -> None:
    _tracked_box(file, inside=False)


@row("40 t inside", x("ny", T, new="Ring oss!", author="Bo Berg"))
def _(file: WordFile) -> None:
    _tracked_box(file, inside=True)


@row("39 t", a(T, "", "Se taxan.", places="fotnot", author="Bo Berg"))
def _(file: WordFile) -> None:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}footnoteReference").set(f"{W}id", "2")
    file.paragraph("Avgifterna tillfaller").append(file.marked("ins", BO, run))
    file.add_part(
        "footnotes",
        f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p><w:r>'
        "<w:t>Se taxan.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        "footnotes",
    )


@row("40 signed", x("ny", S, new="Ring oss!"))
def _(file: WordFile) -> None:
    cell = next(file.body.iter(f"{W}tc"))
    run = etree.SubElement(list(cell.iter(f"{W}p"))[-1], f"{W}r")
    shape = etree.SubElement(run, f"{W}pict")
    box = etree.SubElement(shape, f"{W}txbxContent")
    box.append(file.new("Ring oss!"))


@row("41", x("kommentar", S, new="Är det rätt?", old="skriftlig", author="Anna Alm"))
def _(file: WordFile) -> None:
    file.comment("skriftlig", "Är det rätt?")


@row(
    "41 two",
    x("kommentar", S, new="Är det rätt?", old="skriftlig", author="Anna Alm"),
    x("kommentar", S, new="Hur då?", old="Avgifterna", author="Bo Berg", date=BO[1]),
)
def _(file: WordFile) -> None:
    file.comment("skriftlig", "Är det rätt?")
    file.comment("Avgifterna", "Hur då?", BO)


@row("42", x("kommentar", S, new="Är det rätt?", thread=..., resolved=True))
def _(file: WordFile) -> None:
    file.comment("skriftlig", "Är det rätt?", reply=("Ja.", BO))


@row(
    "43",
    a(T, "skriftlig", "muntlig", author="Anna Alm"),
    a(T, "", "genast", author="Bo Berg"),
    a(T, "andra", "", author="Cia Carlsson"),
)
def _(file: WordFile) -> None:
    node = file.paragraph("Uppsägningen ska vara")
    file.track("skriftlig", "muntlig", ANNA, node)
    file.insert("gäller", " genast", BO)
    file.track("andra ", "", CIA, node)


@row("44", a(S, "skriftlig", "muntlig"), a(T, "andra", "", author="Cia Carlsson"))
def _(file: WordFile) -> None:
    node = file.paragraph("Uppsägningen ska vara")
    file.replace("skriftlig", "muntlig", node)
    file.track("andra ", "", CIA, node)


@row("45", v(S, "ersättning.belopp", 625), a(S, "skriftlig", "muntlig"))
def _(file: WordFile) -> None:
    file.replace("605", "625")
    file.replace("skriftlig", "muntlig", file.paragraph("Uppsägningen ska vara"))


@row(
    "46",
    a(T, "", "omedelbart och skriftligen", author="Anna Alm"),
    a(T, "skriftligen", "", author="Bo Berg"),
)
def _(file: WordFile) -> None:
    file.insert("Utföraren ska fortsätta", " omedelbart och", ANNA)
    node = file.paragraph("Utföraren ska fortsätta")
    run = next(r for r in node.iter(f"{W}r") if text(r) == " omedelbart och")
    mark = run.getparent()
    inner = run_like(run, " skriftligen")
    for words in inner.iter(f"{W}t"):
        words.tag = f"{W}delText"
    assert mark is not None
    mark.append(file.marked("del", BO, inner))


@row("47")
def _(file: WordFile) -> None:
    split_runs(file)


@row("48")
def _(file: WordFile) -> None:
    in_controls(file)


@row("49")
def _(file: WordFile) -> None:
    every_text(file, lambda said: said.replace("–", "-").replace("”", '"').replace("\u00a0", " "))


@row("50")
def _(file: WordFile) -> None:
    for node in file.body.iter(f"{W}p"):
        style = node.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val", "").startswith("Innehall"):
            said = [each for each in node.iter(f"{W}t") if (each.text or "").isdecimal()]
            if said:
                said[-1].text = "99"


@row("51")
def _(file: WordFile) -> None:
    node = file.paragraph("nämndens beslut, se")
    for sign in list(node.iter(f"{W}fldChar", f"{W}instrText")):
        run = sign.getparent()
        assert run is not None
        node.remove(run)


@row("52")
def _(file: WordFile) -> None:
    file.without_properties()


@row("52 edited", v(S, "ersättning.belopp", 625))
def _(file: WordFile) -> None:
    file.without_properties()
    file.replace("605", "625")


@row("53")
def _(file: WordFile) -> None:
    for node in file.root.iter():
        for name in [n for n in node.attrib if "rsid" in str(n)]:
            del node.attrib[name]


@row("55", v(S, "ersättning.belopp", 625), a(S, "skriftlig", "muntlig"))
def _(file: WordFile) -> None:
    file.without_properties()
    file.without_marks([file.body])
    every_text(file, lambda said: said.replace("\u00a0", " "))
    file.replace("605", "625")
    file.replace("skriftlig", "muntlig", file.paragraph("Uppsägningen ska vara"))


@row("56", v(S, "ersättning.belopp", 625), a(S, "skriftlig", "muntlig"))
def _(file: WordFile) -> None:
    file.without_properties()
    file.without_marks([file.body])
    for node in file.body.iter(f"{W}p"):
        style = node.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val", "").startswith("Rubrik"):
            style.set(f"{W}val", "Normal")
            for run in node.iter(f"{W}r"):
                look = run.find(f"{W}rPr")
                if look is None:
                    look = etree.Element(f"{W}rPr")
                    run.insert(0, look)
                etree.SubElement(look, f"{W}b")
    file.replace("605", "625")
    file.replace("skriftlig", "muntlig", file.paragraph("Uppsägningen ska vara"))


@row("57", x("flyttad", S))
def _(file: WordFile) -> None:
    node = file.paragraph("bilagor, i nummerordning")
    numbers = node.find(f"{W}pPr/{W}numPr")
    properties = node.find(f"{W}pPr")
    assert properties is not None
    if numbers is not None:
        properties.remove(numbers)
    properties.find(f"{W}pStyle").set(f"{W}val", "Normal")
    file.replace("bilagor", "1. bilagor", node)
    file.paragraph("tillägg, det senaste först").addprevious(node)


@row("59", x("värde", S, path="kompetens.krav.2", new=None))
def _(file: WordFile) -> None:
    file.body.remove(file.paragraph("kunskap om barns utveckling"))


@row(
    "60",
    a(S, "Parterna räknar med omkring 300 par eller ärenden om året i Linköping.", "", hint=...),
)
def _(file: WordFile) -> None:
    file.body.remove(file.paragraph("Parterna räknar med omkring"))


@row("61", x("värde", S, path="underskrift.datum"), x("värde", S, path="underskrift"))
def _(file: WordFile) -> None:
    file.replace("Linköping, datum", "Linköping den 1 december 2026")
    file.replace("Underskrift", "Kim Karlsson", file.paragraph("Underskrift"))


@row("62", v(S, "beslutad.datum", "2026-12-15", old=None))
def _(file: WordFile) -> None:
    file.replace(
        "den ........................,",
        "den 15 december 2026,",
        file.paragraph("beslutade om uppdraget"),
    )


@row("63")
def _(file: WordFile) -> None:
    every_text(file, lambda said: unicodedata.normalize("NFD", said))
