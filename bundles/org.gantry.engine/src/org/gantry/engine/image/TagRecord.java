// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

/**
 * A name and the image it names.
 *
 * @param reference in full: {@code docker.io/library/debian:12}
 * @param imageId digest of the image's configuration
 * @param manifest digest of the manifest that this name had where the image came from; empty when not known
 */
public record TagRecord(String reference, String imageId, String manifest) {
}
