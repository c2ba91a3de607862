# Stands in for Harbor's common.sh: what its install.sh asks of the host.
note() { printf '\nNote: %s\n' "$@"; }
error() { printf '✖ %s\n' "$@"; }
h2() { printf '\n%s\n' "$@"; }

check_docker() {
  docker --version >/dev/null 2>&1 || { error 'Need to install docker(20.10.10-ce+) first and run this script again.' && exit 1; }
  note "docker version: $(docker version --format '{{.Client.Version}}')"
}

check_dockercompose() {
  if docker compose version >/dev/null 2>&1; then
    DOCKER_COMPOSE='docker compose'
  elif docker-compose --version >/dev/null 2>&1; then
    DOCKER_COMPOSE='docker-compose'
  else
    error 'Need to install docker-compose(1.18.0+) or a docker-compose-plugin by yourself first and run this script again.'
    exit 1
  fi
}
