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
