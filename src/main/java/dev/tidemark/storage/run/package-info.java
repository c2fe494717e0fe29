/**
 * What happened: runs, samples, requests, evidence; roll-ups; retention.
 * Not: what it means (trend, budget). Door: {@code RunHistory}.
 */
package dev.tidemark.storage.run;
