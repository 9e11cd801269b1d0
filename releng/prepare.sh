# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
# shellcheck shell=bash
#
# Sourced by run and verify: everything that must be there before Maven can build. Sets root, JAVA_HOME and maven.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
maven_version=3.9.11

say() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
}

die() {
    say "$1"
    exit 1
}

installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# need STAGE...: installs the packages of these stages that are missing, all by one call.
need() {
    local names stage command alternative missing=() choice
    command -v dpkg-query >/dev/null || return 0 # not Debian: whoever runs it knows its packages
    while read -r names stage command; do
        case $names in '' | '#'*) continue ;; esac
        [[ " $* " == *" $stage "* ]] || continue
        [ -z "$command" ] || ! command -v "$command" >/dev/null || continue
        choice=
        for alternative in ${names//|/ }; do
            if installed "$alternative"; then
                continue 2
            fi
        done
        missing+=("$names")
    done <"$root/releng/packages.txt"
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        die "these packages are missing, and only root can install them: sudo apt-get install ${missing[*]%%|*}"
    fi
    say "installing ${missing[*]}"
    apt-get update -qq || die 'apt-get update failed, so missing packages cannot be installed: see its message above'
    local list=()
    for names in "${missing[@]}"; do
        choice=
        for alternative in ${names//|/ }; do
            if [ -n "$(apt-cache policy "$alternative" 2>/dev/null | sed -n 's/^  Candidate: \([^(].*\)/\1/p')" ]; then
                choice=$alternative
                break
            fi
        done
        list+=("${choice:-${names%%|*}}")
    done
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${list[@]}" >/dev/null ||
        die "apt-get could not install ${list[*]}: see its message above"
}

# Prints the feature number of the JDK in a folder, 0 if there is none.
jdk_feature() {
    local version
    version=$([ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    echo "${version:-0}"
}

need_jdk() {
    local candidate path
    path=$(command -v javac || :)
    for candidate in "${JAVA_HOME:-}" ${path:+"$(dirname "$(dirname "$(readlink -f "$path")")")"} /usr/lib/jvm/*; do
        if [ -n "$candidate" ] && [ "$(jdk_feature "$candidate")" -ge 21 ]; then
            JAVA_HOME=$(readlink -f "$candidate")
            export JAVA_HOME
            return
        fi
    done
    die 'needs a JDK 21 or newer, and none was found by JAVA_HOME, on the PATH or in /usr/lib/jvm: install one or set JAVA_HOME'
}

# What newer JDKs want to be told before they let Maven's own libraries work without warnings.
jvm_options() {
    echo --enable-native-access=ALL-UNNAMED
    [ "$(jdk_feature "$JAVA_HOME")" -lt 23 ] || echo --sun-misc-unsafe-memory-access=allow
}

# Tycho needs Maven 3.9; an older one can at least fetch it, as an artifact like any other.
need_maven() {
    local cache=${XDG_CACHE_HOME:-${HOME:?is not set: it tells where caches are kept}/.cache}/gantry
    local found
    found=$(cd / && mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \(3\.\(9\|[1-9][0-9]\)\.[0-9]*\|4\.[0-9.]*\).*/\1/p')
    if [ -n "$found" ]; then
        maven=mvn
        return
    fi
    maven=$cache/apache-maven-$maven_version/bin/mvn
    if [ ! -x "$maven" ]; then
        say "fetching Maven $maven_version"
        # In an empty folder of its own: away from our .mvn, and the plugin notes there what it has unpacked.
        mkdir -p "$cache/fetch"
        (cd "$cache/fetch" && MAVEN_OPTS="${MAVEN_OPTS:-} $(jvm_options | xargs)" mvn -B -q dependency:unpack \
            -Dartifact="org.apache.maven:apache-maven:$maven_version:zip:bin" -DoutputDirectory="$cache") ||
            die "Maven $maven_version could not be fetched by the installed mvn: see its message above"
        rm -rf "$cache/fetch"
        chmod +x "$maven"
    fi
}

# build ARGUMENT...: Maven at the root of the project, whatever folder we were called from.
build() {
    (cd "$root" && MAVEN_OPTS="${MAVEN_OPTS:-} $(jvm_options | xargs)" "$maven" -B "$@")
}
