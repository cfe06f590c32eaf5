"""Who may what, written by hand once, as the table of the domain says it.

The code is tested against this, not the other way round.

Roles are one person each. Things are examples of objects: whose they are and where they stand.
"""

from __future__ import annotations

# Every role, and the seats it has: (body, function, member, extra).
ROLES: dict[str, list[tuple[str, str, dict[str, str], dict[str, object]]]] = {
    "anonymous": [],
    "no seat": [],
    "ended yesterday": [("stuurgroep", "voorzitter", {"organisation": "vng"}, {"ended": True})],
    "stuurgroep member": [("stuurgroep", "lid", {"organisation": "valente"}, {})],
    "stuurgroep deputy": [("stuurgroep", "lid", {"organisation": "om"}, {"is_deputy": True})],
    "stuurgroep voorzitter": [("stuurgroep", "voorzitter", {"organisation": "vng"}, {})],
    "stuurgroep secretaris": [("stuurgroep", "secretaris", {"organisation": "nzvh"}, {})],
    "stuurgroep medewerker": [("stuurgroep", "medewerker", {"organisation": "nzvh"}, {})],
    "klankbordgroep member": [("klankbordgroep", "lid", {"organisation": "valente"}, {})],
    "klankbordgroep other": [("klankbordgroep", "lid", {"organisation": "aedes"}, {})],
    "klankbordgroep secretaris": [("klankbordgroep", "secretaris", {"organisation": "nzvh"}, {})],
    "klankbordgroep medewerker": [("klankbordgroep", "medewerker", {"organisation": "nzvh"}, {})],
    "landelijk bureau": [("landelijk-bureau", "medewerker", {"organisation": "nzvh"}, {})],
    "privacybeoordelaar": [("landelijk-bureau", "privacybeoordelaar", {"organisation": "nzvh"}, {})],
    "redacteur": [("landelijk-bureau", "redacteur", {"organisation": "nzvh"}, {})],
    "bestuur n-zvh": [("bestuur-nzvh", "voorzitter", {"organisation": "nzvh"}, {})],
    "netwerkmanager": [("regionaal-bureau-twente", "netwerkmanager", {"house": "twente"}, {})],
    "medewerker": [("regionaal-bureau-twente", "medewerker", {"house": "twente"}, {})],
    "netwerkmanager elsewhere": [("regionaal-bureau-zeeland", "netwerkmanager", {"house": "zeeland"}, {})],
}

OUTSIDERS = {"anonymous", "no seat", "ended yesterday", "redacteur"}
MEMBERS = set(ROLES) - OUTSIDERS
HOUSE = {"netwerkmanager", "medewerker"}
HOUSES = {*HOUSE, "netwerkmanager elsewhere"}
STUURGROEP = {"stuurgroep member", "stuurgroep deputy", "stuurgroep voorzitter"}
STUURGROEP_TABLE = {*STUURGROEP, "stuurgroep secretaris"}
IN_STUURGROEP = {*STUURGROEP_TABLE, "stuurgroep medewerker"}
KLANKBORDGROEP = {"klankbordgroep member", "klankbordgroep other"}

# Who is the second person when words are removed from what was decided.
SECONDS = {"privacybeoordelaar", "bestuur n-zvh", "stuurgroep voorzitter", "stuurgroep secretaris"}

