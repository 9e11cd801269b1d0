// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.ResourceLimits;
import org.gantry.engine.api.container.RestartPolicy;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.isolation.CapabilityPolicy;
import org.gantry.engine.isolation.Cgroups;
import org.gantry.engine.linux.SignalNames;

/** Refuses what cannot work before a container is made of it. */
final class SpecCheck {
    private static final long LEAST_MEMORY = 6L << 20;
    private static final long NANOS = 1_000_000_000L;

    private final Cgroups cgroups;
    private final CapabilityPolicy capabilities;

    SpecCheck(Cgroups cgroups, CapabilityPolicy capabilities) {
        this.cgroups = cgroups;
        this.capabilities = capabilities;
    }

    /**
     * @return warnings about what this host cannot do
     * @throws EngineException INVALID_PARAMETER what is wrong, in Docker's words where clients know them
     */
    List<String> check(ContainerSpec spec) {
        HostSpec host = spec.host();
        if (!spec.stopSignal().isEmpty()) {
            signal(spec.stopSignal());
        }
        String folder = spec.process().workingDir();
        if (!folder.isEmpty() && !folder.startsWith("/")) {
            throw wrong("the working directory '" + folder + "' is invalid, it needs to be an absolute path", "");
        }
        if (host.autoRemove() && host.restart().mode() != RestartPolicy.Mode.NO) {
            throw wrong("can't create 'AutoRemove' container with restart policy", "choose one of them");
        }
        LogRotation.of(host.log());
        capabilities.decide(host.security());
        mounts(host.mounts());
        return limits(host.limits());
    }

    /** @throws EngineException INVALID_PARAMETER for an unknown one */
    static int signal(String name) {
        return SignalNames.number(name).orElseThrow(() -> wrong("Invalid signal: " + name, "use a name of signal(7) or a number"));
    }

    private static void mounts(List<MountSpec> mounts) {
        Set<String> targets = new HashSet<>();
        for (MountSpec mount : mounts) {
            String target = mount.target();
            if (!target.startsWith("/")) {
                throw wrong("invalid mount path: '" + target + "' mount path must be absolute", "");
            }
            if (Path.of(target).normalize().toString().equals("/")) {
                throw wrong("invalid mount config: invalid specification: destination can't be '/'", "");
            }
            if (!targets.add(Path.of(target).normalize().toString())) {
                throw wrong("Duplicate mount point: " + target, "mount one thing there");
            }
            if (mount.type() == MountSpec.Type.BIND) {
                if (!mount.source().startsWith("/")) {
                    throw wrong("invalid mount path: '" + mount.source() + "' mount path must be absolute", "");
                }
                if (!Files.exists(Path.of(mount.source()))) {
                    throw wrong("invalid mount config for type \"bind\": bind source path does not exist: " + mount.source(),
                            "make it first");
                }
            }
        }
    }

    private List<String> limits(ResourceLimits limits) {
        List<String> warnings = new ArrayList<>();
        if (limits.memory() != 0 && limits.memory() < LEAST_MEMORY) {
            throw wrong("Minimum memory limit allowed is 6MB", "");
        }
        if (limits.memory() == 0 && limits.memorySwap() > 0) {
            throw wrong("You should always set the Memory limit when using Memoryswap limit, see usage", "");
        }
        if (limits.memorySwap() > 0 && limits.memorySwap() < limits.memory()) {
            throw wrong("Minimum memoryswap limit should be larger than memory limit, see usage", "");
        }
        int processors = Runtime.getRuntime().availableProcessors();
        if (limits.nanoCpus() < 0 || limits.nanoCpus() > processors * NANOS) {
            throw wrong("range of CPUs is from 0.01 to " + processors + ".00, as there are only " + processors + " CPUs available", "");
        }
        if (limits.memory() > 0 && !cgroups.has("memory")) {
            warnings.add("Your kernel does not support memory limit capabilities or the cgroup is not mounted. Limitation discarded.");
        } else if (limits.memory() > 0 && !cgroups.limitsSwap()) {
            warnings.add("Your kernel does not support swap limit capabilities or the cgroup is not mounted. "
                    + "Memory limited without swap.");
        }
        if (limits.pids() > 0 && !cgroups.has("pids")) {
            warnings.add("Your kernel does not support pids limit capabilities or the cgroup is not mounted. PIDs limit discarded.");
        }
        return warnings;
    }

    private static EngineException wrong(String reason, String remedy) {
        return new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot create the container", reason, remedy);
    }
}
