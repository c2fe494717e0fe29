/** The table of guarantees: breaks parts of a cluster and verifies its history. */
package dev.tidemark.bench.faults;
