#!/usr/bin/env bash
# build-test-phase1.sh - times docker builds of one Dockerfile: base images pulled, cold, warm, one source line changed, and
# with a cache in a registry.
#
#   sudo bash build-test-phase1.sh --context /srv/app      shows what it will measure, asks once, measures
#   bash build-test-phase1.sh --help                       all options and exit codes
#
# Builds in a throw-away Docker daemon of its own, on the disk of the real one's images, from a copy of the context. The
# server's own images, tags, build cache and containers are left alone; what it made is removed in the end, also when it is
# stopped. The result lies in /var/lib/edge-phase1/build-test.json.
# shellcheck disable=SC2317 # the changes are called by name: do_$change

readonly STEP=build-test SCRIPT_VERSION=1 INTERRUPTIBLE=1
readonly EXPECTABLE=(context dockerfile_sha256)
readonly HARMLESS=(builder base cold warm changed registry result)
readonly OPTIONS_HELP="What to build
  --context PATH       folder that is the build context
  --dockerfile PATH    in the context, or an absolute path (default Dockerfile)
  --target STAGE       stop at this stage
  --build-arg NAME=VALUE   may be given several times; not for secrets, they end up in the image
  --against PATH       another context, built in turn with the first: the one to compare with
  --against-dockerfile PATH   another Dockerfile, likewise
  --try-files PATH     a folder of files that are laid over a second copy of the context, as a patch would change it:
                       built in turn with the first, which is as it is

What to measure
  --runs LIST          how often each is measured (default base=1,cold=1,warm=4,changed=4; 0 leaves it out). registry=N,
                       with --registry-cache: an empty builder that has the cache of the registry
  --registry-cache REF the cache in a registry, as 10.0.0.5:8085/ci/cache:app
  --write-registry-cache   writes the cache there first. It stays there
  --warmups N          builds before the first warm and the first changed one that do not count (default 0)
  --changed-file PATH  the source file in the context that gets one more line (default: the one changed last)
  --time-limit SECONDS for one build (default 10800); one that takes longer is ended, and that is its result
  --drop-caches        empty the page cache of the whole server before each cold build
  --builder WHAT       throwaway (default): a Docker daemon of its own. own: the server's, whose cache is then used
                       and filled; cold is then --no-cache
  --network WHAT       for RUN: host (default) or none; with --builder own also default
  --label NAME         a name for this set of measurements, to compare later ones with; it is then kept"

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

# --- a build cache in a registry --------------------------------------------------------------------------------------

readonly ROBOT=$STATE/harbor/robot.json
# mode=max: the layers of all stages. As an image manifest, since Harbor does not take the older form, an index of layers
# (moby/buildkit issue 2479); BuildKit 0.12 and later know it.
readonly CACHE_FORM=mode=max,image-manifest=true,oci-mediatypes=true
# Registry, path, tag: nothing that would begin another field of --cache-from, and never a name that means Docker Hub.
readonly CACHE_REF='^([A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?|[A-Za-z0-9-]+:[0-9]{1,5}|localhost)(/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?$'
with_account=() cache_written=false

check_registry_cache() {
  [[ -z $registry_cache || $registry_cache =~ $CACHE_REF ]] || wrong_usage "--registry-cache: '$registry_cache' is not REGISTRY/NAME:TAG, as 10.0.0.5:8085/ci/cache:app"
  ((!count[registry])) || [[ -n $registry_cache ]] || wrong_usage "--runs: registry needs --registry-cache"
  ((!write_cache || count[registry])) || wrong_usage "--write-registry-cache: nothing would use it; add registry=1 to --runs"
}

observe_registry_cache() {
  ((count[registry])) && [[ $builder == throwaway ]] || return 0
  [[ -n $buildx_version ]] || refuse no-buildx "Without buildx Docker cannot use a build cache in a registry." "Install it (apt-get install docker-buildx), or leave registry out of --runs."
}

do_registry() { unless_stopped measure_registry; }

# The last of all, since each build has a new builder. Only of side a: one name in the registry holds one cache.
measure_registry() {
  local k code=0
  [[ -z $build_failed ]] || return 0
  sizes
  [[ ! -e $work/unchanged ]] || cp -p "$work/unchanged" "${side_copy[a]}/$changed_file" || return 1
  registry_account || { last_output="The account for the registry cannot be written." && return 1; }
  ((!write_cache)) || fill_registry || code=$?
  ((!stopping && code < 2)) || return 1
  if ((code)); then
    skipped registry "the cache could not be written: $last_output"
    return 0
  fi
  if ! registry_has_cache; then
    ((!stopping)) || return 1
    skipped registry "there is no cache to read at $registry_cache: $last_output"
    return 0
  fi
  for ((k = 1; k <= count[registry]; k++)); do
    [[ -z $build_failed ]] || return 0
    new_builder || return 1
    drop_page_cache
    step_k=$((step_k + 1))
    build a registry "$k" 1 || return 1
  done
}

