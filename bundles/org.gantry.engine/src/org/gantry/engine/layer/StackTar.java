// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gantry.engine.layer.tar.EntryType;
import org.gantry.engine.layer.tar.TarEntry;
import org.gantry.engine.layer.tar.TarWriter;
import org.gantry.engine.linux.Errno;
import org.gantry.engine.linux.ExtendedAttributes;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileContent;
import org.gantry.engine.linux.FileNames;
import org.gantry.engine.linux.FileStatus;
import org.gantry.engine.linux.FolderListing;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.OpenFiles;

/**
 * The tar of stacked layers as overlayfs would show them, without mounting them: nothing a container has mounted or runs is in the way.
 * Memory is bounded whatever the layers hold. One thread, a platform one.
 */
public final class StackTar {
    private static final int MAX_DEPTH = 1000;
    /** More files with several names than this are written out anew under each. */
    private static final int MAX_LINKED = 100_000;
    private static final int BUFFER = 256 * 1024;
    private static final int FOLDER = OpenFiles.O_RDONLY | OpenFiles.O_DIRECTORY;
    private static final byte[] HERE = {'.'};

    private final OutputStream out;
    private final TarWriter tar;
    private final FileContent content = new FileContent();
    private final byte[] buffer = new byte[BUFFER];
    private final Map<Long, byte[]> linked = new HashMap<>();

    private StackTar(OutputStream out) {
        this.out = out;
        this.tar = new TarWriter(out);
    }

    /** @param topFirst folders of the layers, the uppermost first */
    public static void write(List<Path> topFirst, OutputStream out) throws IOException {
        StackTar writing = new StackTar(out);
        List<Fd> roots = new ArrayList<>();
        try {
            for (Path layer : topFirst) {
                roots.add(OpenFiles.folder(layer));
            }
            writing.writeFolder(roots, "", 0);
            writing.tar.end();
            out.flush();
        } finally {
            roots.forEach(Fd::close);
        }
    }

    private void writeFolder(List<Fd> layers, String path, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("its folders are nested more than " + MAX_DEPTH + " deep");
        }
        TreeSet<byte[]> names = new TreeSet<>(Arrays::compareUnsigned);
        for (Fd layer : layers) {
            try (Fd listed = OpenFiles.at(layer, HERE, FOLDER, 0)) {
                names.addAll(FolderListing.names(listed));
            }
        }
        for (byte[] name : names) {
            String child = EntryPath.join(path, EntryPath.latin1(name));
            for (Fd layer : layers) {
                FileStatus status = statusOrNull(layer, name);
                if (status != null) {
                    try {
                        write(layers.subList(layers.indexOf(layer), layers.size()), name, status, child, depth);
                    } catch (KernelException e) {
                        requireGone(e);
                    }
                    break;
                }
            }
        }
    }

    private void write(List<Fd> layers, byte[] name, FileStatus status, String path, int depth) throws IOException {
        Fd holder = layers.get(0);
        switch (status.type()) {
            case FileStatus.S_IFDIR -> {
                List<Fd> merged = merged(layers, name);
                try {
                    begin(path + "/", EntryType.FOLDER, status, new byte[0], attributes(merged.get(0)));
                    writeFolder(merged, path, depth + 1);
                } finally {
                    merged.forEach(Fd::close);
                }
            }
            case FileStatus.S_IFREG -> writeFile(holder, name, path);
            case FileStatus.S_IFLNK -> begin(path, EntryType.SYMBOLIC_LINK, status, FileNames.readSymbolicLink(holder, name), Map.of());
            case FileStatus.S_IFIFO -> begin(path, EntryType.FIFO, status, new byte[0], Map.of());
            case FileStatus.S_IFBLK -> begin(path, EntryType.BLOCK_DEVICE, status, new byte[0], Map.of());
            case FileStatus.S_IFCHR -> {
                if (!status.isWhiteout()) {
                    begin(path, EntryType.CHARACTER_DEVICE, status, new byte[0], Map.of());
                }
            }
            default -> {
                // Sockets are of no use to anybody but their process, and a tar has no entry for them.
            }
        }
    }

    /** The folders that overlayfs merges into one: those below until something else, or an opaque one, hides the rest. */
    private static List<Fd> merged(List<Fd> layers, byte[] name) throws KernelException {
        List<Fd> merged = new ArrayList<>();
        try {
            for (Fd layer : layers) {
                FileStatus status = statusOrNull(layer, name);
                if (status == null) {
                    continue;
                }
                if (!status.isFolder()) {
                    break;
                }
                Fd folder = OpenFiles.at(layer, name, FOLDER, 0);
                merged.add(folder);
                if (Opaque.isMarked(folder)) {
                    break;
                }
            }
            if (merged.isEmpty()) {
                throw new KernelException("open a folder that is gone", Errno.ENOENT);
            }
            return merged;
        } catch (KernelException e) {
            merged.forEach(Fd::close);
            throw e;
        }
    }

    private void writeFile(Fd folder, byte[] name, String path) throws IOException {
        // Not opened before it is known for a plain file: opening a device does things.
        try (Fd found = OpenFiles.at(folder, name, OpenFiles.O_PATH, 0)) {
            if (FileStatus.of(found).type() != FileStatus.S_IFREG) {
                return;
            }
            try (Fd file = OpenFiles.below(folder, EntryPath.bytes(found.procPath()), OpenFiles.O_RDONLY, 0)) {
                writeFile(file, FileStatus.of(file), path);
            }
        }
    }

    private void writeFile(Fd file, FileStatus status, String path) throws IOException {
        byte[] first = status.links() > 1 ? linked.get(status.inode()) : null;
        if (first != null) {
            begin(path, EntryType.HARD_LINK, status, first, Map.of());
            return;
        }
        if (status.links() > 1 && linked.size() < MAX_LINKED) {
            linked.put(status.inode(), EntryPath.bytes(path));
        }
        begin(path, EntryType.FILE, status, new byte[0], attributes(file));
        long done = 0;
        while (done < status.size()) {
            int wanted = (int) Math.min(BUFFER, status.size() - done);
            int count = content.read(file, buffer, 0, wanted, done);
            if (count == 0) {
                // It became shorter meanwhile; the header has promised its former size.
                Arrays.fill(buffer, 0, wanted, (byte) 0);
                count = wanted;
            }
            out.write(buffer, 0, count);
            done += count;
        }
        tar.pad(status.size());
    }

    private void begin(String path, EntryType type, FileStatus status, byte[] link, Map<String, byte[]> attributes) throws IOException {
        long size = type == EntryType.FILE ? status.size() : 0;
        boolean device = type == EntryType.CHARACTER_DEVICE || type == EntryType.BLOCK_DEVICE;
        tar.begin(new TarEntry(EntryPath.bytes(path), type, status.permissions(), status.uid(), status.gid(), size, size,
                status.modifiedSeconds(), 0, link, device ? status.rdevMajor() : 0, device ? status.rdevMinor() : 0, attributes,
                List.of()));
    }

    private static Map<String, byte[]> attributes(Fd file) throws KernelException {
        Map<String, byte[]> kept = new LinkedHashMap<>(ExtendedAttributes.all(file));
        kept.keySet().removeIf(name -> Opaque.isReserved(name) || !name.startsWith("user.") && !name.equals("security.capability"));
        return kept;
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
