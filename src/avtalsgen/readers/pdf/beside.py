"""What a PDF has that another of the same document has not, page by page and around the pages.

Objects are compared by what they say, whatever their numbers and however they are packed: a file
that another program has saved again without a change says the same.
"""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import zip_longest

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from avtalsgen.readers.pdf.bounds import require_bounded
from avtalsgen.readers.pdf.drawn.glyphs import unshown
from avtalsgen.readers.pdf.every_letter import every_line
from avtalsgen.readers.pdf.file import inherited, opened
from avtalsgen.readers.pdf.turned import is_turned_back
from avtalsgen.readers.pdf.where import KnownPages, draws_alike, parting, pinned

ORDER = "den ordning som läses upp är en annan"
_AROUND = {
    "/OpenAction": "något görs när filen öppnas",
    "/AA": "något görs när filen öppnas, skrivs ut eller stängs",
    "/Outlines": "bokmärkena är andra",
    "/PageLabels": "sidornas nummer i fönstret är andra",
    "/ViewerPreferences": "fönstret ska visas på ett annat sätt",
    "/PageMode": "fönstret ska visas på ett annat sätt",
    "/Lang": "språket är ett annat",
    "/OCProperties": "filen har lager som kan döljas",
    "/StructTreeRoot": ORDER,
    "/AF": "filen har andra bifogade filer",
}
_NAMES = {
    "/EmbeddedFiles": "filen har andra bifogade filer",
    "/JavaScript": "filen har ett program",
    "/Dests": "hänvisningarna leder till andra ställen",
}
METADATA = "filens uppgifter om sig själv (metadata) är andra"
"""What is told of them whole: which program made the file too, and when."""
PROPERTIES = "filens egenskaper"
"""What a line begins with that is of them one by one."""
_TITLED = {
    "/Title": "titel",
    "/Author": "författare",
    "/Subject": "ämne",
    "/Keywords": "nyckelord",
}
"""What a reader sees of a file beside its pages."""
_LAST = {
    "/Metadata": METADATA,
    "/AcroForm": "fälten att skriva under i är andra",
}
_OTHER = "annat om filen är ändrat ({})"
UNSEEN = frozenset(
    {ORDER, *(_OTHER.format(f"/{key}") for key in ("OutputIntents", "Extensions", "Version"))}
)
"""What no page shows: how the text is tagged, in which colours it is meant to be printed (a profile
has the moment when it was made), and which features the program says that it has used."""
SPOKEN = "det som läses upp i stället för en bild eller ett tecken är ett annat"
_SPOKEN_KEYS = ("/Alt", "/ActualText", "/E")
_MOST_SPOKEN = 100_000
_ELSEWHERE = frozenset({*_AROUND, *_LAST, "/Type", "/Pages", "/Names"})
"""Keys of the catalog that have a line of their own."""
_BOXES = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
_UPWARD = frozenset(
    {"/Parent", "/P", "/StructParent", "/StructParents", "/Pg", "/Length", "/Filter"}
)
"""Keys that lead back, or say only how something is packed."""
_KINDS = frozenset({"/DecodeParms", "/DL"})
_TOLD = frozenset({"/Type", "/Contents", "/Resources", "/Annots", "/AA", *_BOXES, *_UPWARD})
"""Keys of a page that have a line of their own, or say nothing."""
_DEEPEST = 200
_DRAWN = "det som ritas är ett annat"
_SIZED = "storleken eller utsnittet är ett annat"
_PINNED = "anteckningar, länkar eller fält är andra"
_PLACED = 3
"""Pages that differ in one thing that are told one by one, with the lines beside it."""
_MOST = 8
"""Pages that are told by number."""


def beside(data: bytes, other: bytes) -> tuple[str, ...]:
    """Return where `data` is another than `other`, in Swedish; nothing where they say the same.

    Raises:
        AvtalsgenError: PF01–PF05 one of them cannot be read.
    """
    with opened(data) as file, opened(other) as known:
        require_bounded(file)
        try:
            hidden = (f"sidan {number} går inte att visa" for number in unshown(data))
            return (*_pages(file, known, other), *hidden, *dict.fromkeys(_around(file, known)))
        except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return ("delar av filen går inte att läsa",)


def spoken(data: bytes) -> Counter[str]:
    """Return what the tags of a file say in the place of pictures, signs and short forms.

    Raises:
        AvtalsgenError: PF01–PF05 it cannot be read.
    """
    said = Counter[str]()
    with opened(data) as file:
        for place, object_ in enumerate(file.objects):
            if place > _MOST_SPOKEN:
                break
            if isinstance(object_, Dictionary) and "/S" in object_:
                said.update(str(object_[key]) for key in _SPOKEN_KEYS if key in object_)
    return said


def is_one_print(data: bytes, other: bytes) -> bool:
    """Return whether two files are printed alike: the same rows, and both with tags or neither.

    Raises:
        AvtalsgenError: PF01–PF05 one of them cannot be read.
    """
    with opened(data) as file, opened(other) as known:
        if ("/MarkInfo" in file.Root) != ("/MarkInfo" in known.Root):
            return False
    return all(one == two for one, two in zip_longest(every_line(data), every_line(other)))