# The account for CI that the step harbor made, where the cache is in that registry; else root's own `docker login`. In a file
# for root that goes with the run: on no command line.
registry_account() {
  local at=${registry_cache%%/*} name secret
  [[ -s $ROBOT ]] || return 0
  json_text=$(<"$ROBOT")
  json_read && [[ ${json_raw[.registry]-} == "\"$at\"" ]] || return 0
  name=${json_raw[.name]-} secret=${json_raw[.secret]-}
  name=${name#\"} secret=${secret#\"}
  root_only_dir "$work/docker" || return 1
  [[ ! -d $HOME/.docker/cli-plugins ]] || ln -s "$HOME/.docker/cli-plugins" "$work/docker/cli-plugins"
  printf '{"auths":{"%s":{"auth":"%s"}}}\n' "$at" "$(printf '%s:%s' "${name%\"}" "${secret%\"}" | base64 -w 0)" | replace_file "$work/docker/config.json" 0600 || return 1
  with_account=(env "DOCKER_CONFIG=$work/docker")
}

# Docker exports a cache only from containerd's store of images. Where the server has another, a second daemon with that
# store builds once more for it; that does not count, and what is timed afterwards is in a daemon like the server's again.
# 1 where the cache was not written, 2 where there is no builder any more.
fill_registry() {
  local written=1 why
  if containerd_store; then
    write_registry
    return
  fi
  change_daemon export && provide_bases && write_registry && written=0
  why=$last_output
  ((!stopping)) || return 2
  change_daemon || return 2
  rm -rf --one-file-system "$work/export"
  last_output=$why
  return "$written"
}

change_daemon() { # [export]
  kill_daemon "$daemon_pid"
  daemon_pid=''
  start_daemon "$@"
}

# Not one that was emptied: with overlay2, Docker 26.1 fails over layers that it built itself before they were pruned ("failed to
# get layer: layer does not exist").
new_builder() {
  kill_daemon "$daemon_pid"
  daemon_pid=''
  rm -rf --one-file-system "$work/data"
  start_daemon && provide_bases
}

write_registry() {
  build a export 1 0 || return 1
  if [[ -n $build_failed ]]; then
    build_failed='' last_output=$(failure_words | tail -n 1)
    return 1
  fi
  cache_written=true
}

# Asked by a build of one file, so that a cache that is not there is known before hours of building.
registry_has_cache() {
  local probe=$work/probe
  mkdir -p "$probe" && printf 'FROM scratch\nCOPY Dockerfile /\n' >"$probe/Dockerfile" || return 1
  run_long 300 'asking the registry' ${with_account[@]+"${with_account[@]}"} docker build --tag edge-phase1-build-test:probe \
    "--progress=$progress" --cache-from "type=registry,ref=$registry_cache" "$probe" || { last_output=$(failure_words | tail -n 1) && return 1; }
  ! import_error || { last_output=$REPLY && return 1; }
}

# Why the last build did not read the cache -> REPLY; 1 where it did.
import_error() {
  REPLY=$(awk '
    match($0, /"name": *"importing cache manifest[^}]*"error": *"([^"\\]|\\.)*"/) {
      text = substr($0, RSTART, RLENGTH)
      sub(/.*"error": *"/, "", text)
      sub(/"$/, "", text)
      gsub(/\\"/, "\"", text)
      print text
      exit
    }
    /^#[0-9]+ importing cache manifest/ { id = $1 }
    id != "" && $1 == id && $2 == "ERROR:" { sub(/^#[0-9]+ ERROR: /, ""); print; exit }' "$RUNS/build-test.out")
  REPLY=${REPLY:0:300}
  [[ -n $REPLY ]]
}

# --- options of this step ---------------------------------------------------------------------------------------------

context='' dockerfile=Dockerfile stage='' against='' against_dockerfile='' try_files='' label=''
runs=base=1,cold=1,warm=4,changed=4 warmups=0 changed_file='' time_limit=10800 drop_caches=0 builder=throwaway network=host
registry_cache='' write_cache=0
build_args=()
declare -A count=([base]=0 [cold]=0 [warm]=0 [changed]=0 [registry]=0)

step_option() { # name value
  case $1 in
    --drop-caches) drop_caches=1 taken=1 && return ;;
    --write-registry-cache) write_cache=1 taken=1 && return ;;
    --registry-cache) registry_cache=${2-} ;;
    --context) context=${2-} ;;
    --dockerfile) dockerfile=${2-} ;;
    --target) stage=${2-} ;;
    --build-arg) build_args+=("${2-}") ;;
    --against) against=${2-} ;;
    --against-dockerfile) against_dockerfile=${2-} ;;
    --try-files) try_files=${2-} ;;
    --runs) runs=${2-} ;;
    --warmups) warmups=${2-} ;;
    --changed-file) changed_file=${2-} ;;
    --time-limit) time_limit=${2-} ;;
    --builder) builder=${2-} ;;
    --network) network=${2-} ;;
    --label) label=${2-} ;;
    *) taken=0 && return ;;
  esac
  taken=2
}

check_options() {
  local pair arg
  [[ -z $attach$stop ]] || return 0
  [[ $context == /* && $context != *$'\n'* ]] || wrong_usage "--context: '$context' is not an absolute path"
  [[ -z $against || $against == /* ]] || wrong_usage "--against: '$against' is not an absolute path"
  [[ -z $try_files || $try_files == /* ]] || wrong_usage "--try-files: '$try_files' is not an absolute path"
  [[ -z $try_files || -z $against ]] || wrong_usage "--try-files: the files are laid over the context; leave out --against"
  one_of --builder "$builder" throwaway own
  one_of --network "$network" host none default
  [[ $builder == own || $network != default ]] || wrong_usage "--network: the throw-away builder has host or none"
  [[ $runs =~ ^[a-z]+=[0-9]+(,[a-z]+=[0-9]+)*$ ]] || wrong_usage "--runs: '$runs' is not a list such as cold=1,warm=4"
  for pair in ${runs//,/ }; do
    one_of --runs "${pair%%=*}" base cold warm changed registry
    [[ ${pair#*=} =~ ^[0-9]{1,2}$ ]] || wrong_usage "--runs: ${pair%%=*}: at most 99 runs"
    count[${pair%%=*}]=$((10#${pair#*=}))
  done
  ((count[base] + count[cold] + count[warm] + count[changed] + count[registry])) || wrong_usage "--runs: nothing is to be measured"
  check_registry_cache
  [[ $warmups =~ ^[0-9]$ ]] || wrong_usage "--warmups: '$warmups' is not a number from 0 to 9"
  [[ $time_limit =~ ^[1-9][0-9]{0,5}$ && $time_limit -le 259200 ]] ||
    wrong_usage "--time-limit: '$time_limit' is not a number of seconds from 1 to 259200 (three days)"
  [[ -z $stage || $stage =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]] || wrong_usage "--target: '$stage' is not the name of a build stage"
  [[ -z $label || $label =~ ^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$ ]] || wrong_usage "--label: '$label': letters, digits, dots, _ and - only, at most 40"
  [[ $changed_file != /* && /$changed_file/ != */../* ]] || wrong_usage "--changed-file: '$changed_file' is not a path in the context"
  for arg in ${build_args[@]+"${build_args[@]}"}; do
    [[ $arg =~ ^[A-Za-z_][A-Za-z0-9_]*= ]] || wrong_usage "--build-arg: '$arg' is not NAME=VALUE"
  done
}

# --- observe ----------------------------------------------------------------------------------------------------------

# The two sides: a is what is measured, b what it is compared with, or how it would be with the files that are tried.
# `sides` names those that are built.
declare -A side_context side_dockerfile side_copy side_file
sides=(a)

observe() {
  local side
  need_tool docker docker-cli
  need_tool awk mawk
  need_tool ps procps
  side_context=([a]=$context [b]=${against:-$context})
  side_dockerfile=([a]=$dockerfile [b]=${against_dockerfile:-$dockerfile})
  [[ -z $against$against_dockerfile$try_files ]] || sides=(a b)
  [[ -z $try_files || -d $try_files ]] || refuse no-try-files "There is no folder '$try_files'." "Name the folder of the files to try: --try-files PATH"
  for side in "${sides[@]}"; do observe_side "$side"; done
  dockerfile_sha256=$(sha256sum "${side_file[a]}")
  dockerfile_sha256=${dockerfile_sha256%% *}
  # Before anything of this run: what else the server is doing.
  read -r load_before _ </proc/loadavg
  io_wait_now
  io_before=$REPLY
  observe_docker
  observe_builder
  observe_registry_cache
}

observe_side() {
  local folder=${side_context[$1]} file=${side_dockerfile[$1]}
  [[ -d $folder ]] || refuse no-context "There is no folder '$folder'." "Name the folder that docker build gets: --context PATH"
  [[ $file == /* ]] || file=$folder/$file
  [[ -f $file && -r $file ]] || refuse no-dockerfile "There is no Dockerfile '$file'." "Name it with --dockerfile, as a path in the context or an absolute one."
  side_file[$1]=$file
  [[ -z $changed_file || -f $folder/$changed_file ]] ||
    refuse no-changed-file "There is no file '$changed_file' in '$folder'." "Name a source file of the context: --changed-file PATH"
}

info() { docker -H "$DAEMON" info --format "$1" 2>/dev/null 9>&-; }

observe_docker() {
  local answer
  answer=$(docker -H "$DAEMON" info --format '{{.ServerVersion}}|{{.Driver}}|{{.DockerRootDir}}|{{.SecurityOptions}}' 2>&1 9>&-)
  [[ $answer == [0-9]*'|'*'|/'* ]] ||
    refuse no-docker "Docker does not answer (${answer##*$'\n'})." "Start it: systemctl start docker. See: docker info"
  IFS='|' read -r docker_version storage_driver data_root security <<<"$answer"
  [[ $security != *rootless* || $builder == own ]] ||
    refuse rootless "Docker runs without root here; a throw-away daemon beside it would be another kind." "Measure with the daemon's own builder: --builder own"
  [[ -d $data_root ]] || refuse no-data-root "Docker's folder '$data_root' is not here: its daemon runs on another machine or in a snap." "Measure with the daemon's own builder: --builder own"
  read -r _ _ disk_used disk_avail < <(df -B1 --output=source,fstype,used,avail "$data_root" | tail -n 1)
  if [[ $builder == throwaway ]]; then need_tool dockerd docker.io && need_tool unshare util-linux; fi
}

# Which builder answers, and how it tells its progress.
observe_builder() {
  local answer client
  answer=$(docker buildx version 2>/dev/null 9>&-) || answer=''
  buildx_version=''
  [[ ! $answer =~ \ v?([0-9]+)\.([0-9]+)(\.[0-9]+)? ]] || buildx_version=${BASH_REMATCH[0]# }
  client=$(docker version --format '{{.Client.Version}}' 2>/dev/null 9>&-) || client=${client:-0}
  if [[ -n $buildx_version ]]; then
    buildkit=1 progress=plain
    if ((BASH_REMATCH[1] > 0 || BASH_REMATCH[2] >= 13)); then progress=rawjson; fi
  elif ((${client%%.*} < 23)); then
    buildkit=1 progress=plain # the client has it built in
  else
    buildkit=0 progress=legacy
  fi
}

plan() {
  local scenario
  changes=(builder)
  for scenario in base cold warm changed registry; do
    if ((count[$scenario])) && ! [[ $builder == own && ($scenario == base || $scenario == registry) ]]; then changes+=("$scenario"); fi
  done
  changes+=(result)
}

describe() { # change -> REPLY
  local times
  times="${count[$1]:-0} times"
  [[ $times != '1 times' ]] || times=once
  case $1 in
    builder)
      if [[ $builder == own ]]; then REPLY="Copy the context to $data_root"; else REPLY="Start a throw-away Docker daemon beside $data_root, and copy the context there"; fi ;;
    base) REPLY="Pull the base images, $times" ;;
    cold) REPLY="Build with an empty cache, $times" ;;
    warm) REPLY="Build with nothing changed, $times" ;;
    changed) REPLY="Build with one source line changed, $times" ;;
    registry) REPLY="Build with an empty cache and that of $registry_cache, $times$( ((!write_cache)) || echo '; write it there first')" ;;
    result) REPLY="Keep the result, and remove all that was made for it" ;;
  esac
}

plan_text() {
  local scenario estimate text=''
  for scenario in base cold warm changed registry; do
    estimate=$(last_seconds "$scenario")
    [[ -z $estimate ]] || text+="
The last time $scenario took $estimate s."
  done
  gib "$disk_avail"
  REPLY="Build test of ${side_file[a]}
Docker $docker_version, $(builder_text), images on $data_root ($storage_driver, $REPLY free)$text"
  plan_fields=("context=$context" "dockerfile=${side_file[a]}" "dockerfile_sha256=$dockerfile_sha256" "builder=$builder" "progress=$progress")
}

builder_text() {
  case $progress in
    rawjson) echo "buildx $buildx_version" ;;
    plain) echo "BuildKit without --progress=rawjson (buildx 0.13 has it): times of instructions to tenths of a second" ;;
    *) echo "no BuildKit (install docker-buildx): no times of instructions, stages one after the other, no cache mounts" ;;
  esac
}

target_text() { REPLY="build times of ${side_file[a]}"; }
change_record() { record_fields=(); }

# --- long commands ----------------------------------------------------------------------------------------------------

readonly DAEMON=unix:///var/run/docker.sock
readonly SETS=$STATE/build-test
readonly SOCKET=$RUNS/build-test.sock
work='' skips='' free_after='' cache_size='' environment='' daemon_pid='' job='' job_group='' build_failed='' set_started='' progress_bytes=0 builds=0
readonly HEARTBEAT=25 SET_BYTES=524288 BUILD_BYTES=98304

# Keeps of a build's progress what tells vertices, and the last lines of what the build itself printed: bounded, whatever
# the build prints. Documents of JSON become one line each.
# shellcheck disable=SC2016 # it is a program for awk
readonly SLIM='
function keep(doc) {
  if (kept + length(doc) > max) { if (!cut) print "{\"truncated\":true}"; cut = 1; return }
  kept += length(doc) + 1
  print doc
  fflush()
}
function ring(text) { logs[n++ % 60] = substr(text, 1, 4000) }
function whole(doc) {
  if (doc ~ /"vertexes":/) keep(doc)
  else if (doc ~ /"logs":/) ring(doc)
  else if (doc ~ /"completed":/ && doc ~ /"(transferring|downloading)/) keep(doc)
}
doc == "" && /^#[0-9]+ [0-9.]+ / { ring($0); next }
doc == "" && /^(#[0-9]+ |Step [0-9]+\/| ---> |Success|Sending )/ { if ($0 !~ /^#[0-9]+ (transferring|sha256|extracting)/ || / done$/) keep($0); next }
doc == "" && !/^\{/ { words[m++ % 40] = substr($0, 1, 1000); next }
{ line = $0; sub(/^[ \t]+/, "", line); doc = doc line }
$0 == "}" || /^\{"/ { whole(doc); doc = "" }
length(doc) > 1000000 { doc = "" }
END {
  for (i = n > 60 ? n - 60 : 0; i < n; i++) print logs[i % 60]
  for (i = m > 40 ? m - 40 : 0; i < m; i++) print words[i % 40]
}'

# run_long LIMIT LABEL COMMAND...: its output slimmed in $RUNS/build-test.out; took (microseconds), ended_by (limit or empty).
# Returns its exit code. It is ended when the limit is over or the run is stopped. It waits with `wait`, the only way in which
# bash can be interrupted by a trap without harm.
run_long() {
  local limit=$1 what=$2 began now_us left code ended='' at_us='' tick beat out=$RUNS/build-test.out
  shift 2
  ended_by=''
  ((!stopping)) || return 1
  rm -f "$RUNS/build-test.end"
  began=${EPOCHREALTIME/./} beat=$began
  set -m # a process group of its own
  { "$@"; echo "$? ${EPOCHREALTIME/./}" >"$RUNS/build-test.end"; } 2>&1 </dev/null 9>&- 7>&- | awk ${live[@]+"${live[@]}"} -v max="$BUILD_BYTES" "$SLIM" >"$out" 9>&- 7>&- &
  job=$!
  job_group=$(ps -o pgid= -p "$job" 9>&-) job_group=${job_group//[^0-9]/}
  set +m
  while kill -0 "$job" 2>/dev/null; do
    now_us=${EPOCHREALTIME/./}
    left=$(((began + limit * 1000000 - now_us) / 1000000 + 1))
    if ((stopping || left <= 0)) && [[ -z $ended ]]; then
      ((stopping)) || ended_by=limit
      ended=$now_us
      end_job TERM
    elif [[ -n $ended ]] && ((now_us - ended > 5000000)); then
      end_job KILL
    fi
    if ((now_us - beat >= HEARTBEAT * 1000000)); then
      beat=$now_us
      heartbeat "$what" $(((now_us - began) / 1000000))
    fi
    if [[ -n $ended ]]; then left=1; elif ((left > 5)); then left=5; elif ((left < 1)); then left=1; fi
    sleep "$left" 9>&- 7>&- &
    tick=$!
    wait -n "$job" "$tick" 2>/dev/null
    kill "$tick" 2>/dev/null
  done
  wait "$job" 2>/dev/null
  job=''
  now_us=${EPOCHREALTIME/./}
  code=137 at_us=$now_us
  [[ ! -s $RUNS/build-test.end ]] || read -r code at_us <"$RUNS/build-test.end"
  took=$((at_us - began))
  return "$code"
}

# The commands of the job and what they started. In a group of their own, or it would be the whole worker.
end_job() { # signal
  [[ -z $job || -z $job_group || $job_group == "$$" ]] || kill -"$1" -- "-$job_group" 2>/dev/null
}

heartbeat() { # what seconds
  local at estimate
  at=$(tail -c 20000 "$RUNS/build-test.out" 2>/dev/null | grep -o '"name":"\[[^"]*"\|"name": "\[[^"]*"\|^#[0-9]* \[[^]]*\] .*' | tail -n 1)
  at=${at#*\[} at=${at%\"} at=${at//\\u003e/>} at=${at//\\u003c/<} at=${at//\\u0026/&}
  estimate=$(last_seconds "${1%% *}")
  emit progress "      $1: $2 s so far${estimate:+, $estimate s the last time}${at:+; at [$at}" "what=$1" "seconds:=$2" ${estimate:+"estimate:=$estimate"} "k:=$step_k" "n:=$step_n"
}

# Seconds of the last successful build of this Dockerfile in a scenario; nothing where there is none.
last_seconds() { awk -F '\t' -v s="$1" -v f="${side_file[a]}" '$1 == s && $3 == f { t = $2 } END { if (t != "") print t }' "$SETS/history" 2>/dev/null; }

# --- the throw-away builder -------------------------------------------------------------------------------------------

before_changes() {
  trap clean_up EXIT
  now
  set_started=$REPLY step_k=0
  : >"$RUNS/build-test.progress"
  if [[ $builder == own ]] && ((count[base])); then
    skipped base "in the server's own builder the base images are there already"
    count[base]=0
  fi
  if [[ $builder == own ]] && ((count[registry])); then
    skipped registry "the server's own builder is not empty, and is never emptied"
    count[registry]=0
  fi
  step_n=$(((count[base] + count[cold] + count[warm] + count[changed]) * ${#sides[@]} + count[registry]))
  # By itself mawk waits for 4 KiB of input: of a silent build the heartbeat would not know the instruction.
  live=()
  [[ $(awk -W version 2>&1 </dev/null) != mawk* ]] || live=(-W interactive)
  export BUILDX_BUILDER=default DOCKER_BUILDKIT=$buildkit HOME=${HOME:-/root} DOCKER_HOST=$DAEMON
  unset DOCKER_CONTEXT BUILDX_CONFIG BUILDKIT_PROGRESS DOCKER_DEFAULT_PLATFORM
}

do_builder() { unless_stopped begin_builder; }

begin_builder() {
  local side
  sweep
  work=$data_root/edge-phase1-build-test.$run_id
  root_only_dir "$work" || { last_output="'$work' cannot be made." && return 1; }
  # State of buildx belongs to this run.
  export BUILDX_CONFIG=$work/buildx
  for side in "${sides[@]}"; do copy_context "$side" || return 1; done
  choose_changed_file || return 1
  base_images
  [[ $builder == own ]] || { start_daemon && provide_bases; }
}

# What runs that were killed have left: nobody else can be running, the lock is ours.
sweep() {
  local folder pid
  for folder in "$data_root"/edge-phase1-build-test.*; do
    [[ -d $folder && ! -L $folder ]] || continue
    pid=$(cat "$folder/unshare.pid" 2>/dev/null)
    if [[ $pid =~ ^[0-9]+$ ]] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$folder"; then kill_daemon "$pid"; fi
    rm -rf --one-file-system "$folder"
  done
  if [[ $builder == own ]]; then remove_images "$(docker images --quiet --no-trunc edge-phase1-build-test 2>/dev/null 9>&-)"; fi
}

copy_context() { # side
  local from=${side_context[$1]} to=$work/context-$1 bytes avail
  if [[ $1 == b && -z $against$try_files ]]; then
    side_copy[b]=${side_copy[a]}
  else
    run_long "$time_limit" 'measuring the context' measure_context "$from" || return 1
    read -r bytes _ <"$RUNS/build-test.answer"
    avail=$(df -B1 --output=avail "$data_root" | tail -n 1)
    ((${bytes:-0} + GIB / 4 < avail)) || { last_output="The context takes ${bytes:-?} bytes, and $data_root has $avail free." && return 1; }
    run_long "$time_limit" 'copying the context' cp -a --reflink=auto "$from" "$to" || { last_output=$(tail -n 1 "$RUNS/build-test.out") && return 1; }
    side_copy[$1]=$to
    [[ $1 != b || -z $try_files ]] || lay_over "$try_files" "$to" || return 1
  fi
  # A Dockerfile outside of the context is copied too, with its own .dockerignore: it must not change under the measurement.
  if [[ ${side_file[$1]} == "$from"/* ]]; then
    side_built[$1]=${side_copy[$1]}/${side_file[$1]#"$from"/}
  else
    mkdir -p "$work/file-$1" && cp "${side_file[$1]}" "$work/file-$1/Dockerfile" || return 1
    [[ ! -f ${side_file[$1]}.dockerignore ]] || cp "${side_file[$1]}.dockerignore" "$work/file-$1/Dockerfile.dockerignore"
    side_built[$1]=$work/file-$1/Dockerfile
  fi
  run_long "$time_limit" 'reading the context' hash_context "${side_copy[$1]}" || return 1
  read -r "side_hash[$1]" _ <"$RUNS/build-test.answer"
}

# Never through a link that lies in the copy: what it leads to is not ours.
lay_over() { # folder copy
  run_long "$time_limit" 'laying the files to try over the copy' cp -a --remove-destination "$1/." "$2/" && return 0
  last_output="The files of $1 cannot be laid over a copy of the context: $(tail -n 1 "$RUNS/build-test.out")"
  return 1
}

measure_context() { du -s -x -B1 "$1" >"$RUNS/build-test.answer" 2>/dev/null; }

# Over names, permissions and contents; not over git's own files, which change when nothing else does.
hash_context() {
  tar -C "$1" -c --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --exclude=./.git . 2>/dev/null | sha256sum >"$RUNS/build-test.answer"
}

# A comment that the language of a file allows, around a text -> REPLY; empty for a file of another kind.
comment_for() { # file text
  case $1 in
    *.py | *.rb | *.sh | *.bash | *.pl | *.r | *.R | *.ex | *.exs) REPLY="# $2" ;;
    *.js | *.jsx | *.ts | *.tsx | *.mjs | *.cjs | *.go | *.rs | *.java | *.kt | *.scala | *.c | *.h | *.cc | *.cpp | *.hpp | *.cs | *.swift | *.dart) REPLY="// $2" ;;
    *.html | *.vue | *.svelte | *.md) REPLY="<!-- $2 -->" ;;
    *.css | *.scss) REPLY="/* $2 */" ;;
    *) REPLY='' ;;
  esac
}

