// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import java.util.ArrayList;
import java.util.List;

/** Something that happens at most once; who registers after it happened is called at once. Any thread may use it. */
final class Signal {
    private List<Runnable> listeners = new ArrayList<>();

    void on(Runnable listener) {
        synchronized (this) {
            if (listeners != null) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    void fire() {
        List<Runnable> called;
        synchronized (this) {
            if (listeners == null) {
                return;
            }
            called = listeners;
            listeners = null;
        }
        called.forEach(Runnable::run);
    }
}
