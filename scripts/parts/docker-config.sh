#!/usr/bin/env bash
# docker-config-phase1.sh - settings of Docker's daemon in /etc/docker/daemon.json: log limits, concurrency, and a few more.
#
#   sudo bash docker-config-phase1.sh          shows what it found and what it will do, and asks before each change
#   bash docker-config-phase1.sh --help        all options and exit codes
#
# Needs nothing but this file, bash, Docker and systemd. It sets single values in the file and leaves everything else as it
# is; Docker itself checks the new file before it takes the old one's place. Docker is only restarted where a reload is not
# enough. When it does not come back with the containers that ran, the old file is put back and Docker started with it.
# shellcheck disable=SC2317 # the changes are called by name: do_$change

readonly STEP=docker-config SCRIPT_VERSION=1 INTERRUPTIBLE=0
readonly EXPECTABLE=(file_sha256 settings old_sha256)
readonly HARMLESS=(backup)
readonly ROLLBACK_HELP='put the file back as it was before the last change, also when there was none'
readonly OPTIONS_HELP="The settings, in the words of daemon.json
  --set KEY=VALUE      a value for one of the keys below; keep leaves it as it is; may be given several times
      storage-driver=overlay2          only written where it is the driver in use
      log-driver=json-file             or local
      log-opts.max-size=10m
      log-opts.max-file=3
      max-concurrent-downloads=3       1 to 100
      max-concurrent-uploads=3         1 to 100
      live-restore=keep                true: containers go on while Docker restarts
      builder.gc.enabled=keep          true or false
      builder.gc.defaultKeepStorage=keep     20GB: size of the build cache, for Docker before 28
      builder.gc.defaultReservedSpace=keep   20GB or 10%, and the two below: Docker 28 and newer
      builder.gc.defaultMaxUsedSpace=keep
      builder.gc.defaultMinFreeSpace=keep
  (what is shown here are the defaults, those of the plan)

Kubernetes, where this host is a node of it: after a restart of Docker its pods have to be as before
  --cluster auto       none: there is none, and nothing is looked for
  --kubeconfig FILE    one that only root can change (default: /etc/rancher/k3s/k3s.yaml, then /root/.kube/config)
  --pod-patience 300   seconds that pods have; 0 to 3600"

#@ frame

#@ json

#@ docker-client

#@ docker

#@ pods

# --- options of this step ---------------------------------------------------------------------------------------------

readonly FILE=/etc/docker/daemon.json
readonly KEPT=$STATE/docker-config
readonly LARGEST=65536

readonly KEYS=(storage-driver log-driver log-opts.max-size log-opts.max-file max-concurrent-downloads max-concurrent-uploads
  live-restore builder.gc.enabled builder.gc.defaultKeepStorage builder.gc.defaultReservedSpace
  builder.gc.defaultMaxUsedSpace builder.gc.defaultMinFreeSpace)
declare -A wanted=([storage-driver]=overlay2 [log-driver]=json-file [log-opts.max-size]=10m [log-opts.max-file]=3
  [max-concurrent-downloads]=3 [max-concurrent-uploads]=3)

step_option() { # name value
  local key=${2-}
  taken=2
  case $1 in
    --set | --cluster | --kubeconfig | --pod-patience) (($# >= 2)) || return 0 ;;
    *) taken=0 && return ;;
  esac
  case $1 in
    --cluster) cluster=$2 && return ;;
    --kubeconfig) kubeconfig=$2 && return ;;
    --pod-patience) pod_patience=$2 && return ;;
  esac
  [[ $key =~ ^([A-Za-z.-]+)=(.*)$ ]] || wrong_usage "--set: '$key' is not KEY=VALUE"
  wanted[${BASH_REMATCH[1]}]=${BASH_REMATCH[2]}
}

