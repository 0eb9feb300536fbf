#!/bin/sh
# Runs `waymark inject` for Helm and Kustomize. Helm 4 does not show what a post-renderer says: it is also in the file
# that WAYMARK_LOG names.
log=${WAYMARK_LOG:-${TMPDIR:-/tmp}/waymark-inject.log}
waymark inject "$@" 2>"$log"
code=$?
cat "$log" >&2
exit "$code"
