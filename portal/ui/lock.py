"""Take the addresses out of package-lock.json that npm writes for sponsors: the lock names packages, not places."""

import json
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent.parent / "package-lock.json"


def main() -> None:
    lock = json.loads(LOCK.read_text())
    for package in lock["packages"].values():
        package.pop("funding", None)
    LOCK.write_text(json.dumps(lock, indent=2) + "\n")


if __name__ == "__main__":
    main()
