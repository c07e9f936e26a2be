"""Looking at the plan together: when, what was agreed, where results stand, and what the changes teach."""
