// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import jakarta.inject.Named;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.gantry.engine.api.Engine;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.selection.WindowSelection;

/** Handles {@code org.gantry.command.image.load}: asks for archives and loads them; with the parameter it does not ask. */
public final class LoadHandler {
    /** Path of the archive. */
    private static final String FILE = "org.gantry.parameter.file";

    @CanExecute
    boolean canExecute(@Optional Engine engine) {
        return engine != null;
    }

    @Execute
    void execute(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, Engine engine, WindowSelection selection,
            FailurePresenter failures, @Optional @Named(FILE) String file) {
        List<Path> archives = file == null || file.isEmpty() ? ask(shell) : List.of(Path.of(file));
        new ImageLoading(engine, new EngineCalls(shell, failures), selection).load(archives);
    }

    private static List<Path> ask(Shell shell) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
        dialog.setText("Load images");
        dialog.setFilterNames(new String[] {"Image archives", "All files"});
        dialog.setFilterExtensions(new String[] {"*.tar;*.tar.gz;*.tgz;*.tar.zst;*.tzst", "*"});
        if (dialog.open() == null) {
            return List.of();
        }
        Path folder = Path.of(dialog.getFilterPath());
        return Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList();
    }
}
