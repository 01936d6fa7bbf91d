"""What a workspace knows of words."""

import pytest
from tests.compared import KNOWLEDGE
from tests.workspace import project

from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.problems import AvtalsgenError
from avtalsgen.register.word_files import FOLDER

OWN = "slag: [hamnavtal]\nleder_till_titeln: [om]\n"


def test_a_list_that_is_not_there_comes_with_the_program() -> None:
    known = knowledge_of(project({f"{FOLDER}/omslag.yaml": OWN}))
    assert known.page.kind.fullmatch("Hamnavtal om")
    assert known.words == KNOWLEDGE.words


def test_a_list_that_is_there_is_the_one_that_is_read() -> None:
    with pytest.raises(AvtalsgenError, match="RE05"):
        knowledge_of(project({f"{FOLDER}/omslag.yaml": "slog: [hamnavtal]\n"}))
