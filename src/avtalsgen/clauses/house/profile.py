"""The house style as lawyers write it: `profil.yaml`, with the files beside it.

A workspace has one in `clauses/profil/`, and may have more in folders below it:
`clauses/profil/granvik/profil.yaml` is the house style `granvik`.
"""

from avtalsgen.clauses.house.colours import read_colours
from avtalsgen.clauses.house.dnr_pattern import DnrPattern, parse_pattern, pattern_like
from avtalsgen.clauses.house.fonts import read_fonts
from avtalsgen.clauses.house.logo import read_logo
from avtalsgen.model.profile import DEFAULT, Profile
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys, instead
from avtalsgen.readers.yaml.read import as_errors, read_yaml
from avtalsgen.records import dataclass
from avtalsgen.source import Files
from avtalsgen.swedish.numbers import parse_number

ROOT = "clauses/profil"
PROFILE = "profil.yaml"
_SHELL = "mall.docx"
_SMALLEST, _LARGEST_SIZE = 9, 14
"""Points of running text that the measures of pages and styles are tried for."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the municipality has decided of words and numbers."""

    dnr: DnrPattern | None = None
    capital_bodies: bool = False
    """Whether a nämnd or förvaltning has a capital in running text."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How documents look, and what is decided of their words.

    `shell` is the path of the Word file whose cover, header and footer are filled in.
    """

    profile: Profile
    spelling: Spelling
    shell: str
    is_asked: bool = False
    """Whether somebody asked for it, and it is that of every document."""
    faults_to: str = ""
    """Where the municipality sends what the program has done wrong."""

    def is_of(self, municipality: str) -> bool:
        """Return whether documents of `municipality`, or of nobody knows which, look so."""
        same = self.profile.organisation.casefold() == municipality.casefold()
        return same or self.is_asked or not municipality


def read_house_style(files: Files, named: str = "") -> HouseStyle:
    """Return a house style of the workspace: the one in `clauses/profil/`, or the one `named`.

    Without a Word file of its own it has that of `clauses/profil/`.

    Raises:
        AvtalsgenError: PR03 there is none of that name (exit code 66); PR01 and PR04 to PR06
            for each thing in it that is wrong.
    """
    folder = _folder(files, named)
    file = f"{folder}/{PROFILE}"
    tree, warnings = read_yaml(read_text(files, file), file)
    problems = as_errors(warnings)
    keys = Keys(tree, problems, "PR01")
    organisation = keys.text("organisation", required=True)
    font, font_files = read_fonts(files, folder, keys)
    profile = Profile(
        organisation,
        font,
        _size(keys),
        read_colours(keys),
        keys.texts("adress"),
        keys.text("sidfot"),
        font_files,
        read_logo(files, folder, keys),
    )
    spelling = Spelling(_dnr(keys), _capital_bodies(keys))
    faults_to = keys.text("felanmälan")
    keys.done()
    if problems:
        raise AvtalsgenError(problems)
    own_shell = _SHELL in files.names(folder)
    shell = f"{folder if own_shell else ROOT}/{_SHELL}"
    return HouseStyle(profile, spelling, shell, faults_to=faults_to)


def faults_to(files: Files) -> str:
    """Return where a fault of the program is sent; nothing where no house style can say it."""
    try:
        return read_house_style(files).faults_to
    except Exception:  # a fault is being told: whatever else is wrong must not hide it
        return ""


def names(files: Files) -> tuple[str, ...]:
    """Return the names of the house styles in folders of their own, sorted."""
    folders = files.names(ROOT)
    return tuple(name for name in folders if PROFILE in files.names(f"{ROOT}/{name}"))


def _folder(files: Files, named: str) -> str:
    """Return the folder of a house style, named `granvik` or by the path of its file."""
    name = named.replace("\\", "/").removeprefix("./")
    if name in ("", f"{ROOT}/{PROFILE}"):
        return ROOT
    name = name.removeprefix(f"{ROOT}/").removesuffix(f"/{PROFILE}")
    known = names(files)
    if name in known:
        return f"{ROOT}/{name}"
    hint = instead(name, known, "profilerna är") or f"skapa {ROOT}/{name}/{PROFILE}"
    message = f"profilen ”{named}” finns inte"
    raise AvtalsgenError([Problem("PR03", message, hint=hint, exit=Exit.NOT_FOUND)])


def _size(keys: Keys) -> float:
    written = keys.text("grad")
    try:
        size = float(parse_number(written)) if written else DEFAULT.size
    except ValueError:
        size = 0.0
    if not _SMALLEST <= size <= _LARGEST_SIZE:
        hint = "skriv grad: 10,5"
        keys.problem(f"graden är ”{written}”, väntade 9–14 punkter", keys.origin("grad"), hint)
    return size


def _dnr(keys: Keys) -> DnrPattern | None:
    below = keys.below("dnr")
    if below is None:
        return None
    written = below.text("mönster", required=True)
    example = below.text("exempel", required=True)
    below.done()
    if not written or not example:
        return None
    typed = pattern_like(example).replace("\\", "\\\\")
    hint = f'skriv mönster: "{typed}"'
    try:
        pattern = parse_pattern(written, example)
    except ValueError as error:
        below.problem(str(error), below.origin("mönster"), hint)
        return None
    if not pattern.matches(example):
        message = f"exemplet ”{example}” följer inte mönstret ”{written}”"
        below.problem(message, below.origin("exempel"), hint)
    return pattern


def _capital_bodies(keys: Keys) -> bool:
    below = keys.below("versaler")
    if below is None:
        return False
    capital = below.choice("nämnder", ("gemen", "versal"), "gemen") == "versal"
    below.done()
    return capital
