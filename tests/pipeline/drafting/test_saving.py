"""No answer that was acknowledged is lost, whoever saves beside, and no file is half of two."""

import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspace import WHOLE

from avtalsgen.pipeline.drafting.draft import open_draft
from avtalsgen.pipeline.drafting.saving.contents import SEEN, SeenContents
from avtalsgen.pipeline.drafting.saving.merge import merged
from avtalsgen.pipeline.drafting.saving.save import save
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import AvtalsgenError

FILE = "uppdrag/prov/1.yaml"
FIELDS = ("titel", "dnr", "parter.utförare.benämning")
SAVES = 8
"""By each saver, of each of the fields."""
Acknowledged = tuple[str, str, str]
"""A field, what stood there when the form was opened, and what was saved."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in WHOLE.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path


def opened(root: Path) -> tuple[str, dict[str, object]]:
    """Open the form: its etag and answers, remembered as a server does."""
    draft = open_draft(open_project(root), "prov", "1")
    SEEN.remember((root / FILE).read_bytes())
    return draft.etag, dict(draft.answers)


def saver(root: Path, name: str) -> list[Acknowledged]:
    """Save every field some times, and return what was acknowledged."""
    acknowledged = []
    for number, path in product(range(SAVES), FIELDS):
        etag, answers = opened(root)
        value = f"{name}{number}"
        saved = save(root, "prov", "1", etag, {path: value})
        if not saved.clashes:
            acknowledged.append((path, str(answers[path]), value))
    return acknowledged


def last_of(acknowledged: list[Acknowledged], path: str, first: str) -> str:
    """Return what a field is in the end, if each save had seen the one before it.

    Each value is written once, so the saves of a field are a chain; one that is lost is beside it.
    """
    after = {seen: value for field, seen, value in acknowledged if field == path}
    saves = sum(field == path for field, _, _ in acknowledged)
    assert len(after) == saves, "two saves have written over the same answer"
    value, passed = first, 0
    while value in after:
        value, passed = after[value], passed + 1
    assert passed == saves, "a save was written over by one that had not seen it"
    return value


def test_no_acknowledged_save_is_lost_among_processes_and_threads(root: Path) -> None:
    _, first = opened(root)
    context = get_context("spawn")
    with ProcessPoolExecutor(2, context) as processes, ThreadPoolExecutor(3) as threads:
        work = [processes.submit(saver, root, name) for name in ("a", "b")]
        work += [threads.submit(saver, root, name) for name in ("c", "d", "e")]
        acknowledged = [each for done in work for each in done.result()]
    _, now = opened(root)
    assert len(acknowledged) >= SAVES
    for path in FIELDS:
        assert now[path] == last_of(acknowledged, path, str(first[path]))
    text = (root / FILE).read_text(encoding="utf-8")
    assert "  beställare: {organ: namnden}\n" in text
    assert "disposition: [ersattning@1, tvist@1]\n" in text


KILLED = """
import sys
from itertools import cycle
from pathlib import Path
from avtalsgen.pipeline.drafting.draft import open_draft
from avtalsgen.pipeline.drafting.saving.save import save
from avtalsgen.pipeline.workspace.project import open_project
root = Path(sys.argv[1])
for value in cycle(("a" * 1900, "b" * 1900)):
    etag = open_draft(open_project(root), "prov", "1").etag
    save(root, "prov", "1", etag, {"titel": value})
    print(flush=True)
