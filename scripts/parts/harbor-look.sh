# --- what is there ----------------------------------------------------------------------------------------------------

readonly CONTAINER=edge-phase1-registry # of the kind distribution

observe_docker() {
  command -v docker >/dev/null || refuse docker-missing "Docker is not installed." "Install it: apt-get install docker.io docker-compose (or docker-ce and its compose plugin)."
  # Never another machine's Docker: the installer's own programs and Compose follow these.
  export DOCKER_HOST=unix:///run/docker.sock COMPOSE_PROJECT_NAME=harbor
  unset DOCKER_CONTEXT COMPOSE_FILE COMPOSE_PROFILES COMPOSE_ENV_FILES
  docker_version=$(docker_ info --format '{{.ServerVersion}}' 2>/dev/null)
  [[ -n $docker_version ]] || refuse docker-down "Docker does not answer." "See: systemctl status docker.service. Start it, then run this again."
  compose=() compose_version=''
  if compose_version=$(docker_ compose version --short 2>/dev/null) && [[ $compose_version =~ [0-9] ]]; then
    compose=(docker compose)
  elif compose_version=$(docker-compose version --short 2>/dev/null 9>&-) && [[ $compose_version =~ [0-9] ]]; then
    compose=(docker-compose)
  else
    compose_version=''
  fi
  compose_version=${compose_version#v}
  disk_avail=$(df -B1 --output=avail "$(existing "${data:-$install}")" | tail -n 1)
}

existing() { # path: it, or the nearest folder above it that is there
  local path=$1
  while [[ ! -d $path ]]; do path=${path%/*} && path=${path:-/}; done
  printf '%s' "$path"
}

# Marks that the changes leave when they are done -> installed, configured
read_marks() {
  installed=none configured=none
  [[ ! -s $install/installed ]] || read -r installed <"$install/installed"
  [[ ! -s $install/configured ]] || read -r configured <"$install/configured"
}

# The options of before, for a rollback: the configuration that is there says them.
take_configured() {
  local line
  if [[ ! -s $install/configured ]]; then
    # A rollback that was cut short after the programs were gone.
    [[ ! -s $SECRETS/trusted ]] || read -r host port <"$SECRETS/trusted"
    return
  fi
  while IFS= read -r line; do
    case $line in
      registry=* | version=* | source=* | host=* | port=* | scheme=* | cert=* | data=*) printf -v "${line%%=*}" '%s' "${line#*=}" ;;
    esac
  done < <(tail -n +2 "$install/configured")
}

is_fetched() {
  if [[ $registry == distribution ]]; then
    [[ -s $install/distribution/image && $(<"$install/distribution/source") == "$source $sha256" ]] && docker_ image inspect "$(<"$install/distribution/image")" >/dev/null 2>&1
  else
    [[ -x $install/$version/harbor/prepare ]]
  fi
}

# A text field of the result that this step has left.
result_field() { # name
  [[ -s $STATE/$STEP.json ]] || return 0
  sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' "$STATE/$STEP.json" | head -n 1
}

is_proven() {
  [[ $(result_field config_sha256) == "$config_sha256" && $(result_field pushed_digest) == sha256:* ]] &&
    [[ $(result_field pushed_digest) == "$(result_field pulled_digest)" ]]
}

upgraded_from() {
  [[ ! $installed =~ ^harbor\ ([0-9.]+)\  || ${BASH_REMATCH[1]} == "$version" ]] || echo "${BASH_REMATCH[1]}"
}

# -> running: containers of ours; down: services that should run and do not
look_at_services() {
  local service
  running='' down=''
  if [[ $registry == distribution ]]; then
    running=$(docker_ ps --filter "name=^$CONTAINER\$" --format '{{.Names}}' 2>/dev/null)
    [[ -n $running ]] || down=registry
    [[ $mode != rollback ]] || running=$(docker_ ps --all --filter "name=^$CONTAINER\$" --format '{{.Names}}' 2>/dev/null)
    return
  fi
  running=$(docker_ ps --filter label=com.docker.compose.project=harbor --format '{{.Label "com.docker.compose.service"}}' 2>/dev/null)
  while IFS= read -r service; do
    [[ $'\n'$running$'\n' == *$'\n'$service$'\n'* ]] || down+="${down:+ }$service"
  done < <(cat "$install/services" 2>/dev/null)
  [[ $mode != rollback ]] || running=$(docker_ ps --all --filter label=com.docker.compose.project=harbor --format '{{.Label "com.docker.compose.service"}}|{{.Label "com.docker.compose.project.working_dir"}}' |
    sed -n "s#^\\(.*\\)|$install/.*#\\1#p")
}

# -> components: as JSON objects, one a line; ill: those that are not healthy
look_at_health() {
  local answer name status
  components='' ill=''
  if [[ $registry == distribution ]]; then
    answer=$(curl -sk -m 10 -o /dev/null -w '%{http_code}' "$scheme://127.0.0.1:$port/v2/" 9>&-)
    status=healthy
    [[ $answer == 401 ]] || { status=unhealthy && ill=registry; }
    components="{\"name\":\"registry\",\"status\":\"$status\"}"
    return
  fi
  answer=$(curl -sk -m 10 "$scheme://127.0.0.1:$port/api/v2.0/health" 9>&-)
  # The answer is 200 whatever the components say.
  while IFS='|' read -r name status; do
    [[ -n $name ]] || continue
    object "name=$name" "status=$status"
    components+="${components:+,}$REPLY"
    [[ $status == healthy ]] || ill+="${ill:+ }$name"
  done < <(grep -o '"name" *: *"[^"]*" *, *"status" *: *"[^"]*"' <<<"$answer" | sed 's/"name" *: *"\([^"]*\)" *, *"status" *: *"\([^"]*\)"/\1|\2/')
  [[ -n $components ]] || ill='(no answer)'
}

# --- before anything is fetched ---------------------------------------------------------------------------------------

preflight() {
  local kind
  [[ $installed == none || $installed == "$registry "* ]] || refuse other-registry "The registry that is installed here is of the other kind: $(installed_text)." \
    "Remove it first (--rollback; its data stay), then run this again."
  case ${host,,} in 127.* | localhost | reg.mydomain.com) refuse host-name "Harbor does not take '$host' as its name: clients could not reach it." "Give this host's name or address in the network: --host NAME" ;; esac
  [[ (-z $cert && -z $key) || (-r $cert && -r $key) ]] || refuse https-without-key "For https both a certificate and its key are needed; '$cert' and '$key' cannot both be read." \
    "Give both (--cert FILE --key FILE), or neither: then they are made here."
  [[ $source != /* || -r $source ]] || refuse source-missing "There is no file $source." "Copy it to this host, or give its URL: --source"
  is_fetched || [[ -n $sha256 || ($registry == distribution && $source != /* && $source != http*) ]] ||
    refuse checksum-unknown "The sha256 of $(shown "${source##*/}") is not known here." "Take it from the page of the release (https://github.com/goharbor/harbor/releases), and give it: --sha256 HEX"
  [[ -z $(upgraded_from) || $(printf '%s\n' "$(upgraded_from)" "$version" | sort -V | tail -n 1) == "$version" ]] ||
    refuse version-downgrade "Harbor $(upgraded_from) is installed, and its database is not one for $version." "Use $(upgraded_from) or newer."
  refuse_jump "$(upgraded_from)"
  preflight_docker
  [[ $installed != none ]] || preflight_room
  preflight_foreign
  for kind in "$port" $([[ $registry == harbor && $scheme == https ]] && echo $((port + 1))); do preflight_port "$kind"; done
}

# Harbor takes over from its two minor versions before only: see its RELEASES.md.
refuse_jump() { # version of before
  local from to
  IFS=. read -r _ from _ <<<"$1"
  IFS=. read -r _ to _ <<<"$version"
  [[ -z $from ]] || ((to - from <= 2)) ||
    refuse version-jump "Harbor $1 is installed, and $version takes over from its two minor versions before only." "Go over to 2.$((from + 2)) first (--release), then to $version."
}

preflight_docker() {
  local major minor
  IFS=. read -r major minor _ <<<"$docker_version"
  [[ $registry == harbor ]] || return 0
  ((major > 20 || (major == 20 && ${minor#0} + 0 >= 10))) || refuse docker-too-old "Docker $docker_version is too old for Harbor." "Install Docker 20.10 or newer."
  [[ -n $compose_version ]] || refuse compose-missing "Compose is not installed." "Install it: apt-get install docker-compose, or docker-compose-plugin from Docker's own packages."
  IFS=. read -r major minor _ <<<"$compose_version"
  ((major > 2 || (major == 2 && minor >= 3) || (major == 1 && minor >= 18))) || refuse compose-too-old "Compose $compose_version is too old for Harbor." "Install Compose 2.3 or newer."
}

preflight_room() {
  local machine memory
  machine=$(uname -m)
  if [[ $registry == harbor ]]; then
    [[ $machine == x86_64 ]] || refuse architecture "Harbor has installers for amd64 only; this is $machine." "Use the plain registry: --registry distribution"
    memory=$(awk '$1 == "MemTotal:" { printf "%.0f", $2 * 1024 }' /proc/meminfo)
    ((memory >= min_memory)) || refuse too-little-memory "Harbor needs 4 GB of memory; there are $memory bytes." "Use the plain registry: --registry distribution. Or add memory."
    (($(nproc) >= min_cpus)) || refuse too-little-cpu "Harbor needs $min_cpus processors; there are $(nproc)." "Use the plain registry: --registry distribution"
  fi
  [[ -d $(existing "$data") ]] || refuse no-data-folder "There is no disk for $data." "Choose another folder: --data DIR"
  gib "$min_free"
  ((disk_avail >= min_free)) || refuse too-little-disk "There are $disk_avail bytes free for $data; $min_free ($REPLY) are asked for." \
    "Choose a folder on a larger disk (--data DIR), or ask for less: --min-free SIZE"
}

preflight_foreign() {
  local name folder
  while IFS='|' read -r name folder; do
    case $name in
      harbor-core | harbor-db | harbor-log | harbor-portal | harbor-jobservice)
        [[ $folder == "$install"/* ]] || refuse foreign-harbor "There is a Harbor on this host that was not installed by this script: $name, from ${folder:-an unknown folder}." \
          "Use that one, or remove it first (in its folder: docker compose down). It is left alone."
        ;;
    esac
  done < <(docker_ ps --all --format '{{.Names}}|{{.Label "com.docker.compose.project.working_dir"}}')
  [[ $registry != harbor || ! -e $data/database/PG_VERSION || -s $SECRETS/database-password ]] || refuse foreign-data "$data holds the database of a Harbor, and its password is not with us." \
    "Choose another folder (--data DIR), or put the password of that database into $SECRETS/database-password (for root only)."
}

# shellcheck disable=SC2016 # the inner shell reads them
answers() { timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>/dev/null 9>&-; }

# K3s' service load balancer takes ports by rules of the firewall: nothing listens there, and only a connection shows it.
preflight_port() { # port
  local address owner
  owner=$(docker_ ps --filter "publish=$1" --format '{{.Names}}|{{.Label "com.docker.compose.project.working_dir"}}')
  [[ $owner != *"|$install/"* && $owner != "$CONTAINER|"* ]] || return 0
  for address in 127.0.0.1 $(hostname -I 2>/dev/null | tr ' ' '\n' | grep -v :); do
    ! answers "$address" "$1" || refuse port-in-use "Something answers on port $1 ($address) already${owner:+: ${owner%%|*}}." \
      "Choose another port (--port N), or stop what uses it (ss -ltnp 'sport = :$1'; kubectl get svc -A)."
  done
  ! awk -v port="$(printf ':%04X' "$1")" '$4 == "0A" && substr($2, length($2) - 4) == port { found = 1 } END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null ||
    refuse port-in-use "Something listens on port $1 already." "Choose another port (--port N), or stop what uses it (ss -ltnp 'sport = :$1')."
}
