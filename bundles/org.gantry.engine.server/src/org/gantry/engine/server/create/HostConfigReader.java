// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.create;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.LogSpec;
import org.gantry.engine.api.container.ResourceLimits;
import org.gantry.engine.api.container.RestartPolicy;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.server.route.ApiException;
import org.gantry.engine.server.route.Json;

/** Turns a request's {@code HostConfig} into the engine's terms. */
final class HostConfigReader {
    private static final long DEFAULT_CPU_PERIOD = 100_000;
    private static final FieldRules RULES = new FieldRules("HostConfig.")
            .refuse("PortBindings", "publishing ports").refuse("PublishAllPorts", "publishing ports")
            .refuse("VolumesFrom", "mounting the volumes of other containers").refuse("VolumeDriver", "a volume driver", "local")
            .refuse("Links", "linking containers").refuse("Devices", "giving a container devices")
            .refuse("DeviceCgroupRules", "device rules").refuse("DeviceRequests", "requesting devices")
            .refuse("DnsOptions", "setting resolver options").refuse("DnsSearch", "setting search domains")
            .refuse("IpcMode", "sharing an IPC namespace", "private", "none").refuse("PidMode", "sharing a PID namespace")
            .refuse("UTSMode", "sharing a UTS namespace").refuse("UsernsMode", "a user namespace", "host")
            .refuse("CgroupnsMode", "sharing a cgroup namespace", "private").refuse("Cgroup", "sharing a cgroup")
            .refuse("CgroupParent", "a parent cgroup").refuse("BlkioWeight", "weighting block I/O")
            .refuse("BlkioWeightDevice", "weighting block I/O").refuse("BlkioDeviceReadBps", "limiting block I/O")
            .refuse("BlkioDeviceWriteBps", "limiting block I/O").refuse("BlkioDeviceReadIOps", "limiting block I/O")
            .refuse("BlkioDeviceWriteIOps", "limiting block I/O").refuse("CpuRealtimePeriod", "real-time scheduling")
            .refuse("CpuRealtimeRuntime", "real-time scheduling").refuse("CpusetMems", "choosing memory nodes")
            .refuse("KernelMemory", "limiting kernel memory").refuse("KernelMemoryTCP", "limiting kernel memory")
            .refuse("MemoryReservation", "reserving memory").refuse("MemorySwappiness", "setting the swappiness", "-1")
            .refuse("OomKillDisable", "switching the OOM killer off").refuse("OomScoreAdj", "setting the OOM score")
            .refuse("Ulimits", "setting ulimits").refuse("Sysctls", "setting sysctls").refuse("StorageOpt", "storage options")
            .refuse("Runtime", "choosing a runtime", "runc", "io.containerd.runc.v2", "gantry-shim")
            .refuse("Isolation", "an isolation technology", "default")
            .refuseEvenEmpty("MaskedPaths", "changing the masked paths").refuseEvenEmpty("ReadonlyPaths", "changing the read-only paths");

    private HostConfigReader() {
    }

    /** @param volumes targets of the request's {@code Volumes}; @param networkDisabled asks for no network whatever the mode says */
    static HostSpec read(JsonNode tree, Map<String, JsonNode> volumes, boolean networkDisabled) {
        RULES.check(tree);
        HostConfigBody body = Json.convert(tree, HostConfigBody.class);
        RestartPolicy restart = restart(body.restartPolicy());
        if (body.autoRemove() && restart.mode() != RestartPolicy.Mode.NO) {
            throw ApiException.badRequest("can't create 'AutoRemove' container with restart policy");
        }
        MountReader mounts = new MountReader();
        list(body.binds()).forEach(mounts::addBind);
        if (body.mounts() != null) {
            body.mounts().forEach(mounts::add);
        }
        if (body.tmpfs() != null) {
            new TreeMap<>(body.tmpfs()).forEach(mounts::addTmpfs);
        }
        if (volumes != null) {
            new TreeMap<>(volumes).keySet().forEach(mounts::addAnonymous);
        }
        String mode = text(body.networkMode());
        return new HostSpec(networkDisabled ? "none" : mode.isEmpty() || mode.equals("default") ? "bridge" : mode,
                list(body.extraHosts()), list(body.dns()), limits(body), security(body), mounts.mounts(), log(body.logConfig()), restart,
                body.autoRemove(), Boolean.TRUE.equals(body.init()), shmSize(body));
    }

