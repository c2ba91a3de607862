# --- the installer ----------------------------------------------------------------------------------------------------

do_fetch() {
  if [[ $registry == distribution ]]; then
    fetch_image
    return
  fi
  local file=$source
  mkdir -p "$install/fetch" || { last_output="$install cannot be made." && return 1; }
  if [[ $source != /* ]]; then
    file=$install/fetch/harbor-offline-installer-v$version.tgz
    download "$file" || return 1
  fi
  has_sha256 "$file" || return 1
  unpack "$file" || return 1
  [[ $source == /* ]] || rm -f "$file"
}

has_sha256() { # file
  local found
  found=$(sha256sum "$1" 2>&1 9>&-) found=${found%% *}
  [[ $found != "$sha256" ]] || { emit output "    its sha256 is as expected" "sha256=$found" && return; }
  last_output="${1##*/} has sha256 $found, expected was $sha256."
  # What was fetched is another file, or broken: it must not be gone on with.
  [[ $1 != "$install/fetch/"* ]] || rm -f "$1"
  return 1
}

# A download that was cut short is gone on with, also one of an earlier run.
download() { # file
  local part=$1.part left code=0 size=0 before total='' began=$SECONDS settings=$RUNS/harbor-fetch.curl
  [[ ! -e $1 ]] || return 0
  { printf 'url = "%s"\n' "$source" && fetch_proxy; } | replace_file "$settings" 0600 || return 1
  total=$(curl -K "$settings" -sIL -m 30 9>&- | tr -d '\r' | sed -n 's/^[Cc]ontent-[Ll]ength: //p' | tail -n 1)
  for ((left = 6; left > 0; left--)); do
    before=$(stat -c %s "$part" 2>/dev/null || echo 0)
    [[ ! $total =~ ^[0-9]+$ ]] || has_room $((total - before)) || { code=23 && break; }
    [[ ! $total =~ ^[0-9]+$ || $before != "$total" ]] || { code=0 && break; }
    ((before == 0)) || emit progress "      going on after $before bytes" "bytes:=$before"
    curl -K "$settings" -fsSL -C - --connect-timeout 30 --speed-limit 1000 --speed-time 60 -o "$part" 2>"$RUNS/harbor-fetch.err" 9>&- &
    fetch_progress $! "$part" "${total:-0}" "$began"
    wait $!
    code=$?
    size=$(stat -c %s "$part" 2>/dev/null || echo 0)
    ((code == 0)) && break
    last_output="$(tail -n 1 "$RUNS/harbor-fetch.err") ($size bytes are here)"
    case $code in
      23) break ;; # the disk is full
      33) rm -f "$part" ;; # this server cannot go on in the middle
      22) ((size > before)) || break ;; # it answered with an error
    esac
    sleep 2
  done
  rm -f "$settings" "$RUNS/harbor-fetch.err"
  ((code == 0)) && mv -f "$part" "$1"
}

fetch_proxy() {
  [[ -z $http_proxy$https_proxy ]] || printf 'proxy = "%s"\nnoproxy = "%s"\n' "${https_proxy:-$http_proxy}" "$no_proxy"
}

fetch_progress() { # pid file total began
  local size last=0
  while kill -0 "$1" 2>/dev/null; do
    sleep 1
    ((SECONDS - last >= 5)) || continue
    last=$SECONDS size=$(stat -c %s "$2" 2>/dev/null || echo 0)
    emit progress "      $((size / MIB)) MiB$( (($3)) && echo " of $(($3 / MIB)) MiB") fetched in $((SECONDS - $4)) s" "bytes:=$size" "total:=$3"
  done
}

# What is in the archive is compressed already, so that it takes as much as the archive itself.
has_room() { # bytes
  local avail
  avail=$(df -B1 --output=avail "$install" | tail -n 1)
  ((avail > $1 + 64 * MIB)) || { last_output="There is no room in $install: $1 bytes and 64 MiB are needed, $avail are free." && return 1; }
}

unpack() { # file
  local part=$install/$version.part
  rm -rf "$part"
  has_room "$(stat -c %s "$1")" && mkdir "$part" || return 1
  if ! tool tar -xzf "$1" -C "$part" --no-same-owner; then
    rm -rf "$part"
    return 1
  fi
  if [[ ! -x $part/harbor/prepare || ! -f $part/harbor/common.sh ]] || ! ls "$part"/harbor/harbor*"$version"*.tar.gz >/dev/null 2>&1; then
    rm -rf "$part"
    last_output="${1##*/} is not the offline installer of Harbor $version: it lacks prepare, common.sh or the images of that version."
    return 1
  fi
  # Whole or not at all, also after a power cut.
  sync -f "$part" && rm -rf "${install:?}/$version" && mv -T "$part" "$install/$version" && sync "$install" && is_fetched
}
