// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.inspector;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.call.Commands;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.Failure;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.control.Buttons;
import org.gantry.ui.look.control.FittingLabel;
import org.gantry.ui.look.control.StyleClass;
import org.gantry.ui.look.event.EventBatch;
import org.gantry.ui.look.event.EventRelay;
import org.gantry.ui.look.facts.Facts;
import org.gantry.ui.look.facts.FactsProvider;
import org.gantry.ui.look.selection.ObjectSelection;
import org.gantry.ui.look.selection.WindowSelection;

/** The inspector: facts of the window's selection, or its JSON; follows the selection unless it is pinned. */
public final class InspectorPart {
    private static final int MARGIN = 14;

    private final Look look;
    private final WindowSelection selection;
    private final EventRelay relay;
    private final EngineCalls calls;
    private final FactsProviders providers = new FactsProviders();
    private final FactClicks clicks;
    private final StackLayout pages = new StackLayout();
    private Composite root;
    private Composite body;
    private FittingLabel title;
    private Button pin;
    private Button json;
    private FactsPane factsPane;
    private JsonPane jsonPane;
    private Label hint;
    private Engine engine;
    private ObjectSelection shown;
    private boolean asking;
    private boolean askAgain;

    @Inject
    public InspectorPart(Composite parent, Look look, WindowSelection selection, EventRelay relay, Commands commands,
            FailurePresenter failures) {
        this.look = look;
        this.selection = selection;
        this.relay = relay;
        calls = new EngineCalls(parent, failures);
        clicks = new FactClicks(parent.getDisplay(), commands, selection);
    }

    @PostConstruct
    void create(Composite parent) {
        root = look.paint(new Composite(parent, SWT.NONE), Tone.PANEL, Tone.TEXT);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        root.setLayout(layout);
        createHead();
        body = look.paint(new Composite(root, SWT.NONE), Tone.PANEL, Tone.TEXT);
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.setLayout(pages);
        factsPane = new FactsPane(body, look, clicks);
        jsonPane = new JsonPane(body, look);
        hint = look.paint(new Label(body, SWT.WRAP), Tone.PANEL, Tone.MUTED, Type.BODY);
        say("Select a container or an image to see its facts here.");
        selection.follow(root, this::selected);
        relay.follow(root, this::happened);
    }

    @Inject
    void setEngine(@org.eclipse.e4.core.di.annotations.Optional Engine engine) {
        this.engine = engine;
        if (root != null && !root.isDisposed()) {
            read();
        }
    }

    @Focus
    void focus() {
        if (pages.topControl == hint) {
            root.setFocus();
        } else {
            pages.topControl.setFocus();
        }
    }

    private void createHead() {
        Composite head = look.paint(new Composite(root, SWT.NONE), Tone.PANEL, Tone.TEXT);
        head.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        GridLayout row = new GridLayout(3, false);
        row.marginWidth = MARGIN;
        row.marginRight = -6;
        row.marginTop = 9;
        row.marginHeight = 0;
        row.horizontalSpacing = 2;
        head.setLayout(row);
        title = new FittingLabel(head, look, Tone.PANEL, Tone.TEXT, Type.TITLE);
        GridData titleData = new GridData(SWT.FILL, SWT.CENTER, true, false);
        titleData.widthHint = 50;
        titleData.heightHint = 24;
        title.control().setLayoutData(titleData);
        json = StyleClass.QUIET.on(new Button(head, SWT.TOGGLE));
        json.setText("JSON");
        json.setFont(look.font(Type.CAPTION));
        json.setToolTipText("Everything about it as JSON");
        json.addListener(SWT.Selection, event -> read());
        pin = Buttons.icon(head, look, SWT.TOGGLE, Icon.PIN, "Pin: stay with this object when another is selected", this::pinned);
    }

    private void pinned() {
        if (!pin.getSelection()) {
            selected(selection.items());
        }
    }

    private void selected(List<ObjectSelection> items) {
        if (pin.getSelection() && shown != null) {
            return;
        }
        ObjectSelection primary = items.isEmpty() ? null : items.get(0);
        if (primary == null || !primary.equals(shown)) {
            shown = primary;
            title.setText(primary == null ? "" : primary.name());
            read();
        }
    }

    private void happened(EventBatch batch) {
        if (shown == null || engine == null) {
            return;
        }
        Optional<FactsProvider> provider = providers.of(shown);
        EventBatch own = batch.of(engine.id());
        if (provider.isPresent()
                && (!own.complete() || own.events().stream().anyMatch(event -> provider.get().concerns(shown, event)))) {
            read();
        }
    }

    private void read() {
        if (shown == null) {
            say("Select a container or an image to see its facts here.");
            return;
        }
        Optional<FactsProvider> provider = providers.of(shown);
        if (engine == null || provider.isEmpty()) {
            say(engine == null ? "No engine is connected." : "There are no facts about " + shown.name() + ".");
            return;
        }
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        Engine asked = engine;
        ObjectSelection object = shown;
        boolean wantsJson = json.getSelection();
        if (wantsJson) {
            calls.call("Cannot inspect " + object.name(), () -> provider.get().json(asked, object), text -> {
                if (object.equals(shown) && json.getSelection()) {
                    jsonPane.show(text);
                    top(jsonPane.control());
                }
                answered(object, true);
            }, failure -> failed(object, failure));
        } else {
            calls.call("Cannot inspect " + object.name(), () -> provider.get().facts(asked, object), facts -> {
                if (object.equals(shown) && !json.getSelection()) {
                    show(facts);
                }
                answered(object, false);
            }, failure -> failed(object, failure));
        }
    }

    private void show(Facts facts) {
        title.setText(facts.title());
        factsPane.show(facts);
        top(factsPane.control());
    }

    private void failed(ObjectSelection object, Failure failure) {
        if (object.equals(shown)) {
            if (failure.is(ErrorKind.NOT_FOUND)) {
                pin.setSelection(false);
                shown = null;
                title.setText("");
                selection.select(selection.items().stream().filter(item -> !item.equals(object)).toList());
                say(object.name() + " is gone.");
            } else {
                say(failure.sentence());
            }
        }
        answered(object, json.getSelection());
    }

    private void answered(ObjectSelection object, boolean wasJson) {
        asking = false;
        boolean stale = askAgain || !object.equals(shown) || wasJson != json.getSelection();
        askAgain = false;
        if (stale && shown != null) {
            read();
        }
    }

    private void say(String words) {
        hint.setText(words);
        top(hint);
    }

    private void top(Control page) {
        boolean object = shown != null;
        if (json.getVisible() != object) {
            json.setVisible(object);
            pin.setVisible(object);
            json.getParent().layout(true, true);
        }
        if (pages.topControl != page) {
            pages.topControl = page;
            pages.marginWidth = page == hint ? MARGIN : 0;
            pages.marginHeight = page == hint ? MARGIN : 0;
            body.layout();
        }
    }
}
