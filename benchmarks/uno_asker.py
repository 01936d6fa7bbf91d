"""Asks a running LibreOffice for PDF files: reads `word-url pdf-url` lines, answers `klar`.

Run by a Python that has UNO, most often Debian's own, so it imports nothing of ours.
"""

import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def _property(name: str, value: object) -> Any:
    return PropertyValue(Name=name, Value=value)


def _connect(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    for _ in range(300):
        try:
            return resolver.resolve(address)
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice kom inte igång")


def main(pipe: str) -> None:
    """Answer until there are no more lines."""
    context = _connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    data = (_property("SelectPdfVersion", 2), _property("PDFUACompliance", True))
    to_pdf = (
        _property("FilterName", "writer_pdf_Export"),
        _property("FilterData", uno.Any("[]com.sun.star.beans.PropertyValue", data)),
    )
    print("redo", flush=True)
    for line in sys.stdin:
        word, pdf = line.split()
        document = desktop.loadComponentFromURL(word, "_blank", 0, (_property("Hidden", True),))
        document.storeToURL(pdf, to_pdf)
        document.close(True)
        print("klar", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
