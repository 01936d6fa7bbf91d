"""What holds for a document with annexes, whatever they say."""

import warnings
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, Object
from tests import pdf_validator, sample
from tests.pdf_marks import strays
from tests.strategies import documents
from tests.writers.pdf.annexes_by_hand import saved, tagged

from avtalsgen.model.nodes import Document
from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.pdf.annexes import Annex, append_annexes, merged


def _pdf(document: Document, *, to_sign: bool = True) -> bytes:
    return set_pages(document, sample.PROFILE, to_sign=to_sign)[0]


def _annexes(*files: bytes) -> list[Annex]:
    return [Annex(n, f"Titel {n}", f"{n}.pdf", data) for n, data in enumerate(files, start=1)]


MAIN = _pdf(sample.document())
BY_HAND = tagged()


@settings(max_examples=10)
@given(documents(depth=2), st.lists(documents(depth=2), min_size=1, max_size=2))
def test_a_document_with_annexes_of_ours_is_sound(main: Document, others: list[Document]) -> None:
    pages, files = _pdf(main), [_pdf(other, to_sign=False) for other in others]
    whole = append_annexes(pages, _annexes(*files))
    assert pdf_validator.breaches(whole) == []
    assert strays(whole) == []
    expected = [word for pdf in (pages, *files) for word in pdf_text.words(pdf)]
    assert pdf_text.words(whole) == expected


def test_an_annex_may_have_annexes() -> None:
    inner = append_annexes(MAIN, _annexes(BY_HAND, MAIN))
    whole = append_annexes(MAIN, _annexes(inner, inner))
    assert pdf_validator.breaches(whole) == []
    assert strays(whole) == []
    assert _letters(whole) == _letters(MAIN) + 2 * _letters(inner)


def test_equal_annexes_give_equal_bytes() -> None:
    files = _annexes(BY_HAND, MAIN)
    assert append_annexes(MAIN, files) == append_annexes(MAIN, files)
    assert append_annexes(MAIN, []) is MAIN


@pytest.mark.parametrize("with_tree", [False, True])
def test_pages_merely_copied_pass_the_validator_and_not_this_test(with_tree: bool) -> None:
    """The numbers of the annex then lead into the parent tree of the main document."""
    assert strays(MAIN) == strays(BY_HAND) == []
    with pikepdf.open(BytesIO(MAIN)) as file, pikepdf.open(BytesIO(MAIN)) as other:
        with warnings.catch_warnings(action="ignore"):  # of links to names, in some versions
            file.pages.extend(other.pages)
        if with_tree:
            tree = file.copy_foreign(other.Root.StructTreeRoot)
            (document,) = tree.K
            document.P = file.Root.StructTreeRoot
            file.Root.StructTreeRoot.K.append(document)
        naive = saved(file)
    assert pdf_validator.breaches(naive) == []
    assert strays(naive) != []


def test_a_tree_that_names_another_page_is_found() -> None:
    with pikepdf.open(BytesIO(BY_HAND)) as file:
        last = file.Root.StructTreeRoot.K.K[-1]
        last.Pg = file.pages[0].obj
        assert strays(saved(file)) != []


def test_pages_are_called_by_their_annex() -> None:
    with pypdfium2.PdfDocument(append_annexes(MAIN, _annexes(BY_HAND, BY_HAND))) as file:
        labels = [file.get_page_label(number) for number in range(len(file))]
    own = [str(number) for number in range(1, len(labels) - 3)]
    assert labels == [*own, "Bilaga 1:1", "Bilaga 1:2", "Bilaga 2:1", "Bilaga 2:2"]


def test_the_outline_of_an_annex_stands_below_its_title() -> None:
    before, whole = _outline(MAIN), _outline(append_annexes(MAIN, _annexes(MAIN, BY_HAND)))
    count = len(pypdfium2.PdfDocument(MAIN))
    below = [(level + 1, title, page + count, view) for level, title, page, view in before]
    fit: tuple[int, list[float]] = (pypdfium2.raw.PDFDEST_VIEW_FIT, [])
    first, second = (0, "Bilaga 1: Titel 1", count, fit), (0, "Bilaga 2: Titel 2", 2 * count, fit)
    assert whole == [*before, first, *below, second]


def _outline(pdf: bytes) -> list[tuple[int, str, int, object]]:
    """Return the level, title, page and place on it of each bookmark."""
    with pypdfium2.PdfDocument(pdf) as file:
        return [
            (mark.level, mark.get_title(), place.get_index(), place.get_view())
            for mark in file.get_toc()
            if (place := mark.get_dest())
        ]


