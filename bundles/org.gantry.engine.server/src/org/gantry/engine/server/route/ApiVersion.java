// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.route;

/**
 * A version of the Docker Engine API.
 *
 * @param major first number
 * @param minor second number
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** Newest version served. */
    public static final ApiVersion NEWEST = new ApiVersion(1, 47);
    /** Oldest version served. */
    public static final ApiVersion OLDEST = new ApiVersion(1, 24);

    /**
     * Reads {@code 1.47}.
     *
     * @throws NumberFormatException the text is no version
     */
    static ApiVersion parse(String text) {
        int dot = text.indexOf('.');
        return new ApiVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return compareTo(new ApiVersion(otherMajor, otherMinor)) >= 0;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
