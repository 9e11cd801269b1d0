// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.notice;

import java.time.Instant;
import org.gantry.ui.look.call.Failure;

/**
 * A failure that was shown.
 *
 * @param number counts up from 1
 * @param time when
 */
public record Problem(int number, Instant time, Failure failure) {
}
