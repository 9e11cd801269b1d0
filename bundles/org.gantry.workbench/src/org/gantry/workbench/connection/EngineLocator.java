// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Optional;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.EngineConfiguration;
import org.gantry.engine.api.EngineConnector;
import org.gantry.engine.api.EngineFactory;
import org.gantry.engine.api.EngineServer;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.error.StoreInUseException;

/**
 * Decides where the window's engine comes from: one that answers already is connected to; else, as root, one is opened in this process
 * and served, so that other clients find it too; else there is none. Blocks; not for the UI thread.
 */
final class EngineLocator {
    /** The group that may use the system's engine. */
    static final String GROUP = "gantry";

    private final Optional<EngineConnector> connector;
    private final Optional<EngineFactory> factory;
    private final Optional<EngineServer> server;
    private final boolean root;

    /**
     * @param connector connects to engines that live elsewhere; empty when that bundle is missing
     * @param factory opens engines in this process; empty when that bundle is missing
     * @param server serves them; empty when that bundle is missing
     * @param root whether this process has root's rights, which an engine needs
     */
    EngineLocator(Optional<EngineConnector> connector, Optional<EngineFactory> factory, Optional<EngineServer> server,
            boolean root) {
        this.connector = connector;
        this.factory = factory;
        this.server = server;
        this.root = root;
    }

    /** @throws EngineException a sentence on why there is no engine and what to do */
    FoundEngine locate(StartArguments arguments) {
        Attempt attempt = tryConnect(arguments.host());
        if (attempt.found() != null) {
            return attempt.found();
        }
        if (!root) {
            throw unreachable(arguments.host(), attempt.failure());
        }
        if (factory.isEmpty()) {
            throw attempt.failure();
        }
        return open(arguments);
    }

    /**
     * Connects and nothing else.
     *
     * @throws EngineException nobody answers there
     */
    FoundEngine connect(URI host) {
        Attempt attempt = tryConnect(host);
        if (attempt.found() == null) {
            throw attempt.failure();
        }
        return attempt.found();
    }

    private Attempt tryConnect(URI host) {
        if (connector.isEmpty()) {
            return new Attempt(null, new EngineException(ErrorKind.NOT_IMPLEMENTED, "Cannot connect to " + host,
                    "this product lacks the bundle org.gantry.engine.client", "install a complete product"));
        }
        try {
            return new Attempt(new FoundEngine.Remote(connector.get().connect(host), host), null);
        } catch (EngineException e) {
            return new Attempt(null, e);
        }
    }

    private FoundEngine open(StartArguments arguments) {
        EngineConfiguration configuration = arguments.configuration();
        Engine engine;
        try {
            engine = factory.orElseThrow().open(configuration);
        } catch (StoreInUseException e) {
            return connectToOwner(e);
        }
        return serve(engine, arguments.host(), configuration);
    }

    private FoundEngine connectToOwner(StoreInUseException inUse) {
        for (String host : inUse.ownerHosts()) {
            Attempt attempt = tryConnect(URI.create(host));
            if (attempt.found() != null) {
                return attempt.found();
            }
            inUse.addSuppressed(attempt.failure());
        }
        throw inUse;
    }

    private FoundEngine serve(Engine engine, URI host, EngineConfiguration configuration) {
        if (server.isEmpty()) {
            return new FoundEngine.Embedded(engine, host, configuration, Optional.empty(), Optional.empty());
        }
        try {
            EngineServer.Serving serving = server.get().serve(engine, List.of(host), "");
            return new FoundEngine.Embedded(engine, host, configuration, Optional.of(serving), Optional.empty());
        } catch (EngineException e) {
            // The window can work with its engine all the same; that others cannot is told as a problem.
            return new FoundEngine.Embedded(engine, host, configuration, Optional.empty(), Optional.of(e));
        }
    }

    private static EngineException unreachable(URI host, EngineException failure) {
        String tried = "Cannot reach an engine at " + host;
        return switch (failure.kind()) {
            case FORBIDDEN -> {
                String group = group(host);
                yield new EngineException(ErrorKind.FORBIDDEN, tried, "you may not open its socket",
                        "ask an administrator to add you to the group " + group + " (usermod -aG " + group + " "
                                + System.getProperty("user.name") + "), log in again and press Retry",
                        failure);
            }
            case UNAVAILABLE -> new EngineException(ErrorKind.UNAVAILABLE, tried, "nobody answers there",
                    "start gantryd as root, then press Retry", failure);
            default -> failure;
        };
    }

    /** The group that may open a socket, or by default would. */
    private static String group(URI host) {
        try {
            String group = Files.readAttributes(Path.of(host.getPath()), PosixFileAttributes.class).group().getName();
            return group.equals("root") ? GROUP : group;
        } catch (IOException e) {
            // Not even that may be seen.
            return GROUP;
        }
    }

    private record Attempt(FoundEngine found, EngineException failure) {
    }
}
