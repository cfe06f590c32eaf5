"""Who reads a file that is held back. Who reads any other is said by what it belongs to."""

from __future__ import annotations

import rules

from portal.files.enums import Permission
from portal.network.rules import is_privacybeoordelaar

rules.add_perm(Permission.READ_HELD, is_privacybeoordelaar)
