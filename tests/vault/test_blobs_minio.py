"""The bucket face against a real S3 server: locks, links, broken lines, a server that dies or isn't there."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest
from minio.error import S3Error

from tests.servers import ObjectStore, free_ports, run_object_store
from tests.vault.faces import Bucket, put, sha256
from vault import blobs_minio
from vault.blobs import (
    BlobLockedError,
    BlobMissingError,
    StoreFullError,
    StoreUnfitError,
    StoreUnreachableError,
)
from vault.blobs_minio import PART, MinioBlobs, open_minio

KEY = "originals/ab/abcd"
FAR = date(2099, 12, 31)


def versions(bucket: Bucket, key: str = KEY) -> list[tuple[str, bool]]:
    listed = bucket.client.list_objects(bucket.bucket, prefix=key, include_version=True)
    return [(each.version_id or "", bool(each.is_delete_marker)) for each in listed]


def test_the_bucket_is_made_with_versions_and_object_lock(bucket: Bucket) -> None:
    assert bucket.client.get_bucket_versioning(bucket.bucket).status == "Enabled"
    assert bucket.client.get_object_lock_config(bucket.bucket) is not None


def test_hosts_that_start_at_once_share_the_bucket_that_one_of_them_makes(object_store: ObjectStore) -> None:
    name = object_store.new_bucket()
    with ThreadPoolExecutor(6) as hosts:
        stores = [each.blobs for each in hosts.map(lambda _: Bucket(object_store, name), range(6))]
    put(stores[0], KEY, b"x", keep_until=FAR)
    assert {store.kept_until(KEY) for store in stores} == {FAR}


def test_a_list_of_keys_that_comes_in_pages_is_whole(bucket: Bucket) -> None:
    keys = [f"readings/v/parts/{number:04}" for number in range(1050)]
    with ThreadPoolExecutor(8) as putting:
        list(putting.map(lambda key: put(bucket.blobs, key, b""), keys))
    assert list(bucket.blobs.keys("readings/v/")) == keys


def test_a_bucket_that_is_gone_is_not_told_as_missing_contents(bucket: Bucket) -> None:
    bucket.client.remove_bucket(bucket.bucket)
    for use in (lambda: bucket.blobs.get(KEY), lambda: put(bucket.blobs, KEY, b"x")):
        with pytest.raises(StoreUnreachableError, match="NoSuchBucket"):
            use()


def test_the_server_itself_refuses_to_delete_what_has_to_be_kept(bucket: Bucket) -> None:
    put(bucket.blobs, KEY, b"x", keep_until=FAR)
    ((version, _),) = versions(bucket)
    with pytest.raises(S3Error, match="AccessDenied"):
        bucket.client.remove_object(bucket.bucket, KEY, version_id=version)
    assert bucket.blobs.get(KEY) == b"x"


def test_what_was_hidden_from_a_kept_content_stays_locked(bucket: Bucket) -> None:
    put(bucket.blobs, KEY, b"x", keep_until=FAR)
    bucket.remove(KEY)
    assert bucket.blobs.size(KEY) is None
    with pytest.raises(BlobLockedError, match="2099-12-31"):
        bucket.blobs.delete(KEY)
    assert len(versions(bucket)) == 2


def test_a_hold_that_others_have_put_on_it_is_told_as_a_lock(bucket: Bucket) -> None:
    put(bucket.blobs, KEY, b"x")
    bucket.client.enable_object_legal_hold(bucket.bucket, KEY)
    with pytest.raises(BlobLockedError):
        bucket.blobs.delete(KEY)
    assert bucket.blobs.get(KEY) == b"x"


def test_a_deleted_content_leaves_no_version(bucket: Bucket) -> None:
    put(bucket.blobs, KEY, b"x")
    bucket.alter(KEY, b"y")
    bucket.remove(KEY)
    bucket.blobs.delete(KEY)
    assert versions(bucket) == []


def test_the_same_content_twice_makes_no_second_version(bucket: Bucket) -> None:
    for size in (10, PART + 1):
        key, content = f"originals/{size}", os.urandom(size)
        put(bucket.blobs, key, content, sha256=sha256(content))
        put(bucket.blobs, key, content, sha256=sha256(content), keep_until=FAR)
        assert len(versions(bucket, key)) == 1


def test_a_content_that_was_put_without_its_hash_is_compared_by_reading(bucket: Bucket) -> None:
    bucket.alter(KEY, b"restored from a backup")
    put(bucket.blobs, KEY, b"restored from a backup")
    assert len(versions(bucket)) == 1


def test_an_upload_that_was_refused_leaves_no_parts(bucket: Bucket) -> None:
    content = os.urandom(2 * PART + 1)
    with pytest.raises(blobs_minio.blobs.ContentMismatchError):
        put(bucket.blobs, KEY, content, sha256=sha256(b""))
    answer = bucket.client._list_multipart_uploads(bucket.bucket)
    assert answer.uploads == []


def test_a_bucket_without_object_lock_is_refused_where_something_has_to_be_kept(
    object_store: ObjectStore, bucket: Bucket
) -> None:
    name = object_store.new_bucket()
    bucket.client.make_bucket(name)
    plain = Bucket(object_store, name)
    put(plain.blobs, KEY, b"x")
    with pytest.raises(StoreUnfitError, match=name):
        put(plain.blobs, KEY, b"x", keep_until=FAR)
    with pytest.raises(StoreUnfitError, match=name):
        put(plain.blobs, f"{KEY}e", b"x", keep_until=FAR)
    assert plain.blobs.size(f"{KEY}e") is None


@pytest.mark.parametrize("name", ["评估等级证书（5A）.pdf", "a b;\"'%&+.pdf", "plain.pdf"])
def test_a_link_gives_the_file_under_its_own_name(bucket: Bucket, name: str) -> None:
    put(bucket.blobs, KEY, b"%PDF")
    answer = httpx.get(bucket.blobs.link(KEY, seconds=60, name=name) or "")
    assert (answer.status_code, answer.content) == (httpx.codes.OK, b"%PDF")
    told = answer.headers["content-disposition"]
    assert told.startswith("attachment; filename*=UTF-8''")
    assert httpx.URL(f"http://host/?name={told.partition(chr(39) * 2)[2]}").params["name"] == name


def test_a_link_ends_and_serves_nothing_else(bucket: Bucket) -> None:
    put(bucket.blobs, KEY, b"x")
    put(bucket.blobs, f"{KEY}e", b"secret")
    link = bucket.blobs.link(KEY, seconds=1, name="a.pdf") or ""
    assert httpx.get(link.replace(f"{KEY}?", f"{KEY}e?")).status_code == httpx.codes.FORBIDDEN
    time.sleep(2.1)
    assert httpx.get(link).status_code == httpx.codes.FORBIDDEN


@pytest.mark.slow
def test_a_server_that_is_killed_loses_nothing_it_acknowledged_and_is_waited_for(tmp_path: Path) -> None:
    with ExitStack() as stack:
        starts = run_object_store(tmp_path)
        stack.callback(lambda: list(starts))
        server = next(starts)
        bucket = Bucket(server, server.new_bucket())
        restart = threading.Timer(0, server.start)
        contents = {f"originals/{number:03}": os.urandom(20_000) for number in range(60)}
        for number, (key, content) in enumerate(contents.items()):
            if number % 30 == 15:
                server.kill()
                restart = threading.Timer(0.2, server.start)
                restart.start()
            try:
                put(bucket.blobs, key, content, sha256=sha256(content), keep_until=FAR)
            except StoreUnreachableError:
                # On a crowded machine the server takes longer to start than a put waits; it is told, and put again.
                restart.join()
                put(bucket.blobs, key, content, sha256=sha256(content), keep_until=FAR)
        assert {key: bucket.blobs.get(key) for key in bucket.blobs.keys("originals/")} == contents
        assert all(bucket.blobs.kept_until(key) == FAR for key in contents)


def test_a_store_that_is_down_is_told_soon_and_a_put_may_be_tried_again(tmp_path: Path) -> None:
    with ExitStack() as stack:
        starts = run_object_store(tmp_path)
        stack.callback(lambda: list(starts))
        server = next(starts)
        bucket = Bucket(server, server.new_bucket())
        put(bucket.blobs, KEY, b"x")
        server.kill()
        began = time.monotonic()
        for use in (
            lambda: bucket.blobs.get(KEY),
            lambda: put(bucket.blobs, f"{KEY}e", os.urandom(PART + 1), sha256="0" * 64),
            bucket.again,
        ):
            with pytest.raises(StoreUnreachableError, match=server.endpoint) as told:
                use()
            assert told.value.cause
        assert time.monotonic() - began < 30
        server.start()
        put(bucket.blobs, f"{KEY}e", b"y")
        assert bucket.blobs.get(f"{KEY}e") == b"y"


def test_a_store_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vault.blobs_minio_client.READ_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(StoreUnreachableError):
            open_minio(f"127.0.0.1:{silent.getsockname()[1]}", "bucket", "a", "b", secure=False)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("endpoint", ["", "http://127.0.0.1:9000", "127.0.0.1:9000/bucket"])
def test_an_endpoint_that_is_none_is_told(endpoint: str) -> None:
    with pytest.raises(StoreUnreachableError, match="没有应答"):
        open_minio(endpoint, "bucket", "a", "b", secure=False)


def test_a_wrong_password_is_told_as_such(object_store: ObjectStore) -> None:
    with pytest.raises(StoreUnreachableError, match="SignatureDoesNotMatch") as told:
        open_minio(object_store.endpoint, "bucket", object_store.access_key, "wrong", secure=False)
    assert any("HEZHENG_S3_SECRET_KEY" in line for line in told.value.lines)


class Line:
    """A line to a server that breaks after so many bytes, as often as it is told to."""

    def __init__(self, server: str, breaks: int, after: int) -> None:
        host, _, port = server.partition(":")
        self._to = (host, int(port))
        self.left = breaks
        self._after = after
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.endpoint = f"127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.create_connection(self._to)
            threading.Thread(target=self._pass, args=(near, far, False), daemon=True).start()
            threading.Thread(target=self._pass, args=(far, near, True), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, fragile: bool) -> None:
        passed = 0
        with suppress(OSError):  # the other direction has broken
            while piece := source.recv(65536):
                passed += len(piece)
                if fragile and self.left and passed > self._after:
                    self.left -= 1
                    break
                sink.sendall(piece)
        for end in (source, sink):
            with suppress(OSError):  # closed already
                end.shutdown(socket.SHUT_RDWR)
        source.close()


@pytest.fixture
def content() -> bytes:
    return os.urandom(3 * PART)


@pytest.fixture
def through(
    bucket: Bucket, content: bytes, request: pytest.FixtureRequest
) -> Iterator[tuple[Line, MinioBlobs]]:
    """A bucket with a content in it, at the end of a line that breaks."""
    put(bucket.blobs, KEY, content, sha256=sha256(content))
    line = Line(bucket.server.endpoint, breaks=request.param, after=5 << 20)
    server = bucket.server
    yield line, open_minio(line.endpoint, bucket.bucket, server.access_key, server.secret_key, secure=False)
    line.close()


@pytest.mark.parametrize("through", [2], indirect=True)
def test_where_the_line_breaks_reading_goes_on(through: tuple[Line, MinioBlobs], content: bytes) -> None:
    line, store = through
    assert store.get(KEY) == content
    assert line.left == 0


@pytest.mark.parametrize("through", [100], indirect=True)
def test_a_line_that_breaks_again_and_again_is_told(through: tuple[Line, MinioBlobs]) -> None:
    _, store = through
    with pytest.raises(StoreUnreachableError):
        store.get(KEY)


@pytest.mark.parametrize("through", [2], indirect=True)
def test_a_content_that_was_altered_while_the_line_was_broken_is_not_mixed(
    through: tuple[Line, MinioBlobs], bucket: Bucket, content: bytes
) -> None:
    _, store = through
    with store.open(KEY) as stream:
        head = stream.read(PART // 2)
        bucket.alter(KEY, bytes(len(content)))
        assert head + stream.read() == content


NAMES = "http://s3.amazonaws.com/doc/2006-03-01/"
TOLD = {
    "location": ("LocationConstraint", ""),
    "versioning": ("VersioningConfiguration", "<Status>Enabled</Status>"),
    "object-lock": ("ObjectLockConfiguration", "<ObjectLockEnabled>Enabled</ObjectLockEnabled>"),
}
FULL = b"<Error><Code>XMinioStorageFull</Code><Resource/><RequestId/><HostId/></Error>"
abandoned: list[str] = []


class Full(BaseHTTPRequestHandler):
    """A MinIO server with a full disk. It stands in for one: the real server isn't among our packages.

    Parts of an upload it takes, and tells at the end that they don't fit: under status 200, as S3 does late errors.
    """

    def do_HEAD(self) -> None:
        self.send_response(404 if self.path.count("/") > 1 else 200)
        self.end_headers()

    def do_GET(self) -> None:
        asked = next(name for name in TOLD if name in self.path)
        self._answer(200, f'<{TOLD[asked][0]} xmlns="{NAMES}">{TOLD[asked][1]}</{TOLD[asked][0]}>'.encode())

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(200 if "partNumber" in self.path else 507, FULL)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        begun = f'<InitiateMultipartUploadResult xmlns="{NAMES}"><UploadId>1</UploadId></InitiateMultipartUploadResult>'
        self._answer(200, begun.encode() if self.path.endswith("?uploads=") else FULL)

    def do_DELETE(self) -> None:
        abandoned.append(self.path)
        self._answer(404, b"<Error><Code>NoSuchUpload</Code><Resource/><RequestId/><HostId/></Error>")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        _ = format, args

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def test_a_store_without_room_is_told_as_full() -> None:
    (port,) = free_ports(1)
    with HTTPServer(("127.0.0.1", port), Full) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        store = open_minio(f"127.0.0.1:{port}", "bucket", "a", "b", secure=False)
        with pytest.raises(StoreFullError, match="已满"):
            put(store, KEY, b"x")
        with pytest.raises(StoreFullError, match="已满"):
            put(store, KEY, bytes(PART + 1), sha256=sha256(bytes(PART + 1)))
        assert abandoned == [f"/bucket/{KEY}?uploadId=1"]
        with pytest.raises(BlobMissingError):
            store.kept_until(KEY)
        server.shutdown()
