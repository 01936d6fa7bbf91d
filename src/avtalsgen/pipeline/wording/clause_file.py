"""The file of a clause edition with another wording: only what was changed is another.

---
rubrik: …          put where it stands
använder: [ … ]    made of what the wording names
---
the wording        as it was written
"""

from avtalsgen.clauses.front_matter import head_and_body, split
from avtalsgen.clauses.library import FOLDER, ClauseEdition, facts_listed, read_clause
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.readers.yaml.putting import put
from avtalsgen.readers.yaml.tree import Scalar
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass

_ORDER = (
    *("rubrik", "gäller", "status", "granskad_av", "härkomst", "rättskällor", "använder"),
    *("obligatorisk_när", "kräver", "skyldigheter", "kontrollera"),
)


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """The file of one edition of a clause."""

    clause: str
    edition: str
    text: str

    @property
    def path(self) -> str:
        """Where it stands in the workspace."""
        return path_of(self.clause, self.edition)

    @property
    def body(self) -> str:
        """The wording."""
        return head_and_body(self.text, self.path)[1].lstrip("\n")

    @property
    def heading(self) -> str:
        """The heading as it is written."""
        told = split(self.text, self.path).head.entries.get("rubrik")
        return told.text if isinstance(told, Scalar) else ""

    def read(self, parameters: Parameters) -> ClauseEdition:
        """Return the edition that it holds.

        Raises:
            AvtalsgenError: everything that is wrong in it.
        """
        return read_clause(self.text, self.path, self.clause, self.edition, parameters)

    def saying(self, heading: str, body: str, parameters: Parameters) -> "ClauseFile":
        """Return it with another heading and wording, and the facts that these name.

        Raises:
            AvtalsgenError: the head of the file cannot be changed.
        """
        body = body.replace("\r\n", "\n").strip("\n") + "\n"
        changed = self.with_head({"rubrik": heading}).with_body(body)
        uses = facts_listed(changed.text, changed.path, parameters)
        return changed.with_head({"använder": [*uses]})

    def with_head(self, values: dict[str, Put]) -> "ClauseFile":
        """Return it with other values in its head; every other line is as it was.

        Raises:
            AvtalsgenError: YA08 the head is laid out in a way that cannot be changed.
        """
        head, body = head_and_body(self.text, self.path)
        head = put(head, self.path, values, _ORDER)
        return ClauseFile(self.clause, self.edition, f"---\n{head}---\n{body}")

    def with_body(self, body: str) -> "ClauseFile":
        """Return it with another wording."""
        head, _ = head_and_body(self.text, self.path)
        return ClauseFile(self.clause, self.edition, f"---\n{head}---\n{body}")


def path_of(clause: str, edition: str) -> str:
    """Return where the file of an edition stands."""
    return f"{FOLDER}/{clause}/{edition}.md"
