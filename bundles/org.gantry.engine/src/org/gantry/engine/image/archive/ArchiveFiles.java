// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.gantry.engine.layer.Digest;

/** What an archive holds, by the names it uses. */
public final class ArchiveFiles {
    private static final int MAX_FILES = 200_000;
    private static final int MAX_LINKS = 10;
    private static final int MAX_JSON = 16 << 20;

    private final Map<String, ArchiveFile> files = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    /** A name that comes again takes room on the disk all the same. */
    private int added;

    void add(String name, ArchiveFile file) throws ArchiveException {
        checkCount();
        files.put(name, file);
        links.remove(name);
    }

    /** Docker writes a layer that several images share once, and links to it. */
    void addLink(String name, String target) throws ArchiveException {
        checkCount();
        links.put(name, target);
        files.remove(name);
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    /** Null when there is none. */
    public ArchiveFile find(String name) {
        String current = normal(name);
        for (int i = 0; i < MAX_LINKS && current != null; i++) {
            ArchiveFile file = files.get(current);
            if (file != null) {
                return file;
            }
            current = links.get(current);
        }
        return null;
    }

    /** A blob of an OCI image layout, or null when the archive has none with this digest, which is verified. */
    public ArchiveFile blob(Digest digest) throws ArchiveException {
        ArchiveFile file = find("blobs/sha256/" + digest.hex());
        if (file != null && !file.digest().equals(digest)) {
            throw wrongDigest("blobs/sha256/" + digest.hex(), digest, file.digest());
        }
        return file;
    }

    /** The bytes of a file that should be JSON. */
    public static byte[] json(String name, ArchiveFile file) throws IOException {
        if (!(file instanceof ArchiveFile.Stored stored)) {
            throw new ArchiveException("its " + name + " is no JSON document");
        }
        if (stored.size() > MAX_JSON) {
            throw new ArchiveException("its " + name + " is larger than " + (MAX_JSON >> 20) + " MiB");
        }
        return Files.readAllBytes(stored.path());
    }

    static ArchiveException wrongDigest(String name, Digest expected, Digest actual) {
        return new ArchiveException("the content of " + name + " has the digest " + actual + " instead of " + expected
                + "; the archive is damaged or was tampered with, get it again");
    }

    /** Names as they are looked up: without {@code .} and empty components; null when {@code ..} leads out. */
    static String normal(String name) {
        StringBuilder normal = new StringBuilder();
        for (String component : name.split("/")) {
            if (component.equals("..")) {
                if (normal.isEmpty()) {
                    return null;
                }
                normal.setLength(Math.max(0, normal.lastIndexOf("/")));
            } else if (!component.isEmpty() && !component.equals(".")) {
                normal.append(normal.isEmpty() ? "" : "/").append(component);
            }
        }
        return normal.toString();
    }

    private void checkCount() throws ArchiveException {
        if (++added > MAX_FILES) {
            throw new ArchiveException("it holds more than " + MAX_FILES + " files");
        }
    }
}
