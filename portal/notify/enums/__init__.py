"""What a mail can be about."""

from portal.notify.enums.mail_texts import MAILS, About, MailText

__all__ = ["MAILS", "About", "MailText"]
