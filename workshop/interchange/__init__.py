"""A workshop as one JSON document: written, read back strictly, and described by a schema.

The document holds what a workshop decided, by its short ids; no keys of a database, and no times of saving. What is
written and read back and written again is the same to the byte.
"""
