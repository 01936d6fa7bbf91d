"""Ids that are local to a part: links and pictures of notes, headers and boxes."""

from collections.abc import Mapping

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import box, link, note, par, picture, word

_OLD, _NEW = "https://a.se/2001-453", "https://a.se/2025-400"


def _noted(
    text: str, address: str | int, kind: str = "footnote", links: Mapping[str, str] | None = None
) -> bytes:
    inner = picture("rId3") if isinstance(address, int) else link(text, "rId3")
    body = (par("Avtalet följer lagen", note(1, kind), "."), "Slut.")
    notes = {1: par("Se ", inner)}
    part_links = {f"{kind}s": {"rId3": address}}
    if kind == "footnote":
        return word(*body, notes=notes, links=links, part_links=part_links)
    return word(*body, endnotes=notes, links=links, part_links=part_links)


@pair
def note_link_leads_elsewhere() -> Files:
    """The words of the link are the same."""
    return _noted("lagen", _OLD), _noted("lagen", _NEW)


@pair
def note_link_leads_and_reads_otherwise() -> Files:
    return _noted("lagen", _OLD), _noted("nya lagen", _NEW)


@pair
def endnote_link_leads_elsewhere() -> Files:
    return _noted("lagen", _OLD, "endnote"), _noted("lagen", _NEW, "endnote")


@pair
def endnote_picture_replaced() -> Files:
    return _noted("", 1, "endnote"), _noted("", 2, "endnote")


@pair
def note_with_a_link_removed() -> Files:
    return _noted("lagen", _OLD), word("Avtalet följer lagen.", "Slut.")


@pair
def note_link_whose_id_the_body_has_too() -> Files:
    """`rId3` leads elsewhere in the body than in the note, on either side."""
    old = _noted("lagen", _OLD, links={"rId3": "https://b.se"})
    return old, _noted("den lagen", _OLD, links={"rId3": "https://c.se"})


def _headed(text: str, address: str | int) -> bytes:
    inner = picture("rId3") if isinstance(address, int) else link(text, "rId3")
    heads = {"hdefault": par("Solna ", inner)}
    return word("Text.", "Slut.", heads=heads, part_links={"header1": {"rId3": address}})


@pair
def header_link_leads_elsewhere() -> Files:
    return _headed("stad", _OLD), _headed("stad", _NEW)


@pair
def header_logotype_replaced() -> Files:
    return _headed("", 1), _headed("", 2)


@pair
def link_in_a_box_in_a_note_leads_elsewhere() -> Files:
    def boxed(address: str) -> bytes:
        inner = par("Se ", box(par("Lagen ", link("här", "rId3"))))
        body = (par("Avtalet", note(1), "."), "Slut.")
        return word(*body, notes={1: inner}, part_links={"footnotes": {"rId3": address}})

    return boxed(_OLD), boxed(_NEW)
