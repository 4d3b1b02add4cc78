"""The way of a submission: taken in, read, checked. Whatever knows Prefect stays in this room."""

from flows import quiet

quiet.keep_quiet()
