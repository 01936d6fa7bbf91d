"""Språk: the rules of the family, one in each file."""

RULES = (
    "sp01_alderdomligt_ord",
    "sp02_tungt_ord",
    "sp03_foraldrat_ord",
    "sp04_forkortning_utan_punkt",
    "sp05_dubbelt_exempel",
    "sp06_snedstreck",
    "sp07_saval_utan_som",
    "sp08_kongruens",
    "sp09_sarskrivning",
    "sp10_lag_med_stor_bokstav",
    "sp11_namnd_med_stor_bokstav",
    "sp12_ordet_tva_ganger",
    "sp13_lang_mening",
    "sp14_mening_utan_huvudsats",
    "sp15_bestamd_form_saknas",
    "sp16_stavfel",
)
