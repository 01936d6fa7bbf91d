"""A workspace with everything read that every document needs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.materials import Materials
from avtalsgen.assemble.tillagg.pointed import lookup_of
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.house.houses import read_houses
from avtalsgen.clauses.house.profile import HouseStyle
from avtalsgen.clauses.library import Library
from avtalsgen.clauses.parameters import Parameters, read_parameters
from avtalsgen.clauses.when import named_must_hold
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.register.legal_sources import read_legal_sources
from avtalsgen.register.organisations import Organisation, read_organisations
from avtalsgen.source import Files, Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.directory import split_day
from avtalsgen.uppdrag.editions import Editions
from avtalsgen.uppdrag.uppdrag import Uppdrag


@dataclass(frozen=True, slots=True)
class Project:
    """What the documents of a workspace are assembled of, and how they look."""

    materials: Materials
    root: Path | None = None
    """The folder of a workspace on disk."""

    @property
    def files(self) -> Files:
        """The files of the workspace."""
        return self.editions.files

    @property
    def editions(self) -> Editions:
        """The uppdrag, in every edition."""
        return self.materials.editions

    @property
    def parameters(self) -> Parameters:
        """Every fact that may be named."""
        return self.editions.parameters

    @property
    def library(self) -> Library:
        """The clauses."""
        return self.materials.library

    @property
    def organisations(self) -> Mapping[str, Organisation]:
        """The bodies of the register."""
        return self.editions.organisations

    @property
    def house(self) -> HouseStyle:
        """How what belongs to no uppdrag looks."""
        return self.materials.houses.general

    def house_of(self, names: Iterable[str]) -> HouseStyle:
        """Return the house style of documents, each `slug@utgåva`, as their facts decide it.

        That of the workspace where they are of several municipalities, or nobody knows of which.

        Raises:
            AvtalsgenError: a file that one of them stands on cannot be read.
        """
        houses = dict[str, HouseStyle]()
        for name in names:
            slug, _, edition = name.partition("@")
            house = self.lookup(self.uppdrag(slug, split_day(edition)[0])).house
            houses[house.profile.organisation] = house
        return houses.popitem()[1] if len(houses) == 1 else self.house

    def uppdrag(self, slug: str, edition: str) -> Uppdrag:
        """Return an edition of an uppdrag that was asked for by name.

        Raises:
            AvtalsgenError: it is not there, or its file is wrong.
        """
        return self.editions.uppdrag(slug, edition)

    def reading(self, files: Files) -> "Project":
        """Return the project with its uppdrag read from `files`; the library is as it is."""
        editions = replace(self.editions, files=files)
        return replace(self, materials=replace(self.materials, editions=editions))

    def document_type(self, uppdrag: Uppdrag) -> DocumentType:
        """Return the document type of an uppdrag.

        Raises:
            AvtalsgenError: there is no such type, or its file is wrong.
        """
        return self.editions.document_type(uppdrag)

    def lookup(self, uppdrag: Uppdrag) -> Lookup:
        """Return where the facts of an edition are found, here and in those it points at.

        Raises:
            AvtalsgenError: one that it points at is not there, cannot be read, or leads back.
        """
        return lookup_of(self.materials, uppdrag)

    def place(self, path: str) -> Path | None:
        """Return where a file of the workspace is or would be on disk; none in a revision.

        Raises:
            PermissionError: `path` leads out of the workspace.
        """
        return Workspace(self.root).locate(path) if self.root else None

    def shell(self, house: HouseStyle) -> bytes:
        """Return the Word shell of a house style.

        Raises:
            AvtalsgenError: PR02 it is not there.
        """
        try:
            return self.files.read(house.shell)
        except (FileNotFoundError, OverflowError):
            message = f"Word-mallen {house.shell} saknas eller är för stor"
            hint = "hämta den ur en ny arbetsyta: avtalsgen init MAPP"
            raise AvtalsgenError(
                [Problem("PR02", message, origin=Origin(house.shell, 1), hint=hint)]
            ) from None


def open_project(root: Path, profile: str = "") -> Project:
    """Return the project in the folder `root`; raises as `read_project`."""
    return read_project(Snapshot(Workspace(root)), profile, root)


def read_project(files: Files, profile: str = "", root: Path | None = None) -> Project:
    """Return the project that `files` are, in the house style `profile` or that of each.

    `root` is where they are on disk, if they are.

    Raises:
        AvtalsgenError: what is wrong in the files that all documents share.
    """
    parameters = read_parameters(files)
    known.must_be_there(parameters)
    named_must_hold(parameters)
    organisations = read_organisations(files)
    houses = read_houses(files, profile)
    parameters = parameters.at_home(houses.general.profile.organisation, organisations)
    library = Library(files, parameters)
    editions = Editions(files, parameters, organisations)
    legal_sources = read_legal_sources(files)
    return Project(Materials(editions, library, legal_sources, houses), root)
