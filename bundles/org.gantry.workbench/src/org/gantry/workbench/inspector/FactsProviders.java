// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.inspector;

import java.util.Collection;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.gantry.ui.look.facts.FactsProvider;
import org.gantry.ui.look.selection.ObjectSelection;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Finds who knows the facts of an object among the view bundles' services. */
final class FactsProviders {
    private final BundleContext bundles = FrameworkUtil.getBundle(FactsProviders.class).getBundleContext();

    Optional<FactsProvider> of(ObjectSelection selection) {
        try {
            Collection<ServiceReference<FactsProvider>> all = bundles.getServiceReferences(FactsProvider.class, null);
            return all.stream().map(bundles::getService).filter(provider -> provider != null && provider.knows(selection)).findFirst();
        } catch (InvalidSyntaxException e) {
            // Only a filter can have a wrong syntax, and there is none.
            ILog.of(FactsProviders.class).error(e.getMessage(), e);
            return Optional.empty();
        }
    }
}
