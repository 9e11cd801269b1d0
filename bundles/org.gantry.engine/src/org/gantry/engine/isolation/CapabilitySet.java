// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/**
 * The five capability sets of a process as bit masks. Source: capabilities(7).
 *
 * @param bounding the most that a program file can give
 * @param permitted what it may use
 * @param effective what it uses
 * @param inheritable kept over execve with file capabilities; empty in every container (CVE-2022-24769)
 * @param ambient kept over execve without root; empty in every container
 */
public record CapabilitySet(long bounding, long permitted, long effective, long inheritable, long ambient) {
    /** Bounding, permitted and effective alike, nothing inheritable or ambient. */
    public static CapabilitySet of(long mask) {
        return new CapabilitySet(mask, mask, mask, 0, 0);
    }
}
