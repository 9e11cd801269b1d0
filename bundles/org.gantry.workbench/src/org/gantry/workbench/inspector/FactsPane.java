// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.facts.Facts;
import org.gantry.ui.look.facts.Span;

/** Facts in sections, each a heading and rows of a key and a value. Rows stay where they are while only their values change. */
final class FactsPane {
    private static final int MARGIN = 14;
    private static final int KEY_WIDTH = 92;

    private final Look look;
    private final FactClicks clicks;
    private final ScrolledComposite scroll;
    private final Composite content;
    private final List<SpanText> values = new ArrayList<>();
    private SpanText subtitle;
    private List<String> shape = List.of();

    FactsPane(Composite parent, Look look, FactClicks clicks) {
        this.look = look;
        this.clicks = clicks;
        scroll = look.paint(new ScrolledComposite(parent, SWT.V_SCROLL), Tone.PANEL, Tone.TEXT);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        content = look.paint(new Composite(scroll, SWT.NONE), Tone.PANEL, Tone.TEXT);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = MARGIN;
        layout.marginHeight = 0;
        layout.marginBottom = MARGIN;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 4;
        content.setLayout(layout);
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> fit());
    }

    Control control() {
        return scroll;
    }

    void show(Facts facts) {
        List<String> now = shape(facts);
        if (!now.equals(shape)) {
            build(facts);
            shape = now;
        }
        boolean changed = subtitle.show(facts.subtitle());
        int index = 0;
        for (Facts.Section section : facts.sections()) {
            for (Facts.Row row : section.rows()) {
                changed |= values.get(index++).show(row.value());
            }
        }
        if (changed) {
            content.layout(true, true);
            fit();
        }
    }

    private static List<String> shape(Facts facts) {
        List<String> names = new ArrayList<>();
        for (Facts.Section section : facts.sections()) {
            names.add("# " + section.title());
            section.rows().forEach(row -> names.add(row.key()));
        }
        return names;
    }

    private void build(Facts facts) {
        content.setRedraw(false);
        try {
            for (Control child : content.getChildren()) {
                child.dispose();
            }
            values.clear();
            subtitle = value(List.of(), 2);
            for (Facts.Section section : facts.sections()) {
                heading(section.title());
                for (Facts.Row row : section.rows()) {
                    if (!row.key().isEmpty()) {
                        key(row.key());
                    }
                    values.add(value(List.of(), row.key().isEmpty() ? 2 : 1));
                }
            }
        } finally {
            content.setRedraw(true);
        }
    }

    private void heading(String title) {
        Label heading = look.paint(new Label(content, SWT.NONE), Tone.PANEL, Tone.MUTED, Type.CAPTION);
        heading.setText(title.toUpperCase(Locale.ROOT));
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        data.verticalIndent = 8;
        heading.setLayoutData(data);
    }

    private void key(String name) {
        Label key = look.paint(new Label(content, SWT.NONE), Tone.PANEL, Tone.MUTED, Type.BODY);
        key.setText(name);
        GridData data = new GridData(SWT.FILL, SWT.BEGINNING, false, false);
        data.widthHint = KEY_WIDTH;
        key.setLayoutData(data);
    }

    private SpanText value(List<Span> spans, int columns) {
        SpanText value = new SpanText(content, look, clicks);
        value.show(spans);
        GridData data = new GridData(SWT.FILL, SWT.BEGINNING, true, false, columns, 1);
        data.widthHint = 60;
        value.control().setLayoutData(data);
        return value;
    }

    private void fit() {
        int width = scroll.getClientArea().width;
        scroll.setMinSize(0, content.computeSize(width, SWT.DEFAULT).y);
    }
}
