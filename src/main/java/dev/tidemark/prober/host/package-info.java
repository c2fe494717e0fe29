/**
 * The machine that runs the browsers: capacity, noise detection, process trees and temporary directories. Does not
 * load pages (browser). Entry points: {@code LoadPermits}, {@code ProcessTree}.
 */
package dev.tidemark.prober.host;
