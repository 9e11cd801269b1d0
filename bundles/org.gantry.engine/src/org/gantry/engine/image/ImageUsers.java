// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.util.List;

/** Who needs which image: what keeps an image's layers from being swept, and its removal from succeeding. */
@FunctionalInterface
public interface ImageUsers {
    /** All containers in any state. Called by any thread, also while an image is being removed; must not call back into images. */
    List<ImageUse> uses();
}
