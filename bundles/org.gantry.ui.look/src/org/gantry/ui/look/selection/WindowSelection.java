// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.selection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;

/**
 * The one selection of a window. e4's active selection belongs to the active part and is lost when a terminal or a log gets the
 * focus; this one stays until another object is chosen, so that every view and handler agrees. Injected; one a window. UI thread
 * only.
 */
public final class WindowSelection {
    private final Set<Consumer<List<ObjectSelection>>> followers = new LinkedHashSet<>();
    private final Runnable changed;
    private List<ObjectSelection> items = List.of();

    /** @param changed called after each change, before the followers */
    public WindowSelection(Runnable changed) {
        this.changed = changed;
    }

    /** What is selected, the primary object first; may be empty. */
    public List<ObjectSelection> items() {
        return items;
    }

    /** The primary object. */
    public Optional<ObjectSelection> primary() {
        return items.stream().findFirst();
    }

    /** The selected objects of one kind; empty unless all are of that kind. */
    public <S extends ObjectSelection> List<S> allOf(Class<S> kind) {
        return items.stream().allMatch(kind::isInstance) ? items.stream().map(kind::cast).toList() : List.of();
    }

    public void select(ObjectSelection item) {
        select(List.of(item));
    }

    /** @param chosen the primary object first; empty for none */
    public void select(List<? extends ObjectSelection> chosen) {
        if (items.equals(chosen)) {
            return;
        }
        items = List.copyOf(chosen);
        changed.run();
        List.copyOf(followers).forEach(follower -> follower.accept(items));
    }

    /** Calls now and at each change, until the owner is disposed. */
    public void follow(Control owner, Consumer<List<ObjectSelection>> follower) {
        followers.add(follower);
        owner.addDisposeListener(event -> followers.remove(follower));
        follower.accept(items);
    }

    /** The selection as e4 has it: a record, a {@link MultiSelection}, or null. */
    Object forWorkbench() {
        return switch (items.size()) {
            case 0 -> null;
            case 1 -> items.get(0);
            default -> new MultiSelection(items);
        };
    }
}
