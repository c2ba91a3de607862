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
  add_how
}

add_how() {
  [[ $how != restart || $live == true || ${wanted[live-restore]:-} != true || $can_reload != yes ]] || changes+=(live-restore)
  changes+=("$how")
}

# The newest line of the journal about the file as it is now -> entry, at (as intent:restart), where something is left to do
# after it; 1 where nothing is.
find_unsettled() {
  local event
  last_entry
  in_entry file_sha256
  [[ -n $entry && $REPLY == "$file_sha256" ]] || return 1
  in_entry event && event=$REPLY
  in_entry change && at=$event:$REPLY
  case $at in failed:* | done:restart | done:reload | done:containers) return 1 ;; esac
}

# What a run that was cut short has left: a file that Docker has not read yet, or containers that have not been started again.
find_rest() {
  local at
  find_unsettled || return 0
  in_entry invocation
  if [[ $REPLY == "$invocation" ]]; then
    [[ $at != intent:restart ]] || find_remembered_pods
    in_entry how && how=$REPLY
    add_how
    find_kept || old_sha256=''
  elif [[ $at == intent:restart ]]; then
    find_left_behind
    ((${#missing_containers[@]} + earlier_pods)) || return 0
    changes=(containers)
    find_kept || old_sha256=''
  fi
}

# What a restart that was cut short in this boot has left to be looked after -> missing_containers, earlier_pods
find_left_behind() {
  local id
  in_entry boot
  [[ $REPLY == "$boot_id" ]] || return 0
  find_remembered_pods
  for id in $(sed -n 's/.*"containers":\[\([^]]*\)\].*/\1/p' <<<"$entry" | tr -d '"' | tr ',' ' '); do
    [[ $(docker_ inspect --format '{{.State.Running}}' "$id" 2>/dev/null) != false ]] || missing_containers+=("$id")
  done
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
