"""The Swedish dictionary that spelling is tried with, where the extra `stavning` is installed."""

from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Final

_PACKAGE: Final = "hunspell-sv"
_NAME: Final = "sv_SE"
_MOST: Final = 100_000
"""Words that are remembered: the same ones stand in every document."""


@lru_cache(maxsize=1)
def swedish_dictionary() -> Callable[[str], bool] | None:
    """Return what says whether a word is in the dictionary; nothing where there is none."""
    home = dictionary_folder()
    if home is None:
        return None
    try:
        from hunspell import Hunspell  # the extra, and a quarter of a second to read
    except ImportError:
        return None
    words = Hunspell(_NAME, hunspell_data_dir=str(home))

    @lru_cache(maxsize=_MOST)
    def knows(word: str) -> bool:
        return bool(words.spell(word))

    return knows


def dictionary_folder() -> Path | None:
    """Return where the dictionary is installed."""
    try:
        listed = files(_PACKAGE) or ()
    except PackageNotFoundError:
        return None
    for file in listed:
        if file.name == f"{_NAME}.dic":
            return Path(str(file.locate())).resolve().parent
    return None
