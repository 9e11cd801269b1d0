// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.eclipse.swt.widgets.Shell;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EngineEvent;
import org.gantry.engine.api.event.EventHeader;
import org.gantry.ui.look.WithDisplay;
import org.junit.jupiter.api.Test;

class EventRelayTest {
    private static final int EVENTS = 2000;

    @Test
    void deliversAllEventsInFewBatchesOnTheUiThread() throws InterruptedException {
        try (WithDisplay ui = WithDisplay.open()) {
            EventRelay relay = new EventRelay(ui.display());
            List<EventBatch> batches = new ArrayList<>();
            relay.follow(ui.shell(), batch -> {
                assertSame(ui.display().getThread(), Thread.currentThread());
                batches.add(batch);
            });
            Thread engine = Thread.ofPlatform().start(() -> LongStream.rangeClosed(1, EVENTS)
                    .forEach(n -> relay.accept(event(n))));
            ui.until(() -> batches.stream().mapToInt(batch -> batch.events().size()).sum() == EVENTS);
            engine.join();
            List<Long> numbers = batches.stream().flatMap(batch -> batch.events().stream())
                    .map(each -> each.header().number()).toList();
            assertEquals(LongStream.rangeClosed(1, EVENTS).boxed().toList(), numbers);
            assertTrue(batches.size() < EVENTS / 10, batches.size() + " batches");
        }
    }

    @Test
    void forgetsFollowersThatAreDisposed() {
        try (WithDisplay ui = WithDisplay.open()) {
            EventRelay relay = new EventRelay(ui.display());
            Shell view = new Shell(ui.display());
            List<EventBatch> gone = new ArrayList<>();
            List<EventBatch> stays = new ArrayList<>();
            relay.follow(view, gone::add);
            relay.follow(ui.shell(), stays::add);
            view.dispose();
            relay.accept(event(1));
            ui.until(() -> !stays.isEmpty());
            assertTrue(gone.isEmpty());
        }
    }

    private static EngineEvent event(long number) {
        return new ContainerEvent(new EventHeader("engine", number, Instant.EPOCH), ContainerAction.STARTED, "c", Map.of());
    }
}
