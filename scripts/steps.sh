# Sourced by the scripts that do several things: shows what is being done, keeps what it prints in a log and shows the
# end of that log only when it fails.
# shellcheck shell=sh

# start_steps LOG: begins the log.
start_steps() {
  steps_log=$1
  mkdir -p "$(dirname "$steps_log")"
  : >"$steps_log"
}

# step WHAT COMMAND...: says what is done and does it. On a terminal the line vanishes afterwards.
step() {
  steps_what=$1
  shift
  if [ -t 2 ]; then printf '%s ...' "$steps_what" >&2; else echo "$steps_what ..." >&2; fi
  if "$@" >>"$steps_log" 2>&1 </dev/null; then
    [ ! -t 2 ] || printf '\r\033[K' >&2
    return 0
  fi
  [ ! -t 2 ] || echo >&2
  echo "This failed: $steps_what. The end of $steps_log:" >&2
  tail -n 40 "$steps_log" >&2
  exit 1
}
