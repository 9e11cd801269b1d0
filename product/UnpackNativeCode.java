// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.eclipse.core.runtime.adaptor.EclipseStarter;
import org.eclipse.osgi.service.urlconversion.URLConverter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Run while the product is made: starts OSGi once, so that its resolved state stands in the configuration, and unpacks the native
 * libraries there. Afterwards the product starts from a folder that it cannot write.
 */
public final class UnpackNativeCode {
    private UnpackNativeCode() {}

    /** @param arguments the product's folder and the framework's jar, as file URLs */
    public static void main(String[] arguments) throws Exception {
        EclipseStarter.setInitialProperties(Map.of(
                "osgi.install.area", arguments[0],
                "osgi.configuration.area", arguments[0] + "configuration/",
                "osgi.instance.area", "@none",
                "osgi.framework", arguments[1]));
        BundleContext context = EclipseStarter.startup(new String[0], null);
        ServiceReference<URLConverter> reference =
                context.getServiceReferences(URLConverter.class, "(protocol=bundleentry)").iterator().next();
        URLConverter converter = context.getService(reference);
        for (Bundle bundle : context.getBundles()) {
            Enumeration<URL> libraries = bundle.getBundleId() == 0 ? null : bundle.findEntries("/", "*.so", true);
            for (URL library : libraries == null ? Collections.<URL>emptyList() : Collections.list(libraries)) {
                if (isForThisMachine(library.getPath())) {
                    converter.toFileURL(library);
                }
            }
        }
        EclipseStarter.shutdown();
    }

    /** Libraries lie in the root of their bundle, or below a folder that names system and processor. */
    private static boolean isForThisMachine(String path) {
        String name = path.toLowerCase().replace('_', '-');
        boolean foreign = name.lastIndexOf('/') > 0 && !name.startsWith("/meta-inf/native/");
        return !foreign || name.contains("linux") && (name.contains("x86-64") || name.contains("amd64"));
    }
}
