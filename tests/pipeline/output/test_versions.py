"""What a file is printed by: what is asked of it, and that all of it is."""

from importlib.metadata import version

import grimp

from avtalsgen.pipeline.output import versions


def test_the_engines_are_those_that_are_installed() -> None:
    told = {name: release for name, release in versions.engines().items() if name != "Python"}
    assert told == {name: version(name) for name in told}


def test_all_that_writers_stand_on_is_asked() -> None:
    """So that none of it can be another while a file is called unchanged."""
    graph = grimp.build_graph("avtalsgen")
    asked = [
        f"avtalsgen.{room.removesuffix('.py').replace('/', '.')}" for room in versions.PRINTERS
    ]
    writers = {name for name in graph.modules if name.startswith("avtalsgen.writers.")}
    beneath = {name for writer in writers for name in graph.find_upstream_modules(writer)}
    assert not {
        name
        for name in beneath - {"avtalsgen"}
        if not any(name == room or name.startswith(f"{room}.") for room in asked)
    }
