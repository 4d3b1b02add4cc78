#!/usr/bin/env bash
# Installs the Debian packages that the program (run) or its tests (test) need, where they are missing.
# usage: scripts/system-packages.sh run|test
set -euo pipefail

run_packages=(
    libgl1 libglib2.0-0                                        # OpenCV
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0       # WeasyPrint
    fonts-noto-cjk                                             # Chinese text in reports
    libseccomp2                                                # system calls that reading processes give up
)
test_packages=(
    fonts-arphic-gbsn00lp fonts-arphic-gkai00mp fonts-arphic-ukai fonts-arphic-uming
    fonts-wqy-microhei fonts-wqy-zenhei fonts-lxgw-wenkai fonts-liberation  # faces of the made documents
    chromium                                                   # opens the reports
    postgresql                                                 # records, and backups of them
)

wanted=("${run_packages[@]}")
if [[ "${1:-}" == test ]]; then
    wanted+=("${test_packages[@]}")
elif [[ "${1:-}" != run ]]; then
    echo "usage: $0 run|test" >&2
    exit 2
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This system has no apt: make sure that it has what these Debian packages hold: ${wanted[*]}" >&2
    exit 0
fi

installed() { # later Debian releases call some libraries NAMEt64
    local state
    for name in "$1" "$1t64"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true)
        if [[ "$state" == installed ]]; then return 0; fi
    done
    return 1
}

missing=()
for package in "${wanted[@]}"; do
    installed "$package" || missing+=("$package")
done
if ! "${PYTHON:-python3}" -c 'import venv, ensurepip' 2>/dev/null; then
    missing+=(python3-venv)
fi
if [[ ${#missing[@]} -eq 0 ]]; then
    exit 0
fi

if [[ $(id -u) -eq 0 ]]; then
    as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    echo "Debian packages are missing, and only root can install them. Run this, then make again:" >&2
    echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

echo "installing Debian packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get update -q \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    echo "apt-get failed, see above. Missing packages: ${missing[*]}" >&2
    exit 1
fi
