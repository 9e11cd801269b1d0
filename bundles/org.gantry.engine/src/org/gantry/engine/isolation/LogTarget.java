// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/**
 * Where a shim writes what the container prints.
 *
 * @param path absolute path of the json-file log
 * @param maxSize bytes at which it is rotated; 0 for never
 * @param maxFiles how many files are kept, at least 1
 * @param attributes raw JSON object put into each entry; may be empty
 */
public record LogTarget(String path, long maxSize, int maxFiles, String attributes) {
}
