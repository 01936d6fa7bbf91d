"""PDF files that read otherwise than they were built: what is done, and what is said of it.

`HANDED` are those that this project was handed as cases, by the names that they had there; `OWN`
are others of the same kinds, and of more kinds.
"""

import re
import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from tests.pipeline.verify.desk import built

Change = Callable[[Pdf], object]
Told = tuple[Change, str]
PAGE: Final = 2
"""The page with the text, from 0."""
NEAR: Final = "sidan 3, vid ”Ersättningen är"


def altered(change: Change, data: bytes = b"") -> bytes:
    """Return the file as built, or `data`, changed and saved again."""
    written = BytesIO()
    with pikepdf.open(BytesIO(data or built("pdf"))) as file:
        change(file)
        with warnings.catch_warnings(action="ignore", category=pikepdf.PageCopyWarning):
            file.save(written, static_id=True)
    return written.getvalue()


def content(page: pikepdf.Page) -> bytes:
    drawn = page.obj.Contents
    streams = drawn.as_list() if isinstance(drawn, Array) else [drawn]
    return b"\n".join(stream.read_bytes() for stream in streams)


def drawn(change: Callable[[bytes], bytes], page: int = PAGE) -> Change:
    def altering(file: Pdf) -> None:
        before = content(file.pages[page])
        after = change(before)
        assert after != before
        file.pages[page].obj.Contents = file.make_stream(after)

    return altering


def over(more: bytes, page: int = PAGE) -> Change:
    return drawn(lambda before: before + b"\n" + more, page)


def under(more: bytes, page: int = PAGE) -> Change:
    return drawn(lambda before: more + b"\n" + before, page)


def pinned(kind: str, page: int = PAGE, **more: Any) -> Change:
    def pin(file: Pdf) -> None:
        note = Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[60, 690, 540, 710], **more
        )
        target = file.pages[page].obj
        target.Annots = Array([*target.get("/Annots", []), file.make_indirect(note)])

    return pin


def root(key: str, value: object) -> Change:
    return lambda file: file.Root.__setitem__(key, value)


def paged(key: str, value: object, page: int = PAGE) -> Change:
    return lambda file: file.pages[page].obj.__setitem__(key, value)


def programs(file: Pdf) -> list[tuple[Dictionary, str]]:
    """Return what holds each font program in the file, and under which key."""
    return [
        (found, key)
        for found in file.objects
        if isinstance(found, Dictionary)
        for key in ("/FontFile2", "/FontFile3")
        if key in found
    ]


def fonts_swapped(file: Pdf) -> None:
    (one, key), (other, _) = programs(file)[:2]
    one[key], other[key] = other[key], one[key]


def maps(file: Pdf) -> list[Stream]:
    return [each for each in file.objects if isinstance(each, Stream) and b"beginbf" in _read(each)]


def _read(stream: Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return b""


def read_otherwise(file: Pdf) -> None:
    """Let what is drawn be read as other letters, as whoever copies or hears it does."""
    for each in maps(file):
        each.write(_read(each).replace(b"0034>", b"0039>"))


def heads_gone(file: Pdf) -> None:
    for page in file.pages:
        before = content(page)
        found = re.search(rb"/Artifact.*?BDC(.*?)EMC", before, re.DOTALL)
        if found:
            after = before[: found.start(1)] + b" " + before[found.end(1) :]
            page.obj.Contents = file.make_stream(after)


def attached(file: Pdf) -> None:
    file.attachments["tillägg.txt"] = b"Utan verkan."


def pages_swapped(file: Pdf) -> None:
    second = file.pages[1]
    del file.pages[1]
    file.pages.insert(2, second)


def links_elsewhere(file: Pdf) -> None:
    for note in _pinned(file):
        for key in {"/Dest", "/A"} & {*note.keys()}:
            del note[key]
        note.A = Dictionary(S=Name.URI, URI=String("http://x.example/"))


def no_links(file: Pdf) -> None:
    assert _pinned(file)
    for page in file.pages:
        if "/Annots" in page.obj:
            del page.obj.Annots


def _pinned(file: Pdf) -> list[pikepdf.Object]:
    return [note for page in file.pages for note in page.obj.get("/Annots", Array()).as_list()]


def first_bookmark(file: Pdf) -> None:
    file.Root.Outlines.First.Title = String("Gratis")


def described(file: Pdf) -> None:
    file.Root.StructTreeRoot.K[0].Alt = String("Utan verkan.")


def crop_of_all(file: Pdf) -> None:
    file.Root.Pages.CropBox = Array([0, 0, 9, 9])


def seen_through(file: Pdf) -> None:
    page = file.pages[PAGE].obj
    page.Resources.ExtGState = Dictionary(Glas=Dictionary(Type=Name.ExtGState, ca=0))
    before = content(file.pages[PAGE])
    page.Contents = file.make_stream(b"/Glas gs\n" + before)


def picture(file: Pdf) -> None:
    page = file.pages[PAGE].obj
    image = Stream(file, b"\xff")
    image.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
    )
    page.Resources.XObject = Dictionary(Vit=file.make_indirect(image))
    page.Contents = file.make_stream(
        content(file.pages[PAGE]) + b"\nq 480 0 0 9 60 700 cm /Vit Do Q"
    )


