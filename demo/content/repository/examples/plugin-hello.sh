#!/bin/sh
# A plugin that greets every release. Reads the moment from standard input, changes nothing.
set -eu
moment=$(cat)
case "$moment" in
  *after_release*) echo "released, well done" >&2 ;;
esac
echo '{}'
