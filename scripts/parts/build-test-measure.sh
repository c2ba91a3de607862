# --- the measurements -------------------------------------------------------------------------------------------------

declare -A side_built side_hash side_runs side_uncounted side_image primed changed_lines
do_base() { unless_stopped measure_base; }

measure_base() {
  local image k
  for ((k = 1; k <= count[base]; k++)); do
    step_k=$((step_k + 1))
    ((${#bases[@]})) || { skipped base 'The Dockerfile needs no base image.' && return 0; }
    remove_images "$(docker images --quiet --no-trunc 2>/dev/null 9>&-)"
    empty_cache || return 1
    drop_page_cache
    if ! measured a base "$k" 1 pull_bases; then
      ((!stopping)) || return 1
      # Not every base can be pulled: one that was built here cannot. The builds go on with the server's copy.
      provide_bases && return 0
      return 1
    fi
  done
}

pull_bases() {
  local image
  for image in "${bases[@]}"; do docker pull "$image" || return 1; done
}

skipped() { # scenario why
  emit progress "      $1 is not measured: $2" "what=$1"
  object "scenario=$1" "why=$2"
  skips+=",$REPLY"
}

do_cold() { unless_stopped measure_cold; }

measure_cold() {
  local k side
  for ((k = 1; k <= count[cold]; k++)); do
    for side in "${sides[@]}"; do
      [[ -z $build_failed ]] || return 0
      empty_cache || return 1
      primed=()
      drop_page_cache
      step_k=$((step_k + 1))
      build "$side" cold "$k" 1 || return 1
    done
  done
}

do_warm() { unless_stopped rounds warm; }
do_changed() { unless_stopped rounds changed; }

rounds() { # scenario
  local k side
  for side in "${sides[@]}"; do [[ -n ${primed[$side]-} || -n $build_failed ]] || build "$side" prime 1 0 || return 1; done
  for ((k = 1; k <= warmups; k++)); do
    for side in "${sides[@]}"; do [[ -n $build_failed ]] || build "$side" "$1" "$k" 0 || return 1; done
  done
  for ((k = 1; k <= count[$1]; k++)); do
    for side in "${sides[@]}"; do
      [[ -z $build_failed ]] || return 0
      step_k=$((step_k + 1))
      build "$side" "$1" "$k" 1 || return 1
    done
  done
}

# build SIDE SCENARIO K COUNTS: one build. Fails only where the measurement does (a stop, a lost builder), not where the build does.
build() {
  local side=$1 scenario=$2 arg
  local tag
  builds=$((builds + 1))
  # A tag for each build: one that moved on would leave an image without a name behind.
  tag=edge-phase1-build-test:$run_id-$builds
  local -a argv=(docker build --tag "$tag" --file "${side_built[$side]}")
  if ((buildkit)); then argv+=("--progress=$progress"); fi
  [[ $network == default ]] || argv+=(--network "$network")
  [[ -z $stage ]] || argv+=(--target "$stage")
  for arg in ${build_args[@]+"${build_args[@]}"}; do argv+=(--build-arg "$arg"); done
  # --no-cache also throws away the cache mounts of the Dockerfile: in the server's own builder they get names of this run.
  if [[ $builder == own && $buildkit == 1 ]]; then argv+=(--build-arg "BUILDKIT_CACHE_MOUNT_NS=edge-phase1-$run_id"); fi
  if [[ $builder == own && $scenario == cold ]]; then argv+=(--no-cache); fi
  case $scenario in
    registry) argv=(${with_account[@]+"${with_account[@]}"} "${argv[@]}" --cache-from "type=registry,ref=$registry_cache") ;;
    export) argv=(${with_account[@]+"${with_account[@]}"} "${argv[@]}" --cache-to "type=registry,ref=$registry_cache,$CACHE_FORM") ;;
  esac
  [[ $scenario != changed ]] || change_line "$side" || return 1
  if measured "$side" "$scenario" "$3" "$4" "${argv[@]}" "${side_copy[$side]}"; then
    primed[$side]=1
    [[ $scenario != cold && $scenario != prime ]] ||
      side_image[$side]=$(docker image inspect --format '{{.Id}} {{.Size}} {{len .RootFS.Layers}}' "$tag" 2>/dev/null 9>&-)
    return 0
  fi
  ((!stopping)) || return 1
  if [[ $builder == throwaway ]] && ! kill -0 "$daemon_pid" 2>/dev/null; then
    last_output="The throw-away Docker daemon died: $(tail -n 1 "$RUNS/build-test.daemon")"
    return 1
  fi
  build_failed="$scenario$([[ $side == a ]] || echo " of the other side"), after $((took / 1000000)).$((took / 100000 % 10)) s"
}

# One more line in the copy of the source file; never the same twice, nor on both sides, or the build would be taken from
# the cache.
change_line() { # side
  local file=${side_copy[$1]}/$changed_file
  changed_lines[$1]=$((${changed_lines[$1]:-0} + 1))
  comment_for "$changed_file" "edge-phase1 $run_id $1${changed_lines[$1]}"
  # A line of its own, also where the last one does not end.
  { [[ ! -s $file || -z $(tail -c 1 "$file") ]] || echo >>"$file"; } && printf '%s\n' "$REPLY" >>"$file"
}

pressure() { # -> REPLY: microseconds in which something, and in which everything, waited for a disk; null where not known
  REPLY=$(awk '{ for (i = 2; i <= NF; i++) if ($i ~ /^total=/) t[$1] = substr($i, 7) } END { if (("some" in t) && ("full" in t)) print t["some"], t["full"]; else print "null null" }' /proc/pressure/io 2>/dev/null)
  REPLY=${REPLY:-null null}
}

io_wait_now() { # share of the last 10 seconds in which something waited for a disk -> REPLY, or null
  REPLY=$(sed -n 's/^some avg10=\([0-9.]*\).*/\1/p' /proc/pressure/io 2>/dev/null)
  REPLY=${REPLY:-null}
}

# measured SIDE SCENARIO K COUNTS COMMAND...: runs it, and keeps its time and what was around it. Returns its exit code.
measured() {
  local side=$1 scenario=$2 k=$3 counts=$4 code load wait_before some full some_after full_after seconds ok=true why='' at words
  shift 4
  read -r load _ </proc/loadavg
  io_wait_now && wait_before=$REPLY
  pressure && read -r some full <<<"$REPLY"
  now
  at=$REPLY
  run_long "$time_limit" "$scenario $k" "$@"
  code=$?
  ((!stopping)) || return 1
  # Docker builds on without a cache that it cannot read: that build would be a cold one.
  if ((!code)) && [[ $scenario == registry ]] && import_error; then code=1 why="the cache was not read: $REPLY"; fi
  pressure && read -r some_after full_after <<<"$REPLY"
  printf -v seconds '%d.%06d' $((took / 1000000)) $((took % 1000000))
  if ((code)); then
    ok=false
    if [[ -n $why ]]; then
      :
    elif [[ $ended_by == limit ]]; then why="not done within $time_limit s"; else why=$(failure_words); fi
  fi
  keep_progress "$side" "$scenario" "$k" "$counts"
  object "scenario=$scenario" "k:=$k" "seconds:=$seconds" "at=$at" "ok:=$ok" "load:=$load" "io_avg10:=$wait_before" \
    "io_some_us:=$(difference "$some_after" "$some")" "io_full_us:=$(difference "$full_after" "$full")" ${why:+"why=$why"} ${ended_by:+"ended_by=$ended_by"}
  if ((counts)); then side_runs[$side]+=",$REPLY"; else side_uncounted[$side]+=",$REPLY"; fi
  words="$scenario $k$([[ ${#sides[@]} == 1 ]] || echo " of side $side")$( ((counts)) || echo ' (does not count)')"
  if [[ $ok == true ]]; then
    emit progress "      $words: $seconds s" "what=$scenario" "side=$side" "seconds:=$seconds" "k:=$step_k" "n:=$step_n"
    if ((counts)) && [[ $side == a ]]; then history_line "$scenario" "$seconds"; fi
  else
    emit progress "      $words FAILED after $seconds s: $why" "what=$scenario" "side=$side" "seconds:=$seconds" "why=$why" "k:=$step_k" "n:=$step_n"
  fi
  return "$code"
}

difference() { if [[ $1 == null || $2 == null ]]; then echo null; else echo $(($1 - $2)); fi; }

# The last words of a failed build: what its instruction printed last, and what Docker says.
failure_words() {
  local out=$RUNS/build-test.out
  {
    grep -o '"data": *"[A-Za-z0-9+/=]*"' "$out" | tail -n 5 | sed 's/.*"\([^"]*\)"$/\1/' | while IFS= read -r data; do base64 -d <<<"$data" 2>/dev/null; done | tail -n 5
    grep -v '^{' "$out" | grep . | tail -n 8
  } | cut -c 1-300 | tail -c 2000 | tr -d '\000'
}

keep_progress() { # side scenario k counts
  local bytes
  bytes=$(stat -c %s "$RUNS/build-test.out")
  echo "== $1 $2 $3 $4" >>"$RUNS/build-test.progress"
  if ((progress_bytes + bytes > SET_BYTES)); then
    echo '{"truncated":true}' >>"$RUNS/build-test.progress"
    return
  fi
  progress_bytes=$((progress_bytes + bytes))
  cat "$RUNS/build-test.out" >>"$RUNS/build-test.progress"
}

history_line() { # scenario seconds
  { mkdir -p "$SETS" && printf '%s\t%.1f\t%s\n' "$1" "$2" "${side_file[a]}" >>"$SETS/history"; } 2>/dev/null
}
