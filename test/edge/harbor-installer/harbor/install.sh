#!/bin/bash
# Stands in for Harbor's install.sh. Like it, it takes down whatever runs, with `down -v`, before it starts.
set -e
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=common.sh
source ./common.sh
h2 '[Step 0]: checking if docker is installed ...'
check_docker
h2 '[Step 1]: checking docker-compose is installed ...'
check_dockercompose
h2 '[Step 2]: loading Harbor images ...'
docker load -i ./harbor*.tar.gz
h2 '[Step 3]: preparing environment ...'
h2 '[Step 4]: preparing harbor configs ...'
./prepare
if [[ -n $($DOCKER_COMPOSE ps -q) ]]; then
  note 'stopping existing Harbor instance ...'
  $DOCKER_COMPOSE down -v
fi
h2 '[Step 5]: starting Harbor ...'
$DOCKER_COMPOSE up -d
printf '✔ ----Harbor has been installed and started successfully.----\n'
