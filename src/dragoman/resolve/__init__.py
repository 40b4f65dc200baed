"""From mentions to happenings: near-copies, blocks, scored features, clusters, turns; pure functions."""
