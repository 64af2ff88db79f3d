// The page as it ships, in a real browser: served under the app's own policy, with the backend stood in for.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { install } from "./fake-backend.js";
import { watchForNothing } from "./nothing-empty.js";

const ui = fileURLToPath(new URL("../../ui/", import.meta.url));
// Debian's browser without windows opens a page in two thirds of the time; elsewhere there is the one that Playwright brings.
const OF_DEBIAN = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const executablePath = process.env.CHROMIUM ?? OF_DEBIAN.find((path) => existsSync(path));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

let site;
let browser;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.stop();
});

/** Serves `ui/` on a loopback port of its own. */
async function serve() {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://ui").pathname);
    if (path === "/favicon.ico") return response.writeHead(204).end();
    const name = path === "/" ? "index.html" : path;
    try {
      const body = await readFile(join(ui, name));
      response.writeHead(200, { "content-type": types[extname(name)] ?? "text/plain", "content-security-policy": policy });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

function launch() {
  // A Chromium with windows prepares the menus of each as well, which costs more than a page of ours.
  const features = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup";
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", features] });
}

/**
 * A window on the page in one scenario. `faults` gathers what must not be: errors, and breaches of the policy.
 * @param {import("./fake-backend.js").Scenario} scenario
 * @param {{ width?: number, height?: number, scheme?: "light" | "dark", forced?: boolean, textSize?: number, locale?: string, english?: string }} [look] `english` is served instead of that catalogue
 */
export async function openPage(scenario, look = {}) {
  const { width = 560, height = 720, scheme = "light", forced = false, textSize = 100, locale = "en-GB", english } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    forcedColors: forced ? "active" : "none",
    reducedMotion: "reduce",
    locale,
    timezoneId: "Europe/Oslo",
  });
  const page = await context.newPage();
  // A computer that has other work as well may take long over a moment.
  page.setDefaultTimeout(60_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  if (english) await page.route("**/locales/en.js", (route) => route.fulfill({ contentType: types[".js"], body: english }));
  await page.addInitScript(install, scenario);
  await page.addInitScript(watchForNothing);
  await page.goto(site.address);
  await page.waitForFunction(() => window.__CALLS__.some(({ command }) => command === "page_ready"));
  if (textSize !== 100) await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), textSize);
  return { page, faults, close };

  async function close() {
    assert.deepEqual(await page.evaluate(() => window.__EMPTY__), []);
    await context.close();
  }
}

/** How many sheets of paper a page takes. @param {URL} file */
export async function sheetsOf(file) {
  const page = await browser.newPage();
  await page.goto(String(file));
  const printed = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return printed.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
}
