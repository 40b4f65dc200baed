"""According to whom an act is told."""

from __future__ import annotations

from ...model import Reading, Span, Speaker, Statement


def statement_at(reading: Reading, trigger: Span) -> tuple[int, Statement] | None:
    """The innermost statement whose content holds the trigger, with its index."""
    found: tuple[int, Statement] | None = None
    size = 0
    for index, statement in enumerate(reading.statements):
        for part in statement.content:
            if part.contains(trigger) and (found is None or part.end - part.start < size):
                found, size = (index, statement), part.end - part.start
    return found


def speaker_of(reading: Reading, statement: Statement) -> Speaker | None:
    """Who makes a statement, or None where nobody is named."""
    if statement.speaker is not None:
        actor = reading.actors[statement.speaker]
        return Speaker(statement.source or actor.span, actor.name)
    if statement.source is None:
        return None
    return Speaker(statement.source, statement.source.of(reading.report.text))
