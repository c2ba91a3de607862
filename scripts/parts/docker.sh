# --- Docker: how it is started, what it says, and the containers that run in it -----------------------------------------

# Seconds that Docker and its containers have to come back, and that they have to stay then.
readonly PATIENCE=180 STABLE=6

observe_unit() {
  local line load='' state=''
  unit_pid=0 invocation='' can_reload=no
  while IFS= read -r line; do
    case $line in
      LoadState=*) load=${line#*=} ;;
      ActiveState=*) state=${line#*=} ;;
      MainPID=*) unit_pid=${line#*=} ;;
      InvocationID=*) invocation=${line#*=} ;;
      CanReload=*) can_reload=${line#*=} ;;
    esac
  done < <(systemctl show docker.service -p LoadState,ActiveState,MainPID,InvocationID,CanReload 9>&-)
  if [[ $load != loaded ]]; then
    [[ ! -e /snap/docker/current ]] || refuse snap "Docker is installed as a snap, which has its own configuration." \
      "Edit /var/snap/docker/current/config/daemon.json by hand, then: snap restart docker"
    refuse no-unit "systemd has no docker.service here." "Install Docker from its packages, or make this change by hand."
  fi
  unit_active=0
  [[ $state != active ]] || unit_active=1
}

observe_daemon() {
  local row=''
  version='' driver='' log_driver='' live='' root_folder=''
  need_tool docker docker-cli
  need_tool dockerd docker.io
  # Asked only when it runs: asking would start it, through its socket.
  ((!unit_active)) || row=$(docker_ info --format '{{.ServerVersion}}|{{.Driver}}|{{.LoggingDriver}}|{{.LiveRestoreEnabled}}|{{.DockerRootDir}}' 2>/dev/null)
  IFS='|' read -r version driver log_driver live root_folder <<<"$row"
  flags=()
  [[ ! -r /proc/$unit_pid/cmdline ]] || mapfile -d '' -t flags <"/proc/$unit_pid/cmdline"
  flags=(${flags[@]+"${flags[@]:1}"})
}

running_containers() { # format
  local -a ids
  mapfile -t ids < <(docker_ ps --quiet --no-trunc 2>/dev/null)
  ((${#ids[@]} == 0)) || docker_ inspect --format "$1" "${ids[@]}" 2>/dev/null
}

declare -A before=() before_names=() # id -> restart policy, name

# Pods are Kubernetes' own affair: it makes new containers for them. One that fails all the time cannot be waited for.
remember_containers() {
  local id name policy state count since
  before=() before_names=()
  while IFS='|' read -r id name policy state count since; do
    [[ $name != /k8s_* && $state == running ]] || continue
    if ((count > 0 && $(date +%s) - $(date -d "$since" +%s) < 60)); then
      emit output "    ${name#/} is restarted again and again: it is not waited for"
      continue
    fi
    before[$id]=$policy before_names[$id]=${name#/}
  done < <(running_containers '{{.Id}}|{{.Name}}|{{.HostConfig.RestartPolicy.Name}}|{{.State.Status}}|{{.RestartCount}}|{{.State.StartedAt}}')
}

# Waits until Docker answers, and every container of before runs and keeps running. Starts those that Docker does not.
come_back() {
  local deadline=$((SECONDS + PATIENCE)) stable_since='' state='' last_state='' down id started=' '
  while :; do
    if docker_ info --format '{{.ServerVersion}}' >/dev/null 2>&1; then
      down='' state=''
      ((${#before[@]} == 0)) || look_at_containers
      if [[ -z $down && $state == "$last_state" ]]; then
        [[ -n $stable_since ]] || stable_since=$SECONDS
        ((SECONDS - stable_since < STABLE)) || break
      else
        stable_since=''
      fi
      last_state=$state
      for id in $down; do
        # Docker itself starts those with a policy for it; the others it leaves.
        [[ $started != *" $id "* ]] || continue
        [[ ${before[$id]} != always && ${before[$id]} != unless-stopped ]] || ((SECONDS > deadline - PATIENCE + 15)) || continue
        started+="$id "
        emit output "    starting ${before_names[$id]} again"
        docker_ start "$id" >/dev/null 2>&1
      done
    else
      down='' stable_since=''
    fi
    if ((SECONDS > deadline)); then
      last_output='Docker does not answer.'
      [[ -z $down ]] || { last_output='These containers do not run as before:' && for id in $down; do last_output+=" ${before_names[$id]}"; done; }
      return 1
    fi
    sleep 1
  done
  observe_unit
  observe_daemon
  [[ -n $version ]]
}

# -> down: ids that do not run; state: what changes with each restart of one
look_at_containers() {
  local id running count since
  local -A seen=()
  while IFS='|' read -r id running count since; do
    seen[$id]=1
    [[ $running == running ]] || down+=" $id"
    state+="$id $count $since "
  done < <(docker_ inspect --format '{{.Id}}|{{.State.Status}}|{{.RestartCount}}|{{.State.StartedAt}}' "${!before[@]}" 2>/dev/null)
  for id in "${!before[@]}"; do [[ -n ${seen[$id]:-} ]] || down+=" $id"; done
}
