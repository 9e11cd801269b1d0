// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** Decides which capabilities a container has: Docker's default of fourteen, more or less as asked, never more than the engine's. */
public final class CapabilityPolicy {
    /** What a container has unless told otherwise. */
    static final long DEFAULT = Capability.mask(Set.of(Capability.CHOWN, Capability.DAC_OVERRIDE, Capability.FSETID,
            Capability.FOWNER, Capability.MKNOD, Capability.NET_RAW, Capability.SETGID, Capability.SETUID, Capability.SETFCAP,
            Capability.SETPCAP, Capability.NET_BIND_SERVICE, Capability.SYS_CHROOT, Capability.KILL, Capability.AUDIT_WRITE));

    private static final String ALL = "ALL";

    private final long available;

    /** @param available mask of the engine's own bounding set */
    public CapabilityPolicy(long available) {
        this.available = available;
    }

    /**
     * @throws EngineException INVALID_PARAMETER for an unknown name or a capability that the engine does not have itself
     */
    public CapabilitySet decide(SecuritySpec security) {
        if (security.privileged()) {
            return CapabilitySet.of(available);
        }
        boolean addAll = hasAll(security.capAdd());
        boolean dropAll = hasAll(security.capDrop());
        long added = mask(security.capAdd(), "CapAdd");
        long dropped = mask(security.capDrop(), "CapDrop");
        if ((added & ~available) != 0) {
            Capability missing = Capability.values()[Long.numberOfTrailingZeros(added & ~available)];
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot give the container the capability CAP_" + missing,
                    "the engine does not have it itself", "leave it out, or run the engine with it");
        }
        // Docker's order: what is named wins over ALL of the other list
        long mask;
        if (addAll) {
            mask = available & ~dropped;
        } else if (dropAll) {
            mask = added;
        } else {
            mask = (DEFAULT & ~dropped) | added;
        }
        return CapabilitySet.of(mask & available);
    }

    private static boolean hasAll(List<String> names) {
        return names.stream().anyMatch(CapabilityPolicy::isAll);
    }

    private static boolean isAll(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(ALL) || upper.equals("CAP_" + ALL);
    }

    private static long mask(List<String> names, String field) {
        long mask = 0;
        for (String name : names) {
            if (!isAll(name)) {
                mask |= Capability.named(name).orElseThrow(() -> new EngineException(ErrorKind.INVALID_PARAMETER,
                        "Cannot create the container", "invalid " + field + ": unknown capability: \"" + name + "\"",
                        "use a name of capabilities(7)")).bit();
            }
        }
        return mask;
    }
}
