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
