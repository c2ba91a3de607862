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

#@ docker-config-plan

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
      REPLY="after a restart that was cut short, "
      if ((${#missing_containers[@]})); then REPLY+="start again ${#missing_containers[@]} containers that ran before it"; else REPLY+="see how Docker came back"; fi
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

#@ docker-config-change

# --- rollback ---------------------------------------------------------------------------------------------------------

# Only what this script has written is taken back; a file that somebody has changed since stays.
plan_rollback() {
  local entry
  changes=() settings='' how='' old_sha256='' kept=''
  find_interrupted_rollback
  ((${#changes[@]} == 0)) || return 0
  last_replaced
  [[ -n $replaced ]] || return 0
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

# A rollback that was cut short after it had put the file back: it is finished before an older change is taken back.
find_interrupted_rollback() {
  local at
  find_unsettled && [[ $entry == *'"mode":"rollback"'* ]] || return 0
  old_sha256=$file_sha256
  in_entry how && how=$REPLY
  in_entry invocation
  if [[ $REPLY == "$invocation" ]]; then
    changes=("$how")
    [[ $at != intent:restart ]] || find_remembered_pods
  elif [[ $at == intent:restart ]]; then
    find_left_behind
    changes=(containers)
  fi
}
