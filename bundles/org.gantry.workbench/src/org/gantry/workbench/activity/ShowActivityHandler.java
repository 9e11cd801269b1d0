// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.activity;

import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

/** Shows the activity with a number, counted from 1 in the activity column. */
public final class ShowActivityHandler {
    @CanExecute
    boolean exists(Activities activities, @org.eclipse.e4.core.di.annotations.Optional @Named("number") String number) {
        return find(activities, number).isPresent();
    }

    @Execute
    void show(Activities activities, EPartService parts, @Named("number") String number) {
        find(activities, number).ifPresent(activity -> activities.show(activity, parts));
    }

    private static Optional<MPerspective> find(Activities activities, String number) {
        if (number == null || !number.matches("[1-9]")) {
            return Optional.empty();
        }
        List<MPerspective> all = activities.all();
        int index = Integer.parseInt(number) - 1;
        return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }
}
