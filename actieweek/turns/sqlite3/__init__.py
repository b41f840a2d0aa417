"""The database engine; Django looks for `base` in it."""
