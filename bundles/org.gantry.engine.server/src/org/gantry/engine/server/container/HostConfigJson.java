// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.container;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.ResourceLimits;
import org.gantry.engine.api.container.SecuritySpec;

/** {@code HostConfig} of the API as it is told of a container: what the engine carries out, and Docker's defaults for all else. */
record HostConfigJson(List<String> binds, @JsonProperty("ContainerIDFile") String containerIdFile, LogConfig logConfig,
        String networkMode, Map<String, Object> portBindings, RestartPolicyJson restartPolicy, boolean autoRemove,
        String volumeDriver, List<String> volumesFrom, List<Integer> consoleSize, List<String> capAdd, List<String> capDrop,
        String cgroupnsMode, List<String> dns, List<String> dnsOptions, List<String> dnsSearch, List<String> extraHosts,
        List<String> groupAdd, String ipcMode, String cgroup, List<String> links, int oomScoreAdj, String pidMode,
        boolean privileged, boolean publishAllPorts, boolean readonlyRootfs, List<String> securityOpt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> tmpfs, @JsonProperty("UTSMode") String utsMode,
        String usernsMode, long shmSize, String runtime, String isolation, long cpuShares, long memory, long nanoCpus,
        String cgroupParent, int blkioWeight, List<Object> blkioWeightDevice, List<Object> blkioDeviceReadBps,
        List<Object> blkioDeviceWriteBps, List<Object> blkioDeviceReadIOps, List<Object> blkioDeviceWriteIOps, long cpuPeriod,
        long cpuQuota, long cpuRealtimePeriod, long cpuRealtimeRuntime, String cpusetCpus, String cpusetMems,
        List<Object> devices, List<String> deviceCgroupRules, List<Object> deviceRequests, long memoryReservation,
        long memorySwap, Long memorySwappiness, Boolean oomKillDisable, Long pidsLimit, List<Object> ulimits, long cpuCount,
        long cpuPercent, @JsonProperty("IOMaximumIOps") long ioMaximumIops,
        @JsonProperty("IOMaximumBandwidth") long ioMaximumBandwidth, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mount> mounts,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean init, List<String> maskedPaths, List<String> readonlyPaths) {
    private static final long DEFAULT_SHM = 64 * 1024 * 1024;

    record LogConfig(String type, Map<String, String> config) {
    }

    record RestartPolicyJson(String name, int maximumRetryCount) {
    }

    record Mount(String type, String source, String target, boolean readOnly) {
    }

    static HostConfigJson of(HostSpec host) {
        ResourceLimits limits = host.limits();
        SecuritySpec security = host.security();
        List<Object> none = List.of();
        return new HostConfigJson(binds(host), "", new LogConfig(host.log().driver(), host.log().options()), host.networkMode(), Map.of(),
                new RestartPolicyJson(host.restart().mode().dockerName(), host.restart().maximumRetries()), host.autoRemove(), "", null,
                List.of(0, 0), orNull(security.capAdd()), orNull(security.capDrop()), "private", host.dns(), List.of(), List.of(),
                orNull(host.hostnames()), orNull(security.groupAdd()), "private", "", null, 0, "", security.privileged(), false,
                security.readOnlyRoot(), securityOptions(security), tmpfs(host), "", "", host.shmSize() == 0 ? DEFAULT_SHM : host.shmSize(),
                "gantry-shim", "", limits.cpuShares(), limits.memory(), limits.nanoCpus(), "", 0, none, none, none, none, none, 0, 0, 0,
                0, limits.cpusetCpus(), "", none, null, null, 0, limits.memorySwap(), null, null,
                limits.pids() == 0 ? null : limits.pids(), none, 0, 0, 0, 0, List.of(), host.init() ? true : null, null, null);
    }

    private static List<String> binds(HostSpec host) {
        List<String> binds = new ArrayList<>();
        for (MountSpec mount : host.mounts()) {
            if (mount.type() != MountSpec.Type.TMPFS && !mount.source().isEmpty()) {
                binds.add(mount.source() + ":" + mount.target() + (mount.readOnly() ? ":ro" : ""));
            }
        }
        return orNull(binds);
    }

    private static Map<String, String> tmpfs(HostSpec host) {
        Map<String, String> tmpfs = new TreeMap<>();
        host.mounts().stream().filter(mount -> mount.type() == MountSpec.Type.TMPFS)
                .forEach(mount -> tmpfs.put(mount.target(), mount.options()));
        return tmpfs;
    }

    private static List<String> securityOptions(SecuritySpec security) {
        List<String> options = new ArrayList<>();
        if (security.noNewPrivileges()) {
            options.add("no-new-privileges");
        }
        if (security.seccompUnconfined()) {
            options.add("seccomp=unconfined");
        }
        return orNull(options);
    }

    private static List<String> orNull(List<String> list) {
        return list.isEmpty() ? null : list;
    }
}
