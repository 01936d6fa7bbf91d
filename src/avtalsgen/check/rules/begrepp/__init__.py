"""Begrepp: the rules of the family, one in each file."""

RULES = (
    "bg01_definierad_tva_ganger",
    "bg02_aldrig_bestamd",
    "bg03_bestamd_men_oanvand",
    "bg04_flera_ord_for_samma",
    "bg05_roll_utan_person",
    "bg06_forkortning_aldrig_utskriven",
    "bg07_part_vid_namn",
    "bg08_part_i_obestamd_form",
    "bg09_planen_har_flera_namn",
    "bg10_chefen_har_flera_namn",
)
