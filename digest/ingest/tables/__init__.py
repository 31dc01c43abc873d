"""Read tables (CSV): each row with a text is an article, and a row with an address alone leads to one."""

from digest.ingest.tables.read import addresses_of_csv, read_table

__all__ = ["addresses_of_csv", "read_table"]