def _pages(file: Pdf, known: Pdf, known_data: bytes) -> Iterator[str]:
    """Yield how many pages there are, and what of them is another, each kind once."""
    ours, theirs = _Digests(), _Digests()
    count, expected = len(file.pages), len(known.pages)
    if count != expected:
        yield f"filen har {count} sidor och inte {expected}"
    told = [ours.page(page.obj) for page in known.pages]
    where: dict[str, list[int]] = {}
    for number, page in enumerate(file.pages, start=1):
        differing = theirs.page(page.obj)
        if count != expected and differing in told:
            continue
        was = told[number - 1] if number <= expected else {}
        for what, digest in differing.items():
            if digest == was.get(what):
                continue
            if number > expected or not _looks_alike(what, page, known.pages[number - 1]):
                where.setdefault(what, []).append(number)
    places = KnownPages(known, known_data)
    for what, numbers in where.items():
        near = [
            places.near(number, _heights(what, file, known, number)) for number in numbers[:_PLACED]
        ]
        if len(numbers) <= _PLACED:
            for number, place in zip(numbers, near, strict=True):
                yield f"sidan {number}{f', {place}' if place else ''}: {what}"
            continue
        first = f", först {near[0]}" if near[0] else ""
        yield f"{_listed(numbers)}{first}: {what}"


def _looks_alike(what: str, page: Page, known: Page) -> bool:
    """Return whether two pages look the same in a kind, however that is written."""
    if what == _DRAWN and draws_alike(page, known):
        return True
    return what in (_DRAWN, _SIZED) and is_turned_back(page, known)


def _heights(what: str, file: Pdf, known: Pdf, number: int) -> tuple[float, ...]:
    """Return how high on a page the two differ in a kind that has a place."""
    if number > len(known.pages) or what not in (_DRAWN, _PINNED):
        return ()
    page, was = file.pages[number - 1], known.pages[number - 1]
    return parting(page, was) if what == _DRAWN else pinned(page, was, _Digests().value)


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_MOST]))
    more = f" och {len(numbers) - _MOST} till" if len(numbers) > _MOST else ""
    return f"sidorna {shown}{more}"


def _around(file: Pdf, known: Pdf) -> Iterator[str]:
    ours, theirs = _Digests(), _Digests()
    keys = sorted({*file.Root.keys(), *known.Root.keys()} - _ELSEWHERE)
    others = {key: _OTHER.format(key) for key in keys}
    for key, what in {**_AROUND, **others, **_LAST}.items():
        if theirs.value(file.Root.get(key)) != ours.value(known.Root.get(key)):
            yield what
    for key, what in _NAMES.items():
        names, were = (each.Root.get("/Names", Dictionary()) for each in (file, known))
        if theirs.value(names.get(key)) != ours.value(were.get(key)):
            yield what
    for key, called in _TITLED.items():
        value, was_value = file.docinfo.get(key), known.docinfo.get(key)
        if value != was_value:
            shown = "" if value is None else value
            yield f"{PROPERTIES} är andra ({called}: ”{shown}”)"


class _Digests:
    """What objects of one file say, each reckoned once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}

    def page(self, page: Object) -> dict[str, bytes]:
        """Return what a page draws, with what, how large it is, and what is pinned on it."""
        contents = page.get("/Contents")
        streams = contents.as_list() if isinstance(contents, Array) else [contents]
        drawn = b"\n".join(s.read_bytes() for s in streams if isinstance(s, Stream))
        actions = page.get("/AA")
        return {
            _DRAWN: sha256(drawn).digest(),
            "teckensnitt, bilder eller former är andra": self.value(inherited(page, "/Resources")),
            _SIZED: b"".join(self.value(inherited(page, key)) for key in _BOXES),
            _PINNED: self.value(page.get("/Annots")),
            "något görs när sidan visas": self.value(actions),
            "annat om sidan är ett annat": b"".join(
                key.encode() + self.value(page.get(key))
                for key in sorted(page.keys())
                if key not in _TOLD
            ),
        }

    def value(self, value: object, depth: int = 0) -> bytes:
        """Return a digest of what `value` says, whatever its number and packing."""
        if depth > _DEEPEST:
            return b"deep"
        if not isinstance(value, Array | Dictionary | Stream):
            return sha256(repr(value).encode()).digest()
        place = value.objgen
        if place != (0, 0):
            if place in self._known:
                return self._known[place]
            self._known[place] = b"above"
        digest = self._composite(value, depth)
        if place != (0, 0):
            self._known[place] = digest
        return digest

    def _composite(self, value: Array | Dictionary | Stream, depth: int) -> bytes:
        whole = sha256()
        if isinstance(value, Array):
            for item in value.as_list():
                whole.update(self.value(item, depth + 1))
            return whole.digest()
        for key in sorted(value.keys()):
            if key in _UPWARD or key in _KINDS:
                continue
            if key == "/Type" and value.get(key) == Name.Page:
                return b"page"  # whatever leads to a page: its own number says nothing
            whole.update(key.encode() + self.value(value.get(key), depth + 1))
        if isinstance(value, Stream):
            whole.update(value.read_bytes())
        return whole.digest()
