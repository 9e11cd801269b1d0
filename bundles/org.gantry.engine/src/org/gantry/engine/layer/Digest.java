// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 of some content: how blobs, layers and images are named. Other algorithms of the OCI image specification are optional and
 * nobody publishes them, so the store has none.
 *
 * @param hex 64 digits in lower case
 */
public record Digest(String hex) {
    private static final String ALGORITHM = "sha256:";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT = 12;

    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not 64 hexadecimal digits");
        }
    }

    /** {@code sha256:…}, or empty for anything else. */
    public static Optional<Digest> parse(String text) {
        if (text != null && text.startsWith(ALGORITHM) && HEX.matcher(text).region(ALGORITHM.length(), text.length()).matches()) {
            return Optional.of(new Digest(text.substring(ALGORITHM.length())));
        }
        return Optional.empty();
    }

    /** 64 digits without the algorithm, or empty for anything else. */
    public static Optional<Digest> ofHex(String text) {
        return HEX.matcher(text).matches() ? Optional.of(new Digest(text)) : Optional.empty();
    }

    /** What a hash that was fed now says; resets it. */
    public static Digest of(MessageDigest hash) {
        return new Digest(HexFormat.of().formatHex(hash.digest()));
    }

    public static Digest of(byte[] content) {
        MessageDigest hash = newHash();
        hash.update(content);
        return of(hash);
    }

    public static MessageDigest newHash() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The first digits, for people. */
    public String shortHex() {
        return hex.substring(0, SHORT);
    }

    /** {@code sha256:…}. */
    @Override
    public String toString() {
        return ALGORITHM + hex;
    }
}
