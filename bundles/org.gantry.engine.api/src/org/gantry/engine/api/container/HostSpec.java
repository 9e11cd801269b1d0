// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

import java.util.List;

/**
 * How a container stands on its host.
 *
 * @param networkMode {@code bridge} (also {@code default} or empty), {@code host} or {@code none}
 * @param hostnames lines {@code name:address} for its hosts file
 * @param dns name servers; empty for the host's
 * @param limits by control groups
 * @param security what it may do
 * @param mounts in the order to mount
 * @param log where its output goes
 * @param restart what happens when it ends
 * @param autoRemove remove it when it ends
 * @param init put a small init process before it
 * @param shmSize bytes of {@code /dev/shm}; 0 for 64 MiB
 */
public record HostSpec(String networkMode, List<String> hostnames, List<String> dns, ResourceLimits limits, SecuritySpec security,
        List<MountSpec> mounts, LogSpec log, RestartPolicy restart, boolean autoRemove, boolean init, long shmSize) {
    public static final HostSpec DEFAULT = new HostSpec("bridge", List.of(), List.of(), ResourceLimits.NONE, SecuritySpec.DEFAULT,
            List.of(), LogSpec.DEFAULT, RestartPolicy.NO, false, false, 0);

    public HostSpec {
        hostnames = List.copyOf(hostnames);
        dns = List.copyOf(dns);
        mounts = List.copyOf(mounts);
    }
}
