import {
  COPY_SIZES,
  type CopyForm,
  copyFormOf,
  FORMATS,
  type Format,
  TALK_IN_COPY,
  takeAway,
  takeAwaySealed,
  talkInFormat,
} from '@withy/shared/api'
import { type Edition, sectionsChosen } from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import type { Context } from 'hono'
import { downloadNamed } from '../http/file-name.ts'
import { ourLanguage } from '../http/language.ts'
import type { Site } from '../http/origin.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Secrets } from '../http/secrets.ts'
import type { FollowUpStore } from '../storage/follow-ups.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { UnsaidStore } from '../storage/unsaid.ts'
import { type AsRead, readOrRefuse } from '../versions/as-read.ts'
import { isToldOf, type ReadSaid } from '../versions/said-now.ts'
import type { SealedVersions } from '../versions/sealed.ts'
import { annexOf, type TalkRows } from '../versions/talk-annex.ts'
import type { FindPhotos } from './copy-photos.ts'
import type { Exported } from './exported.ts'
import type { Formats } from './formats.ts'
import { type ManyNeeds, manyRoutes } from './many.ts'
import { namedOf } from './pages.ts'
import { PdfBusy, PdfStopped } from './pdf.ts'
import { saidOf, tellsSaid } from './said-of.ts'
import type { SealedCopy, Wanted } from './sealed-copy.ts'
import { OURS } from './words.ts'

export type ExportNeeds = {
  readonly store: Pick<PlanStore, 'find'> & Pick<FollowUpStore, 'followUpsOf'> & Pick<UnsaidStore, 'hasSaid'>
  readonly asRead: Pick<AsRead, 'now'>
  readonly formats: Formats
  readonly before: ManyNeeds['before']
  /** Told that somebody took a copy of a sealed version. */
  readonly taken: (
    plan: string,
    number: number,
    me: string,
    file: Pick<Exported, 'lang' | 'sections'> & { readonly form: CopyForm },
  ) => Promise<void>
  readonly sealed: Pick<SealedVersions, 'at' | 'newest'>
  /** What was said about a plan. */
  readonly talkOf: (plan: string) => Promise<TalkRows>
  readonly readSaid: ReadSaid
  readonly sealedCopy: SealedCopy
  readonly findPhotos: FindPhotos
  readonly site: Pick<Site, 'origin'>
  readonly secrets: Pick<Secrets, 'planKey'>
  readonly now?: () => number
}

