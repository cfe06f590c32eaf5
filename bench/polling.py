"""What it costs when everybody in the room follows the meeting: sixty readers who
each ask every four seconds whether something changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from portal.kit.opaque import of

READERS, EVERY, ASKED = 60, 4, 400  # persons; seconds; requests that are measured
TICKS = os.sysconf("SC_CLK_TCK")


def words(visitor: Any, port: int, name: str) -> str:
    """The part of one core that the portal spends on it: processor time of the server
    alone, per request that is answered with a 304."""
    from django.db import connection

    from agenda.meetings.models import Meeting

    meeting = Meeting.objects.filter(state="geopend").latest("pk")
    connection.close()
    path = f"/vergaderingen/{of(meeting)}/tafel/"
    status, headers, _ = visitor.get(path)
    etag = next(value for key, value in headers.items() if key.lower() == "etag")
    pids, answers = _server(port), []
    for _ in range(20):
        visitor.get(path, **{"If-None-Match": etag})
    before = sum(map(_spent, pids))
    for _ in range(ASKED):
        answers.append(visitor.get(path, **{"If-None-Match": etag})[0])
    each = (sum(map(_spent, pids)) - before) / ASKED
    assert status == 200 and set(answers) == {304}, set(answers)
    share = READERS / EVERY * each
    return (
        f"polling             {each * 1000:.2f} ms of processor time for a 304; {READERS} readers every {EVERY} s: "
        f"{share:.1%} of one core"
    )


def _server(port: int) -> list[int]:
    """The processes of the server on this port."""
    asked = f"127.0.0.1:{port}".encode()
    return [int(each.parent.name) for each in Path("/proc").glob("[0-9]*/cmdline") if asked in _read(each)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _spent(pid: int) -> float:
    """Seconds of processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
