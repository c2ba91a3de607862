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
