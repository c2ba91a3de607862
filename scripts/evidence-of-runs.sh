#!/usr/bin/env bash
# Fetches the evidence that earlier runs of this repository have left as artifacts, each into a folder of its own:
#   evidence-of-runs.sh FOLDER
# In a workflow; needs gh with a token that may read actions (GH_TOKEN), and unzip. Left out are artifacts of forks and of other
# branches than DEFAULT_BRANCH: what a pull request measured is not the server's story, and may be anybody's.
set -euo pipefail

folder=${1:?usage: evidence-of-runs.sh FOLDER}
: "${GITHUB_REPOSITORY:?is set in a workflow, as owner/name}" "${DEFAULT_BRANCH:?name the default branch}"
export DEFAULT_BRANCH
readonly MOST=300

# One line an artifact: its number. The newest come first; the name tells evidence from other artifacts of ours.
readonly WANTED='.artifacts[]
  | select(.expired | not)
  | select(.name | test("^edge-phase1-[0-9]{8}T[0-9]{6}Z-[a-z0-9]+$"))
  | select(.workflow_run.repository_id == .workflow_run.head_repository_id)
  | select(.workflow_run.head_branch == env.DEFAULT_BRANCH)
  | .id'

mkdir -p "$folder"
archive=$(mktemp) refusal=$(mktemp)
trap 'rm -f "$archive" "$refusal"' EXIT
count=0
ids=$(gh api --paginate "repos/$GITHUB_REPOSITORY/actions/artifacts?per_page=100" --jq "$WANTED")
for id in $ids; do
  [[ $id =~ ^[0-9]+$ ]] || continue
  if ((count == MOST)); then
    echo "::warning::There are more than $MOST artifacts with evidence: older ones are left out." >&2
    break
  fi
  if ! gh api "repos/$GITHUB_REPOSITORY/actions/artifacts/$id/zip" >"$archive" 2>"$refusal"; then
    cat "$refusal" >&2
    # One that has expired since the list was made is missed; anything else would miss some without a reason.
    grep -qE 'HTTP (404|410)' "$refusal" || exit 1
    echo "::warning::Artifact $id is not there any more." >&2
    continue
  fi
  # Only the one file, whatever paths the archive holds.
  mkdir -p "$folder/$id"
  unzip -q -o -j "$archive" '*evidence.json' -d "$folder/$id" || echo "::warning::Artifact $id holds no evidence." >&2
  count=$((count + 1))
done
echo "Fetched the evidence of $count runs."
