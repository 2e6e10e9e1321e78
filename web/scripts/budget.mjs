// Fails when a page loads more than we promise on a slow phone. Sizes are gzip kB of what the build wrote.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const KB = 1000;
const budgets = {
  "index.html": { name: "player", js: 120, css: 15 },
  "console.html": { name: "console", js: 200, css: 20 },
};
const LAZY_KB = 40;

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const size = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / KB;

function first(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) first(next, seen);
  return seen;
}

let failed = false;
function judge(what, kb, limit) {
  const over = kb > limit;
  failed ||= over;
  console.log(`${over ? "OVER" : "ok  "}  ${what.padEnd(44)} ${kb.toFixed(1).padStart(6)} kB of ${limit}`);
}

const loadedFirst = new Set();
for (const [entry, budget] of Object.entries(budgets)) {
  const chunks = first(entry);
  for (const chunk of chunks) loadedFirst.add(chunk);
  const files = [...chunks].map((key) => manifest[key]);
  judge(`${budget.name}: first load, JavaScript`, files.reduce((sum, chunk) => sum + size(chunk.file), 0), budget.js);
  judge(`${budget.name}: first load, CSS`, [...new Set(files.flatMap((chunk) => chunk.css ?? []))].reduce((sum, file) => sum + size(file), 0), budget.css);
}
for (const [key, chunk] of Object.entries(manifest)) {
  if (loadedFirst.has(key) || !chunk.file.endsWith(".js")) continue;
  judge(`lazy: ${chunk.name ?? key}`, size(chunk.file), LAZY_KB);
}
process.exit(failed ? 1 : 0);
