"""Runs in the Python that LibreOffice has: a line of JSON in for each file, one out.

In: {"file": path, "way": "accept" | "reject"}. Out: {"lines": […]} or {"error": "…"}.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uno
from com.sun.star.beans import PropertyValue

_COMMANDS = {
    "accept": ".uno:AcceptAllTrackedChanges",
    "reject": ".uno:RejectAllTrackedChanges",
}


def _settings(**values: object) -> tuple[PropertyValue, ...]:
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def _office(pipe: str) -> Any:
    local = uno.getComponentContext()
    make = local.ServiceManager.createInstanceWithContext
    resolver = make("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise TimeoutError(pipe)


def _lines(desktop: Any, dispatcher: Any, file: str, way: str) -> list[str]:
    url = "file://" + quote(file)
    document = desktop.loadComponentFromURL(url, "_blank", 0, _settings(Hidden=True))
    try:
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, _COMMANDS[way], "", 0, ())
        text = Path(file).with_suffix(".txt")
        wanted = _settings(FilterName="Text (encoded)", FilterOptions="UTF8,LF,,,", Overwrite=True)
        document.storeToURL("file://" + quote(str(text)), wanted)
    finally:
        document.close(True)
    return text.read_text(encoding="utf-8-sig").splitlines()


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Answer until there is nothing more to read."""
    context = _office(sys.argv[1])
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    dispatcher = make("com.sun.star.frame.DispatchHelper", context)
    _say({"ready": True})
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer: dict[str, object] = {
                "lines": _lines(desktop, dispatcher, asked["file"], asked["way"])
            }
        except Exception as error:
            answer = {"error": repr(error)}
        _say(answer)
    try:
        desktop.terminate()
    except Exception:
        return


if __name__ == "__main__":
    main()
