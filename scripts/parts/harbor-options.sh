# --- options of this step ---------------------------------------------------------------------------------------------

readonly SECRETS=$STATE/harbor
readonly NEW_PASSWORD=$RUNS/harbor-password

registry=harbor version='' source='' sha256='' host='' port=8085 scheme=http cert='' key='' data='' install=/opt/edge-phase1/harbor
log_size=50M log_count=10 http_proxy='' https_proxy='' no_proxy='' password_stdin=0
project=ci robot=ci keep=10 gc='0 0 3 * * 0' proxy_project='' trust=docker,k3s
min_free=40000000000 min_memory=3800000000 min_cpus=2 patience=600 remove_data=''

step_option() { # name value
  local value=${2-}
  taken=2
  case $1 in
    --password-stdin) password_stdin=1 taken=1 ;;
    --min-free | --min-memory)
      (($# >= 2)) || return 0
      parse_size "$1" "$value"
      if [[ $1 == --min-free ]]; then min_free=$REPLY; else min_memory=$REPLY; fi
      ;;
    --registry | --release | --source | --sha256 | --host | --port | --scheme | --cert | --key | --data | --install | --log-size | \
      --log-count | --http-proxy | --https-proxy | --no-proxy | --project | --robot | --keep | --gc | --proxy-project | --trust | \
      --min-cpus | --patience | --remove-data)
      [[ $value != *$'\n'* ]] || wrong_usage "$1: one line only"
      local name=${1#--}
      [[ $name != release ]] || name=version
      printf -v "${name//-/_}" '%s' "$value"
      ;;
    *) taken=0 ;;
  esac
}

is() { # option value pattern what
  [[ $2 =~ $3 ]] || wrong_usage "$1: '$2' is not $4"
}

