"""What doctor finds out about the service's parts, asked of real ones, and what it says to do."""

import json
import os
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import create_engine, text

import rubric
from dossier.principal import Principal, Role
from dossier.standards import Answer, Proposal
from flows import capacity
from hezheng import cli, settings
from hezheng.commands import doctor, doctor_service, doctor_settings
from hezheng.commands.checks import Check
from hezheng.settings import Settings
from tests.servers import free_ports, prefect_server
from vault.records import Records, migrating, open_records

TODAY = date.today()  # noqa: DTZ011 - any day near
MANDATORY: dict[str, Any] = {"_env_file": None}


def chosen(data: Path, **more: Any) -> Settings:
    return Settings(data=data, **MANDATORY, **more)


def checks(chosen: Settings) -> dict[str, Check]:
    return {doctor.CODES[each.name]: each for each in doctor_service.service_checks(chosen)}


@pytest.fixture
def s3(object_store: Any) -> dict[str, Any]:
    return object_store.settings(object_store.new_bucket())


@pytest.fixture(scope="module")
def prefect_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Prefect server with a work pool, and in it one worker that has told of itself."""
    (port,) = free_ports(1)
    with prefect_server(tmp_path_factory.mktemp("prefect"), port) as url:
        yield url


def test_without_settings_all_is_embedded(tmp_path: Path) -> None:
    found = checks(chosen(tmp_path))
    assert set(found) == {"database", "store", "prefect"}
    assert all(check.fine for check in found.values())
    assert "首次启动服务时建立" in found["database"].detail
    assert not (tmp_path / "hezheng.db").exists()


def test_a_migrated_database_is_fine_and_other_revisions_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = chosen(tmp_path)
    open_records(given).close()
    assert checks(given)["database"].fine
    known = migrating.revisions()
    with monkeypatch.context() as program:
        program.setattr(migrating, "revisions", lambda: ["of-the-next-release", *known])
        older = checks(given)["database"]
    assert not older.fine
    assert "hezheng backup" in older.detail
    with closing(create_engine(given.records_url).raw_connection()) as connection:
        connection.cursor().execute("UPDATE alembic_version SET version_num = 'from-the-future'")
        connection.commit()
    newer = checks(given)["database"]
    assert not newer.fine
    assert "请升级本程序" in newer.detail


def test_a_standard_of_the_records_that_this_program_can_not_read_is_told(tmp_path: Path) -> None:
    given = chosen(tmp_path)
    with closing(open_records(given)) as records:
        assert "in_force" not in checks(given)
        enact(records, rubric.SHIPPED.read_bytes())
        assert "2023.1" in checks(given)["in_force"].detail
        enact(records, b"id: of-a-newer-program")
    broken = checks(given)["in_force"]
    assert not broken.fine
    assert "处问题" in broken.detail


def enact(records: Records, content: bytes) -> None:
    """Puts a standard in force, whether it holds up or not."""
    one, two = (Principal(id=name, name=name, role=Role.OFFICE) for name in ("one", "two"))
    kept = records.add_standard(
        one, content, id="j", version="1", title="标准", provisional=True, file="标准.yaml"
    )
    made = records.propose_standard(one, Proposal(sha256=kept.sha256, since=date(2026, 1, 1), reason="试验"))
    records.answer_proposal(two, made.number, Answer.AGREED)


def test_a_database_that_is_empty_or_ahead_is_told_on_postgresql(tmp_path: Path, postgres: Any) -> None:
    given = chosen(tmp_path, database_url=postgres.new_database())
    empty = checks(given)
    assert "首次启动服务时建表" in empty["database"].detail
    assert empty["clocks"].fine
    open_records(given).close()
    assert checks(given)["database"].detail.endswith(tuple("0123456789"))


def test_a_standby_is_read_only(tmp_path: Path, postgres: Any) -> None:
    url = postgres.new_database()
    engine = create_engine(url)
    with engine.begin() as connection:
        name = url.rpartition("/")[2]
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
    engine.dispose()
    check = checks(chosen(tmp_path, database_url=url))["database"]
    assert not check.fine
    assert "只读" in check.detail


def test_a_database_that_does_not_answer_is_told_without_its_password(tmp_path: Path) -> None:
    (port,) = free_ports(1)
    url = f"postgresql+psycopg://hezheng:pa55word@127.0.0.1:{port}/hezheng"
    check = checks(chosen(tmp_path, database_url=url))["database"]
    assert not check.fine
    assert "pa55word" not in check.detail
    assert str(port) in check.detail


def test_a_bucket_is_tried_with_its_lock(tmp_path: Path, s3: dict[str, Any]) -> None:
    given = chosen(tmp_path, keep_until=TODAY + timedelta(days=30), **s3)
    for _ in range(2):
        found = checks(given)
        assert found["store"].fine
        assert "锁定有效" in found["store"].detail
        assert found["clocks"].fine


def test_a_bucket_without_object_lock_does_not_do(tmp_path: Path, s3: dict[str, Any]) -> None:
    from minio import Minio

    client = Minio(
        s3["s3_endpoint"], access_key=s3["s3_access_key"], secret_key=s3["s3_secret_key"], secure=False
    )
    client.make_bucket(bucket_name=s3["s3_bucket"])
    check = checks(chosen(tmp_path, keep_until=TODAY + timedelta(days=30), **s3))["store"]
    assert not check.fine
    assert "对象锁定" in check.detail
    assert checks(chosen(tmp_path, **s3))["store"].fine


def test_a_folder_locks_too(tmp_path: Path) -> None:
    assert "锁定有效" in checks(chosen(tmp_path, keep_until=TODAY + timedelta(days=30)))["store"].detail


def test_a_store_that_does_not_answer_or_knows_another_key_is_told(
    tmp_path: Path, s3: dict[str, Any]
) -> None:
    (port,) = free_ports(1)
    away = checks(chosen(tmp_path, **s3 | {"s3_endpoint": f"127.0.0.1:{port}"}))["store"]
    assert not away.fine
    assert "HEZHENG_S3_ENDPOINT" in away.detail
    refused = checks(chosen(tmp_path, **s3 | {"s3_secret_key": "another"}))["store"]
    assert not refused.fine
    assert "HEZHENG_S3_SECRET_KEY" in refused.detail
    assert "another" not in refused.detail


def test_clocks_that_differ_are_told_with_what_to_do() -> None:
    check = doctor_service._clocks({"数据库": 1.0, "材料存储": -301.0})
    assert not check.fine
    assert "-301.0" in check.detail
    assert "NTP" in check.detail
    assert doctor_service._clocks({"数据库": 1.0}).fine


def test_prefect_and_its_workers_are_asked(
    tmp_path: Path, prefect_url: str, postgres: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = chosen(tmp_path, database_url=postgres.new_database(), prefect_api_url=prefect_url)
    found = checks(given)
    assert found["prefect"].fine
    assert not found["workers"].fine
    assert "hezheng worker" in found["workers"].detail
    with httpx.Client(base_url=prefect_url) as client:
        client.post("/work_pools/", json={"name": "hezheng", "type": "hezheng"}).raise_for_status()
        client.post("/work_pools/hezheng/workers/heartbeat", json={"name": "w1"}).raise_for_status()
    assert checks(given)["workers"] == Check("核验进程", fine=True, detail="1 个在线")
    monkeypatch.setattr(doctor_service, "version", lambda _: "1.0")
    other = checks(given)["prefect"]
    assert not other.fine
    assert "同一版本" in other.detail


def test_a_prefect_server_that_is_away_or_none_is_told(tmp_path: Path, object_store: Any) -> None:
    (port,) = free_ports(1)
    for address in (f"127.0.0.1:{port}", object_store.endpoint):
        found = checks(chosen(tmp_path, prefect_api_url=f"http://{address}/api"))
        assert not found["prefect"].fine
        assert address in found["prefect"].detail
        assert "workers" not in found


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"HEZHENG_DATABSE_URL": "x"}, "HEZHENG_DATABSE_URL"),
        ({"HEZHENG_S3_ENDPOINT": "store:9000"}, "HEZHENG_S3_SECRET_KEY"),
        ({"HEZHENG_S3_ACCESS_KEY": "a", "HEZHENG_S3_SECRET_KEY": "b"}, "HEZHENG_S3_ENDPOINT"),
        ({"HEZHENG_PREFECT_API_URL": "http://p:4200/api"}, "HEZHENG_DATABASE_URL"),
        (
            {"HEZHENG_PREFECT_API_URL": "http://p:4200", "HEZHENG_DATABASE_URL": "postgresql+psycopg://h/d"},
            "/api",
        ),
        ({"HEZHENG_KEEP_UNTIL": "2020-01-01"}, "2020-01-01"),
        ({"HEZHENG_RECONCILE_SECONDS": "100"}, "HEZHENG_LEASE_SECONDS"),
        ({"HEZHENG_METRICS_PORT": "8000"}, "HEZHENG_METRICS_PORT"),
    ],
)
def test_settings_that_are_unknown_or_contradictory_are_named(
    variables: dict[str, str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("HEZHENG_")]:
        monkeypatch.delenv(name)
    assert doctor_settings.check_settings(Settings()).fine
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    check = doctor_settings.check_settings(Settings())
    assert not check.fine
    assert told in check.detail


def test_a_file_of_secrets_that_others_can_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("HEZHENG_DATABASE_URL=postgresql+psycopg://u:pa55word@h/d\n")
    (tmp_path / ".env").chmod(0o644)
    check = doctor_settings.check_settings(Settings())
    assert not check.fine
    assert "chmod 600" in check.detail
    assert "pa55word" not in check.detail
    (tmp_path / ".env").chmod(0o600)
    assert doctor_settings.check_settings(Settings()).fine


def test_a_containers_limit_counts_as_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capacity, "memory_limit", lambda: 2 << 30)
    assert not doctor.check_memory(2).fine
    monkeypatch.setattr(capacity, "memory_limit", lambda: None)
    assert doctor.check_memory(1).fine


def test_json_has_a_code_for_each_check_and_the_same_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEZHENG_DATA", str(tmp_path))
    monkeypatch.setenv("HEZHENG_UNHEARD_OF", "1")
    settings.load.cache_clear()
    assert cli.run(["doctor", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["fine"] is False
    found = {each["code"]: each for each in told["checks"]}
    assert {"python", "models", "data", "settings", "database", "store", "prefect"} <= set(found)
    assert "HEZHENG_UNHEARD_OF" in found["settings"]["detail"]
    settings.load.cache_clear()
