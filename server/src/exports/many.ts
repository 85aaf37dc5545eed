import { setTimeout as wait } from 'node:timers/promises'
import { can } from '@withy/shared/access'
import { type Format, howFar, REFUSALS, type Refusal, takeAwayMany } from '@withy/shared/api'
import type { Language } from '@withy/shared/plan'
import { downloadNamed, fileNamed } from '../http/file-name.ts'
import { Refusing, refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { seen } from '../http/visible-text.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { Exported } from './exported.ts'
import type { Formats } from './formats.ts'
import { namedOf } from './pages.ts'
import { PdfBusy, PdfStopped } from './pdf.ts'
import type { FileInZip } from './zip.ts'
import { zipStream } from './zip-stream.ts'

export type ManyNeeds = {
  readonly store: Pick<PlanStore, 'find'>
  readonly formats: Formats
  /** A copy of a plan, as it stands or as it was agreed last; `taken` is told once it is made. */
  readonly copyOf: (plan: string, me: string, wanted: ManyWanted) => Promise<Copy>
  /** How many PDFs and Word files are made before somebody's; null: they wait for none. */
  readonly before: (asker: string) => number | null
  readonly limits?: ManyLimits
}
export type ManyWanted = Pick<Exported, 'lang' | 'size'> & { readonly of: 'now' | 'agreed'; readonly format: Format }
export type Copy = { readonly exported: Exported; readonly taken: () => Promise<void> }

export type ManyLimits = {
  /** At once, of all people together; each has one. */
  readonly atOnce: number
  readonly milliseconds: number
  readonly bytes: number
}
const LIMITS: ManyLimits = { atOnce: 8, milliseconds: 300_000, bytes: 200_000_000 }

/** Under what name somebody's ZIP waits for its PDFs: it holds nobody up who takes one of their own meanwhile. */
const zipOf = (me: string): string => `zip ${me}`

/** What these files are made of is packed already. */
const PACKED: readonly Format[] = ['pdf', 'docx', 'odt', 'csv']

const OURS = {
  zip: { en: 'Plans', cy: 'Cynlluniau' },
  missing: { en: 'What is missing', cy: 'Beth sydd ar goll' },
  about: { en: 'These plans are not in this file.', cy: 'Nid yw’r cynlluniau hyn yn y ffeil hon.' },
  tooMuch: {
    en: 'The file is full. Take this plan away by itself.',
    cy: 'Mae’r ffeil yn llawn. Ewch â’r cynllun hwn ar ei ben ei hun.',
  },
} as const

/** Many plans at once, as files in one ZIP. One that cannot be made is named in a file of its own, with what to do (SPEC EXPORT-52). */
export function manyRoutes(routes: Routes, { store, formats, copyOf, before, limits = LIMITS }: ManyNeeds): void {
  const askers = new Map<string, { done: number; readonly all: number }>()

  serve(routes, howFar, ({ me }) => {
    const plans = askers.get(me)
    return { before: before(me) ?? before(zipOf(me)), plans: plans ? { ...plans } : null }
  })

  async function* filesOf(
    plans: readonly string[],
    me: string,
    wanted: ManyWanted,
    far: { done: number },
    gone: AbortSignal,
  ): AsyncGenerator<FileInZip> {
    const { extension, make } = formats[wanted.format]
    const named = namesOnce(extension)
    const missing: string[] = []
    let left = limits.bytes
    for (const plan of plans) {
      let title = ''
      let which = ''
      // It takes a while to come to the last one: who has left a plan meanwhile gets nothing of it, its title neither.
      const isIn = async () => {
        title = ''
        if ((await routes.roles.roleOf(plan, me)) === null) throw refuse('not-found')
        title = (await store.find(plan))?.title ?? ''
      }
      const made = await (async () => {
        await isIn()
        const { exported, taken } = await copyOf(plan, me, wanted)
        which = namedOf(exported).head
        const file = await whenThereIsRoom(gone, async () => {
          await isIn()
          return make(exported, zipOf(me), gone)
        })
        if (gone.aborted) throw new PdfStopped('nobody waits for it')
        const bytes = Buffer.from(file)
        if (bytes.byteLength > left) return OURS.tooMuch[wanted.lang]
        await taken()
        return bytes
      })().catch((err: unknown) => sentenceOf(err, wanted.lang))
      if (gone.aborted) return
      far.done += 1
      if (typeof made === 'string') {
        missing.push(`- ${seen(title) || plan}: ${made}`)
        continue
      }
      left -= made.byteLength
      yield { name: named(title, which), bytes: made, asItIs: PACKED.includes(wanted.format) }
    }
    if (missing.length > 0)
      yield {
        name: `${OURS.missing[wanted.lang]}.txt`,
        bytes: `${[OURS.about[wanted.lang], '', ...missing].join('\r\n')}\r\n`,
      }
  }

  serve(routes, takeAwayMany, async ({ c, me, body }) => {
    const plans = [...new Set(body.plans)]
    const roles = await Promise.all(plans.map((plan) => routes.roles.roleOf(plan, me)))
    if (roles.some((role) => role === null)) throw refuse('not-found')
    if (!roles.every((role) => role !== null && can(role, 'take-away'))) throw refuse('not-allowed')
    if (askers.has(me) || askers.size >= limits.atOnce) throw refuse('too-busy')
    const far = { done: 0, all: plans.length }
    askers.set(me, far)
    c.header('content-disposition', downloadNamed(OURS.zip[body.lang], 'zip'))
    c.header('content-type', 'application/zip')
    return c.body(
      zipStream((gone) => filesOf(plans, me, body, far, gone), {
        milliseconds: limits.milliseconds,
        ended: () => void askers.delete(me),
      }),
    )
  })
}

/** Waits a while for a place where PDFs are made: others are taken away one by one at the same time. Rejects once they are gone. */
async function whenThereIsRoom<T>(gone: AbortSignal, make: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await make()
    } catch (err) {
      if (!(err instanceof PdfBusy)) throw err
      if (tries >= 20) throw refuse('too-busy')
      await wait(500, undefined, { signal: gone })
    }
  }
}

/** What is not a refusal went wrong with one plan: the others are not held up by it. */
const sentenceOf = (err: unknown, lang: Language): string => {
  const refusal: Refusal = err instanceof Refusing ? err.refusal : 'trouble'
  return REFUSALS[refusal][lang]
}

/** Names of files after plans, each once whatever the case: two files of one name would be one on most computers. */
function namesOnce(extension: string): (title: string, which: string) => string {
  const taken = new Set<string>()
  return (title, which) => {
    const name = fileNamed(title, which)
    let again = name
    for (let n = 2; taken.has(again.toLowerCase()); n++) again = `${name} (${n})`
    taken.add(again.toLowerCase())
    return `${again}.${extension}`
  }
}
