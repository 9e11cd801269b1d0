// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** What the product is made of fits together: every bundle resolves, every component gets what it asks for. */
class AssemblyTest {
    private final BundleContext context = FrameworkUtil.getBundle(AssemblyTest.class).getBundleContext();

    @Test
    void everyBundleOfOursResolves() {
        List<Bundle> ours = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.gantry.")).toList();
        List<String> unresolved = ours.stream().filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(Bundle::getSymbolicName).toList();
        assertFalse(ours.size() < 10, () -> "bundles are missing: " + ours);
        assertEquals(List.of(), unresolved);
    }

    @Test
    void everyComponentOfOursIsSatisfied() {
        ServiceComponentRuntime components = context.getService(context.getServiceReference(ServiceComponentRuntime.class));
        List<String> unsatisfied = components.getComponentDescriptionDTOs().stream()
                .filter(description -> description.bundle.symbolicName.startsWith("org.gantry."))
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
                .filter(component -> (component.state & (ComponentConfigurationDTO.SATISFIED | ComponentConfigurationDTO.ACTIVE)) == 0)
                .map(component -> component.description.name).toList();
        assertEquals(List.of(), unsatisfied);
    }
}
