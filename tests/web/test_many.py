"""Many who read and write at once: every page is answered, and nothing that was saved is lost."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from tests.web.conftest import Client, client_of, put_small

from avtalsgen.web.app import all_pages
from avtalsgen.web.remembered import Remembered

PEOPLE = 12
PAGES = [page.ways[0].path for page in all_pages() if page.word]


def test_every_page_is_answered_while_somebody_writes(tmp_path: Path) -> None:
    """A file is replaced whole all the time, so that all that is remembered is made anew."""
    root = put_small(tmp_path / "arbetsyta")
    client, begin = client_of(root), Barrier(PEOPLE + 1)
    file = root / "uppdrag/prov/1.yaml"

    def read(number: int) -> list[tuple[str, int]]:
        begin.wait()
        paths = PAGES[number % len(PAGES) :] + PAGES[: number % len(PAGES)]
        return [(path, client.get(path).status_code) for path in paths]

    def write() -> None:
        text = file.read_text("utf-8")
        begin.wait()
        for number in range(30):
            beside = root / f"{number}.tmp"
            beside.write_text(text.replace("titel: Prov", f"titel: Prov {number}"), "utf-8")
            beside.replace(file)

    with ThreadPoolExecutor(PEOPLE + 1) as pool:
        writing = pool.submit(write)
        readers = [pool.submit(read, number) for number in range(PEOPLE)]
        writing.result()
        answers = [each for reader in readers for each in reader.result()]
    assert {status for _, status in answers} == {200}
    assert "Prov 29" in client.get("/").text


def test_what_many_ask_for_is_made_once(tmp_path: Path) -> None:
    remembered, begin, made = Remembered(put_small(tmp_path)), Barrier(PEOPLE), list[int]()

    def make() -> int:
        made.append(1)
        return len(made)

    def ask() -> int:
        begin.wait()
        return remembered.get("antal", make)

    with ThreadPoolExecutor(PEOPLE) as pool:
        answers = [pool.submit(ask) for _ in range(PEOPLE)]
        assert {answer.result() for answer in answers} == {1}
    (tmp_path / "uppdrag/prov/2.yaml").write_text("typ: uppdrag@1\n", "utf-8")
    assert remembered.get("antal", make) == 2
    assert remembered.renew("sist", lambda before: (before or 0) + 1) == 1
    (tmp_path / "uppdrag/prov/2.yaml").unlink()
    assert remembered.renew("sist", lambda before: (before or 0) + 1) == 2


def test_a_client_of_each_is_in_by_itself(client: Client, tmp_path: Path) -> None:
    other = client_of(put_small(tmp_path / "annan"))
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    other.cookies.clear()
    assert other.get("/", headers={"cookie": cookie}).status_code == 401
