// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gantry.engine.layer.LayerFolders.Folder;
import org.gantry.engine.layer.tar.TarEntry;
import org.gantry.engine.layer.tar.TarFormatException;
import org.gantry.engine.layer.tar.TarReader;
import org.gantry.engine.linux.Errno;
import org.gantry.engine.linux.FileNames;
import org.gantry.engine.linux.FileStatus;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.OpenFiles;

/**
 * Unpacks the tar of a layer, which nobody need trust, into a folder of the store, in the form overlayfs stacks. Whiteouts are those of
 * the OCI image specification ("Filesystem Layers"). Nothing is synced. Blocks on kernel calls: platform threads only.
 */
public final class LayerUnpacker {
    private static final String WHITEOUT = ".wh.";
    private static final String WHITEOUT_META = ".wh..wh.";
    private static final String WHITEOUT_OPAQUE = ".wh..wh..opq";

    private final UnpackLimits limits;

    public LayerUnpacker(UnpackLimits limits) {
        this.limits = limits;
    }

    /**
     * Unpacks until the stream's end, its end mark and what follows it included.
     *
     * @param tar plain
     * @param folder to make; left behind half filled on any failure, to be removed by the caller
     * @throws TarFormatException the tar is damaged, hostile, or asks for what no file system can hold
     * @throws IOException reading the stream or writing the store failed
     */
    public UnpackedLayer unpack(InputStream tar, Path folder) throws IOException {
        LayerFiles files = new LayerFiles(folder);
        Files.createDirectory(folder);
        Files.createDirectory(files.content());
        ImpliedFolders implied = new ImpliedFolders(limits.impliedFolders());
        implied.add("", 0);
        try (LayerFolders folders = new LayerFolders(OpenFiles.folder(files.content()), implied);
                HeaderStreamWriter headers = new HeaderStreamWriter(files.headers())) {
            Unpacking unpacking = new Unpacking(files, folders, headers, implied);
            TarReader reader = new TarReader(tar, headers);
            for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
                unpacking.place(entry, reader);
            }
            reader.drain();
            headers.end();
            unpacking.finish();
            return unpacking.result();
        }
    }

    /** One layer under way. */
    private final class Unpacking {
        private final LayerFiles files;
        private final LayerFolders folders;
        private final ImpliedFolders implied;
        private final NodeAttributes attributes = new NodeAttributes();
        private final FolderAttributes folderAttributes = new FolderAttributes(limits.folderBytes());
        private final Replaced replaced;
        private final EntryMaker maker;
        private long size;
        private long count;

        Unpacking(LayerFiles files, LayerFolders folders, HeaderStreamWriter headers, ImpliedFolders implied) {
            this.files = files;
            this.folders = folders;
            this.implied = implied;
            this.replaced = new Replaced(files, headers);
            this.maker = new EntryMaker(folders, attributes, headers);
        }

        void place(TarEntry entry, TarReader content) throws IOException {
            count++;
            if (count > limits.entries()) {
                throw new TarFormatException("it has more than " + limits.entries() + " entries");
            }
            EntryPath path = EntryPath.of(entry.name());
            try {
                if (path.isRoot()) {
                    placeRoot(entry);
                } else if (path.name().startsWith(WHITEOUT)) {
                    placeWhiteout(path, entry);
                } else {
                    placeNode(path, entry, content);
                }
            } catch (KernelException e) {
                throw blame(e, path);
            }
        }

        void finish() throws IOException {
            Folder root = folders.find("");
            folderAttributes.apply(root.fd(), attributes);
        }

        UnpackedLayer result() {
            return new UnpackedLayer(files, size, count, implied.all(), attributes.refused());
        }

        private void placeRoot(TarEntry entry) throws IOException {
            if (!entry.isFolder()) {
                throw new TarFormatException("an entry puts something other than a folder in the layer's root");
            }
            implied.remove("");
            folderAttributes.add("", entry);
        }

        private void placeWhiteout(EntryPath path, TarEntry entry) throws IOException {
            if (path.name().equals(WHITEOUT_OPAQUE)) {
                Opaque.mark(folders.require(path.parent(), entry.modifiedSeconds()).fd());
                return;
            }
            if (path.name().startsWith(WHITEOUT_META)) {
                // Bookkeeping of aufs, which says nothing about files.
                return;
            }
            String hidden = path.name().substring(WHITEOUT.length());
            if (hidden.isEmpty() || hidden.equals(".") || hidden.equals("..")) {
                throw new TarFormatException("the whiteout " + EntryPath.display(path.toString()) + " hides no name");
            }
            Folder parent = folders.require(path.parent(), entry.modifiedSeconds());
            byte[] name = EntryPath.bytes(hidden);
            try {
                Opaque.whiteOut(parent.fd(), name);
            } catch (KernelException e) {
                // A whiteout speaks of lower layers only; what this layer itself has there stays.
                if (e.errno() != Errno.EEXIST) {
                    throw e;
                }
                if (FileStatus.of(parent.fd(), name).isFolder()) {
                    Opaque.mark(parent.fd(), name);
                }
            }
        }

        private void placeNode(EntryPath path, TarEntry entry, TarReader content) throws IOException {
            Folder parent = folders.require(path.parent(), entry.modifiedSeconds());
            boolean madeNew;
            try {
                madeNew = true;
                maker.make(entry, parent, path, content);
            } catch (KernelException e) {
                if (e.errno() != Errno.EEXIST) {
                    throw e;
                }
                madeNew = false;
            }
            if (!madeNew) {
                placeOver(path, parent, entry, content);
            }
            if (entry.isFolder()) {
                String real = EntryPath.join(folders.require(path.parent(), entry.modifiedSeconds()).path(), path.name());
                implied.remove(real);
                folderAttributes.add(real, entry);
            }
            size = saturatedSum(size, entry.size());
        }

        /** The last entry of a name holds, but a folder keeps what is in it when it comes again. */
        private void placeOver(EntryPath path, Folder parent, TarEntry entry, TarReader content) throws IOException {
            FileStatus old = FileStatus.of(parent.fd(), path.nameBytes());
            if (old.isFolder() && entry.isFolder()) {
                return;
            }
            String real = EntryPath.join(parent.path(), path.name());
            if (old.isWhiteout()) {
                FileNames.remove(parent.fd(), path.nameBytes());
            } else {
                replaced.moveOut(parent, path, real);
                folders.forget();
            }
            Folder again = folders.require(path.parent(), entry.modifiedSeconds());
            maker.make(entry, again, path, content);
            if (old.isWhiteout() && entry.isFolder()) {
                Opaque.mark(again.fd(), path.nameBytes());
            }
        }
    }

    /** Errors that only a strange tar can cause are the tar's; the rest are the machine's. */
    private static IOException blame(KernelException e, EntryPath path) {
        String entry = "the entry " + EntryPath.display(path.toString());
        return switch (e.errno()) {
            case Errno.ENAMETOOLONG -> new TarFormatException(entry + " has too long a name");
            case Errno.ELOOP -> new TarFormatException(entry + " leads through too many symbolic links");
            case Errno.EEXIST -> new TarFormatException(entry + " is a link to itself");
            case Errno.EFBIG -> new TarFormatException(entry + " is larger than a file can be");
            case Errno.ENOTDIR, Errno.ENOENT -> new TarFormatException(entry + " cannot be made: " + e.getMessage());
            case Errno.EINVAL -> new TarFormatException(entry + " asks for what the kernel refuses: " + e.getMessage());
            case Errno.ERANGE, Errno.E2BIG -> new TarFormatException(entry + " has too large an extended attribute");
            default -> new IOException(entry + " cannot be unpacked: " + e.getMessage(), e);
        };
    }

    static long saturatedSum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
