"""All that the register gives to a check."""

from collections.abc import Mapping

from avtalsgen.records import dataclass
from avtalsgen.register.checking.language import LanguageWords, read_language
from avtalsgen.register.checking.needs import Needs, read_needs
from avtalsgen.register.checking.wordings import ReplacedWording, read_wordings
from avtalsgen.register.legal_sources import Legal, read_legal_sources, read_older_sources
from avtalsgen.register.organisations import Organisation, read_organisations
from avtalsgen.source import Files


@dataclass(frozen=True, slots=True)
class Lore:
    """Laws and bodies on their axis of time, wordings, needs and words."""

    laws: Mapping[str, Legal]
    bodies: Mapping[str, Organisation]
    wordings: Mapping[str, ReplacedWording]
    needs: Needs
    language: LanguageWords


def read_lore(files: Files, carried: Files) -> Lore:
    """Return what is known; what `files` have no file for comes out of `carried`.

    Raises:
        AvtalsgenError: one of the files is wrong.
    """
    registers = files.names("clauses/register")
    words = files.names("clauses/register/ord")

    def home(name: str) -> Files:
        return files if name in registers else carried

    return Lore(
        {
            **read_legal_sources(home("rattskallor.yaml")),
            **read_older_sources(home("aldre_rattskallor.yaml")),
        },
        read_organisations(home("organisationer.yaml")),
        read_wordings(home("lydelser.yaml")),
        read_needs(home("krav.yaml")),
        read_language(files if "sprak.yaml" in words else carried),
    )
