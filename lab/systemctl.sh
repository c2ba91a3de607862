#!/bin/bash
# What the host script and the facts ask of systemctl, for a Docker host without systemd: docker.service alone, whose daemon is
# the real one. The files of its own: flags (words for dockerd), down (starts fail), unit (LoadState, if not loaded).
state=/run/docker-service
mkdir -p $state
pid() { pgrep -x -U 0 dockerd | head -n 1; }
active() { [[ -n $(pid) ]] && docker -H unix:///run/docker.sock version >/dev/null 2>&1; }

show() { # property
  case $1 in
    LoadState) cat $state/unit 2>/dev/null || echo loaded ;;
    ActiveState) if [[ -e $state/job ]]; then echo activating; elif active; then echo active; else echo inactive; fi ;;
    MainPID) p=$(pid) && echo "${p:-0}" ;;
    InvocationID) cat $state/invocation 2>/dev/null ;;
    CanReload) echo yes ;;
    *) echo ;;
  esac
}

stop() {
  kill "$(pid)" 2>/dev/null
  while [[ -n $(pid) ]]; do sleep 0.1; done
}

start() {
  local k started
  [[ ! -e $state/down ]] || return 1
  tr -d - </proc/sys/kernel/random/uuid >$state/invocation
  # shellcheck disable=SC2046 # words
  setsid dockerd --iptables=false --ip6tables=false $(cat $state/flags 2>/dev/null) >>/var/log/dockerd.log 2>&1 </dev/null &
  started=$! # its name is dockerd only a moment later
  for ((k = 0; k < 600; k++)); do
    sleep 0.1
    kill -0 "$started" 2>/dev/null || return 1
    ! active || return 0
  done
  return 1
}

values=0 fields='' words=()
while (($#)); do
  case $1 in
    -p) fields+=${fields:+,}$2 && shift ;;
    --value) values=1 ;;
    -*) ;;
    *) words+=("$1") ;;
  esac
  shift
done
case ${words[0]} in
  show)
    [[ ${words[1]} == docker.service ]] || exit 0
    for field in ${fields//,/ }; do
      ((values)) || printf '%s=' "$field"
      show "$field"
    done
    ;;
  is-active) active ;;
  reload) kill -HUP "$(pid)" ;;
  # As with systemd, a job goes on when the systemctl that asked for it is killed.
  job)
    touch $state/job
    stop
    start
    code=$?
    rm $state/job
    exit $code
    ;;
  restart) setsid --wait "$0" job ;;
  start) active || setsid --wait "$0" job ;;
  stop) stop ;;
  *) ;;
esac
