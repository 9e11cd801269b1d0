// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.transfer;

import java.nio.charset.StandardCharsets;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.gantry.ui.look.selection.ContainerSelection;
import org.gantry.ui.look.selection.ImageSelection;
import org.gantry.ui.look.selection.ObjectSelection;

/** Drags an image or a container inside the workbench. Files are dragged with SWT's FileTransfer. */
public final class ObjectTransfer extends ByteArrayTransfer {
    /** Drags an {@link ImageSelection}. */
    public static final ObjectTransfer IMAGE = new ObjectTransfer("application/x-gantry-image");
    /** Drags a {@link ContainerSelection}. */
    public static final ObjectTransfer CONTAINER = new ObjectTransfer("application/x-gantry-container");

    private static final String SEPARATOR = "\n";

    private final String type;
    private final int id;

    private ObjectTransfer(String type) {
        this.type = type;
        id = registerType(type);
    }

    @Override
    protected int[] getTypeIds() {
        return new int[] {id};
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] {type};
    }

    @Override
    protected void javaToNative(Object object, TransferData data) {
        String text = switch (object) {
            case ImageSelection image -> String.join(SEPARATOR, image.engineId(), image.imageId(), image.name());
            case ContainerSelection container ->
                String.join(SEPARATOR, container.engineId(), container.containerId(), container.name());
            case null, default -> null;
        };
        if (text != null && isSupportedType(data)) {
            super.javaToNative(text.getBytes(StandardCharsets.UTF_8), data);
        }
    }

    @Override
    protected ObjectSelection nativeToJava(TransferData data) {
        if (!isSupportedType(data) || !(super.nativeToJava(data) instanceof byte[] bytes)) {
            return null;
        }
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, 3);
        if (parts.length < 3) {
            return null;
        }
        return this == IMAGE ? new ImageSelection(parts[0], parts[1], parts[2])
                : new ContainerSelection(parts[0], parts[1], parts[2]);
    }
}
