// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.image;

import java.util.List;
import org.gantry.engine.api.job.Job;

/**
 * The images of an engine. An image is named by a reference ({@code debian:12}), an id, or an unambiguous beginning of an id. All
 * methods may be called by any thread except the UI thread and throw {@link org.gantry.engine.api.error.EngineException}.
 */
public interface Images {
    /** All images, newest first. */
    List<ImageSummary> list();

    ImageDetails inspect(String image);

    /** Loads every image of an archive; digests are verified before anything refers to it. Source: {@code POST /images/load}. */
    Job<LoadedImages> load(LoadSource source);

    /** Makes a small image, {@code gantry/starter:latest}, of this machine's static busybox, without network. */
    Job<LoadedImages> makeStarter();

    /** Gives an image one more reference, taking it from the image that had it. */
    void tag(String image, String reference);

    /**
     * Removes a reference, and the image with its unshared layers when it was the last one.
     *
     * @param force remove all references, and also where stopped containers stand on the image
     */
    ImageRemoval remove(String image, boolean force);
}
