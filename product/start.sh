#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
#
# Starts the product it lies in; installed under two names. `gantry` opens the workbench, `gantryd` runs the engine
# without a window and takes dockerd's options. Further JVM options may be given in GANTRY_JAVA_OPTS.
set -eu

name=${0##*/}
home=$(dirname "$(readlink -f "$0")")

die() {
    printf '%s: %s\n' "$name" "$1" >&2
    exit 1
}

# Feature number of the JDK in a folder, read from its release file since asking java itself costs 40 ms; 0 if there is none.
feature() {
    found=0
    if [ -x "$1/bin/java" ] && [ -r "$1/release" ]; then
        while IFS='="' read -r key _ value _; do
            if [ "$key" = JAVA_VERSION ]; then
                found=${value%%[!0-9]*}
                version=$value
            fi
        done <"$1/release"
    fi
}

jdk=
on_path=$(command -v java || :)
for candidate in "${JAVA_HOME:-}" ${on_path:+"$(dirname "$(dirname "$(readlink -f "$on_path")")")"} /usr/lib/jvm/*; do
    feature "$candidate"
    if [ "$found" -ge 21 ]; then
        jdk=$candidate
        break
    fi
done
[ -n "$jdk" ] || die 'needs Java 21 or newer, and none was found by JAVA_HOME, on the PATH or in /usr/lib/jvm: install one or set JAVA_HOME'

framework=$(echo "$home"/plugins/org.eclipse.osgi_*.jar)
[ -f "$framework" ] && [ -f "$home/start.jar" ] || die "its folder $home is not complete: build or unpack the product again"

jvm="-XX:-UsePerfData -XX:+UseSerialGC"
[ "$found" -lt 23 ] || jvm="$jvm --sun-misc-unsafe-memory-access=allow"
# A shared archive that does not fit is ignored by the JVM; nobody needs to read about it.
quiet="-Xlog:disable -Xlog:all=error:stderr -Xlog:cds*=off:stderr"

case $name in
gantryd)
    application=org.gantry.gantryd
    data=@none
    archive=$home/cache/gantryd-$version.jsa
    jvm="$jvm -Xms16m -Xmx1g"
    if [ -n "${GANTRY_ARCHIVE:-}" ]; then
        jvm="$jvm -XX:ArchiveClassesAtExit=$GANTRY_ARCHIVE $quiet"
    elif [ -r "$archive" ]; then
        jvm="$jvm -XX:SharedArchiveFile=$archive $quiet"
    fi
    ;;
*)
    application=org.eclipse.e4.ui.workbench.swt.E4Application
    [ -n "${HOME:-}" ] || die 'HOME is not set, so there is no place to keep the state of the window: set it'
    data=${XDG_STATE_HOME:-$HOME/.local/state}/gantry/workbench
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/gantry
    mkdir -p "$data" "$cache" || die "cannot make $data and $cache, where the window keeps its state: make them writable"
    # A window must be there soon; nothing in it runs long enough to repay the optimising compiler.
    jvm="$jvm -Xms64m -Xmx1g -XX:TieredStopAtLevel=1"
    # The first run leaves its classes for the next ones. The name ties the archive to this build and this JDK.
    archive=$cache/workbench-$version-$(printf '%s' "$home" | cksum | cut -d ' ' -f 1)-$(stat -c %Y "$framework").jsa
    [ -f "$archive" ] || rm -f "$cache"/workbench-*.jsa
    jvm="$jvm -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=$archive $quiet"
    ;;
esac

# The install folder is only read: several engines and windows may run from it, and it may belong to root.
# shellcheck disable=SC2086 # $jvm and GANTRY_JAVA_OPTS are lists of words
exec "$jdk/bin/java" $jvm ${GANTRY_JAVA_OPTS:-} \
    -Dgantry.home="$home" \
    -Dosgi.framework="file:$framework" \
    -Dosgi.frameworkParentClassloader=app \
    -Dosgi.install.area="file:$home/" \
    -Dosgi.configuration.area.readOnly="${GANTRY_READ_ONLY:-true}" \
    -Declipse.consoleLog=true \
    -jar "$home/start.jar" \
    -configuration "file:$home/configuration/" -data "$data" -nosplash -application "$application" "$@"
