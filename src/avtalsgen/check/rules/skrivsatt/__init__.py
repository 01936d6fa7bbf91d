"""Skrivsätt: the rules of the family, one in each file."""

RULES = (
    "sn01_myndighet_med_liten_bokstav",
    "sn02_kommun_med_stor_bokstav",
    "sn03_citat_efter_sa_kallad",
    "sn04_miljoner_forkortade",
    "sn05_okant_ord",
    "sn06_procent_i_lopande_text",
    "sn07_punkter_av_olika_slag",
)
