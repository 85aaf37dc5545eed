import type { Endpoint, Refusal } from '@withy/shared/api'
import { isVisible } from '@withy/shared/plan'
import type { Context } from 'hono'
import type { output, ZodMiniType } from 'zod/mini'
import { Refusing, refuse } from './refused.ts'

/** No JSON that is sent to us is larger, but where an endpoint says so; a plan's words travel on the socket. */
export const BODY_BYTES = 64 * 1024

/**
 * Reads and checks a JSON body (SPEC LIMIT-30, LIMIT-31). Gives what the endpoint's schema makes of it, unknown fields
 * left out. Refuses with `bad-request`, or where only the name is
 * wrong with `name-missing` or `name-too-long`, where only too much was said with the word for that, or with `too-large`.
 */
export async function readBody(c: Context, { body, refusals, bytes = BODY_BYTES }: Endpoint): Promise<unknown> {
  if (!body) return undefined
  // A page of another site can send a form or plain text without asking first, but never this type.
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw refuse('bad-request')
  const read = readBytes(c, bytes).catch((err: unknown) => {
    const isTooLong = err instanceof Refusing && err.refusal === 'too-large' && refusals.includes('suggestion-too-long')
    throw isTooLong ? refuse('suggestion-too-long') : err
  })
  const said = toJson((await read).toString('utf8'))
  const parsed = body.safeParse(said)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues
  const tooMuch = TOO_MUCH.find(
    ([refusal, fields]) =>
      refusals.includes(refusal) &&
      issues.every(({ code, path }) => code === 'too_big' && fields.includes(String(path.at(-1)))),
  )
  if (tooMuch) throw refuse(tooMuch[0])
  const onlyName = issues.every(({ path }) => path[0] === 'name')
  if (!onlyName || !refusals.includes('name-missing')) throw refuse('bad-request')
  const { name } = said as { name?: unknown }
  throw refuse(typeof name === 'string' && isVisible(name) ? 'name-too-long' : 'name-missing')
}

/** What is refused where nothing but these is too long, the first first. */
const TOO_MUCH: readonly (readonly [Refusal, readonly string[]])[] = [
  ['idea-too-long', ['words']],
  ['mentions-many', ['mentions']],
  ['comment-too-long', ['words', 'mentions']],
]

/**
 * A body that is a file, of `most` bytes. Refuses with `bad-request` and `too-large`, and with `too-busy` where it has not all come when
 * `signal` says that it is time.
 */
export async function readFileBody(c: Context, most: number, signal?: AbortSignal): Promise<Buffer> {
  // A page of another site cannot send this type without asking first.
  if (c.req.header('content-type') !== 'application/octet-stream') throw refuse('bad-request')
  return readBytes(c, most, signal)
}

/** A line of JSON before a file is no longer. */
const FIRST_LINE = 1_000

/**
 * A file of about `most` bytes, after a line of JSON that says what is said of it: in an address a name would be kept by whatever logs
 * addresses on the way. Refuses as `readFileBody` does, and with `bad-request` where that line is another.
 */
export async function readFileAfterLine<Line extends ZodMiniType>(
  c: Context,
  line: Line,
  most: number,
): Promise<{ readonly said: output<Line>; readonly file: Buffer }> {
  const sent = await readFileBody(c, most + FIRST_LINE)
  const end = sent.indexOf('\n')
  const said = line.safeParse(toJson(sent.subarray(0, Math.max(end, 0)).toString('utf8')))
  if (!said.success) throw refuse('bad-request')
  return { said: said.data, file: sent.subarray(end + 1) }
}

/** Counts while reading: a length that is promised may be a lie, and chunks promise none. */
async function readBytes(c: Context, most: number, signal?: AbortSignal): Promise<Buffer> {
  if (Number(c.req.header('content-length') ?? 0) > most) throw refuse('too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  const reading = c.req.raw.body?.getReader()
  const late = () => void reading?.cancel().catch(() => {})
  signal?.addEventListener('abort', late)
  try {
    for (let next = await reading?.read(); next && !next.done; next = await reading?.read()) {
      size += next.value.byteLength
      if (size > most) throw refuse('too-large')
      chunks.push(next.value)
    }
  } finally {
    signal?.removeEventListener('abort', late)
  }
  if (signal?.aborted) throw refuse('too-busy')
  return Buffer.concat(chunks)
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('bad-request')
  }
}
