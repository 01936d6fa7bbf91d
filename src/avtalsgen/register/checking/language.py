"""Words that the check of language knows: `clauses/register/ord/sprak.yaml`."""

from collections.abc import Mapping

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.register.word_files import grouped, opened
from avtalsgen.source import Files

NAME = "sprak"
Replacements = Mapping[str, tuple[str, ...]]
"""What we write, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The lists, each as the comment above it in the file says."""

    old: Replacements
    heavy: Replacements
    dated: Replacements
    abbreviations: Replacements
    examples: tuple[str, ...]
    agreement: Replacements
    apart: Replacements
    agencies: tuple[str, ...]
    fragments: tuple[str, ...]
    known_abbreviations: frozenset[str]
    spelled: frozenset[str]
    same_thing: Replacements
    roles: tuple[str, ...]
    pointing_years: tuple[str, ...]
    pointing_times: tuple[str, ...]
    unnamed_laws: tuple[str, ...]
    unnamed_documents: tuple[str, ...]
    vague_indices: tuple[str, ...]
    of_the_law: tuple[str, ...]
    parts_of_names: tuple[str, ...]
    left_by_templates: tuple[str, ...]
    no_agreements: tuple[str, ...]
    general_headings: tuple[str, ...]
    role_endings: tuple[str, ...]
    heads: tuple[str, ...]


def read_language(files: Files) -> LanguageWords:
    """Return the lists.

    Raises:
        AvtalsgenError: RE05 for each entry that is not one; FI01 the file is missing.
    """
    problems: list[Problem] = []
    top = opened(files, NAME, problems)
    words = LanguageWords(
        grouped(top, "ålderdomligt"),
        grouped(top, "tungt"),
        grouped(top, "föråldrat"),
        grouped(top, "förkortningar"),
        top.texts("exempel"),
        grouped(top, "kongruens"),
        grouped(top, "särskrivning"),
        top.texts("myndigheter"),
        top.texts("fragment"),
        frozenset(top.texts("kända_förkortningar")),
        frozenset(top.texts("rättstavade")),
        grouped(top, "samma_sak"),
        top.texts("roller"),
        top.texts("pekande_år"),
        top.texts("pekande_tid"),
        top.texts("onämnd_lag"),
        top.texts("onämnd_handling"),
        top.texts("obestämt_index"),
        top.texts("lagens_nämnder"),
        top.texts("namnled"),
        top.texts("mallval"),
        top.texts("inget_avtal"),
        top.texts("allmänna_rubriker"),
        top.texts("roll_slutar"),
        top.texts("chefsord"),
    )
    top.done()
    if problems:
        raise AvtalsgenError(problems)
    return words
