/** Pages and resources that span rooms, and the product's own health. No room imports it. */
package dev.tidemark.web.dashboard;
