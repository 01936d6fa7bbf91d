"""A kit for the tests of pages: a browser that is in, a server with Chromium, and axe.

def test_a_page(client):                # no browser: the answers of a copied workspace
    assert "Uppdrag" in client.get("/").text

def test_a_page_for_everybody(site_in_browser, axe):      # a server and Chromium
    axe(site_in_browser.open("/"))   # light, dark, forced colours, 1280 px, 320 px, 200 %
"""

import asyncio
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright
from starlette.testclient import TestClient
from tests.programs import need
from tests.workspace import WHOLE

from avtalsgen.web.app import web_app
from avtalsgen.web.ask import Site
from avtalsgen.web.safety.entrance import Entrance
from avtalsgen.web.safety.tokens import DoorKeys
from avtalsgen.web.serving import listen

ROOT = Path(__file__).parents[2]
PORT = 8765
OWN_PAGE = {"sec-fetch-site": "same-origin"}
"""What a browser says when one of our pages sends a form."""
WIDE: ViewportSize = {"width": 1280, "height": 900}
DOUBLED: ViewportSize = {"width": 640, "height": 450}
"""What 1280 px are to whoever reads at 200 %: sizes of text and of the window are in rem."""
NARROW: ViewportSize = {"width": 320, "height": 450}
"""As narrow as WCAG 1.4.10 asks, and as low as `DOUBLED`: every style sheet's turn is taken."""
VIEWS: list[tuple[Literal["light", "dark"], Literal["none", "active"], ViewportSize]] = [
    ("light", "none", WIDE),
    ("light", "none", NARROW),
    ("dark", "none", WIDE),
    ("dark", "none", NARROW),
    ("light", "active", WIDE),
]
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
PATIENCE = 180_000
"""Milliseconds that a page is waited for: nothing is timed, and a machine may be busy."""
expect.set_options(timeout=PATIENCE)
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
FLAGS += ["--disable-gpu"]  # or a machine without one draws as if it had, which is dear


def put_small(root: Path) -> Path:
    """Write the small workspace of `tests/workspace.py` at `root` and return it."""
    for name, text in WHOLE.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def put_whole(root: Path) -> Path:
    """Copy the clauses and uppdrag of this repository to `root` and return it."""
    for name in ("clauses", "uppdrag"):
        shutil.copytree(ROOT / name, root / name)
    return root


class Client(TestClient):
    """A browser without windows, that is in at `site`; it follows where an answer leads."""

    site: Site


def client_of(root: Path) -> Client:
    """Return a client that is in at the workspace `root`."""
    keys, site = DoorKeys(), Site(root, user="handläggaren")
    app = web_app(site, Entrance(), keys, PORT)
    client = Client(app, base_url=f"http://127.0.0.1:{PORT}", headers=OWN_PAGE)
    client.site = site
    client.get(f"/in/{keys.ticket()}", follow_redirects=False)
    return client


def etag_in(page: str) -> str:
    """Return the etag of the file that a page was made of."""
    match = re.search(r'name="etag" value="([0-9a-f]+)"', page)
    assert match
    return match[1]


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """Return a client that is in at the small workspace, which a test may change."""
    return client_of(put_small(tmp_path / "arbetsyta"))


@pytest.fixture(scope="session")
def whole_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the workspace of this repository, which tests only read."""
    return put_whole(tmp_path_factory.mktemp("hela"))


@pytest.fixture(scope="session")
def whole_client(whole_workspace: Path) -> Client:
    """Return a client that is in at `whole_workspace`."""
    return client_of(whole_workspace)


@dataclass
class SiteInBrowser:
    """A server for a workspace, and a tab of a browser that is in."""

    root: Path
    address: str
    page: Page
    site: Site

    def open(self, path: str) -> Page:
        """Return the tab, on the page at `path`."""
        self.page.goto(f"{self.address}{path}")
        return self.page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return Chromium, one for a process of tests; tests ask for `browser`."""
    program = need("chromium-headless-shell")
    with sync_playwright() as playwright:
        loop = asyncio._get_running_loop()
        opened = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        asyncio._set_running_loop(loop)
        opened.close()


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Iterator[Browser]:
    """Return Chromium, for the tests of a file.

    Whoever drives it has a loop that runs in this thread; a signature wants one too, so that of
    the browser is put away between files.
    """
    asyncio._set_running_loop(chromium._loop)
    yield chromium
    asyncio._set_running_loop(None)


