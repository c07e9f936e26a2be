"""The check-in: its screen, the boards of its parts, and what is asked on them."""
