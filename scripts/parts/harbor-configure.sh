# --- configuration and passwords --------------------------------------------------------------------------------------

do_configure() {
  make_password "$SECRETS/admin-password" && make_certificate || return 1
  if [[ $registry == harbor ]]; then
    make_password "$SECRETS/database-password" && write_harbor_yml || return 1
  else
    write_accounts || return 1
  fi
  # Under another name or port, the accounts' file and the host's trust are of no use.
  [[ $(grep -sE '^(host|port)=' "$install/configured") == "host=$host"$'\n'"port=$port" ]] || rm -f "$SECRETS"/{use,trust}
  [[ $installed == none || $configured != "$installed" ]] || cp -p "$install/configured" "$install/configured.before" || return 1
  { echo "$want" && config_text; } | replace_file "$install/configured" 0644
}

# One that is there stays: the database and the administrator know it.
make_password() { # file
  local word=''
  [[ ! -s $1 ]] || { [[ $(stat -c '%u %a' "$1") == '0 600' ]] || chown 0:0 "$1" && chmod 600 "$1"; return; }
  until [[ ${#word} == 24 && $word =~ [A-Z] && $word =~ [a-z] && $word =~ [0-9] ]]; do word=$(head -c 256 /dev/urandom | tr -dc 'A-Za-z0-9' | head -c 24); done
  printf '%s\n' "$word" | replace_file "$1" 0600
}

readonly TLS_DAYS=3650

make_certificate() {
  local folder=$install/tls name=DNS:$host
  cert_file=$cert key_file=$key ca_file=''
  [[ $scheme == https ]] || return 0
  if [[ -n $cert ]]; then
    openssl verify "$cert" >/dev/null 2>&1 9>&- || ca_file=$cert
    return 0
  fi
  cert_file=$folder/server.crt key_file=$folder/server.key ca_file=$folder/ca.crt
  [[ ! $host =~ ^[0-9.]+$ ]] || name=IP:$host
  if openssl verify -CAfile "$ca_file" "$cert_file" >/dev/null 2>&1 9>&- && openssl x509 -in "$cert_file" -noout -ext subjectAltName 2>/dev/null 9>&- | tr -d ' ' | sed 's/IPAddress:/IP:/g' | grep -qF "$name"; then
    return 0
  fi
  if (
    umask 077
    mkdir -p "$folder" && cd "$folder" || exit 1
    [[ -s ca.crt && -s ca.key ]] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt -days $TLS_DAYS \
      -subj "/CN=edge-phase1 registry of $(hostname)" -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign || exit 1
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr -subj "/CN=$host" || exit 1
    printf 'subjectAltName=%s,IP:127.0.0.1\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n' "$name" >server.ext
    openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days $TLS_DAYS -extfile server.ext -out server.crt && rm -f server.csr server.ext && chmod 644 ca.crt server.crt
  ) >/dev/null 2>&1 9>&- && openssl verify -CAfile "$ca_file" "$cert_file" >/dev/null 2>&1 9>&-; then return 0; fi
  last_output="openssl could not make a certificate in $folder."
  return 1
}

yaml_text() { REPLY="'${1//\'/\'\'}'"; }

# The whole file, with every key that one of the versions from 2.10 on asks for; the others pass over those they do not know.
write_harbor_yml() {
  local file=$install/$version/harbor/harbor.yml admin database http=$port
  [[ $scheme == http ]] || http=$((port + 1))
  yaml_text "$(<"$SECRETS/admin-password")" && admin=$REPLY
  yaml_text "$(<"$SECRETS/database-password")" && database=$REPLY
  [[ $installed == none || $(head -n 1 "$file" 2>/dev/null) != "# edge-phase1 $installed" ]] || cp -p "$file" "$file.before" || return 1
  {
    printf '# edge-phase1 %s\n# Written by %s; changes by hand are lost when it is written again.\nhostname: %s\nhttp:\n  port: %s\n' "$want" "$NAME" "$host" "$http"
    [[ $scheme == http ]] || printf 'https:\n  port: %s\n  certificate: %s\n  private_key: %s\n' "$port" "$cert_file" "$key_file"
    # The installer reads the data volume with awk: no quotes.
    printf 'harbor_admin_password: %s\ndatabase:\n  password: %s\n  max_idle_conns: 100\n  max_open_conns: 900\n  conn_max_lifetime: 5m\n  conn_max_idle_time: 0\ndata_volume: %s\n' "$admin" "$database" "$data"
    printf 'jobservice:\n  max_job_workers: 10\n  max_job_duration_hours: 24\n  job_loggers:\n    - STD_OUTPUT\n    - FILE\n  logger_sweeper_duration: 1\n'
    printf 'notification:\n  webhook_job_max_retry: 3\n  webhook_job_http_client_timeout: 3\n'
    printf 'log:\n  level: info\n  local:\n    rotate_count: %s\n    rotate_size: %s\n    location: %s/log\n_version: %s.0\n' "$log_count" "$log_size" "$data" "${version%.*}"
    printf 'proxy:\n  http_proxy: %s\n  https_proxy: %s\n  no_proxy: %s\n  components:\n    - core\n    - jobservice\n' "$http_proxy" "$https_proxy" "$no_proxy"
    printf 'network:\n  allow_private_network_access: true\n'
    printf 'upload_purging:\n  enabled: true\n  age: 168h\n  interval: 24h\n  dryrun: false\ncache:\n  enabled: false\n  expire_hours: 24\n'
  } | replace_file "$file" 0600
}
