"""What documents of others say on their first page and where parties sign.

`clauses/register/ord/omslag.yaml`, `underskrift.yaml` and, of any line, `rader.yaml` and one list
of `fakta.yaml`, made to what readers are given.
"""

from avtalsgen.problems import Problem
from avtalsgen.readers.recognise.page_words import PageLists, PageWords, page_words
from avtalsgen.register.word_files import grouped, opened
from avtalsgen.source import Files


def read_page_words(files: Files, problems: list[Problem]) -> PageWords:
    """Return the lists as patterns; what is wrong in them goes to `problems` as RE05."""
    signing = opened(files, "underskrift", problems)
    cover = opened(files, "omslag", problems)
    rows = opened(files, "rader", problems)
    lists = PageLists(
        before_roles=signing.texts("inleder_roll"),
        roles=signing.texts("roller"),
        parties=grouped(signing, "parter"),
        labels=signing.texts("etiketter"),
        before_day=signing.texts("framför_dag"),
        titles=signing.texts("titlar"),
        whole_titles=signing.texts("korta_titlar"),
        closing=signing.texts("sist"),
        above_signing=signing.texts("rubriker"),
        kinds=cover.texts("slag"),
        after_kind=cover.texts("leder_till_titeln"),
        senders=cover.texts("avsändare"),
        below_title=cover.texts("under_titeln"),
        streets=cover.texts("gator"),
        boxes=cover.texts("boxar"),
        town_labels=cover.texts("kommunens_etikett"),
        contents=rows.texts("innehållsförteckning"),
        units=rows.texts("enheter"),
        before_figure=rows.texts("framför_tal"),
        annexes=rows.texts("bilagor"),
        shortened=rows.texts("förkortningar"),
        leads_on=rows.texts("leder_vidare"),
        binds=rows.texts("binder"),
        without_colon=opened(files, "fakta", problems).texts("utan_kolon"),
    )
    signing.done()
    cover.done()
    rows.done()
    return page_words(lists)
