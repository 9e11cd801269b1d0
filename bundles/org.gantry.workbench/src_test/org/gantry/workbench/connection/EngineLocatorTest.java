// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.EngineConnector;
import org.gantry.engine.api.EngineFactory;
import org.gantry.engine.api.EngineServer;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.error.StoreInUseException;
import org.junit.jupiter.api.Test;

class EngineLocatorTest {
    private static final StartArguments ARGUMENTS = StartArguments.of(new String[] {"-gantry.host", "unix:///h"}, name -> null);
    private static final Engine ENGINE = new Engines.Losable("engine").engine;

    private final List<String> asked = new ArrayList<>();

    @Test
    void anEngineThatAnswersIsConnectedToEvenAsRoot() {
        FoundEngine found = locator(answering("unix:///h"), opening(), true).locate(ARGUMENTS);
        assertInstanceOf(FoundEngine.Remote.class, found);
        assertSame(ENGINE, found.engine());
        assertEquals(List.of("connect unix:///h"), asked);
    }

    @Test
    void rootOpensAndServesWhenNobodyAnswers() {
        FoundEngine.Embedded found = assertInstanceOf(FoundEngine.Embedded.class,
                locator(failing(ErrorKind.UNAVAILABLE), opening(), true).locate(ARGUMENTS));
        assertTrue(found.serving().isPresent());
        assertEquals(List.of("connect unix:///h", "open [unix:///h]", "serve [unix:///h]"), asked);
    }

    @Test
    void anEngineThatCannotBeServedIsUsedAllTheSame() {
        EngineServer refusing = (engine, addresses, group) -> {
            throw new EngineException(ErrorKind.SYSTEM, "Cannot listen", "the folder is read-only", "");
        };
        FoundEngine.Embedded found = assertInstanceOf(FoundEngine.Embedded.class,
                new EngineLocator(Optional.of(failing(ErrorKind.UNAVAILABLE)), Optional.of(opening()), Optional.of(refusing), true)
                        .locate(ARGUMENTS));
        assertTrue(found.serving().isEmpty());
        assertEquals("the folder is read-only", found.servingFailure().orElseThrow().reason());
    }

    @Test
    void theOwnerOfAStoreInUseIsConnectedTo() {
        EngineFactory inUse = configuration -> {
            throw new StoreInUseException("/var/lib/gantry", 42, List.of("unix:///dead", "unix:///owner"));
        };
        FoundEngine found = locator(answering("unix:///owner"), inUse, true).locate(ARGUMENTS);
        assertEquals(URI.create("unix:///owner"), assertInstanceOf(FoundEngine.Remote.class, found).address());
        assertEquals(List.of("connect unix:///h", "connect unix:///dead", "connect unix:///owner"), asked);
    }

    @Test
    void anOwnerThatDoesNotAnswerIsNamed() {
        EngineFactory inUse = configuration -> {
            throw new StoreInUseException("/var/lib/gantry", 42, List.of("unix:///owner"));
        };
        StoreInUseException failure = assertThrows(StoreInUseException.class,
                () -> locator(failing(ErrorKind.UNAVAILABLE), inUse, true).locate(ARGUMENTS));
        assertTrue(failure.getMessage().contains("42"), failure.getMessage());
    }

    @Test
    void withoutRightsTheSentenceSaysWhatToDo() {
        EngineException nobody = assertThrows(EngineException.class,
                () -> locator(failing(ErrorKind.UNAVAILABLE), opening(), false).locate(ARGUMENTS));
        assertTrue(nobody.remedy().contains("gantryd"), nobody.getMessage());
        EngineException forbidden = assertThrows(EngineException.class,
                () -> locator(failing(ErrorKind.FORBIDDEN), opening(), false).locate(ARGUMENTS));
        assertTrue(forbidden.remedy().contains("group gantry"), forbidden.getMessage());
        assertTrue(asked.stream().noneMatch(what -> what.startsWith("open")), asked.toString());
    }

    @Test
    void aProductWithoutEngineBundlesSaysSo() {
        EngineLocator bare = new EngineLocator(Optional.empty(), Optional.empty(), Optional.empty(), true);
        EngineException failure = assertThrows(EngineException.class, () -> bare.locate(ARGUMENTS));
        assertTrue(failure.reason().contains("org.gantry.engine.client"), failure.getMessage());
    }

    @Test
    void aStoreThatCannotBeOpenedIsNotHidden() {
        EngineFactory broken = configuration -> {
            throw new EngineException(ErrorKind.SYSTEM, "Cannot open the store", "it is read-only", "mount it writable");
        };
        assertEquals("it is read-only", assertThrows(EngineException.class,
                () -> locator(failing(ErrorKind.UNAVAILABLE), broken, true).locate(ARGUMENTS)).reason());
    }

    private EngineLocator locator(EngineConnector connector, EngineFactory factory, boolean root) {
        EngineServer server = (engine, addresses, group) -> {
            asked.add("serve " + addresses);
            return Engines.proxy(EngineServer.Serving.class, (self, method, arguments) -> null);
        };
        return new EngineLocator(Optional.of(connector), Optional.of(factory), Optional.of(server), root);
    }

    private EngineConnector answering(String at) {
        return address -> {
            asked.add("connect " + address);
            if (address.toString().equals(at)) {
                return ENGINE;
            }
            throw new EngineException(ErrorKind.UNAVAILABLE, "Cannot connect", "nobody answers", "");
        };
    }

    private EngineConnector failing(ErrorKind kind) {
        return address -> {
            asked.add("connect " + address);
            throw new EngineException(kind, "Cannot connect", "no", "");
        };
    }

    private EngineFactory opening() {
        return configuration -> {
            asked.add("open " + configuration.hosts());
            return ENGINE;
        };
    }
}
