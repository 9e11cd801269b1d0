// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.linux.Errno;
import org.gantry.engine.linux.ExtendedAttributes;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileStatus;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.OpenFiles;

/** Gives the implied folders of a layer the looks they have in the layers below it. One thread. */
final class LowerFolders implements AutoCloseable {
    private static final int DEFAULT_MODE = 0755;

    private final List<Fd> lower = new ArrayList<>();
    private final NodeAttributes attributes = new NodeAttributes();

    /** @param lowerTopFirst content folders of the layers below, the uppermost first */
    LowerFolders(List<Path> lowerTopFirst) throws KernelException {
        try {
            for (Path content : lowerTopFirst) {
                lower.add(OpenFiles.folder(content));
            }
        } catch (KernelException e) {
            close();
            throw e;
        }
    }

    /** @param implied paths, outer before inner, with the time for one that no lower layer has */
    void complete(Path content, Map<String, Long> implied) throws IOException {
        try (Fd root = OpenFiles.folder(content)) {
            for (Map.Entry<String, Long> each : implied.entrySet()) {
                try (Fd folder = FolderAttributes.open(root, EntryPath.bytes(each.getKey()))) {
                    if (folder != null) {
                        complete(folder, each.getKey(), each.getValue());
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        lower.forEach(Fd::close);
    }

    private void complete(Fd folder, String path, long newSeconds) throws IOException {
        try (Fd below = find(path)) {
            if (below == null) {
                attributes.apply(folder, 0, 0, DEFAULT_MODE, Map.of(), newSeconds, 0);
            } else {
                FileStatus status = FileStatus.of(below);
                attributes.apply(folder, status.uid(), status.gid(), status.permissions(), withoutOverlays(below),
                        status.modifiedSeconds(), status.modifiedNanos());
            }
        }
    }

    private Fd find(String path) throws KernelException {
        for (Fd root : lower) {
            Fd found = FolderAttributes.open(root, EntryPath.bytes(path));
            if (found != null) {
                return found;
            }
            if (hidesLower(root, path)) {
                return null;
            }
        }
        return null;
    }

    /** Whether a layer that has no such folder lets none of a lower layer be seen either. */
    private static boolean hidesLower(Fd root, String path) throws KernelException {
        String walked = "";
        for (String name : path.split("/")) {
            try (Fd folder = FolderAttributes.open(root, EntryPath.bytes(walked))) {
                if (folder == null || !walked.isEmpty() && Opaque.isMarked(folder)) {
                    return true;
                }
                if (!FileStatus.of(folder, EntryPath.bytes(name)).isFolder()) {
                    return true;
                }
            } catch (KernelException e) {
                if (e.errno() == Errno.ENOENT) {
                    return false;
                }
                throw e;
            }
            walked = EntryPath.join(walked, name);
        }
        return false;
    }

    private static Map<String, byte[]> withoutOverlays(Fd folder) throws KernelException {
        Map<String, byte[]> kept = new LinkedHashMap<>(ExtendedAttributes.all(folder));
        kept.keySet().removeIf(Opaque::isReserved);
        return kept;
    }
}