@contextmanager
def served(root: Path, browser: Browser) -> Iterator[SiteInBrowser]:
    """Serve the workspace at `root` while a test looks at it in a tab of its own."""
    with listen(Entrance()) as listening:
        port = listening.getsockname()[1]
        keys, site = DoorKeys(), Site(root, user="handläggaren")
        app = web_app(site, Entrance(), keys, port)
        config = uvicorn.Config(app, log_level="warning", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        address = f"http://127.0.0.1:{port}"
        context.request.get(f"{address}/in/{keys.ticket()}", max_redirects=0)
        try:
            yield SiteInBrowser(root, address, page, site)
        finally:
            context.close()
            server.should_exit = True
            thread.join()
            site.close()


@pytest.fixture(scope="session")
def whole_site(whole_workspace: Path, chromium: Browser) -> Iterator[SiteInBrowser]:
    """Return the workspace of this repository in a browser, which tests only look at."""
    asyncio._set_running_loop(chromium._loop)
    with served(whole_workspace, chromium) as site:
        yield site
        asyncio._set_running_loop(chromium._loop)


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[SiteInBrowser]:
    """Return a copy of the workspace of this repository in a browser, for the tests of a file.

    Each changes what no other looks at.
    """
    with served(put_whole(tmp_path_factory.mktemp("egen") / "arbetsyta"), browser) as site:
        yield site


@pytest.fixture
def site_in_browser(browser: Browser, whole_site: SiteInBrowser) -> Iterator[SiteInBrowser]:
    """Return `whole_site` as it is when it is opened: wide and light."""
    yield whole_site
    whole_site.page.set_viewport_size(WIDE)
    whole_site.page.emulate_media(color_scheme="light")


_TOLD = """const told = each => {
    const group = each.closest("fieldset")?.querySelector("legend")?.textContent;
    const label = each.labels?.[0]?.textContent;
    return [each.getAttribute("aria-label"), group, label, each.textContent].join("|");
};"""
_HERE = "document.activeElement.outerHTML.slice(0, 120)"
_HAS_FOCUS = f"""name => {{
    {_TOLD}
    const here = document.activeElement;
    return here !== document.body && told(here).includes(name);
}}"""
_AHEAD = f"""name => {{
    {_TOLD}
    const reached = "a[href], button, input, select, textarea, summary, [tabindex]";
    const stops = [...document.querySelectorAll(reached)].filter(each =>
        each.tabIndex >= 0 && !each.disabled && each.checkVisibility()
        && (each.type !== "radio" || each.checked));
    const active = document.activeElement;
    const from = active === document.body ? document.querySelector(":target") : active;
    const before = each => each.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING;
    const here = from ? stops.findLastIndex(each => each === from || before(each)) : -1;
    return stops.slice(here + 1).findIndex(each => told(each).includes(name));
}}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is called `name` has the focus, as somebody without a mouse does.

    How far it is about is asked again half the way there, so that not every stop has to be looked
    at and none is gone past where the page changes meanwhile.
    """
    pressed = 0
    while pressed < 400:
        stops = max(1, page.evaluate(_AHEAD, name) // 2)
        for _ in range(stops):
            page.keyboard.press("Tab")
        pressed += stops
        if page.evaluate(_HAS_FOCUS, name):
            return
    raise AssertionError(f"{name} was not reached; the focus is at {page.evaluate(_HERE)}")


def fetched(page: Page, name: str) -> bytes:
    """Return the file that one gets by the keyboard from what is called `name`."""
    tab_to(page, name)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    return Path(download.value.path()).read_bytes()


class AxeCheck(Protocol):
    """Holds a page against WCAG 2.1 A and AA, and against `rules` of axe besides."""

    def __call__(self, page: Page, *rules: str) -> None: ...


@pytest.fixture(scope="session")
def axe() -> AxeCheck:
    """Return what holds a page against WCAG 2.1 A and AA, loaded once and seen in all `VIEWS`."""
    rules = Axe()

    def check(page: Page, *more: str) -> None:
        if page.evaluate("typeof axe") == "undefined":  # it is put into a page once
            page.evaluate(rules.axe_script)
            page.evaluate(_EACH_LOOK)
        for scheme, forced, size in VIEWS:
            page.emulate_media(color_scheme=scheme, forced_colors=forced)
            page.set_viewport_size(size)
            view = f"{scheme}, {size['width']} px, forced colours {forced}"
            only_colours = scheme == "dark" or forced == "active"  # it lies as in light
            _no_violation(page, view, more, only_colours=only_colours)
            assert _sideways(page) == [], f"{view}: rullar i sidled"
        page.set_viewport_size(DOUBLED)  # of the looks that NARROW has; what is wider is not
        assert _sideways(page) == [], "200 %: rullar i sidled"
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light", forced_colors="none")

    return check


def _no_violation(page: Page, view: str, more: tuple[str, ...], *, only_colours: bool) -> None:
    wanted = {
        "runOnly": {"type": "tag", "values": LEVELS},
        "rules": {rule: {"enabled": True} for rule in more},
        "resultTypes": ["violations"],
    }
    if only_colours:
        wanted = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
    held = "wanted => { markLooks(); return axe.run(document, wanted); }"
    violations = page.evaluate(held, wanted)["violations"]
    told = [
        f"{each['id']}: {node['html'][:160]} ({node['failureSummary'][:300]})"
        for each in violations
        for node in each["nodes"]
    ]
    assert told == [], f"{page.url}, {view}"


_EACH_LOOK = """() => {
  axe.configure({rules: [{id: "color-contrast", selector: "[data-look]"}]});
  const grounds = each => {
    const {backgroundColor: colour, backgroundImage: image, opacity} = getComputedStyle(each);
    const seen = `${colour} ${image} ${opacity}`;
    const ends = !each.parentElement || (colour.startsWith("rgb(") && image === "none");
    return ends ? seen : seen + grounds(each.parentElement);
  };
  window.markLooks = () => {
    document.querySelectorAll("[data-look]").forEach(each => each.removeAttribute("data-look"));
    const looks = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const each = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || !each.getClientRects().length) continue;
      const {color, fontSize, fontWeight} = getComputedStyle(each);
      const look = [color, fontSize, fontWeight, grounds(each)].join();
      if (!looks.has(look)) each.setAttribute("data-look", "");
      looks.add(look);
    }
    document.querySelectorAll("input, select, textarea").forEach(
      each => each.setAttribute("data-look", ""));
  };
}"""
"""Contrast is of colours, size and ground: it is asked of one text of each look, not of all."""
_WIDER = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const scrolls = each => ["auto", "scroll"].includes(getComputedStyle(each).overflowX);
  const within = each =>
    each && each !== document.body && (scrolls(each) || within(each.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter(each => each.getBoundingClientRect().right > wide + 1)
    .filter(each => !within(each.parentElement))
    .map(each => each.outerHTML.slice(0, 120));
}"""


def _sideways(page: Page) -> list[str]:
    """Return what makes the page wider than the window, where it is."""
    told: list[str] = page.evaluate(_WIDER)
    return told


def pictures(page: Page, name: str) -> None:
    """Take pictures of a page, for somebody to look at, where AVTALSGEN_PICTURES names a folder."""
    folder = os.environ.get("AVTALSGEN_PICTURES")
    if not folder:
        return
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for width in (WIDE["width"], 375):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png", full_page=True)
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
