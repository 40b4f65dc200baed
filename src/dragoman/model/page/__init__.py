"""A reading as one self-contained HTML page.

The page asks for nothing outside itself, says so in its own content security policy, works without scripts, and
escapes everything that comes from a report.
"""

from .build import page_of, title_of
from .index import Entry, index_of

__all__ = ["Entry", "index_of", "page_of", "title_of"]
