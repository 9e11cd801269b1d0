// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.system;

/**
 * What an engine is.
 *
 * @param product {@code Gantry}, or what a remote engine calls itself
 * @param version its release
 * @param apiVersion newest Docker Engine API version it speaks
 * @param minApiVersion oldest one
 * @param gitCommit may be empty
 * @param buildTime may be empty
 * @param runtime what it runs in, such as {@code Java 25}
 * @param os {@code linux}
 * @param architecture Go's name of the CPU
 * @param kernel release of the kernel
 */
public record EngineVersion(String product, String version, String apiVersion, String minApiVersion, String gitCommit,
        String buildTime, String runtime, String os, String architecture, String kernel) {
}
