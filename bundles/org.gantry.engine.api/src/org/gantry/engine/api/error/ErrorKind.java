// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.error;

/**
 * What sort of failure an {@link EngineException} reports. Each kind has exactly one HTTP status (in the server) and one
 * presentation (in the workbench); the set is the one the Docker Engine API distinguishes.
 */
public enum ErrorKind {
    /** The named object does not exist. */
    NOT_FOUND,
    /** The request itself is wrong; repeating it unchanged cannot succeed. */
    INVALID_PARAMETER,
    /** The request contradicts the present state of an object. */
    CONFLICT,
    /** Credentials are missing or wrong. */
    UNAUTHORIZED,
    /** The engine or something it needs cannot be reached now. */
    UNAVAILABLE,
    /** The caller may not do this. */
    FORBIDDEN,
    /** The host failed: disk full, kernel refusal, corrupted store. */
    SYSTEM,
    /** The object is in the requested state already. */
    NOT_MODIFIED,
    /** The engine does not have this feature. */
    NOT_IMPLEMENTED,
    /** Somebody cancelled the work. */
    CANCELLED,
    /** Anything a remote engine said that fits no other kind. */
    UNKNOWN
}