# Who sees a thing at all: the rest gets a 404.
SEES: dict[str, set[str]] = {
    "twente's draft": HOUSE,
    "twente's submitted": {*HOUSE, "landelijk bureau"},
    "twente's in privacytoets": {*HOUSE, "privacybeoordelaar"},
    "twente's listed": MEMBERS,
    "zeeland's draft": {"netwerkmanager elsewhere"},
    "zeeland's answered": MEMBERS,
    "twente's declined": {*HOUSE, "landelijk bureau", *IN_STUURGROEP},
    "nobody's listed": MEMBERS,
    "text": {"landelijk bureau"},
    "inquiry": MEMBERS,
    "table": MEMBERS,
    "pattern": MEMBERS,
    "list": {"landelijk bureau"},
    "import": {"landelijk bureau", "redacteur"},
    "edition": set(ROLES),
    "action": MEMBERS,
    "proposal draft": {"klankbordgroep member"},
    "kept choice": {"stuurgroep member"},
    "stuurgroep meeting": MEMBERS,
    "stuurgroep item": MEMBERS,
    "klankbordgroep meeting": MEMBERS,
    "klankbordgroep item": MEMBERS,
    "confidential item": IN_STUURGROEP,
    "visited item": {*MEMBERS, "no seat"},
    "issue": MEMBERS,
    "paper": IN_STUURGROEP,
    "shared paper": {*IN_STUURGROEP, *KLANKBORDGROEP},
    "visited paper": {*IN_STUURGROEP, "no seat"},
    "arrangement": MEMBERS,
    "procedure": IN_STUURGROEP,
    "concept of nzvh": {"bestuur n-zvh", "stuurgroep voorzitter", "stuurgroep secretaris"},
    "concept of stuurgroep": STUURGROEP_TABLE,
    "asked of houses": MEMBERS,
    "asked of members": MEMBERS,
    "ratified": set(ROLES),
    "line": set(ROLES),
    "national line": set(ROLES),
    "plan draft": HOUSE,
    "plan submitted": MEMBERS,
    "public plan": set(ROLES),
    "explanation": MEMBERS,
    "freeze": MEMBERS,
    "report": {"landelijk bureau"},  # who made it
    "removal request": SECONDS,
    "seat": MEMBERS,
    "proposal": {"landelijk bureau", "bestuur n-zvh", "klankbordgroep secretaris", *KLANKBORDGROEP},
    "invitation": {"landelijk bureau", "stuurgroep secretaris"},
}

ITEMS = ["stuurgroep item", "klankbordgroep item", "confidential item", "visited item"]
PAPERS = ["paper", "shared paper", "visited paper"]
MEETING_THINGS = ["stuurgroep meeting", "klankbordgroep meeting", *ITEMS, *PAPERS, "issue", "arrangement"]

LINES = ["line", "national line"]
PLANS = ["plan draft", "plan submitted", "public plan"]
EXPLANATIONS = ["explanation"]
MANAGERS = {"netwerkmanager", "netwerkmanager elsewhere"}
SPEAKS = {*STUURGROEP, *KLANKBORDGROEP, "bestuur n-zvh"}

ALONG_ONE = ["concept of nzvh", "asked of houses", "ratified"]
ALONG_TWO = ["concept of stuurgroep", "asked of members"]

