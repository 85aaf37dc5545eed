import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { takeAway as endpoint, FORMATS, type Format } from '@withy/shared/api'
import type { Bench, Figure } from '../bench.ts'
import { median } from '../report/spread.ts'
import { ask } from '../stage/people.ts'
import { startTwentyPages } from '../stage/twenty-pages.ts'
import { createTypist } from '../stage/typist.ts'
import { startWithy, type Withy } from '../stage/withy.ts'
import { openWriter, type Writer } from '../stage/writer.ts'

/** A plan about a place has no FHIR. */
const FORMS = FORMATS.filter((format) => format !== 'fhir')
const CASES = new Map(
  [1, 10].flatMap((times) =>
    FORMS.map(
      (format) =>
        [times === 1 ? format.toUpperCase() : `${format.toUpperCase()}, 200 pages`, { format, times }] as const,
    ),
  ),
)

export const bench: Bench = {
  shows:
    'How long someone waits for a plan of twenty pages, and of two hundred, in each form: the first since the server started, one after a word has changed, and the same once more; and the most memory it took.',
  cases: [...CASES.keys()],
  once: [...CASES.keys()].filter((name) => name !== 'PDF' && name !== 'HTML'),
  rounds: 5,

  async measure(name, much) {
    const { format, times: twenties } = CASES.get(name) ?? { format: 'pdf' as const, times: 1 }
    const times = twenties > 1 ? 1 : much === 'full' ? 10 : 3
    const withy = await startWithy()
    let writer: Writer | undefined
    try {
      const { plan, owner } = await startTwentyPages(withy, twenties)
      writer = await openWriter(withy, plan, owner)
      const typist = createTypist(writer, 'place.where')
      const take = () => takeAway(withy, owner, format, plan)

      const first = await take()
      const changed: number[] = []
      for (let i = 0; i < times; i += 1) {
        await typist.type()
        changed.push((await take()).ms)
      }
      const again: number[] = []
      for (let i = 0; i < times; i += 1) again.push((await take()).ms)

      return [
        { name: 'the first', unit: 'ms', value: first.ms },
        { name: 'after a word has changed', unit: 'ms', value: median(changed) },
        { name: 'the same once more', unit: 'ms', value: median(again) },
        { name: 'size', unit: 'kB', value: first.bytes.length / 1000 },
        { name: 'most memory, PDF process included', unit: 'kB', value: withy.mostMemory() },
        ...(format === 'pdf' ? await pagesOf(withy, first.bytes) : []),
      ]
    } finally {
      writer?.close()
      await withy.end()
    }
  },
}

async function takeAway(withy: Withy, someone: { cookie: string }, format: Format, plan: string) {
  const began = performance.now()
  const answer = await ask(withy, someone, endpoint, endpoint.path.replace(':plan', plan).replace(':format', format))
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { ms: performance.now() - began, bytes }
}

/** How many pages they really are; nothing where this machine has no pdfinfo. */
async function pagesOf(withy: Withy, pdf: Buffer): Promise<Figure[]> {
  const file = join(withy.dataDir, 'taken.pdf')
  await writeFile(file, pdf)
  try {
    const { stdout } = await promisify(execFile)('pdfinfo', [file])
    return [{ name: 'length', unit: 'pages', value: Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1]) }]
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw problem
  }
}
