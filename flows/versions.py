"""What a kept result depends on beside its inputs: the code that made it."""

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def code_digest(*packages: str) -> str:
    """The digest of all files of these packages, data included. A changed line of code changes it.

    So nobody has to remember to raise a version for a kept result to be made anew.
    """
    known = hashlib.sha256()
    for package in packages:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise ModuleNotFoundError(f"{package} is no package", name=package)
        root = Path(spec.submodule_search_locations[0])
        for path in sorted(root.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                known.update(f"{package}/{path.relative_to(root).as_posix()}\0{content}\n".encode())
    return known.hexdigest()
