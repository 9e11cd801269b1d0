// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.io.IOException;
import java.util.Map;
import org.gantry.engine.linux.Errno;
import org.gantry.engine.linux.ExtendedAttributes;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileAttributes;
import org.gantry.engine.linux.KernelException;

/**
 * Gives unpacked things their owner, permissions, extended attributes and time, in the order that keeps each: changing the owner drops
 * setuid and capabilities, and everything changes the time. Counts attributes that the file system cannot hold.
 */
final class NodeAttributes {
    private long refused;

    /** To an open file or folder. */
    void apply(Fd fd, long uid, long gid, int mode, Map<String, byte[]> extended, long seconds, int nanos) throws IOException {
        FileAttributes.owner(fd, uid, gid);
        FileAttributes.permissions(fd, mode);
        for (Map.Entry<String, byte[]> each : extended.entrySet()) {
            if (!Opaque.isReserved(each.getKey())) {
                try {
                    ExtendedAttributes.set(fd, each.getKey(), each.getValue());
                } catch (KernelException e) {
                    countRefusal(e);
                }
            }
        }
        FileAttributes.modified(fd, seconds, nanos);
    }

    /** To a name in an open folder that is no file and no folder. Symbolic links have no permissions of their own. */
    void apply(Fd folder, byte[] name, long uid, long gid, int mode, boolean isLink, Map<String, byte[]> extended, long seconds,
            int nanos) throws IOException {
        FileAttributes.owner(folder, name, uid, gid);
        if (!isLink) {
            FileAttributes.permissions(folder, name, mode);
        }
        for (Map.Entry<String, byte[]> each : extended.entrySet()) {
            if (!Opaque.isReserved(each.getKey())) {
                try {
                    ExtendedAttributes.set(folder, name, each.getKey(), each.getValue());
                } catch (KernelException e) {
                    countRefusal(e);
                }
            }
        }
        FileAttributes.modified(folder, name, seconds, nanos);
    }

    /** How many extended attributes could not be kept. */
    long refused() {
        return refused;
    }

    /** Other engines, too, load an image whose attributes this file system does not know (no support, or not on such a node). */
    private void countRefusal(KernelException e) throws KernelException {
        if (e.errno() != Errno.EOPNOTSUPP && e.errno() != Errno.EPERM) {
            throw e;
        }
        refused++;
    }
}
