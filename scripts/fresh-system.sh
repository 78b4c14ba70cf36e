# Sourced by scripts/try-fresh: makes systems in folders, and runs commands in them. Needs root.
# shellcheck shell=sh

# Its processes, while something runs there.
job=""

# apart COMMAND...: runs it with processes and mounts of its own. Nothing that is mounted there is ever seen outside, and
# all of it ends when the job is killed. In the background, or a signal would have to wait for its end.
apart() {
  env --default-signal=INT --default-signal=QUIT unshare --mount --pid --fork --kill-child "$@" </dev/null &
  job=$!
  apart_status=0
  wait "$job" || apart_status=$?
  job=""
  return "$apart_status"
}

# stop_apart: ends what runs apart, and returns when all of it has ended. It does with its first process.
stop_apart() {
  [ -n "$job" ] || return 0
  pkill -KILL -P "$job" || kill -s KILL "$job" || true
  wait "$job" || true
}

# remove FOLDER: never what is mounted there.
remove() {
  if grep -qF " $1" /proc/self/mounts; then
    echo "scripts/try-fresh: something is mounted in $1, so it is left there" >&2
  else
    rm -rf --one-file-system "$1"
  fi
}

# debian_sources: the lines `URI SUITE` of Debian 12 that this machine's apt knows; Debian's own when it knows none.
debian_sources() {
  # shellcheck disable=SC2016
  known=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' \
    'Created-By: Packages' 'Origin: Debian' 'Component: main' 2>/dev/null |
    grep -E ' bookworm(-updates|-security)?$' | sort -u) || known=""
  if echo "$known" | grep -q ' bookworm$'; then
    echo "$known"
  else
    echo http://deb.debian.org/debian bookworm
    echo http://deb.debian.org/debian bookworm-updates
    echo http://deb.debian.org/debian-security bookworm-security
  fi
}

# make_minimal SYSTEM: the packages that Debian calls required, and apt. What debootstrap does not make, and every
# installed system has: a name for the machine itself (sudo asks for it), the sources of updates, a user. A proxy of
# this machine's apt is that of the new one, in its configuration since sudo passes on no variables.
make_minimal() {
  proxy=""
  eval "$(apt-config shell proxy Acquire::http::Proxy)"
  proxy=${proxy:-${http_proxy:-}}
  [ -z "$proxy" ] || export http_proxy="$proxy"
  sources=$(debian_sources)
  mirror=$(echo "$sources" | awk '$2 == "bookworm" { print $1; exit }')
  apart debootstrap --variant=minbase bookworm "$1" "$mirror" || return 1
  echo "$sources" | sed 's/.*/deb & main/' >"$1/etc/apt/sources.list"
  printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$(uname -n)" >"$1/etc/hosts"
  [ -z "$proxy" ] || echo "Acquire::http::Proxy \"$proxy\";" >"$1/etc/apt/apt.conf.d/80proxy"
  chroot "$1" useradd --create-home --shell /bin/bash sari
}

# clone SYSTEM USER FOLDER: what is checked out here, as git clone gives it to the user. There is no git in the system.
clone() { git clone -q --no-hardlinks . "$1$3" && chroot "$1" chown -R "$2:" "$3"; }

# login SYSTEM USER COMMAND: a shell command as after a login.
login() { login_apart '' "$@"; }
login_offline() { login_apart --net "$@"; }
# chroot alone would leave a system in which the kernel allows no user namespaces; a test wants one.
login_apart() {
  net=$1
  shift
  # $net is one option or none; the shells within expand the rest.
  # shellcheck disable=SC2016 disable=SC2086
  apart $net sh -euc '
    mount --bind "$1" "$1"
    cd "$1"
    mount -t proc proc proc
    mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts dev/pts
    mount -t tmpfs -o nosuid,nodev,mode=1777 tmpfs dev/shm
    pivot_root . mnt
    exec env -i TERM="${TERM:-dumb}" PATH=/usr/sbin:/usr/bin:/sbin:/bin \
      chroot . sh -euc "umount -l /mnt; exec su - \"\$1\" -c \"\$2\"" sh "$2" "$3"
  ' sh "$@"
}
