"""What may describe a person: a likely name, an age with a person, two details together. A human being has to look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from portal.privacy.enums import Kind
from portal.privacy.noticing.find import Find
from portal.privacy.noticing.identifiers import SURE
from portal.privacy.noticing.words import doubtful, lines_of, one_of, words_of

BETWEEN = r"(?:van|de|der|den|het|ten|ter|te|in|op|el|al|la|le|du|da|dos|di|von|ben|bin|ait|ould|abu|[''`]t|'s)"
CAPITAL = r"[A-ZÀ-ÖØ-ÞŞĞİŁŚŽ][\w'\-]{1,40}"
SURNAME = rf"(?:(?:{BETWEEN}|Van|De|Den|Der|Ter|Ten|Op|El|Al) ){{0,3}}{CAPITAL}"
TITLE = (
    r"(?:\b(?:dhr|mevr|mw|hr|mej|fam)\b\.?|\b(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Jj]uffrouw|[Ff]amilie|[Dd]e [Hh]eer|[Hh]eer)\b"
    r"|\b(?:[Dd]hr|[Mm]evr|[Mm]w|[Hh]r|[Ff]am|[Dd]rs|[Dd]r|[Mm]r|[Ii]r|[Ii]ng|[Pp]rof)\.|\b(?:[Pp]rofessor|[Dd]okter|[Dd]octor)\b)"
)
TITLED = re.compile(rf"{TITLE} ?(?:(?:dr|drs|mr|ir|ing|prof)\.? ?){{0,3}}(?:[A-Z]\. ?){{0,4}}({SURNAME}|[A-Z]\.(?!\w))")
SMALL = r"((?:(?:van|de|der|den|ten|ter|te|el|al|la|le|du|da|di|von|ben|bin|'t) ){0,3}[a-zà-ÿ][a-zà-ÿ'\-]{2,30})"  # a surname without capitals
SHORT_TITLED = re.compile(rf"\b(?:[Dd]hr|[Mm]evr|[Mm]w)\. ?(?:[a-z]\. ?){{0,3}}{SMALL}")
SMALL_TITLED = re.compile(
    rf"\b(?:[Dd]hr|[Mm]evr|[Mm]w|[Mm]ej|[Ff]am|[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Jj]uffrouw|[Ff]amilie|[Dd]e heer) (?:[a-z]\. ?){{0,3}}{SMALL}(?![\w])"
)
AS_SURNAME = re.compile(r"(?:sen|stra|sma|inga|enga|ema|mans|berg|veld|huis|kamp|dijk|burg|oglu|ović|ski|ova)$")
OF_OFFICE = re.compile(
    r"^(?:de |het |een )?(?:burgemeester|wethouder|voorzitter|secretaris|officier|rechter|minister|staatssecretaris|directeur|bestuurder|of|en|die|dat|is|heeft|"
    r"wordt|was|kan|met|in|op|te|van|voor|bij|aan|uit|naar|dan|als|raadslid|commissaris|president|procureur|hoofdofficier|advocaat|notaris|dokter|professor|"
    r"collega|manager|netwerkmanager|medewerker|cliënt|verdachte|bewoner|buurman|buurvrouw)\b",
    re.I,
)
INSTITUTION = re.compile(
    r"^(?:[- ](?:van |de |der |den |het )?[A-Za-z'\-]{0,30})? ?(?:[Zz]iekenhuis|[Ss]tichting|[Cc]ollege|[Ss]chool|[Kk]liniek|[Hh]uis|[Cc]entrum|[Gg]roep|[Ff]onds|[Ii]nstituut|"
    r"[Aa]cademie|[Gg]asthuis|MC|GGZ|[Uu]niversiteit|[Zz]org|[Ll]yceum|[Kk]azerne|[Oo]evers?|[Aa]rena|[Ll]oket|[Mm]ethode|[Vv]ragenlijst|[Ww]et|[Ss]ysteem|[Pp]rogramma)\b"
)
NOT_BEFORE = re.compile(
    r"\b(?:Sint|St\.?|Prins|Prinses|Koning|Koningin|Stichting|Wet|Methode|[Pp]rogramma|[Pp]roject|School|Fonds|Commissie|Huize|Villa)(?:-| )$"
)


@cache
def _spared() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(lines_of('not_persons'))})\b")


@cache
def _first_name() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\-.@/])({one_of(words_of('first_names'))})(?:-[A-Z][a-zà-ÿ]+)?(?![\w@])")


def titled_name(text: str) -> Iterator[Find]:
    """A name after a title such as "dhr."."""
    for match in TITLED.finditer(text):
        if not _is_spared(text, match) and not re.search(rf"(?:{SURE})$", match[0]):
            yield Find(match.start(), match.end(), Kind.TITLED_NAME)
    for match in SHORT_TITLED.finditer(text):
        if not OF_OFFICE.match(match[1]):
            yield Find(match.start(), match.end(), Kind.TITLED_NAME)
    for match in SMALL_TITLED.finditer(text):
        if _is_surname(match[1]):
            yield Find(match.start(), match.end(), Kind.TITLED_NAME)


def _is_surname(words: str) -> bool:
    """Words without capitals that are known as a surname, or end as surnames do."""
    *between, last = words.split(" ")
    if last in words_of("surnames"):
        return bool(between) or last not in doubtful("surnames")
    return bool(AS_SURNAME.search(last)) and not OF_OFFICE.match(last)


FOLLOWED = re.compile(rf"^ (?:[A-Z]\. ?)?{SURNAME}")
INITIALS = re.compile(rf"(?<![\w.])(?:[A-Z]\. ?){{1,4}}(?:{BETWEEN} ){{0,3}}[A-ZÀ-Þ][a-zà-ÿ][\w'\-]{{1,40}}")
NO_INITIALS = {"ZVH", "ZM", "PI", "WB", "HR", "RM", "CM", "NV", "BV", "OM", "VN", "EU", "VS", "BW", "MT", "OR", "ICT", "GGZ"}
# What somebody is called when the name was taken out by half: "J. de V.", "A.B. (17)".
CUT_SHORT = re.compile(rf"(?<![\w.])(?:[A-Z]\. ?){{1,3}}(?:{BETWEEN} ){{1,3}}[A-Z]\.(?!\w)(?: ?\(\d{{1,2}}(?: jaar)?\))?")
INITIALS_AGED = re.compile(
    r"(?<![\w.])(?:[A-Z]\.){1,4},? ?(?:\((?:nu |toen )?\d{1,2}(?: jaar)?(?: oud)?\)|(?<=, )\d{1,2} jaar\b(?! (?:geleden|lang|cel|na))|van \d{1,2} jaar\b)"
    r"|(?<![\w.])[A-Z]{1,3}\.?, \d{1,2} jaar\b(?! (?:geleden|lang|cel|na))"
    r"|(?<![\w.])[A-Z]{1,3}\.?,? \(\d{1,2} jaar(?: oud)?\)"
)
OF_A_DOCUMENT = re.compile(
    r"\b(?:[Bb]ijlage|[Tt]abel|[Ff]iguur|[Oo]ptie|[Vv]ariant|[Ff]ase|[Mm]odule|[Aa]rtikel|[Aa]rt\.|[Oo]nderdeel|[Pp]unt|[Ll]id|[Cc]ategorie|[Ss]cenario|[Gg]roep|[Kk]olom|[Ss]tap) "
    r"(?:\d{1,4} )?$"
)
CALLED = re.compile(
    rf"(?<!pilot )(?<!project )(?<!programma )(?<!aanpak )(?<!methode )(?<!werkgroep )(?<!overleg )(?<!wet )(?<!team )(?<!systeem )(?<!regeling )"
    rf"\b(?i:heet|heette|genaamd|ene|bijgenaamd|roepnaam|voornaam|achternaam)[: ]{{1,2}}(?!(?:Veilig|Zorg|Stichting|Team)\b)({CAPITAL})"
)
LETTER = re.compile(
    r"\b(?i:verdachte|cliënt|client|patiënt|patient|slachtoffer|dader|bewoner|betrokkene|jongen|meisje|man|vrouw|kind|moeder|vader|zoon|dochter) ([A-Z]\.)(?![A-Za-z])"
)
IN_OFFICE = re.compile(
    r"\b(?i:officier|rechter|agent|wijkagent|raadslid|directeur|voorzitter|secretaris|huisarts|psychiater|psycholoog|"
    r"advocaat|casusregisseur|procesregisseur|netwerkmanager|begeleider|hulpverlener|bewindvoerder|mentor|curator|reclasseringswerker|jeugdbeschermer) "
    r"((?:(?:De|Van|Van de|Van der|Van den|El|Ten|Ter) )?[A-ZÀ-Þ][a-zà-ÿ'\-]{2,30})"
)
# Who holds a public office and is named in it, is named for what the office did.
PUBLIC_OFFICE = re.compile(
    r"\b(?i:burgemeester|wethouder|minister(?:-president)?|staatssecretaris|gedeputeerde|commissaris van de koning|kamerlid|korpschef|raadslid|dijkgraaf)s? "
    r"(?:[A-Z]\. ?){0,3}(?:[A-ZÀ-Þ][a-zà-ÿ'\-]{1,30} ){0,2}$"
)
CLOSE_TO_OFFICE = re.compile(
    r"\b(?:(?i:zoon|dochter|kind|man|vrouw|broer|zus|vader|moeder|neef|nicht|partner|ex|gezin|familie|echtgenoot|echtgenote) van (?:de )?)(?:oud-|ex-)?"
    r"((?i:burgemeester|wethouder|minister|staatssecretaris|gedeputeerde|officier|rechter|raadslid|dominee|notaris|huisarts|schooldirecteur|politiechef|korpschef)"
    r"(?: [A-ZÀ-Þ][a-zà-ÿ'\-]{1,30})?)"
)
WITH_VAN = re.compile(r"(?<=[a-zà-ÿ,;] )(?:[Vv]an|[Oo]p|[Ii]n|[Uu]it) (?:der|den|'t) [A-Z][a-zà-ÿ]{2,30}\b")


def likely_name(text: str) -> Iterator[Find]:
    """A first name, initials with a surname, a surname such as Van der Velde, or what somebody is called."""
    for match in _first_name().finditer(text):
        surname = FOLLOWED.match(text[match.end() : match.end() + 80])
        if (
            _is_spared(text, match)
            or PUBLIC_OFFICE.search(text[max(0, match.start() - 90) : match.start()])
            or (match[1] in doubtful("first_names") and not surname)
        ):
            continue
        yield Find(match.start(), match.end() + (surname.end() if surname else 0), Kind.NAME)
    for match in INITIALS.finditer(text):
        initials = "".join(re.findall(r"([A-Z])\.", match[0]))
        is_in_office = PUBLIC_OFFICE.search(text[max(0, match.start() - 90) : match.start()])
        if initials not in NO_INITIALS and not is_in_office and not _is_spared(text, match):
            yield Find(match.start(), match.end(), Kind.NAME)
    for pattern in (CUT_SHORT, INITIALS_AGED):
        for match in pattern.finditer(text):
            initials = "".join(re.findall(r"[A-Z]", match[0]))
            if initials not in NO_INITIALS and not OF_A_DOCUMENT.search(text[max(0, match.start() - 30) : match.start()]):
                yield Find(match.start(), match.end(), Kind.NAME)
    for pattern in (CALLED, LETTER):
        for match in pattern.finditer(text):
            yield Find(match.start(1), match.end(1), Kind.NAME)
    for match in IN_OFFICE.finditer(text):
        is_field = match[1].split()[-1].split("-")[0] in words_of("fields")
        if not is_field and not _place().fullmatch(match[1]) and not _is_spared(text, match):
            yield Find(match.start(1), match.end(1), Kind.NAME)
    for match in WITH_VAN.finditer(text):
        if not _is_spared(text, match):
            yield Find(match.start(), match.end(), Kind.NAME)


def _is_spared(text: str, match: re.Match[str]) -> bool:
    """Part of the name of an institution or a place."""
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 60]
    if INSTITUTION.match(after) or NOT_BEFORE.search(before):
        return True
    around = range(match.start(), match.end())
    return any(
        spared.start() in around or match.start() in range(spared.start(), spared.end())
        for spared in _spared().finditer(text, max(0, match.start() - 60), match.end() + 60)
    )


PERSON = (
    r"(?:man|vrouw|jongen|jongetje|meisje|meid|kind|baby|peuter|kleuter|puber|tiener|jongere|cliënte?|client|patiënte?|patient|bewoner|bewoonster|inwoner|inwoonster|persoon|dame|heer|"
    r"buurman|buurvrouw|verdachte|slachtoffer|dader|minderjarige|student|scholier|leerling|huurder|moeder|vader|zoon|dochter|broer|zus|oma|opa|ex-partner)"
)
ONES = "een|twee|drie|vier|vijf|zes|zeven|acht|negen"
TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
AGE_WORD = rf"(?:(?:{ONES})(?:ën|en)(?:{TENS})|{TENS}|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|zeven|acht|negen|zes|vijf|vier|drie|twee)"
YEARS = rf"(?:\d{{1,3}}|{AGE_WORD})"
COUNTED = "jaar geleden|jaar lang|jaar wachten|jaar cel|jaar gevangenisstraf|jaar tbs|keer|maal|dagen?|weken|week|maanden?|uur|uren|euro|procent|gemeenten|regio's|huizen|tot|t/m|mensen|plekken|meldingen|kilometer|of|en|de|het|een|andere|verschillende|wetten|organisaties"
AGED = re.compile(
    rf"\b{YEARS}[ \-]?jarige\b(?! leeftijd)[^.!?\n]{{0,40}}?\b{PERSON}\b"
    rf"|\b(?:de|een|deze|die|onze) {YEARS}[ \-]?jarige\b(?! (?:{YEARS}|periode|looptijd|overeenkomst|project|samenwerking|termijn|traject|strategie|agenda|programma|plan|pilot|subsidie|convenant))"
    rf"|\b{PERSON}\b[^.!?\n]{{0,25}}?(?:\b(?:van|is|was) |, ?|\()(?:nog |net |pas |ongeveer |circa |ca\. |begin |eind |bijna )?{YEARS}(?: jaar)?(?: oud| jong)?(?![\w%€]|[.,]\d| (?:{COUNTED})\b)"
    rf"|\b(?:hij|zij|ze) (?:is|was|wordt) {YEARS}(?: jaar)?\b(?= (?:oud|jaar)|[,.;]|$| en )",
    re.I,
)
NOT_AGED = re.compile(
    r"\b(?:tot|t/m|en) (?:\d{1,3}|\w+)[ \-]?jarige|\d{1,3}-(?:plus|min)|jaar en (?:ouder|jonger)|\b(?:procent|%|euro)|\bvan de \d",
    re.I,
)
DURATION = re.compile(
    r"\b(?:na|al|sinds|duurt|binnen|voor|gedurende|wacht(?:te)?|elke|ieder|per|eens per|in) \d{1,3} jaar$", re.I
)


def aged_person(text: str) -> Iterator[Find]:
    """An age of one person: "man van 34 jaar", "16-jarige jongen", "jongen (16)"."""
    for match in BORN_IN.finditer(text):
        yield Find(match.start(), match.end(), Kind.AGE)
    for match in AGED.finditer(text):
        if not NOT_AGED.search(match[0]) and not DURATION.search(match[0]):
            yield Find(match.start(), match.end(), Kind.AGE)


BORN_IN = re.compile(rf"\b(?i:hij|zij|{PERSON}) \((?:19|20)\d\d\)")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?! [A-ZÀ-Þ]|$|\n)[^.!?\n]*)*")
GENDER = re.compile(
    r"(?<!\d )(?<!per )(?<!van )\b(?:man|vrouw|jongen|jongetje|meisje|dame|mannetje|vrouwtje)\b(?! (?:en|of) (?:vrouw|man|meisje|jongen|macht)|-)",
    re.I,
)
GENDER_OF = re.compile(r"(?<=\bvan )(?:een|de|deze|die) (?:man|vrouw|jongen|meisje)\b", re.I)
AS_BODY = re.compile(
    r"\b(?:[Gg]emeenten?|[Rr]egio'?s?|[Pp]olitie|[Rr]echtbank|[Aa]rrondissement|[Pp]arket|OM|[Vv]eiligheidshuis|[Vv]eiligheidsregio|ZVH|[Hh]uis|[Gg]erechtshof|GGD|GGZ|[Bb]urgemeester van|"
    r"[Uu]niversiteit|[Hh]ogeschool|PI|[Ww]oningcorporatie|[Oo]mgeving|[Cc]ollege van|[Rr]aad van|[Pp]rovincie)(?: van| in)? (?:[A-ZÀ-Þ][\w'\-]+(?:,? (?:en )?)){0,4}$"
)
LIVES = re.compile(r"\b(?:werkt|werkte|werkzaam|werkend) als \w+|\bis \w+ van beroep\b", re.I)
WORDS_THAT_ARE_PLACES = {
    "Best",
    "Beek",
    "Buren",
    "Huizen",
    "Houten",
    "Putten",
    "Sluis",
    "Stein",
    "Borne",
    "Goes",
    "Voorst",
    "Kapelle",
    "Waterland",
    "Valkenburg",
    "Laren",
}


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\-])(?:{one_of(lines_of('municipalities'))})(?![\w\-])")


@cache
def _listed(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\-])(?:{one_of(words_of(name))})(?![\w\-])", 0 if name == "nationalities" else re.I)


def together(text: str) -> Iterator[Find]:
    """Two or more of gender, place, nationality, occupation and family in one sentence: that may be one person."""
    for sentence in SENTENCE.finditer(text):
        places = list(_details(sentence[0]))
        if len({kind for kind, _, _ in places}) >= 2:
            yield Find(
                sentence.start() + min(start for _, start, _ in places),
                sentence.start() + max(end for _, _, end in places),
                Kind.TOGETHER,
            )


def _details(sentence: str) -> Iterator[tuple[str, int, int]]:
    for pattern in (GENDER, GENDER_OF):
        yield from (("gender", *match.span()) for match in pattern.finditer(sentence))
    opening = len(sentence) - len(sentence.lstrip())
    for match in _place().finditer(sentence):
        is_word = match.start() == opening and match[0] in WORDS_THAT_ARE_PLACES
        if not is_word and not AS_BODY.search(sentence, max(0, match.start() - 120), match.start()):
            yield "place", *match.span()
    for name in ("nationalities", "occupations", "relations"):
        yield from ((name, *match.span()) for match in _listed(name).finditer(sentence))
    yield from (("occupations", *match.span()) for match in LIVES.finditer(sentence))


KIN = r"(?:zoon|dochter|vrouw|man|moeder|vader|broer|zus|kind|jongen|meisje|weduwe|weduwnaar)"
MADE_KNOWN = re.compile(
    r"\b(?:[Dd]e|[Hh]et|[Ee]en|[Hh]aar|[Zz]ijn|[Oo]nze) (?:enige|allereerste|eerste|oudste|jongste|bekendste|bekende|beruchte|beroemde|rijkste|langstzittende|voormalige|laatste)"
    r"((?: [a-zà-ÿ\-]{2,25}){0,2}) ([A-Za-zà-ÿ\-]{3,40})(?= (?:van|in|uit|op|te|bij) ((?:(?:de|het|een|ons|dit|haar|zijn) )?[\w'\-]{2,40}))"
)
SMALL_PLACE = re.compile(
    r"^(?:de|het|een|ons|dit) (?:dorp|buurt|wijk|straat|stad|gemeente|school|flat|eiland|kerk|club|korps|team|klas|regio|opvang|kliniek)\b"
)
A_PERSON = re.compile(
    rf"(?:{KIN}|dominee|imam|pastoor|pastor|priester|heer|arts|apotheker|agent|meester|juf|lid|wethouder|voetballer|voetbalster|zanger|zangeres|ster|acteur|actrice|crimineel|"
    rf"crimineelste|sporter|boks?er|burgemeester|bewoner|bewoonster|inwoner|inwoonster|{PERSON})$",
    re.I,
)
# Words that end as one for a person does and are none.
NO_PERSON = re.compile(
    r"(?:venster|register|klooster|monster|kluster|cluster|rooster|meester-gezelleider|kantoor|ombudsman|netwerkmeester)$", re.I
)


def made_known(text: str) -> Iterator[Find]:
    """Somebody whom a place knows by what only one is there ("de enige dominee van
    Urk"), or by an office-holder in the family."""
    for match in MADE_KNOWN.finditer(text):
        is_there = _place().match(match[3].removesuffix("'s")) or SMALL_PLACE.match(match[3] + " ")
        is_somebody = (A_PERSON.search(match[2]) or match[2] in words_of("occupations")) and not NO_PERSON.search(match[2])
        if is_somebody and (is_there or match[3].istitle()):
            yield Find(match.start(), match.end(3), Kind.TOGETHER)
    for match in CLOSE_TO_OFFICE.finditer(text):
        yield Find(match.start(), match.end(), Kind.TOGETHER)


LOOSE_DAY = re.compile(
    r"(?<![\w./\-])(?:0?[1-9]|[12]\d|3[01])[\-/](?:0?[1-9]|1[0-2])[\-/](?:19[2-9]\d|200\d|201[0-2])(?![\w/\-])"
)


def loose_day(text: str) -> Iterator[Find]:
    """A day of long ago in figures, with nothing beside it that says what day it is."""
    for match in LOOSE_DAY.finditer(text):
        yield Find(match.start(), match.end(), Kind.DAY)


FINDERS = [titled_name, likely_name, aged_person, together, made_known, loose_day]
