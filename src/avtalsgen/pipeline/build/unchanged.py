"""Orders whose files are on disk as they would be made again, told without making them."""

import json

from avtalsgen.pipeline.build.order import CHANGED, BuildOrder, Result
from avtalsgen.pipeline.memory.memory import Memory
from avtalsgen.pipeline.memory.problem_data import from_data, to_data
from avtalsgen.pipeline.memory.store import Json
from avtalsgen.pipeline.output.delivery import Delivery


def unchanged(memory: Memory, order: BuildOrder) -> Result | None:
    """Return what `order` comes to when nothing that it is made of has changed, nor its files.

    Nothing when it has to be built, or may have to.
    """
    if order.force or order.package:
        return None
    match memory.recall(_question(order)):
        case {"prints": dict(prints), "problems": list(told)}:
            pass
        case _:
            return None
    try:
        problems = tuple(from_data(data) for data in told)
    except ValueError:
        return None
    paths = {order.path(format_): str(prints.get(format_)) for format_ in order.formats}
    if Delivery(tuple(paths), CHANGED).stale(paths):
        return None
    return Result(order.slug, order.edition, "unchanged", tuple(paths), problems)


def note(memory: Memory, order: BuildOrder, result: Result) -> None:
    """Remember what became of `order`, if it is worth to be remembered."""
    if result.made_of and result.prints:
        problems = [to_data(problem) for problem in result.problems]
        answer: Json = {"prints": dict(result.prints), "problems": problems}
        memory.note(_question(order), result.made_of, answer)


def changed_since(memory: Memory, order: BuildOrder, result: Result) -> tuple[str, ...]:
    """Return the files that `result` was made of and that have changed since it was built last.

    Nothing of a document that was never built, as far as is remembered.
    """
    before = memory.made_of(_question(order))
    now = result.made_of if before else {}
    paths = sorted({*before, *now}) if now else ()
    return tuple(path for path in paths if before.get(path) != now.get(path))


def _question(order: BuildOrder) -> str:
    """Return the order as a text, without where its files go: they are asked for each time."""
    flags = [order.draft, order.profile, order.attach_facts]
    return json.dumps(["build", order.name, sorted(order.formats), *flags], ensure_ascii=False)
