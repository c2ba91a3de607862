#!/usr/bin/env bash
# harbor-phase1.sh - a local registry for images: Harbor from its offline installer, or a plain registry for small hosts.
#
#   sudo bash harbor-phase1.sh --host 192.168.1.10 --data /srv/harbor --source /root/harbor-offline-installer-v2.14.0.tgz --sha256 ...
#   bash harbor-phase1.sh --help        all options and exit codes
#
# Needs nothing but this file, bash, curl, openssl, Docker and Compose. A registry that runs as wanted is left alone. Passwords are never on a
# command line, nor in the output, nor in the journal: they lie in files that only root can read, in /var/lib/edge-phase1/harbor.
# shellcheck disable=SC2317 # the changes are called by name: do_$change

readonly STEP=harbor SCRIPT_VERSION=1 INTERRUPTIBLE=0
readonly EXPECTABLE=(version config_sha256 installed)
readonly HARMLESS=(fetch configure)
readonly ROLLBACK_HELP='stop and remove what this script has installed; the data stay (see --remove-data)'
readonly OPTIONS_HELP="What to install
  --registry KIND      harbor (default), or distribution: one container, for hosts with less than 4 GB of memory
  --release X.Y.Z      of Harbor (default 2.15.2)
  --source WHERE       the offline installer: a URL or the path of a file (default: Harbor's release on GitHub);
                       for distribution: a file made by docker save, or the name of an image
  --sha256 HEX         of that file
  --host NAME          name or address by which the clients reach the registry
  --port N             (default 8085; with https Harbor also takes the next one, for its redirect from HTTP)
  --scheme S           http (default) or https
  --cert FILE --key FILE   for https; without them a certificate is made here, with an authority of its own
  --data DIR           where the images and the database live
  --install DIR        where the programs live (default /opt/edge-phase1/harbor)
  --log-size SIZE --log-count N   Harbor's log files: so large, and so many of each (default 50M and 10); they lie in DIR/log
  --http-proxy URL --https-proxy URL --no-proxy LIST   for the download, and for Harbor itself
  --password-stdin     the administrator's password is the first line of standard input; without it one is made

What to do with it
  --project NAME       project for CI (default ci)
  --robot NAME         account for CI, which may push and pull there and nothing else (default ci)
  --keep N             artifacts that are kept in each repository of the project, the newest (default 10; 0: all)
  --gc 'CRON'          when the registry frees the space of what was deleted (default '0 0 3 * * 0', six fields with seconds; none)
  --proxy-project NAME=URL   a project that fetches from another registry and keeps what it fetched
  --trust LIST         docker,k3s (default), either of them, or none: who on this host is told to use it

Limits
  --min-free SIZE      free space that DIR must have (default 40GB), --min-memory SIZE (default 3800MB: 4 GB less what the
                       kernel keeps for itself), --min-cpus N (default 2): what Harbor's documentation asks for
  --patience SECONDS   until every component has to be healthy (default 600)

With --rollback
  --remove-data NAME   delete the data too; NAME is the last part of their folder's path"

#@ frame

#@ json

#@ docker-client

#@ harbor-options

#@ harbor-look

#@ harbor-fetch

#@ harbor-configure

#@ harbor-run

#@ harbor-distribution

#@ harbor-api

#@ harbor-use

#@ harbor-trust

# --- plan -------------------------------------------------------------------------------------------------------------

observe() {
  ((!password_stdin)) || trap 'rm -f "$NEW_PASSWORD"' EXIT
  need_tool curl curl
  need_tool openssl openssl
  need_tool sha256sum coreutils
  observe_docker
  read_marks
  config_sha256=$(config_text | sha256sum) config_sha256=${config_sha256%% *}
  want="$registry ${version:--} $config_sha256"
}

plan() {
  local there
  changes=()
  check_password
  if [[ $installed != "$want" ]]; then
    preflight
    is_fetched || changes+=(fetch)
    [[ $configured == "$want" ]] || changes+=(configure)
    changes+=(install start prove)
  else
    look_at_services
    look_at_health
    [[ -z $down$ill ]] || changes+=(start)
    is_proven || changes+=(prove)
  fi
  there=$(result_field registry)
  [[ $there == "$host:$port" && $(result_field use) == "$(use_text)" ]] || changes+=(use)
  [[ $trust == none || ($there == "$host:$port" && $(result_field trust) == "$trust") ]] || changes+=(trust)
  [[ " ${changes[*]:-} " != *' trust '* ]] || refuse_trust
}

plan_rollback() {
  changes=()
  take_configured
  look_at_services
  [[ -z $remove_data || $remove_data == "${data##*/}" ]] || refuse wrong-name "The data lie in $data; --remove-data says '$remove_data'." \
    "Write --remove-data ${data##*/} to delete them, or leave it out to keep them."
  [[ -z $running ]] || changes+=(stop)
  if [[ -e $install/configured || -d $install/fetch ]] || ls -d "$install"/*/ >/dev/null 2>&1; then changes+=(remove); fi
  if [[ -n $remove_data && -d $data && " ${changes[*]:-} " != *' remove '* ]]; then changes+=(remove); fi
  [[ -z $(trusted_by) ]] || changes+=(untrust)
}

describe() {
  case $1 in
    fetch) if [[ $registry == harbor ]]; then REPLY="fetch Harbor's installer from $(shown "$source"), check its sha256, and unpack it in $install/$version"; else REPLY="load the image of the registry from $(shown "$source")"; fi ;;
    configure) REPLY="write the configuration and its passwords, for root only" ;;
    install)
      REPLY="start it in $install, with its data in $data"
      [[ $installed == none ]] || REPLY="stop what runs ($(installed_text)), and $REPLY; images are kept"
      [[ -z $(upgraded_from) ]] || REPLY+="; the database of $(upgraded_from) is copied first"
      ;;
    start) REPLY="bring every component up, and wait until all are healthy (at most $patience s)" ;;
    prove) REPLY="push a small image, remove it here, pull it again, and see that a push without a password is refused" ;;
    use) REPLY="make the account $robot for CI$([[ $registry == harbor ]] && echo " in the project $project, with what it keeps and when space is freed")" ;;
    trust) REPLY="tell ${trust/,/ and } on this host to use it (Docker by a reload; K3s reads it at its next start)" ;;
    stop) REPLY="stop the registry: ${running//$'\n'/ }" ;;
    remove) REPLY="delete $install$([[ -z $remove_data ]] && echo "; the data in $data and the passwords stay" || echo ", the data in $data and the passwords")" ;;
    untrust) REPLY="take it out of the configuration of $(trusted_by)" ;;
  esac
}

plan_text() {
  gib "$disk_avail"
  plan_fields=("version=$version" "config_sha256=$config_sha256" "installed=$installed" "registry=$host:$port")
  if [[ $mode == rollback ]]; then
    REPLY="Found: $(installed_text) in $install, data in ${data:-?}"
    ((${#changes[@]})) || REPLY="Nothing to do: nothing of this script is installed in $install."
    return
  fi
  REPLY="Found: Docker $docker_version, Compose ${compose_version:-(none)}; installed: $(installed_text); $REPLY free for $data"
  [[ $installed != "$want" ]] || REPLY+="
All services run and are healthy: $([[ -z $down$ill ]] && echo yes || echo "no: $down $ill")"
  [[ $registry != harbor || ! $version =~ ^2\.([0-9]|1[0-2])\. ]] || REPLY+="
Note: Harbor $version is out of support; the newest three minor versions are supported."
  if ((${#changes[@]})); then REPLY+="
Plan: $registry${version:+ $version} at $scheme://$host:$port"; else REPLY+="
Nothing to do: it runs as wanted, and push and pull were proven."; fi
}

installed_text() { sed 's/ [^ ]*$//; s/ -$//' <<<"$installed"; }

target_text() {
  REPLY="$registry${version:+ $version} at $host:$port"
  [[ $mode != rollback ]] || REPLY="no registry in $install"
}

prepare_state() { root_only_dir "$SECRETS" && { [[ $mode == rollback ]] || store_given_password; }; }

before_changes() {
  trap 'rm -rf "$RUNS/harbor.curl" "$RUNS/harbor-docker" "$NEW_PASSWORD"' EXIT
  begin_fields=("version=$version" "config_sha256=$config_sha256")
}

change_record() { record_fields=("version=$version" "config_sha256=$config_sha256"); }

success_text() {
  success_fields=("registry=$host:$port")
  if [[ $mode == rollback ]]; then
    REPLY="
DONE: verified by looking. The registry is gone from $install.$([[ -d $data ]] && echo " Its data are in $data still.")"
    return
  fi
  REPLY="
DONE: $registry${version:+ $version} answers at $scheme://$host:$port.
The administrator's password is in $SECRETS/admin-password, the account for CI in $SECRETS/robot.json (for root only)."
}
