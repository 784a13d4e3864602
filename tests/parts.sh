#!/usr/bin/env bash
# What some tests drive and pip cannot bring: Debian's Chromium and PostgreSQL's server. As root it is
# installed; for anybody else (or without a mirror) it says what is missing, and those tests skip.
set -u
missing=()
command -v chromium chromium-browser >/dev/null || missing+=(chromium)
command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null \
  || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" && exit 0
fi
echo "not installed: ${missing[*]}; the tests that need it are skipped and say so" \
  "(sudo apt-get install ${missing[*]})"
