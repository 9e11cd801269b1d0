// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/** Something set in a container's own namespaces before its program runs, in the order given. */
public sealed interface KernelSetting {
    /**
     * A kernel parameter.
     *
     * @param name path below {@code /proc/sys}, such as {@code net/ipv4/ip_forward}
     * @param value what is written
     */
    record Sysctl(String name, String value) implements KernelSetting {
    }

    /**
     * One rtnetlink request, sent from within the container's network namespace.
     *
     * @param interfaceName interface whose index is put into the message; empty for none
     * @param indexOffset where in the message, from its nlmsghdr, that index (u32) goes
     * @param message the request with its nlmsghdr; flags REQUEST and ACK and the sequence number are set by the launcher
     */
    record Netlink(String interfaceName, int indexOffset, byte[] message) implements KernelSetting {
    }
}
