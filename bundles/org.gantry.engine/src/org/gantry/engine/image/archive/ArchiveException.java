// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.io.IOException;

/** An archive that cannot be loaded. The message completes "Cannot load NAME: …" and may say what to do after a semicolon. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String reason) {
        super(reason);
    }
}
