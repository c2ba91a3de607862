#!/usr/bin/env bash
# Sets up a self-hosted GitHub runner on this server for edge-phase1: a user of its own, the runner's archive (only if it has
# the SHA-256 that a person gives), the exact sudo rights of edge-phase1 and no others, and a systemd service.
# Run again after an update of edge-phase1, it renews the scripts and the rights, and leaves the runner as it is.
set -uo pipefail

usage() {
  cat <<'END'
usage: sudo bash scripts/setup-runner.sh --repository OWNER/NAME --archive FILE --sha256 HEX [options]

  --repository OWNER/NAME   the repository whose workflows may run here
  --archive FILE            the runner's archive (.tar.gz): a file, or an https:// address. GitHub shows address and SHA-256
                            under Settings, Actions, Runners, New self-hosted runner
  --sha256 HEX              its SHA-256, copied by you from that page
  --token-file FILE         the registration token from that page (- is standard input; default: it is asked for).
                            It is never an argument of a program
  --user NAME               the runner's user, made where it is missing (default edge-runner)
  --folder FOLDER           where the runner lives (default /opt/edge-runner)
  --name NAME               its name on GitHub (default: this host's)
  --labels A,B              more labels (default edge-server)
  --step STEP               give the rights of this step only; may be given several times. Without it: of all steps but
                            those whose right is as good as being root
  --allow-public-repository anybody can open a pull request in a public repository: only after reading SECURITY.md
  --server URL              GitHub Enterprise Server (default https://github.com)
  --plan                    show what would be done, and do nothing
  --yes                     do not ask
  --help

Exit codes: 0 done or planned, 2 wrong usage, 3 refused and nothing was changed, 5 a person is needed.
END
}

wrong() { printf 'setup-runner: %s\nTry --help.\n' "$1" >&2; exit 2; }
refuse() { printf 'REFUSED, nothing was changed: %s\nWhat to do: %s\n' "$1" "$2" >&2; exit 3; }
stop() { printf 'STOPPED: %s\nWhat to do: %s\n' "$1" "$2" >&2; exit 5; }
say() { printf '%s\n' "$*"; }

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly SUDOERS=/etc/sudoers.d/edge-phase1 LIBRARY=/usr/local/lib/edge-phase1
repository='' archive='' sha256='' token_file='' user=edge-runner folder=/opt/edge-runner name=$(uname -n) labels=edge-server
server=https://github.com steps=() public=0 only_plan=0 yes=0

while (($# > 0)); do
  case $1 in
    --help) usage; exit 0 ;;
    --plan) only_plan=1; shift; continue ;;
    --yes) yes=1; shift; continue ;;
    --allow-public-repository) public=1; shift; continue ;;
    --repository | --archive | --sha256 | --token-file | --user | --folder | --name | --labels | --step | --server) ;;
    *) wrong "'$1' is no option." ;;
  esac
  [[ -n ${2:-} ]] || wrong "$1 needs a value."
  case $1 in
    --repository) repository=$2 ;;
    --archive) archive=$2 ;;
    --sha256) sha256=${2,,} ;;
    --token-file) token_file=$2 ;;
    --user) user=$2 ;;
    --folder) folder=$2 ;;
    --name) name=$2 ;;
    --labels) labels=$2 ;;
    --step) steps+=("$2") ;;
    --server) server=${2%/} ;;
  esac
  shift 2
done

