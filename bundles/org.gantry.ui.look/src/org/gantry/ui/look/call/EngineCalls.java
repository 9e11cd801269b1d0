// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.call;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.gantry.engine.api.error.ErrorKind;

/**
 * Calls the engine off the UI thread and brings the outcome back to it. Belongs to a view: after the owner was disposed nothing
 * is delivered any more. Methods are called on the UI thread.
 */
public final class EngineCalls {
    private final Display display;
    private final BooleanSupplier wanted;
    private final FailurePresenter failures;

    /**
     * @param owner the view's control
     * @param failures shows what nobody handles
     */
    public EngineCalls(Control owner, FailurePresenter failures) {
        this(owner.getDisplay(), () -> !owner.isDisposed(), failures);
    }

    /** For what lives as long as the application. */
    public EngineCalls(Display display, FailurePresenter failures) {
        this(display, () -> true, failures);
    }

    private EngineCalls(Display display, BooleanSupplier wanted, FailurePresenter failures) {
        this.display = display;
        this.wanted = wanted;
        this.failures = failures;
    }

    /** What a call does on a worker thread; may throw anything. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /**
     * Does something whose effect will be seen by the engine's events.
     *
     * @param tried what is being tried, used when the failure does not say it: "Cannot stop web"
     */
    public void run(String tried, Action action) {
        call(tried, () -> {
            action.run();
            return null;
        }, done -> {
            // The engine's events tell the views.
        }, failures::show);
    }

    /** Asks for something; failures are shown by the presenter. */
    public <T> void call(String tried, Callable<T> question, Consumer<T> answer) {
        call(tried, question, answer, failures::show);
    }

    /** Asks for something; exactly one of the two consumers is called, on the UI thread, unless the owner went away. */
    public <T> void call(String tried, Callable<T> question, Consumer<T> answer, Consumer<Failure> failed) {
        Job job = Job.create(tried, (IProgressMonitor monitor) -> work(tried, question, answer, failed));
        job.setSystem(true);
        job.schedule();
    }

    private <T> IStatus work(String tried, Callable<T> question, Consumer<T> answer, Consumer<Failure> failed) {
        try {
            T value = question.call();
            deliver(() -> answer.accept(value));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Status(IStatus.CANCEL, EngineCalls.class, tried, e);
        } catch (CancellationException e) {
            return new Status(IStatus.CANCEL, EngineCalls.class, tried, e);
        } catch (Exception | LinkageError e) {
            Failure failure = Failure.of(e, tried);
            // "Is in that state already" is what was wanted, and who cancels needs no message.
            if (!failure.is(ErrorKind.NOT_MODIFIED) && !failure.is(ErrorKind.CANCELLED)) {
                deliver(() -> failed.accept(failure));
            }
        }
        return Status.OK_STATUS;
    }

    private void deliver(Runnable outcome) {
        if (display.isDisposed()) {
            return;
        }
        display.asyncExec(() -> {
            if (wanted.getAsBoolean()) {
                outcome.run();
            }
        });
    }
}
