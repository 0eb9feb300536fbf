#!/usr/bin/env bash
# Reviews a pull request: the comment, the summary of the job, and the files from which later steps go on. action.yml
# gives it its variables. It ends with 1 only where there is no review.
set -euo pipefail

marker='<!-- waymark-review -->'
# Whose comments the token of a workflow writes.
author='github-actions[bot]'
out=${RUNNER_TEMP:-/tmp}/waymark-review

trouble() {
    echo "::error::$1" >&2
    exit 1
}

# What GitHub merged the pull request into. Its event can be older than that: it knows the base of the last push.
merged_into() {
    local parents
    if [ "${GITHUB_EVENT_NAME:-}" != pull_request ] || [ "$(git rev-parse HEAD)" != "${GITHUB_SHA:-}" ]; then
        return
    fi
    # The object knows its parents where a shallow history does not.
    parents=$(git cat-file -p HEAD | sed -n '/^$/q; s/^parent //p')
    [ "$(wc -w <<<"$parents")" -ne 2 ] || head -n 1 <<<"$parents"
}

# The commit of a name, fetched if it is not there.
commit_of() {
    case $1 in
        '') trouble 'there is no pull request here: give a base' ;;
        -*) trouble "$1 is no base" ;;
    esac
    git rev-parse --verify --quiet "$1^{commit}" && return
    git fetch --quiet --no-tags --depth=1 origin "$1" || trouble "cannot fetch the base $1"
    git rev-parse FETCH_HEAD
}

# review OPTION...: what is printed about files of others must not be read as commands to the runner.
review() {
    local status=0 token
    token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    echo "::stop-commands::$token" >&2
    "${waymark[@]}" diff "$from" "$to" ${args[@]+"${args[@]}"} "$@" || status=$?
    echo "::$token::" >&2
    return "$status"
}

# write FILE OPTION...: 1 tells that something was found, which the JSON is asked about.
write() {
    local status=0
    review "${@:2}" >"$out/$1" || status=$?
    [ "$status" -le 1 ] || trouble "waymark diff ended with $status"
    return "$status"
}

output() {
    echo "$1=$2" >>"$GITHUB_OUTPUT"
}

comment() {
    local comments=repos/$GITHUB_REPOSITORY/issues earlier
    earlier=$(gh api --paginate "$comments/$PULL_REQUEST/comments?per_page=100" --jq \
        ".[] | select(.user.login == \"$author\") | select(.body | startswith(\"$marker\")) | .id") || return
    earlier=${earlier%%$'\n'*}
    if [ -n "$earlier" ]; then
        gh api --silent --method PATCH "$comments/comments/$earlier" -F "body=@$out/review.md"
    else
        gh api --silent --method POST "$comments/$PULL_REQUEST/comments" -F "body=@$out/review.md"
    fi
}

read -r -d '' -a waymark <<<"$WAYMARK" || true
read -r -d '' -a args <<<"$REVIEW_ARGS" || true
[ -z "$FAIL_ON_EFFECT" ] || fail=(--fail-on-effect "$FAIL_ON_EFFECT")
path=${REVIEW_PATH#./}
path=${path%/}
[ "$path" != . ] || path=

base=${REVIEW_BASE:-$(merged_into)}
base=$(commit_of "${base:-$PULL_REQUEST_BASE}")
mkdir -p "$out/nothing"
# The first pull request brings the path, and the last one takes it away.
from=$base:$path
git cat-file -e "$from" 2>/dev/null || from=$out/nothing
to=${path:-.}
[ -e "$to" ] || to=$out/nothing

write review.md --format markdown || true
cat "$out/review.md" >>"$GITHUB_STEP_SUMMARY"
output markdown "$out/review.md"
if [ "$SARIF" = true ]; then
    write review.sarif --format sarif || true
    output sarif "$out/review.sarif"
fi
if ! write review.json --format json ${fail[@]+"${fail[@]}"}; then
    output verdict fail
fi
output json "$out/review.json"
if [ "$COMMENT" = true ] && [ -n "$PULL_REQUEST" ]; then
    comment || echo '::warning::cannot comment on the pull request; the summary of the job has the review'
fi