choose_changed_file() {
  local found
  ((count[changed])) || return 0
  if [[ -z $changed_file ]]; then
    # The source file that was changed last; of several from one checkout, the first by name.
    found=$(cd "${side_copy[a]}" && find . -xdev \( -name '.?*' -o -name node_modules -o -name vendor -o -name target -o -name dist -o -name build -o -name test -o -name tests -o -name venv \) -prune -o \
      -type f -size -1024k \( -name '*.py' -o -name '*.js' -o -name '*.ts' -o -name '*.tsx' -o -name '*.jsx' -o -name '*.go' -o -name '*.rs' -o -name '*.java' -o -name '*.kt' -o -name '*.rb' \
      -o -name '*.c' -o -name '*.cc' -o -name '*.cpp' -o -name '*.cs' -o -name '*.sh' -o -name '*.html' -o -name '*.css' \) ! -name '*.config.*' ! -name 'setup.py' -printf '%T@ %P\n' 9>&- |
      sort -k1,1nr -k2 | head -n 1)
    changed_file=${found#* }
    [[ -n $changed_file ]] || { last_output="No source file was found in the context: name one with --changed-file." && return 1; }
  fi
  comment_for "$changed_file" x
  [[ -n $REPLY ]] || { last_output="'$changed_file' is not of a kind that gets a comment without harm: name a source file with --changed-file." && return 1; }
  cp -p "${side_copy[a]}/$changed_file" "$work/unchanged" || return 1
  emit progress "      The source file that is changed: $changed_file" "changed_file=$changed_file"
}

# Images that the Dockerfiles begin with or take files from -> bases; of build stages only names that are not theirs.
base_images() {
  local side
  mapfile -t bases < <(for side in "${sides[@]}"; do
    awk '
      function value(text,   name, rest, default_) {
        while (match(text, /\$\{?[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\}?/)) {
          name = substr(text, RSTART, RLENGTH); rest = substr(text, RSTART + RLENGTH); text = substr(text, 1, RSTART - 1)
          gsub(/[${}]/, "", name); default_ = ""
          if (name ~ /:-/) { default_ = name; sub(/^[^:]*:-/, "", default_); sub(/:-.*/, "", name) }
          text = text (name in args ? args[name] : default_) rest
        }
        return text
      }
      function image(name) { if (name != "" && name != "scratch" && !(name in stages) && name !~ /^[0-9]+$/ && !seen[name]++) print name }
      BEGIN { for (i = 2; i < ARGC; i++) { split(ARGV[i], pair, "="); given[pair[1]] = 1; args[pair[1]] = substr(ARGV[i], length(pair[1]) + 2); delete ARGV[i] } }
      { sub(/\r$/, "") }
      NR == 1 && tolower($0) ~ /^#[ \t]*syntax[ \t]*=/ { name = $0; sub(/^[^=]*=[ \t]*/, "", name); image(name) }
      toupper($1) == "ARG" && !from { split($2, pair, "="); gsub(/["\047]/, "", $2); if (!(pair[1] in given)) args[pair[1]] = substr($2, length(pair[1]) + 2) }
      toupper($1) == "FROM" {
        from = 1; k = 2
        while ($k ~ /^--/) k++
        gsub(/["\047]/, "", $k)
        image(value($k))
        if (toupper($(k + 1)) == "AS") stages[$(k + 2)] = 1
      }
      /--from=/ || /--mount=[^ ]*from=/ { name = $0; sub(/.*from=/, "", name); sub(/[ ,].*/, "", name); image(value(name)) }
    ' "${side_file[$side]}" ${build_args[@]+"${build_args[@]}"}
  done | sort -u)
}

# With the same store of images as the server's daemon; one that is to export a cache has containerd's.
start_daemon() { # [export]
  local waited=0 mirrors insecure features=''
  local -a driver=(--storage-driver "$storage_driver")
  ((!stopping)) || return 1
  mirrors=$(info '{{json .RegistryConfig.Mirrors}}')
  # shellcheck disable=SC2016 # it is a template of Go
  insecure=$(info '{{range $name, $index := .RegistryConfig.IndexConfigs}}{{if not $index.Secure}}{{$name}} {{end}}{{end}}')
  [[ $mirrors == \[* ]] || mirrors='[]'
  # shellcheck disable=SC2086 # names of registries hold no spaces
  list $insecure
  if [[ ${1-} == export ]] || containerd_store; then
    features=',"features":{"containerd-snapshotter":true}'
    driver=()
  fi
  echo "{\"registry-mirrors\":$mirrors,\"insecure-registries\":$REPLY$features}" >"$work/daemon.json"
  rm -rf "$RUNS/build-test-exec" "$SOCKET"
  # The system's containerd is out of its sight, so that it starts its own, whose store is as empty as the rest.
  # shellcheck disable=SC2016
  unshare --mount --pid --fork --kill-child=KILL --mount-proc --propagation private sh -c '
    [ ! -d /run/containerd ] || mount -t tmpfs tmpfs /run/containerd || exit 1
    exec dockerd "$@"' sh --config-file "$work/daemon.json" --data-root "$work/${1:-data}" --exec-root "$RUNS/build-test-exec" --pidfile "$work/dockerd.pid" \
    --host "unix://$SOCKET" --bridge none --iptables=false --ip6tables=false ${driver[@]+"${driver[@]}"} \
    >"$RUNS/build-test.daemon" 2>&1 </dev/null 9>&- 7>&- &
  daemon_pid=$!
  echo "$daemon_pid" >"$work/unshare.pid"
  export DOCKER_HOST=unix://$SOCKET
  until docker version >/dev/null 2>&1 9>&-; do
    waited=$((waited + 1))
    if ((waited > 600 || stopping)) || ! kill -0 "$daemon_pid" 2>/dev/null; then
      last_output="The throw-away Docker daemon did not start: $(grep -v level=info "$RUNS/build-test.daemon" | tail -n 1)"
      return 1
    fi
    sleep 0.2
  done
}

containerd_store() { [[ $(info '{{json .DriverStatus}}') == *io.containerd.snapshotter* ]]; }

# Ends the daemon and all that runs in it: it is the first process of a PID namespace, and dies with unshare.
kill_daemon() { # pid of unshare
  local child
  child=$(ps -o pid= --ppid "$1" 2>/dev/null 9>&-) child=${child//[^0-9]/}
  [[ -z $child ]] || kill -TERM "$child" 2>/dev/null
  until_gone 30 "${child:-$1}" || kill -KILL "$1" ${child:+"$child"} 2>/dev/null
  until_gone 100 "${child:-$1}"
  wait "$1" 2>/dev/null
}

until_gone() { # tenths of a second, pid
  local k
  for ((k = 0; k < $1; k++)); do
    [[ -d /proc/$2 && $(ps -o stat= -p "$2" 9>&-) != Z* ]] || return 0
    sleep 0.1
  done
  return 1
}

# Base images come from the server's own, or are pulled: that is not part of a build's time.
provide_bases() {
  local image
  for image in ${bases[@]+"${bases[@]}"}; do
    if docker -H "$DAEMON" image inspect "$image" >/dev/null 2>&1 9>&-; then
      run_long "$time_limit" "copying $image" move_image "$image" && continue
    elif run_long "$time_limit" "pulling $image" docker pull "$image"; then
      continue
    fi
    last_output="The base image $image cannot be had: $(tail -n 1 "$RUNS/build-test.out")"
    return 1
  done
}

move_image() { docker -H "$DAEMON" save "$1" | docker load; }

# Empties the throw-away daemon's cache; the base images stay. The server's own is never emptied.
empty_cache() {
  [[ $builder == throwaway ]] || return 0
  remove_images "$(docker images --quiet --no-trunc edge-phase1-build-test 2>/dev/null 9>&-)"
  run_long "$time_limit" 'emptying the cache' docker builder prune --all --force
}

remove_images() { # ids, one a line
  local id
  while IFS= read -r id; do
    [[ -z $id ]] || docker rmi --force "$id" >/dev/null 2>&1 9>&-
  done < <(sort -u <<<"$1")
}

drop_page_cache() {
  ((drop_caches)) || return 0
  run_long 600 'emptying the page cache' sync
  echo 3 >/proc/sys/vm/drop_caches
}

# --- the measurements -------------------------------------------------------------------------------------------------

declare -A side_built side_hash side_runs side_uncounted side_image primed changed_lines
do_base() { unless_stopped measure_base; }

measure_base() {
  local image k
  for ((k = 1; k <= count[base]; k++)); do
    step_k=$((step_k + 1))
    ((${#bases[@]})) || { skipped base 'The Dockerfile needs no base image.' && return 0; }
    remove_images "$(docker images --quiet --no-trunc 2>/dev/null 9>&-)"
    empty_cache || return 1
    drop_page_cache
    if ! measured a base "$k" 1 pull_bases; then
      ((!stopping)) || return 1
      # Not every base can be pulled: one that was built here cannot. The builds go on with the server's copy.
      provide_bases && return 0
      return 1
    fi
  done
}

pull_bases() {
  local image
  for image in "${bases[@]}"; do docker pull "$image" || return 1; done
}

skipped() { # scenario why
  emit progress "      $1 is not measured: $2" "what=$1"
  object "scenario=$1" "why=$2"
  skips+=",$REPLY"
}

do_cold() { unless_stopped measure_cold; }

measure_cold() {
  local k side
  for ((k = 1; k <= count[cold]; k++)); do
    for side in "${sides[@]}"; do
      [[ -z $build_failed ]] || return 0
      empty_cache || return 1
      primed=()
      drop_page_cache
      step_k=$((step_k + 1))
      build "$side" cold "$k" 1 || return 1
    done
  done
}

do_warm() { unless_stopped rounds warm; }
do_changed() { unless_stopped rounds changed; }

rounds() { # scenario
  local k side
  for side in "${sides[@]}"; do [[ -n ${primed[$side]-} || -n $build_failed ]] || build "$side" prime 1 0 || return 1; done
  for ((k = 1; k <= warmups; k++)); do
    for side in "${sides[@]}"; do [[ -n $build_failed ]] || build "$side" "$1" "$k" 0 || return 1; done
  done
  for ((k = 1; k <= count[$1]; k++)); do
    for side in "${sides[@]}"; do
      [[ -z $build_failed ]] || return 0
      step_k=$((step_k + 1))
      build "$side" "$1" "$k" 1 || return 1
    done
  done
}

# build SIDE SCENARIO K COUNTS: one build. Fails only where the measurement does (a stop, a lost builder), not where the build does.
build() {
  local side=$1 scenario=$2 arg
  local tag
  builds=$((builds + 1))
  # A tag for each build: one that moved on would leave an image without a name behind.
  tag=edge-phase1-build-test:$run_id-$builds
  local -a argv=(docker build --tag "$tag" --file "${side_built[$side]}")
  if ((buildkit)); then argv+=("--progress=$progress"); fi
  [[ $network == default ]] || argv+=(--network "$network")
  [[ -z $stage ]] || argv+=(--target "$stage")
  for arg in ${build_args[@]+"${build_args[@]}"}; do argv+=(--build-arg "$arg"); done
  # --no-cache also throws away the cache mounts of the Dockerfile: in the server's own builder they get names of this run.
  if [[ $builder == own && $buildkit == 1 ]]; then argv+=(--build-arg "BUILDKIT_CACHE_MOUNT_NS=edge-phase1-$run_id"); fi
  if [[ $builder == own && $scenario == cold ]]; then argv+=(--no-cache); fi
  case $scenario in
    registry) argv=(${with_account[@]+"${with_account[@]}"} "${argv[@]}" --cache-from "type=registry,ref=$registry_cache") ;;
    export) argv=(${with_account[@]+"${with_account[@]}"} "${argv[@]}" --cache-to "type=registry,ref=$registry_cache,$CACHE_FORM") ;;
  esac
  [[ $scenario != changed ]] || change_line "$side" || return 1
  if measured "$side" "$scenario" "$3" "$4" "${argv[@]}" "${side_copy[$side]}"; then
    primed[$side]=1
    [[ $scenario != cold && $scenario != prime ]] ||
      side_image[$side]=$(docker image inspect --format '{{.Id}} {{.Size}} {{len .RootFS.Layers}}' "$tag" 2>/dev/null 9>&-)
    return 0
  fi
  ((!stopping)) || return 1
  if [[ $builder == throwaway ]] && ! kill -0 "$daemon_pid" 2>/dev/null; then
    last_output="The throw-away Docker daemon died: $(tail -n 1 "$RUNS/build-test.daemon")"
    return 1
  fi
  build_failed="$scenario$([[ $side == a ]] || echo " of the other side"), after $((took / 1000000)).$((took / 100000 % 10)) s"
}

# One more line in the copy of the source file; never the same twice, nor on both sides, or the build would be taken from
# the cache.
change_line() { # side
  local file=${side_copy[$1]}/$changed_file
  changed_lines[$1]=$((${changed_lines[$1]:-0} + 1))
  comment_for "$changed_file" "edge-phase1 $run_id $1${changed_lines[$1]}"
  # A line of its own, also where the last one does not end.
  { [[ ! -s $file || -z $(tail -c 1 "$file") ]] || echo >>"$file"; } && printf '%s\n' "$REPLY" >>"$file"
}

pressure() { # -> REPLY: microseconds in which something, and in which everything, waited for a disk; null where not known
  REPLY=$(awk '{ for (i = 2; i <= NF; i++) if ($i ~ /^total=/) t[$1] = substr($i, 7) } END { if (("some" in t) && ("full" in t)) print t["some"], t["full"]; else print "null null" }' /proc/pressure/io 2>/dev/null)
  REPLY=${REPLY:-null null}
}

io_wait_now() { # share of the last 10 seconds in which something waited for a disk -> REPLY, or null
  REPLY=$(sed -n 's/^some avg10=\([0-9.]*\).*/\1/p' /proc/pressure/io 2>/dev/null)
  REPLY=${REPLY:-null}
}

# measured SIDE SCENARIO K COUNTS COMMAND...: runs it, and keeps its time and what was around it. Returns its exit code.
measured() {
  local side=$1 scenario=$2 k=$3 counts=$4 code load wait_before some full some_after full_after seconds ok=true why='' at words
  shift 4
  read -r load _ </proc/loadavg
  io_wait_now && wait_before=$REPLY
  pressure && read -r some full <<<"$REPLY"
  now
  at=$REPLY
  run_long "$time_limit" "$scenario $k" "$@"
  code=$?
  ((!stopping)) || return 1
  # Docker builds on without a cache that it cannot read: that build would be a cold one.
  if ((!code)) && [[ $scenario == registry ]] && import_error; then code=1 why="the cache was not read: $REPLY"; fi
  pressure && read -r some_after full_after <<<"$REPLY"
  printf -v seconds '%d.%06d' $((took / 1000000)) $((took % 1000000))
  if ((code)); then
    ok=false
    if [[ -n $why ]]; then
      :
    elif [[ $ended_by == limit ]]; then why="not done within $time_limit s"; else why=$(failure_words); fi
  fi
  keep_progress "$side" "$scenario" "$k" "$counts"
  object "scenario=$scenario" "k:=$k" "seconds:=$seconds" "at=$at" "ok:=$ok" "load:=$load" "io_avg10:=$wait_before" \
    "io_some_us:=$(difference "$some_after" "$some")" "io_full_us:=$(difference "$full_after" "$full")" ${why:+"why=$why"} ${ended_by:+"ended_by=$ended_by"}
  if ((counts)); then side_runs[$side]+=",$REPLY"; else side_uncounted[$side]+=",$REPLY"; fi
  words="$scenario $k$([[ ${#sides[@]} == 1 ]] || echo " of side $side")$( ((counts)) || echo ' (does not count)')"
  if [[ $ok == true ]]; then
    emit progress "      $words: $seconds s" "what=$scenario" "side=$side" "seconds:=$seconds" "k:=$step_k" "n:=$step_n"
    if ((counts)) && [[ $side == a ]]; then history_line "$scenario" "$seconds"; fi
  else
    emit progress "      $words FAILED after $seconds s: $why" "what=$scenario" "side=$side" "seconds:=$seconds" "why=$why" "k:=$step_k" "n:=$step_n"
  fi
  return "$code"
}

difference() { if [[ $1 == null || $2 == null ]]; then echo null; else echo $(($1 - $2)); fi; }

# The last words of a failed build: what its instruction printed last, and what Docker says.
failure_words() {
  local out=$RUNS/build-test.out
  {
    grep -o '"data": *"[A-Za-z0-9+/=]*"' "$out" | tail -n 5 | sed 's/.*"\([^"]*\)"$/\1/' | while IFS= read -r data; do base64 -d <<<"$data" 2>/dev/null; done | tail -n 5
    grep -v '^{' "$out" | grep . | tail -n 8
  } | cut -c 1-300 | tail -c 2000 | tr -d '\000'
}

keep_progress() { # side scenario k counts
  local bytes
  bytes=$(stat -c %s "$RUNS/build-test.out")
  echo "== $1 $2 $3 $4" >>"$RUNS/build-test.progress"
  if ((progress_bytes + bytes > SET_BYTES)); then
    echo '{"truncated":true}' >>"$RUNS/build-test.progress"
    return
  fi
  progress_bytes=$((progress_bytes + bytes))
  cat "$RUNS/build-test.out" >>"$RUNS/build-test.progress"
}

history_line() { # scenario seconds
  { mkdir -p "$SETS" && printf '%s\t%.1f\t%s\n' "$1" "$2" "${side_file[a]}" >>"$SETS/history"; } 2>/dev/null
}

# --- the result -------------------------------------------------------------------------------------------------------

do_result() {
  local part
  environment
  part=$(set_json)
  remove_all
  keep_set "$part" || { last_output="The result cannot be written to $SETS." && return 1; }
}

# The commit of a checkout, read from its files: git itself would ask whose they are.
commit_of() { # folder -> REPLY
  local head ref git=$1/.git
  REPLY=''
  [[ -d $git && -r $git/HEAD ]] || return 0
  read -r head <"$git/HEAD"
  if [[ $head == 'ref: '* ]]; then
    ref=${head#ref: } head=''
    if [[ -r $git/$ref ]]; then read -r head <"$git/$ref"; else head=$(awk -v r="$ref" '$2 == r { print $1 }' "$git/packed-refs" 2>/dev/null); fi
  fi
  [[ ! $head =~ ^[0-9a-f]{40,64}$ ]] || REPLY=$head
}

# What the builds took, once: before a builder is emptied for the cache of the registry.
sizes() {
  [[ -z $free_after ]] || return 0
  free_after=$(df -B1 --output=avail "$data_root" | tail -n 1)
  cache_size=$(docker buildx du 2>/dev/null 9>&- | sed -n 's/^Total:[[:space:]]*//p')
}

environment() {
  local device disk='' rotational=null model='' image id digests='' numbers
  sizes
  device=$(df --output=source "$data_root" | tail -n 1)
  read -r numbers _ < <(findmnt -n -o MAJ:MIN --target "$data_root" 2>/dev/null | tail -n 1)
  if [[ -e /sys/dev/block/$numbers/uevent ]]; then
    stack_of "$(sed -n 's/^DEVNAME=//p' "/sys/dev/block/$numbers/uevent")"
    disk=${REPLY##* } disk=${disk%%:*}
    rotational=$(cat "/sys/block/$disk/queue/rotational" 2>/dev/null) rotational=${rotational:-null}
    model=$(sed 's/ *$//' "/sys/block/$disk/device/model" 2>/dev/null)
  fi
  for image in ${bases[@]+"${bases[@]}"}; do
    id=$(docker image inspect --format '{{.Id}}|{{range .RepoDigests}}{{.}} {{end}}' "$image" 2>/dev/null 9>&-)
    object "image=$image" "id=${id%%|*}" "digest=${id#*|}"
    digests+=",$REPLY"
  done
  object "host=$(uname -n)" "kernel=$(uname -r)" "cpus:=$(nproc)" "memory_kib:=$(awk '/^MemTotal/ { print $2 }' /proc/meminfo)" \
    "docker=$docker_version" "buildx=$buildx_version" "buildkit:=$( ((buildkit)) && echo true || echo false)" "progress=$progress" \
    "builder=$builder" "network=$network" "page_cache=$( ((drop_caches)) && echo dropped || echo kept)" "storage_driver=$storage_driver" \
    "data_root=$data_root" "device=$device" "disk=$disk" "disk_model=$model" "rotational:=$rotational" \
    "load_before:=$load_before" "io_avg10_before:=$io_before" "disk_used_before:=$disk_used" "disk_free_before:=$disk_avail" "disk_free_after:=$free_after" \
    "cache_size=$cache_size" "bases:=[${digests#,}]"
  environment=$REPLY
}

side_json() { # side -> REPLY
  local id bytes layers commit
  read -r id bytes layers <<<"${side_image[$1]:-}"
  commit_of "${side_context[$1]}"
  commit=$REPLY
  object "context=${side_context[$1]}" "dockerfile=${side_file[$1]}" "dockerfile_sha256=$(sha256sum "${side_built[$1]}" | cut -d ' ' -f 1)" \
    "context_sha256=${side_hash[$1]}" "context_bytes:=$(du -s -b "${side_copy[$1]}" 2>/dev/null | cut -f 1)" "commit=$commit" \
    "image=$id" "image_bytes:=${bytes:-null}" "image_layers:=${layers:-null}" \
    "runs:=[${side_runs[$1]#,}]" "uncounted:=[${side_uncounted[$1]#,}]"
}

set_json() {
  local first second='' arg names=() cache_fields=()
  for arg in ${build_args[@]+"${build_args[@]}"}; do names+=("${arg%%=*}"); done
  list ${names[@]+"${names[@]}"}
  names=("$REPLY")
  if ((count[registry])); then cache_fields=("registry_cache=$registry_cache" "cache_written:=$cache_written"); fi
  side_uncounted[a]=${side_uncounted[a]:-} side_runs[a]=${side_runs[a]:-}
  side_json a
  first=${REPLY#\{} first=${first%\}}
  if ((${#sides[@]} == 2)); then
    side_uncounted[b]=${side_uncounted[b]:-} side_runs[b]=${side_runs[b]:-}
    side_json b
    second=",\"tried\":$([[ -n $try_files ]] && echo true || echo false),\"against\":$REPLY"
  fi
  object "set=$run_id" "at=$set_started" "label=$label" "target=$stage" "build_args:=${names[0]}" "changed_file=$( ((count[changed])) && echo "$changed_file")" \
    "failed=$build_failed" "skipped:=[${skips#,}]" ${cache_fields[@]+"${cache_fields[@]}"} "environment:=$environment"
  echo "${REPLY%\}},$first$second}"
}

readonly SETS_KEPT=8

keep_set() { # json
  local file earlier='' k=0 name
  mkdir -p "$SETS" || return 1
  replace_file "$SETS/$run_id.progress" 0644 <"$RUNS/build-test.progress" || return 1
  rm -f "$RUNS/build-test.progress"
  echo "$1" | replace_file "$SETS/$run_id.json" 0644 || return 1
  ln -sfn "$run_id.progress" "$SETS/latest.progress"
  if [[ -n $label ]]; then
    mkdir -p "$SETS/labels" && printf '%s\n' "$run_id" >"$SETS/labels/$label" && ln -sfn "$run_id.progress" "$SETS/$label.labelled"
  fi
  tail -n 200 "$SETS/history" 2>/dev/null | replace_file "$SETS/history" 0644
  # The newest sets and those that have a name: the others go.
  while IFS= read -r file; do
    name=${file##*/} name=${name%.json}
    [[ $name != "$run_id" ]] || continue
    k=$((k + 1))
    if ((k <= SETS_KEPT)) || grep -qsxFr -- "$name" "$SETS/labels"; then
      ((${#earlier} < 200000)) && earlier+=",$(<"$file")"
    else
      rm -f "$file" "$SETS/$name.progress"
    fi
  done < <(ls -t "$SETS"/*.json)
  printf '{"schema":"edge-phase1/build-test/1",%s,"earlier":[%s]}\n' "$(sed 's/^{//; s/}$//' <<<"$1")" "${earlier#,}" | save_result
}

# --- leaving nothing behind -------------------------------------------------------------------------------------------

remove_all() {
  end_job KILL
  if [[ $builder == own ]]; then
    if [[ -n $work ]]; then
      remove_images "$(docker images --quiet --no-trunc edge-phase1-build-test 2>/dev/null 9>&-)"
      ((!buildkit)) || remove_cache_mounts
    fi
  elif [[ -n $daemon_pid ]]; then
    kill_daemon "$daemon_pid"
    daemon_pid=''
  fi
  [[ -z $work ]] || rm -rf --one-file-system "$work"
  rm -rf "$RUNS/build-test-exec" "$SOCKET" "$RUNS"/build-test.{out,end,daemon,answer}
}

# Of the server's own builder, only those with names of this run.
remove_cache_mounts() {
  local id
  docker buildx du --verbose --filter type=exec.cachemount 2>/dev/null 9>&- |
    awk -v ns="with id \"edge-phase1-$run_id/" '$1 == "ID:" { id = $2 } /^Description:/ && index($0, ns) { print id }' |
    while IFS= read -r id; do docker buildx prune --all --force --filter "id=$id" >/dev/null 2>&1 9>&-; done
}

clean_up() {
  remove_all
  rm -f "$RUNS/build-test.progress"
}

# Docker's client cancels the build in the daemon; the rest is cleared away by `unless_stopped`, not within a trap.
on_stop() { end_job TERM; }

unless_stopped() { # command...
  "$@" && return 0
  ((!stopping)) || clean_up
  return 1
}

undo() {
  clean_up
  REPLY='The server is as it was. Mend the cause, then run this again.'
}

success_text() {
  REPLY="
DONE: the result is in $STATE/$STEP.json."
  if [[ -n $build_failed ]]; then
    REPLY="
The build FAILED ($build_failed); that is the result, in $STATE/$STEP.json."
  fi
  success_fields=("failed=$build_failed")
}

main "$@"
