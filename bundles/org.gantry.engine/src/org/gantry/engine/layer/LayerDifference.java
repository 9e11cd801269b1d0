// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.gantry.engine.layer.LayerChange.Kind;
import org.gantry.engine.linux.Errno;
import org.gantry.engine.linux.ExtendedAttributes;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileStatus;
import org.gantry.engine.linux.FolderListing;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.OpenFiles;

/**
 * Compares the writable layer of an overlay with those below it, by reading what overlayfs has written there (kernel,
 * Documentation/filesystems/overlayfs.rst): as costly as the layer is large, however large the image. What differs is what dockerd's
 * comparison of two whole trees finds. One thread, a platform one.
 */
public final class LayerDifference {
    /** Each level has some descriptors open. */
    private static final int MAX_DEPTH = 1000;
    private static final int FOLDER = OpenFiles.O_RDONLY | OpenFiles.O_DIRECTORY;
    private static final int FILE = OpenFiles.O_RDONLY | OpenFiles.O_NONBLOCK;
    private static final String CAPABILITY = "security.capability";

    private final List<LayerChange> changes = new ArrayList<>();

    private LayerDifference() {
    }

    /**
     * All differences, a folder before what is in it, names in the order of their bytes.
     *
     * @param upper the writable layer's folder
     * @param lowerTopFirst folders of the layers below, the uppermost first
     */
    public static List<LayerChange> of(Path upper, List<Path> lowerTopFirst) throws IOException {
        LayerDifference difference = new LayerDifference();
        List<Fd> lower = new ArrayList<>();
        try (Fd root = OpenFiles.folder(upper)) {
            for (Path layer : lowerTopFirst) {
                lower.add(OpenFiles.folder(layer));
            }
            difference.compare(root, lower, "", 0);
        } finally {
            lower.forEach(Fd::close);
        }
        return difference.changes;
    }

    /** What the layers below show under a name: the folders that are merged into one, or the one file. */
    private record Below(Fd holder, FileStatus status, List<Fd> folders) implements AutoCloseable {
        @Override
        public void close() {
            folders.forEach(Fd::close);
        }
    }

    private void compare(Fd upper, List<Fd> lower, String path, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("its folders are nested more than " + MAX_DEPTH + " deep");
        }
        boolean opaque = Opaque.isMarked(upper);
        TreeMap<byte[], FileStatus> names = new TreeMap<>(Arrays::compareUnsigned);
        for (byte[] name : FolderListing.names(upper)) {
            FileStatus status = statusOrNull(upper, name);
            if (status != null) {
                names.put(name, status);
            }
        }
        if (opaque) {
            addHidden(lower, names);
        }
        for (var each : names.entrySet()) {
            compare(upper, lower, each.getKey(), each.getValue(), EntryPath.join(path, EntryPath.latin1(each.getKey())), depth);
        }
    }

    private void compare(Fd upper, List<Fd> lower, byte[] name, FileStatus now, String path, int depth) throws IOException {
        try (Below below = below(lower, name)) {
            if (now == null || now.isWhiteout()) {
                if (below.status() != null) {
                    changes.add(new LayerChange(path, Kind.DELETED, below.status().isFolder()));
                }
                return;
            }
            int before = changes.size();
            boolean listed = true;
            if (below.status() == null) {
                changes.add(new LayerChange(path, Kind.ADDED, now.isFolder()));
            } else if (differs(upper, now, below, name)) {
                changes.add(new LayerChange(path, Kind.MODIFIED, now.isFolder()));
            } else {
                listed = false;
            }
            if (now.isFolder()) {
                try (Fd folder = OpenFiles.at(upper, name, FOLDER, 0)) {
                    compare(folder, below.folders(), path, depth + 1);
                } catch (KernelException e) {
                    requireGone(e);
                }
                if (!listed && changes.size() > before) {
                    changes.add(before, new LayerChange(path, Kind.MODIFIED, true));
                }
            }
        }
    }

    /** Names that an opaque folder hides have no whiteout of their own. */
    private static void addHidden(List<Fd> lower, TreeMap<byte[], FileStatus> names) throws IOException {
        for (Fd layer : lower) {
            try (Fd listed = OpenFiles.at(layer, new byte[] {'.'}, FOLDER, 0)) {
                for (byte[] name : FolderListing.names(listed)) {
                    names.putIfAbsent(name, null);
                }
            }
        }
    }

    private static Below below(List<Fd> lower, byte[] name) throws IOException {
        Fd holder = null;
        FileStatus top = null;
        List<Fd> folders = new ArrayList<>();
        try {
            for (Fd layer : lower) {
                FileStatus status = statusOrNull(layer, name);
                if (status == null) {
                    continue;
                }
                if (status.isWhiteout() || top != null && !status.isFolder()) {
                    break;
                }
                if (top == null) {
                    top = status;
                    holder = layer;
                }
                if (!status.isFolder()) {
                    break;
                }
                Fd folder = OpenFiles.at(layer, name, FOLDER, 0);
                folders.add(folder);
                if (Opaque.isMarked(folder)) {
                    break;
                }
            }
        } catch (IOException e) {
            folders.forEach(Fd::close);
            throw e;
        }
        return new Below(holder, top, folders);
    }

    /** A folder's time changes with its content, so it does not count, nor does its size. */
    private static boolean differs(Fd upper, FileStatus now, Below below, byte[] name) throws IOException {
        FileStatus old = below.status();
        if (now.mode() != old.mode() || now.uid() != old.uid() || now.gid() != old.gid() || now.rdevMajor() != old.rdevMajor()
                || now.rdevMinor() != old.rdevMinor()) {
            return true;
        }
        if (now.isFolder()) {
            return false;
        }
        return now.size() != old.size() || now.modifiedSeconds() != old.modifiedSeconds() || now.modifiedNanos() != old.modifiedNanos()
                || now.type() == FileStatus.S_IFREG && !Arrays.equals(capability(upper, name), capability(below.holder(), name));
    }

    private static byte[] capability(Fd folder, byte[] name) throws KernelException {
        try (Fd file = OpenFiles.at(folder, name, FILE, 0)) {
            return ExtendedAttributes.all(file).get(CAPABILITY);
        } catch (KernelException e) {
            requireGone(e);
            return null;
        }
    }

    private static FileStatus statusOrNull(Fd folder, byte[] name) throws KernelException {
        try {
            return FileStatus.of(folder, name);
        } catch (KernelException e) {
            requireGone(e);
            return null;
        }
    }

    /** The container may remove or replace what is being looked at. */
    private static void requireGone(KernelException e) throws KernelException {
        if (e.errno() != Errno.ENOENT && e.errno() != Errno.ENOTDIR && e.errno() != Errno.ELOOP) {
            throw e;
        }
    }
}
