"""The nouns: what the verbs of the other folders take and give. Standard library only."""

from .actor import Actor
from .claim import Claim, Since
from .event import STATUSES, Event, Party, Reason, Size, Speaker
from .figure import Figure, Relation
from .media import Media
from .parse import Parse, children_of
from .place import Candidate, Place, Where
from .reading import LAYERS, SCHEMA, Reading
from .report import Dateline, Report
from .span import Span
from .statement import Statement
from .when import Time, When

__all__ = [
    "LAYERS",
    "SCHEMA",
    "STATUSES",
    "Actor",
    "Candidate",
    "Claim",
    "Dateline",
    "Event",
    "Figure",
    "Media",
    "Parse",
    "Party",
    "Place",
    "Reading",
    "Reason",
    "Relation",
    "Report",
    "Since",
    "Size",
    "Span",
    "Speaker",
    "Statement",
    "Time",
    "When",
    "Where",
    "children_of",
]
