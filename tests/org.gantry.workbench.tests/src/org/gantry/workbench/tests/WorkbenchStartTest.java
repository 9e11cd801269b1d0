// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.internal.workbench.E4Workbench;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.gantry.ui.look.Look;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window of the assembled product, on a store that no engine can open: everything but the engine is there. */
@Timeout(180)
class WorkbenchStartTest {
    private static final String ACTIVITIES = "org.gantry.workbench.activities";
    private static final String COVER = "org.gantry.workbench.cover";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsADisplay() {
        boolean there = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (!there) {
            System.out.println("Skipped: there is no display to open a window on; set DISPLAY, for example to one of Xvfb.");
        }
        assumeTrue(there, "no display");
    }

    @Test
    void opensFurnishesItselfAndSaysWhyThereIsNoEngine() throws Exception {
        new WorkbenchStart(arguments()).run((workbench, stage) -> {
            Shell shell = stage.find("the window", () -> window(workbench));
            assertTrue(shell.isVisible());
            assertEquals("Gantry", shell.getText());
            stage.await("icons for the window manager", () -> shell.getImages().length >= 4);
            List<String> menus = Arrays.stream(shell.getMenuBar().getItems()).map(MenuItem::getText).toList();
            assertTrue(menus.containsAll(List.of("&File", "&View", "&Container", "&Help")), menus.toString());
            assertTrue(menus.get(menus.size() - 1).contains("Ctrl+K"), menus.toString());

            checkActivities(workbench, shell);
            stage.await("the sentence that says what to do", () -> texts(shell).stream().anyMatch(text -> text.contains("Cannot")));
            assertEquals(COVER, activities(workbench).getSelectedElement().getElementId());
            assertTrue(buttons(shell).contains("Retry"), buttons(shell).toString());

            checkSwitching(workbench, stage, shell);
            checkTheme(workbench, stage);
            checkPalette(workbench, stage, shell);
        });
    }

    /** Every activity stands in the column and has the same inspector and the same bottom views. */
    private static void checkActivities(E4Workbench workbench, Shell shell) {
        List<MPerspective> all = activities(workbench).getChildren().stream()
                .filter(perspective -> !perspective.getElementId().equals(COVER)).toList();
        assertTrue(all.size() >= 2, "containers and images: " + all.stream().map(MPerspective::getElementId).toList());
        ToolBar column = find(shell, ToolBar.class).stream().filter(bar -> bar.getItemCount() == all.size()).findFirst().orElseThrow();
        for (ToolItem item : column.getItems()) {
            assertNotNull(item.getImage());
            assertFalse(item.getToolTipText().isBlank());
        }
        MUIElement[] inspectors = all.stream().map(activity -> shared(workbench, activity, "org.gantry.workbench.inspector"))
                .toArray(MUIElement[]::new);
        MUIElement[] bottoms = all.stream().map(activity -> shared(workbench, activity, "org.gantry.workbench.bottom"))
                .toArray(MUIElement[]::new);
        for (int i = 1; i < all.size(); i++) {
            assertSame(inspectors[0], inspectors[i]);
            assertSame(bottoms[0], bottoms[i]);
        }
    }

    private static void checkSwitching(E4Workbench workbench, WorkbenchStart.Stage stage, Shell shell) {
        for (int number = 1; number <= 2; number++) {
            execute(workbench, "org.gantry.command.activity", Map.of("number", String.valueOf(number)));
            MPerspective active = activities(workbench).getSelectedElement();
            assertFalse(active.getElementId().equals(COVER));
            int index = number - 1;
            stage.await("the mark in the activity column", () -> find(shell, ToolBar.class).stream()
                    .anyMatch(bar -> bar.getItemCount() > index && bar.getItem(index).getSelection()));
        }
    }

    private static void checkTheme(E4Workbench workbench, WorkbenchStart.Stage stage) {
        Look look = workbench.getContext().get(Look.class);
        execute(workbench, "org.gantry.command.appearance", Map.of("appearance", "dark"));
        stage.await("the dark theme", look::isDark);
        execute(workbench, "org.gantry.command.appearance", Map.of("appearance", "light"));
        stage.await("the light theme", () -> !look.isDark());
    }

    private static void checkPalette(E4Workbench workbench, WorkbenchStart.Stage stage, Shell shell) {
        execute(workbench, "org.gantry.command.palette", Map.of());
        Shell palette = stage.find("the palette", () -> Arrays.stream(shell.getShells())
                .filter(child -> child.isVisible() && !find(child, Text.class).isEmpty()).findFirst().orElse(null));
        find(palette, Text.class).get(0).setText("keyb sho");
        stage.await("the command that was meant", () -> find(palette, Table.class).get(0).getItemCount() == 1);
        palette.close();
        stage.await("the palette to close", palette::isDisposed);
    }

    private List<String> arguments() {
        // Nothing can be made below a file of the process file system, whoever one is.
        return List.of("-gantry.host", "unix://" + folder.resolve("nobody.sock"), "-gantry.data-root", "/proc/version/store",
                "-gantry.exec-root", folder.resolve("run").toString());
    }

    private static Shell window(E4Workbench workbench) {
        return workbench.getApplication().getChildren().get(0).getWidget() instanceof Shell shell && shell.isVisible() ? shell : null;
    }

    private static MPerspectiveStack activities(E4Workbench workbench) {
        return (MPerspectiveStack) models(workbench).find(ACTIVITIES, workbench.getApplication());
    }

    private static EModelService models(E4Workbench workbench) {
        return workbench.getContext().get(EModelService.class);
    }

    private static MUIElement shared(E4Workbench workbench, MPerspective activity, String id) {
        List<MPlaceholder> places = models(workbench).findElements(activity, id, MPlaceholder.class);
        assertEquals(1, places.size(), id + " in " + activity.getElementId());
        return places.get(0).getRef();
    }

    private static void execute(E4Workbench workbench, String id, Map<String, String> parameters) {
        MWindow window = workbench.getApplication().getChildren().get(0);
        IEclipseContext context = window.getContext();
        assertNotNull(context.get(EPartService.class));
        ParameterizedCommand command = context.get(ECommandService.class).createCommand(id, Map.copyOf(parameters));
        EHandlerService handlers = context.get(EHandlerService.class);
        assertTrue(handlers.canExecute(command), id + parameters);
        handlers.executeHandler(command);
    }

    private static List<String> texts(Composite parent) {
        return find(parent, Label.class).stream().filter(Control::isVisible).map(Label::getText).toList();
    }

    private static List<String> buttons(Composite parent) {
        return find(parent, Button.class).stream().filter(Control::isVisible).map(Button::getText).toList();
    }

    private static <C extends Control> List<C> find(Composite parent, Class<C> type) {
        List<C> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite inner) {
                found.addAll(find(inner, type));
            }
        }
        return found;
    }
}
