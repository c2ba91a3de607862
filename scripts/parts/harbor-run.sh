# --- starting, and starting again -------------------------------------------------------------------------------------

compose_in() { # version arguments...
  local folder=$install/$1/harbor
  shift
  (cd "$folder" && exec "${compose[@]}" "$@")
}

untouched=0 # the installation of before runs as it ran

do_install() {
  local old
  mkdir -p "$data" || { last_output="$data cannot be made." && return 1; }
  if [[ $registry == distribution ]]; then
    start_container || return 1
    echo registry | replace_file "$install/services" 0644 && mark_installed
    return
  fi
  old=$(upgraded_from)
  load_images || return 1
  [[ -z $old ]] || back_up_database "$old" || return 1
  run_prepare || return 1
  # Containers go, volumes never (no -v): the data are plain folders, and stay anyway.
  tool compose_in "${old:-$version}" down --remove-orphans || return 1
  compose_in "$version" config --services 2>/dev/null 9>&- | sort | replace_file "$install/services" 0644 || return 1
  # One that does not start at once is the business of the next change.
  tool compose_in "$version" up -d --remove-orphans
  [[ -n $(docker_ ps --filter label=com.docker.compose.project=harbor --quiet) ]] || return 1
  mark_installed
}

mark_installed() {
  echo "$want" | replace_file "$install/installed" 0644 || return 1
  installed=$want
  rm -f "$install/upgrading"
}

images_there() { docker_ images --format '{{.Repository}}:{{.Tag}}' --filter "reference=goharbor/*:v$version" | sort; }

# All or none: the list is written when the last one is there, and an image may have been pruned since.
load_images() {
  local list=$install/$version/images cause
  [[ ! -s $list || $(images_there) != "$(<"$list")" ]] || return 0
  emit progress "      loading the images"
  tool docker load -q -i "$(ls "$install/$version"/harbor/harbor*"$version"*.tar.gz)" && images_there | replace_file "$list" 0644 && return
  cause=$last_output untouched=1
  # Without the others they are of no use, and the disk may be full of them; those that run stay.
  while IFS= read -r list; do docker_ rmi "$list" >/dev/null 2>&1; done < <(images_there)
  last_output="The images cannot be loaded: $cause (df -h $(docker_ info --format '{{.DockerRootDir}}'))"
  return 1
}

run_prepare() {
  emit progress "      the installer prepares the configuration of each component"
  (cd "$install/$version/harbor" && exec ./prepare) >"$RUNS/harbor-prepare" 2>&1 9>&- </dev/null || {
    last_output=$(grep -v '^[[:space:]]*$' "$RUNS/harbor-prepare" | tail -n 1)
    rm -f "$RUNS/harbor-prepare"
    return 1
  }
  rm -f "$RUNS/harbor-prepare"
  [[ -s $install/$version/harbor/docker-compose.yml ]] || { last_output="The installer wrote no docker-compose.yml." && return 1; }
}

# While it stands still, and before a newer Harbor changes it for good.
back_up_database() { # version of before
  local folder=$data/edge-phase1-backup/database-$1 bytes
  [[ ! -s $install/upgrading || $(<"$install/upgrading") != "$1 $version" || ! -d $folder ]] || return 0
  tool compose_in "$1" stop || return 1
  [[ -d $data/database ]] || return 0
  bytes=$(du -s -B1 "$data/database" 9>&- | cut -f 1)
  ((bytes + GIB < $(df -B1 --output=avail "$data" | tail -n 1))) || { last_output="There is no room for a copy of the database ($bytes bytes) in $data." && return 1; }
  emit progress "      copying the database ($((bytes / MIB)) MiB) to $folder"
  rm -rf "$folder" "$folder.part"
  root_only_dir "$data/edge-phase1-backup" && cp -a "$data/database" "$folder.part" && sync -f "$folder.part" && mv -T "$folder.part" "$folder" &&
    echo "$1 $version" | replace_file "$install/upgrading" 0644
}

