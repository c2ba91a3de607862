# --- changes ----------------------------------------------------------------------------------------------------------

prepare_state() { root_only_dir "$KEPT"; }

before_changes() { begin_fields=("file_sha256=$file_sha256" "settings=$settings"); }

do_backup() {
  run_kept=''
  [[ $file_sha256 != none ]] || return 0
  run_kept=$KEPT/daemon.json-$run_id
  last_output=$(cp -p --remove-destination "$FILE" "$run_kept" 2>&1 && sync "$run_kept" "$KEPT" 2>&1) || { rm -f "$run_kept" && return 1; }
  [[ $(sha256sum <"$run_kept") == "$file_sha256 "* ]]
}

file_is() { # sha256 or none
  if [[ $1 == none ]]; then [[ ! -e $FILE ]]; else [[ $(sha256sum 2>/dev/null <"$FILE") == "$1 "* ]]; fi
}

do_replace() {
  file_is "$file_sha256" || { last_output="$FILE was changed by somebody else meanwhile." && return 1; }
  [[ -d ${FILE%/*} ]] || mkdir "${FILE%/*}" || return 1
  last_output=$(printf '%s' "$new_text" | replace_file "$FILE" "$file_mode" 2>&1) && file_is "$new_sha256"
}

do_restore() {
  file_is "$file_sha256" || { last_output="$FILE was changed by somebody else meanwhile." && return 1; }
  put_file "$old_sha256" "$kept"
}

put_file() { # sha256 kept
  local mode_before
  if [[ $1 == none ]]; then
    last_output=$(rm -f "$FILE" 2>&1 && sync "${FILE%/*}" 2>&1)
  else
    mode_before=$(stat -c %a "$2")
    last_output=$(replace_file "$FILE" "$mode_before" <"$2" 2>&1)
  fi
  file_is "$1"
}

do_live-restore() {
  reload_docker && [[ $(docker_ info --format '{{.LiveRestoreEnabled}}' 2>/dev/null) == true ]] || return 1
  live=true
}

do_reload() { reload_docker; }

# Docker tells of each reload, with the values that hold from then on.
reload_docker() {
  local since told='' key k
  since=$(date +%s.%N)
  tool systemctl reload docker.service || return 1
  for ((k = 0; k < 60; k++)); do
    told=$(docker_ events --since "$since" --until "$(date +%s.%N)" --filter type=daemon --filter event=reload --format '{{json .Actor.Attributes}}' 2>/dev/null)
    [[ -z $told ]] || break
    sleep 0.5
  done
  [[ -n $told ]] || { last_output="Docker has not read its file again; see: journalctl -u docker.service -n 30" && return 1; }
  [[ $mode == apply ]] || return 0
  for key in max-concurrent-downloads max-concurrent-uploads live-restore; do
    [[ -z ${wanted[$key]:-} || ${told##*$'\n'} == *"\"$key\":\"${wanted[$key]}\""* ]] || { last_output="Docker has read its file again, but not $key." && return 1; }
  done
}

do_restart() {
  tool timeout 300 systemctl restart docker.service || {
    without_passwords "$(journalctl -u docker.service -n 30 -o cat --no-pager _COMM=dockerd 2>/dev/null | tail -n 1)"
    last_output="Docker did not start${REPLY:+: $REPLY}"
    return 1
  }
  come_back && pods_come_back
}

do_containers() {
  before=() before_names=()
  local id
  for id in ${missing_containers[@]+"${missing_containers[@]}"}; do before[$id]=no before_names[$id]=$id; done
  ((earlier_pods == 0)) || recall_pods "$earlier_run"
  come_back && pods_come_back
}

# What the journal keeps: enough to judge later, without this run, what Docker has not read yet and what may be undone.
change_record() {
  local now_sha=$file_sha256
  local -a short=()
  case $1 in
    backup) record_fields=("kept=${run_kept:-}" "from_sha256=$file_sha256") && return ;;
    replace) record_fields=("from_sha256=$file_sha256" "file_sha256=$new_sha256" "kept=${run_kept:-}" "settings=$settings" "how=$how" "invocation=$invocation") && return ;;
    restore) record_fields=("from_sha256=$file_sha256" "file_sha256=$old_sha256" "kept=${run_kept:-}" "how=$how" "invocation=$invocation") && return ;;
  esac
  [[ " ${changes[*]} " != *' replace '* ]] || now_sha=$new_sha256
  [[ " ${changes[*]} " != *' restore '* ]] || now_sha=$old_sha256
  if [[ $1 == restart && $current_change == restart && -z ${remembered:-} ]]; then
    remember_containers
    if ((earlier_pods)); then recall_pods "$earlier_run" && save_pods; else remember_pods; fi
    remembered=1
  fi
  ((${#before[@]} == 0)) || short=("${!before[@]}")
  list ${short[@]+"${short[@]:0:200}"}
  record_fields=("file_sha256=$now_sha" "how=$how" "invocation=$invocation" "containers:=$REPLY")
  [[ -z $pods_text ]] || record_fields+=("pods=$pods_text")
  ((${#pods_before[@]} == 0)) || record_fields+=("pods_before=${#pods_before[@]}")
}

# Puts the file back as it was before this run, and lets Docker go on with it.
undo() {
  local change=$1 cause=$last_output sha=$file_sha256 file=${run_kept:-}
  case $change in
    backup) return ;;
    containers) ((pods_failed)) || return 1 ;;
    replace | restore)
      file_is "$sha" || put_file "$sha" "$file" || undo_failed "$sha" "$file" || return 1
      REPLY="Nothing was changed. Mend the cause (df -h ${FILE%/*} shows whether the disk is full), then run this again."
      return 0
      ;;
  esac
  # What is left of an earlier run: the file of before that one. A rollback has put that back already.
  if [[ " ${changes[*]} " != *' backup '* ]]; then
    if [[ $mode == rollback ]]; then
      REPLY="The file of before is in place, and Docker did not come back well with it. See: journalctl -u docker.service -n 30; then: sudo systemctl restart docker.service; docker ps -a"
      return 1
    fi
    [[ -n $old_sha256 ]] || return 1
    sha=$old_sha256 file=$kept
    [[ $change != containers ]] || remember_containers
  fi
  emit output "    putting the old file back"
  put_file "$sha" "$file" || undo_failed "$sha" "$file" || return 1
  if [[ $change == reload || $change == live-restore ]]; then
    systemctl reload docker.service 9>&- || undo_failed "$sha" "$file" || return 1
  else
    # After a few starts that failed systemd allows no more, of the socket neither.
    systemctl reset-failed docker.service docker.socket 2>/dev/null 9>&-
    tool timeout 300 systemctl restart docker.service || undo_failed "$sha" "$file" || return 1
  fi
  if ! { come_back && pods_come_back; }; then
    ((pods_failed)) || undo_failed "$sha" "$file" || return 1
    REPLY="The old file is back, and Docker and its containers run with it; but pods are still $pods_text. See: kubectl get pods --all-namespaces -o wide"
    last_output=$cause
    return 1
  fi
  last_output=$cause
  REPLY="The old file is back, and Docker runs with it as before. Mend the cause, then run this again."
}

undo_failed() { # sha256 kept
  local put="sudo cp $2 $FILE"
  [[ $1 != none ]] || put="sudo rm -f $FILE"
  REPLY="$last_output Docker could not be taken back by itself. Put the old file back ($put), then: sudo systemctl reset-failed docker.service docker.socket; sudo systemctl restart docker.service; docker ps -a"
  return 1
}

success_text() {
  local count
  count=$(docker_ ps --quiet 2>/dev/null | wc -l)
  success_fields=("containers:=$count")
  REPLY="
DONE: verified by looking. Docker $version answers, $count containers run."
  [[ -z $pods_text ]] || REPLY+=" Pods: $pods_text."
  [[ ! -e $FILE ]] || REPLY+=" $FILE has sha256 $(sha256sum <"$FILE" | cut -c1-12)."
}
