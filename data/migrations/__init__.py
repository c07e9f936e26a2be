"""The steps that bring a database of an earlier version up to date, and their names in order.

The names stand here so that a database's revision can be judged without loading what carries the steps out.
"""

#: Oldest first; the last one is what this version reads and writes.
REVISIONS: tuple[str, ...] = (
    "0001_spine",
    "0002_whole_sequence",
    "0003_going_back",
    "0004_assessment",
    "0005_internal",
    "0006_check_ins",
    "0007_stretches",
    "0008_votes",
    "0009_consent",
    "0010_living_plan",
)
