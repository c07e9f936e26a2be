"""The nouns of a workshop: one definition each, from which the frozen value and the table are both made."""
