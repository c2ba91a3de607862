#!/usr/bin/env bash
# build-test-phase1.sh - times docker builds of one Dockerfile: base images pulled, cold, warm, one source line changed, and
# with a cache in a registry.
#
#   sudo bash build-test-phase1.sh --context /srv/app      shows what it will measure, asks once, measures
#   bash build-test-phase1.sh --help                       all options and exit codes
#
# Builds in a throw-away Docker daemon of its own, on the disk of the real one's images, from a copy of the context. The
# server's own images, tags, build cache and containers are left alone; what it made is removed in the end, also when it is
# stopped. The result lies in /var/lib/edge-phase1/build-test.json.
# shellcheck disable=SC2317 # the changes are called by name: do_$change

readonly STEP=build-test SCRIPT_VERSION=1 INTERRUPTIBLE=1
readonly EXPECTABLE=(context dockerfile_sha256)
readonly HARMLESS=(builder base cold warm changed registry result)
readonly OPTIONS_HELP="What to build
  --context PATH       folder that is the build context
  --dockerfile PATH    in the context, or an absolute path (default Dockerfile)
  --target STAGE       stop at this stage
  --build-arg NAME=VALUE   may be given several times; not for secrets, they end up in the image
  --against PATH       another context, built in turn with the first: the one to compare with
  --against-dockerfile PATH   another Dockerfile, likewise
  --try-files PATH     a folder of files that are laid over a second copy of the context, as a patch would change it:
                       built in turn with the first, which is as it is

What to measure
  --runs LIST          how often each is measured (default base=1,cold=1,warm=4,changed=4; 0 leaves it out). registry=N,
                       with --registry-cache: an empty builder that has the cache of the registry
  --registry-cache REF the cache in a registry, as 10.0.0.5:8085/ci/cache:app
  --write-registry-cache   writes the cache there first. It stays there
  --warmups N          builds before the first warm and the first changed one that do not count (default 0)
  --changed-file PATH  the source file in the context that gets one more line (default: the one changed last)
  --time-limit SECONDS for one build (default 10800); one that takes longer is ended, and that is its result
  --drop-caches        empty the page cache of the whole server before each cold build
  --builder WHAT       throwaway (default): a Docker daemon of its own. own: the server's, whose cache is then used
                       and filled; cold is then --no-cache
  --network WHAT       for RUN: host (default) or none; with --builder own also default
  --label NAME         a name for this set of measurements, to compare later ones with; it is then kept"

#@ frame

#@ devices

#@ json

#@ build-test-registry

# --- options of this step ---------------------------------------------------------------------------------------------

context='' dockerfile=Dockerfile stage='' against='' against_dockerfile='' try_files='' label=''
runs=base=1,cold=1,warm=4,changed=4 warmups=0 changed_file='' time_limit=10800 drop_caches=0 builder=throwaway network=host
registry_cache='' write_cache=0
build_args=()
declare -A count=([base]=0 [cold]=0 [warm]=0 [changed]=0 [registry]=0)

step_option() { # name value
  case $1 in
    --drop-caches) drop_caches=1 taken=1 && return ;;
    --write-registry-cache) write_cache=1 taken=1 && return ;;
    --registry-cache) registry_cache=${2-} ;;
    --context) context=${2-} ;;
    --dockerfile) dockerfile=${2-} ;;
    --target) stage=${2-} ;;
    --build-arg) build_args+=("${2-}") ;;
    --against) against=${2-} ;;
    --against-dockerfile) against_dockerfile=${2-} ;;
    --try-files) try_files=${2-} ;;
    --runs) runs=${2-} ;;
    --warmups) warmups=${2-} ;;
    --changed-file) changed_file=${2-} ;;
    --time-limit) time_limit=${2-} ;;
    --builder) builder=${2-} ;;
    --network) network=${2-} ;;
    --label) label=${2-} ;;
    *) taken=0 && return ;;
  esac
  taken=2
}

