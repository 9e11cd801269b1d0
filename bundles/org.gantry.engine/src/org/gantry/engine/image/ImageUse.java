// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

/**
 * One container that stands on an image.
 *
 * @param containerId full id of the container
 * @param containerName its name without a leading slash
 * @param imageId digest of the image's configuration, {@code sha256:…}
 * @param alive whether it has a process now (running, paused or restarting)
 */
public record ImageUse(String containerId, String containerName, String imageId, boolean alive) {
}
