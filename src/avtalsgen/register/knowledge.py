"""What the register knows of words: given to whoever reads a text for what it means."""

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords, read_duty_words
from avtalsgen.register.meaning_words import WordLists, read_words
from avtalsgen.register.page_lists import read_page_words
from avtalsgen.register.register_names import RegisterNames
from avtalsgen.register.stated_words import StatedWords, read_stated_words
from avtalsgen.register.topics import Topic, read_topics
from avtalsgen.source import Files


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The word lists that lawyers own; made once for the files that they stand in."""

    words: WordLists
    duties: DutyWords
    topics: tuple[Topic, ...]
    page: PageWords
    """What readers of documents of others are given."""
    stated: StatedWords


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """The word lists, and what bodies and laws are called.

    Made once for the files that it is read of, and known by itself: what is made of it is kept.
    """

    lexicon: Lexicon
    names: RegisterNames

    @property
    def words(self) -> WordLists:
        """What words do to an agreement."""
        return self.lexicon.words

    @property
    def page(self) -> PageWords:
        """What the first page and the place to sign say in documents of others."""
        return self.lexicon.page

    @property
    def stated(self) -> StatedWords:
        """How documents of others say their facts."""
        return self.lexicon.stated


def read_lexicon(files: Files) -> Lexicon:
    """Return the word lists.

    Raises:
        AvtalsgenError: RE05 for each entry that is not one, FI01 a file is missing.
    """
    problems: list[Problem] = []
    lexicon = Lexicon(
        read_words(files, problems),
        read_duty_words(files, problems),
        read_topics(files, problems),
        read_page_words(files, problems),
        read_stated_words(files, problems),
    )
    if problems:
        raise AvtalsgenError(problems)
    return lexicon
