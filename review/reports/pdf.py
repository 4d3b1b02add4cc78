"""report.pdf, drawn by WeasyPrint from the same page."""

import io
from collections.abc import Iterable

from review.reports.images import Picture
from review.reports.page import picture_name


def render_pdf(page: str, pictures: Iterable[Picture], report_id: str) -> bytes:
    """The page as a PDF. Pictures are handed over as they are; nothing else is fetched."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    held = {picture_name(picture): picture.data for picture in pictures}

    class Pictures(URLFetcher):
        """Gives the report's own pictures and refuses everything else."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
            if url not in held:
                raise ValueError(f"a report needs nothing from outside, yet names {url[:80]}")
            return URLFetcherResponse(url, body=held[url], headers={"Content-Type": "image/jpeg"})

    written = io.BytesIO()
    document = HTML(string=page, url_fetcher=Pictures(fail_on_errors=True))
    document.write_pdf(written, pdf_identifier=report_id.encode("ascii"))
    return written.getvalue()
