"""The MinIO client with what it lacks: puts that fail where the key is taken, and retries that end soon."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from xml.etree import ElementTree as ET

import urllib3
from minio import Minio
from minio.error import S3Error
from minio.helpers import md5sum_hash

CONNECT_SECONDS = 5
READ_SECONDS = 60
RETRIES = 3
BACKOFF_SECONDS = 0.3
"""Waits of 0, 0.6 and 1.2 s: a store that restarts is waited for, one that is down is told of soon."""
CONNECTIONS = 16
TRANSIENT = (500, 502, 503, 504)
IF_ABSENT = {"If-None-Match": "*"}


class Client(Minio):
    """A client with timeouts and a few retries. Threads may share it, processes may not."""

    def __init__(self, endpoint: str, access_key: str, secret_key: str, *, secure: bool) -> None:
        """Raises ValueError for an endpoint that isn't a host and a port."""
        super().__init__(
            endpoint,
            access_key=access_key,
            secret_key=secret_key,
            secure=secure,
            http_client=urllib3.PoolManager(
                timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
                retries=urllib3.Retry(RETRIES, backoff_factor=BACKOFF_SECONDS, status_forcelist=TRANSIENT),
                maxsize=CONNECTIONS,
            ),
        )

    def put_new(self, bucket: str, key: str, content: bytes, headers: Mapping[str, str]) -> None:
        """Puts a content at one go. S3Error PreconditionFailed where the key is taken."""
        self._put_object(bucket, key, content, {**headers, **IF_ABSENT})

    @contextmanager
    def upload_new(self, bucket: str, key: str, headers: Mapping[str, str]) -> Generator["Upload"]:
        """An upload in parts. It comes to nothing unless it is completed."""
        number = self._create_multipart_upload(bucket, key, dict(headers))
        try:
            yield Upload(self, bucket, key, number)
        except BaseException:
            with suppress(S3Error):  # completed, and only the answer was lost
                self._abort_multipart_upload(bucket, key, number)
            raise

    def add_part(self, upload: "Upload", content: bytes) -> str:
        """Sends the next part of an upload and gives its tag."""
        return self._upload_part(
            upload.bucket, upload.key, content, None, upload.number, len(upload.tags) + 1
        )

    def complete_new(self, upload: "Upload") -> None:
        """Makes the parts one content. S3Error PreconditionFailed where the key is taken."""
        told = ET.Element("CompleteMultipartUpload")
        for number, tag in enumerate(upload.tags, start=1):
            part = ET.SubElement(told, "Part")
            ET.SubElement(part, "PartNumber").text = str(number)
            ET.SubElement(part, "ETag").text = f'"{tag}"'
        body = ET.tostring(told)
        response = self._execute(
            "POST",
            upload.bucket,
            upload.key,
            body=body,
            headers={"Content-Type": "application/xml", "Content-MD5": md5sum_hash(body) or "", **IF_ABSENT},
            query_params={"uploadId": upload.number},
        )
        if ET.fromstring(response.data).tag.endswith("Error"):  # noqa: S314 - S3 tells late errors under status 200
            raise S3Error.fromxml(response)


class Upload:
    """An upload in parts that is under way."""

    def __init__(self, client: Client, bucket: str, key: str, number: str) -> None:
        self.bucket = bucket
        self.key = key
        self.number = number
        self.tags: list[str] = []
        self._client = client

    def add(self, content: bytes) -> None:
        """Sends the next part, 5 MiB or more unless it is the last one."""
        self.tags.append(self._client.add_part(self, content))

    def complete(self) -> None:
        """Makes the parts one content. S3Error PreconditionFailed where the key is taken."""
        self._client.complete_new(self)
