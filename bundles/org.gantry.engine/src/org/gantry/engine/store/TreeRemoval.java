// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Removes folder trees that images and containers filled. Names in them are any bytes, and trees may be nested deeper than a path can be
 * long or files may be open, so inner folders are first moved up beside the outer ones. Symbolic links are removed, never followed.
 * Platform threads only.
 */
public final class TreeRemoval {
    private TreeRemoval() {
    }

    /**
     * Removes a folder and all below it, if it is there. After a failure, what is left of it may stand beside it as
     * {@code FOLDER.removing-…}.
     */
    public static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(folder);
            return;
        }
        Path movedUp = null;
        Deque<Path> waiting = new ArrayDeque<>();
        waiting.add(folder);
        long count = 0;
        while (!waiting.isEmpty()) {
            Path next = waiting.removeLast();
            try (DirectoryStream<Path> children = Files.newDirectoryStream(next)) {
                for (Path child : children) {
                    if (!delete(child)) {
                        if (movedUp == null) {
                            movedUp = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".removing-");
                        }
                        Path up = movedUp.resolve(Long.toString(count++));
                        Files.move(child, up);
                        waiting.addLast(up);
                    }
                }
            }
            Files.delete(next);
        }
        if (movedUp != null) {
            Files.delete(movedUp);
        }
    }

    /** Removes all that is in a folder. */
    public static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                remove(child);
            }
        }
    }

    /** False for a folder that has something in it. */
    private static boolean delete(Path path) throws IOException {
        try {
            Files.delete(path);
        } catch (DirectoryNotEmptyException e) {
            return false;
        } catch (NoSuchFileException e) {
            return true;
        }
        return true;
    }
}
