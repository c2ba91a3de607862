# --- a project and an account for CI ----------------------------------------------------------------------------------

do_use() {
  as_admin || { last_output="$RUNS cannot be written." && return 1; }
  if [[ $registry == distribution ]]; then
    plain_robot || return 1
  else
    project_there "$project" "{\"project_name\":\"$project\",\"metadata\":{\"public\":\"false\"}}" || return 1
    robot_there || return 1
    as_admin && retention_set && gc_set && proxy_there || return 1
  fi
  # K3s has the account in a file of its own.
  [[ $(head -n 1 "$REGISTRIES" 2>/dev/null) != "$OURS" ]] || trust_k3s || return 1
  object "use=$(use_text)" "project=$project" "robot=$robot_name"
  REPLY=${REPLY#\{}
  printf '%s\n' "${REPLY%\}}" | replace_file "$SECRETS/use" 0600 && keep_result
}

# -> json_raw of the project
project_there() { # name json
  api HEAD "/api/v2.0/projects?project_name=$1"
  [[ $http == 200 ]] || api_must '201 409' POST /api/v2.0/projects "$2" || return 1
  api_must 200 GET "/api/v2.0/projects/$1" && read_body
}

read_body() {
  json_text=$body
  json_read || { last_output="An answer of the registry cannot be read." && return 1; }
}

text_of() { # path -> REPLY: a text without its quotes, or a number
  REPLY=${json_raw[.$1]-}
  [[ $REPLY != \"* ]] || REPLY=${REPLY:1:${#REPLY}-2}
}

# The secret is told once, when the account is made: it goes into a file for root.
robot_there() {
  local id there='' name
  text_of project_id
  project_id=$REPLY
  api_must 200 GET "/api/v2.0/robots?q=Level%3Dproject%2CProjectID%3D$project_id&page_size=100" || return 1
  # A list: each of its members is read as an object.
  while IFS='|' read -r id name; do
    [[ $name != *"$project+$robot" ]] || there=$id
  done < <(grep -oE '"(id|name)":("[^"]*"|[0-9]+)' <<<"${body//[$' \n']/}" | awk -F: '$1 ~ /id/ { id = $2 } $1 ~ /name/ { gsub(/"/, "", $2); print id "|" $2 }')
  if [[ -n $there && -s $SECRETS/robot.json ]] && robot_works; then return 0; fi
  as_admin || return 1
  [[ -z $there ]] || api_must 200 DELETE "/api/v2.0/robots/$there" || return 1
  api_must 201 POST /api/v2.0/robots "{\"name\":\"$robot\",\"description\":\"CI: push and pull, made by edge-phase1\",\"duration\":-1,\"level\":\"project\",\"disable\":false,\"permissions\":[{\"kind\":\"project\",\"namespace\":\"$project\",\"access\":[{\"resource\":\"repository\",\"action\":\"push\"},{\"resource\":\"repository\",\"action\":\"pull\"}]}]}" || return 1
  read_body || return 1
  keep_robot "${json_raw[.name]-}" "${json_raw[.secret]-}" || return 1
  robot_works || { last_output="The account was made, but the registry does not take it: $http" && return 1; }
}

keep_robot() { # name secret, as they stand in JSON
  [[ $1 == \"?*\" && $2 == \"?*\" ]] || { last_output="The registry has made the account without telling its secret." && return 1; }
  printf '{"registry":"%s:%s","name":%s,"secret":%s}\n' "$host" "$port" "$1" "$2" | replace_file "$SECRETS/robot.json" 0600
}

# Whether the registry gives this account the right to push and pull in the project.
robot_works() {
  json_text=$(<"$SECRETS/robot.json")
  json_read || return 1
  text_of name && robot_name=$REPLY
  text_of registry
  [[ $REPLY == "$host:$port" ]] || return 1
  text_of secret && as_account "$robot_name" "$REPLY" || return 1
  if [[ $registry == distribution ]]; then api GET /v2/; else api GET "/service/token?service=harbor-registry&scope=repository%3A$project%2Fedge-phase1%3Apush%2Cpull"; fi
  [[ $http == 200 ]]
}

# Without rules and without a schedule nothing is deleted: so Harbor's own page leaves a policy whose last rule was taken away.
retention_set() {
  local id rules='' cron='' policy told
  project_there "$project" '{}' || return 1
  text_of metadata.retention_id && id=$REPLY
  [[ -n $id ]] || ((keep)) || return 0
  if ((keep)); then
    rules="{\"disabled\":false,\"action\":\"retain\",\"template\":\"latestPushedK\",\"params\":{\"latestPushedK\":$keep},\"tag_selectors\":[{\"kind\":\"doublestar\",\"decoration\":\"matches\",\"pattern\":\"**\",\"extras\":\"{\\\"untagged\\\":true}\"}],\"scope_selectors\":{\"repository\":[{\"kind\":\"doublestar\",\"decoration\":\"repoMatches\",\"pattern\":\"**\"}]}}"
    cron='0 0 2 * * *'
  fi
  policy="\"algorithm\":\"or\",\"rules\":[$rules],\"trigger\":{\"kind\":\"Schedule\",\"settings\":{\"cron\":\"$cron\"}},\"scope\":{\"level\":\"project\",\"ref\":$project_id}"
  if [[ -n $id ]]; then
    api_must 200 PUT "/api/v2.0/retentions/$id" "{\"id\":$id,$policy}" || return 1
  else
    api_must 201 POST /api/v2.0/retentions "{$policy}" && project_there "$project" '{}' || return 1
    text_of metadata.retention_id && id=$REPLY
  fi
  api_must 200 GET "/api/v2.0/retentions/$id" && read_body || return 1
  told=0
  [[ ! ${json_raw[.rules]-} =~ \"latestPushedK\"\ *:\ *([0-9]+) ]] || told=${BASH_REMATCH[1]}
  text_of trigger.settings.cron
  told_as_set "what is kept" "$keep at '$cron'" "$told at '$REPLY'"
}

told_as_set() { # what set told
  [[ $2 == "$3" ]] || { last_output="The registry took a setting and does not tell of it: $1 was set to $2, told is $3." && return 1; }
}

gc_set() {
  local schedule="{\"schedule\":{\"type\":\"Custom\",\"cron\":\"$gc\"},\"parameters\":{\"delete_untagged\":true,\"workers\":1}}"
  if [[ $gc == none ]]; then
    gc_told || return 1
    [[ $REPLY != none ]] || return 0
    api_must 200 PUT /api/v2.0/system/gc/schedule '{"schedule":{"type":"None","cron":""},"parameters":{}}' || return 1
  else
    # One is made with POST and changed with PUT.
    api POST /api/v2.0/system/gc/schedule "$schedule"
    [[ $http == 201 ]] || api_must 200 PUT /api/v2.0/system/gc/schedule "$schedule" || return 1
  fi
  gc_told && told_as_set 'when space is freed' "$gc" "$REPLY"
}

# -> REPLY: when; none where there is no schedule, of which the registry tells with an empty answer
gc_told() {
  api_must 200 GET /api/v2.0/system/gc/schedule || return 1
  REPLY=none
  [[ -n ${body//[[:space:]]/} ]] || return 0
  read_body && text_of schedule.cron
  REPLY=${REPLY:-none}
}

proxy_there() {
  local name=${proxy_project%%=*} url=${proxy_project#*=} kind=docker-registry id
  [[ -n $proxy_project ]] || return 0
  url=${url%/}
  [[ $url != https://hub.docker.com* ]] || kind=docker-hub
  upstream_told "$name" || return 1
  if [[ -z ${json_raw[.id]-} ]]; then
    object "name=$name" "url=$url" "type=$kind" "insecure:=false"
    api_must 201 POST /api/v2.0/registries "$REPLY" && upstream_told "$name" || return 1
  elif text_of url && [[ ${REPLY%/} != "$url" ]]; then
    object "url=$url"
    api_must 200 PUT "/api/v2.0/registries/${json_raw[.id]}" "$REPLY" && upstream_told "$name" || return 1
  fi
  id=${json_raw[.id]-} && text_of url
  told_as_set "where $name fetches from" "$url" "${REPLY%/}" || return 1
  project_there "$name" "{\"project_name\":\"$name\",\"registry_id\":$id,\"metadata\":{\"public\":\"true\"}}" || return 1
  [[ ${json_raw[.registry_id]-} == "$id" ]] || { last_output="There is a project $name already that does not fetch from $url: choose another name (proxy project NAME=URL), or delete that project." && return 1; }
}

# -> json_raw of the one registry of this name, or of nothing
upstream_told() { # name
  api_must 200 GET "/api/v2.0/registries?q=name%3D$1" || return 1
  body=${body//$'\n'/} body=${body#\[} body=${body%\]}
  [[ $body != null && -n $body ]] || body='{}'
  read_body
}

# A plain registry knows no rights: the account may do what the administrator may, and says so.
plain_robot() {
  local word
  make_password "$SECRETS/robot-password" && write_accounts || return 1
  word=$(<"$SECRETS/robot-password")
  keep_robot "\"$robot\"" "\"$word\"" || return 1
  emit output "    a plain registry knows no projects, rights, retention or schedules: $robot may push and pull everything"
  for word in 1 2 3 4 5; do # it reads its file again when the time of it is another
    ! robot_works || return 0
    sleep 1
  done
  last_output="The registry does not take the account $robot: $http"
  return 1
}
