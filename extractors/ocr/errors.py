"""What can go wrong in the OCR, one class a cause. `str()` is for people, `cause` for the log."""

from extractors.ocr import messages


class OcrError(Exception):
    """Base of the OCR's errors."""

    def __init__(self, message: str, cause: str) -> None:
        super().__init__(message)
        self.cause = cause


class ModelMissing(OcrError):
    """A weight or dictionary file of the installed packages is absent."""

    def __init__(self, path: str) -> None:
        super().__init__(messages.MODEL_MISSING.format(path=path), f"model file not found: {path}")


class CacheUnwritable(OcrError):
    """The folder for model folders can't be made or written."""

    def __init__(self, path: str, cause: OSError) -> None:
        super().__init__(messages.CACHE_UNWRITABLE.format(path=path), f"cannot write {path}: {cause}")


class NotAnImage(OcrError):
    """The array is not RGB, uint8, with at least one pixel."""

    def __init__(self, shape: tuple[int, ...], dtype: str) -> None:
        super().__init__(messages.NOT_AN_IMAGE, f"expected uint8 HxWx3, got {dtype} {shape}")
