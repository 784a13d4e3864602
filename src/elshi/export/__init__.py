"""A chronicle for other programs: JSON Lines, and tables for a spreadsheet or R.

One function a format.
"""

from elshi.export.csv_tables import TABLES, account_rows, account_table, csv_text, folder, written
from elshi.export.jsonl import account_lines, jsonl

__all__ = [
    "TABLES",
    "account_lines",
    "account_rows",
    "account_table",
    "csv_text",
    "folder",
    "jsonl",
    "written",
]
