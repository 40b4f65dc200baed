"""What a report tells over several sentences: earlier mentions, journeys, meetings, where the telling stands."""
