/**
 * The page that compares: which runs or periods are meant, their noise, their films on one clock.
 * Not: what differs between two loads and why (contrast). Door: none, it is a page.
 */
package dev.tidemark.web.comparison;
