// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Opens connections to the socket of one engine. Any thread. */
final class Connector implements AutoCloseable {
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_CHUNK = 64 * 1024;

    private final UnixDomainSocketAddress address;
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    Connector(Path socket) {
        this.address = UnixDomainSocketAddress.of(socket);
    }

    Exchange connect() throws IOException, InterruptedException {
        Exchange exchange = new Exchange();
        ChannelFuture connected = new Bootstrap().group(loop).channel(NioDomainSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(MAX_LINE, MAX_LINE, MAX_CHUNK), exchange);
                    }
                })
                .connect(address).await();
        if (!connected.isSuccess()) {
            throw connected.cause() instanceof IOException failure ? failure : new IOException(connected.cause());
        }
        return exchange;
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
