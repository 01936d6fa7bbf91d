"""The pictures of the pages in README and the handbook: `python -m tests.web.pictured docs`.

Each is taken of the workspace of this repository as it is today, and kept in few colours. With
names after the folder only those are taken.
"""

import subprocess
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image  # which comes with pikepdf
from playwright.sync_api import Browser, Page, sync_playwright
from tests.documents.every import written
from tests.programs import need
from tests.takeback.taking import DOCUMENT, base
from tests.takeback.word_edits import WordFile
from tests.web.conftest import FLAGS, ROOT, WIDE, put_whole, served
from tests.web.test_importera import OLD
from tests.web.test_ta_emot import workshop

PAIR = ("vald-i-nara-relation@2019", "vald-i-nara-relation@2026")
SEEN: Mapping[str, tuple[str, int, int]] = {
    "webb": ("/", 1840, 1100),
    "uppdrag": ("/uppdrag/vald-i-nara-relation/2026", 900, 1280),
    "jamfor": (f"/jamfor?forut={PAIR[0]}&nu={PAIR[1]}", 1000, 960),
    "klausul": ("/klausuler/lex-sarah/2026", 1000, 1100),
    "skrivelse": ("/skrivelse/vald-i-nara-relation/2026-tjansteskrivelse", 1000, 1100),
    "kalender": ("/kalender", 760, 960),
    "matris": ("/matris", 820, 960),
    "sok": ("/sok?q=tystnadsplikt", 640, 960),
}
"""Where a page is, how much of it is seen, and how wide its picture is, all in pixels."""
COLOURS = 128


def main(folder: Path, names: list[str]) -> None:
    """Take the pictures called `names`, or all, and put them in `folder`."""
    with sync_playwright() as playwright, TemporaryDirectory() as place:
        browser = playwright.chromium.launch(
            executable_path=need("chromium-headless-shell"), args=FLAGS
        )
        taken: dict[str, Callable[[], bytes]] = {
            "jamforelse": lambda: _lone(browser, Path(place)),
            "ta-emot": lambda: _returned(browser, Path(place)),
            "importera": lambda: _dropped(browser, Path(place)),
            "verifiera": lambda: _checked(browser, Path(place)),
            **{name: lambda name=name: _page(browser, Path(place), name) for name in SEEN},  # type: ignore[misc]
        }
        for name in names or taken:
            _keep(taken[name](), folder / f"{name}.png", SEEN.get(name, ("", 0, WIDE["width"]))[2])


def _page(browser: Browser, place: Path, name: str) -> bytes:
    path, height, _ = SEEN[name]
    root = place / "arbetsyta"
    with served(root if root.exists() else put_whole(root), browser) as site:
        page = site.open(path)
        page.wait_for_load_state("networkidle")
        if name == "uppdrag":  # the value of the question one is in is marked
            page.locator("[name=dnr]").focus()
        return _seen(page, height)


def _returned(browser: Browser, place: Path) -> bytes:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    sent = {"name": "svar.docx", "mimeType": "application/zip", "buffer": file.written()}
    with served(workshop(place / "verkstad"), browser) as site:
        page = site.open("/ta-emot")
        page.set_input_files("input[type=file]", sent)  # type: ignore[arg-type]
        page.locator("main form button").last.click()
        page.wait_for_selector("article.review")
        page.evaluate("document.activeElement.blur()")
        return _seen(page, 960)


def _dropped(browser: Browser, place: Path) -> bytes:
    sent = {"name": "ledsagning.txt", "mimeType": "text/plain", "buffer": OLD.encode()}
    root = place / "arbetsyta"
    with served(root if root.exists() else put_whole(root), browser) as site:
        page = site.open("/importera")
        page.set_input_files("#fil", sent)  # type: ignore[arg-type]
        page.locator("main form button").last.click()
        page.wait_for_url("**/importera/*")
        page.evaluate("document.activeElement.blur()")
        return _seen(page, 900)


def _checked(browser: Browser, place: Path) -> bytes:
    sent = {"name": "uppdrag.pdf", "mimeType": "application/pdf", "buffer": written(PAIR[0])["pdf"]}
    root = place / "arbetsyta"
    with served(root if root.exists() else put_whole(root), browser) as site:
        page = site.open("/verifiera")
        page.locator("main input[type=file]").first.set_input_files(sent)  # type: ignore[arg-type]
        page.locator("main form button").last.click()
        page.wait_for_load_state("networkidle")
        page.evaluate("document.activeElement.blur()")
        return _seen(page, 820)


def _lone(browser: Browser, place: Path) -> bytes:
    file = place / "jamforelse.html"
    diff = ("-m", "avtalsgen", "diff", *PAIR, "--format", "html", "--out", str(file))
    subprocess.run([sys.executable, *diff], cwd=ROOT, check=False)  # 1: they differ
    page = browser.new_page(viewport=WIDE)
    page.goto(file.as_uri())
    return _seen(page, 1120)


def _seen(page: Page, height: int) -> bytes:
    page.set_viewport_size({"width": WIDE["width"], "height": height})
    return page.screenshot()


def _keep(picture: bytes, path: Path, width: int) -> None:
    with Image.open(BytesIO(picture)) as image:
        size = (width, round(image.height * width / image.width))
        small = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        few = small.quantize(palette=_palette(small), dither=Image.Dither.NONE)
        few.save(path, optimize=True)


def _palette(picture: Image.Image) -> Image.Image:
    """Return the colours that a picture has most of, as they are: its grounds keep their tone."""
    counted = sorted(picture.getcolors(picture.width * picture.height) or (), reverse=True)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in counted[:COLOURS] for part in colour])  # type: ignore[attr-defined]
    return palette


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
