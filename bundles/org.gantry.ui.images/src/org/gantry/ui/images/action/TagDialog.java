// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.action;

import java.util.List;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.images.tree.ImageNames;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.control.LookDialog;
import org.gantry.ui.look.control.StyleClass;
import org.gantry.ui.look.format.Formats;

/** Asks for one more name of an image. */
final class TagDialog extends LookDialog {
    private static final int WIDTH = 400;

    private final ImageSummary image;
    private final List<ImageSummary> images;
    private Text field;
    private Label effect;
    private String reference = "";

    TagDialog(Shell parent, Look look, ImageSummary image, List<ImageSummary> images) {
        super(parent, look, "Tag " + ImageNames.name(image), "Gives the image one more name; the others stay.", "Tag",
                StyleClass.PRIMARY);
        this.image = image;
        this.images = images;
    }

    /** What was typed. */
    String reference() {
        return reference;
    }

    @Override
    public void create() {
        super.create();
        check();
        field.setFocus();
    }

    @Override
    protected void createContent(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(parent);
        field = new Text(parent, SWT.BORDER);
        field.setFont(look().font(Type.BODY));
        field.setMessage("name:tag");
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = WIDTH;
        field.setLayoutData(data);
        effect = look().paint(new Label(parent, SWT.WRAP), Tone.PANEL, Tone.MUTED, Type.SMALL);
        effect.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.addListener(SWT.Modify, event -> check());
    }

    private void check() {
        reference = field.getText().trim();
        String complete = Reference.complete(reference);
        String problem = Reference.problem(reference);
        if (problem.isEmpty() && image.tags().contains(complete)) {
            problem = "The image has this name already";
        }
        ImageSummary owner = problem.isEmpty()
                ? images.stream().filter(other -> other.tags().contains(complete)).findFirst().orElse(null) : null;
        effect.setText(owner == null ? ""
                : complete + " is taken from the image " + Formats.shortId(owner.id()) + ", which has it now.");
        setProblem(problem);
    }
}
