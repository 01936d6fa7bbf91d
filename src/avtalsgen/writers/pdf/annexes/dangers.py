"""What an annex may not bring with it, looked for in every object that its pages could reach.

Nothing is taken away: a file without its script or its layers is another file than the one
that was enclosed. Only what is known to be harmless passes as an action: a jump in the file,
to the next page, or to a page on the web (ISO 19005-2, 6.5.1 forbids most of the rest).
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from avtalsgen.writers.pdf.annexes.annex import Annex, refusal
from avtalsgen.writers.pdf.annexes.graph import TangledError, dictionaries, fields, items

_HARMLESS = frozenset({"/GoTo", "/URI", "/Named"})
_ACTIONS = {
    "/JavaScript": "ett skript",
    "/Launch": "något som startar ett program",
    "/GoToR": "en länk till en annan fil",
    "/GoToE": "en länk till en annan fil",
    "/SubmitForm": "något som skickar uppgifter",
    "/ImportData": "något som hämtar uppgifter",
}
_KEYS = {
    "/JS": "ett skript",
    "/JavaScript": "ett skript",
    "/AA": "något som körs av sig självt",
    "/EF": "en bifogad fil",
    "/EmbeddedFiles": "en bifogad fil",
    "/AF": "en bifogad fil",
    "/Collection": "en samling av filer",
    "/OPI": "en hänvisning till en annan fil",
}
_MEDIA = frozenset({"/FileAttachment", "/Movie", "/Sound", "/Screen", "/3D", "/RichMedia"})
_ADDRESSES = ("http://", "https://", "mailto:", "tel:")


def refuse_dangers(annex: Annex, file: pikepdf.Pdf) -> None:
    """Do nothing if `file` is only something to read.

    Raises:
        AvtalsgenError: BI03 tangled, BI06 it runs, encloses or fetches something, BI07 signed,
            BI08 form fields or layers.
    """
    try:
        every = list(dictionaries(file.Root))
    except TangledError:
        hint = "öppna originalet och spara det som PDF på nytt"
        raise refusal(annex, "BI03", "är trasig: den är nästlad för djupt", hint) from None
    if any("/ByteRange" in node for node in every) or "/Perms" in file.Root:
        why = "är undertecknad, och underskriften skulle inte längre gälla"
        hint = "ta bort fil: och lämna den undertecknade filen för sig, bredvid handlingen"
        raise refusal(annex, "BI07", why, hint)
    dangers = sorted({danger for node in every for danger in _dangers(node)})
    if dangers:
        why = f"innehåller {' och '.join(dangers)}, vilket inte följer med i en handling"
        hint = "öppna originalet och spara det som PDF/A, eller skriv ut bilagan till en ny PDF"
        raise refusal(annex, "BI06", why, hint)
    whole = sorted({thing for node in every for thing in _of_a_whole_file(node)})
    if whole:
        why = f"har {' och '.join(whole)}, som inte kan följa med till en annan fil"
        raise refusal(annex, "BI08", why, "spara den utan dem, till exempel som PDF/A")


def _dangers(node: Object) -> Iterator[str]:
    for key, value in fields(node):
        if key in _KEYS and not isinstance(value, Name):  # a role map may have any key
            yield _KEYS[key]
        elif key in ("/A", "/PA", "/Next", "/OpenAction"):
            yield from (danger for action in items(value) for danger in _in_action(action))
    if isinstance(node, Stream) and ("/F" in node or isinstance(node.get("/Ref"), Dictionary)):
        yield "en hänvisning till en annan fil"
    if "/Rect" in node and str(node.get("/Subtype")) in _MEDIA:
        yield "ljud, film eller en bifogad fil"


def _in_action(action: Object) -> Iterator[str]:
    """Yield what is wrong with an action; attributes of structure, also under /A, have no /S."""
    if not isinstance(action, Dictionary) or "/S" not in action:
        return
    kind = str(action.S)
    if kind not in _HARMLESS:
        yield _ACTIONS.get(kind, f"något som körs ({kind[1:]})")
    elif kind == "/URI" and not str(action.get("/URI")).lower().startswith(_ADDRESSES):
        yield "en länk som inte leder till webben"


def _of_a_whole_file(node: Object) -> Iterator[str]:
    if isinstance(node.get("/AcroForm"), Dictionary) and _has_fields(node.AcroForm):
        yield "fält att fylla i"
    if str(node.get("/Subtype")) == "/Widget":
        yield "fält att fylla i"
    if "/OCProperties" in node:
        yield "lager"


def _has_fields(form: Object) -> bool:
    given = form.get("/Fields")
    return "/XFA" in form or (isinstance(given, Array) and len(given) > 0)
