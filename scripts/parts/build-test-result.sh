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
