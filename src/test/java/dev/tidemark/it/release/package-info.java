/** Tests of the packages, with the commands of the manual: mvn -Pdist,packages verify. They need what mvn -Pdist package makes, and some need root. */
package dev.tidemark.it.release;
