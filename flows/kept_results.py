"""Results of tasks that outlast their run: under which key they lie, and that a torn one counts as absent.

A key holds all that the result depends on: the content's hash, the reader's version, the extractor's, the rubric's
hash, and the digest of the code in between. So it is never stale, and a run that was killed goes on where it stopped.
Keys are paths under `<data>/results`; what older code has left there may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from dossier.submission import Organization, Submission
from flows.versions import code_digest

if TYPE_CHECKING:
    from prefect import Task
    from prefect.context import TaskRunContext

    from extractors.corrections import Corrections
    from rubric import Rubric

FOLDER = "results"

P = ParamSpec("P")
R = TypeVar("R")


def reading_key(sha256: str) -> str:
    """Of the mark that a content was read. The reading itself lies in the reading store, under the same two."""
    from extractors.readers import READER_VERSION

    return f"read/{READER_VERSION}/{sha256}"


def facts_key(
    sha256: str, name: str, organization: Organization, corrections: Corrections, as_of: date
) -> str:
    """Of a document's kind and facts, which name the document and may depend on the applicant.

    Where the office has corrections, on them and on the day as well.
    """
    from extractors.facts import EXTRACTOR_VERSION
    from extractors.readers import READER_VERSION

    version = f"{READER_VERSION}+{EXTRACTOR_VERSION}-{code_digest('dossier', 'extractors')[:12]}"
    inputs = [sha256, name, organization.model_dump_json()]
    if corrections.rows:
        inputs += [corrections.digest, as_of.isoformat()]
    return f"facts/{version}/{_digest(*inputs)}"


def verification_key(
    submission: Submission, contents: Mapping[str, str], facts: Sequence[str], rubric: Rubric, as_of: date
) -> str:
    """Of findings and discrepancies. `contents`: the documents' hashes by their names."""
    from extractors.readers import READER_VERSION

    version = f"{rubric.sha256[:12]}-{code_digest('dossier', 'rubric', 'verifiers')[:12]}"
    inputs = (
        submission.model_dump_json(),
        json.dumps(sorted(contents.items())),
        READER_VERSION,
        *facts,
        rubric.sha256,
        as_of.isoformat(),
    )
    return f"verification/{version}/{_digest(*inputs)}"


def _digest(*inputs: str) -> str:
    return hashlib.sha256("".join(f"{len(each)}:{each}" for each in inputs).encode()).hexdigest()


def keeping(task: Task[P, R], folder: Path, key: str) -> Task[P, R]:
    """The task, with its result kept in the folder under the key and taken from there."""

    def cache_key(context: TaskRunContext, parameters: dict[str, Any]) -> str:
        _ = context, parameters
        return key

    discard_torn(folder / key)
    return task.with_options(
        persist_result=True, cache_key_fn=cache_key, result_storage=folder, result_serializer="json"
    )


def discard_torn(place: Path) -> None:
    """Removes a result that is no whole JSON: Prefect writes in place, so a run that is killed may leave half a file."""
    try:
        json.loads(place.read_bytes())
    except FileNotFoundError:
        return
    except ValueError:
        place.unlink(missing_ok=True)
