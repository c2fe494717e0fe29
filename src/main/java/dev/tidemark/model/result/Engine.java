package dev.tidemark.model.result;

/** What measured: browser binary and version ("Chromium 156.0.8078.79 headless-shell"), Playwright and Tidemark versions. */
public record Engine(String browser, String playwright, String tidemark) {}
