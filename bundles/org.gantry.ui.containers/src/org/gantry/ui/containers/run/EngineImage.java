// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.gantry.engine.api.Engine;
import org.gantry.engine.api.image.ImageConfig;
import org.gantry.ui.look.call.EngineCalls;

/** Asks the engine what an image runs by itself. */
final class EngineImage {
    private final Engine engine;
    private final EngineCalls calls;

    EngineImage(Engine engine, EngineCalls calls) {
        this.engine = engine;
        this.calls = calls;
    }

    /** Answers on the UI thread: the image's own command line, empty when it has none or is unknown. */
    void commandLine(String image, Consumer<String> answer) {
        calls.call("Cannot look into the image " + image, () -> line(engine.images().inspect(image).config()), answer,
                failure -> answer.accept(""));
    }

    private static String line(ImageConfig config) {
        List<String> words = new ArrayList<>(config.entrypoint());
        words.addAll(config.command());
        return ShellWords.join(words);
    }
}
