// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.image;

/**
 * What an image runs on, in the terms of the OCI image specification.
 *
 * @param os {@code linux}
 * @param architecture Go's name of the CPU: {@code amd64}, {@code arm64} …
 * @param variant CPU variant such as {@code v8}; empty when there is none
 */
public record Platform(String os, String architecture, String variant) {
    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
