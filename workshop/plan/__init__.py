"""The plan as its readers meet it: read models of what was decided, for whom, and what changed between two moments."""
