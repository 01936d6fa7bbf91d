"""Who signs for whom: the certificates of the parties, beside each other and the document."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Signatory
from avtalsgen.problems import Problem, Severity
from avtalsgen.signing.holders import is_called
from avtalsgen.signing.validation import Signature


class Bearer(Protocol):
    """Somebody with a certificate: a key, or a signature that was made with one."""

    @property
    def name(self) -> str:
        """Whom the certificate names."""
        ...

    @property
    def certificate(self) -> bytes:
        """The SHA-256 of the certificate."""
        ...


def signatory(documents: Iterable[Document], party: str) -> Signatory | None:
    """Return who is to sign for `party`, by the document that the file is of; none if unknown."""
    for document in documents:
        for signing in document.signatures.signatories if document.signatures else ():
            if signing.party == party:
                return signing
    return None


def alone(code: str, bearer: Bearer, party: str, others: Iterable[Signature]) -> Iterator[Problem]:
    """Yield `code`, a warning, for each other party that the same certificate signs for."""
    for other in others:
        if other.party != party and other.certificate == bearer.certificate and other.certificate:
            message = (
                f"samma certifikat ({bearer.name}) skriver under för {other.party} och {party}"
            )
            hint = "låt varje part skriva under med sitt eget certifikat"
            yield Problem(code, message, Severity.WARNING, hint=hint)


def named(code: str, bearer: Bearer, expected: Signatory | None) -> Iterator[Problem]:
    """Yield `code`, a warning, if the document names another person than the certificate does.

    Who signs is a person where the facts have a name (`namn`). Where they have a title alone
    (`titel`) it is a function, and whoever holds it may sign.
    """
    name = plain.text(expected.name) if expected else ""
    if expected and name and not is_called(name, bearer.name):
        message = (
            f"certifikatet är utfärdat för {bearer.name},"
            f" men för {expected.party} ska {name} skriva under"
        )
        hint = (
            "fråga den som skrev under, eller rätta uppdraget och bygg om:"
            " en person står i namn, en funktion i titel"
        )
        yield Problem(code, message, Severity.WARNING, hint=hint)
