"""The facts of a document as files inside its PDF (`build --attach-facts`)."""

import hashlib

from avtalsgen.assemble.tillagg.belonging import tillagg_of
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.records import dataclass
from avtalsgen.uppdrag.directory import FOLDER, split_day
from avtalsgen.writers.json import write_json
from avtalsgen.writers.render import Render


@dataclass(frozen=True, slots=True)
class FactFile:
    """A file that the document was made of, by its path in the workspace."""

    path: str
    data: bytes


def facts_of(project: Project, document: Document) -> tuple[FactFile, ...]:
    """Return the file of the uppdrag, and its own texts, as they are on disk.

    Of a consolidated text the files of all tillägg too, also those that are not in force.
    """
    identity = document.identity
    texts = [made_of.file for made_of in identity.clauses if made_of.file.startswith(f"{FOLDER}/")]
    edition, day = split_day(identity.edition)
    uppdrag = project.uppdrag(identity.uppdrag, edition)
    others = tillagg_of(project.editions, uppdrag) if day else ()
    paths = dict.fromkeys((uppdrag.file, *(each.file for each in others), *texts))
    return tuple(FactFile(path, project.files.read(path)) for path in paths)


def fingerprint(facts: tuple[FactFile, ...]) -> bytes:
    """Return a hash of the names and contents of `facts`."""
    everything = hashlib.sha256()
    for file in facts:
        everything.update(hashlib.sha256(file.path.encode()).digest())
        everything.update(hashlib.sha256(file.data).digest())
    return everything.digest()


def with_facts(
    pdf: bytes, facts: tuple[FactFile, ...], document: Document, profile: Profile
) -> bytes:
    """Return the PDF of a document with `facts`, and the document as JSON, as files inside it."""
    if not facts:
        return pdf
    from avtalsgen.writers.pdf import day_of
    from avtalsgen.writers.pdf.attached import AttachedFile, attach_files

    identity = document.identity
    files = [
        AttachedFile(
            file.path.removeprefix(f"{FOLDER}/").replace("/", "--"),
            file.data,
            "application/yaml" if file.path.endswith(".yaml") else "text/markdown",
            "Source",
            f"Det som handlingen är byggd av: {file.path}",
        )
        for file in facts
    ]
    whole = AttachedFile(
        f"{identity.uppdrag}--{identity.edition}.json",
        write_json(document, Render(profile)),
        "application/json",
        "Data",
        "Handlingens innehåll för datorprogram",
    )
    return attach_files(pdf, [*files, whole], day_of(document))
