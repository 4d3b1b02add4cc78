"""Evens the light of a photo: where the paper darkens to one side, or a hand throws a shadow."""

import cv2
import numpy as np

from extractors.ocr.image import Grey, Pixels, shrunk_grey

WORKING_SIDE = 320
UNEVEN = 0.78
"""Ratio of the paper's darker to its brighter parts under which the light counts as uneven."""
PAPER = 240.0
MOST_GAIN = 3.0
LEAST_SIDE = 12
"""Pixels under which no letter can be read."""
BLANK_SPREAD = 24
"""Grey levels between the darkest and the lightest of an evenly lit page without any ink."""


def even_light(image: Pixels) -> Pixels:
    """The image with its paper evenly bright; the same array where it already is."""
    paper = _paper(image)
    low, high = np.percentile(paper, [8, 92])
    if low >= UNEVEN * high:
        return image
    gain = np.clip(PAPER / np.maximum(paper.astype(np.float32), 1.0), 1.0, MOST_GAIN)
    gain = cv2.resize(gain, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.multiply(image, cv2.merge([gain, gain, gain]), dtype=cv2.CV_8U)


def has_ink(image: Pixels) -> bool:
    """Whether anything stands out from the paper, be it ever so faint. Nothing does on an image of a few pixels."""
    if min(image.shape[:2]) < LEAST_SIDE:
        return False
    grey = shrunk_grey(image, 1200)
    paper = cv2.medianBlur(shrunk_grey(image, 300), 21)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    margin = max(2, round(0.015 * min(grey.shape)))
    apart = cv2.medianBlur(cv2.absdiff(grey, paper), 3)[margin:-margin, margin:-margin]
    return int((apart > BLANK_SPREAD).sum()) > 30


def _paper(image: Pixels) -> Grey:
    """The brightness of the paper under the ink, small."""
    grey = shrunk_grey(image, WORKING_SIDE)
    return cv2.GaussianBlur(cv2.medianBlur(cv2.dilate(grey, np.ones((9, 9), np.uint8)), 21), (0, 0), 6)
