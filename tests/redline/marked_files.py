"""Files in which Eva has marked her changes, and done one thing without a mark."""

import re

from tests.redline.wordfile import unzipped, zipped

from avtalsgen.redline import Options

KEEP = Options("vi", "2026-02-01T00:00:00Z", tracked="keep")
EVA = Options("Eva", "2026-01-01T00:00:00Z")


def with_a_word_more(data: bytes) -> bytes:
    """Return our own file: it has a word that Eva took away without a mark."""
    parts = unzipped(data)
    xml = parts["word/document.xml"].decode()
    texts = list(re.finditer("<w:t(?: [^>]*)?>([^<]{4,})</w:t>", xml))
    if not texts:
        return data
    place = texts[len(texts) // 2]
    words = place[1].split(" ")
    words.insert(len(words) // 2, "tyst")
    xml = xml[: place.start(1)] + " ".join(words) + xml[place.end(1) :]
    return zipped(parts | {"word/document.xml": xml.encode()})
