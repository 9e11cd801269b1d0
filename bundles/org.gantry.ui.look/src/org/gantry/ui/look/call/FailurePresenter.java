// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.call;

/** Shows failures to the person where they look. */
@FunctionalInterface
public interface FailurePresenter {
    /** Called on the UI thread. */
    void show(Failure failure);
}
