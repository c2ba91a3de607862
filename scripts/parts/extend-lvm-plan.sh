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
