// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.gantry.engine.api.Engine;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.job.Job;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.selection.WindowSelection;

/** Brings images into the engine as jobs and selects what came. UI thread only. */
public final class ImageLoading {
    private final Engine engine;
    private final EngineCalls calls;
    private final WindowSelection selection;

    public ImageLoading(Engine engine, EngineCalls calls, WindowSelection selection) {
        this.engine = engine;
        this.calls = calls;
        this.selection = selection;
    }

    /** Loads archives, each as a job of its own. */
    public void load(List<Path> archives) {
        for (Path archive : archives) {
            calls.call("Cannot load " + archive.getFileName(), () -> open(archive).await(), this::select);
        }
    }

    /** Makes the starter image. */
    void makeStarter() {
        calls.call("Cannot make the starter image", () -> engine.images().makeStarter().await(), this::select);
    }

    /** The job closes the stream; where no job comes about, nobody else would. */
    private Job<LoadedImages> open(Path archive) throws Exception {
        InputStream content = Files.newInputStream(archive);
        try {
            return engine.images().load(new LoadSource(archive.getFileName().toString(), Files.size(archive), content));
        } catch (Exception e) {
            content.close();
            throw e;
        }
    }

    private void select(LoadedImages loaded) {
        if (!loaded.ids().isEmpty()) {
            String id = loaded.ids().get(0);
            selection.select(new ImageSelection(engine.id(), id, loaded.tags().isEmpty() ? id : loaded.tags().get(0)));
        }
    }
}