def test_a_link_leads_to_the_page_of_its_own_file() -> None:
    """Both files have the same names for their sections."""
    with pikepdf.open(BytesIO(append_annexes(MAIN, _annexes(MAIN, BY_HAND)))) as file:
        pages = [page.obj.objgen for page in file.pages]
        own = (len(pages) - 2) // 2
        places = [
            (number, pages.index(link.Dest[0].objgen))
            for number, page in enumerate(file.pages)
            for link in page.get("/Annots", [])
            if isinstance(link.get("/Dest"), pikepdf.Array)
        ]
    assert places[-1] == (2 * own, 2 * own + 1)
    assert len(places) > 5
    assert all(own <= there < 2 * own for _, there in places[:-1])


@pytest.fixture
def tree() -> Iterator[Object]:
    """Yield the structure tree of a document with the same annex twice."""
    with pikepdf.open(BytesIO(append_annexes(MAIN, _annexes(BY_HAND, BY_HAND)))) as file:
        yield file.Root.StructTreeRoot


def test_an_annex_is_a_part_with_its_title_and_language(tree: Object) -> None:
    one, two = tree.K[0].K[-2:]
    assert [str(part.S) for part in (one, two)] == ["/Part", "/Part"]
    assert [str(part.T) for part in (one, two)] == ["Bilaga 1: Titel 1", "Bilaga 2: Titel 2"]
    assert str(one.Lang) == "en-GB"
    assert str(one.K[0].S) == "/Div"


def test_a_name_keeps_its_meaning_in_each_file(tree: Object) -> None:
    assert str(tree.RoleMap.Title) == "/P"
    assert str(tree.RoleMap[Name("/b1-Title")]) == "/H2"
    assert str(tree.RoleMap.Rubrik) == "/H1"
    classes = [str(part.K[0].K[-1].C[0]) for part in tree.K[0].K[-2:]]
    assert classes == ["/Luftig", "/b2-Luftig"]
    assert all(int(tree.ClassMap[name].SpaceAfter) == 9 for name in classes)


def test_ids_are_of_one_annex(tree: Object) -> None:
    names = tree.IDTree.Names.as_list()
    ids = [bytes(key) for key in names[::2]]
    assert ids == sorted(set(ids))
    assert {b"b1-rubrik", b"b2-rubrik"} <= set(ids)
    for part in tree.K[0].K[-2:]:
        header, cell = part.K[0].K[2].K[0].K
        assert bytes(cell.A.Headers[0]) == bytes(header.ID)
        assert names[2 * ids.index(bytes(header.ID)) + 1].objgen == header.objgen


def test_a_namespace_is_entered_once(tree: Object) -> None:
    (space,) = tree.Namespaces
    assert [part.K[0].K[-1].NS.objgen for part in tree.K[0].K[-2:]] == [space.objgen] * 2


def test_what_a_page_inherits_comes_along() -> None:
    """By hand, the form stands in the resources of the node above both pages."""
    with pikepdf.open(BytesIO(append_annexes(MAIN, _annexes(BY_HAND)))) as file:
        for page in list(file.pages)[-2:]:
            assert isinstance(page.obj.Resources.XObject.F, pikepdf.Stream)


def test_every_page_looks_as_it_did() -> None:
    whole = append_annexes(MAIN, _annexes(BY_HAND, MAIN))
    assert _pictures(whole) == [*_pictures(MAIN), *_pictures(BY_HAND), *_pictures(MAIN)]


def _pictures(pdf: bytes) -> list[bytes]:
    with pypdfium2.PdfDocument(pdf) as file:
        return [bytes(page.render(scale=0.5).buffer) for page in file]


def test_a_file_is_not_larger_than_its_parts() -> None:
    assert len(merged(MAIN, _annexes(MAIN))) < 2.1 * len(MAIN)


def test_a_role_map_that_leads_through_itself_is_no_trap() -> None:
    def circle(file: pikepdf.Pdf) -> None:
        file.Root.StructTreeRoot.RoleMap = Dictionary(Ett=Name.Tva, Tva=Name.Ett, Rubrik=Name.H1)

    assert strays(merged(MAIN, _annexes(tagged(circle)))) == []


def _letters(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as file:
        return [page.get_textpage().get_text_range() for page in file]
