"""A reading process, as the pool starts it: `python -m extractors.readers DESCRIPTOR`."""

from extractors.readers.worker import main

main()
