// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.tree;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.EMenuService;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.ContainerSummary;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.ui.images.CommandIds;
import org.gantry.ui.images.action.ImageLoading;
import org.gantry.ui.images.layer.LayerCards;
import org.gantry.ui.look.Icon;
import org.gantry.ui.look.Look;
import org.gantry.ui.look.Tone;
import org.gantry.ui.look.call.Commands;
import org.gantry.ui.look.call.EngineCalls;
import org.gantry.ui.look.call.FailurePresenter;
import org.gantry.ui.look.control.Bar;
import org.gantry.ui.look.control.StateStack;
import org.gantry.ui.look.control.StateView;
import org.gantry.ui.look.live.LiveContainers;
import org.gantry.ui.look.live.LiveImages;
import org.gantry.ui.look.live.LiveState;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.selection.ObjectSelection;
import org.gantry.ui.look.selection.WindowSelection;
import org.gantry.ui.look.transfer.ObjectTransfer;

/** The Images activity: the tree of images at the left, the layers of the chosen one beside it. */
public final class ImagesPart {
    private static final String POPUP = "org.gantry.popup.image";
    private static final int TREE_SHARE = 28;
    private static final int LAYERS_SHARE = 72;

    private final Look look;
    private final LiveImages images;
    private final LiveContainers containers;
    private final WindowSelection selection;
    private final Commands commands;
    private final FailurePresenter failures;

    private StateStack stack;
    private SashForm split;
    private ImageTree tree;
    private LayerCards layers;
    private String chosen = "";

    @Inject
    public ImagesPart(Look look, LiveImages images, LiveContainers containers, WindowSelection selection, Commands commands,
            FailurePresenter failures) {
        this.look = look;
        this.images = images;
        this.containers = containers;
        this.selection = selection;
        this.commands = commands;
        this.failures = failures;
    }

    @PostConstruct
    void create(Composite parent, EMenuService menus) {
        stack = new StateStack(parent, look);
        Composite content = stack.control();
        split = look.paint(new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH), Tone.LINE, Tone.LINE);
        split.setSashWidth(1);
        createTree(split, menus);
        Composite right = look.paint(new Composite(split, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        right.setLayout(new FillLayout());
        layers = new LayerCards(right, look, images, selection, new EngineCalls(content, failures), commands);
        split.setWeights(TREE_SHARE, LAYERS_SHARE);
        acceptFiles(content);
        images.follow(content, this::show);
        containers.follow(content, this::showTree);
        selection.follow(content, this::follow);
    }

    @Focus
    void focus() {
        if (stack.isShown(split)) {
            tree.control().setFocus();
        } else {
            stack.focus();
        }
    }

    private void createTree(Composite parent, EMenuService menus) {
        Composite left = look.paint(new Composite(parent, SWT.NONE), Tone.BACKGROUND, Tone.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
        Bar bar = new Bar(left, look);
        bar.primary("Load…", "Load images of an archive: docker save or OCI layout, plain, gzip or zstd (Ctrl+O)",
                () -> commands.run(CommandIds.LOAD));
        bar.button("Starter", "Make a small image from this machine's busybox, without network", () ->
                commands.run(CommandIds.STARTER));
        tree = new ImageTree(left, look);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.verticalIndent = 6;
        tree.control().setLayoutData(data);
        tree.whenSelected(this::choose);
        tree.whenOpened(value -> commands.run(value instanceof ContainerSummary ? CommandIds.TERMINAL : CommandIds.RUN));
        tree.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL && event.stateMask == 0) {
                commands.run(CommandIds.REMOVE);
            }
        });
        menus.registerContextMenu(tree.control(), POPUP);
        DragSource source = new DragSource(tree.control(), DND.DROP_COPY | DND.DROP_LINK);
        source.setTransfer(ObjectTransfer.IMAGE, TextTransfer.getInstance());
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = images.find(chosen).isPresent();
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                images.find(chosen).ifPresent(image -> event.data = ObjectTransfer.IMAGE.isSupportedType(event.dataType)
                        ? selectionOf(image) : ImageNames.reference(image));
            }
        });
    }

    private void acceptFiles(Composite content) {
        DropTarget target = new DropTarget(content, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                if (event.detail == DND.DROP_DEFAULT) {
                    event.detail = DND.DROP_COPY;
                }
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files) {
                    images.engine().ifPresent(engine -> new ImageLoading(engine, new EngineCalls(content, failures), selection)
                            .load(Arrays.stream(files).map(Path::of).toList()));
                }
            }
        });
    }

    private void choose(Object value) {
        if (value instanceof ImageNode node) {
            selection.select(selectionOf(node.image()));
        } else if (value instanceof ContainerSummary container) {
            selection.select(new ContainerSelection(engineId(), container.id(), container.name()));
        }
    }

    private void follow(List<ObjectSelection> items) {
        if (items.isEmpty()) {
            return;
        }
        switch (items.get(0)) {
            case ImageSelection image -> {
                tree.select(image.imageId());
                showLayers(image.imageId());
            }
            case ContainerSelection container -> {
                tree.select(container.containerId());
                containers.find(container.containerId()).ifPresent(found -> showLayers(found.imageId()));
            }
            default -> {
                // Other objects have no place here.
            }
        }
    }

    private void showLayers(String imageId) {
        if (!imageId.equals(chosen)) {
            chosen = imageId;
            layers.show(images.find(imageId).orElse(null));
        }
    }

    private void show() {
        switch (images.state()) {
            case LiveState.NoEngine none -> stack.explain(words -> words.showEmpty(Icon.CONNECTIONS, "No engine",
                    "Images appear here as soon as Gantry is connected to an engine.",
                    List.of(offer("Connect again", CommandIds.RECONNECT))));
            case LiveState.Failed failed when images.items().isEmpty() ->
                    stack.explain(words -> words.showFailure(failed.failure(),
                    List.of(new StateView.Offer("Try again", images::reload))));
            case LiveState.Ready ready when images.items().isEmpty() ->
                    stack.explain(words -> words.showEmpty(Icon.IMAGES, "No images yet",
                    "An image is a stack of files that containers start from. Load one from a file, drop a tar archive here, "
                            + "or let Gantry make a small one from this machine.",
                    List.of(offer("Load an image…", CommandIds.LOAD), offer("Make a starter image", CommandIds.STARTER))));
            default -> {
                showTree();
                stack.show(split);
                keepChoice();
            }
        }
    }

    private void showTree() {
        tree.show(SharingTree.of(images.items(), containers.items()));
    }

    /** The chosen image may have changed its name, or be gone; in the beginning the newest one is shown. */
    private void keepChoice() {
        if (images.find(chosen).isEmpty()) {
            chosen = "";
        }
        if (chosen.isEmpty() && selection.items().isEmpty() && !images.items().isEmpty()) {
            selection.select(selectionOf(images.items().get(0)));
        } else {
            layers.show(images.find(chosen).orElse(null));
        }
    }

    private StateView.Offer offer(String label, String command) {
        return new StateView.Offer(label, () -> commands.run(command, Map.of()));
    }

    private ImageSelection selectionOf(ImageSummary image) {
        return new ImageSelection(engineId(), image.id(), ImageNames.reference(image));
    }

    private String engineId() {
        return images.engine().map(Engine::id).orElse("");
    }
}
