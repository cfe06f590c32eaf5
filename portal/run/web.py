"""What stands between the network and the portal: gunicorn starts and stops the
processes, in each of them waitress holds the slow clients.

A request reaches a thread when all of it is there, and an answer leaves it at once:
who sends or reads slowly costs a connection and no more.
"""

from __future__ import annotations

import os
import time
from typing import Any

from gunicorn.workers import base
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.receiver import FixedStreamReceiver
from waitress.server import TcpWSGIServer, UnixWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher
from waitress.utilities import Error, RequestEntityTooLarge

from portal.kit import limits

LOOK = 0.5  # seconds between two looks at signals and clocks
LEAST_KEPT = 60  # seconds that a connection without a request is kept
MOST_OPEN = 800  # connections a process holds at once: below the thousand files that an account usually may open


class TookTooLong(Error):
    code = 408
    reason = "Request Timeout"


class Parser(HTTPRequestParser):
    """A request, with the room that its header earns: only who brings a session may send
    a file, and only that may touch the disk."""

    is_refused_after = False

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        is_known = f"{limits.SESSION}=" in self.headers.get("COOKIE", "")
        room = limits.LARGEST_FILE if is_known else limits.LARGEST_FORM
        if is_known and room < self.content_length <= limits.SWALLOWED:
            # A browser that is cut off shows no page: what it sends goes nowhere, then it is told.
            self.body_rcv, self.is_refused_after, room = (
                FixedStreamReceiver(self.content_length, Nowhere()),
                True,
                limits.SWALLOWED,
            )
        self.adj = _with_room(room)

    def received(self, data: bytes) -> int:
        taken: int = super().received(data)
        if self.completed and self.is_refused_after and not self.error:
            self.error = RequestEntityTooLarge("")
        return taken


class Nowhere:
    """Takes a body and keeps nothing of it."""

    def append(self, part: bytes) -> None:
        pass

    def close(self) -> None:
        pass


def _adjustments(**given: Any) -> Adjustments:
    return Adjustments(
        max_request_header_size=limits.LARGEST_HEADER,
        inbuf_overflow=limits.LARGEST_FORM + 64 * 1024,
        outbuf_high_watermark=64 * limits.MEGABYTE,
        cleanup_interval=1,
        asyncore_use_poll=True,
        ident=None,
        clear_untrusted_proxy_headers=False,
        **given,
    )


def _with_room(size: int) -> Adjustments:
    return ROOMS.setdefault(size, _adjustments(max_request_body_size=size + 1))


ROOMS: dict[int, Adjustments] = {}


class Refusal(ErrorTask):
    """A refusal before the portal itself is asked, as a page in Dutch."""

    def execute(self) -> None:
        error = self.request.error
        body = limits.page_of(error.code)
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [
            ("Content-Type", "text/html; charset=utf-8"),
            ("X-Content-Type-Options", "nosniff"),
            ("Content-Security-Policy", "default-src 'none'; style-src 'self'; font-src 'self'"),
            ("Cache-Control", "no-store"),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):
    parser_class = Parser
    error_task_class = Refusal
    began = 0.0  # when the request that is coming in began to

    def received(self, data: bytes) -> bool:
        if self.request is None:
            self.began = time.time()
        return bool(super().received(data))

    def is_late(self, now: float) -> bool:
        """Whether the request that is coming in takes longer than it may."""
        if self.request is None or self.requests:
            return False
        return now - self.began > (limits.BODY_SECONDS if self.request.headers_finished else limits.HEADER_SECONDS)

    def send_away(self) -> None:
        with self.requests_lock:
            late, self.request = self.request, None
            late.error, late.completed = TookTooLong(""), True
            self.requests.append(late)
            self.server.add_task(self)

    @property
    def is_busy(self) -> bool:
        return bool(self.requests or self.total_outbufs_len)


class Clocked:
    """A server that also looks at the clock of requests that come in."""

    channel_class = Channel
    active_channels: dict[int, Channel]

    def maintenance(self, now: float) -> None:
        super().maintenance(now)  # type: ignore[misc]
        for channel in list(self.active_channels.values()):
            if channel.is_late(now):
                channel.send_away()


class OverTcp(Clocked, TcpWSGIServer):
    pass


class OverUnix(Clocked, UnixWSGIServer):
    pass


class Worker(base.Worker):
    """A process of gunicorn's in which waitress serves."""

    def run(self) -> None:
        channels: dict[int, Any] = {}
        dispatcher = ThreadedTaskDispatcher()
        dispatcher.queue_logger.setLevel("ERROR")  # requests that wait for a thread are no event
        dispatcher.set_thread_count(self.cfg.threads)
        servers = [self._serve(each.sock, channels, dispatcher) for each in self.sockets]
        while self.alive and self.ppid == os.getppid():
            self.notify()
            wasyncore.loop(timeout=LOOK, use_poll=True, map=channels, count=1)
        self._finish(servers, channels)
        dispatcher.shutdown(timeout=1)

    def _serve(self, sock: Any, channels: dict[int, Any], dispatcher: ThreadedTaskDispatcher) -> Clocked:
        kind = OverUnix if hasattr(sock, "family") and sock.family.name == "AF_UNIX" else OverTcp
        adjusted = _adjustments(
            threads=self.cfg.threads,
            connection_limit=min(self.cfg.worker_connections, MOST_OPEN),
            channel_timeout=max(self.cfg.keepalive, LEAST_KEPT),
        )
        place = (sock.family, sock.type, sock.proto, sock.getsockname())
        return kind(self.wsgi, channels, True, sock, dispatcher=dispatcher, adj=adjusted, bind_socket=False, sockinfo=place)

    def _finish(self, servers: list[Any], channels: dict[int, Any]) -> None:
        """No new connections; what was asked is answered, as far as the time goes."""
        for server in servers:
            server.accepting = False
            server.del_channel(channels)
        until = time.monotonic() + self.cfg.graceful_timeout
        while time.monotonic() < until and any(each.is_busy for server in servers for each in server.active_channels.values()):
            self.notify()
            wasyncore.loop(timeout=0.1, use_poll=True, map=channels, count=1)
