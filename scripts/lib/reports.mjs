/* How many tests passed and failed, from the reports of the test runners. */
import { existsSync, readFileSync } from 'node:fs';

/** A report that is missing or cut off is one failure: its runner broke. */
function read(file, count) {
  if (!existsSync(file)) {
    return { passed: 0, failed: 1 };
  }
  try {
    return count(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** `jest --json`. A suite that does not even load has no failed test of its own. */
export function jestCounts(file) {
  return read(file, text => {
    const report = JSON.parse(text);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites
    };
  });
}

/** `pytest --junitxml`. */
export function pytestCounts(file) {
  return read(file, text => {
    const suite = text.match(/<testsuite\b[^>]*>/)[0];
    const number = name =>
      Number(suite.match(new RegExp(` ${name}="(\\d+)"`))[1]);
    const failed = number('failures') + number('errors');
    return {
      passed: number('tests') - number('skipped') - failed,
      failed
    };
  });
}

/** Playwright's `json` reporter. Errors are those outside of any test. */
export function playwrightCounts(file) {
  return read(file, text => {
    const { stats, errors } = JSON.parse(text);
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length
    };
  });
}