# Harbor often stays half up after a restart of Docker: its log container is what the others need, and may come too late.
do_start() {
  local deadline=$((SECONDS + patience)) next=0 told=$SECONDS
  while :; do
    look_at_services
    if [[ -n $down ]] && ((SECONDS >= next)); then
      if [[ $registry == distribution ]]; then start_container; else tool compose_in "$version" up -d; fi
      next=$((SECONDS + 20))
      look_at_services
    fi
    look_at_health
    [[ -n $down$ill ]] || return 0
    if ((SECONDS > deadline)); then
      last_output="After $patience s these do not run: ${down:-none}; these are not healthy: ${ill:-none}."
      return 1
    fi
    if ((SECONDS - told >= 15)); then
      told=$SECONDS
      emit progress "      waiting for: ${down:+$down }$ill" "down=$down" "ill=$ill"
    fi
    sleep 1
  done
}

# --- undo -------------------------------------------------------------------------------------------------------------

undo() {
  local cause=$last_output
  case $1 in
    fetch)
      REPLY="Nothing was installed. What was fetched is kept in $install/fetch and gone on with. Mend the cause (df -h $install), then run this again."
      return 0
      ;;
    configure)
      REPLY="What runs was not touched. Mend the cause (df -h $install $STATE), then run this again."
      return 0
      ;;
    install)
      undo_install || { last_output=$cause && REPLY="It could not be put back: see docker ps -a, and: cd $install/*/harbor && docker compose logs. Mend the cause, then run this again: it goes on from here. The data are kept in $data." && return 1; }
      last_output=$cause
      return 0
      ;;
    start) REPLY="See: docker ps -a; ls $data/log. Mend the cause, then run this again: it brings up what is down. Data and configuration are kept." ;;
    prove) REPLY="The registry is installed; only its proof failed. Mend the cause, then run this again. See: docker ps -a; ls $data/log" ;;
    use) REPLY="The registry runs; what it is used for is not set up. Mend the cause, then run this again." ;;
    trust) REPLY="The registry runs; this host is not told to use it. Mend the cause, then run this again." ;;
    *) REPLY="Mend the cause, then run this again: it goes on from here." ;;
  esac
  return 1
}

# What ran before runs again; where there was nothing, nothing is left running.
undo_install() {
  local old file=$install/$version/harbor/harbor.yml
  if [[ $registry == distribution ]]; then
    undo_container
    return
  fi
  old=$(upgraded_from)
  if [[ $installed == none ]]; then
    [[ ! -s $install/$version/harbor/docker-compose.yml ]] || compose_in "$version" down --remove-orphans >/dev/null 2>&1 9>&-
    REPLY="Nothing is left running; what was fetched stays in $install. Mend the cause, then run this again."
    return 0
  fi
  ((untouched)) || emit output "    putting back what ran before ($(installed_text))"
  if [[ -n $old && $untouched == 0 ]]; then
    compose_in "$version" down --remove-orphans >/dev/null 2>&1 9>&-
    if [[ -s $install/upgrading && -d $data/edge-phase1-backup/database-$old ]]; then
      rm -rf "$data/database" && cp -a "$data/edge-phase1-backup/database-$old" "$data/database" && rm -f "$install/upgrading" || return 1
    fi
    version=$old
    file=$install/$version/harbor/harbor.yml
  elif [[ -z $old && $(head -n 1 "$file.before" 2>/dev/null) == "# edge-phase1 $installed" ]]; then
    cp -p "$file.before" "$file" || return 1
  fi
  [[ $(head -n 1 "$install/configured.before" 2>/dev/null) != "$installed" ]] || cp -p "$install/configured.before" "$install/configured" || return 1
  if ((untouched)); then
    REPLY="What runs was not touched. Mend the cause, then run this again."
    return 0
  fi
  run_prepare && tool compose_in "$version" up -d --remove-orphans && take_configured && do_start || return 1
  REPLY="What ran before runs again. Mend the cause, then run this again."
}
