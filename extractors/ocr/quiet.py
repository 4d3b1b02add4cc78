"""Makes the engines quiet: no network, no telemetry, no cache outside our folder.

ONNX Runtime reports to its maker unless told not to before it is imported, and PaddleX looks for model hosts
at import. So everything that imports either calls `hush()` first.
"""

import os

from extractors.ocr.models import cache_folder


def hush() -> None:
    """Sets the environment that keeps ONNX Runtime and PaddleX off the network. Call before importing them."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    os.environ["PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK"] = "True"
    os.environ.setdefault("PADDLE_PDX_CACHE_HOME", str(cache_folder() / "paddlex"))
    os.environ["PADDLE_PDX_EAGER_INIT"] = "False"
    os.environ["PADDLEOCR_DISABLE_AUTO_LOGGING_CONFIG"] = "1"
    os.environ["DISABLE_MODEL_SOURCE_CHECK"] = "True"
    os.environ["HF_HUB_OFFLINE"] = "1"
