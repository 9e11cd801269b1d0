// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.LookDialog;
import org.gantry.ui.look.control.StyleClass;
import org.gantry.ui.look.format.Formats;

/** Asks how an image is to be run, checks while one types, and shows the same as a docker command line. */
final class RunDialog extends LookDialog {
    private static final List<Network> NETWORKS = List.of(new Network("bridge", "Its own address, behind the host's"),
            new Network("host", "The host's own network, not isolated"), new Network("none", "No network at all"));
    private static final int FIELD_WIDTH = 380;
    private static final int ENV_HEIGHT = 56;
    /** From the upper edge of the field to its first line. */
    private static final int ENV_INDENT = 4;
    private static final int LINE_HEIGHT = 52;

    /**
     * A network mode.
     *
     * @param mode as the engine names it
     * @param meaning in a few words
     */
    private record Network(String mode, String meaning) {
    }

    private final List<ImageSummary> images;
    private final Set<String> names;
    private final String first;
    private final EngineImage asked;
    private Composite fields;
    private Combo image;
    private Text name;
    private Text command;
    private Button terminal;
    private final List<Button> networks = new ArrayList<>();
    private Button autoRemove;
    private Button readOnly;
    private Text memory;
    private Text cpus;
    private Text env;
    private Text line;
    private RunRequest request;

    /**
     * @param names of containers that exist
     * @param first image to begin with; empty for the newest
     */
    RunDialog(Shell parent, Look look, List<ImageSummary> images, Set<String> names, String first, EngineImage asked) {
        super(parent, look, "Run a container", "", "Run", StyleClass.PRIMARY);
        this.images = images;
        this.names = names;
        this.first = first;
        this.asked = asked;
    }

    /** What was asked for, after the dialog was closed with Run. */
    RunRequest request() {
        return request;
    }

    @Override
    protected void createContent(Composite parent) {
        fields = parent;
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 8).applyTo(parent);
        label("Image");
        image = wide(new Combo(parent, SWT.DROP_DOWN), Type.BODY);
        images.stream().flatMap(each -> each.tags().isEmpty() ? Stream.of(Formats.shortId(each.id()))
                : each.tags().stream()).forEach(image::add);
        label("Name");
        name = wide(new Text(parent, SWT.BORDER), Type.BODY);
        name.setMessage("made up when empty");
        label("Command");
        command = wide(new Text(parent, SWT.BORDER), Type.MONO);
        label("");
        terminal = check(parent, "Interactive, with a terminal");
        terminal.setSelection(true);
        label("Network");
        network(parent);
        label("Limits");
        limits(parent);
        GridData envLabel = (GridData) label("Environment\nNAME=value").getLayoutData();
        envLabel.verticalAlignment = SWT.BEGINNING;
        envLabel.verticalIndent = ENV_INDENT;
        env = wide(new Text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL), Type.MONO);
        env.setToolTipText("One variable a line: NAME=value");
        ((GridData) env.getLayoutData()).heightHint = ENV_HEIGHT;
        // In a field of many lines Tab would insert a tab instead of going on.
        env.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        label("");
        readOnly = check(parent, "Its files are read-only");
        label("");
        autoRemove = check(parent, "Remove it when it ends");
        commandLine(parent);
        image.setText(first.isEmpty() ? image.getItemCount() == 0 ? "" : image.getItem(0) : first);
        for (Control field : List.of(image, name, command, memory, cpus, env)) {
            field.addListener(SWT.Modify, event -> check());
        }
        image.addListener(SWT.Modify, event -> hint());
        hint();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        // LookDialog makes the buttons.
    }

    @Override
    public void create() {
        super.create();
        check();
        (first.isEmpty() ? image : name).setFocus();
    }

    @Override
    protected void okPressed() {
        request = form().request();
        super.okPressed();
    }

    private void network(Composite parent) {
        Composite row = row(parent, NETWORKS.size());
        for (Network network : NETWORKS) {
            Button button = new Button(row, SWT.RADIO);
            button.setText(network.mode());
            button.setToolTipText(network.meaning());
            button.setFont(look().font(Type.BODY));
            button.addListener(SWT.Selection, event -> check());
            networks.add(button);
        }
        networks.get(0).setSelection(true);
    }

    private Composite row(Composite parent, int columns) {
        Composite row = look().paint(new Composite(parent, SWT.NONE), Tone.PANEL, Tone.TEXT);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(8, 0).applyTo(row);
        return row;
    }

    private String networkMode() {
        for (int i = 0; i < networks.size(); i++) {
            if (networks.get(i).getSelection()) {
                return NETWORKS.get(i).mode();
            }
        }
        return NETWORKS.get(0).mode();
    }

    private void limits(Composite parent) {
        Composite row = row(parent, 4);
        memory = small(row, "512m");
        unit(row, "memory");
        cpus = small(row, "1.5");
        unit(row, "CPUs");
    }

    private Text small(Composite row, String hint) {
        Text text = new Text(row, SWT.BORDER);
        text.setMessage(hint);
        text.setFont(look().font(Type.BODY));
        GridData data = new GridData();
        data.widthHint = 80;
        text.setLayoutData(data);
        return text;
    }

    private void unit(Composite row, String text) {
        Label label = look().paint(new Label(row, SWT.NONE), Tone.PANEL, Tone.MUTED, Type.BODY);
        label.setText(text);
        GridData data = new GridData();
        data.minimumWidth = 60;
        label.setLayoutData(data);
    }

    private void commandLine(Composite parent) {
        ((GridData) label("Same as").getLayoutData()).verticalAlignment = SWT.BEGINNING;
        line = wide(StyleClass.PLAIN.on(new Text(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP)), Type.MONO);
        ((GridData) line.getLayoutData()).heightHint = LINE_HEIGHT;
    }

    private Label label(String text) {
        Label label = look().paint(new Label(fields, SWT.NONE), Tone.PANEL, Tone.MUTED, Type.BODY);
        label.setText(text);
        label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        return label;
    }

    private <C extends Control> C wide(C control, Type type) {
        control.setFont(look().font(type));
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = FIELD_WIDTH;
        control.setLayoutData(data);
        return control;
    }

    private Button check(Composite parent, String text) {
        Button button = new Button(parent, SWT.CHECK);
        button.setText(text);
        button.setFont(look().font(Type.BODY));
        button.addListener(SWT.Selection, event -> check());
        return button;
    }

    private RunForm form() {
        return new RunForm(image.getText(), name.getText().trim(), command.getText(), env.getText(), memory.getText(),
                cpus.getText(),
                networkMode(), terminal.getSelection(), autoRemove.getSelection(),
                readOnly.getSelection());
    }

    private void check() {
        if (line == null) {
            return;
        }
        RunForm form = form();
        String problem = form.problem(images, names);
        setProblem(problem);
        line.setText(problem.isEmpty() ? form.request().dockerLine() : "");
    }

    private void hint() {
        String chosen = image.getText().trim();
        if (images.stream().noneMatch(each -> RunForm.isNamed(each, chosen))) {
            command.setMessage("");
            return;
        }
        asked.commandLine(chosen, own -> {
            if (!command.isDisposed() && chosen.equals(image.getText().trim())) {
                command.setMessage(own.isEmpty() ? "the image has none: write one" : "the image's own: " + own);
            }
        });
    }
}
