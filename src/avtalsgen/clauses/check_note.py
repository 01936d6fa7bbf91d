"""What of a clause is not certain, for a lawyer to check: `kontrollera` in its head."""

from avtalsgen.clauses.expression import Condition
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.clauses.when import parse_when
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.tree import Branch, Scalar
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass
from avtalsgen.source import Origin


@dataclass(frozen=True, slots=True)
class CheckNote:
    """A note, and when it concerns an uppdrag: always, or if a condition holds of its facts."""

    text: str
    only_if: Condition | bool
    facts: frozenset[str]
    """What the condition names."""
    written: str
    """The condition as it is written, nothing where there is none."""
    origin: Origin

    def put(self) -> Put:
        """Return the note as it is written in a file."""
        return {"vad": self.text, "om": self.written} if self.written else self.text


def read_check_notes(keys: Keys, parameters: Parameters) -> tuple[CheckNote, ...]:
    """Return the notes in the head of a clause; what is wrong goes to the problems of `keys`.

    A note is a text, or a record of `vad` and `om`, the condition.
    """
    notes = []
    for item in keys.items("kontrollera"):
        if isinstance(item, Scalar):
            notes.append(_note(item.text, None, item.origin, keys, parameters))
        elif isinstance(item, Branch):
            inner = Keys(item, keys.problems, keys.code)
            text, condition = inner.text("vad", required=True), inner.scalar("om", required=True)
            notes.append(_note(text, condition, item.origin, keys, parameters))
            inner.done()
        else:
            keys.problem(
                "en rad i ”kontrollera” är en text", item.origin, 'skriv "Senaste lydelse"'
            )
    return tuple(notes)


def _note(
    text: str, condition: Scalar | None, origin: Origin, keys: Keys, parameters: Parameters
) -> CheckNote:
    only_if, facts, problems = parse_when(condition, parameters)
    keys.problems.extend(problems)
    written = condition.text.strip() if condition else ""
    return CheckNote(" ".join(text.split()), only_if if condition else True, facts, written, origin)
