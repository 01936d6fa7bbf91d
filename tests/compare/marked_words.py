"""A text with what was changed in it between brackets, as tests show it."""

from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff


def marked(old: str, new: str) -> str:
    """Return both texts in one: `[-old-]` and `[+new+]`."""
    olds, news = tokens(old), tokens(new)
    shown = []
    for edit in word_diff(olds, news):
        before = "".join(olds[edit.old_from : edit.old_to])
        after = "".join(news[edit.new_from : edit.new_to])
        if edit.kind == "same":
            shown.append(after)
        else:
            shown += [f"[-{before}-]" if before else "", f"[+{after}+]" if after else ""]
    return "".join(shown)
