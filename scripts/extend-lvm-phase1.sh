#!/usr/bin/env bash
# extend-lvm-phase1.sh - grows the logical volume and the file system behind a mount point, while it is in use.
#
#   sudo bash extend-lvm-phase1.sh          shows what it found and what it will do, and asks before each change
#   bash extend-lvm-phase1.sh --help        all options and exit codes
#
# Needs nothing but this file, bash, LVM2 and the file system's own tools. It only ever extends. Each change runs on the
# server to its end even if the terminal or the connection goes away, and is written to a journal before and after.
# shellcheck disable=SC2317 # the changes are called by name: do_$change

readonly STEP=extend-lvm SCRIPT_VERSION=1 INTERRUPTIBLE=0
readonly EXPECTABLE=(target_bytes vg_uuid lv_uuid vg_seqno lv_bytes fs_bytes)
readonly HARMLESS=(backup)
readonly ROLLBACK_HELP='take the extension back, where that is safe (never once the file system has grown)'
readonly OPTIONS_HELP="The target
  --mount PATH         mount point of the file system to grow (default /)
  --size SIZE          absolute size of the logical volume, with a unit: 150GiB (default), 161GB, or bytes
  --when-short WHAT    when it does not fit: refuse (default) or max, the maximum available
  --other-disks        the volume may spread to disks of the volume group that it does not lie on yet
  --new-disk DISK      a blank disk to add: /dev/disk/by-id/... or its serial number
  --backup-dir PATH    where a copy of the metadata backup goes (default auto: another disk, where there is one)"

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

mount=/ size=150GiB when_short=refuse other_disks=0 new_disk='' backup_dir=auto

step_option() { # name value
  case $1 in
    --other-disks) other_disks=1 taken=1 && return ;;
    --mount) mount=${2-} ;;
    --size) size=${2-} ;;
    --when-short) when_short=${2-} ;;
    --new-disk) new_disk=${2-} ;;
    --backup-dir) backup_dir=${2-} ;;
    *) taken=0 && return ;;
  esac
  taken=2
}

