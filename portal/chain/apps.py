from django.apps import AppConfig


class ChainConfig(AppConfig):
    name = "portal.chain"
    label = "chain"

    def ready(self) -> None:
        from portal.chain.reading import chains_for
        from portal.chain.story import standings_of
        from portal.ui import chains

        chains.READER.fill(chains_for)
        chains.STANDINGS.fill(standings_of)
