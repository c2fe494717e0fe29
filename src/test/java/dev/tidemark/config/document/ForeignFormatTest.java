package dev.tidemark.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.reader.DefinitionReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFormatTest {

    private static String message(String text) {
        var read = DefinitionReader.yaml("file.yaml", text, VariableSubstitution.NONE);
        assertThat(read.errors()).hasSize(1);
        return read.errors().get(0).toString();
    }

    @Nested
    class GivenAScript {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "module.exports = { ci: { collect: { url: ['http://localhost/'] }, assert: {} } }; | a Lighthouse CI configuration in JavaScript",
                    "/** note */~module.exports = {~  ci: {~    assert: { preset: 'lighthouse:recommended' },~  },~}; | a Lighthouse CI configuration in JavaScript",
                    "export default { ci: { upload: {} } } | a Lighthouse CI configuration in JavaScript",
                    "// a comment~module.exports = { budget: { timings: {} } }; | JavaScript",
                    "'use strict';~const a = 1; | JavaScript",
                    "const puppeteer = require('puppeteer'); // v22.0.0 or later~~(async () => {~    const browser = await puppeteer.launch();~})(); | a Puppeteer script",
                    "import puppeteer from 'puppeteer';~const b = await puppeteer.launch(); | a Puppeteer script",
                    "import url from 'url';~import { createRunner } from '@puppeteer/replay'; | a script for @puppeteer/replay",
                    "import { test, expect } from '@playwright/test';~~test('test', async ({ page }) => {~  await page.goto('https://a.example/');~}); | a Playwright script",
                    "from playwright.sync_api import sync_playwright~~def run(playwright):~    pass | a Playwright script",
                    "import { browser } from 'k6/browser';~~export const options = {~  scenarios: {} }; | a k6 script",
                    "import http from 'k6/http';~export default function () { http.get('https://a.example/'); } | a k6 script",
                    "describe('Recording', () => {~  it('tests', () => {~    cy.viewport(1200, 800);~    cy.visit('https://a.example/');~  });~}); | a Cypress test",
                    "describe('Recording', function () {~  it('tests', function (browser) {~    browser.windowRect({width: 1, height: 2}).navigateTo('https://a.example/')~  });~}); | a test for Nightwatch or WebdriverIO",
                    "import { ApiCheck } from 'checkly/constructs'~new ApiCheck('a', {}) | code of Checkly",
                    "import { defineConfig } from 'checkly'~export default defineConfig({}) | code of Checkly",
                    "from selenium import webdriver~driver = webdriver.Chrome() | a Selenium script",
                    "module.exports = async function (context, commands) {~  return commands.measure.start('https://a.example/');~}; | a sitespeed.io script",
                    "setEventName→Load~navigate→https://a.example/ | a WebPageTest script",
                    "#!/bin/sh~curl https://a.example/ | a shell script",
                    "<!DOCTYPE html>~<html></html> | HTML or XML",
                    "<?xml version='1.0'?>~<testsuite/> | HTML or XML",
                })
        void whenItIsReadAsADefinition_thenItsToolIsNamed(String text, String tool) {
            assertThat(message(text.replace('~', '\n').replace('→', '\t'))).contains(tool);
        }
    }

    @Nested
    class GivenAFileOfAnotherTool {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "endpoints:~  - name: a~    url: https://a.example/~    interval: 5m~    conditions:~      - '[STATUS] == 200' | a Gatus configuration",
                    "modules:~  http_2xx:~    prober: http~    http: {preferred_ip_protocol: ip4} | a configuration of the Prometheus blackbox_exporter",
                    "global: {scrape_interval: 15s}~scrape_configs:~  - job_name: blackbox | a Prometheus configuration",
                    "groups:~  - name: probes~    rules:~      - alert: Down | a file of Prometheus rules",
                    "{\"version\": \"1.23.0\", \"notificationList\": [], \"monitorList\": [{\"id\": 1, \"url\": \"https://a.example/\"}]} | a backup of Uptime Kuma",
                    "{\"checkType\": \"API\", \"name\": \"a\", \"request\": {}} | a Checkly file",
                    "services:~  web:~    image: nginx:1~    ports: ['80:80'] | a Docker Compose file",
                    "apiVersion: v1~kind: Service~metadata: {name: a} | a Kubernetes manifest",
                    "on: push~jobs:~  lighthouse:~    runs-on: ubuntu-latest~    steps: [] | a CI workflow",
                    "{\"log\": {\"version\": \"1.2\", \"entries\": []}} | a HAR file",
                    "{\"lighthouseVersion\": \"12.0.0\", \"audits\": {}, \"categories\": {}} | a Lighthouse report",
                    "[{\"url\": \"https://a.example/\", \"isRepresentativeRun\": true, \"jsonPath\": \"a.json\"}] | a Lighthouse report",
                    "{\"traceEvents\": []} | a performance trace",
                    "{\"title\": \"Buy\", \"steps\": [{\"type\": \"navigate\", \"url\": \"https://a.example/\"}]} | a recording of Chrome DevTools",
                    "{\"ci\": {\"assert\": {}}} | a Lighthouse CI configuration",
                    "[{\"path\": \"/*\", \"timings\": []}] | a Lighthouse budget file",
                    "{\"budget\": {\"timings\": {}}} | a sitespeed.io budget file",
                    "{\"browsertime.pageSummary\": []} | a sitespeed.io budget file",
                    "heartbeat.monitors:~  - type: http~    urls: ['https://a.example/'] | a Heartbeat or Elastic Synthetics configuration",
                    "owner: a~repo: b~sites:~  - url: https://a.example/ | an Upptime configuration",
                    "probes:~  - id: a~    requests: [{url: https://a.example/}] | a Monika configuration",
                    "{\"info\": {\"name\": \"a\"}, \"item\": []} | a Postman collection",
                    "openapi: 3.1.0~info: {title: a}~paths: {} | an OpenAPI document",
                    "config: {target: https://a.example/}~scenarios: [] | an Artillery script",
                    "{\"name\": \"a\", \"dependencies\": {}} | a package.json file",
                    "{\"id\": \"1\", \"tests\": [{\"name\": \"a\", \"commands\": []}]} | a Selenium IDE project",
                    "{\"panels\": [], \"schemaVersion\": 39} | a Grafana dashboard",
                })
        void whenItIsReadAsADefinition_thenItsToolAndTheRemedyAreNamed(String text, String tool) {
            assertThat(message(text.replace('~', '\n'))).contains("This is " + tool + ". ");
        }
    }

    @Nested
    class GivenADefinition {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "id: a\nname: \"module.exports = 1\"\nurl: https://a.example/\nevery: PT5M",
                    "probes:\n  - id: a\n    url: https://a.example/\n    every: PT5M",
                    "- id: a\n  url: https://a.example/\n  every: PT5M\n",
                    "budgets:\n  - tags: [shop]\n    limits: [LCP < 2.5 s]",
                    "id: a\nevery: PT5M\njourney:\n  - open: https://a.example/\n  - fill: {selector: '#a', value: \"const a = 1\"}",
                })
        void whenItIsRead_thenItIsNotTakenForAnotherTool(String text) {
            assertThat(DefinitionReader.yaml("", text, VariableSubstitution.NONE)
                            .errors())
                    .noneMatch(error -> error.detail().key().startsWith("foreign."));
        }
    }
}
