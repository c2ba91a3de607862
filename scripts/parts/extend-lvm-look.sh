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
