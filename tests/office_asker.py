"""Asks a running LibreOffice to convert files: reads a task a line in JSON, answers `done`.

Run by a Python that has UNO, most often that of the system, so it imports nothing of ours.
"""

import json
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import Exception as OfficeException

_TRIES, _SECONDS = 600, 0.1


def _property(name: str, value: object) -> Any:
    return PropertyValue(Name=name, Value=value)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(_TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(_SECONDS)
    raise SystemExit("LibreOffice did not start")


def _convert(desktop: Any, dispatcher: Any, task: dict[str, Any]) -> None:
    data = tuple(_property(name, value) for name, value in task["data"].items())
    how = (
        _property("FilterName", task["filter"]),
        _property("FilterOptions", task["options"]),
        _property("FilterData", uno.Any("[]com.sun.star.beans.PropertyValue", data)),
    )
    document = desktop.loadComponentFromURL(
        task["source"], "_blank", 0, (_property("Hidden", True),)
    )
    try:
        if task["command"]:
            dispatcher.executeDispatch(document.CurrentController.Frame, task["command"], "", 0, ())
        document.storeToURL(task["target"], how)
    finally:
        document.close(True)


def main(pipe: str) -> None:
    """Answer until there are no more tasks."""
    context = _connected(pipe)
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    dispatcher = make("com.sun.star.frame.DispatchHelper", context)
    _say("ready")
    for line in sys.stdin:
        try:
            _convert(desktop, dispatcher, json.loads(line))
            _say("done")
        except OfficeException as error:
            _say(str(error).replace("\n", " "))


if __name__ == "__main__":
    main(sys.argv[1])
