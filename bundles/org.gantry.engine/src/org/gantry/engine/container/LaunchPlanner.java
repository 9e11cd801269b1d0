// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.isolation.CapabilitySet;
import org.gantry.engine.isolation.DeviceNode;
import org.gantry.engine.isolation.KernelSetting;
import org.gantry.engine.isolation.LaunchPlan;
import org.gantry.engine.isolation.LogTarget;
import org.gantry.engine.isolation.Namespace;
import org.gantry.engine.isolation.PlannedMount;
import org.gantry.engine.isolation.ProcessPlan;
import org.gantry.engine.isolation.RootFilesystem;
import org.gantry.engine.isolation.StandardFilesystem;
import org.gantry.engine.isolation.StandardInput;
import org.gantry.engine.network.PreparedNetwork;

/** Turns a container's record into the plan that the launcher carries out. Platform threads only. */
final class LaunchPlanner {
    private static final TerminalSize USUAL = new TerminalSize(80, 24);
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private final Isolation isolation;
    private final ContainerStore store;
    private final HostFiles files;
    private final UserMounts userMounts;
    private final Path initLayer;

    /** @param initLayer lowest layer of every container; see {@link InitLayer} */
    LaunchPlanner(Isolation isolation, ContainerStore store, HostFiles files, UserMounts userMounts, Path initLayer) {
        this.isolation = isolation;
        this.store = store;
        this.files = files;
        this.userMounts = userMounts;
        this.initLayer = initLayer;
    }

    /** Writes the files that the plan mounts, and makes the plan. */
    LaunchPlan plan(ContainerRecord record, Path runFolder, PreparedNetwork network) throws IOException {
        ContainerSpec spec = record.spec();
        HostSpec host = spec.host();
        boolean privileged = host.security().privileged();
        String hostname = network.ownNamespace() ? spec.hostname() : Files.readString(HOST_NAME).strip();
        files.write(record, hostname, !network.ownNamespace(), network.endpoint());
        return new LaunchPlan(record.id(), runFolder.toString(), namespaces(network), List.of(), List.of(), List.of(), root(record),
                host.security().readOnlyRoot(), mounts(record), devices(privileged), StandardFilesystem.links(),
                privileged ? List.of() : StandardFilesystem.masked(isolation.host()),
                privileged ? List.of() : StandardFilesystem.readOnly(), hostname, spec.domainname(), settings(network),
                isolation.cgroups().enter(record.id(), host.limits(), privileged), log(record), host.init(), process(spec, hostname));
    }

    private Set<Namespace> namespaces(PreparedNetwork network) {
        Set<Namespace> own = EnumSet.of(Namespace.MOUNT, Namespace.PID, Namespace.UTS, Namespace.IPC, Namespace.CGROUP);
        if (network.ownNamespace()) {
            own.add(Namespace.NETWORK);
        }
        if (isolation.host().timeNamespaces()) {
            own.add(Namespace.TIME);
        }
        return own;
    }

    private RootFilesystem root(ContainerRecord record) {
        List<String> lower = new ArrayList<>(record.layers());
        lower.add(initLayer.toString());
        return new RootFilesystem.Overlay(lower, store.upper(record.id()).toString(), store.work(record.id()).toString(), List.of());
    }

    private List<PlannedMount> mounts(ContainerRecord record) {
        HostSpec host = record.spec().host();
        boolean privileged = host.security().privileged();
        List<PlannedMount> standard = new ArrayList<>(StandardFilesystem.mounts(host.shmSize(), privileged));
        standard.addAll(isolation.cgroups().mounts(privileged));
        standard.addAll(files.mounts(record.id()));
        return userMounts.over(standard, host.mounts());
    }

    private static List<DeviceNode> devices(boolean privileged) throws IOException {
        return privileged ? HostDevices.list() : StandardFilesystem.devices();
    }

    private static List<KernelSetting> settings(PreparedNetwork network) {
        List<KernelSetting> settings = new ArrayList<>();
        if (network.ownNamespace()) {
            // as Docker: low ports and ping need no privilege where there is nobody to take them from
            settings.add(new KernelSetting.Sysctl("net/ipv4/ip_unprivileged_port_start", "0"));
            settings.add(new KernelSetting.Sysctl("net/ipv4/ping_group_range", "0 2147483647"));
        }
        network.sysctls().forEach((name, value) -> settings.add(new KernelSetting.Sysctl(name, value)));
        network.requests().forEach(request -> settings.add(
                new KernelSetting.Netlink(request.interfaceName(), request.indexOffset(), request.message())));
        return settings;
    }

    private LogTarget log(ContainerRecord record) {
        LogRotation rotation = LogRotation.of(record.spec().host().log());
        return rotation.kept() ? new LogTarget(store.logFile(record.id()).toString(), rotation.maxSize(), rotation.maxFiles(), "")
                : null;
    }

    private ProcessPlan process(ContainerSpec spec, String hostname) {
        ProcessSpec process = spec.process();
        SecuritySpec security = spec.host().security();
        CapabilitySet sets = isolation.capabilities().decide(security);
        StandardInput input = !spec.openStdin() ? StandardInput.NONE : spec.stdinOnce() ? StandardInput.ONCE : StandardInput.OPEN;
        return new ProcessPlan(isolation.host().defaultLimits(), null, sets, security.noNewPrivileges(),
                isolation.filter(security, sets), process.user(), security.groupAdd(), process.workingDir(),
                SpecCompletion.arguments(process), environment(process, hostname), process.tty() ? USUAL : null, input, null);
    }

    private static List<String> environment(ProcessSpec process, String hostname) {
        List<String> defaults = new ArrayList<>(List.of("HOSTNAME=" + hostname));
        if (process.tty()) {
            defaults.add("TERM=xterm");
        }
        return SpecCompletion.environment(defaults, process.env());
    }
}
