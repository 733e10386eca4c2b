#!/bin/sh
# Installs packages of Debian, where that may be done. Usage: tools/debian.sh PACKAGE ...; what went wrong is printed.
set -eu
as_root=""
if [ "$(id -u)" != 0 ]; then as_root="sudo -n"; fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@"; } > "$log" 2>&1; then
    tail -n 3 "$log"
    exit 1
fi
