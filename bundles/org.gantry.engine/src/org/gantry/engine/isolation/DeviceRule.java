// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.List;

/**
 * What a container may do with devices. Source: the OCI runtime specification, and the devices controller of cgroup v1.
 *
 * @param type {@code 'c'} or {@code 'b'}
 * @param major number, or {@link #ANY}
 * @param minor number, or {@link #ANY}
 * @param onlyMake true to make nodes only; else to read and write as well
 */
record DeviceRule(char type, int major, int minor, boolean onlyMake) {
    static final int ANY = -1;

    /** What every container may do: make any node, and use the harmless ones and terminals; as Docker and runc. */
    static final List<DeviceRule> STANDARD = List.of(new DeviceRule('c', ANY, ANY, true), new DeviceRule('b', ANY, ANY, true),
            use(1, 3), use(1, 5), use(1, 7), use(1, 8), use(1, 9), use(5, 0), use(5, 1), use(5, 2), use(136, ANY));

    private static DeviceRule use(int major, int minor) {
        return new DeviceRule('c', major, minor, false);
    }

    /** As cgroup v1 takes it. */
    String text() {
        return type + " " + number(major) + ":" + number(minor) + (onlyMake ? " m" : " rwm");
    }

    private static String number(int value) {
        return value == ANY ? "*" : Integer.toString(value);
    }
}
