// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/**
 * Limits by control groups; 0 is "no limit" throughout.
 *
 * @param memory bytes
 * @param memorySwap bytes of memory and swap together; -1 for unlimited swap
 * @param nanoCpus billionths of a CPU
 * @param cpuShares relative weight, 1024 is usual
 * @param cpusetCpus such as {@code 0-2,4}; empty for all
 * @param pids number of processes; -1 is also "no limit"
 */
public record ResourceLimits(long memory, long memorySwap, long nanoCpus, long cpuShares, String cpusetCpus, long pids) {
    public static final ResourceLimits NONE = new ResourceLimits(0, 0, 0, 0, "", 0);
}
