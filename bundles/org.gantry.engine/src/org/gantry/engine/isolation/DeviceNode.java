// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/**
 * A device file in a container.
 *
 * @param type {@code 'c'}, {@code 'b'} or {@code 'p'} as mknod(1) has them
 * @param major major number
 * @param minor minor number
 * @param mode permission bits
 * @param uid owner
 * @param gid group
 * @param path absolute path in the container
 */
public record DeviceNode(char type, int major, int minor, int mode, int uid, int gid, String path) {
}
