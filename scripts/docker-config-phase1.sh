#!/usr/bin/env bash
# docker-config-phase1.sh - settings of Docker's daemon in /etc/docker/daemon.json: log limits, concurrency, and a few more.
#
#   sudo bash docker-config-phase1.sh          shows what it found and what it will do, and asks before each change
#   bash docker-config-phase1.sh --help        all options and exit codes
#
# Needs nothing but this file, bash, Docker and systemd. It sets single values in the file and leaves everything else as it
# is; Docker itself checks the new file before it takes the old one's place. Docker is only restarted where a reload is not
# enough. When it does not come back with the containers that ran, the old file is put back and Docker started with it.
# shellcheck disable=SC2317 # the changes are called by name: do_$change

readonly STEP=docker-config SCRIPT_VERSION=1 INTERRUPTIBLE=0
readonly EXPECTABLE=(file_sha256 settings old_sha256)
readonly HARMLESS=(backup)
readonly ROLLBACK_HELP='put the file back as it was before the last change, also when there was none'
readonly OPTIONS_HELP="The settings, in the words of daemon.json
  --set KEY=VALUE      a value for one of the keys below; keep leaves it as it is; may be given several times
      storage-driver=overlay2          only written where it is the driver in use
      log-driver=json-file             or local
      log-opts.max-size=10m
      log-opts.max-file=3
      max-concurrent-downloads=3       1 to 100
      max-concurrent-uploads=3         1 to 100
      live-restore=keep                true: containers go on while Docker restarts
      builder.gc.enabled=keep          true or false
      builder.gc.defaultKeepStorage=keep     20GB: size of the build cache, for Docker before 28
      builder.gc.defaultReservedSpace=keep   20GB or 10%, and the two below: Docker 28 and newer
      builder.gc.defaultMaxUsedSpace=keep
      builder.gc.defaultMinFreeSpace=keep
  (what is shown here are the defaults, those of the plan)

Kubernetes, where this host is a node of it: after a restart of Docker its pods have to be as before
  --cluster auto       none: there is none, and nothing is looked for
  --kubeconfig FILE    one that only root can change (default: /etc/rancher/k3s/k3s.yaml, then /root/.kube/config)
  --pod-patience 300   seconds that pods have; 0 to 3600"

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

# --- Docker: how it is started, what it says, and the containers that run in it -----------------------------------------

# Seconds that Docker and its containers have to come back, and that they have to stay then.
readonly PATIENCE=180 STABLE=6

# While systemd starts or stops it, nothing of it is known: it is waited for, for a minute.
observe_unit() {
  local load='' state='' k
  for ((k = 0; k < 60; k++)); do
    look_at_unit
    [[ $state == *activating || $state == reloading ]] || break
    sleep 1
  done
  if [[ $load != loaded ]]; then
    [[ ! -e /snap/docker/current ]] || refuse snap "Docker is installed as a snap, which has its own configuration." \
      "Edit /var/snap/docker/current/config/daemon.json by hand, then: snap restart docker"
    refuse no-unit "systemd has no docker.service here." "Install Docker from its packages, or make this change by hand."
  fi
  unit_active=0
  [[ $state != active ]] || unit_active=1
}

look_at_unit() { # -> load and state of the caller
  local line
  unit_pid=0 invocation='' can_reload=no
  while IFS= read -r line; do
    case $line in
      LoadState=*) load=${line#*=} ;;
      ActiveState=*) state=${line#*=} ;;
      MainPID=*) unit_pid=${line#*=} ;;
      InvocationID=*) invocation=${line#*=} ;;
      CanReload=*) can_reload=${line#*=} ;;
    esac
  done < <(systemctl show docker.service -p LoadState,ActiveState,MainPID,InvocationID,CanReload 9>&-)
}

observe_daemon() {
  local row=''
  version='' driver='' log_driver='' live='' root_folder='' swarm='' rootless=0
  need_tool docker docker-cli
  need_tool dockerd docker.io
  # Asked only when it runs: asking would start it, through its socket.
  ((!unit_active)) || row=$(docker_ info --format '{{.ServerVersion}}|{{.Driver}}|{{.LoggingDriver}}|{{.LiveRestoreEnabled}}|{{.DockerRootDir}}|{{.Swarm.LocalNodeState}}|{{.SecurityOptions}}' 2>/dev/null)
  IFS='|' read -r version driver log_driver live root_folder swarm row <<<"$row"
  [[ $row != *name=rootless* ]] || rootless=1
  flags=()
  [[ ! -r /proc/$unit_pid/cmdline ]] || mapfile -d '' -t flags <"/proc/$unit_pid/cmdline"
  flags=(${flags[@]+"${flags[@]:1}"})
}

