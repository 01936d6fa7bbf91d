"""What a form is made of: groups of fields, each a question with how it is answered."""

from typing import Literal

from avtalsgen.records import dataclass

Control = Literal["line", "text", "choice", "select", "many", "lines", "records"]
"""A line; several lines; one of a few; one of many; some of a few; a line for each item; a record
for each row."""
Since = Literal["", "lika", "ändrat", "nytt"]
FieldState = Literal["svarad", "vet inte", "tom", "fel"]


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that may be chosen."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where an answer is printed: the number of the section, or its heading without one."""

    anchor: str
    told: str
    lead: str = "i"
    """What a sentence has before it: `på` omslaget, `i` avsnitt 2."""


@dataclass(frozen=True, slots=True)
class RecordCell:
    """One answer in a row of records."""

    name: str
    label: str
    control: Control
    text: str
    unit: str
    keyboard: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class FormField:
    """One question. `name` is the path of the fact and the name of the control."""

    name: str
    question: str
    help: str
    example: str
    control: Control
    unit: str
    keyboard: str
    width: Literal["short", "middle", "full"]
    text: str
    """The answer as the control shows it."""
    told: tuple[str, ...]
    """The answer as people read it, a line for each item of a list."""
    reason: str
    """Why it is not known; empty where it is, or where nobody has said."""
    none: bool
    """A list of which it is said that it has nothing in it."""
    options: tuple[Option, ...]
    rows: tuple[tuple[RecordCell, ...], ...]
    state: FieldState
    error: str
    """What is wrong with what was typed, and what to write."""
    places: tuple[FieldPlace, ...]
    applies_when: str
    """In words, when the question applies; empty while it does."""
    is_short: bool
    """Whether it is one of those that cannot be left out."""
    earlier: str
    """The answer in the edition that this one comes from; empty where it has none."""
    since: Since
    """What has become of that answer; empty where there is no such edition."""
    may_change: bool
    """Whether it may be answered otherwise; the words of what is locked may not."""

    @property
    def id(self) -> str:
        """The id of the control in a page."""
        return f"f-{self.name}"

    @property
    def is_list(self) -> bool:
        """Whether the answer is a list."""
        return self.control in {"many", "lines", "records"}

    @property
    def has_reason(self) -> bool:
        """Whether somebody has said why it is not known; a new file says the question itself."""
        return bool(self.reason) and self.reason != self.question

    @property
    def is_lacking(self) -> bool:
        """Whether the text needs an answer that it has not."""
        needed = bool(self.is_short or self.places)
        return self.state == "tom" and needed and not self.applies_when


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Questions under one heading."""

    heading: str
    anchor: str
    fields: tuple[FormField, ...]

    def count(self, state: FieldState) -> int:
        """Return how many of the fields are in a state, of those that apply."""
        return sum(field.state == state and not field.applies_when for field in self.fields)

    @property
    def lacking(self) -> int:
        """How many answers the text needs and has not."""
        return sum(field.is_lacking for field in self.fields)

    @property
    def applying(self) -> tuple[FormField, ...]:
        """The fields that apply with the answers so far."""
        return tuple(field for field in self.fields if not field.applies_when)

    @property
    def waiting(self) -> tuple[FormField, ...]:
        """The others."""
        return tuple(field for field in self.fields if field.applies_when)


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """All questions of an edition."""

    groups: tuple[FormGroup, ...]

    @property
    def fields(self) -> tuple[FormField, ...]:
        """Every field, in order."""
        return tuple(field for group in self.groups for field in group.fields)

    @property
    def errors(self) -> tuple[FormField, ...]:
        """The fields that cannot be saved as they are."""
        return tuple(field for field in self.fields if field.error)

    def field(self, name: str) -> FormField | None:
        """Return the field of a fact."""
        return next((field for field in self.fields if field.name == name), None)
