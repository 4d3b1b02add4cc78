#!/usr/bin/env bash
# Puts the page's libraries from their npm packages into the tree, where a page loads them from us.
# usage: scripts/vendor.sh
set -euo pipefail
cd "$(dirname "$0")/.."

site=review/site/static/vendor
tests=tests/review/site/vendor

take() { # package@version, SHA-256 of its archive, then pairs of file within it and target
    local archive folder
    folder=$(mktemp -d)
    archive=$(npm pack --silent --pack-destination "$folder" "$1")
    echo "$2  $folder/$archive" | sha256sum --check --quiet
    tar -xzf "$folder/$archive" -C "$folder"
    shift 2
    while [[ $# -gt 0 ]]; do
        install -D -m 644 "$folder/package/$1" "$2"
        shift 2
    done
    rm -rf "$folder"
}

take htmx.org@2.0.11 165a2655073e9e6e55e307a7c74e8ebcdb76afb7701f9c16cfd106a13add408e \
    dist/htmx.min.js "$site/htmx.min.js" LICENSE "$site/htmx.LICENSE.txt"
take axe-core@4.14.1 e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745 \
    axe.min.js "$tests/axe.min.js" LICENSE "$tests/axe.LICENSE.txt"
