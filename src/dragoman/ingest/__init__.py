"""From what was published to reports: texts, pages, tables, files, folders and standard input."""

from .files import STANDARD_INPUT, reports
from .head import Head, head_of
from .language import language_of
from .rejected import Rejected
from .report import report_from_page, report_from_text, report_of
from .text import MAX_CHARS

__all__ = [
    "MAX_CHARS",
    "STANDARD_INPUT",
    "Head",
    "Rejected",
    "head_of",
    "language_of",
    "report_from_page",
    "report_from_text",
    "report_of",
    "reports",
]
