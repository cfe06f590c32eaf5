"""Whoever is slow or huge holds up nobody, touches no disk before it is known who asks, and is told what went wrong."""

from __future__ import annotations

import http.client
import inspect
import os
import re
import socket
import time
from pathlib import Path

import pytest
from django.test import Client

from portal.kit import limits
from portal.kit.routes import routes
from tests import factories as make
from tests.house.addresses import filled
from tests.serving.clients import crowd, visit
from tests.serving.conftest import Served

BACKEND = "portal.accounts.backends.SeatBackend"
HUGE = 200 * limits.MEGABYTE
PART = b"x" * limits.MEGABYTE


def test_a_crowd_of_slow_clients_holds_nobody_up(served: Served) -> None:
    visit(served.address("/themas/"))
    with crowd(served.port, headers=50, bodies=20, readers=10, idle=40, path="/static/portal/portal.css"):
        time.sleep(1)
        visits = [visit(served.address("/themas/")) for _ in range(5)]
    assert {status for status, _ in visits} == {200}
    assert sorted(seconds for _, seconds in visits)[2] < 1, visits


def test_a_header_that_is_never_finished_is_sent_away(served: Served) -> None:
    with crowd(served.port, headers=5) as slow:
        assert slow.open() == 5
        until = time.monotonic() + limits.HEADER_SECONDS + 8
        while time.monotonic() < until and not all(_said_408(one) for one, _ in slow.sockets):
            time.sleep(0.3)
        assert all(_said_408(one) for one, _ in slow.sockets)


def _said_408(one: socket.socket) -> bool:
    one.setblocking(False)
    try:
        return one.recv(40, socket.MSG_PEEK).startswith(b"HTTP/1.0 408") or one.recv(40, socket.MSG_PEEK).startswith(
            b"HTTP/1.1 408"
        )
    except OSError:
        return False
    finally:
        one.settimeout(10)


def held_on_disk(served: Served) -> int:
    """The bytes of files the portal's processes have open in its temporary folder, also
    of those without a name, and of those that lie there."""
    pids = {
        served.process.pid,
        *map(int, Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children").read_text().split()),
    }
    found = [*served.temporary.rglob("*")]
    for pid in pids:
        found += [link for link in Path(f"/proc/{pid}/fd").iterdir() if os.readlink(link).startswith(str(served.temporary))]
    return sum(path.stat().st_size for path in found if path.is_file())


@pytest.mark.parametrize("path", ["/", "/account/login/", "/knelpunten/nieuw/", "/knelpunten/inlezen/", "/admin/images/add/"])
@pytest.mark.parametrize("is_chunked", [False, True])
def test_an_anonymous_body_of_200_megabytes_is_cut_off_and_touches_no_disk(served: Served, path: str, is_chunked: bool) -> None:
    sent, most = 0, 0
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as line:
        size = "Transfer-Encoding: chunked" if is_chunked else f"Content-Length: {HUGE}"
        line.sendall(
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=x\r\n{size}\r\n\r\n".encode()
        )
        try:
            while sent < HUGE:
                line.sendall(b"%x\r\n%b\r\n" % (len(PART), PART) if is_chunked else PART)
                sent += len(PART)
                most = max(most, held_on_disk(served))
        except OSError:
            pass  # cut off
    assert sent < HUGE / 5
    assert most == 0
    assert held_on_disk(served) == 0


def test_who_is_too_large_reads_why(served: Served) -> None:
    """A session, even one that is not real, earns a page; with nothing kept of what was sent."""
    for headers, size in (
        ({}, 3 * limits.MEGABYTE),
        ({"Cookie": "sessionid=x"}, 30 * limits.MEGABYTE),
        ({"Cookie": "sessionid=x"}, 3 * limits.MEGABYTE),
    ):
        asked = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
        asked.putrequest("POST", "/knelpunten/inlezen/")
        for name, value in {**headers, "Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(size)}.items():
            asked.putheader(name, value)
        asked.endheaders()
        try:
            for _ in range(size // len(PART) if headers else 0):
                asked.send(PART)
        except OSError:
            pytest.fail("cut off before it could read why")
        answer = asked.getresponse()
        assert (answer.status, "Dit is te groot" in answer.read().decode()) == (413, True), headers
        asked.close()
    # The server lets go of what was sent after its answer has gone out: on a busy machine that is a moment later.
    until = time.monotonic() + 5
    while held_on_disk(served) and time.monotonic() < until:
        time.sleep(0.05)
    assert held_on_disk(served) == 0


def test_a_header_that_is_too_long_is_refused_with_a_page(served: Served) -> None:
    asked = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    asked.request("GET", "/", headers={"X-Long": "a" * 2 * limits.LARGEST_HEADER})
    answer = asked.getresponse()
    assert answer.status == 431
    assert "te lang" in answer.read().decode()


def test_views_that_read_files_say_so_and_no_others() -> None:
    """A file is read where it is asked for, or in the act that a form of it leads to."""
    sources = {route.path: inspect.getsource(inspect.unwrap(route.view)) for route in routes()}
    reads = {path for path, source in sources.items() if "request.FILES" in source or "file.read(" in source}
    says = {route.path for route in routes() if getattr(route.view, "takes_files", False)}
    assert reads == says
    assert reads


@pytest.mark.django_db
def test_every_address_refuses_a_body_that_it_does_not_take() -> None:
    """Anonymous: none takes more than a form; signed in: only where files are taken, and never more than a file."""
    anonymous, secretaris = Client(), Client()
    secretaris.force_login(make.secretaris().user, backend=BACKEND)  # type: ignore[arg-type]
    form, file = limits.LARGEST_FORM + 1, limits.LARGEST_FILE + 1
    wrong = []
    for route in routes():
        address = filled(route.path)
        takes = bool(getattr(route.view, "takes_files", False)) or address.startswith(limits.TAKES_FILES)
        for client, size, is_refused in ((anonymous, form, True), (secretaris, form, not takes), (secretaris, file, True)):
            # Of a kind that nobody reads: only what is said of its size counts here.
            answer = client.post(address, content_type="application/octet-stream", CONTENT_LENGTH=str(size))
            if (answer.status_code == 413) != is_refused and answer.status_code not in (400, 405):
                wrong.append((address, size, answer.status_code))
    assert wrong == []


def test_what_the_page_says_are_the_limits() -> None:
    said = (Path(__file__).resolve().parent.parent.parent / "docs" / "limits.md").read_text()
    for number in (
        limits.LARGEST_FORM // limits.MEGABYTE,
        limits.LARGEST_FILE // limits.MEGABYTE,
        limits.HEADER_SECONDS,
        limits.BODY_SECONDS,
    ):
        assert re.search(rf"\b{number}\b", said), number
