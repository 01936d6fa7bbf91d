"""Räkning: those of figures and time that calculate, one in each file."""

RULES = (
    "si01_ord_mot_siffror",
    "si02_summan_stammer_inte",
    "si17_raknar_fel",
    "si18_tiden_stammer_inte",
)
