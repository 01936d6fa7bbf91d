"""Who has reviewed the text of a clause, when, and in which words.

granskad_av: {namn: Robin Exempel, den: 2026-11-29, text: 6f1c…}

A name vouches for the words that its bearer has seen, so it stands with the digest of them. A
name alone, as it was written before, does not say which words it is for.
"""

from datetime import date

from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.tree import Scalar
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

KEY = "granskad_av"
NOT_REVIEWED = "ej granskad av jurist"
_SOME_DAY = "2026-02-28"
"""In a hint where no day was written before."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review. `sha256` is of heading and text as they were read, empty if nobody wrote it."""

    by: str
    day: date | None
    sha256: str
    origin: Origin

    def is_of(self, sha256: str) -> bool:
        """Return whether the words with this digest are those that were reviewed."""
        return self.sha256.casefold() == sha256  # some programs show a digest in capitals


def read_review(keys: Keys) -> Review | None:
    """Return what stands under `granskad_av`; nothing when nobody has reviewed the text."""
    origin = keys.origin(KEY)
    if isinstance(keys.tree(KEY), Scalar | None):
        name = keys.text(KEY)
        return Review(name, None, "", origin) if name else None
    below = keys.below(KEY)
    if below is None:
        return None
    day, sha256 = below.day("den", required=True), below.text("text")  # KL09 says which
    review = Review(below.text("namn", required=True), day, sha256, origin)
    below.done()
    return review


def in_words(review: Review | None, sha256: str) -> str:
    """Return what a list says of the review of the words with this digest."""
    if review is None:
        return NOT_REVIEWED
    day = f" {review.day}" if review.day else ""
    if review.is_of(sha256):
        return f"granskad av {review.by}{day}"
    if review.sha256:
        return f"granskad i en äldre lydelse av {review.by}{day}"
    return f"granskad av {review.by}, okänt i vilken lydelse"


def outdated(review: Review | None, sha256: str) -> tuple[Problem, ...]:
    """Return KL09, a warning, when the words are not those that were reviewed."""
    if review is None or review.is_of(sha256):
        return ()
    if review.sha256:
        message = f"texten är ändrad sedan {review.by} granskade den {review.day or ''}".rstrip()
    else:
        message = f"{review.by} har granskat texten, men det står inte i vilken lydelse"
    told = f"{message}; granska den, och skriv dagen och kontrollsumman"
    hint = f'skriv {KEY}: {{namn: "{review.by}", den: {review.day or _SOME_DAY}, text: {sha256}}}'
    return (Problem("KL09", told, Severity.WARNING, review.origin, hint),)
