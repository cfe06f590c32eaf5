"""Pictures that are kept: found by their address, and held against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from portal.documents.models import Picture

ADDRESS = re.compile(r"afbeelding/([0-9a-f]{64})\.(?:png|jpeg)$")


def is_whole(picture: Picture) -> bool:
    """Whether it is what its address says."""
    return sha256(picture.content).hexdigest() == picture.sha256


def findings() -> Iterator[str]:
    """For `verify_history`: a sentence for each picture that is not what its address says."""
    for picture in Picture.objects.order_by("pk").iterator(50):
        if not is_whole(picture):
            yield f"documents.picture {picture.pk} is not what was kept"


def at(addresses: list[str]) -> dict[str, Picture]:
    """The pictures at these addresses, as far as they are ours. One query."""
    wanted = {found[1]: address for address in addresses if (found := ADDRESS.search(address))}
    return {wanted[picture.sha256]: picture for picture in Picture.objects.filter(sha256__in=wanted)} if wanted else {}
