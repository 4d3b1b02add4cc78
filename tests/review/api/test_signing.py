"""Signatures are those of Standard Webhooks."""

import base64
import hashlib
import hmac

import pytest

from review.api import signing


def test_the_example_of_the_specification_is_signed_as_there() -> None:
    """The example that the specification's own libraries test themselves with."""
    told = signing.signature(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        b'{"test": 2432232314}',
    )
    assert told == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_new_secret_signs_over_identity_time_and_body() -> None:
    secret = signing.new_secret()
    key = base64.b64decode(secret.removeprefix("whsec_"))
    assert len(key) == 32
    expected = base64.b64encode(hmac.new(key, b"a.5.body", hashlib.sha256).digest()).decode()
    assert signing.signature(secret, "a", 5, b"body") == f"v1,{expected}"
    assert signing.signature(secret, "a", 6, b"body") != f"v1,{expected}"
    assert secret != signing.new_secret()


def test_a_secret_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="whsec_"):
        signing.signature("whsec_not base64!", "a", 5, b"")
