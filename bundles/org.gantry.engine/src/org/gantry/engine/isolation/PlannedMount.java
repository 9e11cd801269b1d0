// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/** One mount in a container. Targets are absolute paths in the container. */
public sealed interface PlannedMount {
    /** Mount attributes of mount_setattr(2). */
    long READ_ONLY = 1;
    long NO_SUID = 2;
    long NO_DEV = 4;
    long NO_EXEC = 8;
    long STRICT_ATIME = 0x20;

    String target();

    /**
     * A new filesystem.
     *
     * @param late mount it only when the cgroups were joined and the cgroup namespace exists
     * @param optional go on without it where the kernel lacks the filesystem
     * @param attributes bits of this interface
     * @param type filesystem name
     * @param source what shows as its source in mount tables
     * @param target where
     * @param data its own options, comma separated
     */
    record Filesystem(boolean late, boolean optional, long attributes, String type, String source, String target, String data)
            implements PlannedMount {
    }

    /**
     * Something of the host.
     *
     * @param recursive with the mounts below it
     * @param optional go on without it when the source is missing
     * @param setAttributes bits of this interface to set
     * @param clearAttributes bits of this interface to clear
     * @param propagation 0 for private, {@code MS_SLAVE} 0x80000, {@code MS_SHARED} 0x100000
     * @param source path on the host
     * @param subpath path within the source that cannot leave it; may be empty
     * @param target where
     */
    record Bind(boolean recursive, boolean optional, long setAttributes, long clearAttributes, int propagation, String source,
            String subpath, String target) implements PlannedMount {
        /** A tree of the host, with the mounts below it, private. */
        public static Bind of(String source, String target, boolean readOnly) {
            return new Bind(true, false, readOnly ? READ_ONLY : 0, 0, 0, source, "", target);
        }
    }
}
