#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
#
# finish.sh FOLDER PROGRAM...: makes a materialized product ready to start, and to start fast.
set -eu

home=$(readlink -f "$1")
shift
here=$(dirname "$0")

for program in "$@"; do
    cp "$here/start.sh" "$home/$program"
    chmod 755 "$home/$program"
done

# start.jar puts the framework on the class path, beside its launcher: their classes then enter the shared archive as they are.
# Native code is loaded by design (system calls, GTK, epoll); said here and not by an option, which would switch half of the archive off.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/META-INF"
(
    cd "$home"
    printf '%s\n' 'Manifest-Version: 1.0' 'Main-Class: org.eclipse.equinox.launcher.Main' 'Enable-Native-Access: ALL-UNNAMED' \
        'Class-Path: ' plugins/org.eclipse.equinox.launcher_*.jar plugins/org.eclipse.osgi_*.jar |
        sed '5,$s/^/  /' >"$scratch/META-INF/MANIFEST.MF"
)
rm -f "$home/start.jar"
(cd "$scratch" && zip -q -X "$home/start.jar" META-INF/MANIFEST.MF)

# Classes of a signed jar never enter a shared archive, so the two jars of the class path lose their signatures.
for jar in "$home"/plugins/org.eclipse.osgi_*.jar "$home"/plugins/org.eclipse.equinox.launcher_*.jar; do
    if zip -sf "$jar" | grep -q 'META-INF/.*\.SF$'; then
        zip -q -d "$jar" 'META-INF/*.SF' 'META-INF/*.RSA'
    fi
done

# The first start leaves the resolved bundles and unpacked libraries in the configuration, so that later ones need to write nothing;
# the second one, with those in place, leaves the archive of classes.
framework=$(echo "$home"/plugins/org.eclipse.osgi_*.jar)
"${JAVA_HOME:?is not set by Maven}/bin/java" -cp "$framework" "$here/UnpackNativeCode.java" "file:$home/" "file:$framework"
mkdir -p "$home/cache"
version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$JAVA_HOME/release")
GANTRY_ARCHIVE=-XX:ArchiveClassesAtExit=$home/cache/gantryd-$version.jsa "$home/gantryd" --version >/dev/null
