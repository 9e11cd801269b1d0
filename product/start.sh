#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
#
# Starts the product it lies in; installed under two names. `gantry` opens the workbench, `gantryd` runs the engine
# without a window and takes dockerd's options. Further JVM options may be given in GANTRY_JAVA_OPTS; finish.sh says in
# GANTRY_ARCHIVE how to write the archive of classes that is otherwise read.
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
[ -f "$home/start.jar" ] || die "its folder $home is not complete: build or unpack the product again"

jvm="-XX:-UsePerfData -XX:+UseSerialGC"
[ "$found" -lt 23 ] || jvm="$jvm --sun-misc-unsafe-memory-access=allow"
# Netty would ask every network interface for its hardware address, only to name its channels in this process.
jvm="$jvm -Dio.netty.machineId=02:00:00:00:00:00:00:01 -Dio.netty.processId=1"
# A shared archive that does not fit is ignored by the JVM; nobody needs to read about it.
jvm="$jvm -Xlog:disable -Xlog:all=error:stderr -Xlog:cds*=off:stderr"

case $name in
gantryd)
    application=org.gantry.gantryd
    data=@none
    # Nothing is written: several engines may run from one folder, and it may belong to somebody else.
    configuration=$home/configuration
    shared=
    jvm="$jvm -Dosgi.configuration.area.readOnly=true -Xms16m -Xmx1g"
    archive=$home/cache/gantryd-$version.jsa
    ;;
*)
    application=org.eclipse.e4.ui.workbench.swt.E4Application
    [ -n "${HOME:-}" ] || die 'HOME is not set, so there is no place to keep the state of the window: set it'
    data=${XDG_STATE_HOME:-$HOME/.local/state}/gantry/workbench
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/gantry
    # JFace unpacks images, so the window has a configuration of its own, over the one that came with the product.
    # Its name ties it to this build and this JDK; the first run leaves its classes there for the next ones.
    configuration=$cache/workbench-$version-$(printf '%s' "$home" | cksum | cut -d ' ' -f 1)-$(stat -c %Y "$framework")
    [ -d "$configuration" ] || rm -rf "$cache"/workbench-*
    mkdir -p "$data" "$configuration" || die "cannot make $data and $configuration, where the window keeps its state: make them writable"
    shared=$home/configuration
    # A window must be there soon; nothing in it runs long enough to repay the optimising compiler.
    jvm="$jvm -Dosgi.configuration.cascaded=true -Xms64m -Xmx1g -XX:TieredStopAtLevel=1 -XX:+AutoCreateSharedArchive"
    archive=$configuration/classes.jsa
    ;;
esac

# shellcheck disable=SC2086 # $jvm and GANTRY_JAVA_OPTS are lists of words
exec "$jdk/bin/java" $jvm ${GANTRY_JAVA_OPTS:-} \
    "${GANTRY_ARCHIVE:--XX:SharedArchiveFile=$archive}" \
    -Dgantry.home="$home" \
    -Dosgi.framework="file:$framework" \
    -Dosgi.frameworkParentClassloader=app \
    -Dosgi.install.area="file:$home/" \
    -Dosgi.configuration.area="file:$configuration/" \
    ${shared:+"-Dosgi.sharedConfiguration.area=file:$shared/"} \
    -Declipse.consoleLog=true \
    -jar "$home/start.jar" \
    -data "$data" -nosplash -application "$application" "$@"
