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

#@ build-test-command

#@ build-test-builder

#@ build-test-measure

#@ build-test-result

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
