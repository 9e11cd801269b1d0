// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/**
 * A unix socket's file. It is bound in a folder closed to others, given its owner and mode there, and then renamed to its place: so
 * nobody can connect who may not, and a stale file is replaced in one step.
 */
final class SocketFile {
    /** Of {@code sun_path} in unix(7), less the terminating zero. */
    private static final int MAX_PATH = 107;

    /** Binds a socket at a path. */
    interface Binder {
        void bind(Path path) throws IOException;
    }

    private final Path path;
    private final Object key;

    private SocketFile(Path path, Object key) {
        this.path = path;
        this.key = key;
    }

    /** @param group that may connect besides the owner; empty for nobody */
    static SocketFile make(Path path, String group, Binder binder) {
        String tried = "Cannot listen on " + path;
        if (path.toString().getBytes().length > MAX_PATH) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, tried, "a socket's path may have at most " + MAX_PATH + " bytes",
                    "choose a shorter one");
        }
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            refuseUnlessReplaceable(path, tried);
            Path closed = Files.createTempDirectory(folder, ".g", PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------")));
            Path temporary = closed.resolve("s");
            try {
                binder.bind(temporary);
                giveTo(temporary, group, tried);
                Object key = Files.readAttributes(temporary, BasicFileAttributes.class).fileKey();
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
                return new SocketFile(path, key);
            } finally {
                Files.deleteIfExists(temporary);
                Files.delete(closed);
            }
        } catch (IOException e) {
            throw EngineException.system(tried, e, "check the path and its permissions");
        }
    }

    /** Removes it unless somebody else put another in its place. */
    void remove() {
        try {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey().equals(key)) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw EngineException.system("Cannot remove the socket " + path, e, "delete it");
        }
    }

    private static void refuseUnlessReplaceable(Path path, String tried) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther()) {
            throw new EngineException(ErrorKind.CONFLICT, tried, "it exists and is no socket", "move it away or choose another path");
        }
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException nobodyListens) {
            return;
        }
        throw new EngineException(ErrorKind.CONFLICT, tried, "another process serves it",
                "stop that process or choose another path with -H");
    }

    private static void giveTo(Path socket, String group, String tried) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(socket, PosixFileAttributeView.class);
        if (group.isEmpty()) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
            return;
        }
        try {
            GroupPrincipal principal = socket.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group);
            view.setGroup(principal);
            view.setPermissions(PosixFilePermissions.fromString("rw-rw----"));
        } catch (UserPrincipalNotFoundException e) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, tried, "there is no group " + group,
                    "make it with groupadd " + group + ", or choose another with -G");
        }
    }
}
