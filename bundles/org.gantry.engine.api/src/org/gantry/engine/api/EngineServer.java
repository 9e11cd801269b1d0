// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api;

import java.net.URI;
import java.util.List;

/** OSGi service of the server bundle: serves any engine by the Docker Engine API. */
public interface EngineServer {
    /**
     * Listens; answers once connections are accepted.
     *
     * @param engine what is served; not closed by this
     * @param addresses {@code unix:///path}; a stale socket file is replaced, a live one is an error
     * @param group group that may use the sockets (mode 0660); empty for the default: {@code gantry} if it exists, else root alone
     */
    Serving serve(Engine engine, List<URI> addresses, String group);

    /** A server that listens. */
    interface Serving extends AutoCloseable {
        /** Clients that are connected now. */
        int connections();

        /** Stops listening, ends connections and removes socket files. */
        @Override
        void close();
    }
}
