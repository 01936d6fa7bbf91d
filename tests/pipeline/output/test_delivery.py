"""What we wrote is noted, and what somebody has changed since is left alone."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from avtalsgen.pipeline.output import record
from avtalsgen.pipeline.output.delivery import Delivery, Refusal
from avtalsgen.pipeline.output.turn import turn
from avtalsgen.problems import AvtalsgenError, Exit

REFUSAL = Refusal("BY01", "är inte som vi skrev den", "välj ett annat namn")


def test_what_we_wrote_is_written_over_and_what_somebody_changed_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    delivery = Delivery((file,), REFUSAL)
    delivery.put({file: b"1"})
    delivery.put({file: b"2"})
    file.write_bytes(b"mitt")
    with pytest.raises(AvtalsgenError) as caught:
        delivery.put({file: b"3"})
    (problem,) = caught.value.problems
    assert (problem.code, problem.exit) == ("BY01", Exit.CONFLICT)
    assert problem.message == f"{file} är inte som vi skrev den"
    assert file.read_bytes() == b"mitt"
    Delivery((file,), REFUSAL, force=True).put({file: b"3"})
    assert file.read_bytes() == b"3"


def test_somebody_elses_file_that_says_the_same_is_no_conflict(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"1")
    Delivery((file,), REFUSAL).put({file: b"1"})
    Delivery((file,), REFUSAL).put({file: b"2"})
    assert file.read_bytes() == b"2"


def test_one_changed_file_stops_all(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a.pdf", tmp_path / "b.docx"
    theirs.write_bytes(b"mitt")
    with pytest.raises(AvtalsgenError):
        Delivery((ours, theirs), REFUSAL).put({ours: b"1", theirs: b"2"})
    assert not ours.exists()


def test_only_what_is_made_of_something_else_is_stale(tmp_path: Path) -> None:
    one, other = tmp_path / "a.pdf", tmp_path / "b.docx"
    prints = {one: "of a", other: "of b"}
    delivery = Delivery((one, other), REFUSAL)
    assert delivery.stale(prints) == (one, other)
    delivery.put({one: b"1", other: b"2"}, prints)
    assert delivery.stale(prints) == ()
    assert delivery.stale({**prints, other: "of c"}) == (other,)
    assert Delivery((one, other), REFUSAL, force=True).stale(prints) == (one, other)
    one.unlink()
    assert delivery.stale(prints) == (one,)


def test_what_is_gone_is_taken_away_with_its_note(tmp_path: Path) -> None:
    old, new = tmp_path / "gammal.docx", tmp_path / "ny.docx"
    delivery = Delivery((old, new), REFUSAL)
    delivery.put({old: b"1"})
    delivery.put({new: b"2"}, gone=[old])
    assert not old.exists()
    assert set(record.read([old])) == {new}


def test_what_goes_beside_is_not_noted(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ut" / "a.html", tmp_path / "uppdrag" / "2026.yaml"
    Delivery((ours,), REFUSAL).put({ours: b"1"}, beside={theirs: b"typ:"})
    assert theirs.read_bytes() == b"typ:"
    assert [file.name for file in theirs.parent.iterdir()] == ["2026.yaml"]


def test_notes_of_two_who_write_in_one_folder_at_once_are_both_kept(tmp_path: Path) -> None:
    """Each reads what there is, and writes all of it; only one at a time may do that."""
    files = [tmp_path / f"{number}.txt" for number in range(12)]
    with ThreadPoolExecutor(8) as pool:
        for _ in pool.map(lambda file: Delivery((file,), REFUSAL).put({file: b"1"}), files):
            pass
    assert set(record.read(files)) == set(files)


def test_a_turn_is_given_back_whatever_happens(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(KeyError), turn(tmp_path):
            raise KeyError


def test_a_turn_is_waited_for_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    """Two first builds at once would lose the notes of one."""
    folder = tmp_path / "ut" / "prov"
    with turn(folder):
        assert folder.is_dir()


def test_a_turn_where_there_can_be_no_folder_waits_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"")
    with turn(tmp_path / "fil" / "mapp"):
        pass
