"""Rows of one list that say nearly the same: people copy, and two lists are put under each other."""

from __future__ import annotations

from collections import Counter, deque
from itertools import combinations

from knelpunten.importing.matching import plain

NEARLY = 0.85  # of the words of two texts together are in both
TELLING, COMPARED = 3, 20  # words by which a row finds others, and how many others it is held against for each pair of them


def twins(texts: dict[int, str]) -> dict[int, int]:
    """For each number the lowest other one whose text says nearly the same.

    In a straight line: every row is held against a few.
    """
    words = {number: frozenset(plain(text).split()) for number, text in texts.items()}
    common = Counter(word for each in words.values() for word in each)
    found: dict[int, int] = {}
    seen: dict[tuple[str, ...], deque[int]] = {}
    same: dict[frozenset[str], int] = {}
    for number, mine in words.items():
        if same.setdefault(mine, number) != number:
            found[number] = same[mine]
        shared = sorted((word for word in mine if common[word] > 1), key=lambda word: (common[word], word))[:TELLING]
        for pair in combinations(sorted(shared), min(2, len(shared))) if shared else ():
            others = seen.setdefault(pair, deque(maxlen=COMPARED))
            for other in others:
                if number not in found and len(mine & words[other]) >= NEARLY * len(mine | words[other]):
                    found[number] = found.get(other, other)
            others.append(number)
    return found
