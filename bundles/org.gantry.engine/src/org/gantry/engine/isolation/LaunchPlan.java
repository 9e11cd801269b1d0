// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import java.util.List;
import java.util.Set;

/**
 * Everything the launcher needs to know to make a container, flat and without policy. Source: {@code native/PROTOCOL.md}, section 3.
 *
 * @param containerId full id
 * @param runFolder existing folder of the host for its socket and exit record, at most 96 bytes
 * @param namespaces which it gets of its own; {@link Namespace#MOUNT} always
 * @param joins which it shares
 * @param uidMap with a user namespace
 * @param gidMap with a user namespace
 * @param root its root
 * @param rootReadOnly true to make the root read-only once all is set up
 * @param mounts in the order to mount
 * @param devices device files
 * @param links symbolic links
 * @param masked paths hidden from it
 * @param readOnly paths it cannot write to
 * @param hostname empty to keep the host's
 * @param domainname empty to keep the host's
 * @param settings kernel parameters and network set-up, in order
 * @param cgroups in order
 * @param log null for none
 * @param init true for a small init process in front
 * @param process its first process
 */
public record LaunchPlan(String containerId, String runFolder, Set<Namespace> namespaces, List<NamespaceJoin> joins,
        List<IdMapping> uidMap, List<IdMapping> gidMap, RootFilesystem root, boolean rootReadOnly, List<PlannedMount> mounts,
        List<DeviceNode> devices, List<SymbolicLink> links, List<String> masked, List<String> readOnly, String hostname,
        String domainname, List<KernelSetting> settings, List<CgroupAction> cgroups, LogTarget log, boolean init,
        ProcessPlan process) {
    public LaunchPlan {
        namespaces = Set.copyOf(namespaces);
        joins = List.copyOf(joins);
        uidMap = List.copyOf(uidMap);
        gidMap = List.copyOf(gidMap);
        mounts = List.copyOf(mounts);
        devices = List.copyOf(devices);
        links = List.copyOf(links);
        masked = List.copyOf(masked);
        readOnly = List.copyOf(readOnly);
        settings = List.copyOf(settings);
        cgroups = List.copyOf(cgroups);
    }
}
