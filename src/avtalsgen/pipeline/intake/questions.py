"""What is asked of an old document: what it does not state, and what is not sure."""

from collections.abc import Sequence
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.written import told
from avtalsgen.uppdrag import known


def questions_of(facts: Sequence[OldFact], *, memo: bool) -> list[str]:
    """Return what a document does not state, and what it may state otherwise."""
    wanted = _ASKED_OF_A_MEMO if memo else _ASKED
    asked = [f"{path}: {wanted[path]}" for path in unstated(facts, memo=memo)]
    unsure = [f"{f.path}: {_unsure(f)}" for f in facts if not f.sure]
    return [*asked, *unsure]


def unstated(facts: Sequence[OldFact], *, memo: bool) -> list[str]:
    """Return the paths of what is asked for and a document does not state."""
    stated = {fact.path for fact in facts}
    return [path for path in (_ASKED_OF_A_MEMO if memo else _ASKED) if path not in stated]


def _unsure(fact: OldFact) -> str:
    if not fact.value:
        return f"vad ska stå i luckan? ({fact.place})"
    return f"är {told(fact)} rätt? ({fact.place})"


_SIGNS: Final = f"{known.PARTIES}.{{}}.undertecknare.namn"
_ASKED: Final = {
    known.TITLE: "vad heter handlingen?",
    known.DNR: "vilket diarienummer har handlingen?",
    known.DATED: "vilken dag är handlingen daterad?",
    known.BUYER: "vilket organ är beställare?",
    known.PROVIDER: "vilket organ är utförare?",
    known.START: "från vilken dag gäller den?",
    known.END: "till vilken dag gäller den?",
    known.NOTICE: "vilken uppsägningstid gäller?",
    known.PRICE: "vilken ersättning gäller?",
    _SIGNS.format("beställare"): "vem undertecknar för beställaren?",
    _SIGNS.format("utförare"): "vem undertecknar för utföraren?",
}
_ASKED_OF_A_MEMO: Final = {
    known.TITLE: _ASKED[known.TITLE],
    known.DNR: _ASKED[known.DNR],
    known.DATED: _ASKED[known.DATED],
    known.ABOUT: "vilket uppdrag handlar skrivelsen om?",
}
