"""PDF files that mean harm, made by hand."""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_HELVETICA = {"/Type": Name.Font, "/Subtype": Name.Type1, "/BaseFont": Name.Helvetica}


def saying(text: str, **root: Object) -> bytes:
    """Return a page that says `text`, with `root` in its catalog."""
    file = _blank()
    file.pages[0].Resources = Dictionary(Font=Dictionary(F=Dictionary(_HELVETICA)))
    shown = text.encode("cp1252")
    file.pages[0].Contents = Stream(file, b"BT /F 12 Tf 90 700 Td (" + shown + b") Tj ET")
    for key, value in root.items():
        file.Root[f"/{key}"] = value
    return _saved(file)


def two_gigabytes_of_content() -> bytes:
    """Return a page of a few kB whose content, unfolded twice, is 2 GB."""
    file = _blank()
    file.pages[0].Contents = _bomb(file)
    return _saved(file)


def two_gigabytes_of_form() -> bytes:
    file = _blank()
    form = _bomb(file, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    file.pages[0].Resources = Dictionary(XObject=Dictionary(X=form))
    file.pages[0].Contents = Stream(file, b"/X Do")
    return _saved(file)


def two_gigabytes_of_letters() -> bytes:
    """Return a page whose font has an endless table of what its letters are."""
    file = _blank()
    font = Dictionary({**_HELVETICA, "/ToUnicode": _bomb(file)})
    file.pages[0].Resources = Dictionary(Font=Dictionary(F=font))
    file.pages[0].Contents = Stream(file, b"BT /F 12 Tf (hej) Tj ET")
    return _saved(file)


def content_that_draws_itself() -> bytes:
    file = _blank()
    form = file.make_indirect(_form(file, b"/X Do /X Do"))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    file.pages[0].Resources = Dictionary(XObject=Dictionary(X=form))
    file.pages[0].Contents = Stream(file, b"/X Do")
    return _saved(file)


def content_that_doubles() -> bytes:
    """Return a page that draws two forms, each of which draws two, 18 deep."""
    file = _blank()
    form = _form(file, b"BT ET" + b" " * 1000)
    for _ in range(18):
        outer = _form(file, b"/X Do /X Do")
        outer.Resources = Dictionary(XObject=Dictionary(X=file.make_indirect(form)))
        form = outer
    file.pages[0].Resources = Dictionary(XObject=Dictionary(X=file.make_indirect(form)))
    file.pages[0].Contents = Stream(file, b"/X Do")
    return _saved(file)


def pages_that_hold_themselves() -> bytes:
    file = _blank()
    file.Root.Pages.Kids.append(file.Root.Pages)
    return _saved(file)


def many_objects() -> bytes:
    """Return a page that says something, and 100 000 objects."""
    file = pikepdf.open(BytesIO(saying("Ett avtal.")))
    every = [file.make_indirect(Dictionary(A=number)) for number in range(100_000)]
    file.Root.Extra = Array(every)
    return _saved(file)


def deep_structure() -> bytes:
    """Return a page that says something, with tags 20 000 deep."""
    file = pikepdf.open(BytesIO(saying("Ett avtal.")))
    element = file.make_indirect(Dictionary(S=Name.P))
    for _ in range(20_000):
        element = file.make_indirect(Dictionary(S=Name.Div, K=Array([element])))
    file.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=element)
    return _saved(file)


def structure_that_holds_itself() -> bytes:
    file = pikepdf.open(BytesIO(saying("Ett avtal.")))
    element = file.make_indirect(Dictionary(S=Name.Div))
    element.K = Array([element])
    file.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=element)
    return _saved(file)


def scanned() -> bytes:
    """Return a page that is a picture."""
    file = _blank()
    picture = Stream(
        file,
        b"\0" * 64,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=8,
        Height=8,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )
    file.pages[0].Resources = Dictionary(XObject=Dictionary(I=file.make_indirect(picture)))
    file.pages[0].Contents = Stream(file, b"q 600 0 0 800 0 0 cm /I Do Q")
    return _saved(file)


def _blank() -> Pdf:
    file = pikepdf.new()
    file.add_blank_page()
    return file


def _form(file: Pdf, content: bytes) -> Stream:
    box = Array([0, 0, 1, 1])
    return Stream(file, content, Type=Name.XObject, Subtype=Name.Form, BBox=box)


def _bomb(file: Pdf, **entries: Object) -> Stream:
    """Return 4 kB that are 2 MB that are 2 GB: one flushed block of zeros over and over."""
    packer = zlib.compressobj(9)
    first = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    once = first + again * 1_999 + packer.flush(zlib.Z_FINISH)
    twice = Array([Name.FlateDecode, Name.FlateDecode])
    return Stream(file, zlib.compress(once, 9), Filter=twice, **entries)


def _saved(file: Pdf) -> bytes:
    done = BytesIO()
    file.save(done, compress_streams=False)
    return done.getvalue()
