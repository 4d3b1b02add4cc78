"""Every threshold that decides between saying and abstaining, in one place.

Below a threshold a fact may open a question; it neither carries points nor accuses.
"""

FACT_SURE = 0.8
"""Confidence from which a fact decides."""

KIND_SURE = 0.6
"""Confidence from which a document's kind decides."""

KIND_ACCUSES = 0.75
"""Confidence from which a named paper's kind says that it can't be the proof.

One in three of the kinds told at 0.5 to 0.6 was wrong (docs/accuracy.md), and too few stand between that and here to be trusted.
"""

NAME_FOUND = 0.85
"""Confidence from which a text counts as naming the applicant."""

TYPE_DOUBTED = 0.6
"""Confidence under which an honour to a body may be a person's."""

CODE_LEGIBLE = 0.97
"""Confidence from which a credit code whose check fails is called wrong rather than misread."""

SEAL_SURE = 0.9
"""Confidence from which a seal's reading may speak against a paper."""

SPEAKING_TEXT = 40
"""Characters from which a document of no known kind has said enough to be called unrelated."""

SAME_PAGE_DISTANCE = 10
"""Bits of 64 in which the fingerprints of one page, photographed twice, may differ."""

SAME_PAGE_TEXT = 0.96
"""Likeness of the texts of one page that was read twice."""

SAME_PAGE_DIGITS = 0.97
"""Likeness of the digits of one page that was read twice: forms of one template differ in little else."""

SAME_PICTURE_DISTANCE = 4
"""Bits of 64 in which two prints of one picture without text may differ."""

COMPARABLE_TEXT = 30
"""Characters from which two pages can be compared by their text."""

ROUNDING = 0.5001
"""Units of a printed rate's last digit by which rounding may move it."""

LINE_SURE = 0.95
"""Confidence from which a line's own characters are taken as printed."""

SAME_SCAN_LINES = 8
"""Lines from which two scans can be told to be one."""

SAME_SCAN_PLACE = 0.0015
"""Share of the page by which a line's edges may differ on two copies of one scan."""

SAME_SCAN_SHARE = 0.8
"""Share of the lines that are the same, text and place, on two copies of one scan."""
