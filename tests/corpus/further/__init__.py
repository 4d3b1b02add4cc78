"""Further layouts, by a fourth hand."""