running_containers() { # format
  local -a ids
  mapfile -t ids < <(docker_ ps --quiet --no-trunc 2>/dev/null)
  ((${#ids[@]} == 0)) || docker_ inspect --format "$1" "${ids[@]}" 2>/dev/null
}

declare -A before=() before_names=() # id -> restart policy, name

# Pods are Kubernetes' own affair: it makes new containers for them. One that fails all the time cannot be waited for.
remember_containers() {
  local id name policy state count since
  before=() before_names=()
  while IFS='|' read -r id name policy state count since; do
    [[ $name != /k8s_* && $state == running ]] || continue
    if ((count > 0 && $(date +%s) - $(date -d "$since" +%s) < 60)); then
      emit output "    ${name#/} is restarted again and again: it is not waited for"
      continue
    fi
    before[$id]=$policy before_names[$id]=${name#/}
  done < <(running_containers '{{.Id}}|{{.Name}}|{{.HostConfig.RestartPolicy.Name}}|{{.State.Status}}|{{.RestartCount}}|{{.State.StartedAt}}')
}

# Waits until Docker answers, and every container of before runs and keeps running. Starts those that Docker does not.
come_back() {
  local deadline=$((SECONDS + PATIENCE)) stable_since='' state='' last_state='' down id started=' '
  while :; do
    if docker_ info --format '{{.ServerVersion}}' >/dev/null 2>&1; then
      down='' state=''
      ((${#before[@]} == 0)) || look_at_containers
      if [[ -z $down && $state == "$last_state" ]]; then
        [[ -n $stable_since ]] || stable_since=$SECONDS
        ((SECONDS - stable_since < STABLE)) || break
      else
        stable_since=''
      fi
      last_state=$state
      for id in $down; do
        # Docker itself starts those with a policy for it; the others it leaves.
        [[ $started != *" $id "* ]] || continue
        [[ ${before[$id]} != always && ${before[$id]} != unless-stopped ]] || ((SECONDS > deadline - PATIENCE + 15)) || continue
        started+="$id "
        emit output "    starting ${before_names[$id]} again"
        docker_ start "$id" >/dev/null 2>&1
      done
    else
      down='' stable_since=''
    fi
    if ((SECONDS > deadline)); then
      last_output='Docker does not answer.'
      [[ -z $down ]] || { last_output='These containers do not run as before:' && for id in $down; do last_output+=" ${before_names[$id]}"; done; }
      return 1
    fi
    sleep 1
  done
  observe_unit
  observe_daemon
  [[ -n $version ]]
}

# -> down: ids that do not run; state: what changes with each restart of one
look_at_containers() {
  local id running count since
  local -A seen=()
  while IFS='|' read -r id running count since; do
    seen[$id]=1
    [[ $running == running ]] || down+=" $id"
    state+="$id $count $since "
  done < <(docker_ inspect --format '{{.Id}}|{{.State.Status}}|{{.RestartCount}}|{{.State.StartedAt}}' "${!before[@]}" 2>/dev/null)
  for id in "${!before[@]}"; do [[ -n ${seen[$id]:-} ]] || down+=" $id"; done
}

# --- Kubernetes on this host: its pods before a restart of Docker, and after it -------------------------------------------

# Seconds that pods have to be as before, and that they have to stay so. The kubelet tells late of a container that has ended.
pod_patience=300
readonly PODS_STABLE=6 PODS_STABLE_ON_DOCKER=40

kubeconfig='' cluster=auto
kubectl_tool=() kubectl_file='' pods_node='' pods_runtime='' pods_why=''
pods_text='' # for people and the journal: how the pods were compared, or why they were not
pods_failed=0
declare -A pods_before=() # namespace/name -> uid|owner|ready|restarts
# What was remembered last, for a run after one that is cut short: in memory, as after a boot all pods have been started anew.
readonly PODS_FILE=$RUNS/$STEP-pods

# A kubeconfig can name programs to run, so it and every folder above it have to be such that only root can change them.
only_root_writes() { # path
  local path owner mode
  path=$(realpath -e "$1" 2>/dev/null) || return 1
  while :; do
    IFS='|' read -r owner mode < <(stat -c '%u|%a' "$path" 2>/dev/null)
    [[ ${owner:-1} == 0 && -n ${mode:-} ]] && (((8#$mode & 8#022) == 0)) || return 1
    [[ $path != / ]] || return 0
    path=${path%/*} path=${path:-/}
  done
}

# The tool and the kubeconfig, in the order of edge-phase1 itself, but for root: $KUBECONFIG and homes of users do not count.
find_kubectl() {
  local file
  pods_why=''
  if [[ $cluster == none ]]; then
    pods_why='no cluster, as configured'
  elif command -v kubectl >/dev/null; then
    kubectl_tool=(kubectl)
  elif command -v k3s >/dev/null; then
    kubectl_tool=(k3s kubectl)
  else
    pods_why='neither kubectl nor k3s is installed'
  fi
  [[ -z $pods_why ]] || return 1
  kubectl_file=$kubeconfig
  for file in /etc/rancher/k3s/k3s.yaml /root/.kube/config; do
    [[ -n $kubectl_file || ! -e $file ]] || kubectl_file=$file
  done
  if [[ -z $kubectl_file ]]; then
    pods_why='there is no kubeconfig'
  elif [[ ! -f $kubectl_file ]]; then
    pods_why="$kubectl_file is not a file"
  elif ! only_root_writes "$kubectl_file"; then
    pods_why="$kubectl_file can be changed by others than root"
  fi
  [[ -z $pods_why ]]
}

kubectl_() {
  KUBECONFIG=$kubectl_file timeout 20 "${kubectl_tool[@]}" --request-timeout=10s --cache-dir=/dev/null/none "$@" 9>&- </dev/null
}

readonly NODE_LINES='{{range .items}}{{.status.nodeInfo.machineID}}|{{.metadata.name}}|{{.status.nodeInfo.containerRuntimeVersion}}{{"\n"}}{{end}}'

# The node that this host is: a kubeconfig may lead to another cluster.
find_node() {
  local said machine row
  read -r machine 2>/dev/null </etc/machine-id || machine=''
  if ! said=$(kubectl_ get nodes -o "go-template=$NODE_LINES" 2>&1); then
    without_passwords "${said##*$'\n'}"
    REPLY=${REPLY:-no answer}
    pods_why="the nodes of the cluster cannot be seen: ${REPLY:0:200}"
    return 1
  fi
  while IFS='|' read -r row pods_node pods_runtime; do
    [[ -z $machine || $row != "$machine" ]] || return 0
  done <<<"$said"
  pods_node='' pods_runtime='' pods_why="this host is none of the cluster's nodes"
  return 1
}

# Names, states and numbers only: the specs of pods hold secrets. The last line has their number, so that a torn answer shows.
readonly POD_LINES='{{range .items}}{{.metadata.namespace}}/{{.metadata.name}}|{{.metadata.uid}}|{{.spec.nodeName}}|{{with .metadata.ownerReferences}}{{with index . 0}}{{.kind}}/{{.name}}{{end}}{{end}}|{{.status.phase}}|{{if .metadata.deletionTimestamp}}leaving{{end}}|{{range .status.conditions}}{{if eq .type "Ready"}}{{.status}}{{end}}{{end}}|{{range .status.containerStatuses}}{{.ready}}+{{.restartCount}} {{end}}{{"\n"}}{{end}}total|{{len .items}}'

# No other signs: the parts become keys and numbers, which bash would evaluate.
readonly POD_LINE='^[a-z0-9.-]+/[a-z0-9.-]+\|[A-Za-z0-9-]+\|[^|]*\|[A-Za-z0-9./:_-]*\|[^|]*\|(leaving)?\|[A-Za-z]*\|((true|false)\+[0-9]{1,9} )*$'

# -> pod_lines; or 1, and pods_why
look_at_pods() {
  local said line
  if ! said=$(kubectl_ get pods --all-namespaces -o "go-template=$POD_LINES" 2>&1); then
    without_passwords "${said##*$'\n'}"
    REPLY=${REPLY:-no answer}
    pods_why="the pods cannot be seen: ${REPLY:0:200}"
    return 1
  fi
  mapfile -t pod_lines <<<"$said"
  [[ ${pod_lines[-1]} == "total|$((${#pod_lines[@]} - 1))" ]] || { pods_why='the answer of kubectl is torn' && return 1; }
  unset 'pod_lines[-1]'
  for line in ${pod_lines[@]+"${pod_lines[@]}"}; do
    [[ $line =~ $POD_LINE ]] || { pods_why='the answer of kubectl is in another form' && return 1; }
  done
}

# Pods that should run -> pods_seen: not those that have done their work, are being deleted, or were replaced by their owner.
count_pods() { # node (empty: of all nodes)
  local line name uid node owner phase leaving condition containers one ready restarts
  pods_seen=() pods_order=()
  for line in ${pod_lines[@]+"${pod_lines[@]}"}; do
    IFS='|' read -r name uid node owner phase leaving condition containers <<<"$line"
    [[ -z $1 || $node == "$1" ]] || continue
    [[ $phase != Succeeded && -z $leaving && ($phase != Failed || -z $owner) ]] || continue
    ready=yes restarts=0
    [[ $phase == Running && $condition == True && -n $containers ]] || ready=no
    for one in $containers; do
      [[ $one == true+* ]] || ready=no
      restarts=$((restarts + ${one#*+}))
    done
    pods_seen[$name]="$uid|${owner:+${name%%/*}/$owner}|$ready|$restarts"
    pods_order+=("$name")
  done
}
declare -A pods_seen=()

# Before the restart. What stands in the way of comparing is said, and stands in the way of nothing else.
remember_pods() {
  local name
  pods_before=() pods_names=() pods_text=''
  rm -f "$PODS_FILE"
  if find_kubectl && find_node && look_at_pods; then
    count_pods "$pods_node"
    pods_names=(${pods_order[@]+"${pods_order[@]}"})
    for name in ${pods_names[@]+"${pods_names[@]}"}; do pods_before[$name]=${pods_seen[$name]}; done
    ((${#pods_names[@]})) || pods_text="no pods on the node $pods_node"
    save_pods
    emit output "    ${#pods_names[@]} pods on the node $pods_node ($pods_runtime) are looked at again after the restart"
  else
    pods_text="not compared: $pods_why"
    emit output "    pods are not compared: $pods_why"
  fi
}

save_pods() {
  local name
  {
    echo "$run_id|$pods_node|$pods_runtime"
    for name in ${pods_names[@]+"${pods_names[@]}"}; do echo "$name|${pods_before[$name]}"; done
  } | replace_file "$PODS_FILE" 0600
}

# What the run of this name remembered before its restart, as if it had been remembered by this one.
recall_pods() { # run
  local run='' name row
  pods_before=() pods_names=() pods_text=''
  if ! find_kubectl; then
    pods_text="not compared: $pods_why"
  elif { IFS='|' read -r run pods_node pods_runtime <"$PODS_FILE"; } 2>/dev/null && [[ $run == "$1" ]]; then
    while IFS='|' read -r name row; do
      pods_names+=("$name")
      pods_before[$name]=$row
    done < <(tail -n +2 "$PODS_FILE")
    emit output "    ${#pods_names[@]} pods on the node $pods_node ($pods_runtime) are compared with what they were before run $1"
  else
    pods_text="not compared: what they were before run $1 is not known any more"
  fi
  [[ -z $pods_text ]] || emit output "    pods are $pods_text"
}

# pods_before and pod_lines -> REPLY in words; 1 where one that was ready is missing or is not ready
compare_pods() {
  local name other k row owner ready uid restarts now_uid now_ready now_restarts back=0
  local -A left=() now=()
  local -a missing=() recreated=() restarted=() unready=() added=()
  count_pods ''
  for name in ${pods_order[@]+"${pods_order[@]}"}; do left[$name]=1; done
  for name in ${pods_names[@]+"${pods_names[@]}"}; do
    [[ -n ${left[$name]:-} ]] || continue
    now[$name]=$name
    unset "left[$name]"
  done
  # One with the same owner takes the place of one that is gone; each takes one place.
  for name in ${pods_names[@]+"${pods_names[@]}"}; do
    IFS='|' read -r _ owner _ <<<"${pods_before[$name]}"
    [[ -z ${now[$name]:-} && -n $owner ]] || continue
    for other in "${pods_order[@]}"; do
      IFS='|' read -r _ row _ <<<"${pods_seen[$other]}"
      [[ -n ${left[$other]:-} && $row == "$owner" ]] || continue
      now[$name]=$other
      unset "left[$other]"
      break
    done
  done
  for name in ${pods_names[@]+"${pods_names[@]}"}; do
    IFS='|' read -r uid _ ready restarts <<<"${pods_before[$name]}"
    other=${now[$name]:-}
    if [[ -z $other ]]; then
      missing+=("$name")
      continue
    fi
    IFS='|' read -r now_uid _ now_ready now_restarts <<<"${pods_seen[$other]}"
    if [[ $now_uid != "$uid" ]]; then
      if [[ $other == "$name" ]]; then recreated+=("$name"); else recreated+=("$name → $other"); fi
    elif ((now_restarts > restarts)); then
      restarted+=("$name ($((now_restarts - restarts)) more)")
    fi
    [[ $ready != yes || $now_ready == yes ]] || unready+=("$other")
  done
  for name in ${pods_order[@]+"${pods_order[@]}"}; do [[ -z ${left[$name]:-} ]] || added+=("$name"); done
  ((${#missing[@]} + ${#unready[@]} == 0)) || back=1
  REPLY=''
  for k in missing recreated:'made again' restarted unready:'not ready any more' added:new; do
    local -n group=${k%%:*}
    ((${#group[@]} == 0)) || { printf -v row '%s, ' "${group[@]}" && REPLY+="${REPLY:+; }${k#*:}: ${row%, }"; }
  done
  REPLY=${REPLY:-"${#pods_names[@]} pods as before: same pods, no restarts"}
  return $back
}

# After the restart: until all of them are as before, and stay so.
pods_come_back() {
  local deadline=$((SECONDS + pod_patience)) stable=$PODS_STABLE since='' words=''
  pods_failed=0
  ((${#pods_before[@]})) || return 0
  [[ $pods_runtime != docker://* ]] || stable=$PODS_STABLE_ON_DOCKER
  while :; do
    if look_at_pods; then
      if ! compare_pods; then
        since=''
      elif [[ -z $since || $REPLY != "$words" ]]; then
        since=$SECONDS
      elif ((SECONDS - since >= stable)); then
        break
      fi
      words=$REPLY
    else
      since='' words=$pods_why
    fi
    # What is as before by then still has to stay so.
    if ((SECONDS > deadline && ${since:-SECONDS} > deadline)); then
      pods_failed=1 pods_text="not as before within $pod_patience s: $words" last_output="Pods are $pods_text."
      return 1
    fi
    sleep 1
  done
  pods_text=$REPLY
  emit output "    $pods_text"
}

# --- options of this step ---------------------------------------------------------------------------------------------

readonly FILE=/etc/docker/daemon.json
readonly KEPT=$STATE/docker-config
readonly LARGEST=65536

readonly KEYS=(storage-driver log-driver log-opts.max-size log-opts.max-file max-concurrent-downloads max-concurrent-uploads
  live-restore builder.gc.enabled builder.gc.defaultKeepStorage builder.gc.defaultReservedSpace
  builder.gc.defaultMaxUsedSpace builder.gc.defaultMinFreeSpace)
declare -A wanted=([storage-driver]=overlay2 [log-driver]=json-file [log-opts.max-size]=10m [log-opts.max-file]=3
  [max-concurrent-downloads]=3 [max-concurrent-uploads]=3)

step_option() { # name value
  local key=${2-}
  taken=2
  case $1 in
    --set | --cluster | --kubeconfig | --pod-patience) (($# >= 2)) || return 0 ;;
    *) taken=0 && return ;;
  esac
  case $1 in
    --cluster) cluster=$2 && return ;;
    --kubeconfig) kubeconfig=$2 && return ;;
    --pod-patience) pod_patience=$2 && return ;;
  esac
  [[ $key =~ ^([A-Za-z.-]+)=(.*)$ ]] || wrong_usage "--set: '$key' is not KEY=VALUE"
  wanted[${BASH_REMATCH[1]}]=${BASH_REMATCH[2]}
}

check_options() {
  local key value
  one_of --cluster "$cluster" auto none
  [[ -z $kubeconfig || $kubeconfig == /* ]] || wrong_usage "--kubeconfig: '$kubeconfig' is not an absolute path"
  [[ $pod_patience =~ ^([0-9]{1,3}|[12][0-9]{3}|3[0-5][0-9]{2}|3600)$ ]] || wrong_usage "--pod-patience: '$pod_patience' is not a number of seconds from 0 to 3600"
  pod_patience=$((10#$pod_patience))
  for key in "${!wanted[@]}"; do one_of --set "$key" "${KEYS[@]}"; done
  for key in "${!wanted[@]}"; do
    value=${wanted[$key]}
    [[ $value != keep ]] || { unset "wanted[$key]" && continue; }
    case $key in
      storage-driver) one_of "--set $key" "$value" overlay2 keep ;;
      log-driver) one_of "--set $key" "$value" json-file local keep ;;
      log-opts.max-size) value_is "$key" '^[1-9][0-9]{0,5}[kmg]$' 'a size as 500k, 10m or 1g' ;;
      log-opts.max-file) value_is "$key" '^[1-9][0-9]{0,2}$' 'a whole number from 1' ;;
      max-concurrent-*) value_is "$key" '^([1-9][0-9]?|100)$' 'a whole number from 1 to 100' ;;
      live-restore | builder.gc.enabled) one_of "--set $key" "$value" true false keep ;;
      builder.gc.defaultKeepStorage) value_is "$key" '^[1-9][0-9]{0,5}(MB|GB|TB)$' 'a size as 20GB' ;;
      *) value_is "$key" '^([1-9][0-9]{0,5}(MB|GB|TB)|[1-9][0-9]?%)$' 'a size as 20GB or a share as 10%' ;;
    esac
  done
}

value_is() { # key pattern what
  [[ ${wanted[$1]} =~ $2 ]] || wrong_usage "--set $1: '${wanted[$1]}' is not $3 (or keep)"
}

raw_value() { # key value -> REPLY, as it stands in the file
  case $1 in
    max-concurrent-* | live-restore | builder.gc.enabled) REPLY=$2 ;;
    *) REPLY="\"$2\"" ;;
  esac
}

# --- observe ----------------------------------------------------------------------------------------------------------

observe() {
  need_tool systemctl systemd
  [[ ! -e /.dockerenv && ! -e /run/.containerenv ]] || refuse inside-container "This runs inside a container, not on the host." \
    "Run it on the host itself, or reach the host over SSH."
  refuse_users_docker
  observe_unit
  observe_daemon
  observe_file
}

# A Docker of a user's own, where the system has none that runs.
refuse_users_docker() {
  local pid
  for pid in $(pgrep -x dockerd); do
    [[ $(stat -c %u "/proc/$pid" 2>/dev/null) == [1-9]* ]] || continue
    systemctl is-active --quiet docker.service 9>&- || refuse_rootless
  done
}

refuse_rootless() {
  refuse rootless "This Docker runs without root and has its configuration in the home of its user." \
    "Edit ~/.config/docker/daemon.json by hand, then: systemctl --user restart docker"
}

observe_file() {
  local bytes
  file_sha256=none json_text='' file_mode=0644
  [[ ! -L $FILE ]] || refuse daemon-json-link "$FILE is a link." "Put a file in its place (cp --remove-destination \"\$(readlink -f $FILE)\" $FILE), then run this again."
  if [[ -e $FILE ]]; then
    [[ -f $FILE ]] || refuse daemon-json-broken "$FILE is not a file." "See: ls -ld $FILE"
    bytes=$(stat -c %s "$FILE") file_mode=0$(stat -c %a "$FILE")
    ((bytes <= LARGEST)) || refuse daemon-json-broken "$FILE has $bytes bytes; a configuration has a few hundred." "See what it is, and mend it."
    file_sha256=$(sha256sum "$FILE") file_sha256=${file_sha256%% *}
    # A dot keeps the line ends at the end.
    json_text=$(cat "$FILE" && echo .) json_text=${json_text%.}
    ((${#json_text} == bytes)) || refuse daemon-json-broken "$FILE has NUL bytes in it." "Mend it by hand (cat -v $FILE), then run this again."
  fi
}

# --- plan -------------------------------------------------------------------------------------------------------------

plan() {
  changes=() settings='' how='' old_sha256='' differing=() notes=()
  [[ -n $version ]] || refuse_docker_down
  refuse_other_file
  read_file
  drop_storage_driver
  find_differences
  refuse_unknown_to_this_docker
  refuse_clashes
  refuse_swarm
  if ((${#differing[@]})); then
    make_new_text
    changes=(backup replace)
    add_effect
  else
    find_rest
  fi
  [[ " ${changes[*]:-} " != *' restart '* ]] || refuse_restart
}

refuse_docker_down() {
  local way_out="See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again."
  last_replaced
  [[ -z $replaced ]] || way_out="The last change of this step may be the cause; take it back: sudo bash $NAME --rollback. Otherwise see: journalctl -u docker.service -n 30"
  refuse docker-down "Docker does not answer." "$way_out"
}

refuse_other_file() {
  local k
  for k in "${!flags[@]}"; do
    case ${flags[k]} in
      "--config-file=$FILE") ;;
      --config-file=*) refuse other-file "Docker is started with another configuration file (${flags[k]})." "Start it without that flag (systemctl edit docker.service), or edit that file by hand." ;;
      --config-file)
        [[ ${flags[k + 1]:-} == "$FILE" ]] || refuse other-file "Docker is started with another configuration file (${flags[k + 1]:-})." "Start it without that flag (systemctl edit docker.service), or edit that file by hand."
        ;;
    esac
  done
  ((!rootless)) || refuse_rootless
  [[ $root_folder != /var/snap/* ]] || refuse snap "Docker is installed as a snap, which has its own configuration." \
    "Edit /var/snap/docker/current/config/daemon.json by hand, then: snap restart docker"
}

read_file() {
  local before line words
  [[ -n ${json_text//[$' \t\r\n']/} ]] || json_text=$'{}\n'
  json_read && return
  before=${json_text:0:json_at} before=${before//[!$'\n']/}
  line=$((${#before} + 1))
  words='it is not JSON there'
  [[ ! ${json_text:json_at} =~ ^(//|/\*|#) ]] || words='there is a comment, and JSON has none'
  ((json_at < ${#json_text})) || words='it ends too early'
  refuse daemon-json-broken "$FILE cannot be read: line $line: $words. Docker says: $(docker_words "$FILE")" \
    "It is left as it is. Mend it by hand (sudo sed -n ${line}p $FILE shows the line), then run this again."
}

drop_storage_driver() {
  [[ -n ${wanted[storage-driver]:-} && $driver != overlay2 ]] || return 0
  notes+=("storage-driver is left out: Docker uses $driver, and with another driver all images and containers would be hidden.")
  unset 'wanted[storage-driver]'
}

find_differences() {
  local key
  for key in "${KEYS[@]}"; do
    [[ -n ${wanted[$key]:-} ]] || continue
    raw_value "$key" "${wanted[$key]}"
    [[ ${json_raw[.$key]-} != "$REPLY" ]] || continue
    differing+=("$key")
    settings+="${settings:+ }$key=${wanted[$key]}"
  done
}

refuse_unknown_to_this_docker() {
  local key
  for key in ${differing[@]+"${differing[@]}"}; do
    [[ $key == builder.gc.default* ]] || continue
    if [[ $key == *KeepStorage ]]; then
      ((${version%%.*} < 28)) || refuse key-not-known "Docker $version has another name for $key." "Use builder.gc.defaultReservedSpace."
    elif ((${version%%.*} < 28)); then
      refuse key-not-known "Docker $version does not know $key, and would pass over it in silence." "Use builder.gc.defaultKeepStorage, or a newer Docker."
    fi
  done
}

# What Docker would only find out when it starts.
refuse_clashes() {
  local key flag used=${wanted[log-driver]:-} option
  for key in ${differing[@]+"${differing[@]}"}; do
    for flag in ${flags[@]+"${flags[@]}"}; do
      case $key:$flag in
        storage-driver:--storage-driver* | storage-driver:-s* | log-driver:--log-driver* | log-opts.*:--log-opt* | \
          max-concurrent-downloads:--max-concurrent-downloads* | max-concurrent-uploads:--max-concurrent-uploads* | live-restore:--live-restore*)
          refuse flag-clash "$key is given to Docker as the flag ${flag%%=*} already, and Docker does not start when the file gives it too." \
            "Take the flag out (systemctl cat docker.service shows where it comes from), or leave the setting as it is (--set $key=keep)."
          ;;
      esac
    done
  done
  [[ " ${differing[*]:-} " == *' log-'* ]] || return 0
  for key in "${!json_raw[@]}"; do
    option=${key#.log-opts.}
    [[ $key == .log-opts.?* && $option != *.* && $option != max-size && $option != max-file && -n $used ]] || continue
    case $used:$option in
      *:compress | *:mode | *:max-buffer-size | json-file:labels | json-file:labels-regex | json-file:env | json-file:env-regex | json-file:tag) ;;
      *) refuse log-clash "The log option $option in $FILE is for another log driver than $used, and Docker would not start." \
        "Take it out by hand, or leave the logs as they are (--set log-driver=keep --set log-opts.max-size=keep --set log-opts.max-file=keep)." ;;
    esac
  done
  [[ -n $used ]] || used=$log_driver
  case $used in
    json-file | local) ;;
    *) refuse log-clash "Docker logs to $used, which does not know max-size and max-file, and Docker would not start." \
      "Leave the logs as they are (--set log-opts.max-size=keep --set log-opts.max-file=keep), or set log-driver too." ;;
  esac
}

# Docker takes both on a reload, and then does not start any more.
refuse_swarm() {
  local will=${wanted[live-restore]:-${json_raw[.live-restore]-}}
  [[ ${#differing[@]} -gt 0 && $will == true && -n $swarm && $swarm != inactive ]] || return 0
  refuse swarm "Docker is in swarm mode ($swarm), and would not start with live-restore: it says \"--live-restore daemon configuration is incompatible with swarm mode\"." \
    "Switch live-restore off (--set live-restore=false), or leave the swarm (docker swarm leave)."
}

make_new_text() {
  local key checked words
  for key in "${differing[@]}"; do
    raw_value "$key" "${wanted[$key]}"
    from[$key]=${json_raw[.$key]-}
    json_set "$key" "$REPLY" || refuse daemon-json-broken "$FILE is of a form that cannot be changed at $key." "Set it by hand, then run this again."
  done
  new_text=$json_text
  # In memory: it may hold passwords, and the disk may be full.
  checked=$(mktemp /run/edge-phase1-check.XXXXXX) || refuse no-run "There is no room in /run." "See: df -h /run"
  printf '%s' "$new_text" >"$checked"
  new_sha256=$(sha256sum "$checked") new_sha256=${new_sha256%% *}
  words=$(docker_words "$checked")
  rm -f "$checked"
  [[ $words != *'unknown flag: --validate'* ]] || refuse no-validate "This Docker ($version) cannot check a configuration before it is used." \
    "Use Docker 23 or newer, or make the change by hand."
  [[ -z $words ]] || refuse rejected "Docker does not accept the new configuration: $words" "Nothing was changed. Mend what it names in $FILE, or change the settings."
}

# reload or restart, whichever these settings need; with live-restore switched on first where it is among them.
add_effect() {
  local key
  how=reload
  for key in "${differing[@]}"; do
    case $key in
      storage-driver | max-concurrent-* | live-restore) ;; # the driver is the one in use
      log-driver) [[ ${wanted[$key]} == "$log_driver" ]] || how=restart ;;
      *) how=restart ;;
    esac
  done
  [[ $can_reload == yes ]] || how=restart
  add_how
}

add_how() {
  [[ $how != restart || $live == true || ${wanted[live-restore]:-} != true || $can_reload != yes ]] || changes+=(live-restore)
  changes+=("$how")
}

# The newest line of the journal about the file as it is now -> entry, at (as intent:restart), where something is left to do
# after it; 1 where nothing is.
find_unsettled() {
  local event
  last_entry
  in_entry file_sha256
  [[ -n $entry && $REPLY == "$file_sha256" ]] || return 1
  in_entry event && event=$REPLY
  in_entry change && at=$event:$REPLY
  case $at in failed:* | done:restart | done:reload | done:containers) return 1 ;; esac
}

# What a run that was cut short has left: a file that Docker has not read yet, or containers that have not been started again.
find_rest() {
  local at
  find_unsettled || return 0
  in_entry invocation
  if [[ $REPLY == "$invocation" ]]; then
    [[ $at != intent:restart ]] || find_remembered_pods
    in_entry how && how=$REPLY
    add_how
    find_kept || old_sha256=''
  elif [[ $at == intent:restart ]]; then
    find_left_behind
    ((${#missing_containers[@]} + earlier_pods)) || return 0
    changes=(containers)
    find_kept || old_sha256=''
  fi
}

# What a restart that was cut short in this boot has left to be looked after -> missing_containers, earlier_pods
find_left_behind() {
  local id
  in_entry boot
  [[ $REPLY == "$boot_id" ]] || return 0
  find_remembered_pods
  for id in $(sed -n 's/.*"containers":\[\([^]]*\)\].*/\1/p' <<<"$entry" | tr -d '"' | tr ',' ' '); do
    [[ $(docker_ inspect --format '{{.State.Running}}' "$id" 2>/dev/null) != false ]] || missing_containers+=("$id")
  done
}

# How many pods a run that was cut short remembered before its restart, in this boot -> earlier_pods, earlier_run
find_remembered_pods() {
  in_entry boot
  [[ $REPLY == "$boot_id" ]] || return 0
  in_entry pods_before && earlier_pods=${REPLY:-0}
  in_entry run && earlier_run=$REPLY
}

refuse_restart() {
  local pid one
  # A build in this Docker ends with it, live-restore or not.
  for one in "$root_folder"/buildkit/executor/*/config.json; do
    [[ ! -e $one ]] || refuse build-running "A build is running in Docker, and a restart would end it." "Wait until it has ended, then run this again."
  done
  [[ $live != true && " ${changes[*]} " != *' live-restore '* ]] || return 0
  for pid in $(pgrep -x Runner.Listener); do
    ! grep -qs docker "/proc/$pid/cgroup" || refuse runner-in-container "A GitHub runner lives in a container of this Docker, and would end with it." \
      "Add --set live-restore=true, so that containers go on, or move the runner out of the container."
  done
  one=$(running_containers '{{.Name}}|{{.HostConfig.AutoRemove}}' | sed -n 's#^/\(.*\)|true$#\1#p' | tr '\n' ' ')
  [[ -z $one ]] || refuse auto-remove "A restart would delete containers that were started with --rm: ${one% }." \
    "Wait until they have ended, or add --set live-restore=true, so that containers go on."
}

# --- the journal of this step -----------------------------------------------------------------------------------------

# The newest line about a change of the file or of the daemon -> entry. What finishes a restart leaves that to be finished.
last_entry() {
  entry=$(grep -sF "\"step\":\"$STEP\"" "$JOURNAL" | grep -E '"event":"((intent|done|failed)","change":"(replace|restore|live-restore|reload|restart)|(done|failed)","change":"containers)"' | tail -n 1)
}

in_entry() { # field -> REPLY
  REPLY=''
  [[ ! $entry =~ \"$1\":\"([^\"]*)\" ]] || REPLY=${BASH_REMATCH[1]}
}

# The newest change that made the file what it is now -> replaced
last_replaced() {
  replaced=$(grep -sF "\"step\":\"$STEP\"" "$JOURNAL" | grep -E '"event":"(intent|done)","change":"replace"' | grep -F "\"file_sha256\":\"$file_sha256\"" | tail -n 1)
}

# The file as it was before that change -> old_sha256, kept (empty where there was none)
find_kept() {
  local entry
  last_replaced
  entry=$replaced kept='' old_sha256=''
  [[ -n $entry ]] || return 1
  in_entry from_sha256 && old_sha256=$REPLY
  in_entry kept && kept=$REPLY
  [[ $old_sha256 == none || ($kept == "$KEPT"/* && -f $kept && $(sha256sum <"$kept") == "$old_sha256 "*) ]]
}

# --- for people -------------------------------------------------------------------------------------------------------

declare -A from=()
missing_containers=()
earlier_run='' earlier_pods=0

describe() {
  case $1 in
    backup) if [[ $file_sha256 == none ]]; then REPLY="remember that there was no $FILE"; else REPLY="keep the file as it is now in $KEPT"; fi ;;
    replace) REPLY="put the new $FILE in place, whole or not at all" ;;
    restore) if [[ $old_sha256 == none ]]; then REPLY="delete $FILE, as there was none"; else REPLY="put back $kept"; fi ;;
    live-restore) REPLY="switch live-restore on by a reload, so that the restart stops no container" ;;
    reload) REPLY="let Docker read it again: systemctl reload docker.service" ;;
    restart)
      REPLY="restart Docker (systemctl restart docker.service)"
      if [[ $live == true || " ${changes[*]} " == *' live-restore '* ]]; then REPLY+="; containers go on"; else REPLY+="; its containers stop and are started again"; fi
      ;;
    containers)
      REPLY="after a restart that was cut short, "
      if ((${#missing_containers[@]})); then REPLY+="start again ${#missing_containers[@]} containers that ran before it"; else REPLY+="see how Docker came back"; fi
      ((earlier_pods == 0)) || REPLY+=", and see that its $earlier_pods pods are as before"
      ;;
  esac
}

plan_text() {
  local key note plan_lines='' file_text="sha256 ${file_sha256:0:12}"
  [[ $file_sha256 != none ]] || file_text='none'
  plan_fields=("file_sha256=$file_sha256" "settings=$settings" "old_sha256=$old_sha256" "driver=$driver" "version=$version")
  REPLY="Found: Docker ${version:-(does not answer)}, storage driver ${driver:-?}, log driver ${log_driver:-?}, live-restore $live; $FILE: $file_text"
  if [[ $mode == rollback ]]; then
    ((${#changes[@]})) || REPLY+=$'\n'"Nothing to do: $FILE is not as this script has left it, or it has never changed it."
    ((${#changes[@]} == 0)) || REPLY+=$'\n'"Plan: back to the file before the last change${old_sha256:+ (${old_sha256:0:12})}"
    return
  fi
  for key in ${differing[@]+"${differing[@]}"}; do
    raw_value "$key" "${wanted[$key]}"
    if [[ -n ${from[$key]} ]]; then note="  ~ $key: ${from[$key]} -> $REPLY"; else note="  + $key: $REPLY"; fi
    plan_lines+=$'\n'$note
  done
  REPLY="Found: Docker $version, storage driver $driver, log driver $log_driver, live-restore $live; $FILE: $file_text$plan_lines"
  for note in ${notes[@]+"${notes[@]}"}; do REPLY+=$'\n'"Note: $note"; done
  if ((${#changes[@]})); then
    REPLY+=$'\n'"These settings keep logs from filling the disk. They do not make builds faster by themselves."$'\n'Plan:
  else
    REPLY+=$'\n'"Nothing to do: all settings are in $FILE, and Docker has read them."
  fi
}

target_text() {
  local key
  if [[ $mode == rollback ]]; then
    REPLY="$old_sha256 in $FILE"
    return
  fi
  REPLY=''
  for key in "${KEYS[@]}"; do [[ -z ${wanted[$key]:-} ]] || REPLY+="$key=${wanted[$key]} "; done
  REPLY+="in $FILE"
}

# --- changes ----------------------------------------------------------------------------------------------------------

prepare_state() { root_only_dir "$KEPT"; }

before_changes() { begin_fields=("file_sha256=$file_sha256" "settings=$settings"); }

do_backup() {
  run_kept=''
  [[ $file_sha256 != none ]] || return 0
  run_kept=$KEPT/daemon.json-$run_id
  last_output=$(cp -p --remove-destination "$FILE" "$run_kept" 2>&1 && sync "$run_kept" "$KEPT" 2>&1) || { rm -f "$run_kept" && return 1; }
  [[ $(sha256sum <"$run_kept") == "$file_sha256 "* ]]
}

file_is() { # sha256 or none
  if [[ $1 == none ]]; then [[ ! -e $FILE ]]; else [[ $(sha256sum 2>/dev/null <"$FILE") == "$1 "* ]]; fi
}

do_replace() {
  file_is "$file_sha256" || { last_output="$FILE was changed by somebody else meanwhile." && return 1; }
  [[ -d ${FILE%/*} ]] || mkdir "${FILE%/*}" || return 1
  last_output=$(printf '%s' "$new_text" | replace_file "$FILE" "$file_mode" 2>&1) && file_is "$new_sha256"
}

do_restore() {
  file_is "$file_sha256" || { last_output="$FILE was changed by somebody else meanwhile." && return 1; }
  put_file "$old_sha256" "$kept"
}

put_file() { # sha256 kept
  local mode_before
  if [[ $1 == none ]]; then
    last_output=$(rm -f "$FILE" 2>&1 && sync "${FILE%/*}" 2>&1)
  else
    mode_before=$(stat -c %a "$2")
    last_output=$(replace_file "$FILE" "$mode_before" <"$2" 2>&1)
  fi
  file_is "$1"
}

do_live-restore() {
  reload_docker && [[ $(docker_ info --format '{{.LiveRestoreEnabled}}' 2>/dev/null) == true ]] || return 1
  live=true
}

do_reload() { reload_docker; }

# Docker tells of each reload, with the values that hold from then on.
reload_docker() {
  local since told='' key k
  since=$(date +%s.%N)
  tool systemctl reload docker.service || return 1
  for ((k = 0; k < 60; k++)); do
    told=$(docker_ events --since "$since" --until "$(date +%s.%N)" --filter type=daemon --filter event=reload --format '{{json .Actor.Attributes}}' 2>/dev/null)
    [[ -z $told ]] || break
    sleep 0.5
  done
  [[ -n $told ]] || { last_output="Docker has not read its file again; see: journalctl -u docker.service -n 30" && return 1; }
  [[ $mode == apply ]] || return 0
  for key in max-concurrent-downloads max-concurrent-uploads live-restore; do
    [[ -z ${wanted[$key]:-} || ${told##*$'\n'} == *"\"$key\":\"${wanted[$key]}\""* ]] || { last_output="Docker has read its file again, but not $key." && return 1; }
  done
}

do_restart() {
  tool timeout 300 systemctl restart docker.service || {
    without_passwords "$(journalctl -u docker.service -n 30 -o cat --no-pager _COMM=dockerd 2>/dev/null | tail -n 1)"
    last_output="Docker did not start${REPLY:+: $REPLY}"
    return 1
  }
  come_back && pods_come_back
}

do_containers() {
  before=() before_names=()
  local id
  for id in ${missing_containers[@]+"${missing_containers[@]}"}; do before[$id]=no before_names[$id]=$id; done
  ((earlier_pods == 0)) || recall_pods "$earlier_run"
  come_back && pods_come_back
}

# What the journal keeps: enough to judge later, without this run, what Docker has not read yet and what may be undone.
change_record() {
  local now_sha=$file_sha256
  local -a short=()
  case $1 in
    backup) record_fields=("kept=${run_kept:-}" "from_sha256=$file_sha256") && return ;;
    replace) record_fields=("from_sha256=$file_sha256" "file_sha256=$new_sha256" "kept=${run_kept:-}" "settings=$settings" "how=$how" "invocation=$invocation") && return ;;
    restore) record_fields=("from_sha256=$file_sha256" "file_sha256=$old_sha256" "kept=${run_kept:-}" "how=$how" "invocation=$invocation") && return ;;
  esac
  [[ " ${changes[*]} " != *' replace '* ]] || now_sha=$new_sha256
  [[ " ${changes[*]} " != *' restore '* ]] || now_sha=$old_sha256
  if [[ $1 == restart && $current_change == restart && -z ${remembered:-} ]]; then
    remember_containers
    if ((earlier_pods)); then recall_pods "$earlier_run" && save_pods; else remember_pods; fi
    remembered=1
  fi
  ((${#before[@]} == 0)) || short=("${!before[@]}")
  list ${short[@]+"${short[@]:0:200}"}
  record_fields=("file_sha256=$now_sha" "how=$how" "invocation=$invocation" "containers:=$REPLY")
  [[ -z $pods_text ]] || record_fields+=("pods=$pods_text")
  ((${#pods_before[@]} == 0)) || record_fields+=("pods_before=${#pods_before[@]}")
}

# Puts the file back as it was before this run, and lets Docker go on with it.
undo() {
  local change=$1 cause=$last_output sha=$file_sha256 file=${run_kept:-}
  case $change in
    backup) return ;;
    containers) ((pods_failed)) || return 1 ;;
    replace | restore)
      file_is "$sha" || put_file "$sha" "$file" || undo_failed "$sha" "$file" || return 1
      REPLY="Nothing was changed. Mend the cause (df -h ${FILE%/*} shows whether the disk is full), then run this again."
      return 0
      ;;
  esac
  # What is left of an earlier run: the file of before that one. A rollback has put that back already.
  if [[ " ${changes[*]} " != *' backup '* ]]; then
    if [[ $mode == rollback ]]; then
      REPLY="The file of before is in place, and Docker did not come back well with it. See: journalctl -u docker.service -n 30; then: sudo systemctl restart docker.service; docker ps -a"
      return 1
    fi
    [[ -n $old_sha256 ]] || return 1
    sha=$old_sha256 file=$kept
    [[ $change != containers ]] || remember_containers
  fi
  emit output "    putting the old file back"
  put_file "$sha" "$file" || undo_failed "$sha" "$file" || return 1
  if [[ $change == reload || $change == live-restore ]]; then
    systemctl reload docker.service 9>&- || undo_failed "$sha" "$file" || return 1
  else
    # After a few starts that failed systemd allows no more, of the socket neither.
    systemctl reset-failed docker.service docker.socket 2>/dev/null 9>&-
    tool timeout 300 systemctl restart docker.service || undo_failed "$sha" "$file" || return 1
  fi
  if ! { come_back && pods_come_back; }; then
    ((pods_failed)) || undo_failed "$sha" "$file" || return 1
    REPLY="The old file is back, and Docker and its containers run with it; but pods are still $pods_text. See: kubectl get pods --all-namespaces -o wide"
    last_output=$cause
    return 1
  fi
  last_output=$cause
  REPLY="The old file is back, and Docker runs with it as before. Mend the cause, then run this again."
}

undo_failed() { # sha256 kept
  local put="sudo cp $2 $FILE"
  [[ $1 != none ]] || put="sudo rm -f $FILE"
  REPLY="$last_output Docker could not be taken back by itself. Put the old file back ($put), then: sudo systemctl reset-failed docker.service docker.socket; sudo systemctl restart docker.service; docker ps -a"
  return 1
}

success_text() {
  local count
  count=$(docker_ ps --quiet 2>/dev/null | wc -l)
  success_fields=("containers:=$count")
  REPLY="
DONE: verified by looking. Docker $version answers, $count containers run."
  [[ -z $pods_text ]] || REPLY+=" Pods: $pods_text."
  [[ ! -e $FILE ]] || REPLY+=" $FILE has sha256 $(sha256sum <"$FILE" | cut -c1-12)."
}

# --- rollback ---------------------------------------------------------------------------------------------------------

# Only what this script has written is taken back; a file that somebody has changed since stays.
plan_rollback() {
  local entry
  changes=() settings='' how='' old_sha256='' kept=''
  find_interrupted_rollback
  ((${#changes[@]} == 0)) || return 0
  last_replaced
  [[ -n $replaced ]] || return 0
  entry=$replaced
  in_entry how && how=$REPLY
  in_entry settings
  # Docker keeps live-restore on when the key is gone and it only reads its file again.
  [[ " $REPLY " != *' live-restore='* ]] || how=restart
  find_kept || refuse no-copy "The file of before is not there any more (${kept:-none recorded})." "Edit $FILE by hand."
  ((unit_active)) || how=restart
  changes=(backup restore "$how")
  [[ $how != restart || -z $version ]] || refuse_restart
}

# A rollback that was cut short after it had put the file back: it is finished before an older change is taken back.
find_interrupted_rollback() {
  local at
  find_unsettled && [[ $entry == *'"mode":"rollback"'* ]] || return 0
  old_sha256=$file_sha256
  in_entry how && how=$REPLY
  in_entry invocation
  if [[ $REPLY == "$invocation" ]]; then
    changes=("$how")
    [[ $at != intent:restart ]] || find_remembered_pods
  elif [[ $at == intent:restart ]]; then
    find_left_behind
    changes=(containers)
  fi
}

main "$@"
