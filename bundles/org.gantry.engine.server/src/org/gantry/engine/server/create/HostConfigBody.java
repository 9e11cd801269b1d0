// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.create;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** {@code HostConfig} as it is sent, those of its fields that the engine carries out; absent parts are null or 0. */
record HostConfigBody(List<String> binds, LogConfig logConfig, String networkMode, Restart restartPolicy, boolean autoRemove,
        List<String> capAdd, List<String> capDrop, List<String> dns, List<String> extraHosts, List<String> groupAdd,
        boolean privileged, boolean readonlyRootfs, List<String> securityOpt, long shmSize, long cpuShares, long memory,
        long memorySwap, long nanoCpus, long cpuPeriod, long cpuQuota, String cpusetCpus, Long pidsLimit, List<Mount> mounts,
        Map<String, String> tmpfs, Boolean init) {

    record LogConfig(String type, Map<String, String> config) {
    }

    record Restart(String name, int maximumRetryCount) {
    }

    /** {@code Mount} of the API. */
    record Mount(String type, String source, String target, boolean readOnly, BindOptions bindOptions,
            VolumeOptions volumeOptions, TmpfsOptions tmpfsOptions) {
    }

    record BindOptions(String propagation) {
    }

    record VolumeOptions(boolean noCopy, Map<String, String> labels, DriverConfig driverConfig, String subpath) {
    }

    record DriverConfig(String name, Map<String, String> options) {
    }

    record TmpfsOptions(@JsonProperty("SizeBytes") long size, int mode) {
    }
}
