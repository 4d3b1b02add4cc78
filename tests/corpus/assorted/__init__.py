"""Layouts of a third hand, drawn without a look at what reads them."""
