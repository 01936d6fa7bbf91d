"""Rättskällor: the rules of the family, one in each file."""

RULES = (
    "rk01_upphavd_kalla",
    "rk02_upphavd_senare",
    "rk03_okand_kalla",
    "rk04_namn_mot_nummer",
    "rk05_flyttad_paragraf",
    "rk06_inget_nummer",
    "rk07_kalla_saknas",
    "rk08_passar_inte",
    "rk09_ersatt_lydelse",
    "rk10_inte_kontrollerad",
    "rk11_onamnd_lag",
    "rk12_lagens_gamla_ord",
    "rk13_fel_paragraf",
)
