import { join } from 'node:path'
import { FRAME, readAck, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import type { Scenario } from '../scenario.ts'
import type { Stage } from '../stage/stage.ts'
import { type Call, needsStrace, readTrace, tracedTo } from '../stage/strace.ts'
import { Broken, holds } from '../stage/within.ts'
import type { Writer } from '../stage/writer.ts'

/** What the server sent on a socket: who gets it, by the port of our proxy's line, and the frames in it. */
type Sent = { readonly to: string; readonly frames: readonly Buffer[] }

/** Whole websocket messages of a write to a socket; none where it is something else, as an answer of HTTP. */
function framesIn(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = []
  for (let at = 0; at + 2 <= bytes.length && bytes[at] === 0x82; ) {
    const short = bytes[at + 1] ?? 0
    const head = short === 127 ? 10 : short === 126 ? 4 : 2
    if (bytes.length < at + head) break
    const length =
      short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short === 126 ? bytes.readUInt16BE(at + 2) : short
    frames.push(bytes.subarray(at + head, at + head + length))
    at += head + length
  }
  return frames
}

const isWal = (path: string) => path.endsWith('withy.db-wal')
const isChange = (frame: Buffer) => frame[0] === FRAME.sync && frame[1] !== SYNC.step1

function ackIn(frame: Buffer): number | null {
  const decoder = decoding.createDecoder(new Uint8Array(frame))
  return decoding.readVarUint(decoder) === FRAME.ack ? readAck(decoder).count : null
}

const sentIn = (call: Call): Sent | null =>
  call.is === 'wrote' && call.to.startsWith('TCP') ? { to: call.to, frames: framesIn(call.bytes) } : null

/**
 * Nothing that tells of a change leaves the process while any page of the log is written and not synced: whoever wrote it,
 * and on whichever connection. @throws {Broken} @returns how many such frames there were
 */
function judgeAlways(calls: readonly Call[]): number {
  let unsynced = 0
  let told = 0
  for (const call of calls) {
    if (call.is === 'wrote' && isWal(call.to)) unsynced += 1
    if (call.is === 'synced' && isWal(call.to)) unsynced = 0
    const frames = sentIn(call)?.frames.filter((frame) => isChange(frame) || ackIn(frame) !== null) ?? []
    if (frames.length > 0 && unsynced > 0) throw new Broken(`${frames.length} frames went out before a sync`)
    told += frames.length
  }
  return told
}

/** One word, from its page in the log to its writer's ack. @throws {Broken} */
function judgeWord(calls: readonly Call[], { token, to, frame }: Word) {
  const holdsWord = (bytes: Buffer) => bytes.includes(token)
  const after = (from: number, is: (call: Call) => boolean) => {
    const at = calls.findIndex((call, i) => i > from && is(call))
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
  const written = after(-1, (call) => call.is === 'wrote' && isWal(call.to) && holdsWord(call.bytes))
  const synced = after(written, (call) => call.is === 'synced' && isWal(call.to))
  const shown = after(-1, (call) => sentIn(call)?.frames.some((one) => isChange(one) && holdsWord(one)) ?? false)
  const acked = after(-1, (call) => {
    const sent = sentIn(call)
    return sent?.to === to && sent.frames.some((one) => (ackIn(one) ?? 0) >= frame)
  })
  const order = [written, synced, shown, acked]
  const isInOrder = order.every((at, i) => Number.isFinite(at) && at > (order[i - 1] ?? -1))
  holds(isInOrder, `${token}: written ${written}, synced ${synced}, shown ${shown}, acked ${acked}`)
}

type Word = { readonly token: string; readonly to: string; readonly frame: number }

/** Each types alone: then it is plain which write is whose. */
async function typeInTurn(stage: Stage, writers: readonly Writer[], count: number): Promise<Word[]> {
  const words: Word[] = []
  for (let i = 0; i < count; i++) {
    const writer = stage.chance.of(writers)
    const token = writer.type(stage.chance.share())
    const bot = writer.bot()
    if (!bot) throw new Broken('a writer has lost its socket')
    const line = stage.proxy.lineOf(bot.ws)
    words.push({
      token,
      to: `TCP:[127.0.0.1:${stage.withy.port}->127.0.0.1:${line.toServerFrom()}]`,
      frame: bot.sent(),
    })
    await writer.saved()
  }
  return words
}

export const order: Scenario = {
  shows:
    'On the wire and the disk, also after a restart and for every connection to the database: write, sync, broadcast, ack.',
  seeds: 3,
  async run(stage) {
    needsStrace()
    const { withy, home, isShort } = stage
    const writers = await stage.open(3)
    let told = 0
    let connections = 0
    let words = 0
    for (const round of isShort ? [1] : [1, 2]) {
      await withy.kill()
      const file = join(home, `trace-${round}`)
      await withy.start({ under: tracedTo(file) })
      for (const writer of writers) await writer.comeBack()
      const typed = await typeInTurn(stage, writers, isShort ? 6 : 40)
      for (let i = 0; i < (isShort ? 10 : 100); i++) stage.chance.of(writers).type(stage.chance.share())
      for (const writer of writers) await writer.saved()
      await withy.kill()
      const calls = readTrace(file)
      for (const word of typed) judgeWord(calls, word)
      told += judgeAlways(calls)
      words += typed.length
      connections += calls.filter((call) => call.is === 'opened' && call.to.endsWith('withy.db')).length
    }
    holds(words > 0 && told > words && connections > 0, 'the trace shows nothing')
    await withy.start()
    await stage.judgeAll()
    return { total: { 'words followed': words, 'frames looked at': told, 'connections to the database': connections } }
  },
}
