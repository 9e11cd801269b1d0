// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.tests;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.internal.workbench.E4Workbench;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;

/** Opens the workbench inside this process, as its product would, and lets a test look at it on the UI thread. */
final class WorkbenchStart {
    private static final int PATIENCE_MS = 60_000;

    private final List<String> arguments;

    /** What a test does with the open window. */
    interface Script {
        void run(E4Workbench workbench, Stage stage) throws Exception;
    }

    /** @param arguments of the product, {@code -gantry.…} */
    WorkbenchStart(List<String> arguments) {
        this.arguments = arguments;
    }

    /** Runs the workbench until the script is over; throws what it threw. */
    void run(Script script) throws Exception {
        Display display = Display.getDefault();
        E4Application application = new E4Application();
        E4Workbench workbench = application.createE4Workbench(context(), display);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        workbench.getContext().get(IEventBroker.class).subscribe(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE,
                event -> display.asyncExec(() -> {
                    try {
                        script.run(workbench, new Stage(display));
                    } catch (Throwable e) {
                        failure.set(e);
                    } finally {
                        workbench.close();
                    }
                }));
        workbench.createAndRunUI(workbench.getApplication());
        workbench.close();
        if (failure.get() != null) {
            throw new AssertionError(failure.get().getMessage(), failure.get());
        }
    }

    private IApplicationContext context() {
        Map<String, String> product = Map.of("applicationXMI", "org.gantry.workbench/Application.e4xmi",
                "applicationCSSResources", "platform:/plugin/org.gantry.workbench/css/",
                "cssTheme", "org.gantry.theme.light",
                "clearPersistedState", "true",
                "lifeCycleURI", "bundleclass://org.gantry.workbench/org.gantry.workbench.WorkbenchLifecycle");
        Map<String, Object> given = new HashMap<>();
        given.put(IApplicationContext.APPLICATION_ARGS, arguments.toArray(String[]::new));
        return (IApplicationContext) Proxy.newProxyInstance(WorkbenchStart.class.getClassLoader(),
                new Class<?>[] {IApplicationContext.class}, (self, method, values) -> switch (method.getName()) {
                    case "getArguments" -> given;
                    case "getBrandingProperty" -> product.get(values[0]);
                    case "getBrandingName" -> "Gantry";
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == values[0];
                    default -> null;
                });
    }

    /** Waits without blocking the window. */
    static final class Stage {
        private final Display display;

        Stage(Display display) {
            this.display = display;
        }

        Display display() {
            return display;
        }

        /** Handles the window's events until something holds. */
        void await(String what, BooleanSupplier holds) {
            long end = System.currentTimeMillis() + PATIENCE_MS;
            while (!holds.getAsBoolean()) {
                if (System.currentTimeMillis() > end) {
                    throw new AssertionError("waited in vain: " + what);
                }
                if (!display.readAndDispatch()) {
                    pause();
                }
            }
        }

        /** As {@link #await}, for something to be found. */
        <T> T find(String what, Callable<T> search) {
            AtomicReference<T> found = new AtomicReference<>();
            await(what, () -> {
                try {
                    found.set(search.call());
                } catch (Exception e) {
                    throw new AssertionError(what, e);
                }
                return found.get() != null;
            });
            return found.get();
        }

        private static void pause() {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
