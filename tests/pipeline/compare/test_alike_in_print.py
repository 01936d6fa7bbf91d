"""Two files of Markdown, or two PDFs, with the same words that print otherwise are not alike."""

import json
from collections.abc import Callable
from io import BytesIO
from itertools import permutations
from pathlib import Path

import pikepdf
import pytest
import typst

from avtalsgen.pipeline.compare.diff import DiffOrder, diff

Sides = tuple[str, str]
MARKDOWN: dict[str, Sides] = {
    "bold": ("Priset är **fast**.", "Priset är fast."),
    "a picture": ("![karta](a.png)", "![karta](b.png)"),
    "a link inside": ("[här](#tid)", "[här](#pris)"),
    "a level": ("### Pris\n\nFast.", "## Pris\n\nFast."),
    "a kind of list": ("- ett\n- två", "1. ett\n2. två"),
    "a list in a list": ("- ett\n  - två", "- ett\n- två"),
    "a column": ("|a|b|\n|-|-|\n|1|2|", "|a|b|\n|-|-:|\n|1|2|"),
    "a quotation": ("> Priset är fast.", "Priset är fast."),
    "a line": ("Ett.\n\n---\n\nTvå.", "Ett.\n\nTvå."),
}
MARKDOWN_ALIKE: dict[str, Sides] = {
    "rows": ("ett två tre", "ett två\ntre"),
    "bullets": ("- a\n- b", "* a\n* b"),
    "stars": ("*a* **b**", "_a_ __b__"),
    "numbers": ("1. a\n2. b", "1. a\n1. b"),
    "a table": ("|a|b|\n|-|-|\n|1|2|", "| a | b |\n|---|---|\n| 1 | 2 |"),
}
PDF = {
    "bold": ("*Fast* pris.", "Fast pris."),
    "struck": ("#strike[Fast pris.]", "Fast pris."),
    "white": ("#text(fill: white)[Fast pris.]", "Fast pris."),
    "a link inside": ("#link(<a>)[här]", "#link(<b>)[här]"),
    "a title": ('#set document(title: "Ett")\nFast pris.', "Fast pris."),
    "a box": ("Fast pris.#place(rect(width: 1cm))", "Fast pris."),
}


def are_alike(old: bytes, new: bytes, suffix: str, folder: Path) -> bool:
    for name, data in (("a", old), ("b", new)):
        (folder / f"{name}{suffix}").write_bytes(data)
    order = DiffOrder(f"a{suffix}", f"b{suffix}", told="files")
    comparison = diff(order, folder).comparison
    assert {section.status for section in comparison.sections} == {"unchanged"}
    return comparison.same


def in_markdown(text: str) -> bytes:
    return f"# Avtal\n\n## Villkor\n\n{text}\n\n## Tid\n\nEtt år.\n".encode()


@pytest.mark.parametrize("name", MARKDOWN | MARKDOWN_ALIKE)
def test_markdown_is_alike_where_it_prints_alike(name: str, tmp_path: Path) -> None:
    old, new = map(in_markdown, (MARKDOWN | MARKDOWN_ALIKE)[name])
    assert are_alike(old, new, ".md", tmp_path) is (name in MARKDOWN_ALIKE)


def printed(text: str) -> bytes:
    source = f"= Avtal\n== Villkor <a>\n{text}\n\n== Tid <b>\nEtt år.\n"
    made: bytes = typst.compile(source.encode())
    return made


@pytest.mark.parametrize("name", PDF)
def test_a_pdf_is_not_alike_where_something_else_is_drawn(name: str, tmp_path: Path) -> None:
    old, new = map(printed, PDF[name])
    assert not are_alike(old, new, ".pdf", tmp_path)
    assert are_alike(old, old + b"\n% sparad igen", ".pdf", tmp_path)


def test_words_that_are_cut_away_at_the_edge_of_the_page_are_told(tmp_path: Path) -> None:
    whole, cut = printed("Fast pris."), BytesIO()
    with pikepdf.open(BytesIO(whole)) as file:
        file.pages[0].obj["/CropBox"] = pikepdf.Array([0, 0, 595, 650])
        file.save(cut)
    assert not are_alike(whole, cut.getvalue(), ".pdf", tmp_path)


def with_metadata(key: str, value: object) -> bytes:
    held = BytesIO()
    with pikepdf.open(BytesIO(printed("Fast pris."))) as file:
        with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata[key] = value
        file.save(held)
    return held.getvalue()


DESCRIBED = {
    "a title": ("dc:title", "Hyra", "Köp", "filens egenskaper är andra (titel: ”Köp”)"),
    "authors": ("dc:creator", ["Ek"], ["Al"], "filens egenskaper är andra (författare: ”Al”)"),
    "an owner": (
        "xmpRights:WebStatement",
        "https://a.se",
        "https://b.se",
        "filens uppgifter om sig själv (metadata) är andra",
    ),
}
MADE = {
    "a program": ("pdf:Producer", "Ett", "Två"),
    "a day": ("xmp:ModifyDate", "2025-01-01", "2026-01-01"),
    "a version": ("xmpMM:InstanceID", "uuid:1", "uuid:2"),
}


@pytest.mark.parametrize("name", DESCRIBED)
def test_what_a_pdf_says_of_itself_is_told_as_a_property(name: str, tmp_path: Path) -> None:
    key, old, new, line = DESCRIBED[name]
    for file, value in (("a.pdf", old), ("b.pdf", new)):
        (tmp_path / file).write_bytes(with_metadata(key, value))
    told = diff(DiffOrder("a.pdf", "b.pdf", told="files"), tmp_path).comparison
    assert [(other.kind, other.said) for other in told.other] == [("egenskap", line)]


