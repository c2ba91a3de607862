# --- asking Docker ----------------------------------------------------------------------------------------------------

# Never another machine's Docker, whatever the context or DOCKER_HOST says.
docker_() { docker -H unix:///run/docker.sock "$@" 9>&- </dev/null; }

# What Docker says about a configuration file, in one line; empty where it takes it. The flags of the daemon count too.
docker_words() {
  local -a given=()
  local skip=0 flag words
  for flag in ${flags[@]+"${flags[@]}"}; do
    if ((skip)); then skip=0; elif [[ $flag == --config-file ]]; then skip=1; elif [[ $flag != --config-file=* ]]; then given+=("$flag"); fi
  done
  if words=$(dockerd --validate --config-file "$1" ${given[@]+"${given[@]}"} 2>&1 9>&- </dev/null); then return 0; fi
  words=${words//"$1"/"$FILE"}
  without_passwords "${words##*$'\n'}"
  printf '%s' "$REPLY"
}

without_passwords() { # text -> REPLY: http://***@proxy
  REPLY=$1
  while [[ $REPLY =~ ://[^/@[:space:]]*[^/@[:space:]*][^/@[:space:]]*@ ]]; do REPLY=${REPLY/"${BASH_REMATCH[0]}"/'://***@'}; done
}
