// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.images.tree.ImageNames;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.LookDialog;
import org.gantry.ui.look.control.StyleClass;
import org.gantry.ui.look.format.Formats;

/** Asks before an image or one of its names is removed, and says exactly what goes and what stays. */
final class RemoveImageDialog extends LookDialog {
    private static final int WIDTH = 440;

    private final RemovalPlan plan;
    private final List<String> tags;
    private final List<Button> chosenTags = new ArrayList<>();
    private Label consequence;
    private Button anyway;
    private List<String> references = List.of();

    RemoveImageDialog(Shell parent, Look look, RemovalPlan plan) {
        super(parent, look, "Remove " + ImageNames.name(plan.image()) + "?",
                plan.image().tags().size() > 1 ? "The image has several names. It goes when all of them are removed." : "",
                "Remove", StyleClass.DANGER);
        this.plan = plan;
        this.tags = plan.image().tags();
    }

    /** Names to remove; empty to remove the image with everything that refers to it. */
    List<String> references() {
        return references;
    }

    @Override
    public void create() {
        super.create();
        check();
    }

    @Override
    protected void createContent(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(parent);
        if (tags.size() > 1) {
            for (String tag : tags) {
                Button button = check(parent, tag);
                button.setSelection(true);
                chosenTags.add(button);
            }
        }
        consequence = look().paint(new Label(parent, SWT.WRAP), Tone.PANEL, Tone.TEXT, Type.BODY);
        GridData data = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        data.widthHint = WIDTH;
        consequence.setLayoutData(data);
        if (!plan.stopped().isEmpty()) {
            anyway = check(parent, "Remove it although " + names(plan.stopped()) + " can then not be started again");
        }
    }

    private Button check(Composite parent, String text) {
        Button button = look().paint(new Button(parent, SWT.CHECK), Tone.PANEL, Tone.TEXT, Type.BODY);
        button.setText(text);
        button.addListener(SWT.Selection, event -> check());
        return button;
    }

    private void check() {
        List<String> some = chosenTags.stream().filter(Button::getSelection).map(Button::getText).toList();
        boolean whole = tags.size() <= 1 || some.size() == tags.size();
        references = whole ? List.of() : some;
        if (anyway != null) {
            anyway.setVisible(whole);
        }
        consequence.setText(whole ? imageGoes() : "Only these names go. The image stays.");
        setProblem(problem(whole, some));
    }

    private String problem(boolean whole, List<String> some) {
        if (!whole) {
            return some.isEmpty() ? "Choose what to remove" : "";
        }
        if (!plan.alive().isEmpty()) {
            return "Stop and remove " + names(plan.alive()) + " first: " + (plan.alive().size() == 1 ? "it runs" : "they run")
                    + " on this image";
        }
        return anyway == null || anyway.getSelection() ? ""
                : Formats.count(plan.stopped().size(), "stopped container") + " stand" + (plan.stopped().size() == 1 ? "s" : "")
                        + " on it";
    }

    private String imageGoes() {
        String freed = "Frees " + Formats.size(plan.freedBytes()) + " in " + Formats.count(plan.freedLayers(), "layer") + ".";
        String shared = plan.sharedLayers() == 0 ? ""
                : " " + Formats.count(plan.sharedLayers(), "layer") + " shared with other images stay"
                        + (plan.sharedLayers() == 1 ? "s." : ".");
        return freed + shared + " This cannot be undone.";
    }

    private static String names(List<ContainerSummary> containers) {
        return containers.stream().map(ContainerSummary::name).collect(Collectors.joining(", "));
    }
}
