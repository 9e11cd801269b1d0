// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import org.gantry.engine.layer.LayerFolders.Folder;
import org.gantry.engine.layer.tar.EntryType;
import org.gantry.engine.layer.tar.TarEntry;
import org.gantry.engine.layer.tar.TarFormatException;
import org.gantry.engine.layer.tar.TarReader;
import org.gantry.engine.linux.Errno;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileContent;
import org.gantry.engine.linux.FileNames;
import org.gantry.engine.linux.FileStatus;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.OpenFiles;

/** Makes what one entry of a layer says, under a name that must be free. One thread. */
final class EntryMaker {
    private static final int BUFFER = 256 * 1024;

    private final LayerFolders folders;
    private final NodeAttributes attributes;
    private final HeaderStreamWriter headers;
    private final FileContent fileContent = new FileContent();
    private final byte[] buffer = new byte[BUFFER];

    EntryMaker(LayerFolders folders, NodeAttributes attributes, HeaderStreamWriter headers) {
        this.folders = folders;
        this.attributes = attributes;
        this.headers = headers;
    }

    /** @throws KernelException EEXIST, with nothing read of the content, when the name is taken */
    void make(TarEntry entry, Folder parent, EntryPath path, TarReader content) throws IOException {
        byte[] name = path.nameBytes();
        switch (entry.type()) {
            case FILE -> makeFile(entry, parent, path, content);
            // What a folder is to look like waits until everything is in it.
            case FOLDER -> FileNames.makeFolder(parent.fd(), name, 0700);
            case HARD_LINK -> makeHardLink(entry, parent, name);
            case SYMBOLIC_LINK -> {
                FileNames.makeSymbolicLink(parent.fd(), name, entry.linkName());
                finish(entry, parent, name);
            }
            case CHARACTER_DEVICE -> makeNode(entry, parent, name, FileStatus.S_IFCHR);
            case BLOCK_DEVICE -> makeNode(entry, parent, name, FileStatus.S_IFBLK);
            case FIFO -> makeNode(entry, parent, name, FileStatus.S_IFIFO);
            default -> throw new IllegalStateException("no such entry: " + entry.type());
        }
    }

    private void makeFile(TarEntry entry, Folder parent, EntryPath path, TarReader content) throws IOException {
        int flags = OpenFiles.O_WRONLY | OpenFiles.O_CREAT | OpenFiles.O_EXCL;
        String real = EntryPath.join(parent.path(), path.name());
        try (Fd file = OpenFiles.at(parent.fd(), path.nameBytes(), flags, 0600)) {
            if (entry.segments().isEmpty() && entry.size() == entry.stored()) {
                copy(content, file, 0, entry.stored(), real);
            } else {
                FileContent.size(file, entry.size());
                for (TarEntry.Segment segment : entry.segments()) {
                    copy(content, file, segment.offset(), segment.length(), real);
                }
            }
            attributes.apply(file, entry.uid(), entry.gid(), entry.mode(), entry.attributes(), entry.modifiedSeconds(),
                    entry.modifiedNanos());
        }
    }

    private void copy(TarReader content, Fd file, long offset, long length, String real) throws IOException {
        long done = 0;
        while (done < length) {
            int count = content.read(buffer, 0, (int) Math.min(BUFFER, length - done));
            fileContent.write(file, buffer, 0, count, offset + done);
            done += count;
        }
        headers.content(real, offset, length);
    }

    private void makeHardLink(TarEntry entry, Folder parent, byte[] name) throws IOException {
        EntryPath target = EntryPath.of(entry.linkName());
        Folder targetFolder = folders.find(target.parent());
        try {
            if (targetFolder == null || target.isRoot()) {
                throw new KernelException("linkat", Errno.ENOENT);
            }
            FileNames.makeHardLink(targetFolder.fd(), target.nameBytes(), parent.fd(), name);
        } catch (KernelException e) {
            if (e.errno() == Errno.ENOENT || e.errno() == Errno.EPERM) {
                throw new TarFormatException("the hard link " + EntryPath.display(EntryPath.latin1(entry.name()))
                        + " leads to no file of the layer: " + EntryPath.display(target.toString()));
            }
            throw e;
        }
    }

    private void makeNode(TarEntry entry, Folder parent, byte[] name, int type) throws IOException {
        FileNames.makeNode(parent.fd(), name, type | 0600, entry.deviceMajor(), entry.deviceMinor());
        finish(entry, parent, name);
    }

    private void finish(TarEntry entry, Folder parent, byte[] name) throws IOException {
        attributes.apply(parent.fd(), name, entry.uid(), entry.gid(), entry.mode(), entry.type() == EntryType.SYMBOLIC_LINK,
                entry.attributes(), entry.modifiedSeconds(), entry.modifiedNanos());
    }
}
