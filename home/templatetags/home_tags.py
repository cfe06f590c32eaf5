from django import template
from django.utils.safestring import SafeString

from home.blocks import link_footnotes

register = template.Library()


@register.filter
def footnoted(html: SafeString, marks: set[str]) -> SafeString:
    """Rich text whose footnote marks lead to the notes under the section. Its input is rich text that Wagtail cleaned."""
    return SafeString(link_footnotes(str(html), marks))
