"""Clients as nobody wants them: that never finish a header, send a body by drops, do
not read what they asked for, or only stay."""

from __future__ import annotations

import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

DROP_EVERY = 0.5  # seconds


class Crowd:
    """Connections that stay open and, each in its turn, send another drop."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.sockets: list[tuple[socket.socket, bytes]] = []
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._drip, daemon=True)

    def come(self, number: int, first: bytes, drop: bytes = b"", *, buffer: int = 0) -> None:
        for _ in range(number):
            one = socket.socket()
            if buffer:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
            one.settimeout(10)
            one.connect(("127.0.0.1", self.port))
            one.sendall(first)
            self.sockets.append((one, drop))

    def _drip(self) -> None:
        while not self.over.wait(DROP_EVERY):
            for one, drop in self.sockets:
                if drop:
                    try:
                        one.sendall(drop)
                    except OSError:
                        continue  # this one was sent away, as it should

    def open(self) -> int:
        """How many of them the server still keeps."""
        return sum(_is_open(one) for one, _ in self.sockets)


def _is_open(one: socket.socket) -> bool:
    one.setblocking(False)
    try:
        return one.recv(1, socket.MSG_PEEK) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        one.settimeout(10)


@contextmanager
def crowd(port: int, *, headers: int = 0, bodies: int = 0, readers: int = 0, idle: int = 0, path: str = "/") -> Iterator[Crowd]:
    """So many of each kind, for as long as this lasts."""
    here = Crowd(port)
    with ExitStack() as leaving:
        leaving.callback(lambda: [one.close() for one, _ in here.sockets])
        leaving.callback(here.over.set)
        here.come(headers, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", b"a")
        here.come(
            bodies,
            (
                b"POST /account/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: csrftoken=aaaaaaaaaabbbbbbbbbbccccccccccdd\r\n"
                b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nlogin="
            ),
            b"a",
        )
        here.come(readers, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode(), buffer=2048)
        here.come(idle, b"")
        here.thread.start()
        yield here


def visit(address: str, *, patience: float = 20) -> tuple[int, float]:
    """The status of a page and how long it took; 0 where nothing came."""
    started = time.monotonic()
    try:
        with urllib.request.urlopen(address, timeout=patience) as answer:
            answer.read()
            status = int(answer.status)
    except urllib.error.HTTPError as refused:
        status = refused.code
    except OSError:
        status = 0
    return status, time.monotonic() - started
