"""Typografi: the rules of the family, one in each file."""

from avtalsgen.check.rules.typografi import (
    tf01_bindestreck_i_intervall,
    tf02_procenttecken,
    tf03_tal_tva_ganger,
    tf04_klockslag,
    tf05_datum_i_lopande_text,
    tf06_paragraftecken_fore,
    tf07_rak_citat,
    tf08_streck_i_rubrik,
    tf09_tusental,
    tf10_kr_och_kronor,
    tf11_komma_efter_exempel,
    tf12_kap_utan_punkt,
    tf13_decimalpunkt,
    tf14_mening_borjar_med_siffra,
    tf15_datumets_form,
)

RULES = (
    tf01_bindestreck_i_intervall.RULE,
    tf02_procenttecken.RULE,
    tf03_tal_tva_ganger.RULE,
    tf04_klockslag.RULE,
    tf05_datum_i_lopande_text.RULE,
    tf06_paragraftecken_fore.RULE,
    tf07_rak_citat.RULE,
    tf08_streck_i_rubrik.RULE,
    tf09_tusental.RULE,
    tf10_kr_och_kronor.RULE,
    tf11_komma_efter_exempel.RULE,
    tf12_kap_utan_punkt.RULE,
    tf13_decimalpunkt.RULE,
    tf14_mening_borjar_med_siffra.RULE,
    tf15_datumets_form.RULE,
)
