"""Typografi: the rules of the family, one in each file."""

RULES = (
    "tf01_bindestreck_i_intervall",
    "tf02_procenttecken",
    "tf03_tal_tva_ganger",
    "tf04_klockslag",
    "tf05_datum_i_lopande_text",
    "tf06_paragraftecken_fore",
    "tf07_rak_citat",
    "tf08_streck_i_rubrik",
    "tf09_tusental",
    "tf10_kr_och_kronor",
    "tf11_komma_efter_exempel",
    "tf12_kap_utan_punkt",
    "tf13_decimalpunkt",
    "tf14_mening_borjar_med_siffra",
    "tf15_datumets_form",
    "tf16_litet_tal_i_siffror",
)
