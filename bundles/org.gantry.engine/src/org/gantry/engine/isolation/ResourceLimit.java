// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/**
 * A limit of setrlimit(2).
 *
 * @param resource number, {@code RLIMIT_NOFILE} is 7
 * @param soft what is in force; {@link #UNLIMITED} for none
 * @param hard up to where the process may raise it; {@link #UNLIMITED} for none
 */
public record ResourceLimit(int resource, long soft, long hard) {
    /** RLIM_INFINITY. */
    public static final long UNLIMITED = -1;
    public static final int NOFILE = 7;
}