@pytest.mark.parametrize("name", MADE)
def test_which_program_made_a_pdf_and_when_is_no_difference(name: str, tmp_path: Path) -> None:
    key, old, new = MADE[name]
    assert are_alike(with_metadata(key, old), with_metadata(key, new), ".pdf", tmp_path)


_FIGURE = '#figure(rect(width: 1cm), alt: "Karta")'


def tagged(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    held = BytesIO()
    with pikepdf.open(BytesIO(printed(_FIGURE))) as file:
        change(file)
        file.save(held)
    return held.getvalue()


def spoken(file: pikepdf.Pdf) -> None:
    held = [each for each in file.objects if isinstance(each, pikepdf.Dictionary)]
    (figure,) = [each for each in held if "/S" in each and "/Alt" in each]
    figure.Alt = pikepdf.String("Ritning")


def profiled(moment: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(file: pikepdf.Pdf) -> None:
        profile = file.make_stream(b"profil " + moment)
        file.Root.OutputIntents = pikepdf.Array([pikepdf.Dictionary(DestOutputProfile=profile)])

    return change


def test_in_which_order_tags_stand_is_seen_by_nobody(tmp_path: Path) -> None:
    case = Path(__file__).parents[2] / "readers" / "cases" / "pdf-order-of-tags"
    one, other = ((case / name).read_bytes() for name in ("a.pdf", "right.pdf"))
    assert are_alike(one, other, ".pdf", tmp_path)


def test_what_is_read_aloud_for_a_picture_is_told(tmp_path: Path) -> None:
    assert not are_alike(tagged(lambda _: None), tagged(spoken), ".pdf", tmp_path)


def test_when_a_profile_of_colours_was_made_is_no_difference(tmp_path: Path) -> None:
    one, other = (tagged(profiled(moment)) for moment in (b"2027", b"2028"))
    assert are_alike(one, other, ".pdf", tmp_path)


def replaced(written: bytes) -> bytes:
    held = BytesIO()
    with pikepdf.open(BytesIO(printed("Fast pris."))) as file:
        file.Root.Metadata.write(written)
        file.save(held, fix_metadata_version=False)
    return held.getvalue()


INNER = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF
xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description r:about="" xmlns:a="urn:a">
<a:b r:parseType="Resource"><a:c>%s</a:c></a:b></r:Description></r:RDF></x:xmpmeta>"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<x:xmpmeta", "<x:xmpmet"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>c</a>"),
        (INNER % "ett", INNER % "två"),
    ],
    ids=["broken", "with names of their own", "a thing inside a thing"],
)
def test_metadata_that_have_no_name_are_told_whole(old: str, new: str, tmp_path: Path) -> None:
    for file, written in (("a.pdf", old), ("b.pdf", new)):
        (tmp_path / file).write_bytes(replaced(written.encode()))
    (told,) = diff(DiffOrder("a.pdf", "b.pdf", told="files"), tmp_path).comparison.other
    assert (told.kind, "(metadata)" in told.said) == ("egenskap", True)


def test_metadata_say_the_same_wherever_their_rows_break(tmp_path: Path) -> None:
    long, apart = INNER % "Avtal om skolskjuts", INNER % "Avtal\r\n  om\tskolskjuts\n"
    rows = long.replace("><", ">\r\n\t<")
    for other in (apart, rows):
        assert are_alike(replaced(long.encode()), replaced(other.encode()), ".pdf", tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "reasons", "other"),
    [
        (
            "Priset är fast i år.\n\n|a|b|\n|-|-|\n|1|2|",
            "Priset är rörligt i år.\n\n|a|b|\n|-|-:|\n|1|2|",
            ["pris"],
            1,
        ),
        (
            "Priset är fast. Se [listan](https://a.se).",
            "Priset är rörligt. Se listan.",
            ["pris", "länk"],
            0,
        ),
    ],
)
def test_what_is_printed_otherwise_is_told_among_other_changes(
    old: str, new: str, reasons: list[str], other: int, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_bytes(in_markdown(old))
    (tmp_path / "b.md").write_bytes(in_markdown(new))
    told = diff(DiffOrder("a.md", "b.md", told="files"), tmp_path).comparison
    assert [reason for change in told.changes() for reason in change.reasons] == reasons
    assert len(told.other) == other


SIGNS = ("a)", "b)"), ("1.", "2."), ("–", "–")


@pytest.mark.parametrize(("was", "now"), list(permutations(SIGNS, 2)))
@pytest.mark.parametrize("suffix", [".txt", ".pdf"])
def test_items_that_are_counted_otherwise_are_told_with_both_signs(
    was: Sides, now: Sides, suffix: str, tmp_path: Path
) -> None:
    for name, signs in (("a", was), ("b", now)):
        rows = ["1 Villkor", "Avtalet får hävas om", *map(" ".join, zip(signs, CASES, strict=True))]
        text = "\n\n".join(["Avtal", *rows, "2 Tid", "Ett år."])
        (tmp_path / f"{name}{suffix}").write_bytes(
            text.encode() if suffix == ".txt" else _typeset(text)
        )
    comparison = diff(DiffOrder(f"a{suffix}", f"b{suffix}"), tmp_path).comparison
    (told,) = comparison.other
    assert (told.kind, told.old + told.new > 0) == ("lista", True)
    before, after = ("inget nummer" if sign == "–" else sign for sign in (was[0], now[0]))
    assert told.said == f"”{CASES[0]}” hade {before} framför sig och har {after}"


CASES = ("utföraren saknar tillstånd", "utföraren försätts i konkurs")


def _typeset(text: str) -> bytes:
    rows = (f"#text({json.dumps(row, ensure_ascii=False)})" for row in text.split("\n\n"))
    return typst.compile("\n\n".join(rows).encode())
