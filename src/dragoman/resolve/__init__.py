"""From mentions to happenings: near-copies, blocks, scored features, clusters, turns; pure functions."""

from .block import keys_of
from .cluster import clusters
from .copies import copied, origin_of, sketch, stretches
from .credit import Credit, agency_of, independent
from .gist import gist, may_meet
from .judge import edge, judged, verdicts
from .light import light
from .merge import happening_of
from .scene import scene, scenes
from .view import Seen
from .whole import resolve

__all__ = [
    "Credit",
    "Seen",
    "agency_of",
    "clusters",
    "copied",
    "edge",
    "gist",
    "happening_of",
    "independent",
    "judged",
    "keys_of",
    "light",
    "may_meet",
    "origin_of",
    "resolve",
    "scene",
    "scenes",
    "sketch",
    "stretches",
    "verdicts",
]
