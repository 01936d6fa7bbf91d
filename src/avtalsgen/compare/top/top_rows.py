"""The first page: at most twelve rows, what decides most first.

    subject (by the lawyers' order) ─┬─ sentences that changed, came or went, best first
                                     └─ one row: what was said │ what is said

A row gathers what one section says of a subject, beside what the section it answers to says. Many
subjects have one row; in two nearly equal texts one subject may have several.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import zip_longest
from typing import Final

from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.duties.statements import MOST_WORDS, Statement, place_of, quoted
from avtalsgen.compare.top.differences import Differences, StatementChange
from avtalsgen.compare.top.subjects import Subject, Subjects, telling
from avtalsgen.model.comparison import DECISIVE, Reason, TopRow
from avtalsgen.records import dataclass
from avtalsgen.register.topics import Topic

MOST_ROWS: Final = 12
"""As many as can be read in a minute."""
LAWS: Final = "Lagar"
"""The topic that a law which was replaced is of."""
_OF_LAW: Final = 100
"""What a replaced law tells: more than any sentence about law."""
_MOST_SENTENCES: Final = 3
_MOST_OF_SUMS: Final = 3
"""Rows of one topic beside its first, for sums that changed."""
_SUMS: Final[frozenset[Reason]] = frozenset(("belopp", "procent", "pris"))
_ORDER: Final[tuple[Reason, ...]] = (
    *("belopp", "pris", "procent", "ordning", "datum", "frist", "varaktighet", "rättskälla"),
    *("negation", "modalitet", "gräns", "part", "omfattning", "villkor", "tal"),
    *("hänvisning", "text"),
)
"""Which of several reasons a row is given."""


@dataclass(slots=True)
class Gathered:
    """What is said of a subject in a section and in the one that answers to it."""

    place: int
    """Of the subject in the list of topics."""
    name: str
    sections: tuple[int | None, int | None]
    score: int = 0
    """How much it speaks of the subject."""
    differences: list[StatementChange] = field(default_factory=list)

    @property
    def has_other_sum(self) -> bool:
        """Whether a sum or a share was another before."""
        return any(
            each.old and each.new and not _SUMS.isdisjoint(each.reasons)
            for each in self.differences
        )

    @property
    def has_both_sides(self) -> bool:
        """Whether both texts say something of the subject that the other does not."""
        return all(map(any, _sides(self.differences)))

    @property
    def worth(self) -> int:
        """How much it tells of the subject."""
        return self.score + max(map(telling, self.differences), default=0)


def top_rows(
    differences: Differences, topics: Sequence[Topic], replaced: Mapping[str, str]
) -> tuple[TopRow, ...]:
    """Return at most twelve rows, the weightiest first; none for two documents that say the same.

    `replaced` has the law that took over from another. Law: what is the same on both sides is
    in no row, however much its words changed.
    """
    subjects = Subjects(topics)
    rows = sorted(
        _beside(_hosted(_gathered(differences, subjects, replaced))),
        key=lambda subject: (subject.place, -subject.worth),
    )
    first: dict[int, Gathered] = {}
    for subject in rows:
        if subject.place < len(topics):
            first.setdefault(subject.place, subject)
    told_of = {row.place for row in rows if row.has_both_sides}
    for place in first.keys() - told_of:
        _answer(first[place], differences, subjects)
    rest = [subject for subject in rows if subject is not first.get(subject.place)]
    sums = _with_sums(rest, first)
    others = [subject for subject in rest if subject not in sums]
    weighty = sorted((*first.values(), *sums), key=lambda subject: subject.place)
    order = (*weighty, *sorted(others, key=lambda subject: -subject.worth))
    return tuple(
        _row(subject, differences, known=subject.place < len(topics))
        for subject in order[:MOST_ROWS]
    )


def _with_sums(rest: Sequence[Gathered], first: Mapping[int, Gathered]) -> list[Gathered]:
    """Return more rows for each topic that has sums beside what says most of it.

    One, and all with a sum or a share that was another before: what is paid goes before what
    a topic further down has.
    """
    more: dict[int, list[Gathered]] = {}
    for subject in rest:
        of_sum = any("belopp" in difference.reasons for difference in subject.differences)
        rows = more.setdefault(subject.place, [])
        other = subject.has_other_sum and len(rows) < _MOST_OF_SUMS
        if subject.place in first and (other or (of_sum and not rows)):
            rows.append(subject)
    return [subject for rows in more.values() for subject in rows]


def _gathered(
    differences: Differences, subjects: Subjects, replaced: Mapping[str, str]
) -> list[Gathered]:
    """Return the differences by subject and by the sections that they stand in."""
    by_place: dict[tuple[int, int | None, int | None], Gathered] = {}
    laws = list(_laws(differences, subjects, replaced))
    told = {(law.differences[0].old, law.differences[0].new) for law in laws}
    for difference in _by_subject(differences, subjects):
        if (difference.old, difference.new) in told:
            continue
        subject = _subject(difference, differences, subjects)
        place, name = (subject.place, subject.name) if subject else (len(subjects.topics), "")
        old, new = difference.old, difference.new
        sections = (old.section if old else None, new.section if new else None)
        subject_gathered = by_place.setdefault((place, *sections), Gathered(place, name, sections))
        subject_gathered.score = max(subject_gathered.score, 2 * subject.score if subject else 0)
        subject_gathered.differences.append(difference)
    return [*by_place.values(), *laws]


def _by_subject(differences: Differences, subjects: Subjects) -> Iterator[StatementChange]:
    """Yield the differences, sentences apart that are of unlike subjects and have little in common.

    Of two that were paired for want of better, each is told where its subject is.
    """
    for difference in differences.all:
        old, new = difference.old, difference.new
        if old is None or new is None or _alike(old, new):
            yield difference
            continue
        before, now = subjects.of(differences.body.old, old), subjects.of(differences.body.new, new)
        beside = differences.body.sections.get(old.section) == new.section
        same = before.place == now.place if before and now else not (before or now) and beside
        if same:
            yield difference
        else:
            yield differences.alone(old, None)
            yield differences.alone(None, new)


def _alike(old: Statement, new: Statement) -> bool:
    """Return whether two sentences have most of the words of the shorter in common."""
    both = (Counter(old.words) & Counter(new.words)).total()
    return 2 * both >= min(len(old.words), len(new.words))


def _subject(
    difference: StatementChange, differences: Differences, subjects: Subjects
) -> Subject | None:
    new = difference.new and subjects.of(differences.body.new, difference.new)
    told = new or (difference.old and subjects.of(differences.body.old, difference.old))
    if told or "rättskälla" not in difference.reasons:
        return told or None
    place = subjects.place_of(LAWS)
    return None if place is None else Subject(place, LAWS, 0)


def _laws(
    differences: Differences, subjects: Subjects, replaced: Mapping[str, str]
) -> Iterator[Gathered]:
    """Yield the laws that one side follows and that others have replaced on the other side."""
    place = subjects.place_of(LAWS)
    olds, news = differences.laws
    for law, statement in olds.items():
        after = replaced.get(law, "")
        if place is None or law in news or after not in news or after in olds:
            continue
        difference = StatementChange(
            statement, news[after], frozenset({"rättskälla"}), weight=_OF_LAW
        )
        yield Gathered(place, LAWS, (None, None), differences=[difference])


def _hosted(gathered: Sequence[Gathered]) -> list[Gathered]:
    """Return what is gathered, what one side alone has with what stands in the same section."""
    whole = [own for own in gathered if None not in own.sections or own.name == LAWS]
    hosted: list[Gathered] = list(whole)
    for lone in gathered:
        if lone in whole:
            continue
        host = next((own for own in whole if _is_beside(lone, own)), None)
        if host:
            host.differences += lone.differences
        else:
            hosted.append(lone)
    return hosted


def _is_beside(lone: Gathered, host: Gathered) -> bool:
    shared = any(
        a == b and a is not None for a, b in zip(lone.sections, host.sections, strict=True)
    )
    return shared and lone.place == host.place and bool(host.name)


def _beside(gathered: Sequence[Gathered]) -> list[Gathered]:
    """Return what is gathered, with what came of a subject beside what went of it."""
    paired = [
        part for part in gathered if None not in part.sections or part.sections == (None, None)
    ]
    lone = sorted((part for part in gathered if part not in paired), key=lambda part: -part.worth)
    for place in sorted({part.place for part in lone}):
        olds = [part for part in lone if part.place == place and part.sections[0] is not None]
        news = [part for part in lone if part.place == place and part.sections[1] is not None]
        if olds and news and olds[0].name:
            gone, came = olds.pop(0), news.pop(0)
            both = (gone.sections[0], came.sections[1])
            score = max(gone.score, came.score)
            said = gone.differences + came.differences
            paired.append(Gathered(place, gone.name, both, score, said))
        paired += [*olds, *news]
    return paired


def _answer(row: Gathered, differences: Differences, subjects: Subjects) -> None:
    """Put what the other side says of a subject that came or went beside it, if it does.

    It may stand below another heading, and be told there too. Law: of a subject that all rows
    have on one side alone, no sentence of the other side that differs has a sign.
    """
    new_lacks = any(_sides(row.differences)[0])
    there = [each for each in _sides(differences.all)[new_lacks] if each]
    best = max(there, key=lambda said: subjects.signs_in(row.place, said), default=None)
    if best and subjects.signs_in(row.place, best):
        old, new = (None, best) if new_lacks else (best, None)
        row.differences.append(differences.alone(old, new))


def _sides(
    changes: Sequence[StatementChange],
) -> tuple[list[Statement | None], list[Statement | None]]:
    return [each.old for each in changes], [each.new for each in changes]


def _row(part: Gathered, differences: Differences, *, known: bool) -> TopRow:
    ranked = sorted(part.differences, key=lambda statement: -telling(statement))
    olds = _chosen([statement.old for statement in ranked if statement.old])
    news = _chosen([statement.new for statement in ranked if statement.new])
    reasons = differences.reasons(
        [statement.old for statement in part.differences if statement.old],
        [statement.new for statement in part.differences if statement.new],
    )
    side, said = (differences.body.new, news) if news else (differences.body.old, olds)
    return TopRow(
        part.name or _heading(side, said[0]),
        quoted(_read_on(olds)),
        quoted(_read_on(news)),
        _places(differences.body.old, olds),
        _places(differences.body.new, news),
        "avgörande" if known or reasons & DECISIVE else "saklig",
        next((reason for reason in _ORDER if reason in reasons), _ORDER[-1]),
    )


def _heading(side: Outline, statement: Statement) -> str:
    section = side.sections[statement.section]
    while not section.face.heading and section.parent >= 0:
        section = side.sections[section.parent]
    return section.face.heading or "Utan rubrik"


def _chosen(ranked: Sequence[Statement]) -> list[Statement]:
    """Return the sentences that tell most, as many as a row has room for, in their order."""
    chosen: list[Statement] = []
    words = 0
    for statement in ranked[:_MOST_SENTENCES]:
        words += len(statement.words)
        if chosen and words > MOST_WORDS:
            break
        chosen.append(statement)
    return sorted(chosen, key=lambda statement: statement.order)


def _read_on(said: Sequence[Statement]) -> str:
    """Return sentences after each other; a row of a table ends with a mark where more follows."""
    ends = (";" if statement.row else "" for statement in said[:-1])
    texts = (statement.text for statement in said)
    return " ".join(f"{text}{end}" for text, end in zip_longest(texts, ends, fillvalue=""))


def _places(side: Outline, said: Sequence[Statement]) -> str:
    places = dict.fromkeys(place_of(side, statement.section) for statement in said)
    return "; ".join(filter(None, places))
