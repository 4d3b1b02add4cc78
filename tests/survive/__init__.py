"""Fault injection: an office of real processes, fed over HTTP while they are killed, stopped, starved and misled.

    python -m tests.survive --seed 7 --rounds 20 --office servers

Each round hands submissions in, strikes at random points while they are under way, waits until all is quiet, and then
looks whether anything was lost, doubled or stuck (`looking.py`). Which faults come, in which order and after how much
progress hangs on the seed alone; the machine decides what precisely they hit.

- `programs.py`: processes that are started again whenever they end, as systemd would; their clocks can be set.
- `standing.py`: the office, embedded (SQLite, a folder) or with servers (PostgreSQL, an S3 store).
- `material.py`: what is handed in, and the report that an undisturbed run gives.
- `client.py`: an applicant who tries again until told that it was received.
- `faults.py`: what goes wrong. `campaign.py`: rounds of it, with their counts. `playing.py`: those of the tests.
- `program.py`: `hezheng`, with the product's pauses shortened so that a round takes seconds.
"""
