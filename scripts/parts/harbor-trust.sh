# --- Docker and K3s on this host --------------------------------------------------------------------------------------

readonly DAEMON_JSON=/etc/docker/daemon.json
readonly REGISTRIES=/etc/rancher/k3s/registries.yaml
readonly OURS='# Written by edge-phase1: harbor. It is replaced as a whole when the registry changes.'

has_k3s() { [[ -d ${REGISTRIES%/*} || -x /usr/local/bin/k3s ]]; }

certificates() { echo "/etc/docker/certs.d/$host:$port"; }

# Who has it in its configuration.
trusted_by() {
  local names=''
  [[ -z $host ]] || ! grep -qsF "\"$host:$port\"" "$DAEMON_JSON" || names=Docker
  [[ -z $host || ! -e $(certificates)/ca.crt ]] || names=Docker
  [[ $(head -n 1 "$REGISTRIES" 2>/dev/null) != "$OURS" ]] || names+="${names:+ }K3s"
  echo "$names"
}

refuse_trust() {
  if [[ $trust == *k3s* && -e $REGISTRIES && $(head -n 1 "$REGISTRIES") != "$OURS" ]] && ! grep -qF "$host:$port" "$REGISTRIES"; then
    refuse registries-foreign "$REGISTRIES is there and was not written by this script." \
      "Add this to it by hand, then run this again; or leave K3s out: --trust docker. Text: $(registries_text '"..."' '"..."' | tail -n +2 | tr '\n' '~' | sed 's/~/\\n/g')"
  fi
  [[ $trust == *docker* && $scheme == http && -e $DAEMON_JSON ]] || return 0
  json_text=$(<"$DAEMON_JSON")
  json_read || refuse daemon-json-broken "$DAEMON_JSON is not JSON." "Mend it by hand (docker-config-phase1.sh --plan says where), then run this again; or leave Docker out: --trust none."
}

do_trust() {
  [[ $trust != *docker* ]] || trust_docker || return 1
  [[ $trust != *k3s* ]] || trust_k3s || return 1
  echo "$host $port" | replace_file "$SECRETS/trusted" 0600 || return 1
  object "trust=$trust"
  REPLY=${REPLY#\{}
  printf '%s\n' "${REPLY%\}}" | replace_file "$SECRETS/trust" 0600 && keep_result
}

trust_docker() {
  local list
  if [[ $scheme == https ]]; then
    make_certificate || return 1
    [[ -n $ca_file ]] || return 0
    mkdir -p "$(certificates)" && replace_file "$(certificates)/ca.crt" 0644 <"$ca_file"
    return
  fi
  ! docker_insecure || return 0
  json_text=$'{}\n'
  [[ ! -s $DAEMON_JSON ]] || json_text=$(cat "$DAEMON_JSON" && echo .) json_text=${json_text%.}
  json_read || { last_output="$DAEMON_JSON is not JSON." && return 1; }
  list=${json_raw[.insecure-registries]-}
  if [[ $list != *"\"$host:$port\""* ]]; then
    if [[ $list =~ ^\[.*[^[:space:]\[].*\]$ ]]; then list="${list%]}, \"$host:$port\"]"; else list="[\"$host:$port\"]"; fi
    json_set insecure-registries "$list" || { last_output="$DAEMON_JSON is of a form that cannot be changed." && return 1; }
    put_daemon_json || return 1
  fi
  reload_docker
  for list in 1 2 3 4 5 6 7 8 9 10; do
    ! docker_insecure || return 0
    sleep 1
  done
  last_output="Docker has read $DAEMON_JSON again, and does not take $host:$port as a registry to trust."
  return 1
}

docker_pid() { pgrep -x dockerd 9>&- | head -n 1; }

reload_docker() { kill -HUP "$(docker_pid)"; }

# shellcheck disable=SC2016 # it is a template of Go
docker_insecure() { [[ " $(docker_ info --format '{{range $name, $index := .RegistryConfig.IndexConfigs}}{{if not $index.Secure}}{{$name}} {{end}}{{end}}' 2>/dev/null)" == *" $host:$port "* ]]; }

# Docker itself checks the new file before it takes the old one's place.
put_daemon_json() {
  local checked=$RUNS/harbor-daemon.json mode=0644 words
  flags=()
  mapfile -d '' -t flags <"/proc/$(docker_pid)/cmdline"
  flags=(${flags[@]+"${flags[@]:1}"})
  printf '%s' "$json_text" | replace_file "$checked" 0600 || return 1
  words=$(docker_words "$checked")
  rm -f "$checked"
  [[ -z $words ]] || { last_output="Docker does not accept $DAEMON_JSON with $host:$port in it: $words" && return 1; }
  [[ ! -e $DAEMON_JSON ]] || mode=0$(stat -c %a "$DAEMON_JSON")
  mkdir -p "${DAEMON_JSON%/*}" && printf '%s' "$json_text" | replace_file "$DAEMON_JSON" "$mode"
}

registries_text() { # name secret
  printf '%s\nmirrors:\n  "%s":\n    endpoint:\n      - "%s://%s"\nconfigs:\n  "%s":\n    auth:\n      username: %s\n      password: %s\n' "$OURS" "$host:$port" "$scheme" "$host:$port" "$host:$port" "$1" "$2"
  [[ -z ${ca_file:-} ]] || printf '    tls:\n      ca_file: "%s"\n' "$ca_file"
}

trust_k3s() {
  if ! has_k3s; then
    emit output "    K3s is not installed here: nothing to tell it"
    return 0
  fi
  [[ ! -e $REGISTRIES || $(head -n 1 "$REGISTRIES") == "$OURS" ]] || return 0 # somebody has added it by hand
  json_text=$(cat "$SECRETS/robot.json" 2>/dev/null)
  json_read || { last_output="$SECRETS/robot.json cannot be read." && return 1; }
  make_certificate && mkdir -p "${REGISTRIES%/*}" && registries_text "${json_raw[.name]}" "${json_raw[.secret]}" | replace_file "$REGISTRIES" 0600 || return 1
  emit output "    K3s reads $REGISTRIES when it starts next; it is not restarted here (systemctl restart k3s)"
}

# --- rollback ---------------------------------------------------------------------------------------------------------

do_stop() {
  local folder
  if [[ $registry == distribution ]]; then
    docker_ rm --force "$CONTAINER-before" >/dev/null 2>&1
    tool docker rm --force "$CONTAINER" || return 1
  else
    for folder in "$install"/*/harbor; do
      [[ ! -s $folder/docker-compose.yml ]] || { folder=${folder%/harbor} && tool compose_in "${folder##*/}" down --remove-orphans; } || return 1
    done
  fi
  look_at_services
  [[ -z $running ]] || { last_output="These are still there: $running" && return 1; }
}

do_remove() {
  local image
  if [[ $registry == distribution ]]; then
    image=$(cat "$install/distribution/image" 2>/dev/null)
    [[ -z $image ]] || docker_ rmi "$image" >/dev/null 2>&1
  else
    while IFS= read -r image; do
      [[ ! -d $install/${image##*:v} ]] || docker_ rmi "$image" >/dev/null 2>&1
    done < <(docker_ images --format '{{.Repository}}:{{.Tag}}' --filter 'reference=goharbor/*')
  fi
  if [[ -n $remove_data ]]; then
    { rm -rf --one-file-system "$data" && rm -f "$SECRETS"/{admin-password,database-password,robot-password,robot.json}; } || { last_output="$data cannot be deleted." && return 1; }
  fi
  rm -f "$SECRETS"/{proof,use} "$STATE/$STEP.json"
  # The configuration goes last: it is what a run that was cut short goes on from.
  { find "$install" -mindepth 1 -maxdepth 1 ! -name configured -exec rm -rf --one-file-system {} + && rm -f "$install/configured" && rmdir "$install"; } || { last_output="$install cannot be deleted." && return 1; }
}

do_untrust() {
  local list before
  rm -f "$SECRETS/trust"
  [[ $(head -n 1 "$REGISTRIES" 2>/dev/null) != "$OURS" ]] || rm -f "$REGISTRIES"
  rm -rf "$(certificates)"
  grep -qsF "\"$host:$port\"" "$DAEMON_JSON" || { rm -f "$SECRETS/trusted" && return; }
  json_text=$(cat "$DAEMON_JSON" && echo .) json_text=${json_text%.}
  json_read || { last_output="$DAEMON_JSON is not JSON." && return 1; }
  before=${json_raw[.insecure-registries]-}
  list=$(sed -E "s#, *\"$host:$port\"##; s#\"$host:$port\" *,? *##" <<<"$before")
  json_set insecure-registries "$list" && put_daemon_json && reload_docker || return 1
  [[ -z $(trusted_by) ]] && rm -f "$SECRETS/trusted"
}
