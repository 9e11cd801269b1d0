// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.nio.charset.StandardCharsets;
import org.gantry.engine.linux.ExtendedAttributes;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileNames;
import org.gantry.engine.linux.FileStatus;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.OpenFiles;

/** What a layer says of lower layers, in the form overlayfs reads (kernel, Documentation/filesystems/overlayfs.rst). */
final class Opaque {
    private static final String ATTRIBUTE = "trusted.overlay.opaque";
    private static final byte[] YES = {'y'};
    private static final byte[] HERE = {'.'};

    private Opaque() {
    }

    /** Hides what lower layers have in a folder, named in an open one. */
    static void mark(Fd folder, byte[] name) throws KernelException {
        ExtendedAttributes.set(folder, name, ATTRIBUTE, YES);
    }

    /** Hides what lower layers have in an open folder. */
    static void mark(Fd folder) throws KernelException {
        try (Fd opened = OpenFiles.at(folder, HERE, OpenFiles.O_RDONLY | OpenFiles.O_DIRECTORY, 0)) {
            ExtendedAttributes.set(opened, ATTRIBUTE, YES);
        }
    }

    static boolean isMarked(Fd folder) throws KernelException {
        try (Fd opened = OpenFiles.at(folder, HERE, OpenFiles.O_RDONLY | OpenFiles.O_DIRECTORY, 0)) {
            byte[] value = ExtendedAttributes.all(opened).get(ATTRIBUTE);
            return value != null && new String(value, StandardCharsets.US_ASCII).equals("y");
        }
    }

    /** Hides what lower layers have under a name. */
    static void whiteOut(Fd folder, byte[] name) throws KernelException {
        FileNames.makeNode(folder, name, FileStatus.S_IFCHR, 0, 0);
    }

    /** Whether an attribute speaks to overlayfs itself; one of an image would reach into layers that are not its own. */
    static boolean isReserved(String attribute) {
        return attribute.startsWith("trusted.overlay.") || attribute.startsWith("user.overlay.");
    }
}
