#!/bin/sh
# The page is tested in headless Chromium. Where no browser is installed, Debian's Chromium is, if that may be done.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" > /dev/null 2>&1; then exit 0; fi
done
if [ -n "${RAPPORT_CHROMIUM:-}" ]; then exit 0; fi
if ! command -v apt-get > /dev/null 2>&1; then
    echo "No Chromium was found, and this is no Debian: the page's tests are skipped. RAPPORT_CHROMIUM can name a browser."
    exit 0
fi
echo "Installing Chromium for the page's tests ..."
if ! "$(dirname "$0")/debian.sh" chromium; then
    echo "Chromium could not be installed: the page's tests are skipped. RAPPORT_CHROMIUM can name a browser."
fi
