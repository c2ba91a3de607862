# --- a build cache in a registry --------------------------------------------------------------------------------------

readonly ROBOT=$STATE/harbor/robot.json
# mode=max: the layers of all stages. As an image manifest, since Harbor does not take the older form, an index of layers
# (moby/buildkit issue 2479); BuildKit 0.12 and later know it.
readonly CACHE_FORM=mode=max,image-manifest=true,oci-mediatypes=true
# Registry, path, tag: nothing that would begin another field of --cache-from, and never a name that means Docker Hub.
readonly CACHE_REF='^([A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?|[A-Za-z0-9-]+:[0-9]{1,5}|localhost)(/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?$'
with_account=() cache_written=false

check_registry_cache() {
  [[ -z $registry_cache || $registry_cache =~ $CACHE_REF ]] || wrong_usage "--registry-cache: '$registry_cache' is not REGISTRY/NAME:TAG, as 10.0.0.5:8085/ci/cache:app"
  ((!count[registry])) || [[ -n $registry_cache ]] || wrong_usage "--runs: registry needs --registry-cache"
  ((!write_cache || count[registry])) || wrong_usage "--write-registry-cache: nothing would use it; add registry=1 to --runs"
}

observe_registry_cache() {
  ((count[registry])) && [[ $builder == throwaway ]] || return 0
  [[ -n $buildx_version ]] || refuse no-buildx "Without buildx Docker cannot use a build cache in a registry." "Install it (apt-get install docker-buildx), or leave registry out of --runs."
}

do_registry() { unless_stopped measure_registry; }

# The last of all, since each build has a new builder. Only of side a: one name in the registry holds one cache.
measure_registry() {
  local k code=0
  [[ -z $build_failed ]] || return 0
  sizes
  [[ ! -e $work/unchanged ]] || cp -p "$work/unchanged" "${side_copy[a]}/$changed_file" || return 1
  registry_account || { last_output="The account for the registry cannot be written." && return 1; }
  ((!write_cache)) || fill_registry || code=$?
  ((!stopping && code < 2)) || return 1
  if ((code)); then
    skipped registry "the cache could not be written: $last_output"
    return 0
  fi
  if ! registry_has_cache; then
    ((!stopping)) || return 1
    skipped registry "there is no cache to read at $registry_cache: $last_output"
    return 0
  fi
  for ((k = 1; k <= count[registry]; k++)); do
    [[ -z $build_failed ]] || return 0
    new_builder || return 1
    drop_page_cache
    step_k=$((step_k + 1))
    build a registry "$k" 1 || return 1
  done
}

# The account for CI that the step harbor made, where the cache is in that registry; else root's own `docker login`. In a file
# for root that goes with the run: on no command line.
registry_account() {
  local at=${registry_cache%%/*} name secret
  [[ -s $ROBOT ]] || return 0
  json_text=$(<"$ROBOT")
  json_read && [[ ${json_raw[.registry]-} == "\"$at\"" ]] || return 0
  name=${json_raw[.name]-} secret=${json_raw[.secret]-}
  name=${name#\"} secret=${secret#\"}
  root_only_dir "$work/docker" || return 1
  [[ ! -d $HOME/.docker/cli-plugins ]] || ln -s "$HOME/.docker/cli-plugins" "$work/docker/cli-plugins"
  printf '{"auths":{"%s":{"auth":"%s"}}}\n' "$at" "$(printf '%s:%s' "${name%\"}" "${secret%\"}" | base64 -w 0)" | replace_file "$work/docker/config.json" 0600 || return 1
  with_account=(env "DOCKER_CONFIG=$work/docker")
}

# Docker exports a cache only from containerd's store of images. Where the server has another, a second daemon with that
# store builds once more for it; that does not count, and what is timed afterwards is in a daemon like the server's again.
# 1 where the cache was not written, 2 where there is no builder any more.
fill_registry() {
  local written=1 why
  if containerd_store; then
    write_registry
    return
  fi
  change_daemon export && provide_bases && write_registry && written=0
  why=$last_output
  ((!stopping)) || return 2
  change_daemon || return 2
  rm -rf --one-file-system "$work/export"
  last_output=$why
  return "$written"
}

change_daemon() { # [export]
  kill_daemon "$daemon_pid"
  daemon_pid=''
  start_daemon "$@"
}

# Not one that was emptied: with overlay2, Docker 26.1 fails over layers that it built itself before they were pruned ("failed to
# get layer: layer does not exist").
new_builder() {
  kill_daemon "$daemon_pid"
  daemon_pid=''
  rm -rf --one-file-system "$work/data"
  start_daemon && provide_bases
}

write_registry() {
  build a export 1 0 || return 1
  if [[ -n $build_failed ]]; then
    build_failed='' last_output=$(failure_words | tail -n 1)
    return 1
  fi
  cache_written=true
}

# Asked by a build of one file, so that a cache that is not there is known before hours of building.
registry_has_cache() {
  local probe=$work/probe
  mkdir -p "$probe" && printf 'FROM scratch\nCOPY Dockerfile /\n' >"$probe/Dockerfile" || return 1
  run_long 300 'asking the registry' ${with_account[@]+"${with_account[@]}"} docker build --tag edge-phase1-build-test:probe \
    "--progress=$progress" --cache-from "type=registry,ref=$registry_cache" "$probe" || { last_output=$(failure_words | tail -n 1) && return 1; }
  ! import_error || { last_output=$REPLY && return 1; }
}

# Why the last build did not read the cache -> REPLY; 1 where it did.
import_error() {
  REPLY=$(awk '
    match($0, /"name": *"importing cache manifest[^}]*"error": *"([^"\\]|\\.)*"/) {
      text = substr($0, RSTART, RLENGTH)
      sub(/.*"error": *"/, "", text)
      sub(/"$/, "", text)
      gsub(/\\"/, "\"", text)
      print text
      exit
    }
    /^#[0-9]+ importing cache manifest/ { id = $1 }
    id != "" && $1 == id && $2 == "ERROR:" { sub(/^#[0-9]+ ERROR: /, ""); print; exit }' "$RUNS/build-test.out")
  REPLY=${REPLY:0:300}
  [[ -n $REPLY ]]
}
