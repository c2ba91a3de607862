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

#@ frame

#@ devices

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

#@ disk-test-look

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

#@ disk-test-measure

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
