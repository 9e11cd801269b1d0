// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<EngineEvent> bus = new CopyOnWriteArrayList<>();
    private final EventLog log = new EventLog("engine", bus::add);

    private void publish(String container) {
        log.publish(header -> new ContainerEvent(header, ContainerAction.STARTED, container, Map.of()));
    }

    @Test
    void busAndFeedSeeTheSameOrderFromManyPublishers() throws InterruptedException {
        List<Thread> publishers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "c" + i;
            publishers.add(Thread.startVirtualThread(() -> {
                for (int n = 0; n < 100; n++) {
                    publish(name);
                }
            }));
        }
        List<Long> read = new ArrayList<>();
        try (EventFeed feed = log.follow(0)) {
            while (read.size() < 800) {
                read.add(feed.next(PATIENCE).orElseThrow().header().number());
            }
        }
        for (Thread publisher : publishers) {
            publisher.join();
        }
        List<Long> expected = LongStream.rangeClosed(1, 800).boxed().toList();
        assertEquals(expected, read);
        assertEquals(expected, bus.stream().map(event -> event.header().number()).toList());
    }

    @Test
    void aReaderThatFellOutOfTheRingIsTold() throws InterruptedException {
        publish("first");
        EventFeed slow = log.follow(0);
        assertEquals(1, slow.next(PATIENCE).orElseThrow().header().number());
        for (int i = 0; i < 5000; i++) {
            publish("more");
        }
        EngineException told = assertThrows(EngineException.class, () -> slow.next(PATIENCE));
        assertEquals(ErrorKind.CONFLICT, told.kind());
    }

    @Test
    void announcedEventsReachTheBusButNotTheJournal() throws InterruptedException {
        publish("kept");
        log.announce(header -> new ContainerEvent(header, ContainerAction.RESIZED, "passing", Map.of()));
        assertEquals(2, bus.size());
        assertEquals(1, log.newest());
        try (EventFeed feed = log.follow(1)) {
            assertTrue(feed.next(Duration.ZERO).isEmpty());
        }
    }

    @Test
    void closingWakesAWaitingReader() throws InterruptedException {
        EventFeed feed = log.follow(0);
        Thread closer = Thread.startVirtualThread(feed::close);
        assertTrue(feed.next(PATIENCE).isEmpty());
        assertTrue(feed.isClosed());
        closer.join();
    }
}
