import { parsePythonString } from './pythonString';

/** The part of an execute request that asks for a value. */
export interface IKernelQuestion {
  readonly code: string;
  readonly user_expressions: { readonly [name: string]: string };
}

/**
 * How kernels are asked what an expression is worth that gives a text.
 *
 * - IPython and IJulia answer expressions beside the code. Julia cuts long texts
 *   when it shows them, but not a `Text`.
 * - IRkernel leaves expressions unanswered (`R/execution.r`) and shows nothing
 *   of silent code; what is given to its pager comes back in the reply. Other
 *   kernels for R may answer the expression, so that is asked, too.
 */
export function questionFor(
  language: string,
  expression: string
): IKernelQuestion {
  switch (language.toLowerCase()) {
    case 'r':
      return {
        code: `local({
  .file <- tempfile()
  writeLines(${expression}, .file)
  .show <- getOption("pager")
  if (is.function(.show)) .show(.file, "", "", TRUE)
  invisible(NULL)
})`,
        user_expressions: { value: expression }
      };
    case 'julia':
      return { code: '', user_expressions: { value: `Text(${expression})` } };
    default:
      return { code: '', user_expressions: { value: expression } };
  }
}

interface IReply {
  readonly user_expressions?: {
    readonly value?: { readonly data?: Record<string, unknown> };
  };
  readonly payload?: readonly {
    readonly source?: unknown;
    readonly data?: Record<string, unknown>;
  }[];
}

/** The text in the content of a reply; null where there is none. */
export function textOf(language: string, content: unknown): string | null {
  const { user_expressions, payload } = content as IReply;
  const plain = user_expressions?.value?.data?.['text/plain'];
  const text = typeof plain === 'string' ? plain : null;
  if (/^i?python\d*$/i.test(language)) {
    return text === null ? null : parsePythonString(text);
  }
  if (language.toLowerCase() !== 'r') {
    return text;
  }
  const page = Array.isArray(payload)
    ? (payload as NonNullable<IReply['payload']>).find(
        ({ source }) => source === 'page'
      )
    : undefined;
  const paged = page?.data?.['text/plain'];
  return typeof paged === 'string' ? paged.trim() : unprinted(text);
}

/** What R prints of a text, `[1] "…"`, as that text; it escapes as JSON does, of which it is ASCII. */
function unprinted(text: string | null): string | null {
  const literal = /^\[1\]\s+("[^]*")\s*$/.exec(text ?? '')?.[1];
  if (literal === undefined) {
    return null;
  }
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
