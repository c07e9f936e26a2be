"""The widgets that screens share; none of them knows of the store."""
