"""The screens before an exercise: title, list, briefing, settings, past exercises."""
