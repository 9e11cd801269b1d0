// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EngineConnectionTest {
    private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
    private final AtomicReference<Engine> answering = new AtomicReference<>();
    private final EngineConnection connection = new EngineConnection(
            StartArguments.of(new String[] {"-gantry.host", "unix:///h"}, name -> null), this::locator, states::add);

    @AfterEach
    void close() throws Exception {
        connection.close().get();
    }

    @Test
    void connectsAndSaysSo() throws Exception {
        Engines.Losable engine = new Engines.Losable("one");
        answering.set(engine.engine);
        connection.open();
        assertEquals("unix:///h", next(ConnectionState.Connecting.class).address());
        ConnectionState.Connected connected = next(ConnectionState.Connected.class);
        assertSame(engine.engine, connected.found().engine());
        assertEquals("local", connected.name());
        connection.close().get();
        assertEquals(1, engine.closed.get());
    }

    @Test
    void askingAgainWhileConnectedDoesNothing() throws Exception {
        answering.set(new Engines.Losable("one").engine);
        connection.open();
        next(ConnectionState.Connecting.class);
        next(ConnectionState.Connected.class);
        connection.open();
        assertEquals(null, states.poll(300, TimeUnit.MILLISECONDS));
    }

    @Test
    void retryAfterAFailureConnects() throws Exception {
        connection.open();
        next(ConnectionState.Connecting.class);
        assertTrue(next(ConnectionState.Failed.class).failure().remedy().contains("gantryd"));
        answering.set(new Engines.Losable("one").engine);
        connection.open();
        next(ConnectionState.Connecting.class);
        next(ConnectionState.Connected.class);
    }

    @Test
    void aLostEngineIsFoundAgainAndTheOldOneClosed() throws Exception {
        Engines.Losable first = new Engines.Losable("one");
        answering.set(first.engine);
        connection.open();
        next(ConnectionState.Connecting.class);
        next(ConnectionState.Connected.class);
        answering.set(null);
        first.breakOff(ErrorKind.UNAVAILABLE);
        assertTrue(next(ConnectionState.Lost.class).reason().contains("the connection broke"));
        // One try fails before it is back.
        next(ConnectionState.Lost.class);
        Engines.Losable second = new Engines.Losable("one");
        answering.set(second.engine);
        assertSame(second.engine, next(ConnectionState.Connected.class).found().engine());
        assertEquals(1, first.closed.get());
        assertEquals(0, second.closed.get());
    }

    @Test
    void fallingBehindTheJournalIsNoLoss() throws Exception {
        Engines.Losable engine = new Engines.Losable("one");
        answering.set(engine.engine);
        connection.open();
        next(ConnectionState.Connecting.class);
        next(ConnectionState.Connected.class);
        engine.breakOff(ErrorKind.CONFLICT);
        assertEquals(null, states.poll(500, TimeUnit.MILLISECONDS));
        assertEquals(2, engine.followed.get());
    }

    @Test
    void aDefectInAnEngineBundleIsSeen() throws Exception {
        EngineConnection broken = new EngineConnection(StartArguments.of(new String[0], name -> null), () -> {
            throw new NoClassDefFoundError("com/example/Missing");
        }, states::add);
        broken.open();
        next(ConnectionState.Connecting.class);
        assertTrue(next(ConnectionState.Failed.class).failure().getMessage().contains("com/example/Missing"));
        broken.close().get();
    }

    private EngineLocator locator() {
        return new EngineLocator(Optional.of(address -> {
            Engine engine = answering.get();
            if (engine == null) {
                throw new EngineException(ErrorKind.UNAVAILABLE, "Cannot connect", "nobody answers", "");
            }
            return engine;
        }), Optional.empty(), Optional.empty(), false);
    }

    private <S extends ConnectionState> S next(Class<S> type) throws InterruptedException {
        ConnectionState state = states.poll(10, TimeUnit.SECONDS);
        assertNotNull(state, "no state came");
        return assertInstanceOf(type, state);
    }
}
