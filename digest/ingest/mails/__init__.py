"""Read e-mails: newsletters, and what agencies and readers send on."""

from digest.ingest.mails.article import mail_content

__all__ = ["mail_content"]
