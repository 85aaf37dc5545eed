import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'fatal'>

/**
 * The server's log: one JSON line an event. Nothing people wrote, no name, code, token or address with a secret belongs
 * in it (SPEC LIMIT-36): callers log counts, ids and kinds, and what could slip in through an object is cut out here.
 */
export const createLog = (level: Config['logLevel'], to?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      redact: { paths: SECRET.flatMap((word) => [word, `*.${word}`]), censor: '(hidden)' },
      serializers: { err: withoutWords },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  )

const SECRET = ['cookie', 'authorization', 'secret', 'code', 'token', 'name', 'title', 'url', 'body', 'headers']

/** An error as its kind and where it happened. Its message is left out: it may quote what somebody sent. */
function withoutWords(err: unknown): object {
  if (!(err instanceof Error)) return { type: typeof err }
  const frames = (err.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const kind = (err as { code?: unknown }).code
  return { type: err.name, kind: typeof kind === 'string' ? kind : undefined, at: frames.slice(0, 8) }
}
