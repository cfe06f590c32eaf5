"""The four lists of a theme as a board, and one of them as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from agenda.lists.enums import ActionList
from agenda.lists.models import Action, ListOrder
from agenda.lists.pages.rows import action_line
from agenda.lists.queries.cards import Card
from agenda.lists.queries.themes import ThemeLists
from knelpunten.models import Knelpunt
from knelpunten.pages.rows import knelpunt_line
from portal.ui.chains import Chain, Standing
from portal.ui.table import COLUMNS, Group, Head, Line, Table
from portal.ui.templatetags.tables import in_short

ACTION_HEADS = ("Hoe gaat het", "Actie", "Trekker en coalitie", "Volgende stap", "Huizen", "Keten")
KNELPUNT_HEADS = ("Stand", "Knelpunt", "Huis", "Waar het nu is", "", "Keten")


@dataclass(frozen=True, kw_only=True)
class Read:
    """What was read of the rows of the four lists."""

    actions: dict[int, Chain]
    knelpunten: dict[int, Standing]
    cards: dict[int, Card]


@dataclass(frozen=True, kw_only=True)
class Column:
    """One list on the board.

    of: what its number counts, as other pages say it too.
    note: what is known of its rows together, where all of them are here.
    empty: what one reads where there are none.
    links: where one goes on from it: pairs of words and an address.
    """

    name: str
    title: str
    number: int
    of: str
    note: str
    table: Table
    empty: str
    said: str
    links: list[tuple[str, str]]

    @property
    def lines(self) -> list[Line]:
        return [line for group in self.table.groups for line in group.lines]


def board(theme: Any, lists: ThemeLists, read: Read, order: ListOrder | None, *, may_order: bool) -> list[Column]:
    """`theme` is one of `themes_today`, which counted its lists."""

    def knelpunten(rows: Iterable[Knelpunt]) -> list[Line]:
        return [knelpunt_line(row, read.knelpunten[row.pk]) for row in rows]

    def actions(rows: Iterable[Action]) -> list[Line]:
        return [action_line(row, read.cards[row.pk], read.actions[row.pk]) for row in rows]

    return [
        _column(
            theme,
            "knelpunten",
            "Knelpunten",
            theme.listed,
            knelpunten(lists.knelpunten),
            of="knelpunten",
            whole="knelpuntenlijst",
            empty="Nog geen knelpunten. Wat een huis indient en het landelijk bureau hier plaatst, komt op deze lijst.",
        ),
        _column(
            theme,
            "voorraad",
            "Voorraad",
            theme.voorraadlijst,
            actions(lists.voorraad),
            of=f"acties:{ActionList.VOORRAADLIJST.value}",
            whole=ActionList.VOORRAADLIJST.value,
            empty="Nog geen acties in voorraad. Een voorgestelde actie komt hier, tot de Stuurgroep erover beslist.",
            said=_ordered(order),
            links=_about_wished(theme, lists.voorraad, may_order=may_order),
        ),
        _column(
            theme,
            "actie",
            "Actie",
            theme.actielijst,
            actions(lists.actie),
            of=f"acties:{ActionList.ACTIELIJST.value}",
            whole=ActionList.ACTIELIJST.value,
            empty="Nog niets in uitvoering. De Stuurgroep zet een actie hier met een bestuurlijk trekker.",
        ),
        _column(
            theme,
            "gereed",
            "Gereed",
            theme.gereedlijst + theme.elsewhere,
            actions(lists.gereed) + knelpunten(lists.elsewhere),
            of=ActionList.GEREEDLIJST.value,
            whole=ActionList.GEREEDLIJST.value,
            empty="Nog niets gereed. Hier komt wat is afgerond of elders is belegd.",
        ),
    ]


def _column(
    theme: Any,
    name: str,
    title: str,
    number: int,
    lines: list[Line],
    *,
    of: str,
    whole: str,
    empty: str,
    said: str = "",
    links: Sequence[tuple[str, str]] = (),
) -> Column:
    is_folded = number > len(lines)
    rest = [(f"Bekijk de hele {whole}", reverse("lists:list", args=[theme.slug, whole]))] if is_folded else []
    counted = Counter(line.status for line in lines)
    note = "" if is_folded else ", ".join(f"{many} {status}" for status, many in counted.most_common(SAID))
    heads = KNELPUNT_HEADS if name == "knelpunten" else ACTION_HEADS
    return Column(
        name=name,
        title=title,
        number=number,
        of=of,
        note=note,
        table=_table(title, heads, lines),
        empty=empty,
        said=said,
        links=[*links, *rest],
    )


SAID = 3  # standings named under the number of a list


def _table(label: str, labels: Sequence[str], lines: list[Line]) -> Table:
    heads = [Head(name=name, label=text) for name, text in zip(COLUMNS, labels, strict=True)]
    return Table(label=label, heads=heads, groups=[Group(lines=lines)])


def _ordered(order: ListOrder | None) -> str:
    if order is None:
        return ""
    how = f"vastgesteld in {order.set_in}" if order.set_in else "voorgesteld door de secretaris"
    return f"Volgorde {how} op {in_short(order.proposed_at)}."


def _about_wished(theme: Any, wished: list[Action], *, may_order: bool) -> list[tuple[str, str]]:
    if not wished:
        return []
    links = [("De voorraadlijst gewogen", reverse("lists:matrix", args=[theme.slug]))]
    return [*links, ("Stel een volgorde voor", reverse("lists:order", args=[theme.slug]))] if may_order else links


def actions_table(name: str, rows: Iterable[Action], known: dict[int, Card], read: dict[int, Chain]) -> Table:
    """A whole list of actions."""
    return _table(name, ACTION_HEADS, [action_line(row, known[row.pk], read[row.pk]) for row in rows])


def knelpunten_table(name: str, rows: Iterable[Knelpunt], read: dict[int, Standing]) -> Table:
    """A whole list of knelpunten."""
    return _table(name, KNELPUNT_HEADS, [knelpunt_line(row, read[row.pk]) for row in rows])
