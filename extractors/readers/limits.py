"""What one upload may cost: bytes, pages, pixels, unpacked size, seconds."""

MAX_FILE_BYTES = 200 * 1024 * 1024
"""Larger files are refused: a scan of 300 pages stays well below it."""

MAX_PAGES = 600
"""Pages of one document."""

MAX_PIXELS = 120_000_000
"""Pixels of one stored image (a camera of 108 megapixels passes)."""

MAX_READ_SIDE = 4_000
"""Longest side, in pixels, of an image that is handed to OCR; larger ones are shrunk to it."""

MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
"""All members of one archive together, nested ones included."""

MAX_MEMBERS = 2_000
"""Members of one archive, nested ones included."""

MAX_LIST_BYTES = 8 * 1024 * 1024
"""A zip's list of members: some 20,000 with long names."""

MAX_RATIO = 200
"""Unpacked to packed size of a member, judged only above `RATIO_FROM_BYTES`."""

RATIO_FROM_BYTES = 20 * 1024 * 1024

MAX_NESTING = 2
"""Archives within archives: an archive handed in, and one more level in it."""

MAX_PART_BYTES = 80 * 1024 * 1024
"""One unpacked XML part of a docx, xlsx or ofd."""

MAX_OFFICE_BYTES = 30 * 1024 * 1024
"""All XML parts of an office file together, where a library turns them to objects."""

MAX_CELLS = 200_000
"""Cells of one workbook; also those that merging makes in a form or a workbook."""

PAGE_SECONDS = 90.0
"""A page that takes longer is given up."""

INSPECT_SECONDS = 60.0
"""An inspection that takes longer is given up."""

WORKER_DATA_BYTES = 4 * 1024 * 1024 * 1024
"""Private memory that a reading process may ask for."""

WORKER_OPEN_FILES = 256
"""Files that a reading process may have open at once."""

WORKER_WRITTEN_BYTES = 64 * 1024 * 1024
"""Size of a file that a reading process writes; reading needs none."""

WORKER_RECYCLE_BYTES = 1_100 * 1024 * 1024
"""A reading process that has grown beyond this is replaced after its page."""

WORKER_RECYCLE_PAGES = 150
"""A reading process is replaced after so many pages."""

WORKER_CPU_SECONDS = round(WORKER_RECYCLE_PAGES * PAGE_SECONDS)
"""Processor time of a reading process in its whole life; the pool ends it long before, page by page."""
