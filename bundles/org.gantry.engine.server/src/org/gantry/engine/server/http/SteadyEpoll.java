// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.http;

import io.netty.channel.IoEvent;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Netty's epoll, with two things it lacks for connections whose client has shut its sending side. Netty takes a connection that waits
 * for nothing out of epoll and then fails when it waits for room to write (4.2.13 to 4.2.18, {@code epoll_ctl}: ENOENT); here it stays,
 * edge-triggered. And EPOLLHUP, which says that the client is gone altogether, closes the connection.
 */
public final class SteadyEpoll implements IoHandlerFactory {
    private static final Logger LOG = System.getLogger(SteadyEpoll.class.getName());
    /** Of epoll_ctl(2); Netty has no constant for it. */
    private static final int EPOLLHUP = 0x10;
    private static final EpollIoOps IDLE = EpollIoOps.EPOLLRDHUP.with(EpollIoOps.EPOLLET);

    private final IoHandlerFactory netty = EpollIoHandler.newFactory();

    @Override
    public IoHandler newHandler(ThreadAwareExecutor executor) {
        return new Handler(netty.newHandler(executor));
    }

    @Override
    public boolean isChangingThreadSupported() {
        return netty.isChangingThreadSupported();
    }

    private record Handler(IoHandler netty) implements IoHandler {
        @Override
        public void initialize() {
            netty.initialize();
        }

        @Override
        public int run(IoHandlerContext context) {
            return netty.run(context);
        }

        @Override
        public void prepareToDestroy() {
            netty.prepareToDestroy();
        }

        @Override
        public void destroy() {
            netty.destroy();
        }

        @Override
        public IoRegistration register(IoHandle handle) throws Exception {
            return handle instanceof EpollIoHandle epoll ? new Registration(netty.register(new Handle(epoll))) : netty.register(handle);
        }

        @Override
        public void wakeup() {
            netty.wakeup();
        }

        @Override
        public boolean isCompatible(Class<? extends IoHandle> type) {
            return netty.isCompatible(type);
        }
    }

    private record Registration(IoRegistration netty) implements IoRegistration {
        @Override
        public <T> T attachment() {
            return netty.attachment();
        }

        @Override
        public long submit(IoOps ops) {
            return netty.submit(ops.equals(EpollIoOps.NONE) ? IDLE : ops);
        }

        @Override
        public boolean isValid() {
            return netty.isValid();
        }

        @Override
        public boolean cancel() {
            return netty.cancel();
        }
    }

    private record Handle(EpollIoHandle netty) implements EpollIoHandle {
        @Override
        public FileDescriptor fd() {
            return netty.fd();
        }

        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            netty.handle(registration, event);
            if (event instanceof EpollIoEvent epoll && (epoll.ops().value() & EPOLLHUP) != 0) {
                close();
            }
        }

        @Override
        public void registered() {
            netty.registered();
        }

        @Override
        public void unregistered() {
            netty.unregistered();
        }

        @Override
        public void close() {
            try {
                netty.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "Closing a connection failed: " + e, e);
            }
        }
    }
}
