"""The keys of one mapping, asked for one by one; whatever nobody asked for is a problem."""

from collections.abc import Iterable
from datetime import date

from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.tree import Branch, Scalar, Sequence, Tree
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import parse_date

_SOME_DAY = "2026-02-28"

COMMA = 'sätt citattecken om ett tal med komma: "1,5"'
"""The hint at a key that is a number: a comma parts entries between braces."""
MOST_GUESSED = 20
"""Of the keys of one file that are not known; what they may mean is a search for each."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word`, or nothing if none is near."""
    import difflib  # for a wrong word only: it takes longer to load than all of this

    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def instead(wrong: str, known: Iterable[str], all_of_them: str) -> str:
    """Return the hint to write a word that is known in the place of `wrong`.

    The nearest, or else the last with a list of all of them; nothing where none is known.
    """
    names = tuple(known)
    if near := nearest(wrong, names):
        return f"menade du {near}?"
    return f"byt {wrong} mot {names[-1]}; {all_of_them} {', '.join(names)}" if names else ""


class Keys:
    """Reads the keys of `branch`; problems go to `problems` under `code`.

    Every method returns an empty value where the key is missing. A wrong shape is a
    problem and then counts as missing. Call `done` when every key is asked for.
    """

    def __init__(self, branch: Branch, problems: list[Problem], code: str) -> None:
        self.branch = branch
        self.problems = problems
        self.code = code
        self.asked: dict[str, None] = {}

    def origin(self, key: str) -> Origin:
        """Return where the key stands, or where the mapping begins."""
        return self.branch.keys.get(key, self.branch.origin)

    def problem(self, message: str, origin: Origin, hint: str | None = None) -> None:
        """Note that something is wrong."""
        self.problems.append(Problem(self.code, message, origin=origin, hint=hint))

    def tree(self, key: str, *, required: bool = False, example: str = "") -> Tree | None:
        """Return whatever stands under `key`; `example` is a value of it, as it is typed."""
        self.asked[key] = None
        tree = self.branch.entries.get(key)
        if tree is None and required:
            self.problem(
                f"nyckeln ”{key}” saknas",
                self.branch.origin,
                hint=f"lägg till {key}: {example}"
                if example
                else f"lägg till en rad som börjar med {key}:",
            )
        return tree

    def text(self, key: str, *, required: bool = False, example: str = "text") -> str:
        """Return a text without line breaks."""
        scalar = self.scalar(key, required=required, example=example)
        return " ".join(scalar.text.split()) if scalar else ""

    def scalar(self, key: str, *, required: bool = False, example: str = "text") -> Scalar | None:
        """Return a text with its place."""
        tree = self.tree(key, required=required, example=example)
        if tree is None or isinstance(tree, Scalar):
            return tree
        self.problem(f"”{key}” ska vara en text", tree.origin, hint=f"skriv {key}: text")
        return None

    def choice(self, key: str, options: Iterable[str], default: str) -> str:
        """Return one of `options`."""
        scalar = self.scalar(key)
        if scalar is None:
            return default
        known = tuple(options)
        if scalar.text in known:
            return scalar.text
        self.problem(
            f"”{key}” är ”{scalar.text}”, väntade {' eller '.join(filter(None, known))}",
            scalar.origin,
            hint=f"skriv {key}: {nearest(scalar.text, known) or next(filter(None, known))}",
        )
        return default

    def yes(self, key: str, *, default: bool) -> bool:
        """Return a ja or nej."""
        return self.choice(key, ("ja", "nej"), "ja" if default else "nej") == "ja"

    def day(self, key: str, *, required: bool = False) -> date | None:
        """Return a date."""
        scalar = self.scalar(key, required=required, example=_SOME_DAY)
        if scalar is None or not scalar.text:
            return None
        try:
            return parse_date(scalar.text)
        except ValueError:
            message = f"datumet ”{scalar.text}” finns inte"
            self.problem(message, scalar.origin, hint=f"skriv datum som {_SOME_DAY}")
            return None

    def items(self, key: str, *, required: bool = False) -> tuple[Tree, ...]:
        """Return the items of a list."""
        tree = self.tree(key, required=required)
        if tree is None or (isinstance(tree, Scalar) and not tree.text):
            return ()
        if isinstance(tree, Sequence):
            return tree.items
        self.problem(f"”{key}” ska vara en lista", tree.origin, hint="börja varje rad med -")
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        texts = []
        for item in self.items(key):
            if isinstance(item, Scalar):
                texts.append(" ".join(item.text.split()))
            else:
                self.problem(f"”{key}” ska vara en lista av texter", item.origin)
        return tuple(texts)

    def below(self, key: str, *, required: bool = False) -> "Keys | None":
        """Return the keys of the mapping under `key`."""
        tree = self.tree(key, required=required)
        if tree is None:
            return None
        if isinstance(tree, Branch):
            return Keys(tree, self.problems, self.code)
        self.problem(f"”{key}” ska ha egna nycklar", tree.origin)
        return None

    def records(self, key: str) -> tuple["Keys", ...]:
        """Return the keys of each mapping in a list."""
        records = []
        for item in self.items(key):
            if isinstance(item, Branch):
                records.append(Keys(item, self.problems, self.code))
            else:
                hint = "skriv - nyckel: värde"
                self.problem(f"varje rad i ”{key}” ska ha egna nycklar", item.origin, hint)
        return tuple(records)

    def done(self) -> None:
        """Note every key that nobody asked for."""
        strangers = 0
        for key, origin in self.branch.keys.items():
            if key not in self.asked:
                strangers += 1
                near = nearest(key, self.asked) if strangers <= MOST_GUESSED else ""
                they_are = ", ".join(self.asked)
                hint = f"menade du {near}?" if near else f"ta bort raden; nycklarna är {they_are}"
                self.problem(f"nyckeln ”{key}” är okänd", origin, hint=hint)
