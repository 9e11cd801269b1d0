// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gantry.engine.layer.tar.TarEntry;
import org.gantry.engine.layer.tar.TarFormatException;
import org.gantry.engine.linux.Errno;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.OpenFiles;

/**
 * What folders are to become once everything is in them: making a file changes its folder's time, and would inherit a group or an
 * access list of it. Kept packed, since a hostile layer may be a million folders.
 */
final class FolderAttributes {
    private final int limit;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(packed);

    /** @param limit bytes of memory */
    FolderAttributes(int limit) {
        this.limit = limit;
    }

    /** @param path free of symbolic links; empty for the layer's root */
    void add(String path, TarEntry entry) throws IOException {
        if (packed.size() > limit) {
            throw new TarFormatException("its folders take more than " + limit + " bytes to describe");
        }
        writeBytes(EntryPath.bytes(path));
        out.writeInt(entry.mode());
        out.writeInt((int) entry.uid());
        out.writeInt((int) entry.gid());
        out.writeLong(entry.modifiedSeconds());
        out.writeInt(entry.modifiedNanos());
        out.writeInt(entry.attributes().size());
        for (Map.Entry<String, byte[]> attribute : entry.attributes().entrySet()) {
            writeBytes(EntryPath.bytes(attribute.getKey()));
            writeBytes(attribute.getValue());
        }
    }

    /** Gives all folders what they were to get, in the order they came, so that the last entry of a folder holds. */
    void apply(Fd root, NodeAttributes attributes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed.toByteArray()));
        while (in.available() > 0) {
            byte[] path = readBytes(in);
            int mode = in.readInt();
            long uid = in.readInt() & 0xFFFFFFFFL;
            long gid = in.readInt() & 0xFFFFFFFFL;
            long seconds = in.readLong();
            int nanos = in.readInt();
            Map<String, byte[]> extended = new LinkedHashMap<>();
            for (int count = in.readInt(); count > 0; count--) {
                String name = EntryPath.latin1(readBytes(in));
                extended.put(name, readBytes(in));
            }
            try (Fd folder = open(root, path)) {
                if (folder != null) {
                    attributes.apply(folder, uid, gid, mode, extended, seconds, nanos);
                }
            }
        }
    }

    /** Null when a later entry put something else in the folder's place. */
    static Fd open(Fd root, byte[] path) throws KernelException {
        try {
            return OpenFiles.below(root, path.length == 0 ? new byte[] {'.'} : path, OpenFiles.O_RDONLY | OpenFiles.O_DIRECTORY,
                    OpenFiles.RESOLVE_BENEATH | OpenFiles.RESOLVE_NO_SYMLINKS);
        } catch (KernelException e) {
            if (e.errno() == Errno.ENOENT || e.errno() == Errno.ENOTDIR || e.errno() == Errno.ELOOP) {
                return null;
            }
            throw e;
        }
    }

    private void writeBytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
