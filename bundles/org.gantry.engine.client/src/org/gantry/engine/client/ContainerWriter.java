// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ResourceLimits;
import org.gantry.engine.api.container.SecuritySpec;

/** Writes the body of {@code POST /containers/create}. */
final class ContainerWriter {
    private ContainerWriter() {
    }

    static ObjectNode body(ContainerSpec spec) {
        ProcessSpec process = spec.process();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("Image", spec.image()).put("Hostname", spec.hostname()).put("Domainname", spec.domainname())
                .put("User", process.user()).put("WorkingDir", process.workingDir()).put("Tty", process.tty())
                .put("OpenStdin", spec.openStdin()).put("StdinOnce", spec.stdinOnce()).put("AttachStdin", spec.openStdin())
                .put("AttachStdout", true).put("AttachStderr", true);
        texts(body.putArray("Env"), process.env());
        if (process.entrypoint() != null) {
            texts(body.putArray("Entrypoint"), process.entrypoint());
        }
        if (process.command() != null) {
            texts(body.putArray("Cmd"), process.command());
        }
        ObjectNode labels = body.putObject("Labels");
        spec.labels().forEach(labels::put);
        if (!spec.stopSignal().isEmpty()) {
            body.put("StopSignal", spec.stopSignal());
        }
        if (spec.stopTimeoutSeconds() != null) {
            body.put("StopTimeout", spec.stopTimeoutSeconds());
        }
        host(body.putObject("HostConfig"), spec.host());
        return body;
    }

    static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static void host(ObjectNode json, HostSpec host) {
        json.put("NetworkMode", host.networkMode()).put("AutoRemove", host.autoRemove()).put("Init", host.init());
        texts(json.putArray("ExtraHosts"), host.hostnames());
        texts(json.putArray("Dns"), host.dns());
        if (host.shmSize() > 0) {
            json.put("ShmSize", host.shmSize());
        }
        json.putObject("RestartPolicy").put("Name", host.restart().mode().dockerName())
                .put("MaximumRetryCount", host.restart().maximumRetries());
        ObjectNode options = json.putObject("LogConfig").put("Type", host.log().driver()).putObject("Config");
        host.log().options().forEach(options::put);
        limits(json, host.limits());
        security(json, host.security());
        mounts(json, host.mounts());
    }

    private static void limits(ObjectNode json, ResourceLimits limits) {
        json.put("Memory", limits.memory()).put("MemorySwap", limits.memorySwap()).put("NanoCpus", limits.nanoCpus())
                .put("CpuShares", limits.cpuShares()).put("CpusetCpus", limits.cpusetCpus());
        if (limits.pids() != 0) {
            json.put("PidsLimit", limits.pids());
        }
    }

    private static void security(ObjectNode json, SecuritySpec security) {
        json.put("Privileged", security.privileged()).put("ReadonlyRootfs", security.readOnlyRoot());
        texts(json.putArray("CapAdd"), security.capAdd());
        texts(json.putArray("CapDrop"), security.capDrop());
        texts(json.putArray("GroupAdd"), security.groupAdd());
        ArrayNode options = json.putArray("SecurityOpt");
        if (security.noNewPrivileges()) {
            options.add("no-new-privileges");
        }
        if (security.seccompUnconfined()) {
            options.add("seccomp=unconfined");
        }
    }

    private static void mounts(ObjectNode json, List<MountSpec> mounts) {
        ArrayNode array = json.putArray("Mounts");
        ObjectNode tmpfs = json.putObject("Tmpfs");
        for (MountSpec mount : mounts) {
            switch (mount.type()) {
                case TMPFS -> tmpfs.put(mount.target(), mount.readOnly() ? readOnly(mount.options()) : mount.options());
                case BIND -> array.addObject().put("Type", "bind").put("Source", mount.source()).put("Target", mount.target())
                        .put("ReadOnly", mount.readOnly());
                case VOLUME -> array.addObject().put("Type", "volume").put("Source", mount.source()).put("Target", mount.target())
                        .put("ReadOnly", mount.readOnly());
            }
        }
    }

    private static String readOnly(String options) {
        return options.isEmpty() ? "ro" : "ro," + options;
    }
}
