# --- one JSON object, changed in place: everything but the values that are set stays as it is, byte for byte -----------

# Where the members of the object are, by their path (log-opts.max-size); a key with a dot in it is not looked for.
declare -A json_raw=() json_start=() json_end=() # each value: its text, and where it stands
declare -A json_last=() json_first=()         # each object: where its last member ends; the white space before its first member

readonly JSON_STRING='^"([^"\\]|\\.)*"'
readonly JSON_SCALAR='^(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false|null)'

# Reads json_text. 1 where it is no JSON object: json_at is then where it stops being one.
json_read() {
  json_raw=() json_start=() json_end=() json_last=() json_first=() json_at=0
  json_blank
  [[ ${json_text:json_at:1} == '{' ]] && json_value '' 0 && json_blank && ((json_at == ${#json_text}))
}

json_blank() { # -> REPLY: what was skipped
  local rest=${json_text:json_at}
  REPLY=${rest%%[!$' \t\r\n']*}
  json_at=$((json_at + ${#REPLY}))
}

json_value() { # path depth
  local start rest
  (($2 < 50)) || return 1
  json_blank
  start=$json_at
  rest=${json_text:json_at}
  case $rest in
    '{'*) json_object "$1" "$2" || return 1 ;;
    '['*) json_array "$2" || return 1 ;;
    *)
      [[ $rest =~ $JSON_STRING || $rest =~ $JSON_SCALAR ]] || return 1
      json_at=$((json_at + ${#BASH_REMATCH[0]}))
      ;;
  esac
  json_start[.$1]=$start json_end[.$1]=$json_at json_raw[.$1]=${json_text:start:json_at-start}
}

json_object() { # path depth
  local key before
  json_at=$((json_at + 1))
  json_blank
  before=$REPLY
  json_first[.$1]=$before json_last[.$1]=$json_at
  if [[ ${json_text:json_at:1} == '}' ]]; then
    json_first[.$1]='' json_last[.$1]=''
    json_at=$((json_at + 1))
    return
  fi
  while :; do
    json_blank
    [[ ${json_text:json_at} =~ $JSON_STRING ]] || return 1
    key=${BASH_REMATCH[0]} json_at=$((json_at + ${#key}))
    json_blank
    [[ ${json_text:json_at:1} == ':' ]] || return 1
    json_at=$((json_at + 1)) key=${key:1:${#key}-2}
    [[ $key != *.* ]] || key=''
    json_value "${1:+$1.}$key" $(($2 + 1)) || return 1
    json_last[.$1]=$json_at
    json_blank
    case ${json_text:json_at:1} in
      ',') json_at=$((json_at + 1)) ;;
      '}') json_at=$((json_at + 1)) && return ;;
      *) return 1 ;;
    esac
  done
}

json_array() { # depth
  json_at=$((json_at + 1))
  json_blank
  [[ ${json_text:json_at:1} != ']' ]] || { json_at=$((json_at + 1)) && return; }
  while :; do
    # What stands in an array is nobody's member.
    json_value '[]' $(($1 + 1)) || return 1
    json_blank
    case ${json_text:json_at:1} in
      ',') json_at=$((json_at + 1)) ;;
      ']') json_at=$((json_at + 1)) && return ;;
      *) return 1 ;;
    esac
  done
}

# Sets one value in json_text, which has been read, and reads it again. Objects on the way are made where there are none.
json_set() { # path raw-value
  local path=$1 value=$2 parent='' name rest indent before
  if [[ -n ${json_raw[.$path]+there} ]]; then
    json_text=${json_text:0:json_start[.$path]}$value${json_text:json_end[.$path]}
    json_read
    return
  fi
  # The innermost object that is there; what is below it is made.
  rest=$path
  while [[ $rest == *.* && ${json_raw[.${parent:+$parent.}${rest%%.*}]-} == '{'* ]]; do
    parent=${parent:+$parent.}${rest%%.*} rest=${rest#*.}
  done
  name=${parent:+$parent.}${rest%%.*}
  json_indent "$parent"
  indent=$REPLY
  before=$indent
  json_made "$rest" "$value" "$indent"
  if [[ -n ${json_raw[.$name]+there} ]]; then # null, where an object is wanted
    REPLY=${REPLY#*: }
    json_text=${json_text:0:json_start[.$name]}$REPLY${json_text:json_end[.$name]}
  elif [[ -n ${json_last[.$parent]} ]]; then
    [[ -n $before ]] || before=' '
    json_text=${json_text:0:json_last[.$parent]},$before$REPLY${json_text:json_last[.$parent]}
  else
    json_text=${json_text:0:json_start[.$parent]+1}$before$REPLY${before%'  '}${json_text:json_end[.$parent]-1}
  fi
  json_read
}

# White space before a member of this object: as its first one has it, or two spaces more than the object itself.
json_indent() { # path -> REPLY
  REPLY=${json_first[.$1]-}
  [[ -z ${json_last[.$1]} ]] || return 0
  if [[ -z $1 ]]; then
    REPLY=$'\n  '
  elif [[ $1 == *.* ]]; then
    json_indent "${1%.*}"
    REPLY=${REPLY:+$REPLY  }
  else
    json_indent ''
    REPLY=${REPLY:+$REPLY  }
  fi
}

json_made() { # path value indent -> REPLY: the member, with the objects in it
  if [[ $1 != *.* ]]; then
    REPLY="\"$1\": $2"
    return
  fi
  local deeper=''
  [[ $3 != *$'\n'* ]] || deeper="$3  "
  json_made "${1#*.}" "$2" "$deeper"
  REPLY="\"${1%%.*}\": {$deeper$REPLY${deeper:+$3}}"
}
