// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.PeerCredentials;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Arrays;
import org.gantry.engine.api.error.EngineException;

/** Listens on a unix socket and hands each connection's requests to a handler. */
public final class UnixListener implements AutoCloseable {
    private static final Logger LOG = System.getLogger(UnixListener.class.getName());
    private static final int BACKLOG = 1024;
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(64 * 1024, 256 * 1024);

    private final SocketFile file;
    private final Channel channel;

    private UnixListener(SocketFile file, Channel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Listens; clients are accepted when this answers.
     *
     * @param connections every accepted connection is added, and leaves when it is closed
     * @param group that may connect, empty for the owner alone
     * @throws EngineException the socket cannot be made, or somebody serves it
     */
    public static UnixListener open(EventLoopGroup loops, ChannelGroup connections, Path path, String group, RequestHandler handler) {
        ServerBootstrap bootstrap = new ServerBootstrap().group(loops).channel(EpollServerDomainSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .childHandler(new ChannelInitializer<EpollDomainSocketChannel>() {
                    @Override
                    protected void initChannel(EpollDomainSocketChannel client) {
                        connections.add(client);
                        logPeer(client, path);
                        client.pipeline().addLast(new Connection(client, handler).handlers());
                    }
                });
        Channel[] bound = new Channel[1];
        try {
            return new UnixListener(SocketFile.make(path, group, temporary -> bound[0] = bind(bootstrap, temporary)), bound[0]);
        } catch (EngineException e) {
            if (bound[0] != null) {
                bound[0].close();
            }
            throw e;
        }
    }

    /** Stops accepting and removes the socket file; connections stay. */
    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        file.remove();
    }

    private static Channel bind(ServerBootstrap bootstrap, Path path) throws IOException {
        var bound = bootstrap.bind(new DomainSocketAddress(path.toString())).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
        return bound.channel();
    }

    private static void logPeer(EpollDomainSocketChannel client, Path path) {
        if (!LOG.isLoggable(Level.DEBUG)) {
            return;
        }
        try {
            PeerCredentials peer = client.peerCredentials();
            LOG.log(Level.DEBUG, "Client connected to {0}: pid {1}, uid {2}, gid {3}", path, Integer.toString(peer.pid()),
                    Integer.toString(peer.uid()), Arrays.toString(peer.gids()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Client connected to " + path + "; who it is cannot be told", e);
        }
    }
}
