"""The use cases: pure functions from a workshop's value to the next one."""