check_options() {
  local loopback='^http://127\.0\.0\.1:[0-9]+$' step
  [[ $repository =~ ^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$ ]] || wrong "--repository: '$repository' is not allowed; write OWNER/NAME."
  [[ $sha256 =~ ^[0-9a-f]{64}$ ]] || wrong "--sha256: '$sha256' is not allowed; write the 64 hexadecimal digits that GitHub shows."
  [[ $archive == https://* || -f $archive ]] || wrong "--archive: '$archive' is neither an https:// address nor a file that exists."
  [[ $user =~ ^[a-z_][a-z0-9_-]{0,31}$ && $user != root ]] || wrong "--user: '$user' is not allowed; write lower-case letters, digits, - and _, and not root."
  [[ $folder =~ ^(/[A-Za-z0-9_][A-Za-z0-9._-]*){2,}$ ]] || wrong "--folder: '$folder' is not allowed; write an absolute path of at least two folders."
  [[ $name =~ ^[A-Za-z0-9._-]{1,64}$ ]] || wrong "--name: '$name' is not allowed; write letters, digits, dots, - and _."
  [[ $labels =~ ^[A-Za-z0-9._-]+(,[A-Za-z0-9._-]+)*$ ]] || wrong "--labels: '$labels' is not allowed; write names with commas between."
  [[ $server == https://* || $server =~ $loopback ]] || wrong "--server: '$server' is not allowed; write an https:// address."
  for step in ${steps[@]+"${steps[@]}"}; do
    [[ -f $here/scripts/$step-phase1.sh ]] || wrong "--step: there is no script for '$step' in $here/scripts."
  done
  [[ -z $token_file || $token_file == - || -r $token_file ]] || wrong "--token-file: '$token_file' cannot be read."
}

# A repository that GitHub shows to somebody without an account is public.
visibility() { # -> REPLY: public, private or unknown
  local api=$server/api/v3 code
  [[ $server != https://github.com ]] || api=https://api.github.com
  code=$(curl --silent --output /dev/null --max-time 30 --write-out '%{http_code}' "$api/repos/$repository")
  case $code in
    200) REPLY=public ;;
    404) REPLY=private ;;
    *) REPLY=unknown ;;
  esac
}

check_place() {
  local program group
  for program in curl tar sha256sum visudo runuser useradd systemctl; do
    PATH=$PATH:/usr/sbin:/sbin command -v "$program" >/dev/null || refuse "$program is not installed." 'Install it, and run this again.'
  done
  [[ -f $here/dist/index.js ]] || refuse "There is no $here/dist/index.js." 'Run this from a checkout of edge-phase1.'
  for group in $(id -nG "$user" 2>/dev/null); do
    case $group in
      root | sudo | wheel | admin | docker | lxd | disk)
        refuse "The user $user is in the group $group, which is as good as being root." 'Name another user with --user: a new one is made.' ;;
    esac
  done
  # Read as root only: nobody else may look into that folder.
  if [[ -r $SUDOERS ]] && ! grep -q "^$user ALL=" "$SUDOERS"; then
    refuse "$SUDOERS gives rights to another user." "Name that user with --user, or remove the file: sudo rm $SUDOERS"
  fi
  ((public)) && return
  visibility
  case $REPLY in
    public) refuse "$repository is a public repository: anybody can open a pull request whose workflow would run on this server." \
      'Use a private repository, or read SECURITY.md and pass --allow-public-repository.' ;;
    unknown) refuse "$server did not say whether $repository is public." \
      'Check the connection to it, which the runner needs too, and run this again.' ;;
  esac
}

has_runner() { [[ -f $folder/.runner ]]; }

show_plan() {
  local what=()
  id "$user" >/dev/null 2>&1 || what+=("Make the user $user, without a password and in no other group")
  if has_runner; then what+=("Leave the runner in $folder as it is"); else
    what+=("Unpack $archive in $folder, if its SHA-256 is $sha256")
    what+=("Register it as $name with $server/$repository, labels self-hosted,$labels")
  fi
  what+=("Put the scripts of ${steps[*]:-all steps but those that are as good as root} into $LIBRARY, owned by root")
  what+=("Give $user just the rights that edge-phase1 sudoers names, in $SUDOERS")
  what+=('Run the runner as a systemd service, also after a restart of the server')
  say "On this server, $(uname -n):"
  printf '  - %s\n' "${what[@]}"
  say 'Nothing is installed from a package. The sudoers file is shown before it is put in its place.'
}

wanted() { # question
  ((yes)) && return
  local answer
  read -rp "$1 [y/N] " answer
  [[ ${answer,,} == y* ]]
}

make_user() {
  id "$user" >/dev/null 2>&1 && return
  useradd --system --user-group --home-dir "$folder" --no-create-home --shell /bin/bash "$user" ||
    stop "The user $user could not be made." 'See the message above.'
}

fetch_archive() { # -> $work/runner.tar.gz, checked
  local found
  if [[ $archive == https://* ]]; then
    curl --fail --silent --show-error --location --proto '=https' --proto-redir '=https' --output "$work/runner.tar.gz" "$archive" ||
      refuse "$archive could not be fetched." 'Check the address, or fetch it yourself and name the file.'
  else
    cp -- "$archive" "$work/runner.tar.gz" || refuse "$archive cannot be copied." 'See the message above.'
  fi
  read -r found _ < <(sha256sum "$work/runner.tar.gz")
  [[ $found == "$sha256" ]] ||
    refuse "The archive has the SHA-256 $found, not $sha256." 'Do not use it. Compare with the page again, and fetch it anew.'
}

read_token() {
  case $token_file in
    '') read -rsp 'Registration token (not shown): ' token && echo ;;
    -) IFS= read -r token ;;
    *) IFS= read -r token <"$token_file" ;;
  esac
  [[ -n $token ]] || refuse 'There is no registration token.' 'Copy it from GitHub; it is good for an hour.'
}

