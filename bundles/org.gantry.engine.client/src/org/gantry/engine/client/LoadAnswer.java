// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.job.JobContext;
import org.gantry.engine.api.job.JobProgress;
import org.gantry.engine.api.job.ProgressUnit;

/** The stream of JSON values that answers a load: progress of each layer, names of what was loaded, or an error. */
final class LoadAnswer {
    private static final String LOADED = "Loaded image: ";
    private static final String LOADED_ID = "Loaded image ID: ";

    private final ObjectMapper mapper;
    private final String tried;
    private final Map<String, JobProgress> layers = new LinkedHashMap<>();
    private final List<String> tags = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    LoadAnswer(ObjectMapper mapper, String tried) {
        this.mapper = mapper;
        this.tried = tried;
    }

    LoadedImages read(InputStream answer, JobContext context) throws IOException {
        try (MappingIterator<JsonNode> values = mapper.readerFor(JsonNode.class).readValues(answer)) {
            while (values.hasNextValue()) {
                context.checkCancelled();
                take(values.nextValue(), context);
            }
        }
        return new LoadedImages(tags, ids);
    }

    private void take(JsonNode value, JobContext context) {
        if (value.has("error") || value.has("errorDetail")) {
            String detail = Fields.text(value.path("errorDetail"), "message");
            String reason = detail.isEmpty() ? Fields.text(value, "error") : detail;
            throw new EngineException(ErrorKind.SYSTEM, tried, reason, "");
        }
        String line = Fields.text(value, "stream").strip();
        if (line.startsWith(LOADED)) {
            tags.add(line.substring(LOADED.length()));
        } else if (line.startsWith(LOADED_ID)) {
            ids.add(line.substring(LOADED_ID.length()));
        }
        if (!line.isEmpty()) {
            context.log(line);
        }
        JsonNode detail = value.path("progressDetail");
        if (detail.has("current")) {
            JobProgress progress = new JobProgress(Fields.text(value, "id"), Fields.text(value, "status"), ProgressUnit.BYTES,
                    detail.path("current").asLong(), detail.path("total").asLong(-1));
            layers.put(progress.item(), progress);
            context.progress(progress);
            context.overall(sum());
        }
    }

    private JobProgress sum() {
        long done = 0;
        long total = 0;
        for (JobProgress layer : layers.values()) {
            done += layer.done();
            total = total < 0 || layer.total() < 0 ? -1 : total + layer.total();
        }
        return new JobProgress("", "Loading layers", ProgressUnit.BYTES, done, total);
    }
}
