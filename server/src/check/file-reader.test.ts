import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { smallPdf } from '../testing/small-pdf.ts'
import { tempDir } from '../testing/temp-dir.ts'
import { createFileReader, type FileReader, ReaderBusy } from './file-reader.ts'

const limits = { waiting: 3, each: 2, milliseconds: 5_000, megabytes: 400 }
const bytes = (text: string) => new TextEncoder().encode(text)

/** A reader whose process runs this for each file. It is given the file as `bytes`, and answers with `process.send`. */
function readerWith(work: string, given = limits) {
  const file = join(tempDir(), 'process.mjs')
  writeFileSync(file, `process.on('message', async ({ bytes }) => { ${work} })`)
  // Its own folder may be read: a process begins with its program.
  return createFileReader({ limits: given, entry: pathToFileURL(file) })
}

const readAs = (reader: FileReader, file: Uint8Array, asker: string) => reader.within(asker, (read) => read(file))

describe('reading a file of a stranger', () => {
  it('[EXPORT-81] happens in a process that can read, write and start nothing and knows no setting', async () => {
    process.env.WITHY_SECRET_OF_A_TEST = 'x'
    const tries = `
      const fs = await import('node:fs'), { execSync } = await import('node:child_process')
      const tried = (act) => { try { return String(act()) } catch (err) { return err.code } }
      process.send({
        read: tried(() => fs.readFileSync('/etc/hostname')),
        write: tried(() => fs.writeFileSync(${JSON.stringify(join(tempDir(), 'x'))}, 'x')),
        start: tried(() => execSync('true')),
        settings: tried(() => JSON.stringify(process.env)),
      })`
    const denied = 'ERR_ACCESS_DENIED'
    expect(await readAs(readerWith(tries), bytes(''), 'a')).toEqual({
      read: denied,
      write: denied,
      start: denied,
      settings: '{}',
    })
    delete process.env.WITHY_SECRET_OF_A_TEST
  })

  it('[EXPORT-81] gives each file a process of its own, which is gone afterwards', async () => {
    const reader = readerWith('process.send({ pid: process.pid })')
    const pids = await Promise.all(['1', '2'].map((n) => readAs(reader, bytes(n), 'a')))
    const [first, second] = pids as unknown as { pid: number }[]
    expect(first?.pid).not.toBe(second?.pid)
    await expect.poll(() => [first, second].map((one) => isAlive(one?.pid ?? 0))).toEqual([false, false])
  })

  it.each([
    ['is stuck', 'for (;;);', { ...limits, milliseconds: 700 }],
    ['dies', 'process.exit(3)', limits],
    ...(process.platform === 'linux'
      ? [['eats memory', 'globalThis.eaten = Buffer.alloc(500e6, 1); for (;;);', limits] as const]
      : []),
  ] as const)('[EXPORT-81] that %s is ended and said to be too much, and the next is read', async (_, work, given) => {
    const reader = readerWith(`if (bytes.length) { ${work} } process.send({ form: 'html' })`, given)
    const [bad, good] = await Promise.all([readAs(reader, bytes('x'), 'a'), readAs(reader, bytes(''), 'b')])
    expect([bad, good]).toEqual([{ unreadable: 'too-much' }, { form: 'html' }])
  })

  it('[EXPORT-88] lets an address wait with some, and all together with more', async () => {
    const reader = readerWith('process.send({})')
    const read = (asker: string) =>
      readAs(reader, bytes(''), asker).then(
        () => 'read',
        (err) => err instanceof ReaderBusy,
      )
    expect(await Promise.all(['a', 'a', 'a', 'b', 'c'].map(read))).toEqual(['read', 'read', true, 'read', true])
    expect(await read('a')).toBe('read')
  })

  it('[EXPORT-82] is over soon where a small file was made to unpack to a great deal', async () => {
    const reader = createFileReader({ limits: { ...limits, milliseconds: 2_000 } })
    // 100 MB of drawing in a few hundred bytes, twice packed.
    const packed = deflateSync(deflateSync(Buffer.alloc(100e6, '0 0 m 1 1 l S ')))
    expect(packed.length).toBeLessThan(2_000)
    const bomb = smallPdf({ page: '/Contents 6 0 R', drawn: '' })
    const at = Buffer.from(bomb).indexOf('trailer')
    const head = `6 0 obj\n<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`
    const file = Buffer.concat([
      bomb.subarray(0, at),
      Buffer.from(head),
      packed,
      Buffer.from('\nendstream\nendobj\n'),
      bomb.subarray(at),
    ])
    expect(await readAs(reader, file, 'a')).toEqual({ unreadable: 'too-much' })
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