check_options() {
  one_of --when-short "$when_short" refuse max
  [[ $mount == /* ]] || wrong_usage "--mount: '$mount' is not an absolute path"
  [[ $backup_dir == auto || $backup_dir == /* ]] || wrong_usage "--backup-dir: '$backup_dir' is neither auto nor an absolute path"
  [[ -z $new_disk || $new_disk == /dev/disk/by-id/* || $new_disk =~ ^[A-Za-z0-9._-]+$ ]] ||
    wrong_usage "--new-disk: '$new_disk' is neither /dev/disk/by-id/... nor a serial number (names as sdb change from boot to boot)"
  parse_size --size "$size"
  wanted_bytes=$REPLY
  ((wanted_bytes >= GIB)) || wrong_usage "--size: '$size' is less than 1 GiB; it is the absolute size wanted, not what to add"
}

start "$@" # the front ends here, when a worker does the rest

# --- observe ----------------------------------------------------------------------------------------------------------

declare -A pv_free pv_dev_bytes pv_pe_start pv_extents pv_attr pv_stack lv_on
pvs=()

observe() {
  local type
  need_tool lvm lvm2
  observe_mount
  stack_of "$source_name"
  read -r type _ <<<"$REPLY"
  type=${type##*:}
  case $type in
    lvm) ;;
    crypt) refuse luks "'$mount' lies on an encrypted volume (LUKS) above its logical volume." \
      "Grow it by hand: lvextend, then cryptsetup resize, then the file system; take a backup first." ;;
    *) refuse not-lvm "'$mount' lies on '$source_dev' (${type:-no block device}), not on a logical volume." \
      "This step only grows LVM volumes. Name the mount point of one with --mount, or grow this one with your hypervisor's or distribution's tools." ;;
  esac
  observe_volume
  observe_file_system
}

mounts=() # "8:1 ext4 /dev/sda1 rw,relatime,rw /mount point", in the order they were mounted

# From the kernel itself: see proc_pid_mountinfo(5).
read_mounts() {
  local numbers target options rest type
  mounts=()
  while read -r _ _ numbers _ target options rest; do
    rest=" $rest" rest=${rest#* - } type=${rest%% *} rest=${rest#* }
    if [[ $target == *\\* ]]; then target=${target//'\040'/ } target=${target//'\011'/$'\t'} target=${target//'\012'/$'\n'} target=${target//'\134'/\\}; fi
    mounts+=("$numbers $type ${rest%% *} $options,${rest#* } $target")
  done </proc/self/mountinfo
}

observe_mount() {
  local row numbers='' found
  read_mounts
  for row in "${mounts[@]}"; do
    # The last one is the one that is seen, where several lie over each other.
    [[ ${row#* * * * } != "$mount" ]] || read -r numbers fs_type source_dev mount_options _ <<<"$row"
  done
  if [[ -z $numbers || ! -b $source_dev ]]; then # another name of the mount point, or of the device
    found=$(findmnt -n -r -o MAJ:MIN,SOURCE,FSTYPE,OPTIONS --mountpoint "$mount")
    read -r numbers source_dev fs_type mount_options <<<"${found##*$'\n'}"
  fi
  [[ -n $numbers ]] || refuse no-mount "Nothing is mounted at '$mount'." "Name a mount point: findmnt lists them."
  source_name='' source_dev=${source_dev%%[*}
  if device_of "$numbers"; then
    source_name=$REPLY
  elif [[ -b $source_dev ]]; then # btrfs has device numbers of its own
    kernel_name "$source_dev"
    source_name=$REPLY
  fi
}

# 8:1 -> sda1 in REPLY
device_of() {
  local key
  [[ -e /sys/dev/block/$1/uevent ]] || return 1
  while IFS='=' read -r key REPLY; do [[ $key != DEVNAME ]] || return 0; done <"/sys/dev/block/$1/uevent"
  return 1
}

# The segments of all physical volumes, with the volume and the group that each belongs to.
readonly VOLUME_FIELDS=vg_uuid,lv_uuid,lv_name,vg_name,lv_size,lv_attr,vg_seqno,vg_extent_size,vg_attr,vg_missing_pv_count,vg_lock_type,segtype
readonly PV_FIELDS=pv_name,pv_free,dev_size,pe_start,pv_pe_count,pv_attr

readonly REPORT=(--segments --noheadings --nosuffix --units b --separator '|')
readonly OTHER_CHARACTER='*[!A-Za-z0-9 +,./:@_|-]*'

lvm_pid='' lvm_lines=()

# One LVM program carries out all LVM commands, as starting one takes longer than what it then does. It reads them as a script,
# in which a line has at most 255 characters, and ends at the first that fails; after one that does not, `formats` makes it say
# a known word.
in_lvm() { # command argument... -> lvm_lines
  local command="$*" line code
  lvm_lines=()
  # shellcheck disable=SC2053 # a pattern
  if [[ $command == $OTHER_CHARACTER || ${#command} -gt 250 ]]; then
    mapfile -t lvm_lines < <(lvm "$@" 2>&1 9>&- </dev/null; echo "$?")
    code=${lvm_lines[-1]}
    unset 'lvm_lines[-1]'
    return "$code"
  fi
  [[ -n $lvm_pid ]] || start_lvm
  printf '%s\n' "$command" formats 2>/dev/null 1>&"$to_lvm"
  while IFS= read -r line <&"$from_lvm"; do
    [[ $line != '  lvm2' ]] || return 0
    lvm_lines+=("$line")
  done
  wait "$lvm_pid"
  code=$? lvm_pid=''
  return $((code ? code : 1))
}

start_lvm() {
  trap '' PIPE # it may have been killed since its last answer
  coproc LVM { exec lvm /dev/stdin 2>&1 9>&-; }
  lvm_pid=$!
  exec {to_lvm}>&"${LVM[1]}" {from_lvm}<&"${LVM[0]}"
  echo '#!' >&"$to_lvm"
}

# The same for a change, with what LVM says in the events.
change_lvm() {
  local line code=0
  in_lvm "$@" || code=$?
  for line in ${lvm_lines[@]+"${lvm_lines[@]}"}; do
    emit output "    $line" "line=$line"
    last_output=$line
  done
  return "$code"
}

# The volume, its group and the group's physical volumes in one look: starting an LVM program is what takes time.
observe_volume() {
  local rows=() row uuid='' segtypes='' code message way_out
  [[ ! -e /sys/class/block/$source_name/dm/uuid ]] || read -r uuid <"/sys/class/block/$source_name/dm/uuid"
  in_lvm pvs -o "$PV_FIELDS,$VOLUME_FIELDS" "${REPORT[@]}"
  for row in ${lvm_lines[@]+"${lvm_lines[@]}"}; do [[ $row != *'|'* ]] || rows+=("$row"); done
  lv_on=() vg_uuid=''
  for row in ${rows[@]+"${rows[@]}"}; do
    take_segment "$row"
    # The kernel's name for a volume holds both uuids, without dashes.
    [[ ${segment//-/} == "${uuid:4:32}|${uuid:36:32}|"* ]] || continue
    take_volume "$segment"
    segtypes+=" $segtype" lv_on[$pv_name]=1
  done
  if [[ -z $vg_uuid ]]; then # it lies on other volumes, not on physical ones: of a kind to be named
    rows=()
    in_lvm lvs -o "$VOLUME_FIELDS" "${REPORT[@]}" "$source_dev"
    for row in ${lvm_lines[@]+"${lvm_lines[@]}"}; do
      [[ $row != *'|'* ]] || { take_volume "$row" && segtypes=$segtype && break; }
    done
  fi
  [[ -n $vg_uuid ]] || refuse lvm-unreadable "LVM does not describe '$source_dev'." "Run as root, and see what 'lvs $source_dev' says."
  bytes_of "$source_name"
  dev_bytes=$REPLY
  volume_problem "$segtypes"
  if [[ -n $REPLY ]]; then
    IFS='|' read -r code message way_out <<<"$REPLY"
    refuse "$code" "$message" "$way_out"
  fi
  pvs=()
  for row in ${rows[@]+"${rows[@]}"}; do
    take_segment "$row"
    [[ $segment != "$vg_uuid|"* || " ${pvs[*]:-} " == *" $pv_name "* ]] || take_physical_volume
  done
}

# Splits a row -> pv_name, its figures, and the rest in segment.
take_segment() { IFS='|' read -r pv_name free dev_size pe_start extents attr segment <<<"${1#"${1%%[! ]*}"}"; }

take_volume() {
  IFS='|' read -r vg_uuid lv_uuid lv vg lv_bytes lv_attr vg_seqno extent vg_attr missing lock_type segtype <<<"${1#"${1%%[! ]*}"}"
}

take_physical_volume() {
  pvs+=("$pv_name")
  pv_free[$pv_name]=$free pv_dev_bytes[$pv_name]=$dev_size
  pv_pe_start[$pv_name]=$pe_start pv_extents[$pv_name]=$extents pv_attr[$pv_name]=$attr
  kernel_name "$pv_name"
  stack_of "$REPLY"
  pv_stack[$pv_name]=$REPLY
  if [[ $REPLY == *:crypt* ]]; then
    refuse luks "Physical volume $pv_name of $vg lies on an encrypted device (LUKS)." \
      "Extend by hand, after a backup: lvextend -r -L SIZE $vg/$lv (and cryptsetup resize first, where the device itself has to grow)."
  fi
}

# "code|message|way out" -> REPLY for a volume that this step leaves alone, empty for any other.
volume_problem() {
  local name="$vg/$lv" segtypes=$1 by_hand='Grow it by hand, after a backup: see lvmthin(7), lvmcache(7) or lvmraid(7).' segtype
  ((missing == 0)) || { REPLY="pv-missing|Volume group $vg lacks $missing physical volume(s).|Bring the disk back (pvs, dmesg), then run this again."; return; }
  [[ ${vg_attr:2:1} != x ]] || { REPLY="vg-exported|Volume group $vg is exported.|Import it first: vgimport $vg"; return; }
  [[ ${vg_attr:0:1} != r ]] || { REPLY="vg-read-only|Volume group $vg is read-only.|Allow writing first: vgchange --permission rw $vg"; return; }
  [[ ${vg_attr:1:1} == z ]] || { REPLY="vg-fixed|Volume group $vg does not allow resizing.|Allow it first: vgchange --resizeable y $vg"; return; }
  [[ -z $lock_type || $lock_type == none ]] || { REPLY="vg-shared|Volume group $vg is shared between hosts ($lock_type).|Extend it with your cluster's own tools."; return; }
  case ${lv_attr:0:1} in
    V | t | T) REPLY="thin|$name is a thin volume.|$by_hand" && return ;;
    o | O) REPLY="snapshot-origin|$name is the origin of a snapshot.|Remove or merge the snapshot first (lvs -a), then run this again." && return ;;
    s | S) REPLY="snapshot|$name is a snapshot.|Extend its origin instead." && return ;;
    C) REPLY="cache|$name is cached.|Take the cache off first (lvconvert --splitcache $name), then run this again." && return ;;
    r | R) REPLY="raid|$name is a RAID volume.|$by_hand" && return ;;
    m | M) REPLY="mirror|$name is a mirror.|$by_hand" && return ;;
    -) ;;
    *) REPLY="lv-kind|$name is of a kind (lv_attr $lv_attr) that this step does not know.|$by_hand" && return ;;
  esac
  for segtype in $segtypes; do
    [[ $segtype == linear ]] || { REPLY="lv-kind|$name has a segment of type $segtype; only linear ones are extended.|$by_hand"; return; }
  done
  [[ ${lv_attr:4:1} != [sS] ]] || { REPLY="lv-suspended|$name is suspended.|Resume it: dmsetup resume $source_dev"; return; }
  [[ ${lv_attr:1:1} == w ]] || { REPLY="lv-read-only|$name is read-only (lv_attr $lv_attr).|Allow writing first: lvchange --permission rw $name"; return; }
  REPLY=''
}

observe_file_system() {
  local header
  [[ ,$mount_options, != *,ro,* ]] || refuse fs-read-only "'$mount' is mounted read-only." \
    "See why (dmesg; an error makes ext4 go read-only), repair it offline with e2fsck -f or xfs_repair, mount it read-write, and run this again."
  case $fs_type in
    ext4 | ext3 | ext2) observe_superblock ;;
    xfs)
      need_tool xfs_growfs xfsprogs
      header=$(xfs_info "$mount" 2>/dev/null) || refuse fs-unreadable "xfs_info cannot read '$mount'." "See what 'xfs_info $mount' says."
      [[ $header =~ data[^=]*=[^=]*bsize=([0-9]+)[[:space:]]+blocks=([0-9]+) ]] || refuse fs-unreadable "xfs_info answers in a form that is not known." "Grow it by hand: xfs_growfs $mount"
      fs_bytes=$((BASH_REMATCH[1] * BASH_REMATCH[2]))
      fs_slack=$((16 * MIB))
      ;;
    *) refuse fs-unsupported "'$mount' is $fs_type; this step grows ext4 and xfs." "Grow it with the tools of $fs_type, after lvextend, by hand." ;;
  esac
}

# The fields of struct ext4_super_block in the kernel's documentation (filesystems/ext4/super.html), 1024 bytes into the device.
observe_superblock() {
  local words state errors block
  read -ra words < <(od -A n -v -t u4 --endian=little -w1024 -j 1024 -N 1024 "$source_dev" 2>/dev/null)
  ((${#words[@]} == 256 && (words[14] & 0xffff) == 0xef53)) ||
    refuse fs-unreadable "The superblock of '$source_dev' cannot be read." "Run as root; see what 'dumpe2fs -h $source_dev' says."
  block=$((1024 << words[6])) state=$((words[14] >> 16)) errors=${words[101]}
  fs_bytes=$((((words[24] & 0x80 ? words[84] << 32 : 0) + words[1]) * block))
  # resize2fs leaves out a last block group that is too small to hold its own tables.
  fs_slack=$((words[8] * block))
  (((state & 2) == 0 && errors == 0)) || refuse fs-damaged "The file system of '$mount' has recorded errors (state $state, error count $errors)." \
    "Back up what matters, then repair it offline: boot a rescue system and run e2fsck -f $source_dev"
}

# --- plan -------------------------------------------------------------------------------------------------------------

declare -A grow_part   # PV -> bytes its partition can grow
declare -A resize_pv   # PV -> bytes of new extents that pvresize brings

# A run that was cut short may have added the new disk already.
in_reach() { ((other_disks)) || [[ -n ${lv_on[$1]:-} || $1 == "${new_disk_dev:-}" ]]; }

# Bytes behind the partition of a PV, 0 unless it is the last one of its disk.
room_behind_partition() {
  local part disk start sectors end limit other
  REPLY=0
  [[ ${pv_stack[$1]} =~ ^\ ([^:]+):part\ ([^:]+):disk$ ]] || return 0
  part=${BASH_REMATCH[1]} disk=${BASH_REMATCH[2]}
  read -r start <"/sys/class/block/$part/start"
  read -r sectors <"/sys/class/block/$part/size"
  read -r limit <"/sys/class/block/$disk/size"
  for other in "/sys/class/block/$disk/$disk"*/start; do (($(<"$other") <= start)) || return 0; done
  end=$((start + sectors))
  if [[ $(lsblk -n -d -o PTTYPE "/dev/$disk") == dos ]]; then
    # A logical partition can only grow together with the extended one around it.
    (($(<"/sys/class/block/$part/partition") <= 4)) || return 0
    ((limit <= 4294967295)) || limit=4294967295
  fi
  # 1 MiB stays free at the end: the second GPT needs 33 sectors of it.
  REPLY=$(((limit - end) * 512 - MIB))
  ((REPLY > 0)) || REPLY=0
}

plan() {
  local pv room have=0 gain shortfall
  changes=() grow_part=() resize_pv=() lvextend_pvs=()
  [[ -z $new_disk ]] || resolve_new_disk
  target_bytes=$(((wanted_bytes + extent - 1) / extent * extent))
  ((target_bytes >= lv_bytes)) || target_bytes=$lv_bytes
  shortfall=$((target_bytes - lv_bytes))
  if ((shortfall > 0)); then
    for pv in "${pvs[@]}"; do
      if in_reach "$pv" && [[ ${pv_attr[$pv]:0:1} == a ]]; then
        have=$((have + pv_free[$pv]))
        lvextend_pvs+=("$pv")
      fi
    done
    ((have >= shortfall)) || plan_more_space
    if ((have < shortfall)); then
      [[ $when_short == max ]] || refuse_no_space "$have" "$shortfall"
      target_bytes=$((lv_bytes + have))
      # Space that is only there for the asking is not worth a change of its own.
      ((have > 0)) || changes=()
    fi
    if ((target_bytes > lv_bytes)); then changes=(backup ${changes[@]+"${changes[@]}"} lvextend); fi
  fi
  ((dev_bytes >= lv_bytes)) || [[ ${changes[*]:-} == *lvextend* ]] || changes+=(refresh)
  ((target_bytes - fs_bytes < fs_slack && target_bytes == lv_bytes)) || changes+=(growfs)
}

# Adds the changes that bring more extents, the least invasive first, until there is enough. Uses plan's have and shortfall.
plan_more_space() {
  local pv room gain
  for pv in ${lvextend_pvs[@]+"${lvextend_pvs[@]}"}; do
    ((have < shortfall)) || return 0
    gain=$((((pv_dev_bytes[$pv] - pv_pe_start[$pv]) / extent - pv_extents[$pv]) * extent))
    if ((gain > 0)); then
      resize_pv[$pv]=$gain have=$((have + gain))
      changes+=("pvresize")
    fi
  done
  for pv in ${lvextend_pvs[@]+"${lvextend_pvs[@]}"}; do
    ((have < shortfall)) || return 0
    room_behind_partition "$pv"
    room=$REPLY
    gain=$((((pv_dev_bytes[$pv] + room - pv_pe_start[$pv]) / extent - pv_extents[$pv]) * extent - ${resize_pv[$pv]:-0}))
    if ((room > 0 && gain > 0)); then
      grow_part[$pv]=$room resize_pv[$pv]=$((${resize_pv[$pv]:-0} + gain)) have=$((have + gain))
    fi
  done
  changes=()
  ((${#grow_part[@]} == 0)) || changes+=(growpart)
  ((${#resize_pv[@]} == 0)) || changes+=(pvresize)
  ((have < shortfall)) || return 0
  [[ -n $new_disk && -z ${pv_free[$new_disk_dev]:-} ]] || return 0
  find_new_disk
  new_disk_gain=$(((new_disk_bytes - MIB) / extent * extent))
  have=$((have + new_disk_gain))
  changes+=(vgextend)
}

refuse_no_space() {
  local missing_text shortfall=$2 have=$1 elsewhere=0 pv hint
  for pv in "${pvs[@]}"; do in_reach "$pv" || elsewhere=$((elsewhere + pv_free[$pv])); done
  gib $((shortfall - have)) && missing_text=$REPLY
  gib $((lv_bytes + have)) && hint="Ask for at most $REPLY, or pass --when-short max to take what there is"
  ((elsewhere == 0)) || { gib "$elsewhere" && hint+=", or --other-disks to use $REPLY free on other disks of $vg (the volume then depends on those disks too)"; }
  [[ -n $new_disk ]] || hint+=", or name a blank disk with --new-disk"
  gib "$target_bytes"
  refuse no-space "$vg/$lv cannot grow to $REPLY: $missing_text short, after all free space within reach." "$hint."
}

resolve_new_disk() {
  if [[ $new_disk == /* ]]; then
    new_disk_dev=$(readlink -f "$new_disk")
  else
    new_disk_dev=$(lsblk -n -d -r -o PATH,SERIAL | awk -v serial="$new_disk" '$2==serial{print $1}')
  fi
}

find_new_disk() {
  [[ -b ${new_disk_dev:-} ]] || refuse new-disk-not-found "There is no disk '$new_disk'." "See: lsblk -d -o PATH,SIZE,SERIAL and ls /dev/disk/by-id"
  kernel_name "$new_disk_dev"
  bytes_of "$REPLY"
  new_disk_bytes=$REPLY
  new_disk_serial=$(lsblk -n -d -o SERIAL "$new_disk_dev")
  local holders found
  holders=$(lsblk -n -l -o NAME "$new_disk_dev" | wc -l)
  found=$(wipefs --no-act --noheadings --output TYPE "$new_disk_dev" 2>&1)
  # An interrupted run of ours may have left the label of a physical volume without a group.
  if [[ $found == LVM2_member && -n $new_disk_serial && -z $(pvs_group "$new_disk_dev") ]] && grep -qsF "\"change\":\"vgextend\",\"new_disk\":\"$new_disk_serial\"" "$JOURNAL"; then found=''; fi
  [[ $(lsblk -n -d -o TYPE "$new_disk_dev") == disk && $holders == 1 && -z $found ]] ||
    refuse new-disk-not-blank "$new_disk_dev ('$new_disk') is not blank: ${found:-it is in use or has partitions}." \
      "Name a disk that holds nothing. This step never wipes one; if it really is not needed, a person can: wipefs -a (this destroys what is on it)."
}

pvs_group() { lvm pvs --noheadings -o vg_name "$1" 2>/dev/null 9>&- | tr -d ' '; }

# What each change does, for people.
describe() {
  local pv
  case $1 in
    backup) REPLY="back up the LVM metadata to $STATE/lvm-backup${backup_copy_dir:+ and $backup_copy_dir}" ;;
    growpart) REPLY="grow the last partition: growpart" && for pv in "${!grow_part[@]}"; do REPLY+=" $pv"; done ;;
    pvresize) REPLY="take the new space into the physical volume: pvresize" && for pv in "${!resize_pv[@]}"; do REPLY+=" $pv"; done ;;
    vgextend) REPLY="add the blank disk $new_disk_dev (serial $new_disk_serial) to the group: vgextend $vg $new_disk_dev" ;;
    lvextend) REPLY="extend the logical volume: lvextend --size ${target_bytes}b $vg/$lv" ;;
    refresh) REPLY="make the kernel see the volume's size: lvchange --refresh $vg/$lv" ;;
    growfs) if [[ $fs_type == xfs ]]; then REPLY="grow the file system: xfs_growfs $mount"; else REPLY="grow the file system: resize2fs $source_dev"; fi ;;
    lvreduce) REPLY="take the logical volume back to its old size: lvreduce --size ${old_bytes}b $vg/$lv" ;;
  esac
}

# Where a copy of the backup may go by itself -> places: on mounted disks that the group does not use.
find_places() {
  local row numbers type options stack part used=''
  places=()
  for stack in "${pv_stack[@]}"; do
    for part in $stack; do used+=" ${part%:*} "; done
  done
  for row in "${mounts[@]}"; do
    read -r numbers type _ options _ <<<"$row"
    [[ $type == @(ext4|ext3|xfs|btrfs) && ,$options, != *,ro,* ]] || continue
    device_of "$numbers" || continue
    stack_of "$REPLY"
    for part in $REPLY; do [[ $used != *" ${part%:*} "* ]] || continue 2; done
    places+=("${row#* * * * }")
  done
}

# One df for two questions: how full is the file system -> REPLY, as df -h writes it; which of the places has most space -> roomiest.
disk_use() { # place...
  local device size used avail target='' place there most=0 figure share=0
  local -a figures=()
  roomiest=''
  {
    read -r _
    read -r device size used avail target
    while read -r _ _ _ there place; do
      if ((there > most)); then most=$there roomiest=$place; fi
    done
  } < <(df --block-size=1 --output=source,size,used,avail,target "$mount" "$@")
  REPLY="(df does not describe $mount)"
  [[ -n $target ]] || return 0
  for figure in "$size" "$used" "$avail"; do
    human "$figure"
    figures+=("$REPLY")
  done
  ((used + avail == 0)) || share=$(((used * 100 + used + avail - 1) / (used + avail)))
  printf -v REPLY '%-*s %5s %5s %5s %4s %s\n%s %5s %5s %5s %3s%% %s' ${#device} Filesystem Size Used Avail Use% 'Mounted on' \
    "$device" "${figures[@]}" $share "$target"
}

human() { # bytes -> "98G", "9.5G": rounded up, as df -h does
  local scale=1 unit tenths
  for unit in '' K M G T P; do
    (($1 / scale >= 1024)) || break
    scale=$((scale * 1024))
  done
  tenths=$((($1 * 10 + scale - 1) / scale))
  if ((tenths < 100 && scale > 1)); then REPLY=$((tenths / 10)).$((tenths % 10))$unit; else REPLY=$(((tenths + 9) / 10))$unit; fi
}

plan_text() {
  local lv_text target_text fs_text
  local -a places
  places=() backup_copy_dir=''
  if [[ $backup_dir != auto ]]; then backup_copy_dir=$backup_dir; elif [[ ${changes[*]:-} == *backup* ]]; then find_places; fi
  disk_use ${places[@]+"${places[@]}"}
  before_df=$REPLY
  [[ -z $roomiest ]] || backup_copy_dir=$roomiest/edge-phase1-lvm-backup
  gib "$lv_bytes" && lv_text=$REPLY
  gib "$fs_bytes" && fs_text=$REPLY
  gib "$target_bytes" && target_text=$REPLY
  plan_fields=("target_bytes:=$target_bytes" "vg=$vg" "lv=$lv" "vg_uuid=$vg_uuid" "lv_uuid=$lv_uuid" "vg_seqno:=$vg_seqno"
    "lv_bytes:=$lv_bytes" "fs_bytes:=$fs_bytes" "dev_bytes:=$dev_bytes")
  REPLY="Found: $mount is $fs_type ($fs_text) on $vg/$lv ($lv_text), VG sequence number $vg_seqno.
Before: ${before_df/$'\n'/$'\n'        }
"
  if ((${#changes[@]} == 0)); then
    REPLY+="Nothing to do: the volume has $lv_text and the file system fills it."
  else
    REPLY+="Plan: $lv_text -> $target_text"
  fi
}

# What the approval of a plan holds for, also when it is finished by a later run.
target_text() { REPLY="$lv_uuid $target_bytes"; }

# --- changes ----------------------------------------------------------------------------------------------------------

prepare_state() { root_only_dir "$STATE/lvm-backup"; }

before_changes() {
  before_lv_bytes=$lv_bytes
  begin_fields=("lv_uuid=$lv_uuid" "vg_uuid=$vg_uuid" "from_bytes:=$lv_bytes" "to_bytes:=$target_bytes" "fs_bytes:=$fs_bytes" "vg_seqno:=$vg_seqno")
}

do_backup() {
  local file=$STATE/lvm-backup/$vg-$vg_seqno-$run_id.vg sums part
  local -a files=("$file")
  change_lvm vgcfgbackup -f "$file" "$vg" && [[ -s $file ]] || return 1
  for part in "${!grow_part[@]}"; do
    part=${pv_stack[$part]##* }
    sfdisk --dump "/dev/${part%:*}" >"$file.${part%:*}.partitions" 9>&- || return 1
    files+=("$file.${part%:*}.partitions")
  done
  backup_file=$file backup_copy=''
  if [[ -n $backup_copy_dir ]]; then
    root_only_dir "$backup_copy_dir" && copy_into "$backup_copy_dir" "${files[@]}" || return 1
    backup_copy=$backup_copy_dir/${file##*/}
  fi
  unsynced=("${files[@]}" "$STATE/lvm-backup" "$STATE" ${backup_copy:+"${files[@]/#*\//$backup_copy_dir/}" "$backup_copy_dir"})
  sums=$(sha256sum "$file" ${backup_copy:+"$backup_copy"}) || return 1
  backup_sha256=${sums%% *}
  [[ -z $backup_copy || ${sums#*$'\n'} == "$backup_sha256 "* ]]
}

# Copies text files without starting a program; sha256sum compares them afterwards.
copy_into() ( # folder file...
  umask 077
  folder=$1
  shift
  for file in "$@"; do
    mapfile -d '' -t content <"$file" && printf '%s' "${content[0]}" >"$folder/${file##*/}" || exit 1
  done
)

do_growpart() {
  local pv part disk before
  need_tool growpart cloud-guest-utils
  for pv in "${!grow_part[@]}"; do
    [[ ${pv_stack[$pv]} =~ ^\ ([^:]+):part\ ([^:]+):disk$ ]] || return 1
    part=${BASH_REMATCH[1]} disk=${BASH_REMATCH[2]}
    before=$(<"/sys/class/block/$part/size")
    tool growpart "/dev/$disk" "$(<"/sys/class/block/$part/partition")"
    (($(<"/sys/class/block/$part/size") > before)) || return 1
  done
}

do_pvresize() {
  local pv
  for pv in "${!resize_pv[@]}"; do change_lvm pvresize "$pv" || return 1; done
}

do_vgextend() { change_lvm vgextend "$vg" "$new_disk_dev" && lvextend_pvs+=("$new_disk_dev"); }

do_lvextend() {
  change_lvm lvextend --size "${target_bytes}b" "$vg/$lv" "${lvextend_pvs[@]}"
  observe_volume
  ((lv_bytes == target_bytes && dev_bytes == target_bytes))
}

do_refresh() {
  change_lvm lvchange --refresh "$vg/$lv"
  observe_volume
  ((dev_bytes == lv_bytes))
}

do_growfs() {
  if [[ $fs_type == xfs ]]; then tool xfs_growfs "$mount"; else tool resize2fs "$source_dev"; fi
  observe_file_system
  ((lv_bytes - fs_bytes < fs_slack))
}

do_lvreduce() {
  change_lvm lvreduce --yes --size "${old_bytes}b" "$vg/$lv"
  observe_volume
  ((lv_bytes == old_bytes && dev_bytes == old_bytes))
}

# What the journal keeps of a change: enough to judge later, without this run, what may be undone.
change_record() {
  case $1 in
    backup) record_fields=("file=${backup_file:-}" "sha256=${backup_sha256:-}" "copy=${backup_copy:-}" "vg_seqno:=$vg_seqno") ;;
    vgextend) record_fields=("new_disk=$new_disk_serial") ;;
    lvreduce) record_fields=("lv_uuid=$lv_uuid" "from_bytes:=$lv_bytes" "to_bytes:=$old_bytes" "vg_seqno:=$vg_seqno") ;;
    *) record_fields=("lv_uuid=$lv_uuid" "from_bytes:=$before_lv_bytes" "to_bytes:=$target_bytes" "vg_seqno:=$vg_seqno" "fs_bytes:=$fs_bytes") ;;
  esac
}

# A failed change that has left nothing behind.
undo() {
  ((!changed)) && [[ $1 == backup || ($1 == lvextend && $lv_bytes == "$before_lv_bytes") ]] || return 1
  REPLY="Nothing was changed. Mend the cause, then run this again."
}

success_text() {
  local after_df
  disk_use
  after_df=$REPLY
  success_fields=("lv_bytes:=$lv_bytes" "fs_bytes:=$fs_bytes" "vg_seqno:=$vg_seqno")
  REPLY="
Before: ${before_df#*$'\n'}
After:  ${after_df#*$'\n'}
DONE: verified by looking. $vg/$lv has $lv_bytes bytes, its file system $fs_bytes."
}

# --- rollback ---------------------------------------------------------------------------------------------------------

number_in() { sed -n "s/.*\"$2\":\([0-9][0-9]*\).*/\1/p" <<<"$1"; }

# Only an extension whose file system has not grown can be taken back: shrinking LVM under a grown file system loses data.
plan_rollback() {
  local last recorded_seqno recipe fs_text
  changes=() old_bytes=$lv_bytes target_bytes=$lv_bytes
  gib "$fs_bytes" && fs_text=$REPLY
  # A finished lvreduce ends the story of the extension before it.
  last=$(grep -sE '"event":"(intent|done)","change":"(lvextend|lvreduce)"' "$JOURNAL" | grep -F "\"lv_uuid\":\"$lv_uuid\"" | tail -n 1)
  recorded_seqno=$(number_in "$last" vg_seqno)
  case $last in
    *'"event":"intent","change":"lvreduce"'*) old_bytes=$(number_in "$last" to_bytes) ;;
    # The intent's number is the one before lvextend, which adds one; a finished change records the one after it.
    *'"event":"intent","change":"lvextend"'*) old_bytes=$(number_in "$last" from_bytes) recorded_seqno=$((recorded_seqno + 1)) ;;
    *'"event":"done","change":"lvextend"'*) old_bytes=$(number_in "$last" from_bytes) ;;
    *) return 0 ;;
  esac
  if ((lv_bytes <= old_bytes)); then
    old_bytes=$lv_bytes
    return 0
  fi
  target_bytes=$old_bytes
  recipe="If it has to shrink: boot a rescue system, take a backup, then run
  vgchange -ay $vg
  e2fsck -f /dev/$vg/$lv
  resize2fs /dev/$vg/$lv $((old_bytes / 1024))K
  lvreduce --size ${old_bytes}b $vg/$lv
  e2fsck -f /dev/$vg/$lv"
  [[ $fs_type != xfs ]] || recipe='An xfs file system cannot shrink: copy the data away, make a smaller volume and file system, copy it back.'
  ((fs_bytes <= old_bytes)) || refuse fs-grown "The file system has grown to $fs_text; taking $vg/$lv back now would destroy data, and so would vgcfgrestore." \
    "Keep it (nothing is wrong with a larger volume). $recipe"
  ((vg_seqno == recorded_seqno)) || refuse drift "Volume group $vg was changed since the extension (sequence number $vg_seqno, recorded $recorded_seqno)." \
    "Finish forward instead: run this again without --rollback."
  changes=(lvreduce)
}

main "$@"
