"""Who is to sign a document electronically, and what the template leaves where each does.

It stands beside `fields.py`, which makes fields of it, so that pages are set without pikepdf.
"""

from avtalsgen.model.nodes import Document, Signatory

_PLACEHOLDER = "urn:avtalsgen:underskrift:"


def to_be_signed(document: Document) -> tuple[Signatory, ...]:
    """Return who is to have a field; nobody in a draft, which nobody should sign."""
    signatures = document.signatures
    if signatures is None or signatures.form != "e-signering" or document.draft:
        return ()
    return signatures.signatories


def placeholder(number: int) -> str:
    """Return where the link of a signatory leads, counted from 0."""
    return f"{_PLACEHOLDER}{number}"
