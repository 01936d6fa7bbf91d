"""YAML that tries to be more than keys with values is refused in words."""

import pytest

from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.yaml.read import read_yaml


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1\nb: &x 2\n", "YA04"),  # an anchor used twice, which ruamel only warns of
        ("&!{&!", "YA01"),
        ("a: &x 1\nb: *x\n", "YA04"),
        ("a: !egen x\n", "YA04"),
    ],
)
def test_anchors_and_tags_are_refused_without_a_warning(text: str, code: str) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        read_yaml(text, "fil")
    assert code in {problem.code for problem in caught.value.problems}
