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
