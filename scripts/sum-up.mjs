// Adds up every result file in a folder and ends with one line: N passed, N failed. Exit 1 if anything failed or nothing ran.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

const count = (what, passed, failed, skipped = 0) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  console.log(`${what}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
};

const checks = join(folder, "checks.txt");
if (existsSync(checks)) {
  const lines = readFileSync(checks, "utf8").trim().split("\n");
  const failed = lines.filter((line) => line.endsWith(": failed"));
  failures.push(...failed.map((line) => line.replace(/: failed$/, "")));
  count("Steps", lines.length - failed.length, failed.length);
}

for (const file of files.filter((name) => name.endsWith(".trx"))) {
  const text = readFileSync(file, "utf8");
  const counters = text.match(/<Counters [^>]*>/)?.[0] ?? "";
  const number = (name) => Number(counters.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0);
  failures.push(...[...text.matchAll(/<UnitTestResult [^>]*>/g)].map((match) => match[0])
    .filter((result) => result.includes('outcome="Failed"')).map((result) => result.match(/testName="([^"]*)"/)?.[1] ?? "a test without a name"));
  const executed = number("executed");
  const passed = number("passed");
  count(file.split("/").pop().replace(".trx", ""), passed, executed - passed, number("total") - executed);
  // A run that was cut off has a file too; what it did not run has not passed.
  if (executed === 0 || /outcome="(Aborted|Timeout)"/.test(text)) {
    count(`${file.split("/").pop()} ended early`, 0, 1);
  }
}

const vitest = join(folder, "vitest.json");
if (existsSync(vitest)) {
  const result = JSON.parse(readFileSync(vitest, "utf8"));
  const brokenFiles = result.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0);
  failures.push(...brokenFiles.map((one) => one.name));
  failures.push(...result.testResults.flatMap((one) => one.assertionResults).filter((one) => one.status === "failed").map((one) => one.fullName));
  count("Web unit tests", result.numPassedTests, result.numFailedTests + brokenFiles.length, result.numPendingTests);
}

for (const file of files.filter((name) => name.endsWith(".tap"))) {
  const text = readFileSync(file, "utf8");
  const number = (name) => Number(text.match(new RegExp(`^# ${name} (\\d+)$`, "m"))?.[1] ?? 0);
  failures.push(...[...text.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map((match) => match[1]));
  const ended = /^# tests \d+$/m.test(text);
  count(`Browser: ${file.split("/").pop().replace(".test.mjs.tap", "")}`, number("pass"), number("fail") + number("cancelled") + (ended ? 0 : 1), number("skipped"));
}

console.log(coverage());
for (const name of failures) console.log(`FAILED ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

// A line counts as covered when any of the suites ran it.
function coverage() {
  const lines = new Map();
  for (const file of files.filter((name) => name.endsWith("coverage.cobertura.xml"))) {
    let source = "";
    for (const match of readFileSync(file, "utf8").matchAll(/<class [^>]*filename="([^"]*)"|<line number="(\d+)" hits="(\d+)"/g)) {
      if (match[1]) source = match[1];
      else if (!source.includes("/obj/") && !source.startsWith("obj/")) {
        const key = `${source.replace(/^.*\/?src\//, "")}:${match[2]}`;
        lines.set(key, (lines.get(key) ?? 0) + Number(match[3]));
      }
    }
  }
  if (lines.size === 0) return "Coverage: not measured in this run.";
  const covered = [...lines.values()].filter((hits) => hits > 0).length;
  return `Coverage: ${((covered / lines.size) * 100).toFixed(1)} % of ${lines.size} lines of C# (${covered} run by a test).`;
}
