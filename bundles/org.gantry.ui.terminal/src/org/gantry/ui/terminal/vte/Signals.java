// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.vte;

import com.sun.jna.Callback;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Display;

/**
 * Signal handlers of GObjects. JNA lets go of a callback that nothing in Java refers to, and GTK would then jump to freed memory:
 * this keeps each until it is disconnected.
 */
final class Signals {
    /** {@code void (*) (object, data)}. */
    interface Plain extends Callback {
        void invoke(Pointer object, Pointer data);
    }

    /** {@code void (*) (object, pointer, data)}, such as size-allocate. */
    interface WithPointer extends Callback {
        void invoke(Pointer object, Pointer argument, Pointer data);
    }

    /** {@code void (*) (terminal, text, length, data)}: commit. */
    interface Commit extends Callback {
        void invoke(Pointer terminal, Pointer text, int length, Pointer data);
    }

    /** {@code gboolean (*) (widget, event, data)}; true stops the event. */
    interface OnEvent extends Callback {
        boolean invoke(Pointer widget, Pointer event, Pointer data);
    }

    private record Connection(Pointer object, NativeLong id, Callback handler) {
    }

    private final GObject gobject;
    private final Display display;
    private final List<Connection> connections = new ArrayList<>();

    Signals(GObject gobject, Display display) {
        this.gobject = gobject;
        this.display = display;
    }

    void onSignal(Pointer object, String signal, int flags, Runnable handler) {
        connect(object, signal, flags, (Plain) (source, data) -> guarded(handler));
    }

    void onAllocated(Pointer widget, Runnable handler) {
        WithPointer callback = (source, allocation, data) -> guarded(handler);
        connect(widget, "size-allocate", GObject.CONNECT_AFTER, callback);
    }

    void onCommit(Pointer terminal, Consumer<byte[]> handler) {
        Commit callback = (source, text, length, data) -> guarded(() -> handler.accept(text.getByteArray(0, length)));
        connect(terminal, "commit", 0, callback);
    }

    /** @param handler given the GdkEvent; true stops it */
    void onEvent(Pointer widget, String signal, int flags, Predicate<Pointer> handler) {
        OnEvent callback = (source, event, data) -> guarded(() -> handler.test(event));
        connect(widget, signal, flags, callback);
    }

    private void connect(Pointer object, String signal, int flags, Callback handler) {
        NativeLong id = gobject.g_signal_connect_data(object, signal, handler, null, null, flags);
        connections.add(new Connection(object, id, handler));
    }

    /** Disconnects the handlers of one object, to which a reference must be held. */
    void disconnect(Pointer object) {
        connections.removeIf(connection -> {
            boolean its = connection.object().equals(object);
            if (its && gobject.g_signal_handler_is_connected(object, connection.id())) {
                gobject.g_signal_handler_disconnect(object, connection.id());
            }
            return its;
        });
    }

    private void guarded(Runnable handler) {
        guarded(() -> {
            handler.run();
            return false;
        });
    }

    /** An exception must not unwind through GTK's frames: it goes the way of those of other UI code, through the event loop. */
    private boolean guarded(BooleanSupplier handler) {
        try {
            return handler.getAsBoolean();
        } catch (RuntimeException e) {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    throw e;
                });
            }
            return false;
        }
    }
}