"""


@pytest.mark.parametrize("saves", [1, 4, 9])
def test_a_save_that_is_killed_leaves_the_old_file_or_the_new_one(root: Path, saves: int) -> None:
    command = [sys.executable, "-c", KILLED, str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(saves):
            process.stdout.readline()
        until = monotonic() + 0.003 * saves  # in the middle of the next
        while monotonic() < until:
            pass
        process.send_signal(signal.SIGKILL)
    whole = {
        WHOLE[FILE].replace("titel: Prov", f"titel: {letter * 1900}").encode() for letter in "ab"
    }
    assert (root / FILE).read_bytes() in whole
    etag, answers = opened(root)
    assert not save(root, "prov", "1", etag, {"titel": "efter"}).clashes
    assert answers["dnr"] == "SN 2026-1"
    assert open_project(root).files.names("uppdrag/prov") == ("1.yaml",)


def test_what_two_have_changed_is_chosen_and_all_else_is_put_together(root: Path) -> None:
    etag, _ = opened(root)
    save(root, "prov", "1", etag, {"titel": "Deras", "dnr": "SN 2026-2", "datum": "2026-03-01"})
    mine = {"titel": "Mitt", "dnr": "SN 2026-1", "datum": "2026-05-05"}
    before = (root / FILE).read_bytes()
    saved = save(root, "prov", "1", etag, mine)
    clash = [(each.path, each.before, each.mine, each.theirs) for each in saved.clashes]
    assert clash == [("titel", "Prov", "Mitt", "Deras")]
    assert saved.theirs == ("dnr",)
    assert (root / FILE).read_bytes() == before
    chosen = save(root, "prov", "1", saved.etag, {**mine, "dnr": "SN 2026-2"})
    assert chosen.changed == ("titel", "datum")
    _, now = opened(root)
    assert (now["titel"], now["dnr"], now["datum"]) == ("Mitt", "SN 2026-2", "2026-05-05")


def test_when_nobody_remembers_what_both_began_with_everything_is_chosen(root: Path) -> None:
    saved = save(root, "prov", "1", "glömt", {"titel": "Mitt", "dnr": "SN 2026-1"})
    assert [each.path for each in saved.clashes] == ["titel"]
    assert saved.clashes[0].before is None


def test_a_signed_edition_is_not_changed(root: Path) -> None:
    text = (root / FILE).read_text(encoding="utf-8").replace("utkast", "undertecknad")
    (root / FILE).write_text(text, encoding="utf-8")
    etag, _ = opened(root)
    with pytest.raises(AvtalsgenError, match="UP15"):
        save(root, "prov", "1", etag, {"titel": "Nytt"})
    assert (root / FILE).read_text(encoding="utf-8") == text


ANSWER = st.sampled_from([None, "a", "b", "c"])
FILES = st.fixed_dictionaries({"x": ANSWER, "y": ANSWER})


@given(FILES, FILES, FILES)
def test_no_answer_of_either_is_lost_in_a_merge(
    before: dict[str, str | None], now: dict[str, str | None], mine: dict[str, str | None]
) -> None:
    result = merged(before, now, mine)
    clashed = {each.path for each in result.clashes}
    after = {**now, **result.changes}
    for path in before:
        if path in clashed:
            assert len({before[path], now[path], mine[path]}) == 3
        elif now[path] != before[path]:
            assert after[path] == now[path]
        else:
            assert after[path] == mine[path]


def test_as_many_contents_are_remembered_as_are_used() -> None:
    contents = SeenContents()
    etags = [contents.remember(str(number).encode()) for number in range(600)]
    assert [contents.get(etag) for etag in etags[:100]] == [None] * 100
    assert contents.get(etags[-1]) == b"599"


def test_what_many_began_with_is_remembered_as_long_as_they_save() -> None:
    """Each save makes a new content, and all of them ask for the first."""
    contents = SeenContents()
    first = contents.remember(b"first")
    for number in range(1200):
        contents.remember(b"%d" % number)
        assert contents.get(first) == b"first"


def test_an_answer_below_a_branch_that_is_unknown_leaves_its_neighbours_unknown(
    root: Path,
) -> None:
    branch = WHOLE[FILE][WHOLE[FILE].index("parter:") : WHOLE[FILE].index("ersättning:")]
    text = WHOLE[FILE].replace(branch, "parter: {okänt: väljs}\n")
    (root / FILE).write_text(text, encoding="utf-8")
    etag, first = opened(root)
    assert first["parter.utförare.benämning"] == {"okänt": "väljs"}
    save(root, "prov", "1", etag, {"parter.utförare.benämning": "utföraren"})
    _, now = opened(root)
    assert now["parter.utförare.benämning"] == "utföraren"
    assert now["parter.beställare.organ"] == {"okänt": "väljs"}
