"""The step screens, one file each, holding only what is peculiar to the step."""
