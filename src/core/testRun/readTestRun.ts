/** Reads what the server says of a test run: it may be of another version, and carries what notebooks said. */
import { plainText } from '../zenodo/errors';
import { asList, asObject, asText } from '../zenodo/parse';
import {
  type DifferenceCode,
  type INotebookRun,
  type ITestEnvironment,
  type ITestRun,
  type ITestRunFailure,
  type ITestRunOffer,
  differenceCodes,
  environmentTools,
  notebookOutcomes,
  testRunPhases
} from './testRuns';

/** Characters of a traceback, at most. */
const longestTraceback = 20_000;

/** Null = it is no state of a test run. The server's times are in seconds. */
export function readTestRun(value: unknown): ITestRun | null {
  const state = asObject(value);
  const phase = oneOf(testRunPhases, state.phase);
  const id = asText(state.id);
  if (!phase || !id) {
    return null;
  }
  const now = asObject(state.now);
  return {
    id,
    phase,
    publication: asText(state.publication),
    stamp: asText(state.stamp),
    begun: count(state.begun) * 1000,
    ended: count(state.ended) * 1000,
    now: asText(now.notebook)
      ? {
          notebook: asText(now.notebook),
          cell: count(now.cell),
          cells: count(now.cells)
        }
      : null,
    environment: state.environment ? environment(state.environment) : null,
    notebooks: asList(state.notebooks).flatMap(notebookRun),
    failure: state.failure ? readTestRunFailure(state.failure) : null,
    logLength: count(state.logLength)
  };
}

/** Why a run has no result, or a request was refused. */
export function readTestRunFailure(value: unknown): ITestRunFailure {
  const { code, path, text } = asObject(value);
  return {
    code: asText(code) || 'trouble',
    path: plainText(asText(path)),
    text: severalLines(asText(text), 4000)
  };
}

/** What the server extension says of its test runs; null = it has none. */
export function readTestRunOffer(value: unknown): ITestRunOffer | null {
  const { testRuns } = asObject(value);
  const { maxBytes, cellSeconds, totalSeconds, memoryBytes } =
    asObject(testRuns);
  return typeof maxBytes === 'number'
    ? {
        maxBytes,
        cellSeconds: count(cellSeconds),
        totalSeconds: count(totalSeconds),
        memoryBytes: count(memoryBytes)
      }
    : null;
}

function environment(value: unknown): ITestEnvironment | null {
  const made = asObject(value);
  const tool = oneOf(environmentTools, made.tool);
  return tool
    ? {
        tool,
        files: asList(made.files).map(asText).filter(Boolean),
        language: plainText(asText(made.language), 40),
        wanted: plainText(asText(made.wanted), 40),
        used: plainText(asText(made.used), 40),
        differences: asList(made.differences).flatMap(difference),
        isolation: made.isolation === 'hidden' ? 'hidden' : 'watched',
        seconds: count(made.seconds)
      }
    : null;
}

function difference(
  value: unknown
): { readonly code: DifferenceCode; readonly detail: string }[] {
  const { code, detail } = asObject(value);
  const known = oneOf(differenceCodes, code);
  return known ? [{ code: known, detail: plainText(asText(detail), 500) }] : [];
}

function notebookRun(value: unknown): INotebookRun[] {
  const run = asObject(value);
  const outcome = oneOf(notebookOutcomes, run.outcome);
  const path = asText(run.path);
  if (!outcome || !path) {
    return [];
  }
  const { name, value: words, traceback } = asObject(run.error);
  return [
    {
      path,
      outcome,
      cells: count(run.cells),
      done: count(run.done),
      cell: typeof run.cell === 'number' && run.cell >= 0 ? run.cell : null,
      error: asText(name)
        ? {
            name: plainText(asText(name), 200),
            value: severalLines(asText(words), 2000),
            traceback: severalLines(asText(traceback), longestTraceback)
          }
        : null,
      seconds: count(run.seconds),
      peakBytes: count(run.peakBytes),
      outside: asList(run.outside)
        .map(one => plainText(asText(one), 1000))
        .filter(Boolean)
    }
  ];
}

/** Plain text that keeps its lines. */
function severalLines(text: string, most: number): string {
  return text
    .slice(0, most * 2)
    .split(/\r\n?|\n/)
    .map(line =>
      line
        .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
        .replace(/(?!\t)\p{Cc}/gu, '')
    )
    .join('\n')
    .slice(0, most);
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | null {
  return all.find(one => one === value) ?? null;
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : 0;
}
