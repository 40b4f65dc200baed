"""The nouns: what the verbs of the other folders take and give. Standard library only."""

from .actor import Actor
from .claim import Claim, Since
from .event import SAID, STATUSES, Event, Party, Reason, Size, Speaker
from .figure import Figure, Relation
from .happening import STAGES, Account, Dispute, Happening, Turn
from .judgement import MACHINE, VERDICTS, Feature, Judgement
from .media import Media
from .parse import Parse, children_of
from .place import Candidate, Place, Where
from .question import Question
from .reading import LAYERS, SCHEMA, Reading
from .report import Dateline, Report
from .series import Point
from .span import Span
from .statement import Statement
from .told import Told, home_of
from .when import Time, When

__all__ = [
    "LAYERS",
    "MACHINE",
    "SAID",
    "SCHEMA",
    "STAGES",
    "STATUSES",
    "VERDICTS",
    "Account",
    "Actor",
    "Candidate",
    "Claim",
    "Dateline",
    "Dispute",
    "Event",
    "Feature",
    "Figure",
    "Happening",
    "Judgement",
    "Media",
    "Parse",
    "Party",
    "Place",
    "Point",
    "Question",
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
    "Told",
    "Turn",
    "When",
    "Where",
    "children_of",
    "home_of",
]
