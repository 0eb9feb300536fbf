#!/bin/sh
# Runs `waymark inject` for Helm and Kustomize. Helm 4 does not show what a post-renderer says: name a file by
# WAYMARK_LOG, and it is there, too.
[ -n "$WAYMARK_LOG" ] || exec waymark inject "$@"
waymark inject "$@" 2>"$WAYMARK_LOG"
code=$?
cat "$WAYMARK_LOG" >&2
exit "$code"
