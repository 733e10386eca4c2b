#!/bin/sh
# Exported entities are validated by FollowTheMoney itself. One of its libraries is built against ICU, whose headers
# Debian has. Usage: tools/follow_the_money.sh PIP-COMMAND ...
set -eu
skipped="FollowTheMoney could not be installed: that its library validates exported entities is not tested."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { command -v c++ && pkg-config --exists icu-i18n; } > /dev/null 2>&1; then
    if ! command -v apt-get > /dev/null 2>&1; then
        echo "$skipped It needs the headers of ICU and a C++ compiler."
        exit 0
    fi
    echo "Installing the headers of ICU for FollowTheMoney ..."
    if ! "$(dirname "$0")/debian.sh" g++ pkg-config libicu-dev; then
        echo "$skipped"
        exit 0
    fi
fi
echo "Building FollowTheMoney (about a minute) ..."
if ! "$@" > "$log" 2>&1; then
    tail -n 3 "$log"
    echo "$skipped"
fi
