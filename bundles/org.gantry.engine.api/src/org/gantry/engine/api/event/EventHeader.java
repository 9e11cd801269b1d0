// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import java.time.Instant;

/**
 * What every event has.
 *
 * @param engineId the engine it happened in
 * @param number position in that engine's journal; strictly increasing by one, starting at 1
 * @param time when it happened, UTC
 */
public record EventHeader(String engineId, long number, Instant time) {
}
