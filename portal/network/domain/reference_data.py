"""Loading who is who from the files in `data/`: adds and updates by slug, and may run again."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from portal.network.enums import BodyKind
from portal.network.models import (
    ActorGroup,
    AgendaPeriod,
    Ambition,
    Body,
    Domain,
    House,
    HouseName,
    Membership,
    Organisation,
    PolicyTable,
    Region,
    Theme,
)

DATA = Path(__file__).resolve().parent.parent / "data"
ARTICLES = ("de ", "het ", "een ", "'s-", "zorg- en veiligheidshuis ", "vereniging ", "ministerie van ")


@transaction.atomic
def load(folder: Path = DATA) -> dict[str, int]:
    """Everything in the folder, into the database. Returns how many of each there are now."""
    _load_simple(Domain, _read(folder, "domains"))
    _load_simple(Region, _read(folder, "regions"))
    _load_organisations(_read(folder, "organisations"))
    _load_houses(_read(folder, "houses"))
    _load_bodies(_read(folder, "bodies"), _read(folder, "organisations"))
    _load_agenda(_read(folder, "agenda"))
    kinds = (Region, House, Organisation, Body, Membership, Theme, Ambition, PolicyTable)
    return {str(kind._meta.verbose_name_plural): kind.objects.count() for kind in kinds}


def sort_key(name: str) -> str:
    """What a name sorts by: no accents, no case, no leading article. The database sorts by bytes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    for article in ARTICLES:
        plain = plain.removeprefix(article)
    return plain


def _read(folder: Path, name: str) -> Any:
    return yaml.safe_load((folder / f"{name}.yaml").read_text())


def _load_simple(model: Any, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        model.objects.update_or_create(slug=row.pop("slug"), defaults=row)


def _load_houses(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        region = Region.objects.get(slug=row["region"])
        house, _ = House.objects.update_or_create(
            slug=row["slug"],
            defaults={
                "name": row["name"],
                "sort_key": sort_key(row["name"]),
                "region": region,
                "is_confirmed": row["confirmed"],
                **_dates(row),
            },
        )
        for earlier in row.get("earlier", []):
            HouseName.objects.update_or_create(house=house, name=earlier["name"], defaults=_dates(earlier))
        _give_bodies(house)


def _give_bodies(house: House) -> None:
    """Every house has a regionale stuurgroep and a regionaal bureau; in its bureau the house itself has the place."""
    place = house.name.removeprefix("Zorg- en Veiligheidshuis ")
    for kind in (BodyKind.REGIONALE_STUURGROEP, BodyKind.REGIONAAL_BUREAU):
        body, _ = Body.objects.update_or_create(
            slug=f"{kind.replace('_', '-')}-{house.slug}",
            defaults={"kind": kind, "name": f"{kind.label} {place}", "house": house},
        )
        Membership.objects.get_or_create(body=body, house=house, defaults={"from_date": house.from_date})


def _load_organisations(groups: list[dict[str, Any]]) -> None:
    for group_row in groups:
        group, _ = ActorGroup.objects.update_or_create(
            slug=group_row["slug"], defaults={"name": group_row["name"], "value": group_row["value"]}
        )
        for row in group_row["organisations"]:
            since = min(row[body] for body in ("stuurgroep", "klankbordgroep") if body in row)
            organisation, _ = Organisation.objects.update_or_create(
                slug=row["slug"],
                defaults={
                    "name": row["name"],
                    "short_name": row["short"],
                    "sort_key": sort_key(row["name"]),
                    "actor_group": group,
                    "from_date": since,
                    "until_date": row.get("until"),
                },
            )
            organisation.domains.set(Domain.objects.filter(slug__in=row["domains"]))


def _load_bodies(rows: list[dict[str, Any]], groups: list[dict[str, Any]]) -> None:
    for row in rows:
        body, _ = Body.objects.update_or_create(slug=row["slug"], defaults={"kind": row["kind"], "name": row["name"]})
        for member in row.get("members", []):
            _join(body, Organisation.objects.get(slug=member["organisation"]), member["from"])
    for group in groups:
        for row in group["organisations"]:
            for slug in ("stuurgroep", "klankbordgroep"):
                if slug in row:
                    _join(Body.objects.get(slug=slug), Organisation.objects.get(slug=row["slug"]), row[slug])


def _join(body: Body, organisation: Organisation, since: Any) -> None:
    Membership.objects.get_or_create(body=body, organisation=organisation, defaults={"from_date": since})


def _load_agenda(agenda: dict[str, Any]) -> None:
    row = agenda["period"]
    period, _ = AgendaPeriod.objects.update_or_create(slug=row["slug"], defaults={"title": row["title"], **_dates(row)})
    for theme in agenda["themes"]:
        Theme.objects.update_or_create(slug=theme.pop("slug"), defaults={**theme, "period": period})
    _load_simple(Ambition, agenda["ambitions"])
    kept_by_hand = set(PolicyTable.objects.filter(version__gt=1).values_list("slug", flat=True))
    _load_simple(PolicyTable, [row for row in agenda["policy_tables"] if row["slug"] not in kept_by_hand])


def _dates(row: dict[str, Any]) -> dict[str, Any]:
    return {"from_date": row["from"], "until_date": row.get("until")}
