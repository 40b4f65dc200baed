"""Readings in the forms that other programs take."""

from .frame import events_frame

__all__ = ["events_frame"]
