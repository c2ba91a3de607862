#!/usr/bin/env bash
# disk-test-phase1.sh - measures how fast the physical disks are, and leaves nothing behind.
#
#   sudo bash disk-test-phase1.sh           shows what it would measure, asks once, measures, and shows a table
#   bash disk-test-phase1.sh --help         all options and exit codes
#
# Needs nothing but this file, bash, awk and util-linux; what hdparm, fio or smartctl would tell is unknown where they are
# missing. Disks are only ever read. Writing is measured on a file of a mounted file system, which has no name any more
# when its space is taken: whatever ends this run, kill -9 and power cuts included, the file system frees it.
# shellcheck disable=SC2317 # the changes are called by name: do_$change

readonly STEP=disk-test SCRIPT_VERSION=1 INTERRUPTIBLE=1
readonly EXPECTABLE=(disk_keys files)
readonly HARMLESS=(hdparm fio save)
readonly OPTIONS_HELP="What is measured
  --disk DISK          a disk: its serial number, /dev/disk/by-id/..., a volume group or a mount point that lies on it;
                       may be given several times (default: every physical disk)
  --runs N             how often each figure is measured, 1 to 20 (default 4)
  --seconds N          how long a measurement with a file takes, 1 to 300 (default 6)
  --size SIZE          size of that file, 16MiB to 64GiB (default 256MiB)
  --no-fio             only read, with hdparm; no file is written"

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

# --- devices ----------------------------------------------------------------------------------------------------------

# Kernel name and type of a device and of everything that it lies on, as " sdb3:part sdb:disk" -> REPLY. Read from sysfs:
# a server that this script is made for is slow at starting programs.
stack_of() {
  REPLY=''
  [[ -z $1 || ! -e /sys/class/block/$1 ]] || walk_stack "$1"
}

walk_stack() {
  local name=$1 sys=/sys/class/block/$1 type=disk uuid below
  if [[ -e $sys/partition ]]; then
    type=part
  elif [[ -e $sys/dm/uuid ]]; then
    read -r uuid <"$sys/dm/uuid"
    case $uuid in LVM-*) type=lvm ;; CRYPT-*) type=crypt ;; *) type=dm ;; esac
  elif [[ -d $sys/md ]]; then
    type=raid
  fi
  REPLY+=" $name:$type"
  if [[ $type == part ]]; then
    for below in /sys/block/*/"$name"; do
      below=${below%/*}
      walk_stack "${below##*/}"
    done
  fi
  for below in "$sys"/slaves/*; do [[ ! -e $below ]] || walk_stack "${below##*/}"; done
}

# /dev/... -> kernel name in REPLY
kernel_name() {
  REPLY=${1##*/}
  [[ $1 == /dev/"$REPLY" && -e /sys/class/block/$REPLY ]] || REPLY=$(readlink -f "$1") REPLY=${REPLY##*/}
}

bytes_of() { # kernel name -> REPLY
  read -r REPLY <"/sys/class/block/$1/size"
  REPLY=$((REPLY * 512))
}

# --- options of this step ---------------------------------------------------------------------------------------------

wanted_disks=() runs=4 seconds=6 size=256MiB use_fio=1

step_option() { # name value
  case $1 in
    --no-fio) use_fio=0 taken=1 && return ;;
    --disk) wanted_disks+=("${2-}") ;;
    --runs) runs=${2-} ;;
    --seconds) seconds=${2-} ;;
    --size) size=${2-} ;;
    *) taken=0 && return ;;
  esac
  taken=2
}

whole_number() { # option value from to
  { [[ $2 =~ ^[1-9][0-9]{0,4}$ ]] && (($2 >= $3 && $2 <= $4)); } || wrong_usage "$1: '$2' is not allowed; write a whole number from $3 to $4"
}

