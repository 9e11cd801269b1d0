// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gantry.engine.api.container.ContainerSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerFilterTest {
    private final ContainerSummary web = ContainerSamples.running("web", "nginx:1.27", "shop");
    private final ContainerSummary job = ContainerSamples.exited("import-11", 1, false);

    @ParameterizedTest
    @CsvSource({"'', true, true", "web, true, false", "WEB, true, false", "make, true, true", "nginx:1.27, true, false",
            "state:running, true, false", "state:run, true, false", "'state:running,exited', true, true", "state:, true, true",
            "-state:running, false, true", "-web, false, true", "image:debian, false, true", "project:shop, true, false",
            "shop, true, false", "network:front, true, false", "network:bridge, false, true", "label:project=shop, true, false",
            "name:import, false, true", "4f1c9a2e77b0, true, true", "id:4f1c9a2e77b0i, false, true",
            "web state:exited, false, false",
            "'  web   state:running ', true, false", "-, true, true", "nosuch:thing, false, false"})
    void fits(String text, boolean fitsWeb, boolean fitsJob) {
        ContainerFilter filter = ContainerFilter.parse(text);
        assertEquals(fitsWeb, filter.test(web), "web");
        assertEquals(fitsJob, filter.test(job), "import-11");
    }

    @Test
    void isEmptyWithoutWords() {
        assertTrue(ContainerFilter.parse("   ").isEmpty());
    }
}
