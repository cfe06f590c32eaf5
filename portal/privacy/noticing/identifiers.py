"""Identifiers of a fixed form: what has one is refused. Every pattern is linear: all repetition is bounded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.enums import Kind
from portal.privacy.noticing.find import Find

DIGITS = re.compile(r"\D")
NINE = re.compile(r"(?<![\d+])(?:\d{9}|(?:\d[ .\-_/]?){8}\d)(?!\d)")
EIGHT = re.compile(r"(?<!\d)\d{8}(?!\d)")
SAYS_BSN = re.compile(r"\b(?:bsn|burger ?service ?nummer|sofi|sofi-?nummer)\b", re.I)
IS_MONEY = re.compile(r"(?:€|\beuro?s?|\bEUR|\beuro van|\bbedrag van)\s?$", re.I)
IS_MONEY_AFTER = re.compile(r"^(?:,\d\d|,-)?\s?(?:euro|eur\b|€|miljoen|inwoners)", re.I)
IS_OF_ORGANISATION = re.compile(r"\b(?:kvk|k\.v\.k\.?|kamer van koophandel|rsin|btw|fiscaal|isbn|issn)\b[^.\n]{0,40}$", re.I)


def social_security(text: str) -> Iterator[Find]:
    """Nine digits that pass the eleven test, however they are cut; with the word beside them, any eight or nine."""
    from stdnum.nl import bsn  # when it is used: it would slow every start

    for match in NINE.finditer(text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 30]
        if (
            SAYS_BSN.search(before)
            or SAYS_BSN.search(after)
            or bsn.is_valid(DIGITS.sub("", match[0]))
            and not _is_other_number(before, after)
        ):
            yield Find(match.start(), match.end(), Kind.BSN)
    for match in EIGHT.finditer(text):
        if SAYS_BSN.search(text[max(0, match.start() - 40) : match.start()]):
            yield Find(match.start(), match.end(), Kind.BSN)


FIGURE = r"(?:nul|[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen|\d)"
SPOKEN = re.compile(rf"(?<![\w\-]){FIGURE}(?:(?:, ?| ?- ?| ){FIGURE}){{7,13}}(?![\w\-])", re.I)


def spoken_number(text: str) -> Iterator[Find]:
    """Figures one by one, some of them in words: ten that begin as a telephone number
    does, or nine; with the word beside them, eight."""
    for match in SPOKEN.finditer(text):
        figures = re.findall(r"\w+", match[0].lower())
        if sum(figure.isalpha() for figure in figures) < 3:
            continue
        if len(figures) == 10 and figures[0] in ("nul", "0"):
            yield Find(match.start(), match.end(), Kind.TELEPHONE)
        elif len(figures) == 9 or SAYS_BSN.search(text, max(0, match.start() - 60), match.start()):
            yield Find(match.start(), match.end(), Kind.BSN)


def _is_other_number(before: str, after: str) -> bool:
    return bool(IS_MONEY.search(before) or IS_MONEY_AFTER.search(after) or IS_OF_ORGANISATION.search(before))


ACCOUNT = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[ .\-]?\d[ .\-]?\d(?:[ .\-]?[A-Za-z0-9]){11,30}")
DUTCH_ACCOUNT = re.compile(r"^NL\d\d[A-Z]{4}\d{10}", re.I)
OTHER = re.compile(r"[^A-Za-z0-9]")


def bank_account(text: str) -> Iterator[Find]:
    """An IBAN of any country; a Dutch one also when its check digits are wrong."""
    from stdnum import iban

    for match in ACCOUNT.finditer(text):
        written = OTHER.sub("", match[0])
        if DUTCH_ACCOUNT.match(written):
            yield Find(match.start(), _after(match, 18), Kind.IBAN)
            continue
        length = next(
            (size for size in range(min(34, len(written)), 14, -1) if iban.is_valid(written[:size], check_country=False)), 0
        )
        if length:
            yield Find(match.start(), _after(match, length), Kind.IBAN)


def _after(match: re.Match[str], count: int) -> int:
    """Where so many letters and digits of a match have passed."""
    seen = 0
    for place, letter in enumerate(match[0]):
        seen += letter.isalnum()
        if seen == count:
            return match.start() + place + 1
    return match.end()


DUTCH_NUMBER = re.compile(r"(?<![\d.,/])(?:(?:\+|00)[ .\-]?31[ .\-]{0,2}(?:\(0\)|0)?|\(?0)(?:[ .\-/()]{0,3}\d){9}(?!\d)")
FOREIGN_NUMBER = re.compile(r"(?<![\d.,/])(?:\+|00)(?:[ .\-/()]{0,2}\d){8,14}(?!\d)")
SAYS_PHONE = re.compile(
    r"\b(?:tel|tel\.|telefoon|telefoonnummer|mobiel|mobiele nummer|gsm|whatsapp|06-nummer)\b[ .:=]{0,3}(?:is )?((?:[ .\-/()]{0,2}\d){7,13})(?!\d)",
    re.I,
)


def telephone(text: str) -> Iterator[Find]:
    """A number that can be rung. Numbers such as 0800-1351 and 112 are of nobody in particular."""
    for match in DUTCH_NUMBER.finditer(text):
        if _rings(match[0].replace("(0)", ""), "NL"):
            yield Find(match.start(), match.end(), Kind.TELEPHONE)
    for match in FOREIGN_NUMBER.finditer(text):
        if _rings(re.sub(r"^00", "+", match[0]), None):
            yield Find(match.start(), match.end(), Kind.TELEPHONE)
    for match in SAYS_PHONE.finditer(text):
        if not DIGITS.sub("", match[1]).startswith(("0800", "0900", "0906", "0909", "14")):
            yield Find(match.start(1), match.end(1), Kind.TELEPHONE)


def _rings(written: str, region: str | None) -> bool:
    import phonenumbers  # when it is used: it would slow every start

    of_nobody = {phonenumbers.PhoneNumberType.TOLL_FREE, phonenumbers.PhoneNumberType.PREMIUM_RATE}
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) not in of_nobody


SIGN = r"(?:@|\(at\)|\[at\]|\{at\}|[(\[]?\bapenstaart(?:je)?\b[)\]]?)"
DOT = r"(?: ?(?:\.|[(\[](?:dot|punt)[)\]]) ?| (?:dot|punt) )"
MARK = (
    r"(?:(?: (?:punt|dot|streepje|underscore|min) | ?[(\[](?:dot|punt)[)\]] ?| \. )[\w+\-]{1,64})"  # between the parts of a name
)
MAIL = re.compile(rf"(?<![\w.+\-])[\w.+\-]{{1,64}}{MARK}{{0,3}} ?{SIGN} ?[\w\-]{{1,63}}(?:{DOT}[\w\-]{{2,63}}){{1,4}}", re.I)
# With the sign as a word that is a word of its own too, the end has to be one of an address.
SPOKEN_MAIL = re.compile(
    rf"(?<![\w.+\-])[\w.+\-]{{1,64}}{MARK}{{0,3}} at [\w\-]{{1,63}}(?:{DOT}[\w\-]{{2,63}}){{0,2}}{DOT}(?:nl|com|eu|be|de|org|net)\b",
    re.I,
)
AT = re.compile(rf" ?{SIGN} ?| at ", re.I)
PRIVATE_MAIL = {
    "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "ziggo", "kpnmail", "kpnplanet", "planet", "xs4all", "icloud",
    "me", "mac", "yahoo", "hetnet", "home", "casema", "chello", "upcmail", "telfort", "quicknet", "zonnet", "tele2", "protonmail",
    "proton", "pm", "gmx", "aol", "mail", "hccnet", "caiway", "solcon", "versatel", "wxs", "freeler", "onsbrabantnet",
    "t-mobilethuis", "tutanota", "yandex", "inbox",
}  # fmt: skip
OF_A_DESK = re.compile(
    r"^(?:info|secretariaat|bureau|contact|post|postbus|mail|zvh|zorgenveiligheidshuis|zorg-en-veiligheidshuis|veiligheidshuis|privacy|fg|avg|klachten?|balie|"
    r"redactie|support|servicedesk|aanmeld\w*|meld\w*|no-?reply|pers|communicatie|algemeen|administratie|receptie|helpdesk|office|advies|loket|"
    r"wvggz|wmo|griffie|informatie|team|casusregie|procesregie|stuurgroep|klankbordgroep|regiobureau|agenda|planning|vragen)(?:[.\-_+\d]|$)",
    re.I,
)


def mail_address(text: str) -> Iterator[Find]:
    """An address of a person: at a provider for private mail, or at an organisation but not of a desk."""
    for match in (*MAIL.finditer(text), *SPOKEN_MAIL.finditer(text)):
        local, _, domain = AT.sub("@", match[0], count=1).partition("@")
        if re.split(r"\W", domain, maxsplit=1)[0].lower() in PRIVATE_MAIL or not OF_A_DESK.match(local.strip()):
            yield Find(match.start(), match.end(), Kind.EMAIL)


PROFILE = re.compile(
    r"(?<![\w.])(?:(?:[a-z]{2,3}\.)?linkedin\.com/(?:in|pub)/[\w.%\-]{2,80}"
    r"|(?:(?:www|m|nl-nl)\.)?(?:facebook|fb|instagram|twitter|x|tiktok|snapchat|threads|youtube)\.com/(profile\.php\?id=\d{4,20}|@?[\w.\-]{2,60})(?![\w/])"
    r"|(?:t\.me|wa\.me|telegram\.me)/(\+?[\w.\-]{3,60}))",
    re.I,
)
SAYS_PROFILE = re.compile(
    r"\b(?:snapchat|snap|instagram|insta|tiktok|telegram|facebook|discord)(?:-?account|naam)?(?: is|:) ?(@?[\w.\-]{3,40}[\w])",
    re.I,
)
OF_AN_ORGANISATION = re.compile(
    r"gemeente|politie|zorg|veilig|zvh|ggz|ggd|stichting|rijks|ministerie|provincie|regio|jeugd|reclassering|vereniging|nederland|company|groups?$|pages?$|events?$|"
    r"watch$|channel$|hashtag$|explore$|home$|login$|share$|search$|brandweer|rechtspraak|leger|opvang|wonen",
    re.I,
)


def profile(text: str) -> Iterator[Find]:
    """A link to somebody's page, or how somebody is called there. The page of an organisation is nobody's."""
    for match in PROFILE.finditer(text):
        if not OF_AN_ORGANISATION.search(match[1] or match[2] or ""):
            yield Find(match.start(), match.end(), Kind.PROFILE)
    for match in SAYS_PROFILE.finditer(text):
        named = match[1]
        if not OF_AN_ORGANISATION.search(named) and (named.startswith("@") or re.search(r"[\d._]", named)):
            yield Find(match.start(1), match.end(1), Kind.PROFILE)


SIDE_CODES = (
    "LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99",
    "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9",
)  # fmt: skip
PLATE = re.compile(
    r"(?<![\w\-])(?:" + "|".join(code.replace("L", "[A-Z]").replace("9", r"\d") for code in SIDE_CODES) + r")(?![\w\-])", re.I
)
SAYS_PLATE = re.compile(
    r"\b(?:kenteken|nummerbord|nummerplaat)s?\b[^\n]{0,25}?\b((?:[A-Z]{1,3}|\d{1,3})[ \-]?(?:[A-Z]{1,3}|\d{1,3})[ \-]?(?:[A-Z]{1,3}|\d{1,3}))\b",
    re.I,
)
VOWEL = re.compile(r"[aeiouy]", re.I)


def licence_plate(text: str) -> Iterator[Find]:
    """A plate in one of the fourteen forms with its dashes; in any form beside the word."""
    for match in PLATE.finditer(text):
        letters = "".join(letter for letter in match[0] if letter.isalpha())
        if letters.isupper() or not VOWEL.search(letters):
            yield Find(match.start(), match.end(), Kind.PLATE)
    for match in SAYS_PLATE.finditer(text):
        signs = OTHER.sub("", match[1])
        if len(signs) == 6 and not signs.isdigit() and not signs.isalpha():
            yield Find(match.start(1), match.end(1), Kind.PLATE)


SURE = r"straat|laan|plein|gracht|singel|dreef|plantsoen|steeg|kade|boulevard"
LIKELY = r"weg|hof|pad|dijk|wal|ring|park|baan|kamp|veld|erf|brink|markt|haven|poort|horst|akker|berg|burg|donk|hout|oord|stede|waard|werf|zoom"
NUMBER = r"(?: nr\.?| nummer| no\.?|,)? ?(?!(?:19|20)\d\d\b)\d{1,4}(?: ?[a-zA-Z]\b|-\d{1,3}\b)?(?![\w%€]|[.,/]\d| (?:procent|euro|uur|keer|dagen|weken|maanden|jaar|mensen|huizen|gemeenten|personen|regio))"
STREET = re.compile(
    r"(?<![\w])(?:"
    rf"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'\-]{{1,40}}(?:{SURE}){NUMBER}"
    rf"|[A-ZÀ-Ý][a-zà-ÿ'\-]{{2,40}}(?:{LIKELY}){NUMBER}"
    rf"|(?:Laan|Plein|Hof|Weg|Kade|Pad|Straat) (?:van|der|het|de|den)(?: [A-Za-zÀ-ÿ'\-]{{2,25}}){{1,3}} ?\d{{1,4}}\b"
    rf"|(?:Grote|Oude|Nieuwe|Korte|Lange|Kleine|Hoge|Lage) (?:Markt|Haven|Kerk|Voorhout|Poten|Nieuwstraat|Dijk|Weg|Hof|Wal|Gracht|Brink){NUMBER}"
    rf"|(?:Damrak|Rokin|Spui|Voorhout|Buitenhof|Binnenhof|Noordeinde|Bezuidenhout|Coolsingel|Neude|Vrijthof|Markt|Brink|Plein 19){NUMBER}"
    r")"
)
NO_STREET = re.compile(
    r"^(?:[a-zà-ÿ]+ering\b|(?:zorg|leer|tijd|groei|ontwikkel|klant|actie|stappen|keten|route|oplos|werk|loop|net|voort|verbeter|herstel|implementatie|transitie|arbeids|woning|"
    r"zorgs|gerechts|speel|vak|werkge|beleids|aandachts|domein|werk|taak|onder|half|over|uit|rechts|samen|om|af|snel)"
    r"(?:pad|weg|hof|markt|veld|ring|baan|park|kamp|dijk|haven|poort|zoom))",  # vergadering, uitvoering: no street ends so
    re.I,
)


def street_address(text: str) -> Iterator[Find]:
    """A street with a house number."""
    for match in STREET.finditer(text):
        if not NO_STREET.match(match[0]):
            yield Find(match.start(), match.end(), Kind.ADDRESS)


CODE = r"[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})(?![A-Za-z])"
POSTCODE = re.compile(
    rf"(?<![\w€.,])(?:(?:nr\.? |nummer |huisnummer )?\d{{1,5}} ?[a-zA-Z]?,? {CODE}|{CODE}[ ,\-/]{{0,3}}(?:\(?(?:nr\.?|nummer|huisnummer|hnr\.?)[ :]{{0,2}})?\d{{1,5}}[a-zA-Z]?(?![\w%]|\.\d))"
)
YEAR_AND_WORD = re.compile(r"\b(?:19|20)\d\d ?(?:OM|ZM|PI|MO|RM|VB|NL|EU|IT|GZ|VT|TA|HR|PO|EN|OP|IN)\b")


def postcode(text: str) -> Iterator[Find]:
    """A postcode with a house number beside it: together they are one address."""
    for match in POSTCODE.finditer(text):
        is_postbus = text[max(0, match.start() - 9) : match.start()].lower().endswith(("postbus ", "postbus"))
        if not is_postbus and not YEAR_AND_WORD.search(match[0]):
            yield Find(match.start(), match.end(), Kind.POSTCODE)


MONTH = r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
DATE = rf"(?:\d{{1,2}}[ ]?[\-/. ][ ]?\d{{1,2}}[ ]?[\-/. ][ ]?(?:(?:18|19|20)\d\d|'?\d\d)|(?:19|20)\d\d[\-/.]\d{{1,2}}[\-/.]\d{{1,2}}|\d{{1,2}}(?:e|ste|de)? ?-?{MONTH} ?-?(?:(?:19|20)\d\d|'?\d\d)|(?:19|20)\d{{6}})"
BORN = r"(?:geboren|geboortedatum|geboorte|geboortedag|geb\.?|g\.?d\.?|dob)"
BIRTH = re.compile(
    rf"\b{BORN}[^\n\d]{{0,30}}({DATE})(?!\d)|(?<!\d)({DATE}) ?(?:is |was )?\(?geboren\b|(?<!\d)({DATE}) \((?:geb|geboortedatum)\b",
    re.I,
)


def date_of_birth(text: str) -> Iterator[Find]:
    """A date with a word of birth beside it."""
    for match in BIRTH.finditer(text):
        group = next(number for number in (1, 2, 3) if match[number])
        yield Find(match.start(group), match.end(group), Kind.BIRTH)


CASE = re.compile(
    r"(?<![\w/\-])(?:"
    r"\d{2}[/\-.]\d{6}[/\-]\d{2}"  # of the public prosecutor
    r"|PL\d{4}[ \-]?(?:\d{10}|\d{4}[ \-]\d{4,8})(?:-\d{1,3})?"  # of the police
    r"|C[/.]\d{2}[/.]\d{5,6}(?: ?/ ?(?:HA|KG|FA|JE|RK|FT|ES|BZ) ?[A-Z]{0,3} ?\d{2}[\-/ ]\d{1,5})?"  # of a civil court
    r"|(?:AWB|AMS|ROT|SGR|UTR|ARN|ZWB|LEE|GRO|HAA|BRE|MAA|ALM|OVE|GEL|NHO|OBR|LIM|NNE|MNE|DHA)[ \-]?\d{2}[/\-]\d{2,5}"  # of an administrative court
    r"|(?i:zaak|dossier|casus) \d{2,6}[\-/]\d{2,8}"
    r"|(?:SKN|SKDB|CJIB|VRIS|V-nummer|vnr)[ :\-.]{0,3}\d{6,16}"
    r")(?![\w\-])"
)
SAYS_CASE = re.compile(
    r"\b(?:zaak|dossier|parket|casus|rol|rekest|cliënt|client|patiënt|patient|registratie|meldings?|incident|mutatie|pv|proces-verbaal|polis|klant|personeels|"
    r"vreemdelingen|v|cjib|strafrechtsketen|skn|bvh|aangifte|zorgmachtigings|verzekerings|relatie|persoons|document|paspoort|rijbewijs|id|ggz|huurders?|detentie|dagvaardings)"
    r"(?:[ \-]?(?:nummer|nr\.?|no\.?|id|kenmerk))(?: is| was| luidt|:| =)?[ :.#]{0,3}([A-Za-z]{0,6}[ .\-/]?\d[A-Za-z0-9./\-]{2,24})",
    re.I,
)


def case_number(text: str) -> Iterator[Find]:
    """A number under which a case, a file or a person is known. The number of a published judgment (ECLI) is not."""
    for match in CASE.finditer(text):
        yield Find(match.start(), match.end(), Kind.CASE)
    for match in SAYS_CASE.finditer(text):
        if sum(letter.isdigit() for letter in match[1]) >= 3:
            yield Find(match.start(1), match.end(1), Kind.CASE)


FINDERS = [
    social_security,
    bank_account,
    telephone,
    mail_address,
    profile,
    spoken_number,
    licence_plate,
    street_address,
    postcode,
    date_of_birth,
    case_number,
]