check_options() {
  local disk
  whole_number --runs "$runs" 1 20
  whole_number --seconds "$seconds" 1 300
  parse_size --size "$size"
  size_bytes=$REPLY
  ((size_bytes >= 16 * MIB && size_bytes <= 64 * GIB)) || wrong_usage "--size: '$size' is not allowed; write 16MiB to 64GiB"
  for disk in ${wanted_disks[@]+"${wanted_disks[@]}"}; do
    [[ $disk == /* || ! $disk =~ ^(([shv]d[a-z]+|xvd[a-z]+|nvme[0-9]+n[0-9]+|mmcblk[0-9]+)[0-9p]*|)$ ]] ||
      wrong_usage "--disk: '$disk' is no lasting name (names as sdb change from boot to boot); write a serial number, /dev/disk/by-id/..., a volume group or a mount point"
    [[ $disk != /dev/* || $disk == /dev/disk/by-id/* ]] || wrong_usage "--disk: '$disk' is not below /dev/disk/by-id"
  done
}

# --- observe ----------------------------------------------------------------------------------------------------------

# A disk's key is its serial number, or its name of this boot where it has none of its own.
declare -A disk_name disk_key disk_serial disk_model disk_bytes disk_rotates disk_scheduler
declare -A mount_of volume_of no_file no_hdparm smart_of
keys=()

observe() {
  need_tool lsblk util-linux
  need_tool findmnt util-linux
  observe_disks
  ((${#keys[@]})) || refuse no-disk "No physical disk is seen." "See: lsblk -d -o PATH,TYPE,SIZE,SERIAL"
  ((${#wanted_disks[@]} == 0)) || choose_disks
  observe_mounts
}

column() { # name line -> REPLY
  REPLY=''
  [[ $2 =~ (^|\ )$1=\"([^\"]*)\" ]] || return 0
  printf -v REPLY '%b' "${BASH_REMATCH[2]}"
  REPLY=${REPLY#"${REPLY%%[! ]*}"} REPLY=${REPLY%"${REPLY##*[! ]}"}
}

observe_disks() {
  local line name key
  local -A serials=() rows=()
  while IFS= read -r line; do
    column KNAME "$line"
    name=$REPLY
    column TYPE "$line"
    # What has no device behind it, as zram or a loop, is no disk of its own.
    [[ $REPLY == disk && -e /sys/block/$name/device && ! $name =~ ^(fd[0-9]|mmcblk[0-9]+(boot|rpmb)) ]] || continue
    column SIZE "$line"
    ((${REPLY:-0} > 0)) || continue
    rows[$name]=$line
    column SERIAL "$line"
    [[ -z $REPLY ]] || serials[$REPLY]=$((${serials[$REPLY]:-0} + 1))
  done < <(lsblk -d -b -n -P -o KNAME,TYPE,SIZE,ROTA,SERIAL,MODEL)
  for name in "${!rows[@]}"; do
    line=${rows[$name]}
    column SERIAL "$line"
    key=$REPLY
    [[ -n $key ]] && ((serials[$key] == 1)) || key=$name
    disk_name[$key]=$name disk_key[$name]=$key disk_serial[$key]=$REPLY
    column SIZE "$line" && disk_bytes[$key]=$REPLY
    column ROTA "$line" && disk_rotates[$key]=$REPLY
    column MODEL "$line" && disk_model[$key]=$REPLY
    disk_scheduler[$key]=$(sed -n 's/.*\[\(.*\)\].*/\1/p' "/sys/block/$name/queue/scheduler" 2>/dev/null)
  done
  mapfile -t keys < <(printf '%s\n' "${!disk_name[@]}" | sed '/^$/d' | sort)
}

# Keys of the disks that a device lies on -> REPLY_KEYS
keys_under() { # kernel name
  local part name
  REPLY_KEYS=()
  stack_of "$1"
  for part in $REPLY; do
    name=${part%:*}
    [[ -z ${disk_key[$name]:-} ]] || REPLY_KEYS+=("${disk_key[$name]}")
  done
}

choose_disks() {
  local wanted key
  local -A chosen=()
  for wanted in "${wanted_disks[@]}"; do
    find_disks "$wanted"
    ((${#REPLY_KEYS[@]})) || refuse disk-not-found "There is no disk '$wanted': no serial number, no volume group with an active volume, no mount point on a disk." \
      "See: lsblk -o NAME,SIZE,SERIAL,MOUNTPOINTS and ls -l /dev/disk/by-id"
    for key in "${REPLY_KEYS[@]}"; do chosen[$key]=1; done
  done
  mapfile -t keys < <(printf '%s\n' "${!chosen[@]}" | sort)
}

find_disks() { # as the operator names them -> REPLY_KEYS
  local source dm name
  REPLY_KEYS=()
  case $1 in
    /dev/disk/by-id/*) [[ ! -b $1 ]] || { kernel_name "$1" && keys_under "$REPLY"; } ;;
    /*)
      source=$(findmnt -n -f -v -o SOURCE --mountpoint "$1")
      [[ ! -b $source ]] || { kernel_name "$source" && keys_under "$REPLY"; }
      ;;
    *)
      if [[ -n ${disk_name[$1]:-} && ${disk_serial[$1]} == "$1" ]]; then
        REPLY_KEYS=("$1")
        return
      fi
      for dm in /sys/class/block/dm-*/dm; do
        [[ -e $dm/uuid && $(<"$dm/uuid") == LVM-* ]] || continue
        # ubuntu--vg-root: a dash in a name is doubled, a single one stands between the group and the volume.
        name=$(<"$dm/name") name=${name//--/$'\001'} name=${name%%-*}
        dm=${dm%/dm}
        [[ ${name//$'\001'/-} != "$1" ]] || { keys_under "${dm##*/}" && return; }
      done
      ;;
  esac
}

# Where on each disk a file can be written: its largest file system that lies on it alone.
observe_mounts() {
  local numbers target type bytes available options device key stays why
  local -A seen=()
  for key in "${keys[@]}"; do no_file[$key]="no file system of it is mounted"; done
  # The last one is the one that is seen, where several lie over each other.
  while read -r target type bytes available numbers options; do
    seen[$target]="$type $bytes $available $numbers $options"
  done < <(findmnt -r -n -b -v -o TARGET,FSTYPE,SIZE,AVAIL,MAJ:MIN,OPTIONS -t ext2,ext3,ext4,xfs,btrfs)
  while read -r target type bytes available numbers options; do
    [[ -e /sys/dev/block/$numbers ]] || continue
    device=$(readlink -f "/sys/dev/block/$numbers") device=${device##*/}
    keys_under "$device"
    printf -v target '%b' "$target"
    why=''
    if [[ $type != ext4 && $type != xfs ]]; then
      why="$target is $type; only ext4 and xfs are measured"
    elif [[ ,$options, != *,rw,* ]]; then
      why="$target is mounted read-only"
    elif ((${#REPLY_KEYS[@]} > 1)); then
      why="$target lies on other disks as well"
    fi
    for key in ${REPLY_KEYS[@]+"${REPLY_KEYS[@]}"}; do
      [[ -z ${mount_of[$key]:-} ]] || continue
      if [[ -n $why ]]; then
        [[ ${no_file[$key]:-} != "no file system of it is mounted" ]] || no_file[$key]=$why
        continue
      fi
      mount_of[$key]=$target volume_of[$key]=$device no_file[$key]=''
      # The test must not be what brings a server to its limits.
      stays=$((bytes / 20 > GIB ? bytes / 20 : GIB))
      ((available >= size_bytes + stays)) ||
        no_file[$key]="$target has too little space: $((available / MIB)) MiB are free, the file takes $((size_bytes / MIB)) MiB, and $((stays / MIB)) MiB have to stay free"
    done
  done < <(for target in "${!seen[@]}"; do printf '%s %s\n' "$target" "${seen[$target]}"; done | sort -k3,3nr -k1,1)
}

# --- plan -------------------------------------------------------------------------------------------------------------

plan() {
  local key why=''
  changes=() file_keys=() files=''
  if command -v hdparm >/dev/null; then changes+=(hdparm); else why="hdparm is not installed (apt-get install hdparm)"; fi
  for key in "${keys[@]}"; do no_hdparm[$key]=$why; done
  why=''
  if ((!use_fio)); then
    why="writing a file was not allowed"
  elif ! command -v fio >/dev/null; then
    why="fio is not installed (apt-get install fio)"
  fi
  for key in "${keys[@]}"; do
    [[ -z $why ]] || no_file[$key]=$why
    [[ -z ${no_file[$key]} ]] || continue
    file_keys+=("$key") files+=",$key:${mount_of[$key]}"
  done
  files=${files#,} disk_keys=$(IFS=,; echo "${keys[*]}")
  ((${#file_keys[@]} == 0)) || changes+=(fio)
  ((${#changes[@]})) || refuse nothing-to-measure "Nothing can be measured: ${no_hdparm[${keys[0]}]}; ${no_file[${keys[0]}]}." "Install hdparm and fio: apt-get install hdparm fio"
  changes+=(save)
  total=0
  [[ -n ${no_hdparm[${keys[0]}]} ]] || total=$((${#keys[@]} * runs))
  total=$((total + ${#file_keys[@]} * runs * ${#JOBS[@]}))
}

target_text() { REPLY="$disk_keys; $files; $runs x $seconds s, $size_bytes bytes"; }

describe() {
  case $1 in
    hdparm) REPLY="read from ${#keys[@]} disk(s) with hdparm -Tt, $runs time(s) each" ;;
    fio) REPLY="write and read a file of $((size_bytes / MIB)) MiB with fio on ${#file_keys[@]} file system(s), $runs time(s) each" ;;
    save) REPLY="keep the result in $STATE/$STEP.json" ;;
  esac
}

plan_text() {
  local key text='Found:' about
  for key in "${keys[@]}"; do
    gib "${disk_bytes[$key]}"
    about="${disk_model[$key]:-no model}, $REPLY, now ${disk_name[$key]}"
    text+=$'\n'"  $key ($about): ${mount_of[$key]:+a file on ${mount_of[$key]}}"
    [[ -z ${no_file[$key]} ]] || text=${text% a file on *}" hdparm only, because ${no_file[$key]}"
  done
  plan_fields=("disk_keys=$disk_keys" "files=$files" "runs:=$runs" "seconds:=$seconds" "size_bytes:=$size_bytes")
  REPLY="$text
Plan: takes about $(((total - ${#file_keys[@]} * runs * ${#JOBS[@]}) * 7 + ${#file_keys[@]} * runs * ${#JOBS[@]} * seconds)) s. Nothing stays on the disks; it can be stopped at any moment."
}

change_record() { record_fields=(); }

undo() { REPLY="Nothing was left on the disks. Mend the cause, then run this again."; }

# --- measuring --------------------------------------------------------------------------------------------------------

readonly JOBS=(seq_write seq_read rand_read rand_write)
readonly -A JOB_TITLES=([seq_write]='writing in one piece' [seq_read]='reading in one piece'
  [rand_read]='reading 4 KiB here and there' [rand_write]='writing 4 KiB here and there, synced')
# From here on, other programs' work on a disk while it is measured is worth saying.
readonly BUSY_OPERATIONS=10 BUSY_BYTES=$MIB BUSY_PERCENT=10
readonly KEEP=6

declare -A figure # "KEY/ROUND/NAME" -> number
declare -A busy_before
child='' done_so_far=0

# Programs run as children that die with this worker, even when it is killed; their output is in a file without a name.
before_changes() {
  local file
  { file=$(mktemp "$RUNS/$run_id.XXXXXX") && exec {output}<>"$file" && rm -f "$file"; } ||
    refuse no-space "No file can be written below $RUNS." "Free some memory (df -h $RUNS)."
  bound=()
  ! command -v setpriv >/dev/null || bound=(setpriv --pdeathsig KILL)
}

begin_measuring() {
  local program
  [[ -z ${beginning:-} ]] || return 0
  beginning=$EPOCHSECONDS
  # Loading these programs from the disk is not to be measured as the work of others.
  for program in hdparm fio; do ! command -v "$program" >/dev/null || measure "$program" -V || :; done
  look_who_is_busy
}

# Runs one program to its end, or until this run is stopped. What it said: output_text
measure() {
  local code
  ((!stopping)) || return 1
  : >"/proc/$$/fd/$output"
  ${bound[@]+"${bound[@]}"} "$@" </dev/null >>"/proc/$$/fd/$output" 2>&1 9>&- &
  child=$!
  ((!stopping)) || on_stop
  wait "$child"
  code=$?
  if ((stopping)); then
    wait "$child" 2>/dev/null
    code=143
  fi
  child=''
  return "$code"
}

output_text() { cat "/proc/$$/fd/$output"; }

last_line() { REPLY=$(output_text | grep . | tail -n 1); }

on_stop() { [[ -z $child ]] || kill -KILL "$child" 2>/dev/null; }

progress() { # key round what
  done_so_far=$((done_so_far + 1))
  emit progress "    $done_so_far of $total: $1 (${disk_name[$1]}), round $2 of $runs: $3" "disk=$1" "k:=$done_so_far" "n:=$total"
}

# What the kernel has counted for a disk since the boot (see Documentation/block/stat.rst; sectors are 512 bytes).
count() { # key
  read -r reads _ read_sectors _ writes _ write_sectors _ _ busy_ms _ <"/sys/block/${disk_name[$1]}/stat"
  counted_at=${EPOCHREALTIME/./}
}

look_who_is_busy() {
  local key elapsed
  local -A at=() ms=()
  for key in "${keys[@]}"; do count "$key" && at[$key]=$counted_at ms[$key]=$busy_ms; done
  measure sleep 2 || return 1
  for key in "${keys[@]}"; do
    count "$key"
    elapsed=$(((counted_at - at[$key]) / 1000))
    busy_before[$key]=$(((busy_ms - ms[$key]) * 100 / (elapsed > 0 ? elapsed : 1)))
  done
}

# Keeps the most that others did on the disk during one measurement of a round, in operations and bytes a second.
others() { # key round operations bytes microseconds
  local name value
  for name in others_ops others_bytes; do
    if [[ $name == others_ops ]]; then value=$3; else value=$4; fi
    ((value > 0)) || value=0
    value=$((value * 1000000 / ($5 > 0 ? $5 : 1)))
    ((value <= ${figure[$1/$2/$name]:-0})) || figure[$1/$2/$name]=$value
    : "${figure[$1/$2/$name]:=0}"
  done
}

is_busy() { # key round
  ((${figure[$1/$2/others_ops]:-0} >= BUSY_OPERATIONS || ${figure[$1/$2/others_bytes]:-0} >= BUSY_BYTES))
}

do_hdparm() {
  local key round
  begin_measuring || return 1
  for ((round = 1; round <= runs; round++)); do
    # Disk by disk in each round, so that what changes over time meets them all.
    for key in "${keys[@]}"; do
      if [[ -n ${no_hdparm[$key]} ]]; then
        done_so_far=$((done_so_far + 1))
        continue
      fi
      progress "$key" "$round" 'reading with hdparm'
      hdparm_round "$key" "$round"
      ((!stopping)) || return 1
    done
  done
}

hdparm_round() { # key round
  local key=$1 round=$2 before_reads before_writes before_at text took
  count "$key"
  before_reads=$read_sectors before_writes=$writes before_at=$counted_at
  measure hdparm -Tt "/dev/${disk_name[$key]}" || :
  ((!stopping)) || return 1
  count "$key"
  text=$(output_text)
  if ! rate_in "$text" buffered; then
    last_line
    no_hdparm[$key]="hdparm says: ${REPLY:-nothing}"
    return
  fi
  figure[$key/$round/buffered_mib_s]=$REPLY
  took=$BASH_REMATCH_MIB
  ! rate_in "$text" cached || figure[$key/$round/cached_mib_s]=$REPLY
  # hdparm tells how much it has read; the kernel may read some megabytes ahead of it.
  others "$key" "$round" $((writes - before_writes)) $(((read_sectors - before_reads) * 512 - (took + 16) * MIB)) $((counted_at - before_at))
}

# " Timing buffered disk reads: 100 MB in  3.01 seconds =  33.22 MB/sec" -> REPLY; hdparm's MB are 1024 * 1024 bytes.
rate_in() { # text which
  local pattern="Timing $2[^:]*:\ +([0-9]+) MB in +[0-9.]+ seconds = +([0-9]+\.[0-9]+) (MB|kB)/sec"
  [[ $1 =~ $pattern ]] || return 1
  BASH_REMATCH_MIB=${BASH_REMATCH[1]} REPLY=${BASH_REMATCH[2]}
  [[ ${BASH_REMATCH[3]} == MB ]] || REPLY=$(awk -v kib="$REPLY" 'BEGIN { printf "%.4f", kib / 1024 }')
}

do_fio() {
  local key round job
  begin_measuring || return 1
  for ((round = 1; round <= runs; round++)); do
    for key in "${file_keys[@]}"; do
      if [[ -n ${no_file[$key]} ]] || ! open_file "$key"; then
        ((!stopping)) || return 1
        done_so_far=$((done_so_far + ${#JOBS[@]}))
        continue
      fi
      for job in "${JOBS[@]}"; do
        progress "$key" "$round" "${JOB_TITLES[$job]}"
        [[ -n ${no_file[$key]} ]] || fio_round "$key" "$round" "$job" || :
        ((!stopping)) || break
      done
      exec {data}>&-
      ((!stopping)) || return 1
    done
  done
}

# A new file of full size, without a name -> data, the descriptor that is all that holds it.
open_file() { # key
  local file folder=${mount_of[$1]%/}
  # Empty files are all that a kill -9 in the wrong instant can have left.
  rm -f "$folder"/.edge-phase1-disk-test.??????
  if ! file=$(mktemp "$folder/.edge-phase1-disk-test.XXXXXX" 2>&1); then
    no_file[$1]=$file
    return 1
  fi
  exec {data}<>"$file"
  rm -f "$file"
  # Written through the kernel's own reservation: a file system without room says so here, before anything is written.
  measure fallocate -l "$size_bytes" "/proc/$$/fd/$data" && area=$size_bytes && return
  last_line
  ((stopping)) || no_file[$1]="no room can be taken on ${mount_of[$1]}: ${REPLY:-no output}"
  exec {data}>&-
  return 1
}

# fio's JSON, one value a line, as "jobs.write.iops=40.1".
flat() {
  awk '
    { line = $0; sub(/^[ \t]+/, "", line); sub(/,?[ \t\r]*$/, "", line); key = ""; value = line }
    line ~ /^[}\]]/ { depth--; next }
    match(line, /^"[^"]*" *: */) { key = substr(line, 2, RLENGTH - 1); sub(/" *: *$/, "", key); value = substr(line, RLENGTH + 1) }
    value ~ /[{\[]$/ { path[++depth] = key; next }
    { where = ""; for (i = 1; i <= depth; i++) if (path[i] != "") where = where path[i] "."; print where key "=" value }'
}

fio_round() { # key round job
  local key=$1 round=$2 job=$3 before_reads before_read_sectors before_writes before_write_sectors before_at line name
  local -a args=(--output-format=json --thread --ioengine=psync --fallocate=none --randrepeat=0 --norandommap
    "--name=$job" "--filename=/proc/$$/fd/$data" "--runtime=$seconds" "--size=$area")
  local -A said=()
  case $job in
    # Once over the file: what was not written would be read without touching the disk.
    seq_write) args+=(--rw=write --bs=1M --direct=1 --end_fsync=1) ;;
    seq_read) args+=(--rw=read --bs=1M --direct=1 --time_based) ;;
    rand_read) args+=(--rw=randread --bs=4k --direct=1 --time_based) ;;
    rand_write) args+=(--rw=randwrite --bs=4k --fsync=1 --time_based) ;;
  esac
  count "$key"
  before_reads=$reads before_read_sectors=$read_sectors before_writes=$writes before_write_sectors=$write_sectors before_at=$counted_at
  if ! measure fio "${args[@]}"; then
    REPLY=$(output_text | grep '^fio: ' | tail -n 1)
    [[ -n $REPLY ]] || last_line
    ((stopping)) || no_file[$key]="fio failed at ${JOB_TITLES[$job]}: ${REPLY:-no output}"
    return 1
  fi
  count "$key"
  while IFS='=' read -r name line; do [[ -z $name ]] || said[$name]=$line; done < <(output_text | flat)
  local way=${job#*_}
  case $job in
    seq_*) keep_number "$key/$round/${job}_bytes_s" "${said[jobs.$way.bw_bytes]:-}" ;;
    *) keep_number "$key/$round/${job}_iops" "${said[jobs.$way.iops]:-}" ;;
  esac || {
    no_file[$key]="fio answers in a form that is not known (${JOB_TITLES[$job]})"
    return 1
  }
  local own=${said[jobs.$way.io_bytes]:-0} own_ops=${said[jobs.$way.total_ios]:-0}
  local ops=$((writes - before_writes)) bytes=$(((write_sectors - before_write_sectors) * 512))
  case $job in
    seq_write)
      area=$((own / MIB * MIB))
      ((area > 0)) || {
        no_file[$key]="not even 1 MiB was written within $seconds s; allow more seconds"
        return 1
      }
      ;;
    rand_read)
      keep_number "$key/$round/rand_read_p50_ns" "${said[jobs.read.clat_ns.percentile.50.000000]:-}" || :
      keep_number "$key/$round/rand_read_p99_ns" "${said[jobs.read.clat_ns.percentile.99.000000]:-}" || :
      ops=$((ops + reads - before_reads - own_ops))
      ;;
    rand_write)
      keep_number "$key/$round/fsync_p50_ns" "${said[jobs.sync.lat_ns.percentile.50.000000]:-}" || :
      keep_number "$key/$round/fsync_p99_ns" "${said[jobs.sync.lat_ns.percentile.99.000000]:-}" || :
      ;;
  esac
  # While we write, whatever is read is of others, and the other way round. What the file system adds to our synced
  # writes cannot be told from writes of others, so these are not counted.
  if [[ $way == read ]]; then
    bytes=$((bytes + (read_sectors - before_read_sectors) * 512 - own))
  else
    ops=$((reads - before_reads)) bytes=$(((read_sectors - before_read_sectors) * 512))
  fi
  others "$key" "$round" "$ops" "$bytes" $((counted_at - before_at))
}

keep_number() { # name value
  [[ $2 =~ ^[0-9]+(\.[0-9]+)?$ ]] || return 1
  figure[$1]=$2
}

# --- the result -------------------------------------------------------------------------------------------------------

do_save() {
  local key text older
  for key in "${keys[@]}"; do ask_smart "$key" || return 1; done
  object "runs:=$runs" "seconds:=$seconds" "size_bytes:=$size_bytes"
  local options=$REPLY
  now
  local time=$REPLY
  all_disks
  object "run=$run_id" "time=$time" "boot=$boot_id" "took_seconds:=$((EPOCHSECONDS - beginning))" "options:=$options" "disks:=$REPLY"
  text=$REPLY
  # One result a line, the newest first, so that the older ones can be kept without reading JSON.
  older=$(sed -n 's/^,\{0,1\}\({"run":.*}\)$/,\1/p' "$STATE/$STEP.json" 2>/dev/null | head -n $((KEEP - 1)))
  printf '{"v":1,"results":[\n%s\n%s]}\n' "$text" "${older:+$older$'\n'}" | save_result && return
  last_output="The result cannot be kept in $STATE/$STEP.json."
  return 1
}

ask_smart() { # key
  local text
  smart_of[$1]='smartctl is not installed (apt-get install smartmontools)'
  command -v smartctl >/dev/null || return 0
  measure smartctl -H -i -j "/dev/${disk_name[$1]}" || :
  ((!stopping)) || return 1
  text=$(output_text)
  # A disk without SMART is said to have passed as well, so its support is asked for (-i).
  if [[ $text =~ \"available\":\ *false ]]; then
    smart_of[$1]='this disk offers no SMART'
  elif [[ $text =~ \"passed\":\ *(true|false) ]]; then
    smart_of[$1]=failed
    [[ ${BASH_REMATCH[1]} != true ]] || smart_of[$1]=passed
  elif [[ $text =~ \"string\":\ *\"([^\"]*)\" ]]; then
    smart_of[$1]=${BASH_REMATCH[1]}
  else
    smart_of[$1]='this disk does not tell'
  fi
}

all_disks() { # -> REPLY, a JSON list
  local key result='' bytes rotates
  for key in "${keys[@]}"; do
    rotates=false
    [[ ${disk_rotates[$key]} != 1 ]] || rotates=true
    all_rounds "$key"
    local rounds=$REPLY
    bytes=null
    [[ -z ${volume_of[$key]:-} ]] || { bytes_of "${volume_of[$key]}" && bytes=$REPLY; }
    object "key=$key" "serial=${disk_serial[$key]}" "name=${disk_name[$key]}" "model=${disk_model[$key]}" "bytes:=${disk_bytes[$key]}" \
      "rotational:=$rotates" "scheduler=${disk_scheduler[$key]}" "mount=${mount_of[$key]:-}" "volume_bytes:=$bytes" "smart=${smart_of[$key]}" \
      "no_hdparm=${no_hdparm[$key]}" "no_file=${no_file[$key]}" "busy_percent_before:=${busy_before[$key]:-null}" "rounds:=$rounds"
    result+=",$REPLY"
  done
  REPLY="[${result#,}]"
}

readonly FIGURES=(cached_mib_s buffered_mib_s seq_write_bytes_s seq_read_bytes_s rand_read_iops rand_read_p50_ns rand_read_p99_ns
  rand_write_iops fsync_p50_ns fsync_p99_ns others_ops others_bytes)

all_rounds() { # key -> REPLY, a JSON list
  local round name result=''
  for ((round = 1; round <= runs; round++)); do
    local -a fields=()
    for name in "${FIGURES[@]}"; do
      [[ -z ${figure[$1/$round/$name]:-} ]] || fields+=("$name:=${figure[$1/$round/$name]}")
    done
    if is_busy "$1" "$round"; then fields+=("busy:=true"); else fields+=("busy:=false"); fi
    object "${fields[@]}"
    result+=",$REPLY"
  done
  REPLY="[${result#,}]"
}

# --- for people -------------------------------------------------------------------------------------------------------

# Median of all rounds and their range, as "41 (38-44)" -> REPLY; a dash where nothing was measured.
range_of() { # key name divisor
  local round
  REPLY=$(for ((round = 1; round <= runs; round++)); do echo "${figure[$1/$round/$2]:-}"; done | sed '/^$/d' | sort -n | awk -v divisor="$3" '
    function shown(value) { return sprintf(value < 10 ? "%.1f" : "%.0f", value) }
    { all[NR] = $1 / divisor }
    END {
      if (NR == 0) { print "-"; exit }
      median = NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2
      print shown(median) (NR > 1 ? " (" shown(all[1]) "-" shown(all[NR]) ")" : "")
    }')
}

success_text() {
  local key round busy text notes=''
  local -a row
  printf -v text '%-18s %-18s %-18s %-18s %-16s %-16s %-16s' Disk '4 KiB synced/s' 'sync p50 ms' '4 KiB reads/s' 'write MiB/s' 'read MiB/s' 'hdparm -t MiB/s'
  text=${text%"${text##*[! ]}"}
  for key in "${keys[@]}"; do
    row=()
    range_of "$key" rand_write_iops 1 && row+=("$REPLY")
    range_of "$key" fsync_p50_ns 1000000 && row+=("$REPLY")
    range_of "$key" rand_read_iops 1 && row+=("$REPLY")
    range_of "$key" seq_write_bytes_s "$MIB" && row+=("$REPLY")
    range_of "$key" seq_read_bytes_s "$MIB" && row+=("$REPLY")
    range_of "$key" buffered_mib_s 1 && row+=("$REPLY")
    printf -v REPLY '%-18s %-18s %-18s %-18s %-16s %-16s %s' "$key" "${row[@]}"
    text+=$'\n'$REPLY
    [[ -z ${no_hdparm[$key]} ]] || notes+=$'\n'"$key: no figure of hdparm, because ${no_hdparm[$key]}."
    [[ -z ${no_file[$key]} ]] || notes+=$'\n'"$key: nothing was measured with a file, because ${no_file[$key]}."
    busy=0
    for ((round = 1; round <= runs; round++)); do ! is_busy "$key" "$round" || busy=$((busy + 1)); done
    ((busy == 0)) || notes+=$'\n'"$key: BUSY with the work of others in $busy of $runs round(s); its figures are too low."
    ((${busy_before[$key]:-0} < BUSY_PERCENT)) || notes+=$'\n'"$key: BUSY ${busy_before[$key]} % of the time before it was measured."
    [[ ${smart_of[$key]} == passed ]] || notes+=$'\n'"$key: SMART health: ${smart_of[$key]}."
  done
  REPLY="
Median of $runs round(s), and the range. Builds wait for small synced writes: the first column counts for them.
$text$notes
DONE. The result is in $STATE/$STEP.json; nothing else was left."
}

main "$@"
