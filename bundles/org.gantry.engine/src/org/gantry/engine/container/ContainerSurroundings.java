// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.nio.file.Path;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.image.ImageResolver;
import org.gantry.engine.network.ContainerNetworks;
import org.gantry.engine.store.StoreLayout;
import org.gantry.engine.volume.VolumeStore;

/**
 * What containers need of the rest of the engine. None of it is closed by them.
 *
 * @param layout folders of an open store
 * @param events where changes are announced
 * @param images finds images
 * @param networks connects
 * @param volumes keeps data
 * @param launcher the native {@code gantry-launch} program on disk
 */
public record ContainerSurroundings(StoreLayout layout, EventLog events, ImageResolver images, ContainerNetworks networks,
        VolumeStore volumes, Path launcher) {
}
