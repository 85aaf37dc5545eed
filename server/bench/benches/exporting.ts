import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type CopySize, takeAway as endpoint, FORMATS, type Format } from '@withy/shared/api'
import type { Bench, Figure } from '../bench.ts'
import { median } from '../report/spread.ts'
import { ask } from '../stage/people.ts'
import { startTwentyPages } from '../stage/twenty-pages.ts'
import { createTypist } from '../stage/typist.ts'
import { startWithy, type Withy } from '../stage/withy.ts'
import { openWriter, type Writer } from '../stage/writer.ts'

type Form = { readonly format: Format; readonly size: CopySize }

const FORMS: readonly (readonly [string, Form])[] = [
  ...FORMATS.map((format) => [format.toUpperCase(), { format, size: 'normal' }] as const),
  ['PDF, 18 point', { format: 'pdf', size: 'large' }],
  ['PDF, 24 point', { format: 'pdf', size: 'largest' }],
]
const CASES = new Map<string, Form & { readonly times: number }>(
  [1, 10].flatMap((times) =>
    FORMS.map(([name, form]) => [`${name}, ${times * 20} pages`, { ...form, times }] as const),
  ),
)

export const bench: Bench = {
  shows:
    'How long someone waits for a plan of twenty pages, and of two hundred, in each form: the first since the server started, one after a word has changed, and the same once more; how long the thread that takes in everybody’s letters was held meanwhile; and the most memory it took. FHIR is that of a plan about a person.',
  cases: [...CASES.keys()],
  once: [...CASES.keys()].filter((name) => !['PDF, 20 pages', 'HTML, 20 pages'].includes(name)),
  rounds: 3,

  async measure(name, much) {
    const { times: twenties, ...form } = CASES.get(name) ?? { format: 'pdf', size: 'normal', times: 1 }
    const times = much === 'full' ? (twenties > 1 ? 1 : 10) : 1
    const kind = form.format === 'fhir' ? 'support' : 'area'
    const withy = await startWithy()
    let writer: Writer | undefined
    try {
      const { plan, owner } = await startTwentyPages(withy, { times: twenties, kind })
      writer = await openWriter(withy, plan, owner)
      const typist = createTypist(writer, kind === 'area' ? 'place.where' : SUPPORT_TEXT)
      const take = () => takeAway(withy, owner, form, plan)

      await withy.heldAtMost()
      const first = await take()
      const heldByFirst = await withy.heldAtMost()
      const changed: number[] = []
      for (let i = 0; i < times; i += 1) {
        await typist.type()
        changed.push((await take()).ms)
      }
      const again: number[] = []
      for (let i = 0; i < times; i += 1) again.push((await take()).ms)

      return [
        { name: 'the first', unit: 'ms', value: first.ms, ...(aimed(name) && { aim: 10_000 }) },
        { name: 'after a word has changed', unit: 'ms', value: median(changed) },
        { name: 'the same once more', unit: 'ms', value: median(again) },
        { name: 'thread held by the first, at most', unit: 'ms', value: heldByFirst },
        { name: 'by all the others, at most', unit: 'ms', value: await withy.heldAtMost() },
        { name: 'size', unit: 'kB', value: first.bytes.length / 1000 },
        { name: 'most memory, other processes included', unit: 'kB', value: withy.mostMemory() },
        ...(form.format === 'pdf' ? await pagesOf(withy, first.bytes) : []),
      ]
    } finally {
      writer?.close()
      await withy.end()
    }
  },
}

const SUPPORT_TEXT = 'most-important.text'
const aimed = (name: string) => name.startsWith('PDF') && name.endsWith(' 20 pages')

async function takeAway(withy: Withy, someone: { cookie: string }, { format, size }: Form, plan: string) {
  const began = performance.now()
  const path = endpoint.path.replace(':plan', plan).replace(':format', format)
  const answer = await ask(withy, someone, endpoint, `${path}?size=${size}`)
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
