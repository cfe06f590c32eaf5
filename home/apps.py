from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Pagina's"

    def ready(self) -> None:
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from home import models, publishing

        page_published.connect(publishing.write_document, sender=models.DocumentPage)
        page_published.connect(publishing.write_edition, sender=models.EditionPage)
        page_published.connect(publishing.write_chapter, sender=models.ChapterPage)
        page_published.connect(publishing.write_ambition, sender=models.AmbitionPage)
        post_page_move.connect(publishing.follow_order)
        page_unpublished.connect(publishing.take_back_ambition, sender=models.AmbitionPage)
        page_unpublished.connect(publishing.take_out_chapter, sender=models.ChapterPage)
