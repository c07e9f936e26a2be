"""The checks of the method: one file per step, one function per rule, and the registry that reads them all."""
