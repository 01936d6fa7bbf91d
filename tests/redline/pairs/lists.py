"""Lists: items, levels, kinds of numbers, and what the other file does not have."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import BULLETS, item, numbering, par, word


@pair
def list_items_added_removed_and_changed() -> Files:
    return (
        word("Vi vill:", item("bo"), item("äta mat"), item("resa"), "Slut.", lists=BULLETS),
        word("Vi vill:", item("bo bra"), item("resa"), item("sova"), "Slut.", lists=BULLETS),
    )


@pair
def list_item_level_changed() -> Files:
    return (
        word(item("ett"), item("två"), item("tre"), "Slut.", lists=BULLETS),
        word(item("ett"), item("två", level=1), item("tre"), "Slut.", lists=BULLETS),
    )


@pair
def list_bullets_became_numbers() -> Files:
    return (
        word(item("ett"), item("två"), "Slut.", lists=BULLETS),
        word(item("ett", number=2), item("två", number=2), "Slut.", lists=BULLETS),
    )


@pair
def list_removed_whose_kind_the_newer_lacks() -> Files:
    roman = numbering(("bullet", "–"), ("upperRoman", "%1)"))
    return (
        word("A.", item("ett", number=2), item("två", number=2), "Slut.", lists=roman),
        word("A.", "Slut.", lists=numbering(("bullet", "–"))),
    )


@pair
def list_removed_and_the_newer_has_no_lists_at_all() -> Files:
    return word("A.", item("ett"), item("två"), "Slut.", lists=BULLETS), word("A.", "Slut.")


@pair
def list_ids_swapped_between_the_files() -> Files:
    swapped = numbering(("decimal", "%1."), ("bullet", "–"))
    return (
        word("A.", item("ett", number=1), item("två", number=1), "Slut.", lists=BULLETS),
        word("A.", item("ett", number=2), item("tre", number=2), "Slut.", lists=swapped),
    )


@pair
def list_last_item_removed_at_the_end() -> Files:
    return (
        word("A.", item("ett"), item("två"), item("tre"), lists=BULLETS),
        word("A.", item("ett"), item("två"), lists=BULLETS),
    )


@pair
def list_items_became_one_paragraph() -> Files:
    return (
        word(item("boende och mat"), item("resor till skolan"), "Slut.", lists=BULLETS),
        word("boende och mat, resor till skolan", "Slut.", lists=BULLETS),
    )


@pair
def list_number_taken_away() -> Files:
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    return (
        word(item("ett"), item("två"), "Slut.", lists=BULLETS),
        word(item("ett"), par("två", properties=none), "Slut.", lists=BULLETS),
    )
