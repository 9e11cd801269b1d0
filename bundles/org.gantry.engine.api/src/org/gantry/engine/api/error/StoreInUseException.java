// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.error;

import java.util.List;

/** Another live engine owns the store that was to be opened. */
public final class StoreInUseException extends EngineException {
    private static final long serialVersionUID = 1L;

    private final long ownerPid;
    private final transient List<String> ownerHosts;

    /**
     * @param dataRoot the store
     * @param ownerPid process id of the owner, 0 when unknown
     * @param ownerHosts addresses the owner serves, such as {@code unix:///run/gantry/gantry.sock}; may be empty
     */
    public StoreInUseException(String dataRoot, long ownerPid, List<String> ownerHosts) {
        super(ErrorKind.CONFLICT, "Cannot open the store " + dataRoot,
                "another engine (process " + ownerPid + ") owns it",
                ownerHosts.isEmpty() ? "stop that engine or choose another --data-root"
                        : "connect to " + ownerHosts.get(0) + ", stop that engine, or choose another --data-root");
        this.ownerPid = ownerPid;
        this.ownerHosts = List.copyOf(ownerHosts);
    }

    public long ownerPid() {
        return ownerPid;
    }

    public List<String> ownerHosts() {
        return ownerHosts;
    }
}
