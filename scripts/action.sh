#!/usr/bin/env bash
# What the actions run: finds a Node runtime of version 20 or newer and becomes the program, so that signals reach it.
# usage: action.sh [ENTRY]   action (default), or desk
set -u
entry=${1:-action}

major() { "$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null; }

# A self-hosted runner brings its own Node, without a hint in the environment: beside its worker, which started this
# shell, or above its work folder.
runner_folders() {
  local worker
  worker=$(readlink "/proc/$PPID/exe" 2>/dev/null) && echo "${worker%/*/*}"
  [[ -z ${RUNNER_TEMP:-} ]] || echo "$RUNNER_TEMP/../.."
  [[ -z ${RUNNER_WORKSPACE:-} ]] || echo "$RUNNER_WORKSPACE/../.."
}

candidates() {
  local folder
  type -aP node
  runner_folders | while IFS= read -r folder; do
    printf '%s\n' "$folder"/externals/node{24,26,28,22,20}/bin/node{,.exe}
  done
}

while IFS= read -r node; do
  version=$(major "$node")
  [[ -n $version ]] || continue
  if ((version >= 20)); then exec "$node" "${BASH_SOURCE[0]%/*}/../dist/index.js" "$entry"; fi
  old=", and $node is version $version"
done < <(candidates)

echo "::error title=edge-phase1::No Node runtime of version 20 or newer was found on the PATH or in the runner's externals folder${old:-}. Install one (on Debian and Ubuntu: apt-get install nodejs), or update the runner."
exit 2
