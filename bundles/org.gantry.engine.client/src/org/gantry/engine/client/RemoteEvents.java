// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import org.gantry.engine.api.event.ContainerAction;
import org.gantry.engine.api.event.ContainerEvent;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.client.http.Answer;
import org.gantry.engine.client.http.ApiClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts an engine's events into this side's journal, and so on the bus. When the stream ends, the engine is lost: the journal is closed,
 * which its readers see.
 */
final class RemoteEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteEvents.class);

    private final ApiClient api;
    private final EventLog journal;
    private final SummaryCache summaries;
    private final Answer stream;

    /** Subscribes before it returns, so that nothing that happens afterwards is missed. */
    RemoteEvents(ApiClient api, EventLog journal, SummaryCache summaries) {
        this.api = api;
        this.journal = journal;
        this.summaries = summaries;
        this.stream = api.stream("Cannot follow the engine's events", HttpMethod.GET, "/events", null);
        Thread.ofVirtual().name("remote-events").start(this::read);
    }

    @Override
    public void close() {
        stream.close();
    }

    private void read() {
        try (MappingIterator<JsonNode> lines = api.mapper().readerFor(JsonNode.class).readValues(stream)) {
            while (lines.hasNextValue()) {
                EventReader.read(lines.nextValue()).ifPresent(maker -> journal.publish(header -> {
                    var event = maker.apply(header);
                    if (event instanceof ContainerEvent change) {
                        summaries.changed(change.containerId(), change.action() == ContainerAction.REMOVED);
                    }
                    return event;
                }));
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("The engine's events ended: {}", e.getMessage());
        } finally {
            journal.close();
        }
    }
}
