// A phone or a desk in Chromium, watched: whatever a page complains about fails the test that opened it.
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
export const desk = { viewport: { width: 1440, height: 900 } };

export const address = (process.env.PADEL_URL ?? "http://127.0.0.1:5080").replace(/\/$/, "");

export function launch() {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("No Chromium was found. Install it with: apt-get install chromium (or set CHROMIUM to its path).");
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A fresh visitor. `complaints` collects console errors, page errors and refused policies. */
export async function visitor(browser, options = phone) {
  const context = await browser.newContext({ ...options, baseURL: address, timezoneId: "America/New_York", reducedMotion: "reduce" });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || /content security policy/i.test(message.text())) complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { context, page, complaints };
}

/** The browser reports every 4xx as an error of its own; a journey names those it means to cause. */
export function assertQuiet(complaints, ...expected) {
  const real = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
  assert.deepEqual(real, [], "the page complained");
}

export async function assertAccessible(page, what) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  const found = violations.map((violation) => `${what}: ${violation.id} (${violation.impact}) ${violation.nodes.map((node) => node.target.join(" ")).slice(0, 5).join(" | ")}`);
  assert.deepEqual(found, []);
}
