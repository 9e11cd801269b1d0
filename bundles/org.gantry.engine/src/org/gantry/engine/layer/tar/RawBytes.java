// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import java.io.IOException;

/** Takes every byte of a tar that is not content handed to the reader's caller: headers, padding, the end. */
@FunctionalInterface
public interface RawBytes {
    /** Takes nothing. */
    RawBytes NONE = (data, from, length) -> {
        // Nobody wants them.
    };

    void take(byte[] data, int from, int length) throws IOException;
}
