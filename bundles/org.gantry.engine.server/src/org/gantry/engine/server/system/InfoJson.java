// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.system;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.system.EngineVersion;
import org.gantry.engine.api.system.SystemInfo;

/** {@code SystemInfo} of the API: what this engine has to say of its fields. */
record InfoJson(@JsonProperty("ID") String id, int containers, int containersRunning, int containersPaused, int containersStopped,
        int images, String driver, List<List<String>> driverStatus, Plugins plugins, boolean memoryLimit, boolean swapLimit,
        boolean cpuCfsPeriod, boolean cpuCfsQuota, @JsonProperty("CPUShares") boolean cpuShares,
        @JsonProperty("CPUSet") boolean cpuSet, boolean pidsLimit, @JsonProperty("IPv4Forwarding") boolean ipv4Forwarding,
        boolean debug, @JsonProperty("NFd") int fileDescriptors, boolean oomKillDisable, @JsonProperty("NGoroutines") int threads,
        String systemTime, String loggingDriver, String cgroupDriver, String cgroupVersion,
        @JsonProperty("NEventsListener") int eventListeners, String kernelVersion, String operatingSystem,
        @JsonProperty("OSVersion") String osVersion, @JsonProperty("OSType") String osType, String architecture,
        String indexServerAddress, RegistryConfig registryConfig, @JsonProperty("NCPU") int cpus, long memTotal,
        String dockerRootDir, String httpProxy, String httpsProxy, String noProxy, String name, List<String> labels,
        boolean experimentalBuild, String serverVersion, Map<String, Runtime> runtimes, String defaultRuntime, Swarm swarm,
        boolean liveRestoreEnabled, String isolation, String initBinary, Commit containerdCommit, Commit runcCommit,
        Commit initCommit, List<String> securityOptions, List<String> warnings) {

    record Plugins(List<String> volume, List<String> network, List<String> authorization, List<String> log) {
    }

    record RegistryConfig(@JsonProperty("InsecureRegistryCIDRs") List<String> insecureRegistryCidrs,
            Map<String, Object> indexConfigs, List<String> mirrors) {
    }

    record Runtime(@JsonProperty("path") String path) {
    }

    record Swarm(@JsonProperty("NodeID") String nodeId, String nodeAddr, String localNodeState, boolean controlAvailable,
            String error, List<String> remoteManagers) {
    }

    record Commit(@JsonProperty("ID") String id) {
    }

    static InfoJson of(SystemInfo info, EngineVersion version, List<String> labels, String now) {
        Commit none = new Commit("");
        // The fields are those of the running process where Go's names have a meaning here.
        return new InfoJson(info.id(), info.running() + info.paused() + info.stopped(), info.running(), info.paused(),
                info.stopped(), info.images(), "overlay2", List.of(List.of("Image Bytes", Long.toString(info.imageBytes()))),
                new Plugins(List.of("local"), List.of("bridge", "host", "null"), null, List.of("json-file", "none")),
                true, true, true, true, true, true, true, true, false, 0, false, Thread.activeCount(), now, "json-file", "cgroupfs",
                info.cgroupVersion(), 0, version.kernel(), info.operatingSystem(), "", version.os(), machine(version.architecture()),
                "https://index.docker.io/v1/", new RegistryConfig(List.of("127.0.0.0/8"), Map.of(), List.of()), info.cpus(),
                info.memory(), info.dataRoot(), "", "", "", info.hostName(), labels, false, version.version(),
                Map.of("gantry-shim", new Runtime("gantry-shim")), "gantry-shim",
                new Swarm("", "", "inactive", false, "", null), true, "", "", none, none, none, List.of("name=seccomp,profile=builtin"),
                info.warnings());
    }

    /** The kernel's name of a CPU, which this answer has, from Go's name, which all others have. */
    private static String machine(String architecture) {
        return switch (architecture) {
            case "amd64" -> "x86_64";
            case "arm64" -> "aarch64";
            default -> architecture;
        };
    }
}