check_options() {
  local key value
  one_of --cluster "$cluster" auto none
  [[ -z $kubeconfig || $kubeconfig == /* ]] || wrong_usage "--kubeconfig: '$kubeconfig' is not an absolute path"
  [[ $pod_patience =~ ^([0-9]{1,3}|[12][0-9]{3}|3[0-5][0-9]{2}|3600)$ ]] || wrong_usage "--pod-patience: '$pod_patience' is not a number of seconds from 0 to 3600"
  pod_patience=$((10#$pod_patience))
  for key in "${!wanted[@]}"; do one_of --set "$key" "${KEYS[@]}"; done
  for key in "${!wanted[@]}"; do
    value=${wanted[$key]}
    [[ $value != keep ]] || { unset "wanted[$key]" && continue; }
    case $key in
      storage-driver) one_of "--set $key" "$value" overlay2 keep ;;
      log-driver) one_of "--set $key" "$value" json-file local keep ;;
      log-opts.max-size) value_is "$key" '^[1-9][0-9]{0,5}[kmg]$' 'a size as 500k, 10m or 1g' ;;
      log-opts.max-file) value_is "$key" '^[1-9][0-9]{0,2}$' 'a whole number from 1' ;;
      max-concurrent-*) value_is "$key" '^([1-9][0-9]?|100)$' 'a whole number from 1 to 100' ;;
      live-restore | builder.gc.enabled) one_of "--set $key" "$value" true false keep ;;
      builder.gc.defaultKeepStorage) value_is "$key" '^[1-9][0-9]{0,5}(MB|GB|TB)$' 'a size as 20GB' ;;
      *) value_is "$key" '^([1-9][0-9]{0,5}(MB|GB|TB)|[1-9][0-9]?%)$' 'a size as 20GB or a share as 10%' ;;
    esac
  done
}

value_is() { # key pattern what
  [[ ${wanted[$1]} =~ $2 ]] || wrong_usage "--set $1: '${wanted[$1]}' is not $3 (or keep)"
}

raw_value() { # key value -> REPLY, as it stands in the file
  case $1 in
    max-concurrent-* | live-restore | builder.gc.enabled) REPLY=$2 ;;
    *) REPLY="\"$2\"" ;;
  esac
}

# --- observe ----------------------------------------------------------------------------------------------------------

observe() {
  need_tool systemctl systemd
  [[ ! -e /.dockerenv && ! -e /run/.containerenv ]] || refuse inside-container "This runs inside a container, not on the host." \
    "Run it on the host itself, or reach the host over SSH."
  refuse_users_docker
  observe_unit
  observe_daemon
  observe_file
}

# A Docker of a user's own, where the system has none that runs.
refuse_users_docker() {
  local pid
  for pid in $(pgrep -x dockerd); do
    [[ $(stat -c %u "/proc/$pid" 2>/dev/null) == [1-9]* ]] || continue
    systemctl is-active --quiet docker.service 9>&- || refuse_rootless
  done
}

refuse_rootless() {
  refuse rootless "This Docker runs without root and has its configuration in the home of its user." \
    "Edit ~/.config/docker/daemon.json by hand, then: systemctl --user restart docker"
}

observe_file() {
  local bytes
  file_sha256=none json_text='' file_mode=0644
  [[ ! -L $FILE ]] || refuse daemon-json-link "$FILE is a link." "Put a file in its place (cp --remove-destination \"\$(readlink -f $FILE)\" $FILE), then run this again."
  if [[ -e $FILE ]]; then
    [[ -f $FILE ]] || refuse daemon-json-broken "$FILE is not a file." "See: ls -ld $FILE"
    bytes=$(stat -c %s "$FILE") file_mode=0$(stat -c %a "$FILE")
    ((bytes <= LARGEST)) || refuse daemon-json-broken "$FILE has $bytes bytes; a configuration has a few hundred." "See what it is, and mend it."
    file_sha256=$(sha256sum "$FILE") file_sha256=${file_sha256%% *}
    # A dot keeps the line ends at the end.
    json_text=$(cat "$FILE" && echo .) json_text=${json_text%.}
    ((${#json_text} == bytes)) || refuse daemon-json-broken "$FILE has NUL bytes in it." "Mend it by hand (cat -v $FILE), then run this again."
  fi
}

# --- plan -------------------------------------------------------------------------------------------------------------

plan() {
  changes=() settings='' how='' old_sha256='' differing=() notes=()
  [[ -n $version ]] || refuse_docker_down
  refuse_other_file
  read_file
  drop_storage_driver
  find_differences
  refuse_unknown_to_this_docker
  refuse_clashes
  refuse_swarm
  if ((${#differing[@]})); then
    make_new_text
    changes=(backup replace)
    add_effect
  else
    find_rest
  fi
  [[ " ${changes[*]:-} " != *' restart '* ]] || refuse_restart
}

refuse_docker_down() {
  local way_out="See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again."
  last_replaced
  [[ -z $replaced ]] || way_out="The last change of this step may be the cause; take it back: sudo bash $NAME --rollback. Otherwise see: journalctl -u docker.service -n 30"
  refuse docker-down "Docker does not answer." "$way_out"
}

refuse_other_file() {
  local k
  for k in "${!flags[@]}"; do
    case ${flags[k]} in
      "--config-file=$FILE") ;;
      --config-file=*) refuse other-file "Docker is started with another configuration file (${flags[k]})." "Start it without that flag (systemctl edit docker.service), or edit that file by hand." ;;
      --config-file)
        [[ ${flags[k + 1]:-} == "$FILE" ]] || refuse other-file "Docker is started with another configuration file (${flags[k + 1]:-})." "Start it without that flag (systemctl edit docker.service), or edit that file by hand."
        ;;
    esac
  done
  ((!rootless)) || refuse_rootless
  [[ $root_folder != /var/snap/* ]] || refuse snap "Docker is installed as a snap, which has its own configuration." \
    "Edit /var/snap/docker/current/config/daemon.json by hand, then: snap restart docker"
}

read_file() {
  local before line words
  [[ -n ${json_text//[$' \t\r\n']/} ]] || json_text=$'{}\n'
  json_read && return
  before=${json_text:0:json_at} before=${before//[!$'\n']/}
  line=$((${#before} + 1))
  words='it is not JSON there'
  [[ ! ${json_text:json_at} =~ ^(//|/\*|#) ]] || words='there is a comment, and JSON has none'
  ((json_at < ${#json_text})) || words='it ends too early'
  refuse daemon-json-broken "$FILE cannot be read: line $line: $words. Docker says: $(docker_words "$FILE")" \
    "It is left as it is. Mend it by hand (sudo sed -n ${line}p $FILE shows the line), then run this again."
}

drop_storage_driver() {
  [[ -n ${wanted[storage-driver]:-} && $driver != overlay2 ]] || return 0
  notes+=("storage-driver is left out: Docker uses $driver, and with another driver all images and containers would be hidden.")
  unset 'wanted[storage-driver]'
}

find_differences() {
  local key
  for key in "${KEYS[@]}"; do
    [[ -n ${wanted[$key]:-} ]] || continue
    raw_value "$key" "${wanted[$key]}"
    [[ ${json_raw[.$key]-} != "$REPLY" ]] || continue
    differing+=("$key")
    settings+="${settings:+ }$key=${wanted[$key]}"
  done
}

refuse_unknown_to_this_docker() {
  local key
  for key in ${differing[@]+"${differing[@]}"}; do
    [[ $key == builder.gc.default* ]] || continue
    if [[ $key == *KeepStorage ]]; then
      ((${version%%.*} < 28)) || refuse key-not-known "Docker $version has another name for $key." "Use builder.gc.defaultReservedSpace."
    elif ((${version%%.*} < 28)); then
      refuse key-not-known "Docker $version does not know $key, and would pass over it in silence." "Use builder.gc.defaultKeepStorage, or a newer Docker."
    fi
  done
}

# What Docker would only find out when it starts.
refuse_clashes() {
  local key flag used=${wanted[log-driver]:-} option
  for key in ${differing[@]+"${differing[@]}"}; do
    for flag in ${flags[@]+"${flags[@]}"}; do
      case $key:$flag in
        storage-driver:--storage-driver* | storage-driver:-s* | log-driver:--log-driver* | log-opts.*:--log-opt* | \
          max-concurrent-downloads:--max-concurrent-downloads* | max-concurrent-uploads:--max-concurrent-uploads* | live-restore:--live-restore*)
          refuse flag-clash "$key is given to Docker as the flag ${flag%%=*} already, and Docker does not start when the file gives it too." \
            "Take the flag out (systemctl cat docker.service shows where it comes from), or leave the setting as it is (--set $key=keep)."
          ;;
      esac
    done
  done
  [[ " ${differing[*]:-} " == *' log-'* ]] || return 0
  for key in "${!json_raw[@]}"; do
    option=${key#.log-opts.}
    [[ $key == .log-opts.?* && $option != *.* && $option != max-size && $option != max-file && -n $used ]] || continue
    case $used:$option in
      *:compress | *:mode | *:max-buffer-size | json-file:labels | json-file:labels-regex | json-file:env | json-file:env-regex | json-file:tag) ;;
      *) refuse log-clash "The log option $option in $FILE is for another log driver than $used, and Docker would not start." \
        "Take it out by hand, or leave the logs as they are (--set log-driver=keep --set log-opts.max-size=keep --set log-opts.max-file=keep)." ;;
    esac
  done
  [[ -n $used ]] || used=$log_driver
  case $used in
    json-file | local) ;;
    *) refuse log-clash "Docker logs to $used, which does not know max-size and max-file, and Docker would not start." \
      "Leave the logs as they are (--set log-opts.max-size=keep --set log-opts.max-file=keep), or set log-driver too." ;;
  esac
}

# Docker takes both on a reload, and then does not start any more.
refuse_swarm() {
  local will=${wanted[live-restore]:-${json_raw[.live-restore]-}}
  [[ ${#differing[@]} -gt 0 && $will == true && -n $swarm && $swarm != inactive ]] || return 0
  refuse swarm "Docker is in swarm mode ($swarm), and would not start with live-restore: it says \"--live-restore daemon configuration is incompatible with swarm mode\"." \
    "Switch live-restore off (--set live-restore=false), or leave the swarm (docker swarm leave)."
}

make_new_text() {
  local key checked words
  for key in "${differing[@]}"; do
    raw_value "$key" "${wanted[$key]}"
    from[$key]=${json_raw[.$key]-}
    json_set "$key" "$REPLY" || refuse daemon-json-broken "$FILE is of a form that cannot be changed at $key." "Set it by hand, then run this again."
  done
  new_text=$json_text
  # In memory: it may hold passwords, and the disk may be full.
  checked=$(mktemp /run/edge-phase1-check.XXXXXX) || refuse no-run "There is no room in /run." "See: df -h /run"
  printf '%s' "$new_text" >"$checked"
  new_sha256=$(sha256sum "$checked") new_sha256=${new_sha256%% *}
  words=$(docker_words "$checked")
  rm -f "$checked"
  [[ $words != *'unknown flag: --validate'* ]] || refuse no-validate "This Docker ($version) cannot check a configuration before it is used." \
    "Use Docker 23 or newer, or make the change by hand."
  [[ -z $words ]] || refuse rejected "Docker does not accept the new configuration: $words" "Nothing was changed. Mend what it names in $FILE, or change the settings."
}

# reload or restart, whichever these settings need; with live-restore switched on first where it is among them.
add_effect() {
  local key
  how=reload
  for key in "${differing[@]}"; do
    case $key in
      storage-driver | max-concurrent-* | live-restore) ;; # the driver is the one in use
      log-driver) [[ ${wanted[$key]} == "$log_driver" ]] || how=restart ;;
      *) how=restart ;;
    esac
  done
  [[ $can_reload == yes ]] || how=restart
  [[ $how != restart || $live == true || ${wanted[live-restore]:-} != true || $can_reload != yes ]] || changes+=(live-restore)
  changes+=("$how")
}

# Whether nothing is left to do after this line of the journal.
is_settled() { # event:change
  case $1 in failed:* | done:restart | done:reload | done:containers) return 0 ;; *) return 1 ;; esac
}

# What a run that was cut short has left: a file that Docker has not read yet, or containers that have not been started again.
find_rest() {
  local event change id
  last_entry
  [[ -n $entry ]] || return 0
  in_entry event && event=$REPLY
  in_entry change && change=$REPLY
  ! is_settled "$event:$change" || return 0
  in_entry file_sha256
  [[ $REPLY == "$file_sha256" ]] || return 0
  in_entry invocation
  if [[ $REPLY == "$invocation" ]]; then
    [[ $event:$change != intent:restart ]] || find_remembered_pods
    in_entry how && how=$REPLY
    [[ $how != restart || $live == true || ${wanted[live-restore]:-} != true || $can_reload != yes ]] || changes+=(live-restore)
    changes+=("$how")
    find_kept || old_sha256=''
  elif [[ $event:$change == intent:restart ]]; then
    in_entry boot
    [[ $REPLY == "$boot_id" ]] || return 0
    find_remembered_pods
    find_kept || old_sha256=''
    for id in $(sed -n 's/.*"containers":\[\([^]]*\)\].*/\1/p' <<<"$entry" | tr -d '"' | tr ',' ' '); do
      [[ $(docker_ inspect --format '{{.State.Running}}' "$id" 2>/dev/null) != false ]] || missing_containers+=("$id")
    done
    ((${#missing_containers[@]} + earlier_pods == 0)) || changes=(containers)
  fi
}

# How many pods a run that was cut short remembered before its restart, in this boot -> earlier_pods, earlier_run
find_remembered_pods() {
  in_entry boot
  [[ $REPLY == "$boot_id" ]] || return 0
  in_entry pods_before && earlier_pods=${REPLY:-0}
  in_entry run && earlier_run=$REPLY
}

refuse_restart() {
  local pid one
  # A build in this Docker ends with it, live-restore or not.
  for one in "$root_folder"/buildkit/executor/*/config.json; do
    [[ ! -e $one ]] || refuse build-running "A build is running in Docker, and a restart would end it." "Wait until it has ended, then run this again."
  done
  [[ $live != true && " ${changes[*]} " != *' live-restore '* ]] || return 0
  for pid in $(pgrep -x Runner.Listener); do
    ! grep -qs docker "/proc/$pid/cgroup" || refuse runner-in-container "A GitHub runner lives in a container of this Docker, and would end with it." \
      "Add --set live-restore=true, so that containers go on, or move the runner out of the container."
  done
  one=$(running_containers '{{.Name}}|{{.HostConfig.AutoRemove}}' | sed -n 's#^/\(.*\)|true$#\1#p' | tr '\n' ' ')
  [[ -z $one ]] || refuse auto-remove "A restart would delete containers that were started with --rm: ${one% }." \
    "Wait until they have ended, or add --set live-restore=true, so that containers go on."
}

# --- the journal of this step -----------------------------------------------------------------------------------------

# The newest line about a change of the file or of the daemon -> entry. What finishes a restart leaves that to be finished.
last_entry() {
  entry=$(grep -sF "\"step\":\"$STEP\"" "$JOURNAL" | grep -E '"event":"((intent|done|failed)","change":"(replace|restore|live-restore|reload|restart)|(done|failed)","change":"containers)"' | tail -n 1)
}

in_entry() { # field -> REPLY
  REPLY=''
  [[ ! $entry =~ \"$1\":\"([^\"]*)\" ]] || REPLY=${BASH_REMATCH[1]}
}

# The newest change that made the file what it is now -> replaced
last_replaced() {
  replaced=$(grep -sF "\"step\":\"$STEP\"" "$JOURNAL" | grep -E '"event":"(intent|done)","change":"replace"' | grep -F "\"file_sha256\":\"$file_sha256\"" | tail -n 1)
}

# The file as it was before that change -> old_sha256, kept (empty where there was none)
find_kept() {
  local entry
  last_replaced
  entry=$replaced kept='' old_sha256=''
  [[ -n $entry ]] || return 1
  in_entry from_sha256 && old_sha256=$REPLY
  in_entry kept && kept=$REPLY
  [[ $old_sha256 == none || ($kept == "$KEPT"/* && -f $kept && $(sha256sum <"$kept") == "$old_sha256 "*) ]]
}

# --- for people -------------------------------------------------------------------------------------------------------

declare -A from=()
missing_containers=()
earlier_run='' earlier_pods=0

describe() {
  case $1 in
    backup) if [[ $file_sha256 == none ]]; then REPLY="remember that there was no $FILE"; else REPLY="keep the file as it is now in $KEPT"; fi ;;
    replace) REPLY="put the new $FILE in place, whole or not at all" ;;
    restore) if [[ $old_sha256 == none ]]; then REPLY="delete $FILE, as there was none"; else REPLY="put back $kept"; fi ;;
    live-restore) REPLY="switch live-restore on by a reload, so that the restart stops no container" ;;
    reload) REPLY="let Docker read it again: systemctl reload docker.service" ;;
    restart)
      REPLY="restart Docker (systemctl restart docker.service)"
      if [[ $live == true || " ${changes[*]} " == *' live-restore '* ]]; then REPLY+="; containers go on"; else REPLY+="; its containers stop and are started again"; fi
      ;;
    containers)
      REPLY="after a restart that was cut short, start again ${#missing_containers[@]} containers that ran before it"
      ((earlier_pods == 0)) || REPLY+=", and see that its $earlier_pods pods are as before"
      ;;
  esac
}

plan_text() {
  local key note plan_lines='' file_text="sha256 ${file_sha256:0:12}"
  [[ $file_sha256 != none ]] || file_text='none'
  plan_fields=("file_sha256=$file_sha256" "settings=$settings" "old_sha256=$old_sha256" "driver=$driver" "version=$version")
  REPLY="Found: Docker ${version:-(does not answer)}, storage driver ${driver:-?}, log driver ${log_driver:-?}, live-restore $live; $FILE: $file_text"
  if [[ $mode == rollback ]]; then
    ((${#changes[@]})) || REPLY+=$'\n'"Nothing to do: $FILE is not as this script has left it, or it has never changed it."
    ((${#changes[@]} == 0)) || REPLY+=$'\n'"Plan: back to the file before the last change${old_sha256:+ (${old_sha256:0:12})}"
    return
  fi
  for key in ${differing[@]+"${differing[@]}"}; do
    raw_value "$key" "${wanted[$key]}"
    if [[ -n ${from[$key]} ]]; then note="  ~ $key: ${from[$key]} -> $REPLY"; else note="  + $key: $REPLY"; fi
    plan_lines+=$'\n'$note
  done
  REPLY="Found: Docker $version, storage driver $driver, log driver $log_driver, live-restore $live; $FILE: $file_text$plan_lines"
  for note in ${notes[@]+"${notes[@]}"}; do REPLY+=$'\n'"Note: $note"; done
  if ((${#changes[@]})); then
    REPLY+=$'\n'"These settings keep logs from filling the disk. They do not make builds faster by themselves."$'\n'Plan:
  else
    REPLY+=$'\n'"Nothing to do: all settings are in $FILE, and Docker has read them."
  fi
}

target_text() {
  local key
  if [[ $mode == rollback ]]; then
    REPLY="$old_sha256 in $FILE"
    return
  fi
  REPLY=''
  for key in "${KEYS[@]}"; do [[ -z ${wanted[$key]:-} ]] || REPLY+="$key=${wanted[$key]} "; done
  REPLY+="in $FILE"
}

# --- changes ----------------------------------------------------------------------------------------------------------

prepare_state() { root_only_dir "$KEPT"; }

before_changes() { begin_fields=("file_sha256=$file_sha256" "settings=$settings"); }

do_backup() {
  run_kept=''
  [[ $file_sha256 != none ]] || return 0
  run_kept=$KEPT/daemon.json-$run_id
  last_output=$(cp -p --remove-destination "$FILE" "$run_kept" 2>&1 && sync "$run_kept" "$KEPT" 2>&1) || { rm -f "$run_kept" && return 1; }
  [[ $(sha256sum <"$run_kept") == "$file_sha256 "* ]]
}

file_is() { # sha256 or none
  if [[ $1 == none ]]; then [[ ! -e $FILE ]]; else [[ $(sha256sum 2>/dev/null <"$FILE") == "$1 "* ]]; fi
}

do_replace() {
  file_is "$file_sha256" || { last_output="$FILE was changed by somebody else meanwhile." && return 1; }
  [[ -d ${FILE%/*} ]] || mkdir "${FILE%/*}" || return 1
  last_output=$(printf '%s' "$new_text" | replace_file "$FILE" "$file_mode" 2>&1) && file_is "$new_sha256"
}

do_restore() {
  file_is "$file_sha256" || { last_output="$FILE was changed by somebody else meanwhile." && return 1; }
  put_file "$old_sha256" "$kept"
}

put_file() { # sha256 kept
  local mode_before
  if [[ $1 == none ]]; then
    last_output=$(rm -f "$FILE" 2>&1 && sync "${FILE%/*}" 2>&1)
  else
    mode_before=$(stat -c %a "$2")
    last_output=$(replace_file "$FILE" "$mode_before" <"$2" 2>&1)
  fi
  file_is "$1"
}

do_live-restore() {
  reload_docker && [[ $(docker_ info --format '{{.LiveRestoreEnabled}}' 2>/dev/null) == true ]] || return 1
  live=true
}

do_reload() { reload_docker; }

# Docker tells of each reload, with the values that hold from then on.
reload_docker() {
  local since told='' key k
  since=$(date +%s.%N)
  tool systemctl reload docker.service || return 1
  for ((k = 0; k < 60; k++)); do
    told=$(docker_ events --since "$since" --until "$(date +%s.%N)" --filter type=daemon --filter event=reload --format '{{json .Actor.Attributes}}' 2>/dev/null)
    [[ -z $told ]] || break
    sleep 0.5
  done
  [[ -n $told ]] || { last_output="Docker has not read its file again; see: journalctl -u docker.service -n 30" && return 1; }
  [[ $mode == apply ]] || return 0
  for key in max-concurrent-downloads max-concurrent-uploads live-restore; do
    [[ -z ${wanted[$key]:-} || ${told##*$'\n'} == *"\"$key\":\"${wanted[$key]}\""* ]] || { last_output="Docker has read its file again, but not $key." && return 1; }
  done
}

do_restart() {
  tool timeout 300 systemctl restart docker.service || {
    without_passwords "$(journalctl -u docker.service -n 30 -o cat --no-pager _COMM=dockerd 2>/dev/null | tail -n 1)"
    last_output="Docker did not start${REPLY:+: $REPLY}"
    return 1
  }
  come_back && pods_come_back
}

do_containers() {
  before=() before_names=()
  local id
  for id in ${missing_containers[@]+"${missing_containers[@]}"}; do before[$id]=no before_names[$id]=$id; done
  ((earlier_pods == 0)) || recall_pods "$earlier_run"
  come_back && pods_come_back
}

# What the journal keeps: enough to judge later, without this run, what Docker has not read yet and what may be undone.
change_record() {
  local now_sha=$file_sha256
  local -a short=()
  case $1 in
    backup) record_fields=("kept=${run_kept:-}" "from_sha256=$file_sha256") && return ;;
    replace) record_fields=("from_sha256=$file_sha256" "file_sha256=$new_sha256" "kept=${run_kept:-}" "settings=$settings" "how=$how" "invocation=$invocation") && return ;;
    restore) record_fields=("from_sha256=$file_sha256" "file_sha256=$old_sha256" "kept=${run_kept:-}" "how=$how" "invocation=$invocation") && return ;;
  esac
  [[ " ${changes[*]} " != *' replace '* ]] || now_sha=$new_sha256
  [[ " ${changes[*]} " != *' restore '* ]] || now_sha=$old_sha256
  if [[ $1 == restart && $current_change == restart && -z ${remembered:-} ]]; then
    remember_containers
    if ((earlier_pods)); then recall_pods "$earlier_run" && save_pods; else remember_pods; fi
    remembered=1
  fi
  ((${#before[@]} == 0)) || short=("${!before[@]}")
  list ${short[@]+"${short[@]:0:200}"}
  record_fields=("file_sha256=$now_sha" "how=$how" "invocation=$invocation" "containers:=$REPLY")
  [[ -z $pods_text ]] || record_fields+=("pods=$pods_text")
  ((${#pods_before[@]} == 0)) || record_fields+=("pods_before=${#pods_before[@]}")
}

# Puts the file back as it was before this run, and lets Docker go on with it.
undo() {
  local change=$1 cause=$last_output sha=$file_sha256 file=${run_kept:-}
  case $change in
    backup) return ;;
    containers) ((pods_failed)) || return 1 ;;
    replace | restore)
      file_is "$sha" || put_file "$sha" "$file" || undo_failed "$sha" "$file" || return 1
      REPLY="Nothing was changed. Mend the cause (df -h ${FILE%/*} shows whether the disk is full), then run this again."
      return 0
      ;;
  esac
  # What is left of an earlier run: the file of before that one.
  if [[ " ${changes[*]} " != *' backup '* ]]; then
    [[ -n $old_sha256 ]] || return 1
    sha=$old_sha256 file=$kept
    [[ $change != containers ]] || remember_containers
  fi
  emit output "    putting the old file back"
  put_file "$sha" "$file" || undo_failed "$sha" "$file" || return 1
  if [[ $change == reload || $change == live-restore ]]; then
    systemctl reload docker.service 9>&- || undo_failed "$sha" "$file" || return 1
  else
    # After a few starts that failed systemd allows no more, of the socket neither.
    systemctl reset-failed docker.service docker.socket 2>/dev/null 9>&-
    tool timeout 300 systemctl restart docker.service || undo_failed "$sha" "$file" || return 1
  fi
  if ! { come_back && pods_come_back; }; then
    ((pods_failed)) || undo_failed "$sha" "$file" || return 1
    REPLY="The old file is back, and Docker and its containers run with it; but pods are still $pods_text. See: kubectl get pods --all-namespaces -o wide"
    last_output=$cause
    return 1
  fi
  last_output=$cause
  REPLY="The old file is back, and Docker runs with it as before. Mend the cause, then run this again."
}

undo_failed() { # sha256 kept
  local put="sudo cp $2 $FILE"
  [[ $1 != none ]] || put="sudo rm -f $FILE"
  REPLY="$last_output Docker could not be taken back by itself. Put the old file back ($put), then: sudo systemctl reset-failed docker.service docker.socket; sudo systemctl restart docker.service; docker ps -a"
  return 1
}

success_text() {
  local count
  count=$(docker_ ps --quiet 2>/dev/null | wc -l)
  success_fields=("containers:=$count")
  REPLY="
DONE: verified by looking. Docker $version answers, $count containers run."
  [[ -z $pods_text ]] || REPLY+=" Pods: $pods_text."
  [[ ! -e $FILE ]] || REPLY+=" $FILE has sha256 $(sha256sum <"$FILE" | cut -c1-12)."
}

# --- rollback ---------------------------------------------------------------------------------------------------------

# Only what this script has written is taken back; a file that somebody has changed since stays.
plan_rollback() {
  local entry
  changes=() settings='' how='' old_sha256='' kept=''
  last_replaced
  if [[ -z $replaced ]]; then
    find_interrupted_rollback
    return
  fi
  entry=$replaced
  in_entry how && how=$REPLY
  in_entry settings
  # Docker keeps live-restore on when the key is gone and it only reads its file again.
  [[ " $REPLY " != *' live-restore='* ]] || how=restart
  find_kept || refuse no-copy "The file of before is not there any more (${kept:-none recorded})." "Edit $FILE by hand."
  ((unit_active)) || how=restart
  changes=(backup restore "$how")
  [[ $how != restart || -z $version ]] || refuse_restart
}

# A rollback that was cut short after it had put the file back.
find_interrupted_rollback() {
  local event change
  last_entry
  in_entry event && event=$REPLY
  in_entry change && change=$REPLY
  in_entry file_sha256
  [[ -n $entry && $REPLY == "$file_sha256" && $entry == *'"mode":"rollback"'* ]] && ! is_settled "$event:$change" || return 0
  old_sha256=$file_sha256
  in_entry how && how=$REPLY
  in_entry invocation
  [[ $REPLY == "$invocation" ]] || return 0
  changes=("$how")
  [[ $event:$change != intent:restart ]] || find_remembered_pods
}
