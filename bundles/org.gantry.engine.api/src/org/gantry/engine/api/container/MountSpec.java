// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/**
 * Something mounted into a container.
 *
 * @param type what
 * @param source host path of a bind, name of a volume (empty for an anonymous one), unused for tmpfs
 * @param target absolute path in the container
 * @param readOnly true so that the container cannot write there
 * @param options of a tmpfs, such as {@code size=64m,mode=1777}; else empty
 */
public record MountSpec(Type type, String source, String target, boolean readOnly, String options) {
    /** What is mounted. */
    public enum Type {
        BIND, VOLUME, TMPFS
    }
}
