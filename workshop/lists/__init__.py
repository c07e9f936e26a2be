"""Lists that were made elsewhere, in a spreadsheet or a wiki, taken in as places, priorities or milestones."""
