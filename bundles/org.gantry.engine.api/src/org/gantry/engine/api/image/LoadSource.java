// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.image;

import java.io.InputStream;

/**
 * Where an image archive comes from.
 *
 * @param name for people: the file's name, or "standard input"
 * @param size bytes, or -1 when unknown; only for progress
 * @param content the archive: tar, plain or compressed by gzip or zstd, of Docker's save format or an OCI image layout. The job that
 *        loads it reads and closes it.
 */
public record LoadSource(String name, long size, InputStream content) {
}
