from django import template

from portal.documents.searching import marked
from portal.documents.wording import explained

register = template.Library()
register.filter("marked", marked)
register.filter("explained", explained)
