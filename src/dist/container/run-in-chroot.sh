#!/bin/sh
# Executes the steps of the Dockerfile in a Debian root directory instead of a container engine, starts the image's command as
# process 1 of a process namespace, and waits for the first data point. Needs root, debootstrap and a package from
# "mvn -Pdist package". The root directory is kept, so that a second run only repeats the steps of the Dockerfile.
#
#     sudo src/dist/container/run-in-chroot.sh DIRECTORY [PORT]
set -eu

project=$(CDPATH='' cd "$(dirname "$0")/../../.." && pwd -P)
directory=${1:?"usage: $0 DIRECTORY [PORT]"}
port=${2:-8080}
base=$directory/base
root=$directory/root
limit=${TIDEMARK_TEST_LIMIT:-180}
mkdir -p "$directory"

seconds() { date +%s; }
note() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() {
    note "FAILED: $*"
    exit 1
}

pid=''
cleanup() {
    # unshare ignores SIGTERM; its child is process 1 of the namespace.
    [ -z "$pid" ] || pkill -TERM -P "$pid" || true
    [ -z "$pid" ] || wait "$pid" 2> /dev/null || true
    umount -l "$root/proc" "$root/dev" 2> /dev/null || true
}
trap cleanup EXIT

# One instruction per line: comments removed, continuations joined.
instructions() { sed -e '/^[[:space:]]*#/d' "$project/Dockerfile" | sed -e ':a' -e '/\\$/N; s/\\\n[[:space:]]*/ /; ta' -e '/^$/d'; }

# ["a", "b"] as words.
words() { printf '%s' "$1" | tr -d '[]",'; }

environment='PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
user=root
workdir=/
entrypoint=''
command=''
health=''

prepare() {
    suite=$(instructions | sed -n 's/^FROM debian:\([a-z]*\).*/\1/p')
    [ -n "$suite" ] || fail "The Dockerfile does not begin with FROM debian:SUITE"
    if [ ! -f "$base/.complete" ]; then
        note "debootstrap $suite"
        debootstrap --variant=minbase "$suite" "$base" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" > "$directory/debootstrap.log" \
            || fail "see $directory/debootstrap.log"
        touch "$base/.complete"
    fi
    umount -l "$root/proc" "$root/dev" 2> /dev/null || true
    rm -rf "$root"
    cp -a "$base" "$root"
    # What an engine provides: proc, devices, name resolution, and no service manager.
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --make-rslave "$root/dev"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    for file in /etc/apt/apt.conf.d/*proxy*; do [ ! -f "$file" ] || cp "$file" "$root/etc/apt/apt.conf.d/"; done
    printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
    chmod +x "$root/usr/sbin/policy-rc.d"
}

inside() {
    # shellcheck disable=SC2086 # the environment is a list of words
    env -i $environment ${http_proxy:+http_proxy=$http_proxy} ${https_proxy:+https_proxy=$https_proxy} DEBIAN_FRONTEND=noninteractive \
        chroot "$root" /bin/sh -c "$1"
}

build() {
    instructions > "$directory/instructions"
    while read -r instruction rest; do
        case $instruction in
            FROM | EXPOSE) ;;
            COPY)
                # shellcheck disable=SC2086 # a pattern
                cp "$project"/${rest% *} "$root${rest##* }"
                ;;
            RUN)
                note "RUN $(printf '%.60s' "$rest") ..."
                inside "$rest" > "$directory/run.log" 2>&1 < /dev/null || fail "see $directory/run.log: $(tail -n 3 "$directory/run.log")"
                ;;
            ENV) environment="$environment $rest" ;;
            USER) user=$rest ;;
            WORKDIR) workdir=$rest ;;
            VOLUME) [ -d "$root$rest" ] || fail "VOLUME $rest does not exist" ;;
            HEALTHCHECK) health=$(words "${rest#*CMD }") ;;
            ENTRYPOINT) entrypoint=$(words "$rest") ;;
            CMD) command=$(words "$rest") ;;
            *) fail "Unknown instruction $instruction: add it to $0" ;;
        esac
    done < "$directory/instructions"
}

# As the image's user, with its environment.
run_as_user() {
    # shellcheck disable=SC2086 # lists of words
    env -i $environment TIDEMARK_HTTP_PORT="$port" TIDEMARK_API_TOKEN_FILE=/run/secrets/api_token \
        chroot "$root" setpriv --reuid="$user" --regid="$user" --init-groups --no-new-privs \
        /bin/sh -c "cd $workdir && exec $1"
}

has_data_point() {
    curl -s -m 5 -H "Authorization: Bearer token-of-the-container-test" \
        "http://127.0.0.1:$port/api/v1/probes/calibration/runs" | grep -q '"outcome": *"OK"'
}

start() {
    mkdir -p "$root/run/secrets"
    echo token-of-the-container-test > "$root/run/secrets/api_token"
    started=$(seconds)
    note "starting: $entrypoint $command (user $user)"
    export environment port user workdir root
    unshare --pid --fork --kill-child --mount-proc="$root/proc" -- /bin/sh -c "
        exec env -i $environment TIDEMARK_HTTP_PORT=$port TIDEMARK_API_TOKEN_FILE=/run/secrets/api_token \
            chroot '$root' setpriv --reuid=$user --regid=$user --init-groups --no-new-privs \
            /bin/sh -c 'cd $workdir && exec $entrypoint $command'" > "$directory/container.log" 2>&1 &
    pid=$!
    until run_as_user "$health" > /dev/null 2>&1; do
        kill -0 "$pid" 2> /dev/null || fail "exited: $(tail -n 5 "$directory/container.log")"
        [ $(($(seconds) - started)) -lt "$limit" ] || fail "not healthy after $limit s, see $directory/container.log"
        sleep 2
    done
    note "healthy after $(($(seconds) - started)) s"
    until has_data_point; do
        [ $(($(seconds) - started)) -lt "$limit" ] || fail "no data point after $limit s, see $directory/container.log"
        sleep 2
    done
    note "first data point after $(($(seconds) - started)) s"
}

# Processes of the namespace, of which the image's process 1 must reap those that nobody waits for.
zombies() { ps -e -o pidns=,stat=,comm= | awk -v ns="$(ps -o pidns= -p "$1" | tr -d ' ')" '$1 == ns && $2 ~ /^Z/' | wc -l; }

prepare
build
note "image: $(du -sm "$root" --exclude=proc --exclude=dev -x | cut -f1) MB"
start
first=$(pgrep -P "$pid" | head -n 1)
note "process 1 is $(cat "/proc/$first/comm"), user $(ps -o user= -p "$first"), zombies: $(zombies "$first")"
ps -e -o pidns=,args= | awk -v ns="$(ps -o pidns= -p "$first" | tr -d ' ')" '$1 == ns' | grep -q -- '--no-sandbox' \
    && note "sandbox of the browser: off" || note "sandbox of the browser: on"
stopping=$(seconds)
kill -TERM "$first"
wait "$pid" || true
pid=''
note "stopped after $(($(seconds) - stopping)) s"
