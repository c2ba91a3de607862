# --- the plain registry: one container --------------------------------------------------------------------------------

fetch_image() {
  local file=$source image
  mkdir -p "$install/fetch" "$install/distribution" || { last_output="$install cannot be made." && return 1; }
  if [[ $source == /* || $source == http* ]]; then
    if [[ $source == http* ]]; then
      file=$install/fetch/registry.tar
      download "$file" || return 1
    fi
    has_sha256 "$file" || return 1
    tool docker load -i "$file" || return 1
    image=${last_output#*: }
    [[ $file == "$source" ]] || rm -f "$file"
  else
    docker_ image inspect "$source" >/dev/null 2>&1 || tool docker pull -q "$source" || return 1
    image=$source
  fi
  docker_ image inspect "$image" >/dev/null 2>&1 || { last_output="The image '$image' is not there after it was loaded." && return 1; }
  echo "$image" | replace_file "$install/distribution/image" 0644 && echo "$source $sha256" | replace_file "$install/distribution/source" 0644
}

# name, hash of the password: the registry reads passwords in bcrypt only. Perl has it from the C library.
account_line() { # name file
  local salt
  salt=$(head -c 256 /dev/urandom | tr -dc 'A-Za-z0-9' | head -c 22)
  # shellcheck disable=SC2016 # it is Perl
  perl -e 'my ($name, $salt) = @ARGV; my $word = <STDIN>; chomp $word; my $hash = crypt($word, "\$2b\$10\$$salt"); length($hash // "") == 60 or exit 1; print "$name:$hash\n"' \
    "$1" "$salt" <"$2" 9>&-
}

write_accounts() {
  local admin account=''
  need_tool perl perl
  (umask 077 && mkdir -p "$install/distribution/auth") || return 1
  admin=$(account_line admin "$SECRETS/admin-password") || { last_output="This system's C library cannot make a bcrypt password." && return 1; }
  [[ ! -s $SECRETS/robot-password ]] || account=$(account_line "$robot" "$SECRETS/robot-password")
  printf '%s\n' "$admin" ${account:+"$account"} | replace_file "$install/distribution/auth/htpasswd" 0644
}

# Another container only where the configuration is another.
start_container() {
  local image tls=()
  image=$(<"$install/distribution/image")
  if [[ $(docker_ inspect --format '{{index .Config.Labels "edge-phase1.config"}}' "$CONTAINER" 2>/dev/null) == "$config_sha256" ]]; then
    tool docker start "$CONTAINER"
    return
  fi
  mkdir -p "$data" || return 1
  make_certificate || return 1
  [[ $scheme == http ]] || tls=(-v "$cert_file:/tls/server.crt:ro" -v "$key_file:/tls/server.key:ro" -e REGISTRY_HTTP_TLS_CERTIFICATE=/tls/server.crt -e REGISTRY_HTTP_TLS_KEY=/tls/server.key)
  docker_ rm --force "$CONTAINER-before" >/dev/null 2>&1
  if docker_ inspect "$CONTAINER" >/dev/null 2>&1; then
    { docker_ rename "$CONTAINER" "$CONTAINER-before" && docker_ stop "$CONTAINER-before"; } >/dev/null || { last_output="The container of before cannot be stopped." && return 1; }
  fi
  tool docker run --detach --name "$CONTAINER" --restart always --label "edge-phase1.config=$config_sha256" --publish "$port:5000" \
    --log-opt "max-size=${log_size,,}" --log-opt "max-file=$log_count" --log-driver json-file \
    -v "$data:/var/lib/registry" -v "$install/distribution/auth:/auth:ro" ${tls[@]+"${tls[@]}"} \
    -e REGISTRY_AUTH=htpasswd -e REGISTRY_AUTH_HTPASSWD_REALM=registry -e REGISTRY_AUTH_HTPASSWD_PATH=/auth/htpasswd \
    -e REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY=/var/lib/registry -e REGISTRY_HTTP_ADDR=:5000 -e REGISTRY_STORAGE_DELETE_ENABLED=true \
    ${http_proxy:+-e "HTTP_PROXY=$http_proxy"} ${https_proxy:+-e "HTTPS_PROXY=$https_proxy"} ${no_proxy:+-e "NO_PROXY=$no_proxy"} "$image"
}

undo_container() {
  docker_ rm --force "$CONTAINER" >/dev/null 2>&1
  REPLY="Nothing is left running. Mend the cause, then run this again."
  docker_ inspect "$CONTAINER-before" >/dev/null 2>&1 || return 0
  docker_ rename "$CONTAINER-before" "$CONTAINER" >/dev/null && docker_ start "$CONTAINER" >/dev/null || return 1
  REPLY="The container of before runs again. Mend the cause, then run this again."
}
