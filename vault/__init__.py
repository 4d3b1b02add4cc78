"""What must last. Today: readings, so that no file is read twice."""