check_options() {
  local pair arg
  [[ -z $attach$stop ]] || return 0
  [[ $context == /* && $context != *$'\n'* ]] || wrong_usage "--context: '$context' is not an absolute path"
  [[ -z $against || $against == /* ]] || wrong_usage "--against: '$against' is not an absolute path"
  [[ -z $try_files || $try_files == /* ]] || wrong_usage "--try-files: '$try_files' is not an absolute path"
  [[ -z $try_files || -z $against ]] || wrong_usage "--try-files: the files are laid over the context; leave out --against"
  one_of --builder "$builder" throwaway own
  one_of --network "$network" host none default
  [[ $builder == own || $network != default ]] || wrong_usage "--network: the throw-away builder has host or none"
  [[ $runs =~ ^[a-z]+=[0-9]+(,[a-z]+=[0-9]+)*$ ]] || wrong_usage "--runs: '$runs' is not a list such as cold=1,warm=4"
  for pair in ${runs//,/ }; do
    one_of --runs "${pair%%=*}" base cold warm changed registry
    [[ ${pair#*=} =~ ^[0-9]{1,2}$ ]] || wrong_usage "--runs: ${pair%%=*}: at most 99 runs"
    count[${pair%%=*}]=$((10#${pair#*=}))
  done
  ((count[base] + count[cold] + count[warm] + count[changed] + count[registry])) || wrong_usage "--runs: nothing is to be measured"
  check_registry_cache
  [[ $warmups =~ ^[0-9]$ ]] || wrong_usage "--warmups: '$warmups' is not a number from 0 to 9"
  [[ $time_limit =~ ^[1-9][0-9]{0,5}$ && $time_limit -le 259200 ]] ||
    wrong_usage "--time-limit: '$time_limit' is not a number of seconds from 1 to 259200 (three days)"
  [[ -z $stage || $stage =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]] || wrong_usage "--target: '$stage' is not the name of a build stage"
  [[ -z $label || $label =~ ^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$ ]] || wrong_usage "--label: '$label': letters, digits, dots, _ and - only, at most 40"
  [[ $changed_file != /* && /$changed_file/ != */../* ]] || wrong_usage "--changed-file: '$changed_file' is not a path in the context"
  for arg in ${build_args[@]+"${build_args[@]}"}; do
    [[ $arg =~ ^[A-Za-z_][A-Za-z0-9_]*= ]] || wrong_usage "--build-arg: '$arg' is not NAME=VALUE"
  done
}

# --- observe ----------------------------------------------------------------------------------------------------------

# The two sides: a is what is measured, b what it is compared with, or how it would be with the files that are tried.
# `sides` names those that are built.
declare -A side_context side_dockerfile side_copy side_file
sides=(a)

observe() {
  local side
  need_tool docker docker-cli
  need_tool awk mawk
  need_tool ps procps
  side_context=([a]=$context [b]=${against:-$context})
  side_dockerfile=([a]=$dockerfile [b]=${against_dockerfile:-$dockerfile})
  [[ -z $against$against_dockerfile$try_files ]] || sides=(a b)
  [[ -z $try_files || -d $try_files ]] || refuse no-try-files "There is no folder '$try_files'." "Name the folder of the files to try: --try-files PATH"
  for side in "${sides[@]}"; do observe_side "$side"; done
  dockerfile_sha256=$(sha256sum "${side_file[a]}")
  dockerfile_sha256=${dockerfile_sha256%% *}
  # Before anything of this run: what else the server is doing.
  read -r load_before _ </proc/loadavg
  io_wait_now
  io_before=$REPLY
  observe_docker
  observe_builder
  observe_registry_cache
}

observe_side() {
  local folder=${side_context[$1]} file=${side_dockerfile[$1]}
  [[ -d $folder ]] || refuse no-context "There is no folder '$folder'." "Name the folder that docker build gets: --context PATH"
  [[ $file == /* ]] || file=$folder/$file
  [[ -f $file && -r $file ]] || refuse no-dockerfile "There is no Dockerfile '$file'." "Name it with --dockerfile, as a path in the context or an absolute one."
  side_file[$1]=$file
  [[ -z $changed_file || -f $folder/$changed_file ]] ||
    refuse no-changed-file "There is no file '$changed_file' in '$folder'." "Name a source file of the context: --changed-file PATH"
}

info() { docker -H "$DAEMON" info --format "$1" 2>/dev/null 9>&-; }

observe_docker() {
  local answer
  answer=$(docker -H "$DAEMON" info --format '{{.ServerVersion}}|{{.Driver}}|{{.DockerRootDir}}|{{.SecurityOptions}}' 2>&1 9>&-)
  [[ $answer == [0-9]*'|'*'|/'* ]] ||
    refuse no-docker "Docker does not answer (${answer##*$'\n'})." "Start it: systemctl start docker. See: docker info"
  IFS='|' read -r docker_version storage_driver data_root security <<<"$answer"
  [[ $security != *rootless* || $builder == own ]] ||
    refuse rootless "Docker runs without root here; a throw-away daemon beside it would be another kind." "Measure with the daemon's own builder: --builder own"
  [[ -d $data_root ]] || refuse no-data-root "Docker's folder '$data_root' is not here: its daemon runs on another machine or in a snap." "Measure with the daemon's own builder: --builder own"
  read -r _ _ disk_used disk_avail < <(df -B1 --output=source,fstype,used,avail "$data_root" | tail -n 1)
  if [[ $builder == throwaway ]]; then need_tool dockerd docker.io && need_tool unshare util-linux; fi
}

# Which builder answers, and how it tells its progress.
observe_builder() {
  local answer client
  answer=$(docker buildx version 2>/dev/null 9>&-) || answer=''
  buildx_version=''
  [[ ! $answer =~ \ v?([0-9]+)\.([0-9]+)(\.[0-9]+)? ]] || buildx_version=${BASH_REMATCH[0]# }
  client=$(docker version --format '{{.Client.Version}}' 2>/dev/null 9>&-) || client=${client:-0}
  if [[ -n $buildx_version ]]; then
    buildkit=1 progress=plain
    if ((BASH_REMATCH[1] > 0 || BASH_REMATCH[2] >= 13)); then progress=rawjson; fi
  elif ((${client%%.*} < 23)); then
    buildkit=1 progress=plain # the client has it built in
  else
    buildkit=0 progress=legacy
  fi
}

plan() {
  local scenario
  changes=(builder)
  for scenario in base cold warm changed registry; do
    if ((count[$scenario])) && ! [[ $builder == own && ($scenario == base || $scenario == registry) ]]; then changes+=("$scenario"); fi
  done
  changes+=(result)
}

describe() { # change -> REPLY
  local times
  times="${count[$1]:-0} times"
  [[ $times != '1 times' ]] || times=once
  case $1 in
    builder)
      if [[ $builder == own ]]; then REPLY="Copy the context to $data_root"; else REPLY="Start a throw-away Docker daemon beside $data_root, and copy the context there"; fi ;;
    base) REPLY="Pull the base images, $times" ;;
    cold) REPLY="Build with an empty cache, $times" ;;
    warm) REPLY="Build with nothing changed, $times" ;;
    changed) REPLY="Build with one source line changed, $times" ;;
    registry) REPLY="Build with an empty cache and that of $registry_cache, $times$( ((!write_cache)) || echo '; write it there first')" ;;
    result) REPLY="Keep the result, and remove all that was made for it" ;;
  esac
}

plan_text() {
  local scenario estimate text=''
  for scenario in base cold warm changed registry; do
    estimate=$(last_seconds "$scenario")
    [[ -z $estimate ]] || text+="
The last time $scenario took $estimate s."
  done
  gib "$disk_avail"
  REPLY="Build test of ${side_file[a]}
Docker $docker_version, $(builder_text), images on $data_root ($storage_driver, $REPLY free)$text"
  plan_fields=("context=$context" "dockerfile=${side_file[a]}" "dockerfile_sha256=$dockerfile_sha256" "builder=$builder" "progress=$progress")
}

builder_text() {
  case $progress in
    rawjson) echo "buildx $buildx_version" ;;
    plain) echo "BuildKit without --progress=rawjson (buildx 0.13 has it): times of instructions to tenths of a second" ;;
    *) echo "no BuildKit (install docker-buildx): no times of instructions, stages one after the other, no cache mounts" ;;
  esac
}

target_text() { REPLY="build times of ${side_file[a]}"; }
change_record() { record_fields=(); }

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

# --- the throw-away builder -------------------------------------------------------------------------------------------

before_changes() {
  trap clean_up EXIT
  now
  set_started=$REPLY step_k=0
  : >"$RUNS/build-test.progress"
  if [[ $builder == own ]] && ((count[base])); then
    skipped base "in the server's own builder the base images are there already"
    count[base]=0
  fi
  if [[ $builder == own ]] && ((count[registry])); then
    skipped registry "the server's own builder is not empty, and is never emptied"
    count[registry]=0
  fi
  step_n=$(((count[base] + count[cold] + count[warm] + count[changed]) * ${#sides[@]} + count[registry]))
  # By itself mawk waits for 4 KiB of input: of a silent build the heartbeat would not know the instruction.
  live=()
  [[ $(awk -W version 2>&1 </dev/null) != mawk* ]] || live=(-W interactive)
  export BUILDX_BUILDER=default DOCKER_BUILDKIT=$buildkit HOME=${HOME:-/root} DOCKER_HOST=$DAEMON
  unset DOCKER_CONTEXT BUILDX_CONFIG BUILDKIT_PROGRESS DOCKER_DEFAULT_PLATFORM
}

do_builder() { unless_stopped begin_builder; }

begin_builder() {
  local side
  sweep
  work=$data_root/edge-phase1-build-test.$run_id
  root_only_dir "$work" || { last_output="'$work' cannot be made." && return 1; }
  # State of buildx belongs to this run.
  export BUILDX_CONFIG=$work/buildx
  for side in "${sides[@]}"; do copy_context "$side" || return 1; done
  choose_changed_file || return 1
  base_images
  [[ $builder == own ]] || { start_daemon && provide_bases; }
}

# What runs that were killed have left: nobody else can be running, the lock is ours.
sweep() {
  local folder pid
  for folder in "$data_root"/edge-phase1-build-test.*; do
    [[ -d $folder && ! -L $folder ]] || continue
    pid=$(cat "$folder/unshare.pid" 2>/dev/null)
    if [[ $pid =~ ^[0-9]+$ ]] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$folder"; then kill_daemon "$pid"; fi
    rm -rf --one-file-system "$folder"
  done
  if [[ $builder == own ]]; then remove_images "$(docker images --quiet --no-trunc edge-phase1-build-test 2>/dev/null 9>&-)"; fi
}

copy_context() { # side
  local from=${side_context[$1]} to=$work/context-$1 bytes avail
  if [[ $1 == b && -z $against$try_files ]]; then
    side_copy[b]=${side_copy[a]}
  else
    run_long "$time_limit" 'measuring the context' measure_context "$from" || return 1
    read -r bytes _ <"$RUNS/build-test.answer"
    avail=$(df -B1 --output=avail "$data_root" | tail -n 1)
    ((${bytes:-0} + GIB / 4 < avail)) || { last_output="The context takes ${bytes:-?} bytes, and $data_root has $avail free." && return 1; }
    run_long "$time_limit" 'copying the context' cp -a --reflink=auto "$from" "$to" || { last_output=$(tail -n 1 "$RUNS/build-test.out") && return 1; }
    side_copy[$1]=$to
    [[ $1 != b || -z $try_files ]] || lay_over "$try_files" "$to" || return 1
  fi
  # A Dockerfile outside of the context is copied too, with its own .dockerignore: it must not change under the measurement.
  if [[ ${side_file[$1]} == "$from"/* ]]; then
    side_built[$1]=${side_copy[$1]}/${side_file[$1]#"$from"/}
  else
    mkdir -p "$work/file-$1" && cp "${side_file[$1]}" "$work/file-$1/Dockerfile" || return 1
    [[ ! -f ${side_file[$1]}.dockerignore ]] || cp "${side_file[$1]}.dockerignore" "$work/file-$1/Dockerfile.dockerignore"
    side_built[$1]=$work/file-$1/Dockerfile
  fi
  run_long "$time_limit" 'reading the context' hash_context "${side_copy[$1]}" || return 1
  read -r "side_hash[$1]" _ <"$RUNS/build-test.answer"
}

# Never through a link that lies in the copy: what it leads to is not ours.
lay_over() { # folder copy
  run_long "$time_limit" 'laying the files to try over the copy' cp -a --remove-destination "$1/." "$2/" && return 0
  last_output="The files of $1 cannot be laid over a copy of the context: $(tail -n 1 "$RUNS/build-test.out")"
  return 1
}

measure_context() { du -s -x -B1 "$1" >"$RUNS/build-test.answer" 2>/dev/null; }

# Over names, permissions and contents; not over git's own files, which change when nothing else does.
hash_context() {
  tar -C "$1" -c --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --exclude=./.git . 2>/dev/null | sha256sum >"$RUNS/build-test.answer"
}

# A comment that the language of a file allows, around a text -> REPLY; empty for a file of another kind.
comment_for() { # file text
  case $1 in
    *.py | *.rb | *.sh | *.bash | *.pl | *.r | *.R | *.ex | *.exs) REPLY="# $2" ;;
    *.js | *.jsx | *.ts | *.tsx | *.mjs | *.cjs | *.go | *.rs | *.java | *.kt | *.scala | *.c | *.h | *.cc | *.cpp | *.hpp | *.cs | *.swift | *.dart) REPLY="// $2" ;;
    *.html | *.vue | *.svelte | *.md) REPLY="<!-- $2 -->" ;;
    *.css | *.scss) REPLY="/* $2 */" ;;
    *) REPLY='' ;;
  esac
}

choose_changed_file() {
  local found
  ((count[changed])) || return 0
  if [[ -z $changed_file ]]; then
    # The source file that was changed last; of several from one checkout, the first by name.
    found=$(cd "${side_copy[a]}" && find . -xdev \( -name '.?*' -o -name node_modules -o -name vendor -o -name target -o -name dist -o -name build -o -name test -o -name tests -o -name venv \) -prune -o \
      -type f -size -1024k \( -name '*.py' -o -name '*.js' -o -name '*.ts' -o -name '*.tsx' -o -name '*.jsx' -o -name '*.go' -o -name '*.rs' -o -name '*.java' -o -name '*.kt' -o -name '*.rb' \
      -o -name '*.c' -o -name '*.cc' -o -name '*.cpp' -o -name '*.cs' -o -name '*.sh' -o -name '*.html' -o -name '*.css' \) ! -name '*.config.*' ! -name 'setup.py' -printf '%T@ %P\n' 9>&- |
      sort -k1,1nr -k2 | head -n 1)
    changed_file=${found#* }
    [[ -n $changed_file ]] || { last_output="No source file was found in the context: name one with --changed-file." && return 1; }
  fi
  comment_for "$changed_file" x
  [[ -n $REPLY ]] || { last_output="'$changed_file' is not of a kind that gets a comment without harm: name a source file with --changed-file." && return 1; }
  cp -p "${side_copy[a]}/$changed_file" "$work/unchanged" || return 1
  emit progress "      The source file that is changed: $changed_file" "changed_file=$changed_file"
}

# Images that the Dockerfiles begin with or take files from -> bases; of build stages only names that are not theirs.
base_images() {
  local side
  mapfile -t bases < <(for side in "${sides[@]}"; do
    awk '
      function value(text,   name, rest, default_) {
        while (match(text, /\$\{?[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\}?/)) {
          name = substr(text, RSTART, RLENGTH); rest = substr(text, RSTART + RLENGTH); text = substr(text, 1, RSTART - 1)
          gsub(/[${}]/, "", name); default_ = ""
          if (name ~ /:-/) { default_ = name; sub(/^[^:]*:-/, "", default_); sub(/:-.*/, "", name) }
          text = text (name in args ? args[name] : default_) rest
        }
        return text
      }
      function image(name) { if (name != "" && name != "scratch" && !(name in stages) && name !~ /^[0-9]+$/ && !seen[name]++) print name }
      BEGIN { for (i = 2; i < ARGC; i++) { split(ARGV[i], pair, "="); given[pair[1]] = 1; args[pair[1]] = substr(ARGV[i], length(pair[1]) + 2); delete ARGV[i] } }
      { sub(/\r$/, "") }
      NR == 1 && tolower($0) ~ /^#[ \t]*syntax[ \t]*=/ { name = $0; sub(/^[^=]*=[ \t]*/, "", name); image(name) }
      toupper($1) == "ARG" && !from { split($2, pair, "="); gsub(/["\047]/, "", $2); if (!(pair[1] in given)) args[pair[1]] = substr($2, length(pair[1]) + 2) }
      toupper($1) == "FROM" {
        from = 1; k = 2
        while ($k ~ /^--/) k++
        gsub(/["\047]/, "", $k)
        image(value($k))
        if (toupper($(k + 1)) == "AS") stages[$(k + 2)] = 1
      }
      /--from=/ || /--mount=[^ ]*from=/ { name = $0; sub(/.*from=/, "", name); sub(/[ ,].*/, "", name); image(value(name)) }
    ' "${side_file[$side]}" ${build_args[@]+"${build_args[@]}"}
  done | sort -u)
}

# With the same store of images as the server's daemon; one that is to export a cache has containerd's.
start_daemon() { # [export]
  local waited=0 mirrors insecure features=''
  local -a driver=(--storage-driver "$storage_driver")
  ((!stopping)) || return 1
  mirrors=$(info '{{json .RegistryConfig.Mirrors}}')
  # shellcheck disable=SC2016 # it is a template of Go
  insecure=$(info '{{range $name, $index := .RegistryConfig.IndexConfigs}}{{if not $index.Secure}}{{$name}} {{end}}{{end}}')
  [[ $mirrors == \[* ]] || mirrors='[]'
  # shellcheck disable=SC2086 # names of registries hold no spaces
  list $insecure
  if [[ ${1-} == export ]] || containerd_store; then
    features=',"features":{"containerd-snapshotter":true}'
    driver=()
  fi
  echo "{\"registry-mirrors\":$mirrors,\"insecure-registries\":$REPLY$features}" >"$work/daemon.json"
  rm -rf "$RUNS/build-test-exec" "$SOCKET"
  # The system's containerd is out of its sight, so that it starts its own, whose store is as empty as the rest.
  # shellcheck disable=SC2016
  unshare --mount --pid --fork --kill-child=KILL --mount-proc --propagation private sh -c '
    [ ! -d /run/containerd ] || mount -t tmpfs tmpfs /run/containerd || exit 1
    exec dockerd "$@"' sh --config-file "$work/daemon.json" --data-root "$work/${1:-data}" --exec-root "$RUNS/build-test-exec" --pidfile "$work/dockerd.pid" \
    --host "unix://$SOCKET" --bridge none --iptables=false --ip6tables=false ${driver[@]+"${driver[@]}"} \
    >"$RUNS/build-test.daemon" 2>&1 </dev/null 9>&- 7>&- &
  daemon_pid=$!
  echo "$daemon_pid" >"$work/unshare.pid"
  export DOCKER_HOST=unix://$SOCKET
  until docker version >/dev/null 2>&1 9>&-; do
    waited=$((waited + 1))
    if ((waited > 600 || stopping)) || ! kill -0 "$daemon_pid" 2>/dev/null; then
      last_output="The throw-away Docker daemon did not start: $(grep -v level=info "$RUNS/build-test.daemon" | tail -n 1)"
      return 1
    fi
    sleep 0.2
  done
}

containerd_store() { [[ $(info '{{json .DriverStatus}}') == *io.containerd.snapshotter* ]]; }

# Ends the daemon and all that runs in it: it is the first process of a PID namespace, and dies with unshare.
kill_daemon() { # pid of unshare
  local child
  child=$(ps -o pid= --ppid "$1" 2>/dev/null 9>&-) child=${child//[^0-9]/}
  [[ -z $child ]] || kill -TERM "$child" 2>/dev/null
  until_gone 30 "${child:-$1}" || kill -KILL "$1" ${child:+"$child"} 2>/dev/null
  until_gone 100 "${child:-$1}"
  wait "$1" 2>/dev/null
}

until_gone() { # tenths of a second, pid
  local k
  for ((k = 0; k < $1; k++)); do
    [[ -d /proc/$2 && $(ps -o stat= -p "$2" 9>&-) != Z* ]] || return 0
    sleep 0.1
  done
  return 1
}

# Base images come from the server's own, or are pulled: that is not part of a build's time.
provide_bases() {
  local image
  for image in ${bases[@]+"${bases[@]}"}; do
    if docker -H "$DAEMON" image inspect "$image" >/dev/null 2>&1 9>&-; then
      run_long "$time_limit" "copying $image" move_image "$image" && continue
    elif run_long "$time_limit" "pulling $image" docker pull "$image"; then
      continue
    fi
    last_output="The base image $image cannot be had: $(tail -n 1 "$RUNS/build-test.out")"
    return 1
  done
}

move_image() { docker -H "$DAEMON" save "$1" | docker load; }

# Empties the throw-away daemon's cache; the base images stay. The server's own is never emptied.
empty_cache() {
  [[ $builder == throwaway ]] || return 0
  remove_images "$(docker images --quiet --no-trunc edge-phase1-build-test 2>/dev/null 9>&-)"
  run_long "$time_limit" 'emptying the cache' docker builder prune --all --force
}

remove_images() { # ids, one a line
  local id
  while IFS= read -r id; do
    [[ -z $id ]] || docker rmi --force "$id" >/dev/null 2>&1 9>&-
  done < <(sort -u <<<"$1")
}

drop_page_cache() {
  ((drop_caches)) || return 0
  run_long 600 'emptying the page cache' sync
  echo 3 >/proc/sys/vm/drop_caches
}

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

# --- the result -------------------------------------------------------------------------------------------------------

do_result() {
  local part
  environment
  part=$(set_json)
  remove_all
  keep_set "$part" || { last_output="The result cannot be written to $SETS." && return 1; }
}

# The commit of a checkout, read from its files: git itself would ask whose they are.
commit_of() { # folder -> REPLY
  local head ref git=$1/.git
  REPLY=''
  [[ -d $git && -r $git/HEAD ]] || return 0
  read -r head <"$git/HEAD"
  if [[ $head == 'ref: '* ]]; then
    ref=${head#ref: } head=''
    if [[ -r $git/$ref ]]; then read -r head <"$git/$ref"; else head=$(awk -v r="$ref" '$2 == r { print $1 }' "$git/packed-refs" 2>/dev/null); fi
  fi
  [[ ! $head =~ ^[0-9a-f]{40,64}$ ]] || REPLY=$head
}

# What the builds took, once: before a builder is emptied for the cache of the registry.
sizes() {
  [[ -z $free_after ]] || return 0
  free_after=$(df -B1 --output=avail "$data_root" | tail -n 1)
  cache_size=$(docker buildx du 2>/dev/null 9>&- | sed -n 's/^Total:[[:space:]]*//p')
}

environment() {
  local device disk='' rotational=null model='' image id digests='' numbers
  sizes
  device=$(df --output=source "$data_root" | tail -n 1)
  read -r numbers _ < <(findmnt -n -o MAJ:MIN --target "$data_root" 2>/dev/null | tail -n 1)
  if [[ -e /sys/dev/block/$numbers/uevent ]]; then
    stack_of "$(sed -n 's/^DEVNAME=//p' "/sys/dev/block/$numbers/uevent")"
    disk=${REPLY##* } disk=${disk%%:*}
    rotational=$(cat "/sys/block/$disk/queue/rotational" 2>/dev/null) rotational=${rotational:-null}
    model=$(sed 's/ *$//' "/sys/block/$disk/device/model" 2>/dev/null)
  fi
  for image in ${bases[@]+"${bases[@]}"}; do
    id=$(docker image inspect --format '{{.Id}}|{{range .RepoDigests}}{{.}} {{end}}' "$image" 2>/dev/null 9>&-)
    object "image=$image" "id=${id%%|*}" "digest=${id#*|}"
    digests+=",$REPLY"
  done
  object "host=$(uname -n)" "kernel=$(uname -r)" "cpus:=$(nproc)" "memory_kib:=$(awk '/^MemTotal/ { print $2 }' /proc/meminfo)" \
    "docker=$docker_version" "buildx=$buildx_version" "buildkit:=$( ((buildkit)) && echo true || echo false)" "progress=$progress" \
    "builder=$builder" "network=$network" "page_cache=$( ((drop_caches)) && echo dropped || echo kept)" "storage_driver=$storage_driver" \
    "data_root=$data_root" "device=$device" "disk=$disk" "disk_model=$model" "rotational:=$rotational" \
    "load_before:=$load_before" "io_avg10_before:=$io_before" "disk_used_before:=$disk_used" "disk_free_before:=$disk_avail" "disk_free_after:=$free_after" \
    "cache_size=$cache_size" "bases:=[${digests#,}]"
  environment=$REPLY
}

side_json() { # side -> REPLY
  local id bytes layers commit
  read -r id bytes layers <<<"${side_image[$1]:-}"
  commit_of "${side_context[$1]}"
  commit=$REPLY
  object "context=${side_context[$1]}" "dockerfile=${side_file[$1]}" "dockerfile_sha256=$(sha256sum "${side_built[$1]}" | cut -d ' ' -f 1)" \
    "context_sha256=${side_hash[$1]}" "context_bytes:=$(du -s -b "${side_copy[$1]}" 2>/dev/null | cut -f 1)" "commit=$commit" \
    "image=$id" "image_bytes:=${bytes:-null}" "image_layers:=${layers:-null}" \
    "runs:=[${side_runs[$1]#,}]" "uncounted:=[${side_uncounted[$1]#,}]"
}

set_json() {
  local first second='' arg names=() cache_fields=()
  for arg in ${build_args[@]+"${build_args[@]}"}; do names+=("${arg%%=*}"); done
  list ${names[@]+"${names[@]}"}
  names=("$REPLY")
  if ((count[registry])); then cache_fields=("registry_cache=$registry_cache" "cache_written:=$cache_written"); fi
  side_uncounted[a]=${side_uncounted[a]:-} side_runs[a]=${side_runs[a]:-}
  side_json a
  first=${REPLY#\{} first=${first%\}}
  if ((${#sides[@]} == 2)); then
    side_uncounted[b]=${side_uncounted[b]:-} side_runs[b]=${side_runs[b]:-}
    side_json b
    second=",\"tried\":$([[ -n $try_files ]] && echo true || echo false),\"against\":$REPLY"
  fi
  object "set=$run_id" "at=$set_started" "label=$label" "target=$stage" "build_args:=${names[0]}" "changed_file=$( ((count[changed])) && echo "$changed_file")" \
    "failed=$build_failed" "skipped:=[${skips#,}]" ${cache_fields[@]+"${cache_fields[@]}"} "environment:=$environment"
  echo "${REPLY%\}},$first$second}"
}

readonly SETS_KEPT=8

keep_set() { # json
  local file earlier='' k=0 name
  mkdir -p "$SETS" || return 1
  replace_file "$SETS/$run_id.progress" 0644 <"$RUNS/build-test.progress" || return 1
  rm -f "$RUNS/build-test.progress"
  echo "$1" | replace_file "$SETS/$run_id.json" 0644 || return 1
  ln -sfn "$run_id.progress" "$SETS/latest.progress"
  if [[ -n $label ]]; then
    mkdir -p "$SETS/labels" && printf '%s\n' "$run_id" >"$SETS/labels/$label" && ln -sfn "$run_id.progress" "$SETS/$label.labelled"
  fi
  tail -n 200 "$SETS/history" 2>/dev/null | replace_file "$SETS/history" 0644
  # The newest sets and those that have a name: the others go.
  while IFS= read -r file; do
    name=${file##*/} name=${name%.json}
    [[ $name != "$run_id" ]] || continue
    k=$((k + 1))
    if ((k <= SETS_KEPT)) || grep -qsxFr -- "$name" "$SETS/labels"; then
      ((${#earlier} < 200000)) && earlier+=",$(<"$file")"
    else
      rm -f "$file" "$SETS/$name.progress"
    fi
  done < <(ls -t "$SETS"/*.json)
  printf '{"schema":"edge-phase1/build-test/1",%s,"earlier":[%s]}\n' "$(sed 's/^{//; s/}$//' <<<"$1")" "${earlier#,}" | save_result
}

# --- leaving nothing behind -------------------------------------------------------------------------------------------

remove_all() {
  end_job KILL
  if [[ $builder == own ]]; then
    if [[ -n $work ]]; then
      remove_images "$(docker images --quiet --no-trunc edge-phase1-build-test 2>/dev/null 9>&-)"
      ((!buildkit)) || remove_cache_mounts
    fi
  elif [[ -n $daemon_pid ]]; then
    kill_daemon "$daemon_pid"
    daemon_pid=''
  fi
  [[ -z $work ]] || rm -rf --one-file-system "$work"
  rm -rf "$RUNS/build-test-exec" "$SOCKET" "$RUNS"/build-test.{out,end,daemon,answer}
}

# Of the server's own builder, only those with names of this run.
remove_cache_mounts() {
  local id
  docker buildx du --verbose --filter type=exec.cachemount 2>/dev/null 9>&- |
    awk -v ns="with id \"edge-phase1-$run_id/" '$1 == "ID:" { id = $2 } /^Description:/ && index($0, ns) { print id }' |
    while IFS= read -r id; do docker buildx prune --all --force --filter "id=$id" >/dev/null 2>&1 9>&-; done
}

clean_up() {
  remove_all
  rm -f "$RUNS/build-test.progress"
}

# Docker's client cancels the build in the daemon; the rest is cleared away by `unless_stopped`, not within a trap.
on_stop() { end_job TERM; }

unless_stopped() { # command...
  "$@" && return 0
  ((!stopping)) || clean_up
  return 1
}

undo() {
  clean_up
  REPLY='The server is as it was. Mend the cause, then run this again.'
}

success_text() {
  REPLY="
DONE: the result is in $STATE/$STEP.json."
  if [[ -n $build_failed ]]; then
    REPLY="
The build FAILED ($build_failed); that is the result, in $STATE/$STEP.json."
  fi
  success_fields=("failed=$build_failed")
}
