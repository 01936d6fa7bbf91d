"""A Word file as its parts, for all who open one."""

import pytest
from tests.redline.wordfile import PAGE, link, note, par, unzipped, word, zipped

from avtalsgen.ooxml import custom_properties
from avtalsgen.ooxml.intake.limits import DOCUMENT, PackageLimits
from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.names import OFFICE
from avtalsgen.ooxml.package import Package

FILE = word(
    par("Se ", link("sidan", "rId3"), note(1)),
    notes={1: par(link("lagen", "rId3"))},
    links={"rId3": "https://a.se"},
    part_links={"footnotes": {"rId3": "https://b.se"}},
)
STRICT = (
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"wordprocessingml/"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"officeDocument/"),
)


def _few(**limits: int) -> PackageLimits:
    names = ("members", "size", "part", "xml", "elements", "paragraphs", "depth")
    return PackageLimits(*(limits.get(name, getattr(DOCUMENT, name)) for name in names))


def test_an_id_of_a_relation_is_local_to_its_part() -> None:
    package = Package(FILE)
    notes = package.related("footnotes")
    assert notes == "word/footnotes.xml"
    targets = [package.relations(part)["rId3"].target for part in (package.main, notes)]
    assert targets == ["https://a.se", "https://b.se"]
    assert package.relations(notes)["rId3"].outside


def test_what_is_read_and_not_changed_is_written_as_it_was_and_the_same_each_time() -> None:
    written = Package(FILE).written()
    assert written == Package(written).written()
    assert unzipped(written) == unzipped(FILE)


def test_parts_are_added_led_to_and_dropped() -> None:
    package = Package(FILE)
    name = package.free_name("word/footer1.xml")
    package.add(name, b"<a/>", "application/xml+a")
    key = package.relate(package.main, package.lead(package.main, f"{OFFICE}footer", name))
    again = Package(package.written())
    assert again.content_type(name) == "application/xml+a"
    assert again.relations(again.main)[key].part == name
    again.drop(name)
    assert name not in Package(again.written())


def _read_all(limits: PackageLimits) -> None:
    package = Package(FILE, limits, "den nya")
    for name in package.names:
        package.part(name)


@pytest.mark.parametrize(
    ("limits", "fault"),
    [
        ({"members": 3}, "large"),
        ({"part": 200}, "large"),
        ({"xml": 2_000}, "large"),
        ({"elements": 5}, "large"),
        ({"paragraphs": 1}, "large"),
        ({"depth": 2}, "broken"),
    ],
)
def test_every_limit_is_kept_and_the_error_says_which_file(
    limits: dict[str, int], fault: str
) -> None:
    with pytest.raises(UnfitError) as error:
        _read_all(_few(**limits))
    assert (error.value.fault, error.value.file) == (fault, "den nya")


def test_a_size_that_a_file_admits_is_refused_before_anything_is_unfolded() -> None:
    with pytest.raises(UnfitError, match="för stor"):
        Package(FILE, _few(size=500)).check_size()


def test_the_strict_form_is_folded_where_a_part_is_read() -> None:
    indented = par("a", properties='<w:ind w:start="720"/><w:jc w:val="end"/>')
    parts = unzipped(word(indented, section=PAGE))
    for name, data in parts.items():
        for known, strict in STRICT:
            data = data.replace(known, b"http://purl.oclc.org/ooxml/" + strict)
        parts[name] = data
    root = Package(zipped(parts)).document()
    spaces = {"w": root.nsmap["w"]}
    assert root.xpath("string(//w:ind/@w:left)", namespaces=spaces) == "720"
    assert root.xpath("string(//w:jc/@w:val)", namespaces=spaces) == "right"
    assert (
        "purl.oclc.org"
        not in Package(Package(zipped(parts)).written()).blob("_rels/.rels").decode()
    )


def test_a_file_of_something_else_is_no_word_file() -> None:
    with pytest.raises(UnfitError, match="Wordfil"):
        Package(zipped({"word/document.xml": "<html/>"})).document()
    with pytest.raises(UnfitError, match="går inte att läsa"):
        Package(zipped({"a.txt": "a"})).document()


def test_a_file_without_properties_has_none() -> None:
    assert custom_properties.read(Package(FILE)) == {}


@pytest.mark.parametrize("outside", [par("Utan ersättning."), f"<w:body>{par('Nej.')}</w:body>"])
def test_text_beside_the_body_which_no_program_shows_is_refused(outside: str) -> None:
    parts = unzipped(FILE)
    document = parts["word/document.xml"]
    parts["word/document.xml"] = document.replace(b"</w:body>", b"</w:body>" + outside.encode())
    with pytest.raises(UnfitError, match="text utanför brödtexten"):
        Package(zipped(parts)).document()
