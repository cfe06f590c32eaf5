"""Every page there is, by the demo person who sees it; `-` is nobody in particular."""

PAGES = {
    "-": ["/", "/themas/", "/themas/acute-onveiligheid/", "/netwerk/", "/kader/2024/", "/kader/2024/identiteit/", "/kader/2024/woordenlijst-en-schrijfwijzer/",
          "/demo/", "/demo/mail/",
        "/demo/onderdelen/", "/account/login/", "/account/password/reset/", "/account/signup/", "/uitnodiging/bestaat-niet/", "/bestaat-niet/"],
    "bureau": ["/overzicht/", "/themas/", "/themas/autonomie-tot-dwang/", "/themas/acute-onveiligheid/knelpuntenlijst/", "/themas/acute-onveiligheid/gereedlijst/", "/themas/passende-woonzorgplek/elders-belegd/", "/knelpunten/beoordelen/", "/acties/1/", "/acties/2/", "/acties/nieuw/?knelpunt=7",
               "/netwerk/", "/netwerk/wie-is-wie/", "/netwerk/uitnodigen/", "/vergaderingen/", "/knelpunten/5/antwoord/", "/knelpunten/1/", "/vergaderingen/nieuw/"],
    "netwerkmanager": ["/overzicht/", "/onze-inbreng/", "/knelpunten/nieuw/", "/knelpunten/1/", "/knelpunten/8/", "/knelpunten/8/wijzigen/", "/account/password/change/"],
    "klankbordgroep": ["/overzicht/", "/acties/2/", "/acties/4/"],
    "stuurgroep": ["/overzicht/", "/acties/6/", "/acties/2/", "/vergaderingen/1/"],
    "secretaris": ["/overzicht/", "/vergaderingen/1/", "/vergaderingen/4/", "/vergaderingen/6/", "/vergaderingen/6/punten/nieuw/", "/vergaderingen/nieuw/",
                   "/vergaderingen/punten/18/besluit/ter_kennisgeving/"],
    "ander-huis": ["/onze-inbreng/"],
    "gestopt": ["/overzicht/", "/"],
    "redacteur": ["/overzicht/"],
}  # fmt: skip
