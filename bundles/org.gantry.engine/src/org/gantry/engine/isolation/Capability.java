// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.Locale;
import java.util.Optional;

/** The capabilities of Linux; the ordinal is the kernel's number. Source: capabilities(7), {@code linux/capability.h}. */
public enum Capability {
    CHOWN, DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER, FSETID, KILL, SETGID, SETUID, SETPCAP, LINUX_IMMUTABLE, NET_BIND_SERVICE,
    NET_BROADCAST, NET_ADMIN, NET_RAW, IPC_LOCK, IPC_OWNER, SYS_MODULE, SYS_RAWIO, SYS_CHROOT, SYS_PTRACE, SYS_PACCT, SYS_ADMIN,
    SYS_BOOT, SYS_NICE, SYS_RESOURCE, SYS_TIME, SYS_TTY_CONFIG, MKNOD, LEASE, AUDIT_WRITE, AUDIT_CONTROL, SETFCAP, MAC_OVERRIDE,
    MAC_ADMIN, SYSLOG, WAKE_ALARM, BLOCK_SUSPEND, AUDIT_READ, PERFMON, BPF, CHECKPOINT_RESTORE;

    public long bit() {
        return 1L << ordinal();
    }

    public boolean in(long mask) {
        return (mask & bit()) != 0;
    }

    /** @param name in any case, with or without {@code CAP_} */
    public static Optional<Capability> named(String name) {
        String plain = name.toUpperCase(Locale.ROOT);
        if (plain.startsWith("CAP_")) {
            plain = plain.substring(4);
        }
        for (Capability capability : values()) {
            if (capability.name().equals(plain)) {
                return Optional.of(capability);
            }
        }
        return Optional.empty();
    }

    /** @return the mask of all given */
    public static long mask(Iterable<Capability> capabilities) {
        long mask = 0;
        for (Capability capability : capabilities) {
            mask |= capability.bit();
        }
        return mask;
    }
}
