"""The logo, where the house template has its tag."""

from avtalsgen.model import metrics
from avtalsgen.model.profile import Logo
from avtalsgen.ooxml import pictures
from avtalsgen.ooxml.names import W
from avtalsgen.writers.docx.template.shell import FilledTemplate


def show_logo(filled: FilledTemplate, logo: Logo) -> None:
    """Put the picture in the place of its words, at the head of the page."""
    for story, run in filled.logo_goes_here:
        for child in [child for child in run if child.tag != W + "rPr"]:
            run.remove(child)
        picture = logo.for_word.data
        run.append(pictures.png(story, picture, logo.alt, logo.width, logo.height, metrics.HEAD_MM))
