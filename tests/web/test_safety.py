"""Who may ask the server, and what every answer has."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import PORT, ROOT, put_small

from avtalsgen.problems import AvtalsgenError
from avtalsgen.web.app import web_app
from avtalsgen.web.ask import Site
from avtalsgen.web.safety import guard
from avtalsgen.web.safety.entrance import PROXY_SECRET, Entrance
from avtalsgen.web.safety.guard import POLICY
from avtalsgen.web.safety.tokens import TICKET_SECONDS, DoorKeys

HOME = f"http://127.0.0.1:{PORT}"
PATHS = ["/", "/finns-inte", "/jobb/x", "/static/app.js", "/static/finns-inte", "/in/fel"]


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def keys() -> DoorKeys:
    return DoorKeys(_Clock())


@pytest.fixture
def stranger(tmp_path: Path, keys: DoorKeys) -> TestClient:
    """Return a client that has not shown a ticket."""
    app = web_app(Site(put_small(tmp_path / "a")), Entrance(), keys, PORT)
    return TestClient(app, base_url=HOME, follow_redirects=False)


def test_a_ticket_is_exchanged_once_for_a_session(stranger: TestClient, keys: DoorKeys) -> None:
    ticket = keys.ticket()
    answer = stranger.get(f"/in/{ticket}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"avtalsgen-{PORT}=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {w.strip() for w in cookie.split(";")}
    assert ticket not in cookie
    assert "Max-Age" not in cookie
    assert stranger.get("/").status_code == 200
    stranger.cookies.clear()
    assert stranger.get(f"/in/{ticket}").status_code == 401


def test_a_ticket_is_good_for_a_minute(keys: DoorKeys) -> None:
    clock = keys._now
    assert isinstance(clock, _Clock)
    first, second = keys.ticket(), keys.ticket()
    clock.now = TICKET_SECONDS
    assert keys.redeem(first)
    clock.now = TICKET_SECONDS + 1
    assert keys.redeem(second) is None


def test_without_a_session_nothing_is_shown(stranger: TestClient) -> None:
    for path in ("/", "/finns-inte", "/jobb/x"):
        answer = stranger.get(path)
        assert answer.status_code == 401
        assert "Öppna avtalsgen igen" in answer.text
        assert "prov" not in answer.text
    stranger.cookies.set(f"avtalsgen-{PORT}", "gissad")
    assert stranger.get("/").status_code == 401


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_its_headers(client: TestClient, path: str) -> None:
    headers = client.get(path, follow_redirects=False).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    kept = headers["cache-control"]
    assert kept == ("no-cache" if path == "/static/app.js" else "no-store")


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", "localhost", ""]
)
def test_a_host_that_is_not_ours_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "prov" not in answer.text


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"[::1]:{PORT}"])
def test_a_host_of_ours_is_answered(client: TestClient, host: str) -> None:
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    assert client.get("/", headers={"host": host, "cookie": cookie}).status_code == 200


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 404),
        ({"sec-fetch-site": "none"}, 404),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": HOME}, 403),
        ({"origin": HOME}, 404),
        ({"origin": "http://127.0.0.1:1"}, 403),
        ({"origin": "null"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_do_anything(
    client: TestClient, sent: dict[str, str], status: int
) -> None:
    """The job is not there, which is told only to those who may ask."""
    client.headers.pop("sec-fetch-site")
    for method in ("POST", "PUT", "DELETE"):
        answer = client.request(method, "/jobb/x/avbryt", headers=sent)
        assert answer.status_code == (status if status == 403 or method == "POST" else 405)


def test_a_second_start_is_given_a_ticket_for_the_secret(
    stranger: TestClient, keys: DoorKeys
) -> None:
    said = {"authorization": f"Bearer {keys.secret}"}
    for wrong in ({}, {"authorization": "Bearer fel"}):
        assert stranger.post("/biljett", headers=wrong).status_code == 403
    assert stranger.get("/biljett", headers=said).status_code == 403
    ticket = stranger.post("/biljett", headers=said).text
    assert stranger.get(f"/in/{ticket}").status_code == 303


@pytest.mark.parametrize("told", [True, False])
def test_a_request_is_bounded(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, *, told: bool
) -> None:
    monkeypatch.setattr(guard, "MOST_BYTES", 1000)

    def pieces() -> Iterator[bytes]:
        yield b"--x\r\nContent-Disposition: form-data; name=fil; filename=a.txt\r\n\r\n"
        for _ in range(9):
            yield b"x" * 200

    sent = {"content-type": "multipart/form-data; boundary=x"}
    content = b"".join(pieces()) if told else pieces()
    answer = client.post("/jobb/x/avbryt", headers=sent, content=content)
    assert answer.status_code == 400
    assert "större än" in answer.text


_SECRET = "s" * 20


@pytest.mark.parametrize(
    "entrance",
    [
        Entrance(host="0.0.0.0"),
        Entrance(host="192.168.1.2", proxy_secret=_SECRET, names=frozenset({"x"})),
        Entrance(socket="/run/x"),
        Entrance(host="0.0.0.0", user_header="X-User"),
        Entrance(host="0.0.0.0", user_header="X-User", names=frozenset({"x"})),
        Entrance(user_header="X-User", names=frozenset({"x"})),
        Entrance(user_header="X-User", proxy_secret=_SECRET),
    ],
)
def test_others_are_let_near_only_behind_a_proxy_that_knows_them(entrance: Entrance) -> None:
    with pytest.raises(AvtalsgenError, match="WE01"):
        entrance.checked()


def test_the_proxy_says_who_asks(tmp_path: Path) -> None:
    entrance = Entrance("0.0.0.0", 0, None, "X-User", _SECRET, frozenset({"avtal.example"}))
    app = web_app(Site(put_small(tmp_path / "a")), entrance.checked(), DoorKeys(), PORT)
    client = TestClient(app, base_url="http://avtal.example")
    sent = {"x-user": "anna", PROXY_SECRET: _SECRET}
    assert client.get("/", headers=sent).status_code == 200
    for wrong in ({}, {"x-user": "anna"}, {**sent, PROXY_SECRET: "fel"}, {PROXY_SECRET: _SECRET}):
        assert client.get("/", headers=wrong).status_code == 403
    assert client.get("/", headers={**sent, "host": f"127.0.0.1:{PORT}"}).status_code == 400


def test_only_one_file_has_a_clock_and_chance() -> None:
    taken = re.compile(r"^\s*(?:from|import) (?:time|secrets|random|uuid|datetime)\b.*", re.M)
    room = ROOT / "src" / "avtalsgen" / "web"
    users = {
        file.relative_to(room).as_posix(): taken.findall(file.read_text("utf-8"))
        for file in room.rglob("*.py")
    }
    asks = {name for name, lines in users.items() if any("time import mono" in x for x in lines)}
    assert asks == {"safety/tokens.py"}
    calls = re.compile(r"\.(?:today|now|utcnow)\(|\bsecrets\.|\brandom\.|\buuid\d?\b")
    callers = {f.name for f in room.rglob("*.py") if calls.search(f.read_text("utf-8"))}
    assert callers == {"tokens.py"}
