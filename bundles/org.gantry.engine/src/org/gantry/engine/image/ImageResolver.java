// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

/** Finds images for those who make containers of them. Implemented by {@code ImageStore}. */
public interface ImageResolver {
    /**
     * @param reference a reference such as {@code debian:12}, an id, or an unambiguous beginning of an id
     * @throws org.gantry.engine.api.error.EngineException kind NOT_FOUND, with Docker's text {@code No such image: NAME}; kind
     *         INVALID_PARAMETER when it is no reference at all or several ids begin so
     */
    ResolvedImage resolve(String reference);
}
