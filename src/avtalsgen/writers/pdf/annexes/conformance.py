"""Whether a file with annexes is what it says: PDF/A-2a and PDF/UA-1.

It is asked of a validator, since what an annex says of itself is often not true.
"""

from collections.abc import Callable, Sequence
from io import BytesIO

import page
import pikepdf

from avtalsgen.problems import AvtalsgenError
from avtalsgen.writers.pdf.annexes.annex import Annex, refusal

_PROFILES = {
    "PDF/A-2a": page.ValidationProfile.PDF_A_2A,
    "PDF/UA-1": page.ValidationProfile.PDF_UA_1,
}
_CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
_SHOWN = 3


def refuse_breaches(
    whole: bytes, annexes: Sequence[Annex], alone: Callable[[Annex], bytes]
) -> None:
    """Do nothing if `whole` keeps every rule that can be tried by a program.

    `alone` returns the document with one annex, which shows whose fault a breach is.

    Raises:
        AvtalsgenError: BI09 for each annex that breaks a rule.
    """
    breached = _breached(whole)
    if not breached:
        return
    breaking = [(annex, _breached(alone(annex))) for annex in annexes]
    if not any(rules for _, rules in breaking):  # they break it together
        breaking = [(annexes[-1], breached)]
    raise AvtalsgenError(
        problem
        for annex, breaches in breaking
        for standard, rules in breaches.items()
        for problem in _refused(annex, standard, rules).problems
    )


def _breached(pdf: bytes) -> dict[str, tuple[str, ...]]:
    """Return the rules that `pdf` breaks, by standard; a standard that it keeps is not there."""
    by_profile = {name: _rules(pdf, profile) for name, profile in _PROFILES.items()}
    return {name: rules for name, rules in by_profile.items() if rules}


def _rules(pdf: bytes, profile: page.ValidationProfile) -> tuple[str, ...]:
    try:
        report = page.validate_pdf_bytes(pdf, profile=profile)
    except page.PageError as error:  # too tangled to be tried
        return (type(error).__name__,)
    return tuple(dict.fromkeys(str(failure.rule_id) for failure in report.failures))


def _refused(annex: Annex, standard: str, rules: tuple[str, ...]) -> AvtalsgenError:
    more = f" och {len(rules) - _SHOWN} till" if len(rules) > _SHOWN else ""
    why = (
        f"håller inte {standard}, och då gör inte handlingen det heller"
        f" (regel {', '.join(rules[:_SHOWN])}{more})"
    )
    hint = (
        "spara originalet som PDF/A-2a och PDF/UA-1; går det inte, skriv arkivformat: nej, på"
        " bilagan, så byggs handlingen utan att utge sig för att vara det"
    )
    return refusal(annex, "BI09", why, hint)


def without_claims(pdf: bytes) -> bytes:
    """Return `pdf` without saying that it is PDF/A or PDF/UA."""
    bare = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for claim in _CLAIMS:
                if claim in metadata:
                    del metadata[claim]
        file.save(bare, deterministic_id=True, compress_streams=False)
    return bare.getvalue()
