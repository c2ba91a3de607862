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
