"""The office's own corrections: what it knows of authorities, departments, outlets and names that the shipped lists don't.

They are data in a folder (docs/corrections.md), read anew for each verification and passed on as a value:

    corrections = read(folder)
    corrected = apply(extract(reading, path, organization), corrections, organization, as_of)
"""

from extractors.corrections.application import apply
from extractors.corrections.model import NONE, Correction, Corrections, Refusal
from extractors.corrections.reader import cells, read, read_list, written

__all__ = ["NONE", "Correction", "Corrections", "Refusal", "apply", "cells", "read", "read_list", "written"]
