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

#@ frame

#@ devices

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

#@ extend-lvm-look

#@ extend-lvm-plan

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
