# --- Kubernetes on this host: its pods before a restart of Docker, and after it -------------------------------------------

# Seconds that pods have to be as before, and that they have to stay so. The kubelet tells late of a container that has ended.
pod_patience=300
readonly PODS_STABLE=6 PODS_STABLE_ON_DOCKER=40

kubeconfig='' cluster=auto
kubectl_tool=() kubectl_file='' pods_node='' pods_runtime='' pods_why=''
pods_text='' # for people and the journal: how the pods were compared, or why they were not
pods_failed=0
declare -A pods_before=() # namespace/name -> uid|owner|ready|restarts
# What was remembered last, for a run after one that is cut short: in memory, as after a boot all pods have been started anew.
readonly PODS_FILE=$RUNS/$STEP-pods

# A kubeconfig can name programs to run, so it and every folder above it have to be such that only root can change them.
only_root_writes() { # path
  local path owner mode
  path=$(realpath -e "$1" 2>/dev/null) || return 1
  while :; do
    IFS='|' read -r owner mode < <(stat -c '%u|%a' "$path" 2>/dev/null)
    [[ ${owner:-1} == 0 && -n ${mode:-} ]] && (((8#$mode & 8#022) == 0)) || return 1
    [[ $path != / ]] || return 0
    path=${path%/*} path=${path:-/}
  done
}

# The tool and the kubeconfig, in the order of edge-phase1 itself, but for root: $KUBECONFIG and homes of users do not count.
find_kubectl() {
  local file
  pods_why=''
  if [[ $cluster == none ]]; then
    pods_why='no cluster, as configured'
  elif command -v kubectl >/dev/null; then
    kubectl_tool=(kubectl)
  elif command -v k3s >/dev/null; then
    kubectl_tool=(k3s kubectl)
  else
    pods_why='neither kubectl nor k3s is installed'
  fi
  [[ -z $pods_why ]] || return 1
  kubectl_file=$kubeconfig
  for file in /etc/rancher/k3s/k3s.yaml /root/.kube/config; do
    [[ -n $kubectl_file || ! -e $file ]] || kubectl_file=$file
  done
  if [[ -z $kubectl_file ]]; then
    pods_why='there is no kubeconfig'
  elif [[ ! -f $kubectl_file ]]; then
    pods_why="$kubectl_file is not a file"
  elif ! only_root_writes "$kubectl_file"; then
    pods_why="$kubectl_file can be changed by others than root"
  fi
  [[ -z $pods_why ]]
}

kubectl_() {
  KUBECONFIG=$kubectl_file timeout 20 "${kubectl_tool[@]}" --request-timeout=10s --cache-dir=/dev/null/none "$@" 9>&- </dev/null
}

readonly NODE_LINES='{{range .items}}{{.status.nodeInfo.machineID}}|{{.metadata.name}}|{{.status.nodeInfo.containerRuntimeVersion}}{{"\n"}}{{end}}'

# The node that this host is: a kubeconfig may lead to another cluster.
find_node() {
  local said machine row
  read -r machine 2>/dev/null </etc/machine-id || machine=''
  if ! said=$(kubectl_ get nodes -o "go-template=$NODE_LINES" 2>&1); then
    without_passwords "${said##*$'\n'}"
    REPLY=${REPLY:-no answer}
    pods_why="the nodes of the cluster cannot be seen: ${REPLY:0:200}"
    return 1
  fi
  while IFS='|' read -r row pods_node pods_runtime; do
    [[ -z $machine || $row != "$machine" ]] || return 0
  done <<<"$said"
  pods_node='' pods_runtime='' pods_why="this host is none of the cluster's nodes"
  return 1
}

# Names, states and numbers only: the specs of pods hold secrets. The last line has their number, so that a torn answer shows.
readonly POD_LINES='{{range .items}}{{.metadata.namespace}}/{{.metadata.name}}|{{.metadata.uid}}|{{.spec.nodeName}}|{{with .metadata.ownerReferences}}{{with index . 0}}{{.kind}}/{{.name}}{{end}}{{end}}|{{.status.phase}}|{{if .metadata.deletionTimestamp}}leaving{{end}}|{{range .status.conditions}}{{if eq .type "Ready"}}{{.status}}{{end}}{{end}}|{{range .status.containerStatuses}}{{.ready}}+{{.restartCount}} {{end}}{{"\n"}}{{end}}total|{{len .items}}'

# No other signs: the parts become keys and numbers, which bash would evaluate.
readonly POD_LINE='^[a-z0-9.-]+/[a-z0-9.-]+\|[A-Za-z0-9-]+\|[^|]*\|[A-Za-z0-9./:_-]*\|[^|]*\|(leaving)?\|[A-Za-z]*\|((true|false)\+[0-9]{1,9} )*$'

# -> pod_lines; or 1, and pods_why
look_at_pods() {
  local said line
  if ! said=$(kubectl_ get pods --all-namespaces -o "go-template=$POD_LINES" 2>&1); then
    without_passwords "${said##*$'\n'}"
    REPLY=${REPLY:-no answer}
    pods_why="the pods cannot be seen: ${REPLY:0:200}"
    return 1
  fi
  mapfile -t pod_lines <<<"$said"
  [[ ${pod_lines[-1]} == "total|$((${#pod_lines[@]} - 1))" ]] || { pods_why='the answer of kubectl is torn' && return 1; }
  unset 'pod_lines[-1]'
  for line in ${pod_lines[@]+"${pod_lines[@]}"}; do
    [[ $line =~ $POD_LINE ]] || { pods_why='the answer of kubectl is in another form' && return 1; }
  done
}

# Pods that should run -> pods_seen: not those that have done their work, are being deleted, or were replaced by their owner.
count_pods() { # node (empty: of all nodes)
  local line name uid node owner phase leaving condition containers one ready restarts
  pods_seen=() pods_order=()
  for line in ${pod_lines[@]+"${pod_lines[@]}"}; do
    IFS='|' read -r name uid node owner phase leaving condition containers <<<"$line"
    [[ -z $1 || $node == "$1" ]] || continue
    [[ $phase != Succeeded && -z $leaving && ($phase != Failed || -z $owner) ]] || continue
    ready=yes restarts=0
    [[ $phase == Running && $condition == True && -n $containers ]] || ready=no
    for one in $containers; do
      [[ $one == true+* ]] || ready=no
      restarts=$((restarts + ${one#*+}))
    done
    pods_seen[$name]="$uid|${owner:+${name%%/*}/$owner}|$ready|$restarts"
    pods_order+=("$name")
  done
}
declare -A pods_seen=()

# Before the restart. What stands in the way of comparing is said, and stands in the way of nothing else.
remember_pods() {
  local name
  pods_before=() pods_names=() pods_text=''
  rm -f "$PODS_FILE"
  if find_kubectl && find_node && look_at_pods; then
    count_pods "$pods_node"
    pods_names=(${pods_order[@]+"${pods_order[@]}"})
    for name in ${pods_names[@]+"${pods_names[@]}"}; do pods_before[$name]=${pods_seen[$name]}; done
    ((${#pods_names[@]})) || pods_text="no pods on the node $pods_node"
    save_pods
    emit output "    ${#pods_names[@]} pods on the node $pods_node ($pods_runtime) are looked at again after the restart"
  else
    pods_text="not compared: $pods_why"
    emit output "    pods are not compared: $pods_why"
  fi
}

save_pods() {
  local name
  {
    echo "$run_id|$pods_node|$pods_runtime"
    for name in ${pods_names[@]+"${pods_names[@]}"}; do echo "$name|${pods_before[$name]}"; done
  } | replace_file "$PODS_FILE" 0600
}

# What the run of this name remembered before its restart, as if it had been remembered by this one.
recall_pods() { # run
  local run='' name row
  pods_before=() pods_names=() pods_text=''
  if ! find_kubectl; then
    pods_text="not compared: $pods_why"
  elif { IFS='|' read -r run pods_node pods_runtime <"$PODS_FILE"; } 2>/dev/null && [[ $run == "$1" ]]; then
    while IFS='|' read -r name row; do
      pods_names+=("$name")
      pods_before[$name]=$row
    done < <(tail -n +2 "$PODS_FILE")
    emit output "    ${#pods_names[@]} pods on the node $pods_node ($pods_runtime) are compared with what they were before run $1"
  else
    pods_text="not compared: what they were before run $1 is not known any more"
  fi
  [[ -z $pods_text ]] || emit output "    pods are $pods_text"
}

# pods_before and pod_lines -> REPLY in words; 1 where one that was ready is missing or is not ready
compare_pods() {
  local name other k row owner ready uid restarts now_uid now_ready now_restarts back=0
  local -A left=() now=()
  local -a missing=() recreated=() restarted=() unready=() added=()
  count_pods ''
  for name in ${pods_order[@]+"${pods_order[@]}"}; do left[$name]=1; done
  for name in ${pods_names[@]+"${pods_names[@]}"}; do
    [[ -n ${left[$name]:-} ]] || continue
    now[$name]=$name
    unset "left[$name]"
  done
  # One with the same owner takes the place of one that is gone; each takes one place.
  for name in ${pods_names[@]+"${pods_names[@]}"}; do
    IFS='|' read -r _ owner _ <<<"${pods_before[$name]}"
    [[ -z ${now[$name]:-} && -n $owner ]] || continue
    for other in "${pods_order[@]}"; do
      IFS='|' read -r _ row _ <<<"${pods_seen[$other]}"
      [[ -n ${left[$other]:-} && $row == "$owner" ]] || continue
      now[$name]=$other
      unset "left[$other]"
      break
    done
  done
  for name in ${pods_names[@]+"${pods_names[@]}"}; do
    IFS='|' read -r uid _ ready restarts <<<"${pods_before[$name]}"
    other=${now[$name]:-}
    if [[ -z $other ]]; then
      missing+=("$name")
      continue
    fi
    IFS='|' read -r now_uid _ now_ready now_restarts <<<"${pods_seen[$other]}"
    if [[ $now_uid != "$uid" ]]; then
      if [[ $other == "$name" ]]; then recreated+=("$name"); else recreated+=("$name → $other"); fi
    elif ((now_restarts > restarts)); then
      restarted+=("$name ($((now_restarts - restarts)) more)")
    fi
    [[ $ready != yes || $now_ready == yes ]] || unready+=("$other")
  done
  for name in ${pods_order[@]+"${pods_order[@]}"}; do [[ -z ${left[$name]:-} ]] || added+=("$name"); done
  ((${#missing[@]} + ${#unready[@]} == 0)) || back=1
  REPLY=''
  for k in missing recreated:'made again' restarted unready:'not ready any more' added:new; do
    local -n group=${k%%:*}
    ((${#group[@]} == 0)) || { printf -v row '%s, ' "${group[@]}" && REPLY+="${REPLY:+; }${k#*:}: ${row%, }"; }
  done
  REPLY=${REPLY:-"${#pods_names[@]} pods as before: same pods, no restarts"}
  return $back
}

# After the restart: until all of them are as before, and stay so.
pods_come_back() {
  local deadline=$((SECONDS + pod_patience)) stable=$PODS_STABLE since='' words=''
  pods_failed=0
  ((${#pods_before[@]})) || return 0
  [[ $pods_runtime != docker://* ]] || stable=$PODS_STABLE_ON_DOCKER
  while :; do
    if look_at_pods; then
      if ! compare_pods; then
        since=''
      elif [[ -z $since || $REPLY != "$words" ]]; then
        since=$SECONDS
      elif ((SECONDS - since >= stable)); then
        break
      fi
      words=$REPLY
    else
      since='' words=$pods_why
    fi
    # What is as before by then still has to stay so.
    if ((SECONDS > deadline && ${since:-SECONDS} > deadline)); then
      pods_failed=1 pods_text="not as before within $pod_patience s: $words" last_output="Pods are $pods_text."
      return 1
    fi
    sleep 1
  done
  pods_text=$REPLY
  emit output "    $pods_text"
}
