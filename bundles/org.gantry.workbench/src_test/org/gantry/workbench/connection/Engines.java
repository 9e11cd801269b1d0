// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventFeed;
import org.gantry.engine.api.event.EventJournal;

/** Engines that only have what a connection looks at: an id, a journal that can break off, and whether they were closed. */
final class Engines {
    private Engines() {
    }

    /** An engine to be lost. */
    static final class Losable {
        final AtomicInteger closed = new AtomicInteger();
        final AtomicInteger followed = new AtomicInteger();
        private final BlockingQueue<EngineException> breaks = new ArrayBlockingQueue<>(4);
        final Engine engine;

        Losable(String id) {
            EventJournal journal = proxy(EventJournal.class, (self, method, arguments) -> switch (method.getName()) {
                case "newest" -> 7L;
                case "follow" -> new Feed();
                default -> throw new AssertionError("a connection has no business with " + method.getName());
            });
            engine = proxy(Engine.class, (self, method, arguments) -> switch (method.getName()) {
                case "id" -> id;
                case "journal" -> journal;
                case "close" -> {
                    closed.incrementAndGet();
                    yield null;
                }
                default -> throw new AssertionError("a connection has no business with " + method.getName());
            });
        }

        /** The journal breaks off like that. */
        void breakOff(ErrorKind kind) {
            breaks.add(new EngineException(kind, "Cannot read the events", "the connection broke", ""));
        }

        private final class Feed implements EventFeed {
            private volatile boolean shut;

            Feed() {
                followed.incrementAndGet();
            }

            @Override
            public Optional<EngineEvent> next(Duration patience) throws InterruptedException {
                while (!shut) {
                    EngineException failure = breaks.poll(20, TimeUnit.MILLISECONDS);
                    if (failure != null) {
                        throw failure;
                    }
                }
                return Optional.empty();
            }

            @Override
            public boolean isClosed() {
                return shut;
            }

            @Override
            public void close() {
                shut = true;
            }
        }
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> type.getSimpleName();
                };
            }
            return handler.invoke(self, method, arguments);
        }));
    }
}
