import { takeAwayHtml, takeAwayPdf } from '@withy/shared/api'
import { type Person, toldApart } from '@withy/shared/protocol'
import type { Context } from 'hono'
import { downloadNamed } from '../http/file-name.ts'
import type { Site } from '../http/origin.ts'
import { planWords } from '../http/plan-words.ts'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import type { FollowUpStore } from '../storage/follow-ups.ts'
import type { GlossaryStore } from '../storage/glossary.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { Exported, ExportedPerson } from './document.ts'
import { planToHtml } from './html.ts'
import { PdfBusy, type PdfMaker } from './pdf.ts'

export type ExportNeeds = {
  readonly store: Pick<PlanStore, 'find'> &
    Pick<PeopleStore, 'peopleOf' | 'formerOf'> &
    Pick<FollowUpStore, 'followUpsOf'> &
    Pick<GlossaryStore, 'glossaryOf'>
  readonly live: Pick<Live, 'current'>
  readonly pdf: PdfMaker
  readonly site: Pick<Site, 'origin'>
  readonly now?: () => number
}

/** The plan as it stands, to take away: as one HTML file and as PDF (SPEC EXPORT-1, EXPORT-3). Nothing of it is kept here. */
export function exportRoutes(routes: Routes, { store, live, pdf, site, now = Date.now }: ExportNeeds): void {
  const read = async (c: Context, id: string, me: string): Promise<Exported> => {
    const [row, people, former, followUps, glossary] = await Promise.all([
      store.find(id),
      store.peopleOf(id),
      store.formerOf(id),
      store.followUpsOf(id),
      store.glossaryOf(id),
    ])
    if (!row) throw refuse('not-found')
    const plan = await planWords({ live, budgets: routes.budgets }, me, row)
    const words = glossary.filter(({ isOut }) => !isOut)
    const lang = c.req.query('lang') === 'cy' ? 'cy' : 'en'
    const asked = {
      on: new Map(followUps.map(({ item, dueOn }) => [item, dueOn])),
      address: `${site.origin}/plans/${id}/did-it-happen`,
    }
    return {
      title: row.title,
      kind: row.kind,
      plan,
      people: asExported(people),
      former,
      asked,
      words,
      lang,
      at: new Date(now()),
    }
  }

  serve(routes, takeAwayHtml, async ({ c, plan, me }) => {
    const exported = await read(c, plan, me)
    c.header('content-disposition', downloadNamed(exported.title, 'html'))
    return c.html(planToHtml(exported))
  })

  serve(routes, takeAwayPdf, async ({ c, plan, me }) => {
    const exported = await read(c, plan, me)
    const made = await pdf.make(exported, me).catch((err: unknown) => {
      throw err instanceof PdfBusy ? refuse('too-busy') : err
    })
    c.header('content-disposition', downloadNamed(exported.title, 'pdf'))
    c.header('content-type', 'application/pdf')
    return c.body(new Uint8Array(made).buffer)
  })
}

/** Equal names are told apart on paper as they are on the screen (SPEC ACCESS-14). */
function asExported(people: readonly Person[]): ExportedPerson[] {
  const called = toldApart(people)
  return people.map(({ id, name, voice, cameBy }) => ({
    id,
    name: called.get(id) ?? name,
    voice,
    byCode: cameBy === 'code',
  }))
}
