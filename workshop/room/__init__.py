"""The room on the day: its agenda and clock, the steps it walks through, and how it votes."""