/** The plan as it stands, to take away (SPEC EXPORT-1, EXPORT-3). Nothing of it is kept here. */
export function exportRoutes(
  routes: Routes,
  {
    store,
    asRead,
    sealed,
    talkOf,
    sealedCopy,
    findPhotos,
    readSaid,
    formats,
    before,
    taken,
    site,
    secrets,
    now = Date.now,
  }: ExportNeeds,
): void {
  const draft = async (id: string, me: string, { talk: how, ...given }: Wanted, format: Format): Promise<Exported> => {
    // Made anew for each, so it has a budget each time (SPEC LIMIT-41).
    await routes.budgets.take('reads', me)
    const [{ facts, plan, edition }, followUps, talk, saidNow] = await Promise.all([
      readOrRefuse(asRead.now(id, async () => {})),
      store.followUpsOf(id),
      how ? talkOf(id) : null,
      // Of few plans there is any.
      tellsSaid(given, format) && (await store.hasSaid(id)) ? readSaid(id) : null,
    ])
    const role = saidNow && (await routes.roles.roleOf(id, me))
    const said = saidNow && role && saidOf(plan, facts, saidNow, isToldOf(me, role))
    const at = now()
    const { talk: _, ...wanted } = known({ ...given, talk: how }, edition)
    const photos = await findPhotos(id, edition, { ...wanted, format })
    // Equal names are told apart on paper as they are on the screen (SPEC ACCESS-14).
    const called = toldApart(facts.people)
    const asked = {
      on: new Map(followUps.map(({ item, dueOn }) => [item, dueOn])),
      address: `${site.origin}/plans/${id}/did-it-happen`,
    }
    return {
      edition,
      plan,
      people: facts.people.map((person) => ({
        ...{ name: called.get(person.id) ?? person.name, voice: person.voice, byCode: person.cameBy === 'code' },
      })),
      planKey: secrets.planKey(id),
      status: { is: 'draft', at: new Date(at), asked },
      ...wanted,
      ...(photos && { photos }),
      ...(said && { said }),
      ...(how && talk && !wanted.sections && { talk: { how, annex: annexOf({ plan, edition, facts }, talk, at) } }),
    }
  }

  serve(routes, takeAway, async ({ c, plan, me, param }) => {
    const format = formatOf(param('format'))
    return sent(c, formats[format], await draft(plan, me, wanted(c, format), format), me)
  })

  serve(routes, takeAwaySealed, async ({ c, plan, me, param }) => {
    const format = formatOf(param('format'))
    await routes.budgets.take('reads', me)
    const version = await sealed.at(plan, param('number'))
    if (!version) throw refuse('not-found')
    const copy = await sealedCopy(version, known(wanted(c, format), version.edition), format)
    const answer = await sent(c, formats[format], copy, me)
    // One that is printed for somebody else is theirs: who hands it over says so.
    if (c.req.query('for') !== 'others')
      await taken(plan, version.record.number, me, { ...copy, form: copyFormOf(format, copy.size) })
    return answer
  })

  const copyOf: ManyNeeds['copyOf'] = async (plan, me, { of, lang, size, format }) => {
    const newest = of === 'agreed' ? await sealed.newest(plan) : null
    const version = newest ? await sealed.at(plan, String(newest.record.number)) : null
    if (!version) return { exported: await draft(plan, me, { lang, size }, format), taken: async () => {} }
    await routes.budgets.take('reads', me)
    const exported = await sealedCopy(version, { lang, size }, format)
    return {
      exported,
      taken: () => taken(plan, version.record.number, me, { ...exported, form: copyFormOf(format, size) }),
    }
  }
  manyRoutes(routes, { store, formats, copyOf, before })
}

function formatOf(asked: string): Format {
  const format = FORMATS.find((format) => format === asked)
  if (!format) throw refuse('not-found')
  return format
}

/** What of a copy is the asker's to choose. What is none of it is as if it were not said. */
function wanted(c: Context, format: Format): Wanted {
  const { lang, size: asked, talk, sections } = c.req.query()
  const size = COPY_SIZES.find((known) => known === asked) ?? 'normal'
  const how = size === 'easy' ? undefined : TALK_IN_COPY.find((known) => known === talk)
  return {
    lang: ourLanguage(lang) ?? 'en',
    size,
    talk: talkInFormat(format, how),
    ...(sections && { sections: sections.split(',') }),
  }
}

/** The same with just the sections there are; with those goes nothing that was said about the plan (SPEC TALK-84). */
function known({ sections: ids, ...wanted }: Wanted, edition: Edition): Wanted {
  if (!ids) return wanted
  const sections = sectionsChosen(edition, ids)
  if (sections.length === 0) throw refuse('bad-request')
  return { ...wanted, talk: undefined, sections }
}

/** What tells files of one plan apart: a draft or which agreed version, and whether what people said is in it. */
function whichOf(exported: Exported): string {
  const { talk, lang } = exported
  const { head } = namedOf(exported)
  if (!talk) return head
  return `${head}, ${(talk.how === 'native' ? OURS.withCommentsBeside : OURS.withComments)[lang]}`
}

async function sent(c: Context, { extension, type, make }: Formats['html'], exported: Exported, me: string) {
  const made = await make(exported, me, c.req.raw.signal).catch((err: unknown) => {
    // Who stopped it is gone and reads no answer: that is no trouble of ours to write down.
    throw err instanceof PdfBusy || err instanceof PdfStopped ? refuse('too-busy') : err
  })
  c.header('content-disposition', downloadNamed(exported.edition.title, extension, whichOf(exported)))
  c.header('content-type', type)
  return c.body(typeof made === 'string' ? made : new Uint8Array(made).buffer)
}
