import { type Logger, pino } from 'pino';

/** What is told of an error: its kind, never its message, which may repeat what somebody typed. */
function kindOf(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  // Numbers of SQLite and of mail servers.
  const number = 'errcode' in error ? error.errcode : 'responseCode' in error ? error.responseCode : undefined;
  return { type: error.name, code, number };
}

/**
 * Opens the log: one JSON object a line, about the machine and never about a visitor. No address, no page, nothing that was typed.
 * @returns Writes to the standard output.
 */
export function openLog(): Logger {
  return pino({
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    // The server would add the request, with its address.
    serializers: { err: kindOf, req: () => undefined, res: () => undefined },
  });
}
