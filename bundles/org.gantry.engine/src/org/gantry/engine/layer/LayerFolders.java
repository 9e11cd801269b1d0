// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gantry.engine.layer.tar.TarFormatException;
import org.gantry.engine.linux.Errno;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileNames;
import org.gantry.engine.linux.FileStatus;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.OpenFiles;

/**
 * The folders of a layer that is being unpacked: finds them, makes missing ones, and keeps those last used open. Every way in is held
 * inside the layer by the kernel (openat2(2)); symbolic links of the layer are followed as they would be inside a container. One thread.
 */
final class LayerFolders implements AutoCloseable {
    private static final int OPEN_FOLDERS = 128;
    private static final int MAX_LINKS = 40;
    private static final int FOLDER = OpenFiles.O_PATH | OpenFiles.O_DIRECTORY;
    private static final long WITHOUT_LINKS = OpenFiles.RESOLVE_BENEATH | OpenFiles.RESOLVE_NO_SYMLINKS;
    private static final long WITH_LINKS = OpenFiles.RESOLVE_IN_ROOT | OpenFiles.RESOLVE_NO_MAGICLINKS;

    private final Folder root;
    private final String rootPath;
    private final ImpliedFolders implied;
    private final Map<String, Folder> open = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * An open folder.
     *
     * @param fd its descriptor, an O_PATH one; stays valid until the next call of this class
     * @param path where it is, free of symbolic links
     */
    record Folder(Fd fd, String path) {
    }

    /** @param root taken over; closed with this */
    LayerFolders(Fd root, ImpliedFolders implied) throws KernelException {
        this.root = new Folder(root, "");
        this.rootPath = EntryPath.latin1(FileNames.pathOf(root));
        this.implied = implied;
    }

    /**
     * The folder at a path, made if it is missing.
     *
     * @param modifiedSeconds when the entry changed that needs it: the time a made folder gets
     */
    Folder require(String path, long modifiedSeconds) throws IOException {
        return require(path, modifiedSeconds, MAX_LINKS);
    }

    /** The folder at a path, or null when there is none. */
    Folder find(String path) throws IOException {
        if (path.isEmpty()) {
            return root;
        }
        Folder known = open.get(path);
        if (known != null) {
            return known;
        }
        Folder found = openBelow(path);
        if (found != null) {
            keep(path, found);
        }
        return found;
    }

    /** Forgets what is open; to be called when a name that may have been a folder or a link is gone. */
    void forget() {
        open.values().forEach(folder -> folder.fd().close());
        open.clear();
    }

    @Override
    public void close() {
        forget();
        root.fd().close();
    }

    private Folder require(String path, long modifiedSeconds, int linksLeft) throws IOException {
        Folder folder = find(path);
        int end = path.length();
        while (folder == null) {
            end = path.lastIndexOf('/', end - 1);
            folder = end < 0 ? root : find(path.substring(0, end));
        }
        while (end < path.length()) {
            int start = end + 1;
            int next = path.indexOf('/', start);
            end = next < 0 ? path.length() : next;
            folder = make(folder, path.substring(0, end), path.substring(start, end), modifiedSeconds, linksLeft);
        }
        return folder;
    }

    /** Makes the folder at a path, in the one it belongs in. */
    private Folder make(Folder parent, String path, String name, long modifiedSeconds, int linksLeft) throws IOException {
        byte[] nameBytes = EntryPath.bytes(name);
        try {
            FileNames.makeFolder(parent.fd(), nameBytes, 0700);
            implied.add(EntryPath.join(parent.path(), name), modifiedSeconds);
        } catch (KernelException e) {
            if (e.errno() != Errno.EEXIST) {
                throw e;
            }
            FileStatus inTheWay = FileStatus.of(parent.fd(), nameBytes);
            if (inTheWay.isWhiteout()) {
                replaceWhiteout(parent, name, modifiedSeconds);
            } else if (inTheWay.type() == FileStatus.S_IFLNK) {
                return requireTarget(parent, name, modifiedSeconds, linksLeft - 1);
            } else {
                throw new TarFormatException(EntryPath.display(path) + " is used as a folder but is none");
            }
        }
        return find(path);
    }

    /** What lies below in lower layers stays hidden: the folder begins anew. */
    private void replaceWhiteout(Folder parent, String name, long modifiedSeconds) throws IOException {
        byte[] bytes = EntryPath.bytes(name);
        FileNames.remove(parent.fd(), bytes);
        FileNames.makeFolder(parent.fd(), bytes, 0700);
        Opaque.mark(parent.fd(), bytes);
        implied.add(EntryPath.join(parent.path(), name), modifiedSeconds);
    }

    /** A link to a folder that this layer does not have, such as {@code lib} to {@code usr/lib}. */
    private Folder requireTarget(Folder parent, String name, long modifiedSeconds, int linksLeft) throws IOException {
        if (linksLeft <= 0) {
            throw new TarFormatException(EntryPath.display(EntryPath.join(parent.path(), name)) + " leads through too many symbolic links");
        }
        String target = EntryPath.latin1(FileNames.readSymbolicLink(parent.fd(), EntryPath.bytes(name)));
        String path = target.startsWith("/") ? target : EntryPath.join(parent.path(), target);
        return require(EntryPath.inside(path), modifiedSeconds, linksLeft);
    }

    private Folder openBelow(String path) throws IOException {
        byte[] bytes = EntryPath.bytes(path);
        try {
            return new Folder(OpenFiles.below(root.fd(), bytes, FOLDER, WITHOUT_LINKS), path);
        } catch (KernelException e) {
            if (e.errno() == Errno.ENOENT || e.errno() == Errno.ENOTDIR) {
                return null;
            }
            if (e.errno() != Errno.ELOOP) {
                throw e;
            }
        }
        try {
            Fd fd = OpenFiles.below(root.fd(), bytes, FOLDER, WITH_LINKS);
            return new Folder(fd, pathInLayer(fd));
        } catch (KernelException e) {
            if (e.errno() == Errno.ENOENT || e.errno() == Errno.ENOTDIR) {
                return null;
            }
            throw e;
        }
    }

    private String pathInLayer(Fd fd) throws KernelException {
        try {
            String path = EntryPath.latin1(FileNames.pathOf(fd));
            return path.length() <= rootPath.length() ? "" : path.substring(rootPath.length() + 1);
        } catch (KernelException e) {
            fd.close();
            throw e;
        }
    }

    private void keep(String path, Folder folder) {
        if (open.size() >= OPEN_FOLDERS) {
            var oldest = open.entrySet().iterator();
            oldest.next().getValue().fd().close();
            oldest.remove();
        }
        open.put(path, folder);
    }
}