register() {
  if ! { install -d -o "$user" -g "$(id -gn "$user")" -m 0750 "$folder" &&
    runuser -u "$user" -- tar -xzf - -C "$folder" <"$work/runner.tar.gz"; }; then
    stop "The archive could not be unpacked in $folder." "Look at the message above, empty $folder, and run this again."
  fi
  # In the environment, because every user can read arguments in the process list.
  (cd "$folder" && ACTIONS_RUNNER_INPUT_TOKEN=$token runuser -u "$user" -- env HOME="$folder" ./config.sh --unattended --replace \
    --url "$server/$repository" --name "$name" --labels "$labels") ||
    stop 'GitHub did not take the runner.' 'See the message above; get a new token, and run this again.'
}

# From the checked archive, not from the runner's folder: what workflows can write to must not decide on rights.
node_of() { # -> REPLY: a Node runtime
  tar -xzf "$work/runner.tar.gz" -C "$work" --wildcards '*externals/node2*/bin/node' 2>/dev/null
  for REPLY in "$work"/externals/node2?/bin/node "$(command -v node)"; do
    [[ ! -x $REPLY ]] || return 0
  done
  stop 'There is no Node runtime, neither in the archive nor on the PATH.' 'Install one (apt-get install nodejs), and run this again.'
}

make_sudoers() { # -> $work/sudoers
  node_of
  # The user may not be able to read this checkout.
  mkdir "$work/edge-phase1" && cp -r "$here/dist" "$here/scripts" "$here/package.json" "$work/edge-phase1" &&
    chmod -R a+rX "$work" && cd / &&
    runuser -u "$user" -- env HOME="$folder" "$REPLY" "$work/edge-phase1/dist/index.js" sudoers ${steps[@]+"${steps[@]}"} >"$work/sudoers" &&
    visudo -cqf "$work/sudoers"
}

give_rights() {
  local script
  make_sudoers || stop 'The sudoers file could not be made.' "As $user, run edge-phase1 sudoers, and see its message."
  cat "$work/sudoers"
  wanted "Give $user these rights?" || stop "$user has got no rights." 'Run this again to give them.'
  for script in "$here"/scripts/*-phase1.sh; do
    grep -qF "$LIBRARY/${script##*/}" "$work/sudoers" || continue
    install -D -o root -g root -m 0755 "$script" "$LIBRARY/${script##*/}" || stop "$script could not be installed." 'See the message above.'
  done
  [[ ! -f $SUDOERS ]] || cp -p "$SUDOERS" "$work/sudoers.old"
  install -o root -g root -m 0440 "$work/sudoers" "$SUDOERS" && visudo -cq && return
  if [[ -f $work/sudoers.old ]]; then cp -p "$work/sudoers.old" "$SUDOERS"; else rm -f "$SUDOERS"; fi
  stop 'sudo does not take the file together with the others; it is as it was before.' 'See the message above (visudo -c).'
}

# svc.sh lies where workflows can write: as root it runs once only, before any of them has.
start_service() {
  local unit=''
  ((had_runner)) || (cd "$folder" && ./svc.sh install "$user") || stop 'The service could not be installed.' 'See the message above.'
  [[ ! -f $folder/.service ]] || read -r unit <"$folder/.service"
  [[ $unit =~ ^actions\.runner\.[A-Za-z0-9._-]+\.service$ ]] ||
    stop "The runner in $folder is registered, but has no service ('$unit')." "Remove it on GitHub, remove $folder, and run this again."
  systemctl enable --quiet --now "$unit" || stop 'The service does not start.' "systemctl status $unit"
}

check_options
check_place
show_plan
((only_plan)) && exit 0
((EUID == 0)) || refuse 'This needs root.' 'Run it with sudo.'
((yes)) || [[ -t 0 ]] || refuse 'Nobody can be asked here (no terminal).' 'Look at --plan, and pass --yes.'
wanted 'Do this now?' || refuse 'It was not wanted.' 'Run it again when it is.'
export PATH=$PATH:/usr/sbin:/sbin
work=$(mktemp -d) || exit 5
trap 'rm -rf "$work"' EXIT
token='' had_runner=0
has_runner && had_runner=1
fetch_archive
((had_runner)) || read_token
make_user
((had_runner)) || register
give_rights
start_service
say "DONE. On GitHub the runner $name is idle, with the labels self-hosted,$labels. What is missing still: edge-phase1 doctor"
