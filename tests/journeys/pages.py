"""Every page there is, by the demo person it is meant for; `-` is nobody in particular. Names in braces are the story's."""

PAGES = {
    "-": [
        "/", "/themas/", "/themas/acute-onveiligheid/", "/netwerk/",
        "/documenten/", "/woordenlijst/", "/kader/2024/pdf/", "/kader/2024/pdf/?hoofdstuk=identiteit", "/kader/2024/", "/kader/2027/", "/kader/2024/identiteit/", "/kader/2024/woordenlijst-en-schrijfwijzer/", "/kader/2027/focus-en-scope/",
        "/kader/2024/hele-tekst/", "/kader/2027/vergelijk/2024/", "/kader/zoeken/", "/kader/zoeken/?q=overlast", "/kader/zoeken/?q=kwartjesvinder", "/documenten/zoeken/", "/documenten/zoeken/?q=overlast",
        "/besluitenlijsten/", "/besluitenlijsten/{meeting:sg6}/",
        "/demo/", "/demo/mail/", "/demo/onderdelen/",
        "/account/login/", "/account/password/reset/", "/account/signup/", "/uitnodiging/bestaat-niet/", "/bestaat-niet/",
    ],
    "bureau": [
        "/overzicht/", "/themas/", "/themas/autonomie-tot-dwang/", "/themas/acute-onveiligheid/knelpuntenlijst/",
        "/themas/acute-onveiligheid/gereedlijst/", "/themas/passende-woonzorgplek/elders-belegd/",
        "/knelpunten/beoordelen/", "/knelpunten/beoordelen/?welke=te-laat", "/knelpunten/{knelpunt:nacht}/", "/knelpunten/{knelpunt:zorgkantoor}/", "/knelpunten/{knelpunt:wilsbekwaam}/",
        "/knelpunten/{knelpunt:uitstroom}/antwoord/", "/knelpunten/lijsten/", "/knelpunten/rode-draden/", "/knelpunten/rode-draden/nieuw/", "/knelpunten/rode-draden/{pattern:na-de-crisis}/",
        "/knelpunten/rode-draden/{pattern:na-de-crisis}/wijzigen/",
        "/knelpunten/", "/knelpunten/?q=crisis&thema=acute-onveiligheid", "/knelpunten/?q=kwartjesvinder", "/knelpunten/radar/", "/knelpunten/radar/?thema=maatschappelijk-herstel&regio=twente",
        "/knelpunten/beoordelen/?welke=navragen", "/knelpunten/beoordelen/?welke=antwoord", "/knelpunten/{knelpunt:camera}/", "/knelpunten/{knelpunt:mensenhandel}/", "/knelpunten/{knelpunt:wijk-ggz}/",
        "/knelpunten/{knelpunt:crisis-geen-regie}/", "/knelpunten/{knelpunt:slachtoffer-bericht}/", "/knelpunten/berichten/", "/knelpunten/berichten/?wacht", "/knelpunten/vaste-teksten/", "/uitvragen/", "/uitvragen/{inquiry:nieuwe-regeling}/",
        "/netwerk/beleidslandschap/", "/netwerk/beleidslandschap/nieuw/", "/netwerk/beleidslandschap/{table:bo-wvggz}/", "/acties/koppelen/?knelpunt={knelpunt:buurt}",
        "/acties/{action:zorgmijders}/", "/themas/autonomie-tot-dwang/weging/", "/themas/acute-onveiligheid/terugkijken/", "/acties/{action:nacht}/", "/acties/{action:overdracht}/", "/acties/{action:uitstroom}/", "/acties/nieuw/?knelpunt={knelpunt:buurt}",
        "/acties/", "/acties/?lijst=actielijst&status=geen-bericht", "/acties/?trede=geheel&soort=inzicht", "/acties/oproepen/", "/organisaties/valente/bijdragen/", "/organisaties/dji/bijdragen/",
        "/themas/acute-onveiligheid/doorloop/", "/sinds-de-vorige/", "/herkomst/actie/{action:overdracht}/", "/herkomst/knelpunt/{knelpunt:nacht}/", "/acties/{action:beveiligd-bed}/",
        "/documenten/", "/documenten/inlezen/", "/documenten/inlezen/{import:protocol}/", "/documenten/inlezen/{import:protocol}/stuk/3/", "/documenten/verwijzingen/{edition:kader-2027}/", "/documenten/verwijzingen/{edition:kader-2027}/par-4-2/", "/netwerk/", "/netwerk/wie-is-wie/", "/netwerk/uitnodigen/", "/vergaderingen/", "/vergaderingen/nieuw/",
    ],
    "netwerkmanager": [
        "/overzicht/", "/onze-inbreng/", "/onze-inbreng/afdruk/", "/knelpunten/radar/", "/uitvragen/{inquiry:nieuwe-regeling}/", "/knelpunten/nieuw/", "/knelpunten/{knelpunt:nacht}/", "/knelpunten/{knelpunt:te-weinig}/",
        "/knelpunten/{knelpunt:formulieren}/", "/knelpunten/{knelpunt:formulieren}/wijzigen/", "/knelpunten/{knelpunt:formulieren}/indienen/", "/account/password/change/",
    ],
    "klankbordgroep": ["/overzicht/", "/acties/?eigen=ja", "/acties/nieuw/", "/acties/{action:overdracht}/coalitie/", "/acties/{action:overdracht}/", "/acties/{action:gedragsaanwijzing}/", "/vergaderingen/vraagstukken/", "/vergaderingen/vraagstukken/nieuw/", "/vergaderingen/punten/{item:sg7:2}/", "/vergaderingen/{meeting:kb7b}/tafel/", "/vergaderingen/schriftelijk/{round:brief}/"],
    "stuurgroep": ["/overzicht/", "/sinds-de-vorige/", "/acties/?lijst=actielijst&status=geen-bericht", "/acties/{action:zorgmijders}/wegen/", "/acties/{action:overzicht}/", "/acties/{action:overdracht}/", "/vergaderingen/{meeting:sg1}/", "/vergaderingen/{meeting:sg7}/", "/vergaderingen/{meeting:sg7}/persoonsgegevens/", "/vergaderingen/jaar/", "/vergaderingen/besluiten/", "/vergaderingen/besluiten/?soort=toezegging", "/vergaderingen/agenda-abonnement/", "/vergaderingen/punten/{item:sg7:2}/", "/vergaderingen/punten/{item:sg7:besloten}/", "/vergaderingen/punten/{item:sg6:4}/", "/vergaderingen/{meeting:sg7}/wijzigingen/", "/vergaderingen/{meeting:sg7}/set/", "/vergaderingen/{meeting:sg6}/besluitenlijst/", "/vergaderingen/{meeting:sg5}/verslag/", "/vergaderingen/{meeting:kb-extra}/"],
    "secretaris": [
        "/overzicht/", "/vergaderingen/{meeting:sg1}/", "/vergaderingen/{meeting:sg6}/", "/vergaderingen/{meeting:sg7}/", "/vergaderingen/{meeting:sg8}/",
        "/vergaderingen/{meeting:kb7b}/", "/vergaderingen/{meeting:sg8}/punten/nieuw/", "/vergaderingen/nieuw/", "/vergaderingen/jaar/plannen/", "/vergaderingen/vaste-punten/", "/vergaderingen/schriftelijk/nieuw/", "/vergaderingen/{meeting:kb8a}/verzetten/", "/vergaderingen/{meeting:sg8}/agenda/",
        "/vergaderingen/{meeting:sg7}/agenda/", "/vergaderingen/punten/{item:sg7:2}/", "/vergaderingen/punten/{item:sg7:2}/wijzigen/", "/vergaderingen/punten/{item:sg7:2}/ook-over/?zoek=de", "/vergaderingen/{meeting:kb7b}/vergaderstand/",
        "/vergaderingen/{meeting:sg6}/verslag/schrijven/", "/vergaderingen/{meeting:sg6}/openbaar-maken/", "/vergaderingen/besluiten/?soort=afspraak", "/vergaderingen/afspraken/{arrangement:Vragen over de kosten gaan eerst langs de Klankbordgroep.}/afsluiten/",
        "/vergaderingen/punten/{item:kb7b:2}/besluit/ter_kennisgeving/", "/uitvragen/nieuw/", "/uitvragen/{inquiry:huisverbod-begin}/", "/themas/autonomie-tot-dwang/volgorde/", "/themas/autonomie-tot-dwang/",
    ],
    "ander-huis": ["/overzicht/", "/knelpunten/rode-draden/{pattern:buiten-kantoortijd}/", "/onze-inbreng/"],
    "privacy": ["/overzicht/", "/knelpunten/privacytoets/", "/knelpunten/{knelpunt:na-kliniek}/", "/knelpunten/{knelpunt:gemeld}/", "/knelpunten/{knelpunt:gemeld}/gemeld/"],
    "gestopt": ["/overzicht/", "/"],
    "redacteur": ["/overzicht/"],
}  # fmt: skip
