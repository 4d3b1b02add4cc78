"""The way of a submission: taken in, read, checked. Plain steps here; whatever knows Prefect stays in this room."""
