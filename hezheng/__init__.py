"""The command line, the settings, and the place where the rooms are put together."""
