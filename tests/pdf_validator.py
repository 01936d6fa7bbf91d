"""An independent validator of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1)."""

import page

PROFILES = (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)


def breaches(pdf: bytes) -> list[str]:
    """Return every rule of PDF/A-2a and PDF/UA-1 that `pdf` breaks."""
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    assert all(report.is_compliant == (not report.failures) for report in reports)
    return [
        f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures
    ]
