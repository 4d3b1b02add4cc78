#!/bin/bash
# Runs once, on an empty cluster: a role and a database for each of the two programs, and nothing for anyone else.
set -euo pipefail

make() { # name, password
    psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -v name="$1" -v password="$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" ENCODING 'UTF8';
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

make hezheng "$HEZHENG_DATABASE_PASSWORD"
make prefect "$PREFECT_DATABASE_PASSWORD"
