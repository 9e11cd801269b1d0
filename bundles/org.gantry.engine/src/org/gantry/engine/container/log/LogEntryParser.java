// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.gantry.engine.api.container.LogEntry;
import org.gantry.engine.api.container.StreamKind;

/** Reads lines of a json-file log. */
final class LogEntryParser {
    private static final JsonFactory FACTORY = new JsonFactory();

    private LogEntryParser() {
    }

    /** @return empty for a line that is no entry, such as one that was cut off by a crash */
    static Optional<LogEntry> parse(byte[] line) {
        try (JsonParser json = FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            String text = null;
            String stream = "";
            Instant time = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "log" -> text = json.getText();
                    case "stream" -> stream = json.getText();
                    case "time" -> time = Instant.parse(json.getText());
                    default -> json.skipChildren();
                }
            }
            if (text == null || time == null) {
                return Optional.empty();
            }
            StreamKind kind = stream.equals("stderr") ? StreamKind.STDERR : StreamKind.STDOUT;
            return Optional.of(new LogEntry(kind, time, text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
