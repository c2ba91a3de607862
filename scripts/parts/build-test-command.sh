# --- long commands ----------------------------------------------------------------------------------------------------

readonly DAEMON=unix:///var/run/docker.sock
readonly SETS=$STATE/build-test
readonly SOCKET=$RUNS/build-test.sock
work='' skips='' free_after='' cache_size='' environment='' daemon_pid='' job='' job_group='' build_failed='' set_started='' progress_bytes=0 builds=0
readonly HEARTBEAT=25 SET_BYTES=524288 BUILD_BYTES=98304

# Keeps of a build's progress what tells vertices, and the last lines of what the build itself printed: bounded, whatever
# the build prints. Documents of JSON become one line each.
# shellcheck disable=SC2016 # it is a program for awk
readonly SLIM='
function keep(doc) {
  if (kept + length(doc) > max) { if (!cut) print "{\"truncated\":true}"; cut = 1; return }
  kept += length(doc) + 1
  print doc
  fflush()
}
function ring(text) { logs[n++ % 60] = substr(text, 1, 4000) }
function whole(doc) {
  if (doc ~ /"vertexes":/) keep(doc)
  else if (doc ~ /"logs":/) ring(doc)
  else if (doc ~ /"completed":/ && doc ~ /"(transferring|downloading)/) keep(doc)
}
doc == "" && /^#[0-9]+ [0-9.]+ / { ring($0); next }
doc == "" && /^(#[0-9]+ |Step [0-9]+\/| ---> |Success|Sending )/ { if ($0 !~ /^#[0-9]+ (transferring|sha256|extracting)/ || / done$/) keep($0); next }
doc == "" && !/^\{/ { words[m++ % 40] = substr($0, 1, 1000); next }
{ line = $0; sub(/^[ \t]+/, "", line); doc = doc line }
$0 == "}" || /^\{"/ { whole(doc); doc = "" }
length(doc) > 1000000 { doc = "" }
END {
  for (i = n > 60 ? n - 60 : 0; i < n; i++) print logs[i % 60]
  for (i = m > 40 ? m - 40 : 0; i < m; i++) print words[i % 40]
}'

# run_long LIMIT LABEL COMMAND...: its output slimmed in $RUNS/build-test.out; took (microseconds), ended_by (limit or empty).
# Returns its exit code. It is ended when the limit is over or the run is stopped. It waits with `wait`, the only way in which
# bash can be interrupted by a trap without harm.
run_long() {
  local limit=$1 what=$2 began now_us left code ended='' at_us='' tick beat out=$RUNS/build-test.out
  shift 2
  ended_by=''
  ((!stopping)) || return 1
  rm -f "$RUNS/build-test.end"
  began=${EPOCHREALTIME/./} beat=$began
  set -m # a process group of its own
  { "$@"; echo "$? ${EPOCHREALTIME/./}" >"$RUNS/build-test.end"; } 2>&1 </dev/null 9>&- 7>&- | awk ${live[@]+"${live[@]}"} -v max="$BUILD_BYTES" "$SLIM" >"$out" 9>&- 7>&- &
  job=$!
  job_group=$(ps -o pgid= -p "$job" 9>&-) job_group=${job_group//[^0-9]/}
  set +m
  while kill -0 "$job" 2>/dev/null; do
    now_us=${EPOCHREALTIME/./}
    left=$(((began + limit * 1000000 - now_us) / 1000000 + 1))
    if ((stopping || left <= 0)) && [[ -z $ended ]]; then
      ((stopping)) || ended_by=limit
      ended=$now_us
      end_job TERM
    elif [[ -n $ended ]] && ((now_us - ended > 5000000)); then
      end_job KILL
    fi
    if ((now_us - beat >= HEARTBEAT * 1000000)); then
      beat=$now_us
      heartbeat "$what" $(((now_us - began) / 1000000))
    fi
    if [[ -n $ended ]]; then left=1; elif ((left > 5)); then left=5; elif ((left < 1)); then left=1; fi
    sleep "$left" 9>&- 7>&- &
    tick=$!
    wait -n "$job" "$tick" 2>/dev/null
    kill "$tick" 2>/dev/null
  done
  wait "$job" 2>/dev/null
  job=''
  now_us=${EPOCHREALTIME/./}
  code=137 at_us=$now_us
  [[ ! -s $RUNS/build-test.end ]] || read -r code at_us <"$RUNS/build-test.end"
  took=$((at_us - began))
  return "$code"
}

# The commands of the job and what they started. In a group of their own, or it would be the whole worker.
end_job() { # signal
  [[ -z $job || -z $job_group || $job_group == "$$" ]] || kill -"$1" -- "-$job_group" 2>/dev/null
}

heartbeat() { # what seconds
  local at estimate
  at=$(tail -c 20000 "$RUNS/build-test.out" 2>/dev/null | grep -o '"name":"\[[^"]*"\|"name": "\[[^"]*"\|^#[0-9]* \[[^]]*\] .*' | tail -n 1)
  at=${at#*\[} at=${at%\"} at=${at//\\u003e/>} at=${at//\\u003c/<} at=${at//\\u0026/&}
  estimate=$(last_seconds "${1%% *}")
  emit progress "      $1: $2 s so far${estimate:+, $estimate s the last time}${at:+; at [$at}" "what=$1" "seconds:=$2" ${estimate:+"estimate:=$estimate"} "k:=$step_k" "n:=$step_n"
}

# Seconds of the last successful build of this Dockerfile in a scenario; nothing where there is none.
last_seconds() { awk -F '\t' -v s="$1" -v f="${side_file[a]}" '$1 == s && $3 == f { t = $2 } END { if (t != "") print t }' "$SETS/history" 2>/dev/null; }