check_options() {
  local name='^[a-z0-9]+([._-][a-z0-9]+)*$' path='^/[A-Za-z0-9._/+@-]+$' url='^(https?://[^[:space:]"\\]+)?$'
  [[ -z $attach$stop ]] || return 0
  one_of --registry "$registry" harbor distribution
  is --install "$install" "$path" 'an absolute path of letters, digits and . _ - + @'
  install=${install%/}
  if [[ $mode == rollback ]]; then return 0; fi
  [[ -n $version || $registry == distribution ]] || version=2.15.2
  version=${version#v}
  is --release "$version" '^([0-9]+\.[0-9]+\.[0-9]+)?$' 'a version as 2.14.0'
  [[ $registry == distribution || $version =~ ^2\.(1[0-9]|[2-9][0-9])\. ]] || wrong_usage "--release: Harbor 2.10 or newer"
  [[ -n $host ]] || wrong_usage "--host is needed: the name or address by which the clients reach the registry"
  is --host "$host" '^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$' 'a host name or an IPv4 address'
  is --port "$port" '^[1-9][0-9]{0,4}$' 'a port'
  ((port < 65535)) || wrong_usage "--port: '$port' is not a port"
  one_of --scheme "$scheme" http https
  [[ -n $data ]] || wrong_usage "--data is needed: the folder for images and database"
  is --data "$data" "$path" 'an absolute path of letters, digits and . _ - + @'
  data=${data%/}
  [[ "$data/" != "$install/"* && "$install/" != "$data/"* && /$data/ != */../* && /$install/ != */../* ]] || wrong_usage "--data: it must lie outside of $install, without .."
  [[ -n $source || $registry == harbor ]] || wrong_usage "--source is needed for distribution: a file made by docker save, or the name of an image"
  [[ -n $source ]] || source=https://github.com/goharbor/harbor/releases/download/v$version/harbor-offline-installer-v$version.tgz
  is --source "$source" '^[^[:space:]"\\]+$' 'a URL, a path or an image, without spaces and quotes'
  is --sha256 "$sha256" '^([0-9a-fA-F]{64})?$' 'a sha256 (64 hexadecimal digits)'
  sha256=${sha256,,}
  is --cert "$cert" '^(/[^[:space:]]+)?$' 'an absolute path'
  is --key "$key" '^(/[^[:space:]]+)?$' 'an absolute path'
  is --log-size "$log_size" '^[1-9][0-9]{0,5}[kMG]$' 'a size as 50M'
  is --log-count "$log_count" '^[1-9][0-9]{0,2}$' 'a number from 1 to 999'
  is --http-proxy "$http_proxy" "$url" 'a URL'
  is --https-proxy "$https_proxy" "$url" 'a URL'
  is --no-proxy "$no_proxy" '^[A-Za-z0-9.,:/*-]*$' 'a list as 10.0.0.0/8,.local'
  is --project "$project" "$name" 'the name of a project (small letters, digits, . _ -)'
  is --robot "$robot" "$name" 'a name (small letters, digits, . _ -)'
  is --keep "$keep" '^[0-9]{1,4}$' 'a number from 0 to 9999'
  is --gc "$gc" '^(none|[0-9*,/?-]+( [0-9A-Za-z*,/?#-]+){5})$' "six fields as '0 0 3 * * 0', or none"
  is --proxy-project "$proxy_project" '^([a-z0-9]+([._-][a-z0-9]+)*=https?://[^[:space:]"\\]+)?$' 'NAME=URL'
  one_of --trust "$trust" docker,k3s k3s,docker docker k3s none
  [[ $trust != k3s,docker ]] || trust=docker,k3s
  is --min-cpus "$min_cpus" '^[1-9][0-9]?$' 'a number'
  is --patience "$patience" '^[1-9][0-9]{0,4}$' 'a number of seconds'
  ((EUID != 0 || worker || !password_stdin)) || keep_password
}

# Before the worker starts: it has no standard input. The memory is where root alone can read it.
keep_password() {
  local line=''
  IFS= read -r line || [[ -n $line ]] || wrong_usage "--password-stdin: there is no line on standard input"
  { root_only_dir "$RUNS" && printf '%s\n' "$line" | replace_file "$NEW_PASSWORD" 0600; } || wrong_usage "--password-stdin: $RUNS cannot be written"
}

# What Harbor asks of a password, and what its files of variables can hold: $, quotes and # would be read as something else there.
readonly PASSWORD_CHARACTERS='^[A-Za-z0-9!%&()*+,./:;<=>?@^_{|}~-]{8,128}$'
is_good_password() { [[ $1 =~ $PASSWORD_CHARACTERS && $1 =~ [A-Z] && $1 =~ [a-z] && $1 =~ [0-9] ]]; }

check_password() {
  ((password_stdin)) && [[ -e $NEW_PASSWORD ]] || return 0
  is_good_password "$(<"$NEW_PASSWORD")" || refuse password-weak "The administrator's password is not one that Harbor takes." \
    "Give one of 8 to 128 characters with a capital, a small letter and a digit, without spaces, quotes, \$, # and backslashes; or none, and one is made."
}

# Harbor knows its administrator's password; the plain registry is told it again whenever one is given.
store_given_password() {
  ((password_stdin)) && [[ -e $NEW_PASSWORD ]] || return 0
  replace_file "$SECRETS/admin-password" 0600 <"$NEW_PASSWORD" && rm -f "$NEW_PASSWORD" || return 1
  [[ $registry == harbor || ! -s $install/distribution/auth/htpasswd ]] || write_accounts
}

# What is configured, in words that a hash can be taken of; the same in every place where plans are made.
config_text() {
  local from=''
  [[ $registry == harbor ]] || from=$source
  printf '%s\n' "registry=$registry" "version=$version" "source=$from" "host=$host" "port=$port" "scheme=$scheme" "cert=$cert" "data=$data" \
    "log_size=$log_size" "log_count=$log_count" "http_proxy=$http_proxy" "https_proxy=$https_proxy" "no_proxy=$no_proxy"
}

use_text() { echo "project=$project robot=$robot keep=$keep gc=$gc proxy_project=$proxy_project"; }

shown() { # text, without the passwords in it
  without_passwords "$1"
  printf '%s' "$REPLY"
}