# Who has a permission, on a thing or without one. A pair that is not here is a pair nobody has.
MAY: dict[tuple[str, str | None], set[str]] = {
    ("network.read_as_member", None): MEMBERS,
    ("network.invite", None): {"landelijk bureau"},
    ("network.invite", "proposal"): {"landelijk bureau"},
    ("network.read_proposal", "proposal"): MEMBERS,
    ("network.confirm_seat", None): {"bestuur n-zvh"},
    ("network.confirm_seat", "proposal"): {"bestuur n-zvh", "klankbordgroep secretaris", *KLANKBORDGROEP},
    ("network.end_seat", None): {"landelijk bureau"},
    ("network.end_seat", "seat"): {"landelijk bureau", "stuurgroep secretaris"},
    ("network.let_in", None): {"landelijk bureau", "stuurgroep secretaris", "klankbordgroep secretaris"},
    ("network.let_in", "invitation"): {"landelijk bureau", "stuurgroep secretaris", "klankbordgroep secretaris"},
    ("network.keep_landscape", None): {"landelijk bureau"},
    ("network.keep_landscape", "table"): {"landelijk bureau"},
    ("knelpunten.draft", None): HOUSES,
    ("knelpunten.draft", "twente's draft"): HOUSE,
    ("knelpunten.draft", "twente's submitted"): HOUSE,
    ("knelpunten.draft", "twente's in privacytoets"): HOUSE,
    ("knelpunten.draft", "twente's listed"): HOUSE,
    ("knelpunten.draft", "zeeland's draft"): {"netwerkmanager elsewhere"},
    ("knelpunten.draft", "zeeland's answered"): {"netwerkmanager elsewhere"},
    ("knelpunten.submit", "twente's draft"): {"netwerkmanager"},
    ("knelpunten.submit", "twente's submitted"): {"netwerkmanager"},
    ("knelpunten.submit", "twente's in privacytoets"): {"netwerkmanager"},
    ("knelpunten.submit", "twente's listed"): {"netwerkmanager"},
    ("knelpunten.submit", "zeeland's draft"): {"netwerkmanager elsewhere"},
    ("knelpunten.submit", "zeeland's answered"): {"netwerkmanager elsewhere"},
    ("knelpunten.say_unsolved", "twente's draft"): {"netwerkmanager"},
    ("knelpunten.say_unsolved", "twente's submitted"): {"netwerkmanager"},
    ("knelpunten.say_unsolved", "twente's in privacytoets"): {"netwerkmanager"},
    ("knelpunten.say_unsolved", "twente's listed"): {"netwerkmanager"},
    ("knelpunten.say_unsolved", "zeeland's draft"): {"netwerkmanager elsewhere"},
    ("knelpunten.say_unsolved", "zeeland's answered"): {"netwerkmanager elsewhere"},
    ("knelpunten.add", "twente's draft"): HOUSE,
    ("knelpunten.add", "twente's submitted"): HOUSE,
    ("knelpunten.add", "twente's in privacytoets"): HOUSE,
    ("knelpunten.add", "twente's listed"): HOUSE,
    ("knelpunten.add", "zeeland's draft"): {"netwerkmanager elsewhere"},
    ("knelpunten.add", "zeeland's answered"): {"netwerkmanager elsewhere"},
    ("knelpunten.add", "twente's declined"): HOUSE,
    ("knelpunten.draft", "twente's declined"): HOUSE,
    ("knelpunten.submit", "twente's declined"): {"netwerkmanager"},
    ("knelpunten.say_unsolved", "twente's declined"): {"netwerkmanager"},
    ("knelpunten.claim", "nobody's listed"): {"netwerkmanager", "netwerkmanager elsewhere"},
    ("knelpunten.recognise", "nobody's listed"): HOUSES,
    ("knelpunten.attach", "twente's draft"): HOUSE,
    ("knelpunten.attach", "twente's in privacytoets"): HOUSE,
    ("knelpunten.attach", "twente's submitted"): {"landelijk bureau", *HOUSE},
    ("knelpunten.attach", "twente's listed"): {"landelijk bureau", *HOUSE},
    ("knelpunten.attach", "twente's declined"): {"landelijk bureau", *HOUSE},
    ("knelpunten.attach", "zeeland's draft"): {"netwerkmanager elsewhere"},
    ("knelpunten.attach", "zeeland's answered"): {"landelijk bureau", "netwerkmanager elsewhere"},
    ("knelpunten.attach", "nobody's listed"): {"landelijk bureau"},
    ("knelpunten.keep_texts", None): {"landelijk bureau"},
    ("knelpunten.keep_texts", "text"): {"landelijk bureau"},
    ("knelpunten.read_mail", None): {"landelijk bureau"},
    ("knelpunten.read_list", None): MEMBERS,
    ("knelpunten.read_radar", None): {"landelijk bureau", *IN_STUURGROEP, *HOUSES},
    ("knelpunten.read_inquiries", None): MEMBERS,
    ("knelpunten.read_inquiries", "inquiry"): MEMBERS,
    ("knelpunten.read_answers", "inquiry"): {"landelijk bureau", "stuurgroep voorzitter", "stuurgroep secretaris"},
    ("knelpunten.put_inquiry", None): {"stuurgroep voorzitter", "stuurgroep secretaris"},
    ("knelpunten.put_inquiry", "inquiry"): {"stuurgroep voorzitter", "stuurgroep secretaris"},
    ("knelpunten.answer_inquiry", "inquiry"): {"netwerkmanager", "netwerkmanager elsewhere"},
    ("knelpunten.recognise", None): HOUSES,
    ("knelpunten.recognise", "twente's listed"): {"netwerkmanager elsewhere"},
    ("knelpunten.recognise", "zeeland's answered"): HOUSE,
    ("knelpunten.assess", None): {"landelijk bureau"},
    ("knelpunten.import", None): {"landelijk bureau"},
    ("knelpunten.import", "list"): {"landelijk bureau"},
    ("knelpunten.bundle", None): {"landelijk bureau"},
    ("knelpunten.bundle", "pattern"): {"landelijk bureau"},
    ("knelpunten.read_patterns", None): MEMBERS,
    ("knelpunten.read_patterns", "pattern"): MEMBERS,
    ("knelpunten.release", None): {"privacybeoordelaar"},
    ("lists.weigh", None): {*STUURGROEP, *KLANKBORDGROEP},
    ("lists.weigh", "action"): {*STUURGROEP, *KLANKBORDGROEP},
    ("lists.link", None): {"landelijk bureau"},
    ("lists.propose", None): {*STUURGROEP, *KLANKBORDGROEP, "landelijk bureau"},
    ("lists.read", None): MEMBERS,
    ("lists.read", "action"): MEMBERS,
    ("lists.pull", "action"): STUURGROEP - {"stuurgroep deputy"},
    ("lists.join", "action"): KLANKBORDGROEP,
    ("lists.report", "action"): {"klankbordgroep member", "stuurgroep voorzitter"},
    ("lists.revise", "action"): {"klankbordgroep member"},
    ("lists.confer", "action"): {"klankbordgroep member", "stuurgroep voorzitter"},
    ("lists.call", "action"): {"klankbordgroep member", "stuurgroep voorzitter", "stuurgroep secretaris", "landelijk bureau"},
    ("lists.pilot", "action"): {"netwerkmanager", "netwerkmanager elsewhere"},
    ("lists.ask_trekker", "action"): {*KLANKBORDGROEP, "stuurgroep secretaris", "landelijk bureau"},
    ("lists.hand_over", "action"): {"stuurgroep secretaris", "landelijk bureau"},
    ("lists.order", None): {"stuurgroep secretaris"},
    ("lists.propose", "proposal draft"): {*STUURGROEP, *KLANKBORDGROEP, "landelijk bureau"},
    ("lists.keep", None): MEMBERS,
    ("lists.keep", "kept choice"): MEMBERS,
    ("lists.release", "action"): {"stuurgroep voorzitter", "stuurgroep secretaris"},
    ("meetings.read", None): MEMBERS,
    ("meetings.ask_discussion", "stuurgroep meeting"): STUURGROEP,
    ("meetings.convene", None): {"stuurgroep voorzitter", "stuurgroep secretaris", "klankbordgroep secretaris"},
    ("documents.edit_public", None): {"redacteur"},
    ("documents.import", None): {"landelijk bureau", "redacteur"},
    ("documents.settle", None): {"landelijk bureau", "redacteur"},
    ("documents.settle", "edition"): {"landelijk bureau", "redacteur"},
    ("documents.import", "import"): {"landelijk bureau", "redacteur"},
} | {
    ("knelpunten.read", thing): sees for thing, sees in SEES.items() if "'s " in thing
} | {
    (permission, thing): {"landelijk bureau"}
    for thing in SEES if "'s " in thing
    for permission in ("knelpunten.assess", "lists.answer")
} | {
    ("knelpunten.release", thing): {"privacybeoordelaar"} for thing in SEES if "'s " in thing
} | {
    ("privacy.review", thing): {"privacybeoordelaar"} for thing in [None, *SEES]
} | {
    ("privacy.second", thing): SECONDS for thing in (None, "removal request")
} | {
    ("files.read_held", None): {"privacybeoordelaar"},
    ("privacy.reported", None): MEMBERS,
    ("privacy.reported", "report"): {"landelijk bureau"},
} | {
    ("meetings.read", thing): MEMBERS for thing in MEETING_THINGS
} | {
    ("meetings.visit", thing): set(ROLES) - {"anonymous"} for thing in ITEMS + PAPERS
} | {
    ("meetings.prepare", thing): {"stuurgroep voorzitter", "stuurgroep secretaris"}
    for thing in (*ITEMS, *PAPERS) if "klankbordgroep" not in thing
} | {
    ("meetings.take_decision", thing): {"stuurgroep secretaris"}
    for thing in (*ITEMS, "arrangement") if "klankbordgroep" not in thing
} | {
    ("meetings.reserve", thing): STUURGROEP_TABLE for thing in ITEMS if "klankbordgroep" not in thing
} | {
    ("meetings.reserve", "klankbordgroep item"): {"klankbordgroep secretaris"},
    ("meetings.raise_issue", None): KLANKBORDGROEP,
    ("ratification.run", None): {"bestuur n-zvh", "stuurgroep voorzitter", "stuurgroep secretaris"},
    ("ratification.take_position", None): {"netwerkmanager", "netwerkmanager elsewhere", *STUURGROEP},
    **{("ratification.read", thing): MEMBERS for thing in [None, *ALONG_ONE, *ALONG_TWO]},
    **{("ratification.carry", thing): STUURGROEP for thing in [None, *ALONG_ONE, *ALONG_TWO]},
    **{
        ("ratification.report_uptake", thing): {"netwerkmanager", "netwerkmanager elsewhere"}
        for thing in [None, *ALONG_ONE, *ALONG_TWO]
    },
    **{("ratification.run", thing): {"bestuur n-zvh"} for thing in ALONG_ONE},
    **{("ratification.run", thing): {"stuurgroep voorzitter", "stuurgroep secretaris"} for thing in ALONG_TWO},
    **{("ratification.take_position", thing): {"netwerkmanager", "netwerkmanager elsewhere"} for thing in ALONG_ONE},
    **{("ratification.take_position", thing): {"netwerkmanager", "netwerkmanager elsewhere", *STUURGROEP} for thing in ALONG_TWO},
    **{
        (f"ratification.{verb}", thing): {"stuurgroep secretaris", "bestuur n-zvh"}
        for verb in ("record_on_behalf", "read_all_positions")
        for thing in [None, *ALONG_ONE]
    },
    **{
        (f"ratification.{verb}", thing): {"stuurgroep secretaris"}
        for verb in ("record_on_behalf", "read_all_positions")
        for thing in ALONG_TWO
    },
    **{("ambitions.read", thing): MEMBERS for thing in [None, *LINES, *PLANS, *EXPLANATIONS, "freeze"]},
    **{("ambitions.keep_lines", thing): {"landelijk bureau"} for thing in [None, *LINES, "freeze"]},
    **{("ambitions.review_plan", thing): {"landelijk bureau"} for thing in [None, *PLANS]},
    **{("ambitions.answer_explanation", thing): {"landelijk bureau"} for thing in [None, *EXPLANATIONS]},
    ("ambitions.draft_plan", None): HOUSES,
    ("ambitions.draft_plan", "plan draft"): HOUSE,
    ("ambitions.draft_plan", "plan submitted"): {"netwerkmanager"},
    ("ambitions.draft_plan", "public plan"): {"netwerkmanager elsewhere"},
    ("ambitions.submit_plan", None): MANAGERS,
    **{("ambitions.submit_plan", thing): {"netwerkmanager"} for thing in ("plan draft", "plan submitted")},
    ("ambitions.submit_plan", "public plan"): {"netwerkmanager elsewhere"},
    **{("ambitions.explain", thing): MANAGERS for thing in (None, "line")},
    ("ambitions.end_explanation", None): MANAGERS,
    ("ambitions.end_explanation", "explanation"): {"netwerkmanager"},
    ("ambitions.offer_help", None): {*SPEAKS, *MANAGERS},
    ("ambitions.offer_help", "explanation"): {*SPEAKS, "netwerkmanager elsewhere"},
    ("ambitions.report_line", None): SPEAKS,
    ("ambitions.report_line", "national line"): {"stuurgroep member", "klankbordgroep member"},
    ("meetings.read", "procedure"): MEMBERS,
    ("meetings.answer_round", "procedure"): STUURGROEP,
    ("meetings.take_decision", "procedure"): {"stuurgroep secretaris"},
} | {
    ("meetings.prepare", f"{body} {thing}"): roles
    for body, roles in [
        ("stuurgroep", {"stuurgroep voorzitter", "stuurgroep secretaris"}),
        ("klankbordgroep", {"klankbordgroep secretaris"}),
    ]
    for thing in ("meeting", "item")
} | {
    ("meetings.take_decision", f"{body} {thing}"): {f"{body} secretaris"}
    for body in ("stuurgroep", "klankbordgroep")
    for thing in ("meeting", "item")
}  # fmt: skip


def may(role: str, permission: str, thing: str | None) -> bool:
    return role in MAY.get((permission, thing), set())