HANDED: Final[Mapping[str, Told]] = {
    "white-box": (
        over(b"/Artifact BMC q 1 g 60 300 480 300 re f Q EMC"),
        "VE18 sidan 3, från ”",
    ),
    "free-text-note": (
        pinned("FreeText", Contents=String("9 999 999 kronor"), F=4),
        f"VE18 {NEAR}",
    ),
    "invisible-text": (
        drawn(lambda before: b"3 Tr " + before.replace(b"BT", b"BT 3 Tr")),
        "det som ritas är ett annat",
    ),
    "fonts-swapped": (fonts_swapped, "teckensnitt, bilder eller former är andra"),
    "running-heads-gone": (heads_gone, "det som ritas är ett annat"),
    "crop-box": (paged("/CropBox", [0, 0, 20, 20]), "VE18 sidan 3: storleken eller utsnittet"),
    "script-at-opening": (
        root("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
        "VE18 något görs när filen öppnas",
    ),
    "page-twice": (lambda file: file.pages.append(file.pages[1]), "VE18 filen har 4 sidor"),
    "title": (
        lambda file: file.docinfo.__setitem__("/Title", String("Annat avtal")),
        "VE18 filens egenskaper är andra (titel: ”Annat avtal”)",
    ),
}
SAVED_AGAIN: Final[Mapping[str, Change]] = {
    "saved again": lambda _: None,
    "its streams in other pieces": lambda file: file.pages[PAGE].contents_add(b"", prepend=False),
}
"""The pages say the same; that the file is not the one that was built is told (VE10)."""
DRAWN: Final[Mapping[str, Told]] = {
    "a stroke": (over(b"0 700 m 500 700 l S"), f"{NEAR}"),
    "a thick stroke": (over(b"9 w 60 704 m 540 704 l S"), f"{NEAR}"),
    "a white page": (over(b"1 g 0 0 900 900 re f"), "sidan 3, från"),
    "a clip": (under(b"0 0 9 9 re W n"), "sidan 3"),
    "moved away": (under(b"1 0 0 1 900 0 cm"), "sidan 3"),
    "turned over": (under(b"-1 0 0 1 595 0 cm"), "sidan 3"),
    "tiny": (under(b".01 0 0 .01 0 0 cm"), "sidan 3"),
    "white letters": (
        drawn(lambda before: re.sub(rb"[\d. ]+ scn", b" 1 1 1 scn", before)),
        "sidan 3, från",
    ),
    "letters of another size": (
        drawn(lambda before: re.sub(rb"(/f\d+) [\d.]+ Tf", rb"\1 1 Tf", before)),
        "sidan 3, från",
    ),
    "letters far apart": (drawn(lambda before: before.replace(b"BT", b"BT 90 Tc", 3)), "sidan 3"),
    "letters squeezed": (drawn(lambda before: before.replace(b"BT", b"BT 1 Tz")), "sidan 3"),
    "letters raised": (drawn(lambda before: before.replace(b"BT", b"BT 400 Ts")), "sidan 3"),
    "a text less": (
        drawn(lambda before: re.sub(rb"BT.*?ET", b"", before, count=4, flags=re.DOTALL)),
        "sidan 3",
    ),
    "what is read aloud": (
        drawn(lambda before: before.replace(b"/MCID 2", b"/ActualText (inte) /MCID 2", 1)),
        "VE09",
    ),
    "letters over the sum": (
        over(b"BT /F1 12 Tf 60 700 Td (9 999 999 kronor) Tj ET"),
        "sidan 3",
    ),
    "glass": (seen_through, "det som ritas är ett annat"),
    "a picture": (picture, "sidan 3"),
    "the cover": (over(b"1 g 0 0 900 900 re f", page=0), "sidan 1"),
}
PINNED: Final[Mapping[str, Told]] = {
    "a stamp": (pinned("Stamp", Contents=String("OGILTIG")), NEAR),
    "struck": (pinned("StrikeOut"), NEAR),
    "a redaction": (pinned("Redact"), NEAR),
    "a film": (pinned("Screen"), NEAR),
    "a square": (pinned("Square", IC=[1, 1, 1]), NEAR),
    "ink": (pinned("Ink"), NEAR),
    "a remark": (pinned("Text", Contents=String("Nej.")), NEAR),
    "an enclosed file": (pinned("FileAttachment"), NEAR),
    "a field": (pinned("Widget", FT=Name.Tx, T=String("x"), V=String("9")), NEAR),
    "a link": (pinned("Link", A=Dictionary(S=Name.URI, URI=String("http://x.example/"))), NEAR),
    "a link that runs": (pinned("Link", A=Dictionary(S=Name.Launch, F=String("x.exe"))), NEAR),
    "links elsewhere": (links_elsewhere, "anteckningar, länkar eller fält är andra"),
    "no links": (no_links, "anteckningar, länkar eller fält är andra"),
}
PAGES: Final[Mapping[str, Told]] = {
    "larger": (paged("/MediaBox", [0, 0, 9999, 9999]), "sidan 3: storleken"),
    "turned": (paged("/Rotate", 180), "sidan 3: storleken"),
    "another unit": (paged("/UserUnit", 9), "sidan 3: storleken"),
    "every page cropped": (crop_of_all, "sidan 1: storleken"),
    "a page less": (lambda file: file.pages.__delitem__(1), "VE18 filen har 2 sidor"),
    "an empty page": (lambda file: file.add_blank_page(), "VE18 filen har 4 sidor"),
    "pages in another order": (pages_swapped, "sidan 2"),
    "a script on a page": (
        paged("/AA", Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("1")))),
        "sidan 3: något görs när sidan visas",
    ),
    "shown for a second": (paged("/Dur", 1), "sidan 3: annat om sidan"),
    "a group of its own": (
        paged("/Group", Dictionary(S=Name.Transparency, K=True, I=True)),
        "sidan 3: annat om sidan",
    ),
    "read as other letters": (read_otherwise, "teckensnitt, bilder eller former är andra"),
}
AROUND: Final[Mapping[str, Told]] = {
    "scripts by name": (root("/Names", Dictionary(JavaScript=Dictionary(Names=[]))), "ett program"),
    "a script when it is closed": (
        root("/AA", Dictionary(WC=Dictionary(S=Name.JavaScript, JS=String("1")))),
        "VE18 något görs när filen öppnas, skrivs ut eller stängs",
    ),
    "an attachment": (attached, "filen har andra bifogade filer"),
    "layers": (root("/OCProperties", Dictionary(OCGs=[])), "filen har lager som kan döljas"),
    "other metadata": (lambda file: file.Root.Metadata.write(b"<x/>"), "(metadata) är andra"),
    "another language": (root("/Lang", String("en")), "VE18 språket är ett annat"),
    "no tags": (lambda file: file.Root.__delitem__("/StructTreeRoot"), "VE18 den ordning"),
    "described as another": (described, "VE18 den ordning som läses upp"),
    "no bookmarks": (lambda file: file.Root.__delitem__("/Outlines"), "VE18 bokmärkena"),
    "another bookmark": (first_bookmark, "VE18 bokmärkena är andra"),
    "a form": (root("/AcroForm", Dictionary(Fields=[], NeedAppearances=True)), "VE18 fälten"),
    "a form of another kind": (
        root("/AcroForm", Dictionary(Fields=[], XFA=String("<x/>"))),
        "VE18 fälten att skriva under i är andra",
    ),
    "other numbers of pages": (
        root("/PageLabels", Dictionary(Nums=[0, Dictionary(S=Name.R)])),
        "VE18 sidornas nummer i fönstret",
    ),
    "in another window": (root("/PageMode", Name.FullScreen), "VE18 fönstret ska visas"),
    "a folder of files": (root("/Collection", Dictionary(View=Name.T)), "(/Collection)"),
    "links from another place": (
        root("/URI", Dictionary(Base=String("http://x.example/"))),
        "VE18 annat om filen är ändrat (/URI)",
    ),
    "another author": (
        lambda file: file.docinfo.__setitem__("/Author", String("Kim")),
        "VE18 filens egenskaper är andra (författare",
    ),
    "other keywords": (
        lambda file: file.docinfo.__setitem__("/Keywords", String("annat, prov@1")),
        "VE18 filens egenskaper är andra (nyckelord",
    ),
}
OWN: Final[Mapping[str, Mapping[str, Told]]] = {
    "drawn": DRAWN,
    "pinned": PINNED,
    "pages": PAGES,
    "around": AROUND,
}
