"""One cold build, stage by stage: run as a module it prints what each stage costs, as JSON."""

import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Print seconds of processor by stage, of one uppdrag to DOCX and PDF in this fresh process."""
    root, slug, edition = Path(sys.argv[1]), *sys.argv[2].split("@")
    stages: dict[str, float] = {"Python": time.process_time()}
    since = time.process_time()

    def done(stage: str) -> None:
        nonlocal since
        stages[stage] = time.process_time() - since
        since = time.process_time()

    import avtalsgen.cli.commands.build_command
    from avtalsgen.cli.group import program

    assert program
    done("the command line is loaded")
    import jinja2
    import lxml.etree
    import markdown_it
    import yaml.cyaml

    assert jinja2 and lxml and markdown_it and yaml  # noqa: PT018
    done("parsers of others are loaded")
    from avtalsgen.pipeline.build.build import write
    from avtalsgen.pipeline.workspace.documents import document_of
    from avtalsgen.pipeline.workspace.project import open_project
    from avtalsgen.writers.render import Render

    done("our own modules are loaded")
    project = open_project(root)
    done("parameters, register and house style are read")
    document, _ = document_of(project, slug, edition)
    done("uppdrag and clauses are read and assembled")
    import pikepdf
    import typst

    from avtalsgen.writers import pdf

    assert pikepdf and typst  # noqa: PT018
    done("what makes a PDF is loaded")
    from avtalsgen.writers.pdf import data, engine

    source = data.to_json(document, project.house.profile)
    done("the source of the pages is written")
    engine.run(source, pdf.day_of(document), project.house.profile.font_files)
    done("the engine sets the pages for the first time")
    write(document, Render(project.house.profile), ("pdf",))
    done("fields, places and metadata, and the pages from the engine's memory")
    import docx
    import docxtpl

    import avtalsgen.writers.docx

    assert docx and docxtpl and avtalsgen.writers.docx  # noqa: PT018
    done("what makes a Word file is loaded")
    from avtalsgen.writers.docx import write_docx

    write_docx(document, Render(project.house.profile, project.shell(project.house)))
    done("the Word file is written")
    print(json.dumps(stages))


if __name__ == "__main__":
    main()
