// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.tree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.Type;
import org.gantry.ui.look.format.Formats;
import org.gantry.ui.look.format.StateText;
import org.gantry.ui.look.table.Cell;
import org.gantry.ui.look.table.CellPainter;
import org.gantry.ui.look.table.Run;

/** The native tree of images and the containers on them. UI thread only. */
final class ImageTree {
    private static final int ROW_HEIGHT = 24;
    private static final String CELL = "org.gantry.cell";
    private static final String VALUE = "org.gantry.value";
    private static final String KEY = "org.gantry.key";

    private final Tree tree;
    private final CellPainter painter;
    private final Set<String> closed = new HashSet<>();
    private List<ImageNode> shown = List.of();
    /** What is to be selected, also while it is not there yet. */
    private String wanted = "";

    ImageTree(Composite parent, Look look) {
        painter = new CellPainter(look);
        tree = look.paint(new Tree(parent, SWT.SINGLE | SWT.FULL_SELECTION), Tone.BACKGROUND, Tone.TEXT, Type.BODY);
        tree.addListener(SWT.MeasureItem, event -> {
            event.height = look.scaled(ROW_HEIGHT);
            event.width = painter.width(event.gc, cell(event)) + 8;
        });
        tree.addListener(SWT.EraseItem, painter::erase);
        tree.addListener(SWT.PaintItem, this::paint);
        tree.addListener(SWT.Collapse, event -> closed.add(key((TreeItem) event.item)));
        tree.addListener(SWT.Expand, event -> closed.remove(key((TreeItem) event.item)));
        tree.addListener(SWT.MouseMove, this::explain);
        look.follow(tree, tree::redraw);
    }

    Tree control() {
        return tree;
    }

    /** Called with an {@link ImageNode} or a ContainerSummary when the person chooses one. */
    void whenSelected(Consumer<Object> listener) {
        tree.addListener(SWT.Selection, event -> {
            wanted = key((TreeItem) event.item);
            listener.accept(event.item.getData(VALUE));
        });
    }

    void whenOpened(Consumer<Object> listener) {
        tree.addListener(SWT.DefaultSelection, event -> listener.accept(event.item.getData(VALUE)));
    }

    /** Shows other images; selection, open and closed branches and scroll position stay. */
    void show(List<ImageNode> roots) {
        if (roots.equals(shown)) {
            return;
        }
        shown = roots;
        String top = tree.getTopItem() == null ? "" : key(tree.getTopItem());
        tree.setRedraw(false);
        try {
            tree.removeAll();
            roots.forEach(root -> add(null, root));
            expand(tree.getItems());
        } finally {
            tree.setRedraw(true);
        }
        select(wanted);
        TreeItem first = find(tree.getItems(), top);
        if (first != null) {
            tree.setTopItem(first);
        }
    }

    /** Selects the image or container with an id, now or as soon as it is there; does not tell listeners. */
    void select(String id) {
        wanted = id;
        TreeItem item = find(tree.getItems(), id);
        if (item == null) {
            tree.deselectAll();
        } else if (tree.getSelectionCount() != 1 || tree.getSelection()[0] != item) {
            tree.setSelection(item);
            tree.showItem(item);
        }
    }

    private void add(TreeItem parent, ImageNode node) {
        TreeItem item = item(parent, node.image().id(), cell(node, parent != null), node);
        for (ContainerSummary container : node.containers()) {
            item(item, container.id(), cell(container), container);
        }
        node.children().forEach(child -> add(item, child));
    }

    /** From the top down: GTK opens a branch only while those above it are open. */
    private void expand(TreeItem[] items) {
        for (TreeItem item : items) {
            if (!closed.contains(key(item)) && item.getItemCount() > 0) {
                item.setExpanded(true);
                expand(item.getItems());
            }
        }
    }

    private TreeItem item(TreeItem parent, String key, Cell cell, Object value) {
        TreeItem item = parent == null ? new TreeItem(tree, SWT.NONE) : new TreeItem(parent, SWT.NONE);
        item.setText(cell.plainText());
        item.setData(CELL, cell);
        item.setData(VALUE, value);
        item.setData(KEY, key);
        return item;
    }

    private static Cell cell(ImageNode node, boolean child) {
        List<Run> runs = new ArrayList<>();
        runs.add(Run.of(ImageNames.name(node.image())));
        String size = (child ? "+ " : "") + Formats.size(node.ownBytes());
        runs.add(Run.muted(node.isUnused() ? size + ", unused" : size));
        String created = node.image().created() == null ? "" : "\ncreated " + Formats.ago(node.image().created(), Instant.now());
        String tags = node.image().tags().isEmpty() ? "" : String.join("\n", node.image().tags()) + "\n";
        return Cell.of(runs.toArray(new Run[0])).explained(tags + Formats.shortId(node.image().id()) + created + "\n"
                + Formats.size(node.image().size()) + " in " + Formats.count(node.image().layers().size(), "layer"));
    }

    private static Cell cell(ContainerSummary container) {
        StateText state = StateText.of(container, Instant.now());
        return new Cell(state.icon(), state.tone(), List.of(new Run(container.name(), state.tone(), Type.BODY)),
                "container " + container.name() + ", " + state.text(), "container " + container.name() + ", " + state.text());
    }

    private static Cell cell(Event event) {
        return (Cell) event.item.getData(CELL);
    }

    private void paint(Event event) {
        Rectangle bounds = ((TreeItem) event.item).getBounds(0);
        int right = tree.getClientArea().width;
        painter.draw(event.gc, cell(event), new Rectangle(bounds.x + 2, event.y, right - bounds.x - 6, event.height));
    }

    private void explain(Event event) {
        TreeItem item = tree.getItem(new Point(event.x, event.y));
        String tooltip = item == null ? null : ((Cell) item.getData(CELL)).tooltip();
        if (!Objects.equals(tooltip, tree.getToolTipText())) {
            tree.setToolTipText(tooltip);
        }
    }

    private static TreeItem find(TreeItem[] items, String key) {
        for (TreeItem item : items) {
            if (key.equals(key(item))) {
                return item;
            }
            TreeItem below = find(item.getItems(), key);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static String key(TreeItem item) {
        return (String) item.getData(KEY);
    }
}
