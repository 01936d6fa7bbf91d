"""Begrepp: the rules of the family, one in each file."""

from avtalsgen.check.rules.begrepp import (
    bg01_definierad_tva_ganger,
    bg02_aldrig_bestamd,
    bg03_bestamd_men_oanvand,
    bg04_flera_ord_for_samma,
    bg05_roll_utan_person,
    bg06_forkortning_aldrig_utskriven,
    bg07_part_vid_namn,
    bg08_part_i_obestamd_form,
    bg09_planen_har_flera_namn,
)

RULES = (
    bg01_definierad_tva_ganger.RULE,
    bg02_aldrig_bestamd.RULE,
    bg03_bestamd_men_oanvand.RULE,
    bg04_flera_ord_for_samma.RULE,
    bg05_roll_utan_person.RULE,
    bg06_forkortning_aldrig_utskriven.RULE,
    bg07_part_vid_namn.RULE,
    bg08_part_i_obestamd_form.RULE,
    bg09_planen_har_flera_namn.RULE,
)
