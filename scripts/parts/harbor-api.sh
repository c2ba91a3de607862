# --- asking the registry, and the proof -------------------------------------------------------------------------------

# The password goes to curl in a file that root alone can read.
as_account() { # name password
  local word=${2//\\/\\\\} folder=''
  word=${word//\"/\\\"}
  make_certificate || return 1
  [[ -z $ca_file ]] || folder="cacert = \"$ca_file\""
  base=$scheme://$host:$port
  printf 'user = "%s:%s"\nconnect-to = "%s:%s:127.0.0.1:%s"\n%s\nsilent\nshow-error\nmax-time = 60\nnoproxy = "*"\n' "$1" "$word" "$host" "$port" "$port" "$folder" |
    replace_file "$RUNS/harbor.curl" 0600
}

as_admin() { as_account admin "$(<"$SECRETS/admin-password")"; }

# -> http, body
api() { # method path [json]
  local answer
  if (($# > 2)); then
    answer=$(printf '%s' "$3" | curl -K "$RUNS/harbor.curl" -X "$1" -H 'Content-Type: application/json' --data-binary @- -w '\n%{http_code}' "$base$2" 2>&1 9>&-)
  elif [[ $1 == HEAD ]]; then
    answer=$(curl -K "$RUNS/harbor.curl" -I -o /dev/null -w '\n%{http_code}' "$base$2" 2>&1 9>&- </dev/null)
  else
    answer=$(curl -K "$RUNS/harbor.curl" -X "$1" -w '\n%{http_code}' "$base$2" 2>&1 9>&- </dev/null)
  fi
  http=${answer##*$'\n'} body=${answer%$'\n'*}
}

# The same, for answers that have to be one of these.
api_must() { # codes method path [json]
  local codes=$1
  shift
  api "$@"
  [[ " $codes " == *" $http "* ]] && return 0
  last_output="$1 $2 was answered with $http: $(head -c 300 <<<"${body//$'\n'/ }")"
  [[ $http != 401 ]] || last_output="The registry does not take the administrator's password in $SECRETS/admin-password. When it was changed in the registry, write the new one there."
  return 1
}

# Docker's own folder of settings for the proof, in memory: nobody's login is touched.
docker_login() { # folder name password
  root_only_dir "$1" && printf '{"auths":{"127.0.0.1:%s":{"auth":"%s"}}}\n' "$port" "$(printf '%s:%s' "$2" "$3" | base64 -w 0)" | replace_file "$1/config.json" 0600
}

seconds_since() { # microseconds -> REPLY, in seconds
  local took=$((${EPOCHREALTIME/./} - $1))
  printf -v REPLY '%d.%03d' $((took / 1000000)) $((took / 1000 % 1000))
}

repo_digest() { docker_ image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$1" 2>/dev/null | sed -n 's/.*@//p' | head -n 1; }

# Docker takes 127.0.0.1 without having been told to trust it.
do_prove() {
  local repository image login=$RUNS/harbor-docker began words refused=''
  repository=library/edge-phase1-proof
  [[ $registry == harbor ]] || repository=edge-phase1/proof
  image=127.0.0.1:$port/$repository:${run_id,,}
  { root_only_dir "$login" && docker_login "$login/admin" admin "$(<"$SECRETS/admin-password")" && root_only_dir "$login/nobody" && as_admin; } || { last_output="$RUNS cannot be written." && return 1; }
  look_at_services && look_at_health
  [[ -z $down$ill ]] || { last_output="Not everything is healthy: $down $ill" && return 1; }
  make_image "$login" "$image" || return 1
  if words=$(docker_ --config "$login/nobody" push "$image" 2>&1); then
    last_output="A push without a password was accepted."
  elif grep -qiE 'unauthorized|authentication required|no basic auth|denied' <<<"$words"; then
    refused=refused
  else
    last_output="A push without a password failed for another reason: ${words##*$'\n'}"
  fi
  [[ -n $refused ]] || { clear_proof "$image" && return 1; }
  emit output "    a push without a password is refused"
  began=${EPOCHREALTIME/./}
  tool docker --config "$login/admin" push -q "$image" || { clear_proof "$image" && return 1; }
  seconds_since "$began"
  push_seconds=$REPLY pushed=$(repo_digest "$image")
  docker_ rmi --force "$image" >/dev/null 2>&1
  ! docker_ image inspect "$image" >/dev/null 2>&1 || { last_output="The image cannot be removed here." && return 1; }
  began=${EPOCHREALTIME/./}
  tool docker --config "$login/admin" pull -q "$image" || { clear_proof "$image" && return 1; }
  seconds_since "$began"
  pull_seconds=$REPLY pulled=$(repo_digest "$image")
  clear_proof "$image" "$repository" "$pushed"
  [[ $pushed == sha256:* && $pushed == "$pulled" ]] || { last_output="The image came back as another: pushed $pushed, pulled $pulled." && return 1; }
  emit output "    pushed in $push_seconds s, pulled in $pull_seconds s, digest $pushed" "push_seconds:=$push_seconds" "pull_seconds:=$pull_seconds" "digest=$pushed"
  now
  object "at=$REPLY" "registry=$host:$port" "pushed_digest=$pushed" "pulled_digest=$pulled" "kind=$registry" "version=$version" "scheme=$scheme" "install=$install" \
    "data=$data" "config_sha256=$config_sha256" "components:=[$components]" "push_seconds:=$push_seconds" "pull_seconds:=$pull_seconds" "unauthorised_push=$refused"
  printf '%s\n' "$REPLY" | replace_file "$SECRETS/proof" 0600 && keep_result
}

# An image of its own each time, or nothing would have to be sent.
make_image() { # folder name
  local content=$1/content
  mkdir -p "$content" && head -c 262144 /dev/urandom >"$content/proof" || return 1
  last_output=$(tar -C "$content" -c proof | docker -H "$DOCKER_HOST" import - "$2" 2>&1 9>&-) || return 1
}

clear_proof() { # image [repository digest]
  local cause=$last_output
  docker_ rmi --force "$1" >/dev/null 2>&1
  if (($# > 1)); then
    if [[ $registry == harbor ]]; then api DELETE "/api/v2.0/projects/library/repositories/${2#library/}"; else api DELETE "/v2/$2/manifests/$3"; fi
  fi
  last_output=$cause
}

# The result is the proof, and what was done with the registry since.
keep_result() {
  local proof use_part='"use":"","project":"","robot":""' trust_part='"trust":""'
  [[ -s $SECRETS/proof ]] || return 0
  proof=$(<"$SECRETS/proof")
  [[ ! -s $SECRETS/use ]] || use_part=$(<"$SECRETS/use")
  [[ ! -s $SECRETS/trust ]] || trust_part=$(<"$SECRETS/trust")
  printf '{"schema":"edge-phase1/harbor/1",%s,%s,%s}\n' "$(sed 's/^{//; s/}$//' <<<"$proof")" "$use_part" "$trust_part" | save_result
}
