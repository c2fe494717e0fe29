package dev.tidemark.model.result;

/** The measuring software: browser and version ("Chromium 156.0.8078.79 headless-shell"), versions of Playwright and Tidemark. */
public record Engine(String browser, String playwright, String tidemark) {}
