// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.EngineServer.Serving;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.server.container.ContainerArchiveRoutes;
import org.gantry.engine.server.container.ContainerRoutes;
import org.gantry.engine.server.container.ContainerStreamRoutes;
import org.gantry.engine.server.event.EventRoutes;
import org.gantry.engine.server.exec.ExecRoutes;
import org.gantry.engine.server.http.RequestHandler;
import org.gantry.engine.server.http.SteadyEpoll;
import org.gantry.engine.server.http.UnixListener;
import org.gantry.engine.server.image.ImageLoadRoutes;
import org.gantry.engine.server.image.ImageRoutes;
import org.gantry.engine.server.network.NetworkRoutes;
import org.gantry.engine.server.route.ApiHandler;
import org.gantry.engine.server.route.Router;
import org.gantry.engine.server.route.Routes;
import org.gantry.engine.server.system.SystemRoutes;
import org.gantry.engine.server.volume.VolumeRoutes;

/** An engine that is being served: listeners, their threads and the connections. */
public final class ApiServing implements Serving {
    /** Event loops only move bytes; requests run on virtual threads. */
    private static final int LOOPS = 2;
    private static final String DEFAULT_GROUP = "gantry";
    private static final String MACHINE_ID = "io.netty.machineId";

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(LOOPS, new DefaultThreadFactory("api", true),
            new SteadyEpoll());
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final List<UnixListener> listeners = new ArrayList<>();

    private ApiServing() {
    }

    /**
     * Listens at all addresses or none.
     *
     * @param group as for {@link org.gantry.engine.api.EngineServer#serve}
     * @param labels the daemon's, for {@code /info}
     */
    public static ApiServing start(Engine engine, List<URI> addresses, String group, List<String> labels) {
        if (System.getProperty(MACHINE_ID) == null) {
            // Else Netty looks for a network card, to tell its channels from those of other machines, and complains where there is none.
            System.setProperty(MACHINE_ID, "00:00:00:00:00:00:00:01");
        }
        ApiServing serving = new ApiServing();
        try {
            RequestHandler handler = new ApiHandler(new Router(areas(engine, labels)), serverHeader(engine));
            for (URI address : addresses) {
                serving.listeners.add(UnixListener.open(serving.loops, serving.connections, path(address),
                        group.isEmpty() ? defaultGroup() : group, handler));
            }
            return serving;
        } catch (RuntimeException e) {
            serving.close();
            throw e;
        }
    }

    /** The API's areas: a new one is a line here. */
    private static List<Routes> areas(Engine engine, List<String> labels) {
        return List.of(new SystemRoutes(engine, labels), new EventRoutes(engine), new ContainerRoutes(engine),
                new ContainerStreamRoutes(engine), new ContainerArchiveRoutes(engine), new ExecRoutes(engine),
                new ImageLoadRoutes(engine), new ImageRoutes(engine), new NetworkRoutes(engine), new VolumeRoutes(engine));
    }

    /**
     * The path of a unix address.
     *
     * @throws EngineException it is another kind of address
     */
    public static Path path(URI address) {
        String path = address.getPath();
        if (!"unix".equals(address.getScheme()) || path == null || !path.startsWith("/") || address.getHost() != null) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot listen on " + address,
                    "only unix sockets are served, by an absolute path", "use an address such as unix:///run/gantry/gantry.sock");
        }
        return Path.of(path);
    }

    @Override
    public int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        listeners.forEach(UnixListener::close);
        connections.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        // Requests that are being answered are told that their client is gone, and may still have something to say to it.
        loops.shutdownGracefully(100, 1000, TimeUnit.MILLISECONDS);
    }

    private static String serverHeader(Engine engine) {
        return "Gantry/" + engine.system().version().version() + " (linux)";
    }

    private static String defaultGroup() {
        try {
            return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByGroupName(DEFAULT_GROUP).getName();
        } catch (UserPrincipalNotFoundException e) {
            return "";
        } catch (IOException e) {
            throw EngineException.system("Cannot look up the group " + DEFAULT_GROUP, e, "name one with -G");
        }
    }
}
