"""What the pages load is ours or unchanged, and nothing is fetched from elsewhere."""

import re
from hashlib import sha256

import pytest

from avtalsgen.web.render import STATIC, TEMPLATES

CHECKSUMS = {
    "htmx.min.js": "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130",
    "Lato-Regular.woff2": "32e60c86ac444905379cc3ccbf4c4637e56ffdc2a75c92b0b31bfa234e8ea12a",
    "Lato-Bold.woff2": "ad50c597b552c534c704ed8bd82d16f8c3a09d3cac0bb7bcc40ce4c838fc5fe3",
}
TEMPLATE_FILES = sorted(TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("name", CHECKSUMS)
def test_what_others_made_is_unchanged(name: str) -> None:
    assert sha256((STATIC / name).read_bytes()).hexdigest() == CHECKSUMS[name]


def test_everything_has_its_licence() -> None:
    told = (STATIC / "README.md").read_text(encoding="utf-8")
    assert "Zero-Clause BSD" in (STATIC / "htmx-LICENSE.txt").read_text(encoding="utf-8")
    assert [file.name for file in STATIC.iterdir() if f"`{file.name}`" not in told] == ["README.md"]


@pytest.mark.parametrize("file", TEMPLATE_FILES, ids=lambda file: file.stem)
def test_a_template_has_no_style_or_script_of_its_own(file: object) -> None:
    """The policy would refuse them."""
    text = file.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert not re.search(
        r"<style|\sstyle=|\son\w+=|hx-on|hx-vals=.js|javascript:|<script(?! src)", text
    )
    assert "|safe" not in text.replace(" ", "")


def test_nothing_is_fetched_from_elsewhere() -> None:
    ours = [*TEMPLATE_FILES, *STATIC.glob("*.css"), STATIC / "app.js"]
    addresses = {
        address
        for file in ours
        for address in re.findall(r"https?://[^\s\"')]+|url\([^)]*\)", file.read_text("utf-8"))
    }
    assert addresses == {'url("Lato-Regular.woff2")', 'url("Lato-Bold.woff2")'}