    private static ResourceLimits limits(HostConfigBody body) {
        if (body.memory() < 0 || body.nanoCpus() < 0 || body.cpuShares() < 0) {
            throw ApiException.badRequest("limits of memory and CPU cannot be negative");
        }
        if (body.memorySwap() > 0 && body.memory() == 0) {
            throw ApiException.badRequest("You should always set the Memory limit when using Memoryswap limit, see usage");
        }
        if (body.memorySwap() > 0 && body.memorySwap() < body.memory()) {
            throw ApiException.badRequest("Minimum memoryswap limit should be larger than memory limit, see usage");
        }
        if (body.nanoCpus() > 0 && (body.cpuQuota() > 0 || body.cpuPeriod() > 0)) {
            throw ApiException.badRequest("Conflicting options: Nano CPUs and CPU Period or Quota cannot both be set");
        }
        long nanoCpus = body.nanoCpus();
        if (body.cpuQuota() > 0) {
            nanoCpus = body.cpuQuota() * 1_000_000_000L / (body.cpuPeriod() > 0 ? body.cpuPeriod() : DEFAULT_CPU_PERIOD);
        }
        return new ResourceLimits(body.memory(), body.memorySwap(), nanoCpus, body.cpuShares(), text(body.cpusetCpus()),
                body.pidsLimit() == null ? 0 : body.pidsLimit());
    }

    private static SecuritySpec security(HostConfigBody body) {
        boolean noNewPrivileges = false;
        boolean seccompUnconfined = false;
        for (String option : list(body.securityOpt())) {
            String[] parts = option.split("[=:]", 2);
            String value = parts.length > 1 ? parts[1] : "";
            switch (parts[0]) {
                case "no-new-privileges" -> noNewPrivileges = !value.equals("false");
                case "seccomp" -> seccompUnconfined = isSeccompUnconfined(value);
                // Neither SELinux nor AppArmor confines a container here: switching them off changes nothing.
                case "label" -> refuseUnless(value.equals("disable"), option);
                case "apparmor" -> refuseUnless(value.equals("unconfined"), option);
                default -> throw ApiException.badRequest("invalid --security-opt: \"" + option + "\"");
            }
        }
        return new SecuritySpec(body.privileged(), list(body.capAdd()), list(body.capDrop()), body.readonlyRootfs(), noNewPrivileges,
                seccompUnconfined, list(body.groupAdd()));
    }

    private static boolean isSeccompUnconfined(String profile) {
        refuseUnless(profile.equals("unconfined") || profile.equals("builtin"), "seccomp with a profile of your own");
        return profile.equals("unconfined");
    }

    private static void refuseUnless(boolean fine, String option) {
        if (!fine) {
            throw ApiException.notImplemented("Cannot create the container: the security option " + option
                    + " (HostConfig.SecurityOpt) is not supported by this engine yet");
        }
    }

    private static RestartPolicy restart(HostConfigBody.Restart restart) {
        String name = restart == null ? "" : text(restart.name());
        if (name.isEmpty()) {
            return RestartPolicy.NO;
        }
        for (RestartPolicy.Mode mode : RestartPolicy.Mode.values()) {
            if (mode.dockerName().equals(name)) {
                if (restart.maximumRetryCount() != 0 && mode != RestartPolicy.Mode.ON_FAILURE) {
                    throw ApiException.badRequest("invalid restart policy: maximum retry count can only be used with 'on-failure'");
                }
                if (restart.maximumRetryCount() < 0) {
                    throw ApiException.badRequest("invalid restart policy: maximum retry count cannot be negative");
                }
                return new RestartPolicy(mode, restart.maximumRetryCount());
            }
        }
        throw ApiException.badRequest("invalid restart policy: unknown policy '" + name
                + "'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'");
    }

    private static LogSpec log(HostConfigBody.LogConfig log) {
        if (log == null) {
            return LogSpec.DEFAULT;
        }
        return new LogSpec(text(log.type()).isEmpty() ? LogSpec.DEFAULT.driver() : log.type(),
                log.config() == null ? Map.of() : log.config());
    }

    private static long shmSize(HostConfigBody body) {
        if (body.shmSize() < 0) {
            throw ApiException.badRequest("SHM size can not be less than 0");
        }
        return body.shmSize();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static List<String> list(List<String> list) {
        return list == null ? List.of() : list;
    }
}
