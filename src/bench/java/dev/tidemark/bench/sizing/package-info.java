/** The table of sizes in the manual: disk, memory and time of runs. */
package dev.tidemark.bench.sizing;
