from django import template

from portal.documents.searching import marked

register = template.Library()
register.filter("marked", marked)
