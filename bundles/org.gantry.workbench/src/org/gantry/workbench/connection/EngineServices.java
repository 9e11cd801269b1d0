// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gantry.engine.api.EngineConnector;
import org.gantry.engine.api.EngineFactory;
import org.gantry.engine.api.EngineServer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The engine bundles of this product, as far as they are there. */
final class EngineServices {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String UIDS = "Uid:";

    private final BundleContext bundles = FrameworkUtil.getBundle(EngineServices.class).getBundleContext();

    /** A locator on the services that exist now. */
    EngineLocator locator() {
        return new EngineLocator(service(EngineConnector.class), service(EngineFactory.class), service(EngineServer.class), isRoot());
    }

    private <S> Optional<S> service(Class<S> type) {
        ServiceReference<S> reference = bundles.getServiceReference(type);
        return reference == null ? Optional.empty() : Optional.ofNullable(bundles.getService(reference));
    }

    /** The effective user id decides: the second number after "Uid:", see proc(5). */
    private static boolean isRoot() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(UIDS))
                    .anyMatch(line -> line.substring(UIDS.length()).strip().split("\\s+")[1].equals("0"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + STATUS, e);
        }
    }
}
