"""Siffror och tid: the rules of the family, one in each file."""

RULES = (
    "si03_datum_motsager",
    "si04_tid_utan_ar",
    "si05_startdatum_saknas",
    "si06_underskriftens_datum",
    "si07_index_utan_regel",
    "si08_option_utan_pris",
    "si09_andel_utan_matt",
    "si10_belopp_utan_period",
    "si11_volym_saknas",
    "si12_betalning_motsager",
    "si13_diarienummer_saknas",
    "si14_datum_saknas",
    "si15_dag_som_har_passerat",
    "si16_sager_emot_sig",
)
