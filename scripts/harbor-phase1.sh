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

# --- the frame that all host scripts share: options, output, journal, lock, and a worker that runs to its end ----------

set -u
export LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
umask 022

readonly NAME=$STEP-phase1.sh
readonly STATE=/var/lib/edge-phase1
readonly JOURNAL=$STATE/journal.jsonl
# In memory: writable even when the disk is full, and a lock or a run of an earlier boot cannot be mistaken for one of today.
readonly RUNS=/run/edge-phase1
readonly LOCK=$RUNS/lock
readonly MIB=$((1024 * 1024)) GIB=$((1024 * 1024 * 1024))

# Exit codes, the same for every script of Phase 1.
readonly DONE=0 USAGE=2 REFUSED=3 UNDONE=4 NEEDS_PERSON=5

has() { declare -F "$1" >/dev/null; }

usage() {
  local rollback='' stop='' expectable="changes ${EXPECTABLE[*]:-}"
  expectable=${expectable% } expectable=${expectable// /, }
  [[ -z ${ROLLBACK_HELP:-} ]] || rollback="
  --rollback           $ROLLBACK_HELP"
  ((!INTERRUPTIBLE)) || stop="
  --stop RUN           stop a run that is going on; it leaves nothing behind"
  cat <<HELP
Usage: sudo bash $NAME [options]

What to do
  (nothing)            show the plan, ask, carry it out
  --plan               show the plan and stop; changes nothing$rollback
  --attach RUN         follow a run that is going on, or show how it ended$stop
  --help, --version

$OPTIONS_HELP

How
  --yes                do not ask
  --json               one JSON event a line on standard output
  --expect NAME=VALUE  refuse when what is found differs ($expectable);
                       may be given several times
  --run-id ID          name of the run in the journal (letters, digits, dash; default: made from the time)
  --plan-hash HASH     kept in the journal: the plan that was approved

Exit codes: 0 done, or nothing to do; 2 wrong usage; 3 refused, nothing was changed; 4 failed and undone;
5 failed or stopped half way, a person is needed: the last lines say what to do.
HELP
}

# --- output -----------------------------------------------------------------------------------------------------------

json=0
out_file='' # the worker writes its events here; empty: standard output

# Text -> REPLY, as it stands between the quotes of a JSON string.
escape() {
  REPLY=$1
  [[ $1 == *[[:cntrl:]\\\"]* ]] || return 0
  local s=$1
  s=${s//\\/\\\\} s=${s//\"/\\\"} s=${s//$'\n'/\\n} s=${s//$'\t'/\\t} s=${s//$'\r'/\\r}
  REPLY=${s//[$'\001'-$'\037']/?}
}

# members key=text key:=raw ... -> REPLY: the members of a JSON object, each after a comma.
members() {
  local pair key result=''
  for pair in "$@"; do
    key=${pair%%=*} REPLY=${pair#*=}
    if [[ $key == *: ]]; then
      result+=",\"${key%:}\":$REPLY"
    else
      [[ $REPLY != *[[:cntrl:]\\\"]* ]] || escape "$REPLY"
      result+=",\"$key\":\"$REPLY\""
    fi
  done
  REPLY=$result
}

object() { # key=text key:=raw ... -> REPLY
  members "$@"
  REPLY="{${REPLY#,}}"
}

list() {
  local item result=''
  for item in "$@"; do
    escape "$item"
    result+=",\"$REPLY\""
  done
  REPLY="[${result#,}]"
}

now_second='' now_text=''

now() {
  if [[ $now_second != "$EPOCHSECONDS" ]]; then
    now_second=$EPOCHSECONDS
    TZ=UTC printf -v now_text '%(%Y-%m-%dT%H:%M:%SZ)T' "$now_second"
  fi
  REPLY=$now_text
}

# emit EVENT TEXT [key=value ...]: TEXT is what a person reads. It stands last, so that the front can cut it out.
emit() {
  local event=$1 text=$2
  shift 2
  members "$@"
  emit_members "$event" "$text" "$REPLY"
}

emit_members() { # event text members
  local head
  now
  head="{\"event\":\"$1\",\"time\":\"$REPLY\"$3"
  escape "$2"
  REPLY="$head,\"text\":\"$REPLY\"}"
  if [[ -n $out_file ]]; then
    printf '%s\n' "$REPLY" >>"$out_file"
  else
    show_event "$REPLY"
  fi
}

show_event() {
  if ((json)); then
    printf '%s\n' "$1"
    return
  fi
  local text=${1%\"\}}
  # Bit by bit: one search for the last place of all takes bash the square of the length.
  while [[ $text == *\"text\":\"* ]]; do text=${text#*\"text\":\"}; done
  if [[ $text == *\\* ]]; then
    text=${text//\\\\/$'\001'} text=${text//\\n/$'\n'} text=${text//\\t/$'\t'} text=${text//\\\"/\"} text=${text//$'\001'/\\}
  fi
  printf '%s\n' "$text"
}

# refuse CODE MESSAGE WAY_OUT: nothing was changed. Once changes have begun it is a failure of the one going on.
refuse() {
  if [[ -n $current_change ]]; then
    last_output="$2 $3"
    failed
  fi
  emit refused "REFUSED: $2
What to do: $3" "code=$1" "message=$2" "way_out=$3"
  finish $REFUSED
}

finish() {
  if ((worker)); then
    emit end '' "exit:=$1"
    rm -f "$RUNS/$run_id.sh" "$RUNS/$run_id.go"
  fi
  exit "$1"
}

wrong_usage() {
  printf '%s: %s\nTry --help.\n' "$NAME" "$1" >&2
  exit $USAGE
}

gib() { # bytes -> "150 GiB", "99.9 GiB"
  local tenths=$((($1 * 10 + GIB / 2) / GIB))
  if ((tenths % 10)); then REPLY="$((tenths / 10)).$((tenths % 10)) GiB"; else REPLY="$((tenths / 10)) GiB"; fi
}

# --- options ----------------------------------------------------------------------------------------------------------

mode=apply plan_only=0 ask=1 run_id='' plan_hash='' attach='' stop='' worker=0
current_change='' undoing=0 changed=0 last_output=''
expects=() changes=()

parse_size() { # option text -> REPLY in bytes
  local option=$1 number unit factor
  [[ $2 =~ ^([0-9]+)\ *([A-Za-z]*)$ && ${#BASH_REMATCH[1]} -le 15 ]] || wrong_usage "$option: '$2' is not a size; write a whole number with a unit, as 150GiB, or bytes"
  number=$((10#${BASH_REMATCH[1]})) unit=${BASH_REMATCH[2]}
  case $unit in
    '' | B) factor=1 ;;
    MiB) factor=$MIB ;;
    GiB) factor=$GIB ;;
    TiB) factor=$((GIB * 1024)) ;;
    MB) factor=1000000 ;;
    GB) factor=1000000000 ;;
    TB) factor=1000000000000 ;;
    *) wrong_usage "$option: the unit '$unit' is not known; write MiB, GiB, TiB (powers of 1024) or MB, GB, TB (powers of 1000)" ;;
  esac
  ((number <= 1125899906842624 / factor)) || wrong_usage "$option: '$2' is more than 1 PiB"
  REPLY=$((number * factor))
}

one_of() { # option value allowed...
  local option=$1 value=$2 allowed
  shift 2
  for allowed in "$@"; do [[ $value == "$allowed" ]] && return; done
  wrong_usage "$option: '$value' is not allowed; write one of: $*"
}

parse_options() {
  local option taken
  while (($#)); do
    option=$1 taken=1
    case $option in
      --plan) plan_only=1 ;;
      --yes) ask=0 ;;
      --json) json=1 ;;
      --help | -h) usage && exit $DONE ;;
      --version) echo "$NAME $SCRIPT_VERSION" && exit $DONE ;;
      --worker) worker=1 ;;
      --expect | --run-id | --plan-hash | --attach | --stop)
        (($# >= 2)) || wrong_usage "$option needs a value"
        taken=2
        case $option in
          --expect) expects+=("$2") ;;
          --run-id) run_id=$2 ;;
          --plan-hash) plan_hash=$2 ;;
          --attach) attach=$2 ;;
          --stop) stop=$2 ;;
        esac
        ;;
      *)
        taken=0
        if [[ $option == --rollback && -n ${ROLLBACK_HELP:-} ]]; then
          mode=rollback taken=1
        else
          step_option "$@"
        fi
        ;;
    esac
    ((taken)) || wrong_usage "unknown option '$option'"
    ((taken <= $#)) || wrong_usage "$option needs a value"
    shift $taken
  done
  option=$run_id$attach$stop
  [[ $option != *[!A-Za-z0-9-]* && ${#option} -le 80 ]] || wrong_usage "--run-id, --attach and --stop: letters, digits and dashes only"
  [[ -z $plan_hash || ($plan_hash != *[!0-9a-f]* && ${#plan_hash} -ge 12 && ${#plan_hash} -le 64) ]] || wrong_usage "--plan-hash: '$plan_hash' is not a hash (12 to 64 hexadecimal digits)"
  [[ -z $stop ]] || ((INTERRUPTIBLE)) || wrong_usage "--stop: a change that began is carried out to its end"
  for option in ${expects[@]+"${expects[@]}"}; do
    one_of --expect "${option%%=*}" changes ${EXPECTABLE[@]+"${EXPECTABLE[@]}"}
  done
  check_options
}

need_tool() { command -v "$1" >/dev/null || refuse no-tool "The program '$1' is missing." "Install it: apt-get install $2"; }

# --- plan -------------------------------------------------------------------------------------------------------------

show_plan() {
  local change k=0 text
  local -a plan_fields=()
  plan_text
  text=$REPLY
  for change in ${changes[@]+"${changes[@]}"}; do
    describe "$change"
    k=$((k + 1))
    text+=$'\n'"  $k. $REPLY"
  done
  list ${changes[@]+"${changes[@]}"}
  emit plan "$text" "step=$STEP" "mode=$mode" "changes:=$REPLY" ${plan_fields[@]+"${plan_fields[@]}"}
}

find_plan() {
  observe
  if [[ $mode == rollback ]]; then plan_rollback; else plan; fi
  check_expectations
  show_plan
}

check_expectations() {
  local expect name want found
  for expect in ${expects[@]+"${expects[@]}"}; do
    name=${expect%%=*} want=${expect#*=}
    if [[ $name == changes ]]; then found=$(IFS=,; echo "${changes[*]:-}"); else found=${!name}; fi
    [[ $found == "$want" ]] || refuse drift "The server is not as it was when this was planned: $name is '$found', expected '$want'." \
      "Plan again, look at the new plan, and approve that one."
  done
}

# --- journal and lock -------------------------------------------------------------------------------------------------

# record EVENT TEXT [key=value ...]: journal first. The intent of an action, all lines before it and what they tell of are on
# the disk before the action starts, and the last line of a run before the run ends. So `begin`, `done` and the intent of what
# changes nothing need no write of their own: a power cut that takes them leaves what one just before them would have left.
record() {
  local event=$1 text=$2 members
  shift 2
  members "$@"
  members=$REPLY
  now
  printf '%s\n' "{\"v\":1,\"time\":\"$REPLY\",\"boot\":\"$boot_id\",\"run\":\"$run_id\",\"step\":\"$STEP\",\"mode\":\"$mode\",\"event\":\"$event\"$members}" \
    2>/dev/null >>"$JOURNAL" || return 1
  case $event in
    begin | 'done') ;;
    intent) is_harmless "${1#change=}" || sync_journal || return 1 ;;
    *) sync_journal || return 1 ;;
  esac
  emit_members "$event" "$text" "$members"
}

# Files that a change has left to be brought to the disk together with the journal's next lines, and before them.
unsynced=()

sync_journal() { sync ${unsynced[@]+"${unsynced[@]}"} "$JOURNAL" 2>/dev/null && unsynced=(); }

open_journal() {
  { [[ -d $STATE ]] || mkdir -p "$STATE"; } && { ! has prepare_state || prepare_state; } || return 1
  if [[ -s $JOURNAL ]]; then
    echo >>"$JOURNAL" # a line torn by a power cut stands alone
  else
    : >>"$JOURNAL" && sync "$STATE" "${STATE%/*}"
  fi
}

# Makes a folder that only root can enter; says no to one that somebody else owns or that a link stands for.
root_only_dir() {
  [[ -d $1 ]] || (umask 077 && mkdir -p "$1") || return 1
  [[ ! -L $1 && -O $1 ]]
}

take_lock() {
  exec 9<>"$LOCK"
  # Those who look whether a run is going on try the lock for an instant: wait that long.
  flock -w 2 9 || refuse locked "Another run holds the lock: $(cat "$LOCK")." "Wait until it has ended, or follow it: --attach RUN"
  now
  object "run=$run_id" "step=$STEP" "pid:=$$" "since=$REPLY" "boot=$boot_id"
  printf '%s\n' "$REPLY" >"$LOCK"
}

# For crash tests: while the file hold-at names a boundary, the worker stands still there.
boundary() {
  [[ -e $RUNS/hold-at && $(<"$RUNS/hold-at") == "$1" ]] || return 0
  emit held "held at $1" "boundary=$1"
  while [[ -e $RUNS/hold-at && $(<"$RUNS/hold-at") == "$1" ]]; do sleep 0.2; done
}

# A whole file or the old one, also after a power cut: standard input -> file, with these permissions.
replace_file() { # file mode
  local part=$1.edge-phase1-part
  { rm -f "$part" && (umask 077 && cat >"$part") && chmod "$2" "$part" && sync "$part" && mv -fT "$part" "$1" && sync "${1%/*}"; } ||
    { rm -f "$part" && return 1; }
}

# What a measurement has found, as JSON on standard input: the next look reads it from there.
save_result() { replace_file "$STATE/$STEP.json" 0644; }

# --- changes ----------------------------------------------------------------------------------------------------------

# Runs a tool with its output in the events; the lock's descriptor stays ours.
tool() {
  local line code=0
  while IFS= read -r line; do
    if [[ $line == exit:* ]]; then code=${line#exit:}; elif [[ -n $line ]]; then
      emit output "    $line" "line=$line"
      last_output=$line
    fi
  done < <("$@" 2>&1 9>&- </dev/null; echo "exit:$?")
  return "$code"
}

# --- the worker: carries out the whole plan, whoever is still watching ------------------------------------------------

stopping=0

on_signal() {
  stopping=1
  ! has on_stop || on_stop
}

# Ends every program that this worker has started.
stop_children() {
  trap '' TERM
  kill -TERM 0
  trap on_signal TERM
}

is_harmless() {
  local id
  for id in ${HARMLESS[@]+"${HARMLESS[@]}"}; do [[ $id != "$1" ]] || return 0; done
  return 1
}

run_changes() {
  local change description k=0 n=${#changes[@]} target
  local -a record_fields=() begin_fields=() success_fields=()
  trap on_signal TERM INT HUP
  ! has before_changes || before_changes
  target_text
  target=$REPLY
  list "${changes[@]}"
  { open_journal && record begin "Run $run_id begins: $n changes." "changes:=$REPLY" "plan_hash=$plan_hash" "target=$target" \
    ${begin_fields[@]+"${begin_fields[@]}"}; } ||
    refuse no-journal "The journal $JOURNAL cannot be written." "Free some space on its file system (df -h $STATE), then run this again."
  boundary begin
  for change in "${changes[@]}"; do
    k=$((k + 1))
    describe "$change"
    description=$REPLY
    may_go_on "$change" "$k" "$n" "$description" || stopped "$change"
    current_change=$change
    change_record "$change"
    record intent "[$k/$n] $description" "change=$change" ${record_fields[@]+"${record_fields[@]}"} "k:=$k" "n:=$n" || stopped "$change"
    boundary "intent-$change"
    "do_$change" || failed
    boundary "acted-$change"
    is_harmless "$change" || changed=1
    change_record "$change"
    record 'done' "      done" "change=$change" ${record_fields[@]+"${record_fields[@]}"} "k:=$k" "n:=$n"
    boundary "done-$change"
  done
  current_change=''
  success_text
  record success "$REPLY" ${success_fields[@]+"${success_fields[@]}"}
  boundary success
  finish $DONE
}

# Between two changes: a stop that was asked for, and the person's answer where one is asked.
may_go_on() {
  local answer=''
  ((stopping == 0)) || return 1
  ((ask)) || return 0
  ((!INTERRUPTIBLE || $2 == 1)) || return 0
  sync_journal
  emit ask "
[$2/$3] $4" "change=$1"
  # An answer names its change: two who watch may both answer, and the second answer is none to the next question.
  while read -r answer <&7 && [[ $answer != *" $1" ]]; do :; done
  [[ $answer == "go $1" ]]
}

stopped() {
  if ((changed)); then
    record stopped "STOPPED before '$1'. The server works as it is; run this again to finish." "change=$1"
    finish $NEEDS_PERSON
  fi
  record stopped "STOPPED before '$1'. Nothing was changed." "change=$1" "code=stopped" \
    "message=The run was stopped before '$1'; nothing was changed." "way_out=Run it again when you want it."
  finish $REFUSED
}

# A change that is refused or fails half way: put back what can be, and say which of the two it is.
failed() {
  local change=$current_change code=$NEEDS_PERSON cause=$last_output
  local advice="Nothing is lost and the server works as it is; mend the cause, then run this again: it goes on from here."
  if ((INTERRUPTIBLE && stopping)); then
    current_change=''
    stopped "$change"
  fi
  if ((!undoing)); then
    undoing=1 REPLY=''
    if undo "$change"; then
      code=$UNDONE advice=${REPLY:-"The server is as it was. Mend the cause, then run this again."}
    elif [[ -n $REPLY ]]; then
      advice=$REPLY
    fi
  fi
  current_change=''
  record failed "FAILED at '$change': ${cause:-no output}
What to do: $advice" "change=$change" "code=failed" "message=$cause" "way_out=$advice"
  finish $code
}

work() {
  out_file=$RUNS/$run_id.jsonl
  if ((ask)); then
    # Opened for both first, so that it does not wait for a front that is gone; then the front is its only writer.
    exec 8<>"$RUNS/$run_id.go"
    exec 7<"$RUNS/$run_id.go"
    exec 8>&-
  fi
  take_lock
  find_plan
  ((${#changes[@]})) || finish $DONE
  run_changes
}

# --- the front: shows, asks, starts the worker, follows it ------------------------------------------------------------

start_worker() {
  local copy=$RUNS/$run_id.sh own_text
  root_only_dir "$RUNS" && mapfile -d '' -t own_text <"${BASH_SOURCE[0]}" && printf '%s' "${own_text[0]}" >"$copy" &&
    : >"$RUNS/$run_id.jsonl" || return 1
  if ((ask)); then mkfifo -m 600 "$RUNS/$run_id.go" && exec 6<>"$RUNS/$run_id.go" || return 1; fi
  # The worker runs from its own copy: the file that was started may be a temporary one.
  if [[ -d /run/systemd/system ]] && systemd-run --no-block --quiet --collect --unit="edge-phase1-$STEP-$run_id" --description="Phase 1: $STEP" \
    --property=KillMode=mixed --property=TimeoutStopSec=$((INTERRUPTIBLE ? 60 : 1800)) --property=OOMScoreAdjust=$((INTERRUPTIBLE ? 0 : -900)) \
    bash "$copy" --worker --run-id "$run_id" "$@" 2>/dev/null 6>&-; then
    return 0
  fi
  env -u RUNNER_TRACKING_ID setsid --fork bash "$copy" --worker --run-id "$run_id" "$@" </dev/null >/dev/null 2>&1 6>&-
}

# run -> its worker's process id in REPLY, as long as it lives. Looks without starting a program, and takes no other process for it.
worker_of() {
  local holder='' words=()
  REPLY=''
  { read -r holder <"$LOCK"; } 2>/dev/null
  [[ $holder == *"\"run\":\"$1\""* && $holder =~ \"pid\":([0-9]+) ]] || return 1
  { mapfile -d '' -t words <"/proc/${BASH_REMATCH[1]}/cmdline"; } 2>/dev/null
  [[ " ${words[*]:-} " == *" --worker --run-id $1 "* ]] && REPLY=${BASH_REMATCH[1]}
}

# The lock outlives a worker that was killed, until what it had started has ended too.
still_running() { worker_of "$1" || { [[ -e $LOCK ]] && ! flock -n "$LOCK" true; }; }

# Shows the events of a run until its end. Exits with the run's own code, or says that nobody knows how it ended.
follow() {
  local file=$RUNS/$1.jsonl part line='' idle=0 seen=0 gone=0 asked='' never
  [[ -r $file ]] || refuse no-run "There is no run '$1'." "Runs can be followed until the next boot; $JOURNAL tells of all."
  exec 8<"$file" {never}<> <(:)
  while :; do
    while IFS= read -r part <&8; do
      line+=$part idle=0 seen=1 gone=0 asked=''
      if [[ $line == '{"event":"end"'* ]]; then
        ((!json)) || printf '%s\n' "$line"
        [[ $line =~ \"exit\":([0-9]+) ]] && exit "${BASH_REMATCH[1]}"
      fi
      show_event "$line"
      [[ $line != '{"event":"ask"'*'"change":"'* ]] || { asked=${line#*'"change":"'} && asked=${asked%%\"*}; }
      line=''
    done
    line+=$part
    # What something follows in the file has been answered, perhaps by somebody else.
    [[ -z $asked || -n $line$stop ]] || ! worker_of "$1" || answer "$asked"
    [[ -n $line ]] || asked=''
    # Waits without starting a program, and longer where nothing comes: the worker needs the processor.
    idle=$((idle + 1))
    if ((idle % 5 == 0)) && ! still_running "$1"; then
      # A worker that has just been started needs a moment to take its lock.
      gone=$((gone + 1))
      if ((gone > (seen ? 1 : 20))); then break; fi
    fi
    read -r -t "0.$((idle < 3 ? 1 : 2))" -u "$never" || :
  done
  emit lost "The run '$1' ended without a result: it was killed.
What to do: run this again; it looks at what is there and goes on." "run=$1"
  exit $NEEDS_PERSON
}

answer() { # change
  local reply=''
  printf '      Do this now? [y/N] '
  # The end of the input is a no of whoever started the run; for others who follow it, it is none.
  read -r reply || [[ -n $reply || -z $attach ]] || return 0
  case $reply in y | Y | yes) echo "go $1" >&6 ;; *) echo "no $1" >&6 ;; esac
}

# Asks the worker of a run to stop, and follows it to its end.
stop_run() {
  ! worker_of "$1" || kill -TERM "$REPLY" 2>/dev/null
  follow "$1"
}

# What comes before any look at the host. A front that starts a worker, or follows one, ends in here: a script may call
# it as soon as its options are defined, so that the rest of the file is not read twice.
is_started=0
start() {
  ((!is_started)) || return 0
  is_started=1
  parse_options "$@"
  ((EUID == 0)) || refuse not-root "This needs root." "Run it with sudo: sudo bash $NAME"
  read -r boot_id </proc/sys/kernel/random/boot_id
  ((!worker && !plan_only)) || return 0
  # Opened for both, so that it does not wait; from then on whoever attaches can answer too.
  [[ ! -p $RUNS/$attach.go ]] || exec 6<>"$RUNS/$attach.go"
  [[ -z $attach ]] || follow "$attach"
  [[ -z $stop ]] || stop_run "$stop"
  now
  [[ -n $run_id ]] || run_id=${REPLY//[:-]/}-$$
  [[ ! -e $RUNS/$run_id.jsonl ]] || refuse run-exists "A run '$run_id' exists." "Follow it with --attach $run_id, or give another --run-id."
  start_worker "$@" || refuse no-worker "The worker cannot be started." "See that $RUNS can be written."
  emit started "Run $run_id has started." "run=$run_id"
  follow "$run_id"
}

main() {
  start "$@"
  ((!worker)) || work
  find_plan
  exit $DONE
}

# --- one JSON object, changed in place: everything but the values that are set stays as it is, byte for byte -----------

# Where the members of the object are, by their path (log-opts.max-size); a key with a dot in it is not looked for.
declare -A json_raw=() json_start=() json_end=() # each value: its text, and where it stands
declare -A json_last=() json_first=()         # each object: where its last member ends; the white space before its first member

readonly JSON_STRING='^"([^"\\]|\\.)*"'
readonly JSON_SCALAR='^(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false|null)'

# Reads json_text. 1 where it is no JSON object: json_at is then where it stops being one.
json_read() {
  json_raw=() json_start=() json_end=() json_last=() json_first=() json_at=0
  json_blank
  [[ ${json_text:json_at:1} == '{' ]] && json_value '' 0 && json_blank && ((json_at == ${#json_text}))
}

json_blank() { # -> REPLY: what was skipped
  local rest=${json_text:json_at}
  REPLY=${rest%%[!$' \t\r\n']*}
  json_at=$((json_at + ${#REPLY}))
}

json_value() { # path depth
  local start rest
  (($2 < 50)) || return 1
  json_blank
  start=$json_at
  rest=${json_text:json_at}
  case $rest in
    '{'*) json_object "$1" "$2" || return 1 ;;
    '['*) json_array "$2" || return 1 ;;
    *)
      [[ $rest =~ $JSON_STRING || $rest =~ $JSON_SCALAR ]] || return 1
      json_at=$((json_at + ${#BASH_REMATCH[0]}))
      ;;
  esac
  json_start[.$1]=$start json_end[.$1]=$json_at json_raw[.$1]=${json_text:start:json_at-start}
}

json_object() { # path depth
  local key before
  json_at=$((json_at + 1))
  json_blank
  before=$REPLY
  json_first[.$1]=$before json_last[.$1]=$json_at
  if [[ ${json_text:json_at:1} == '}' ]]; then
    json_first[.$1]='' json_last[.$1]=''
    json_at=$((json_at + 1))
    return
  fi
  while :; do
    json_blank
    [[ ${json_text:json_at} =~ $JSON_STRING ]] || return 1
    key=${BASH_REMATCH[0]} json_at=$((json_at + ${#key}))
    json_blank
    [[ ${json_text:json_at:1} == ':' ]] || return 1
    json_at=$((json_at + 1)) key=${key:1:${#key}-2}
    [[ $key != *.* ]] || key=''
    json_value "${1:+$1.}$key" $(($2 + 1)) || return 1
    json_last[.$1]=$json_at
    json_blank
    case ${json_text:json_at:1} in
      ',') json_at=$((json_at + 1)) ;;
      '}') json_at=$((json_at + 1)) && return ;;
      *) return 1 ;;
    esac
  done
}

json_array() { # depth
  json_at=$((json_at + 1))
  json_blank
  [[ ${json_text:json_at:1} != ']' ]] || { json_at=$((json_at + 1)) && return; }
  while :; do
    # What stands in an array is nobody's member.
    json_value '[]' $(($1 + 1)) || return 1
    json_blank
    case ${json_text:json_at:1} in
      ',') json_at=$((json_at + 1)) ;;
      ']') json_at=$((json_at + 1)) && return ;;
      *) return 1 ;;
    esac
  done
}

# Sets one value in json_text, which has been read, and reads it again. Objects on the way are made where there are none.
json_set() { # path raw-value
  local path=$1 value=$2 parent='' name rest indent before
  if [[ -n ${json_raw[.$path]+there} ]]; then
    json_text=${json_text:0:json_start[.$path]}$value${json_text:json_end[.$path]}
    json_read
    return
  fi
  # The innermost object that is there; what is below it is made.
  rest=$path
  while [[ $rest == *.* && ${json_raw[.${parent:+$parent.}${rest%%.*}]-} == '{'* ]]; do
    parent=${parent:+$parent.}${rest%%.*} rest=${rest#*.}
  done
  name=${parent:+$parent.}${rest%%.*}
  json_indent "$parent"
  indent=$REPLY
  before=$indent
  json_made "$rest" "$value" "$indent"
  if [[ -n ${json_raw[.$name]+there} ]]; then # null, where an object is wanted
    REPLY=${REPLY#*: }
    json_text=${json_text:0:json_start[.$name]}$REPLY${json_text:json_end[.$name]}
  elif [[ -n ${json_last[.$parent]} ]]; then
    [[ -n $before ]] || before=' '
    json_text=${json_text:0:json_last[.$parent]},$before$REPLY${json_text:json_last[.$parent]}
  else
    json_text=${json_text:0:json_start[.$parent]+1}$before$REPLY${before%'  '}${json_text:json_end[.$parent]-1}
  fi
  json_read
}

# White space before a member of this object: as its first one has it, or two spaces more than the object itself.
json_indent() { # path -> REPLY
  REPLY=${json_first[.$1]-}
  [[ -z ${json_last[.$1]} ]] || return 0
  if [[ -z $1 ]]; then
    REPLY=$'\n  '
  elif [[ $1 == *.* ]]; then
    json_indent "${1%.*}"
    REPLY=${REPLY:+$REPLY  }
  else
    json_indent ''
    REPLY=${REPLY:+$REPLY  }
  fi
}

json_made() { # path value indent -> REPLY: the member, with the objects in it
  if [[ $1 != *.* ]]; then
    REPLY="\"$1\": $2"
    return
  fi
  local deeper=''
  [[ $3 != *$'\n'* ]] || deeper="$3  "
  json_made "${1#*.}" "$2" "$deeper"
  REPLY="\"${1%%.*}\": {$deeper$REPLY${deeper:+$3}}"
}

# --- asking Docker ----------------------------------------------------------------------------------------------------

# Never another machine's Docker, whatever the context or DOCKER_HOST says.
docker_() { docker -H unix:///run/docker.sock "$@" 9>&- </dev/null; }

# What Docker says about a configuration file, in one line; empty where it takes it. The flags of the daemon count too.
docker_words() {
  local -a given=()
  local skip=0 flag words
  for flag in ${flags[@]+"${flags[@]}"}; do
    if ((skip)); then skip=0; elif [[ $flag == --config-file ]]; then skip=1; elif [[ $flag != --config-file=* ]]; then given+=("$flag"); fi
  done
  if words=$(dockerd --validate --config-file "$1" ${given[@]+"${given[@]}"} 2>&1 9>&- </dev/null); then return 0; fi
  words=${words//"$1"/"$FILE"}
  without_passwords "${words##*$'\n'}"
  printf '%s' "$REPLY"
}

without_passwords() { # text -> REPLY: http://***@proxy
  REPLY=$1
  while [[ $REPLY =~ ://[^/@[:space:]]*[^/@[:space:]*][^/@[:space:]]*@ ]]; do REPLY=${REPLY/"${BASH_REMATCH[0]}"/'://***@'}; done
}

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

# --- what is there ----------------------------------------------------------------------------------------------------

readonly CONTAINER=edge-phase1-registry # of the kind distribution

observe_docker() {
  command -v docker >/dev/null || refuse docker-missing "Docker is not installed." "Install it: apt-get install docker.io docker-compose (or docker-ce and its compose plugin)."
  # Never another machine's Docker: the installer's own programs and Compose follow these.
  export DOCKER_HOST=unix:///run/docker.sock COMPOSE_PROJECT_NAME=harbor
  unset DOCKER_CONTEXT COMPOSE_FILE COMPOSE_PROFILES COMPOSE_ENV_FILES
  docker_version=$(docker_ info --format '{{.ServerVersion}}' 2>/dev/null)
  [[ -n $docker_version ]] || refuse docker-down "Docker does not answer." "See: systemctl status docker.service. Start it, then run this again."
  compose=() compose_version=''
  if compose_version=$(docker_ compose version --short 2>/dev/null) && [[ $compose_version =~ [0-9] ]]; then
    compose=(docker compose)
  elif compose_version=$(docker-compose version --short 2>/dev/null 9>&-) && [[ $compose_version =~ [0-9] ]]; then
    compose=(docker-compose)
  else
    compose_version=''
  fi
  compose_version=${compose_version#v}
  disk_avail=$(df -B1 --output=avail "$(existing "${data:-$install}")" | tail -n 1)
}

existing() { # path: it, or the nearest folder above it that is there
  local path=$1
  while [[ ! -d $path ]]; do path=${path%/*} && path=${path:-/}; done
  printf '%s' "$path"
}

# Marks that the changes leave when they are done -> installed, configured
read_marks() {
  installed=none configured=none
  [[ ! -s $install/installed ]] || read -r installed <"$install/installed"
  [[ ! -s $install/configured ]] || read -r configured <"$install/configured"
}

# The options of before, for a rollback: the configuration that is there says them.
take_configured() {
  local line
  if [[ ! -s $install/configured ]]; then
    # A rollback that was cut short after the programs were gone.
    [[ ! -s $SECRETS/trusted ]] || read -r host port <"$SECRETS/trusted"
    return
  fi
  while IFS= read -r line; do
    case $line in
      registry=* | version=* | source=* | host=* | port=* | scheme=* | cert=* | data=*) printf -v "${line%%=*}" '%s' "${line#*=}" ;;
    esac
  done < <(tail -n +2 "$install/configured")
}

is_fetched() {
  if [[ $registry == distribution ]]; then
    [[ -s $install/distribution/image && $(<"$install/distribution/source") == "$source $sha256" ]] && docker_ image inspect "$(<"$install/distribution/image")" >/dev/null 2>&1
  else
    [[ -x $install/$version/harbor/prepare ]]
  fi
}

# A text field of the result that this step has left.
result_field() { # name
  [[ -s $STATE/$STEP.json ]] || return 0
  sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' "$STATE/$STEP.json" | head -n 1
}

is_proven() {
  [[ $(result_field config_sha256) == "$config_sha256" && $(result_field pushed_digest) == sha256:* ]] &&
    [[ $(result_field pushed_digest) == "$(result_field pulled_digest)" ]]
}

upgraded_from() {
  [[ ! $installed =~ ^harbor\ ([0-9.]+)\  || ${BASH_REMATCH[1]} == "$version" ]] || echo "${BASH_REMATCH[1]}"
}

# -> running: containers of ours; down: services that should run and do not
look_at_services() {
  local service
  running='' down=''
  if [[ $registry == distribution ]]; then
    running=$(docker_ ps --filter "name=^$CONTAINER\$" --format '{{.Names}}' 2>/dev/null)
    [[ -n $running ]] || down=registry
    [[ $mode != rollback ]] || running=$(docker_ ps --all --filter "name=^$CONTAINER\$" --format '{{.Names}}' 2>/dev/null)
    return
  fi
  running=$(docker_ ps --filter label=com.docker.compose.project=harbor --format '{{.Label "com.docker.compose.service"}}' 2>/dev/null)
  while IFS= read -r service; do
    [[ $'\n'$running$'\n' == *$'\n'$service$'\n'* ]] || down+="${down:+ }$service"
  done < <(cat "$install/services" 2>/dev/null)
  [[ $mode != rollback ]] || running=$(docker_ ps --all --filter label=com.docker.compose.project=harbor --format '{{.Label "com.docker.compose.service"}}|{{.Label "com.docker.compose.project.working_dir"}}' |
    sed -n "s#^\\(.*\\)|$install/.*#\\1#p")
}

# -> components: as JSON objects, one a line; ill: those that are not healthy
look_at_health() {
  local answer name status
  components='' ill=''
  if [[ $registry == distribution ]]; then
    answer=$(curl -sk -m 10 -o /dev/null -w '%{http_code}' "$scheme://127.0.0.1:$port/v2/" 9>&-)
    status=healthy
    [[ $answer == 401 ]] || { status=unhealthy && ill=registry; }
    components="{\"name\":\"registry\",\"status\":\"$status\"}"
    return
  fi
  answer=$(curl -sk -m 10 "$scheme://127.0.0.1:$port/api/v2.0/health" 9>&-)
  # The answer is 200 whatever the components say.
  while IFS='|' read -r name status; do
    [[ -n $name ]] || continue
    object "name=$name" "status=$status"
    components+="${components:+,}$REPLY"
    [[ $status == healthy ]] || ill+="${ill:+ }$name"
  done < <(grep -o '"name" *: *"[^"]*" *, *"status" *: *"[^"]*"' <<<"$answer" | sed 's/"name" *: *"\([^"]*\)" *, *"status" *: *"\([^"]*\)"/\1|\2/')
  [[ -n $components ]] || ill='(no answer)'
}

# --- before anything is fetched ---------------------------------------------------------------------------------------

preflight() {
  local kind from
  [[ $installed == none || $installed == "$registry "* ]] || refuse other-registry "The registry that is installed here is of the other kind: $(installed_text)." \
    "Remove it first (--rollback; its data stay), then run this again."
  case ${host,,} in 127.* | localhost | reg.mydomain.com) refuse host-name "Harbor does not take '$host' as its name: clients could not reach it." "Give this host's name or address in the network: --host NAME" ;; esac
  [[ (-z $cert && -z $key) || (-r $cert && -r $key) ]] || refuse https-without-key "For https both a certificate and its key are needed; '$cert' and '$key' cannot both be read." \
    "Give both (--cert FILE --key FILE), or neither: then they are made here."
  [[ $source != /* || -r $source ]] || refuse source-missing "There is no file $source." "Copy it to this host, or give its URL: --source"
  is_fetched || [[ -n $sha256 || ($registry == distribution && $source != /* && $source != http*) ]] ||
    refuse checksum-unknown "The sha256 of $(shown "${source##*/}") is not known here." "Take it from the page of the release (https://github.com/goharbor/harbor/releases), and give it: --sha256 HEX"
  from=$(upgraded_from)
  [[ -z $from || $(printf '%s\n' "$from" "$version" | sort -V | tail -n 1) == "$version" ]] ||
    refuse version-downgrade "Harbor $from is installed, and its database is not one for $version." "Use $from or newer."
  [[ -z $from ]] || (($(minor_of "$version") - $(minor_of "$from") <= 2)) ||
    refuse version-jump "Harbor $from is installed; $version takes over from its two minor versions before only." "Go over to 2.$(($(minor_of "$from") + 2)) first, then to $version."
  preflight_docker
  [[ $installed != none ]] || preflight_room
  preflight_foreign
  for kind in "$port" $([[ $registry == harbor && $scheme == https ]] && echo $((port + 1))); do preflight_port "$kind"; done
}

minor_of() { echo "${1#2.}" | cut -d . -f 1; }

preflight_docker() {
  local major minor
  IFS=. read -r major minor _ <<<"$docker_version"
  [[ $registry == harbor ]] || return 0
  ((major > 20 || (major == 20 && ${minor#0} + 0 >= 10))) || refuse docker-too-old "Docker $docker_version is too old for Harbor." "Install Docker 20.10 or newer."
  [[ -n $compose_version ]] || refuse compose-missing "Compose is not installed." "Install it: apt-get install docker-compose, or docker-compose-plugin from Docker's own packages."
  IFS=. read -r major minor _ <<<"$compose_version"
  ((major > 2 || (major == 2 && minor >= 3) || (major == 1 && minor >= 18))) || refuse compose-too-old "Compose $compose_version is too old for Harbor." "Install Compose 2.3 or newer."
}

preflight_room() {
  local machine memory
  machine=$(uname -m)
  if [[ $registry == harbor ]]; then
    [[ $machine == x86_64 ]] || refuse architecture "Harbor has installers for amd64 only; this is $machine." "Use the plain registry: --registry distribution"
    memory=$(awk '$1 == "MemTotal:" { printf "%.0f", $2 * 1024 }' /proc/meminfo)
    ((memory >= min_memory)) || refuse too-little-memory "Harbor needs 4 GB of memory; there are $memory bytes." "Use the plain registry: --registry distribution. Or add memory."
    (($(nproc) >= min_cpus)) || refuse too-little-cpu "Harbor needs $min_cpus processors; there are $(nproc)." "Use the plain registry: --registry distribution"
  fi
  [[ -d $(existing "$data") ]] || refuse no-data-folder "There is no disk for $data." "Choose another folder: --data DIR"
  gib "$min_free"
  ((disk_avail >= min_free)) || refuse too-little-disk "There are $disk_avail bytes free for $data; $min_free ($REPLY) are asked for." \
    "Choose a folder on a larger disk (--data DIR), or ask for less: --min-free SIZE"
}

preflight_foreign() {
  local name folder
  while IFS='|' read -r name folder; do
    case $name in
      harbor-core | harbor-db | harbor-log | harbor-portal | harbor-jobservice)
        [[ $folder == "$install"/* ]] || refuse foreign-harbor "There is a Harbor on this host that was not installed by this script: $name, from ${folder:-an unknown folder}." \
          "Use that one, or remove it first (in its folder: docker compose down). It is left alone."
        ;;
    esac
  done < <(docker_ ps --all --format '{{.Names}}|{{.Label "com.docker.compose.project.working_dir"}}')
  [[ $registry != harbor || ! -e $data/database/PG_VERSION || -s $SECRETS/database-password ]] || refuse foreign-data "$data holds the database of a Harbor, and its password is not with us." \
    "Choose another folder (--data DIR), or put the password of that database into $SECRETS/database-password (for root only)."
}

# shellcheck disable=SC2016 # the inner shell reads them
answers() { timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>/dev/null 9>&-; }

# K3s' service load balancer takes ports by rules of the firewall: nothing listens there, and only a connection shows it.
preflight_port() { # port
  local address owner
  owner=$(docker_ ps --filter "publish=$1" --format '{{.Names}}|{{.Label "com.docker.compose.project.working_dir"}}')
  [[ $owner != *"|$install/"* && $owner != "$CONTAINER|"* ]] || return 0
  for address in 127.0.0.1 $(hostname -I 2>/dev/null | tr ' ' '\n' | grep -v :); do
    ! answers "$address" "$1" || refuse port-in-use "Something answers on port $1 ($address) already${owner:+: ${owner%%|*}}." \
      "Choose another port (--port N), or stop what uses it (ss -ltnp 'sport = :$1'; kubectl get svc -A)."
  done
  ! awk -v port="$(printf ':%04X' "$1")" '$4 == "0A" && substr($2, length($2) - 4) == port { found = 1 } END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null ||
    refuse port-in-use "Something listens on port $1 already." "Choose another port (--port N), or stop what uses it (ss -ltnp 'sport = :$1')."
}

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
  has_sha256 "$file" && is_signed "$file" || return 1
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

# Where cosign is installed and the signature lies beside a local file. The identity is that of Harbor's own releases.
is_signed() { # file
  [[ -r $1.sigstore.json ]] && command -v cosign >/dev/null || return 0
  tool cosign verify-blob --bundle "$1.sigstore.json" --certificate-oidc-issuer https://token.actions.githubusercontent.com \
    --certificate-identity-regexp '^https://github\.com/goharbor/harbor/\.github/workflows/publish_release\.yml@refs/tags/v' "$1" && return
  last_output="cosign does not accept the signature of ${1##*/}: $last_output"
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

# --- asking the registry, and the proof -------------------------------------------------------------------------------

# The password goes to curl in a file that root alone can read.
as_account() { # name password
  local word=${2//\\/\\\\} folder=''
  word=${word//\"/\\\"}
  make_certificate || return 1
  [[ -z $ca_file ]] || folder="cacert = \"$ca_file\""
  base=$scheme://$host:$port
  printf 'user = "%s:%s"\nconnect-to = "%s:%s:127.0.0.1:%s"\n%s\nsilent\nshow-error\nmax-time = 60\nnoproxy = "*"\n' "$1" "$word" "$host" "$port" "$port" "$folder" |
    replace_file "$RUNS/harbor.curl" 0600
}

as_admin() { as_account admin "$(<"$SECRETS/admin-password")"; }

# -> http, body
api() { # method path [json]
  local answer
  if (($# > 2)); then
    answer=$(printf '%s' "$3" | curl -K "$RUNS/harbor.curl" -X "$1" -H 'Content-Type: application/json' --data-binary @- -w '\n%{http_code}' "$base$2" 2>&1 9>&-)
  elif [[ $1 == HEAD ]]; then
    answer=$(curl -K "$RUNS/harbor.curl" -I -o /dev/null -w '\n%{http_code}' "$base$2" 2>&1 9>&- </dev/null)
  else
    answer=$(curl -K "$RUNS/harbor.curl" -X "$1" -w '\n%{http_code}' "$base$2" 2>&1 9>&- </dev/null)
  fi
  http=${answer##*$'\n'} body=${answer%$'\n'*}
}

# The same, for answers that have to be one of these.
api_must() { # codes method path [json]
  local codes=$1
  shift
  api "$@"
  [[ " $codes " == *" $http "* ]] && return 0
  last_output="$1 $2 was answered with $http: $(head -c 300 <<<"${body//$'\n'/ }")"
  [[ $http != 401 ]] || last_output="The registry does not take the administrator's password in $SECRETS/admin-password. When it was changed in the registry, write the new one there."
  return 1
}

# Docker's own folder of settings for the proof, in memory: nobody's login is touched.
docker_login() { # folder name password
  root_only_dir "$1" && printf '{"auths":{"127.0.0.1:%s":{"auth":"%s"}}}\n' "$port" "$(printf '%s:%s' "$2" "$3" | base64 -w 0)" | replace_file "$1/config.json" 0600
}

seconds_since() { # microseconds -> REPLY, in seconds
  local took=$((${EPOCHREALTIME/./} - $1))
  printf -v REPLY '%d.%03d' $((took / 1000000)) $((took / 1000 % 1000))
}

repo_digest() { docker_ image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$1" 2>/dev/null | sed -n 's/.*@//p' | head -n 1; }

# Docker takes 127.0.0.1 without having been told to trust it.
do_prove() {
  local repository image login=$RUNS/harbor-docker began words refused=''
  repository=library/edge-phase1-proof
  [[ $registry == harbor ]] || repository=edge-phase1/proof
  image=127.0.0.1:$port/$repository:${run_id,,}
  { root_only_dir "$login" && docker_login "$login/admin" admin "$(<"$SECRETS/admin-password")" && root_only_dir "$login/nobody" && as_admin; } || { last_output="$RUNS cannot be written." && return 1; }
  look_at_services && look_at_health
  [[ -z $down$ill ]] || { last_output="Not everything is healthy: $down $ill" && return 1; }
  # Of runs that were killed.
  while IFS= read -r words; do docker_ rmi --force "$words" >/dev/null 2>&1; done < <(docker_ images --format '{{.Repository}}:{{.Tag}}' | grep -F "127.0.0.1:$port/$repository:")
  make_image "$login" "$image" || return 1
  if words=$(docker_ --config "$login/nobody" push "$image" 2>&1); then
    last_output="A push without a password was accepted."
  elif grep -qiE 'unauthorized|authentication required|no basic auth|denied' <<<"$words"; then
    refused=refused
  else
    last_output="A push without a password failed for another reason: ${words##*$'\n'}"
  fi
  [[ -n $refused ]] || { clear_proof "$image" && return 1; }
  emit output "    a push without a password is refused"
  began=${EPOCHREALTIME/./}
  tool docker --config "$login/admin" push -q "$image" || { clear_proof "$image" && return 1; }
  seconds_since "$began"
  push_seconds=$REPLY pushed=$(repo_digest "$image")
  docker_ rmi --force "$image" >/dev/null 2>&1
  ! docker_ image inspect "$image" >/dev/null 2>&1 || { last_output="The image cannot be removed here." && return 1; }
  began=${EPOCHREALTIME/./}
  tool docker --config "$login/admin" pull -q "$image" || { clear_proof "$image" && return 1; }
  seconds_since "$began"
  pull_seconds=$REPLY pulled=$(repo_digest "$image")
  clear_proof "$image" "$repository" "$pushed"
  [[ $pushed == sha256:* && $pushed == "$pulled" ]] || { last_output="The image came back as another: pushed $pushed, pulled $pulled." && return 1; }
  emit output "    pushed in $push_seconds s, pulled in $pull_seconds s, digest $pushed" "push_seconds:=$push_seconds" "pull_seconds:=$pull_seconds" "digest=$pushed"
  now
  object "at=$REPLY" "registry=$host:$port" "pushed_digest=$pushed" "pulled_digest=$pulled" "kind=$registry" "version=$version" "scheme=$scheme" "install=$install" \
    "data=$data" "config_sha256=$config_sha256" "components:=[$components]" "push_seconds:=$push_seconds" "pull_seconds:=$pull_seconds" "unauthorised_push=$refused"
  printf '%s\n' "$REPLY" | replace_file "$SECRETS/proof" 0600 && keep_result
}

# An image of its own each time, or nothing would have to be sent.
make_image() { # folder name
  local content=$1/content
  mkdir -p "$content" && head -c 262144 /dev/urandom >"$content/proof" || return 1
  last_output=$(tar -C "$content" -c proof | docker -H "$DOCKER_HOST" import - "$2" 2>&1 9>&-) || return 1
}

clear_proof() { # image [repository digest]
  local cause=$last_output
  docker_ rmi --force "$1" >/dev/null 2>&1
  if (($# > 1)); then
    if [[ $registry == harbor ]]; then api DELETE "/api/v2.0/projects/library/repositories/${2#library/}"; else api DELETE "/v2/$2/manifests/$3"; fi
  fi
  last_output=$cause
}

# The result is the proof, and what was done with the registry since.
keep_result() {
  local proof use_part='"use":"","project":"","robot":""' trust_part='"trust":""'
  [[ -s $SECRETS/proof ]] || return 0
  proof=$(<"$SECRETS/proof")
  [[ ! -s $SECRETS/use ]] || use_part=$(<"$SECRETS/use")
  [[ ! -s $SECRETS/trust ]] || trust_part=$(<"$SECRETS/trust")
  printf '{"schema":"edge-phase1/harbor/1",%s,%s,%s}\n' "$(sed 's/^{//; s/}$//' <<<"$proof")" "$use_part" "$trust_part" | save_result
}

# --- a project and an account for CI ----------------------------------------------------------------------------------

do_use() {
  as_admin || { last_output="$RUNS cannot be written." && return 1; }
  if [[ $registry == distribution ]]; then
    plain_robot || return 1
  else
    project_there "$project" "{\"project_name\":\"$project\",\"metadata\":{\"public\":\"false\"}}" || return 1
    robot_there || return 1
    as_admin && retention_set && gc_set && proxy_there || return 1
  fi
  # K3s has the account in a file of its own.
  [[ $(head -n 1 "$REGISTRIES" 2>/dev/null) != "$OURS" ]] || trust_k3s || return 1
  object "use=$(use_text)" "project=$project" "robot=$robot_name"
  REPLY=${REPLY#\{}
  printf '%s\n' "${REPLY%\}}" | replace_file "$SECRETS/use" 0600 && keep_result
}

# -> json_raw of the project
project_there() { # name json
  api HEAD "/api/v2.0/projects?project_name=$1"
  [[ $http == 200 ]] || api_must '201 409' POST /api/v2.0/projects "$2" || return 1
  api_must 200 GET "/api/v2.0/projects/$1" && read_body
}

read_body() {
  json_text=$body
  json_read || { last_output="An answer of the registry cannot be read." && return 1; }
}

text_of() { # path -> REPLY: a text without its quotes, or a number
  REPLY=${json_raw[.$1]-}
  [[ $REPLY != \"* ]] || REPLY=${REPLY:1:${#REPLY}-2}
}

# The secret is told once, when the account is made: it goes into a file for root.
robot_there() {
  local id there='' name
  text_of project_id
  project_id=$REPLY
  api_must 200 GET "/api/v2.0/robots?q=Level%3Dproject%2CProjectID%3D$project_id&page_size=100" || return 1
  # A list: each of its members is read as an object.
  while IFS='|' read -r id name; do
    [[ $name != *"$project+$robot" ]] || there=$id
  done < <(grep -oE '"(id|name)":("[^"]*"|[0-9]+)' <<<"${body//[$' \n']/}" | awk -F: '$1 ~ /id/ { id = $2 } $1 ~ /name/ { gsub(/"/, "", $2); print id "|" $2 }')
  if [[ -n $there && -s $SECRETS/robot.json ]] && robot_works; then return 0; fi
  as_admin || return 1
  [[ -z $there ]] || api_must 200 DELETE "/api/v2.0/robots/$there" || return 1
  api_must 201 POST /api/v2.0/robots "{\"name\":\"$robot\",\"description\":\"CI: push and pull, made by edge-phase1\",\"duration\":-1,\"level\":\"project\",\"disable\":false,\"permissions\":[{\"kind\":\"project\",\"namespace\":\"$project\",\"access\":[{\"resource\":\"repository\",\"action\":\"push\"},{\"resource\":\"repository\",\"action\":\"pull\"}]}]}" || return 1
  read_body || return 1
  keep_robot "${json_raw[.name]-}" "${json_raw[.secret]-}" || return 1
  robot_works || { last_output="The account was made, but the registry does not take it: $http" && return 1; }
}

keep_robot() { # name secret, as they stand in JSON
  [[ $1 == \"?*\" && $2 == \"?*\" ]] || { last_output="The registry has made the account without telling its secret." && return 1; }
  printf '{"registry":"%s:%s","name":%s,"secret":%s}\n' "$host" "$port" "$1" "$2" | replace_file "$SECRETS/robot.json" 0600
}

# Whether the registry gives this account the right to push and pull in the project.
robot_works() {
  json_text=$(<"$SECRETS/robot.json")
  json_read || return 1
  text_of name && robot_name=$REPLY
  text_of registry
  [[ $REPLY == "$host:$port" ]] || return 1
  text_of secret && as_account "$robot_name" "$REPLY" || return 1
  if [[ $registry == distribution ]]; then api GET /v2/; else api GET "/service/token?service=harbor-registry&scope=repository%3A$project%2Fedge-phase1%3Apush%2Cpull"; fi
  [[ $http == 200 ]]
}

# Without rules and without a schedule nothing is deleted: so Harbor's own page leaves a policy whose last rule was taken away.
retention_set() {
  local id rules='' cron='' policy told
  project_there "$project" '{}' || return 1
  text_of metadata.retention_id && id=$REPLY
  [[ -n $id ]] || ((keep)) || return 0
  if ((keep)); then
    rules="{\"disabled\":false,\"action\":\"retain\",\"template\":\"latestPushedK\",\"params\":{\"latestPushedK\":$keep},\"tag_selectors\":[{\"kind\":\"doublestar\",\"decoration\":\"matches\",\"pattern\":\"**\",\"extras\":\"{\\\"untagged\\\":true}\"}],\"scope_selectors\":{\"repository\":[{\"kind\":\"doublestar\",\"decoration\":\"repoMatches\",\"pattern\":\"**\"}]}}"
    cron='0 0 2 * * *'
  fi
  policy="\"algorithm\":\"or\",\"rules\":[$rules],\"trigger\":{\"kind\":\"Schedule\",\"settings\":{\"cron\":\"$cron\"}},\"scope\":{\"level\":\"project\",\"ref\":$project_id}"
  if [[ -n $id ]]; then
    api_must 200 PUT "/api/v2.0/retentions/$id" "{\"id\":$id,$policy}" || return 1
  else
    api_must 201 POST /api/v2.0/retentions "{$policy}" && project_there "$project" '{}' || return 1
    text_of metadata.retention_id && id=$REPLY
  fi
  api_must 200 GET "/api/v2.0/retentions/$id" && read_body || return 1
  told=0
  [[ ! ${json_raw[.rules]-} =~ \"latestPushedK\"\ *:\ *([0-9]+) ]] || told=${BASH_REMATCH[1]}
  text_of trigger.settings.cron
  told_as_set "what is kept" "$keep at '$cron'" "$told at '$REPLY'"
}

told_as_set() { # what set told
  [[ $2 == "$3" ]] || { last_output="The registry took a setting and does not tell of it: $1 was set to $2, told is $3." && return 1; }
}

gc_set() {
  local schedule="{\"schedule\":{\"type\":\"Custom\",\"cron\":\"$gc\"},\"parameters\":{\"delete_untagged\":true,\"workers\":1}}"
  if [[ $gc == none ]]; then
    gc_told || return 1
    [[ $REPLY != none ]] || return 0
    api_must 200 PUT /api/v2.0/system/gc/schedule '{"schedule":{"type":"None","cron":""},"parameters":{}}' || return 1
  else
    # One is made with POST and changed with PUT.
    api POST /api/v2.0/system/gc/schedule "$schedule"
    [[ $http == 201 ]] || api_must 200 PUT /api/v2.0/system/gc/schedule "$schedule" || return 1
  fi
  gc_told && told_as_set 'when space is freed' "$gc" "$REPLY"
}

# -> REPLY: when; none where there is no schedule, of which the registry tells with an empty answer
gc_told() {
  api_must 200 GET /api/v2.0/system/gc/schedule || return 1
  REPLY=none
  [[ -n ${body//[[:space:]]/} ]] || return 0
  read_body && text_of schedule.cron
  REPLY=${REPLY:-none}
}

proxy_there() {
  local name=${proxy_project%%=*} url=${proxy_project#*=} kind=docker-registry id
  [[ -n $proxy_project ]] || return 0
  url=${url%/}
  [[ $url != https://hub.docker.com* ]] || kind=docker-hub
  upstream_told "$name" || return 1
  if [[ -z ${json_raw[.id]-} ]]; then
    object "name=$name" "url=$url" "type=$kind" "insecure:=false"
    api_must 201 POST /api/v2.0/registries "$REPLY" && upstream_told "$name" || return 1
  elif text_of url && [[ ${REPLY%/} != "$url" ]]; then
    object "url=$url"
    api_must 200 PUT "/api/v2.0/registries/${json_raw[.id]}" "$REPLY" && upstream_told "$name" || return 1
  fi
  id=${json_raw[.id]-} && text_of url
  told_as_set "where $name fetches from" "$url" "${REPLY%/}" || return 1
  project_there "$name" "{\"project_name\":\"$name\",\"registry_id\":$id,\"metadata\":{\"public\":\"true\"}}" || return 1
  [[ ${json_raw[.registry_id]-} == "$id" ]] || { last_output="There is a project $name already that does not fetch from $url: choose another name (proxy project NAME=URL), or delete that project." && return 1; }
}

# -> json_raw of the one registry of this name, or of nothing
upstream_told() { # name
  api_must 200 GET "/api/v2.0/registries?q=name%3D$1" || return 1
  body=${body//$'\n'/} body=${body#\[} body=${body%\]}
  [[ $body != null && -n $body ]] || body='{}'
  read_body
}

# A plain registry knows no rights: the account may do what the administrator may, and says so.
plain_robot() {
  local word
  make_password "$SECRETS/robot-password" && write_accounts || return 1
  word=$(<"$SECRETS/robot-password")
  keep_robot "\"$robot\"" "\"$word\"" || return 1
  emit output "    a plain registry knows no projects, rights, retention or schedules: $robot may push and pull everything"
  for word in 1 2 3 4 5; do # it reads its file again when the time of it is another
    ! robot_works || return 0
    sleep 1
  done
  last_output="The registry does not take the account $robot: $http"
  return 1
}

# --- Docker and K3s on this host --------------------------------------------------------------------------------------

readonly DAEMON_JSON=/etc/docker/daemon.json
readonly REGISTRIES=/etc/rancher/k3s/registries.yaml
readonly OURS='# Written by edge-phase1: harbor. It is replaced as a whole when the registry changes.'

has_k3s() { [[ -d ${REGISTRIES%/*} || -x /usr/local/bin/k3s ]]; }

certificates() { echo "/etc/docker/certs.d/$host:$port"; }

# Who has it in its configuration.
trusted_by() {
  local names=''
  [[ -z $host ]] || ! grep -qsF "\"$host:$port\"" "$DAEMON_JSON" || names=Docker
  [[ -z $host || ! -e $(certificates)/ca.crt ]] || names=Docker
  [[ $(head -n 1 "$REGISTRIES" 2>/dev/null) != "$OURS" ]] || names+="${names:+ }K3s"
  echo "$names"
}

refuse_trust() {
  if [[ $trust == *k3s* && -e $REGISTRIES && $(head -n 1 "$REGISTRIES") != "$OURS" ]] && ! grep -qF "$host:$port" "$REGISTRIES"; then
    refuse registries-foreign "$REGISTRIES is there and was not written by this script." \
      "Add this to it by hand, then run this again; or leave K3s out: --trust docker. Text: $(registries_text '"..."' '"..."' | tail -n +2 | tr '\n' '~' | sed 's/~/\\n/g')"
  fi
  [[ $trust == *docker* && $scheme == http && -e $DAEMON_JSON ]] || return 0
  json_text=$(<"$DAEMON_JSON")
  json_read || refuse daemon-json-broken "$DAEMON_JSON is not JSON." "Mend it by hand (docker-config-phase1.sh --plan says where), then run this again; or leave Docker out: --trust none."
}

do_trust() {
  [[ $trust != *docker* ]] || trust_docker || return 1
  [[ $trust != *k3s* ]] || trust_k3s || return 1
  echo "$host $port" | replace_file "$SECRETS/trusted" 0600 || return 1
  object "trust=$trust"
  REPLY=${REPLY#\{}
  printf '%s\n' "${REPLY%\}}" | replace_file "$SECRETS/trust" 0600 && keep_result
}

trust_docker() {
  local list
  if [[ $scheme == https ]]; then
    make_certificate || return 1
    [[ -n $ca_file ]] || return 0
    mkdir -p "$(certificates)" && replace_file "$(certificates)/ca.crt" 0644 <"$ca_file"
    return
  fi
  ! docker_insecure || return 0
  json_text=$'{}\n'
  [[ ! -s $DAEMON_JSON ]] || json_text=$(cat "$DAEMON_JSON" && echo .) json_text=${json_text%.}
  json_read || { last_output="$DAEMON_JSON is not JSON." && return 1; }
  list=${json_raw[.insecure-registries]-}
  if [[ $list != *"\"$host:$port\""* ]]; then
    if [[ $list =~ ^\[.*[^[:space:]\[].*\]$ ]]; then list="${list%]}, \"$host:$port\"]"; else list="[\"$host:$port\"]"; fi
    json_set insecure-registries "$list" || { last_output="$DAEMON_JSON is of a form that cannot be changed." && return 1; }
    put_daemon_json || return 1
  fi
  reload_docker
  for list in 1 2 3 4 5 6 7 8 9 10; do
    ! docker_insecure || return 0
    sleep 1
  done
  last_output="Docker has read $DAEMON_JSON again, and does not take $host:$port as a registry to trust."
  return 1
}

docker_pid() { pgrep -x dockerd 9>&- | head -n 1; }

reload_docker() { kill -HUP "$(docker_pid)"; }

# shellcheck disable=SC2016 # it is a template of Go
docker_insecure() { [[ " $(docker_ info --format '{{range $name, $index := .RegistryConfig.IndexConfigs}}{{if not $index.Secure}}{{$name}} {{end}}{{end}}' 2>/dev/null)" == *" $host:$port "* ]]; }

# Docker itself checks the new file before it takes the old one's place.
put_daemon_json() {
  local checked=$RUNS/harbor-daemon.json mode=0644 words
  flags=()
  mapfile -d '' -t flags <"/proc/$(docker_pid)/cmdline"
  flags=(${flags[@]+"${flags[@]:1}"})
  printf '%s' "$json_text" | replace_file "$checked" 0600 || return 1
  words=$(docker_words "$checked")
  rm -f "$checked"
  [[ -z $words ]] || { last_output="Docker does not accept $DAEMON_JSON with $host:$port in it: $words" && return 1; }
  [[ ! -e $DAEMON_JSON ]] || mode=0$(stat -c %a "$DAEMON_JSON")
  mkdir -p "${DAEMON_JSON%/*}" && printf '%s' "$json_text" | replace_file "$DAEMON_JSON" "$mode"
}

registries_text() { # name secret
  printf '%s\nmirrors:\n  "%s":\n    endpoint:\n      - "%s://%s"\nconfigs:\n  "%s":\n    auth:\n      username: %s\n      password: %s\n' "$OURS" "$host:$port" "$scheme" "$host:$port" "$host:$port" "$1" "$2"
  [[ -z ${ca_file:-} ]] || printf '    tls:\n      ca_file: "%s"\n' "$ca_file"
}

trust_k3s() {
  if ! has_k3s; then
    emit output "    K3s is not installed here: nothing to tell it"
    return 0
  fi
  [[ ! -e $REGISTRIES || $(head -n 1 "$REGISTRIES") == "$OURS" ]] || return 0 # somebody has added it by hand
  json_text=$(cat "$SECRETS/robot.json" 2>/dev/null)
  json_read || { last_output="$SECRETS/robot.json cannot be read." && return 1; }
  make_certificate && mkdir -p "${REGISTRIES%/*}" && registries_text "${json_raw[.name]}" "${json_raw[.secret]}" | replace_file "$REGISTRIES" 0600 || return 1
  emit output "    K3s reads $REGISTRIES when it starts next; it is not restarted here (systemctl restart k3s)"
}

# --- rollback ---------------------------------------------------------------------------------------------------------

do_stop() {
  local folder
  if [[ $registry == distribution ]]; then
    docker_ rm --force "$CONTAINER-before" >/dev/null 2>&1
    tool docker rm --force "$CONTAINER" || return 1
  else
    for folder in "$install"/*/harbor; do
      [[ ! -s $folder/docker-compose.yml ]] || { folder=${folder%/harbor} && tool compose_in "${folder##*/}" down --remove-orphans; } || return 1
    done
  fi
  look_at_services
  [[ -z $running ]] || { last_output="These are still there: $running" && return 1; }
}

do_remove() {
  local image
  if [[ $registry == distribution ]]; then
    image=$(cat "$install/distribution/image" 2>/dev/null)
    [[ -z $image ]] || docker_ rmi "$image" >/dev/null 2>&1
  else
    while IFS= read -r image; do
      [[ ! -d $install/${image##*:v} ]] || docker_ rmi "$image" >/dev/null 2>&1
    done < <(docker_ images --format '{{.Repository}}:{{.Tag}}' --filter 'reference=goharbor/*')
  fi
  if [[ -n $remove_data ]]; then
    { rm -rf --one-file-system "$data" && rm -f "$SECRETS"/{admin-password,database-password,robot-password,robot.json}; } || { last_output="$data cannot be deleted." && return 1; }
  fi
  rm -f "$SECRETS"/{proof,use} "$STATE/$STEP.json"
  # The configuration goes last: it is what a run that was cut short goes on from.
  { find "$install" -mindepth 1 -maxdepth 1 ! -name configured -exec rm -rf --one-file-system {} + && rm -f "$install/configured" && rmdir "$install"; } || { last_output="$install cannot be deleted." && return 1; }
}

do_untrust() {
  local list before
  rm -f "$SECRETS/trust"
  [[ $(head -n 1 "$REGISTRIES" 2>/dev/null) != "$OURS" ]] || rm -f "$REGISTRIES"
  rm -rf "$(certificates)"
  grep -qsF "\"$host:$port\"" "$DAEMON_JSON" || { rm -f "$SECRETS/trusted" && return; }
  json_text=$(cat "$DAEMON_JSON" && echo .) json_text=${json_text%.}
  json_read || { last_output="$DAEMON_JSON is not JSON." && return 1; }
  before=${json_raw[.insecure-registries]-}
  list=$(sed -E "s#, *\"$host:$port\"##; s#\"$host:$port\" *,? *##" <<<"$before")
  json_set insecure-registries "$list" && put_daemon_json && reload_docker || return 1
  [[ -z $(trusted_by) ]] && rm -f "$SECRETS/trusted"
}

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

main "$@"
