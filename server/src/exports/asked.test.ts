import type { Plan } from '@withy/shared/plan'
import { actionsOf, dayOf } from '@withy/shared/plan'
import { expect, it } from 'vitest'
import { examples } from '../testing/exported-plans.ts'
import { openWithy } from '../testing/open-withy.ts'
import { copiesExample } from '../testing/people.ts'
import type { Exported } from './exported.ts'
import { writeHtml } from './html.ts'
import { pagesOf } from './pages.ts'

const ADDRESS = 'https://withy.example/plans/p/did-it-happen'

function withAsked(lang: Exported['lang']): Exported {
  const [area] = examples(lang)
  const [action] = actionsOf((area as Exported).plan)
  const asked = { on: new Map([[action?.id ?? '', '2026-07-02']]), address: ADDRESS }
  return { ...(area as Exported), status: { is: 'draft', at: new Date('2026-06-01T12:00:00Z'), asked } }
}

it('[WORK-116] says with an action from which day on it is asked, and where to answer', () => {
  const html = writeHtml(pagesOf(withAsked('en')))
  const day = dayOf('en', '2026-07-02')
  const link = `<a href="${ADDRESS}" rel="noreferrer noopener">${ADDRESS}</a>`
  expect(html).toContain(
    `<dt>After the workshop</dt><dd>Did it happen? We ask this from ${day}. Answer here: ${link}</dd>`,
  )
  expect(html.split('Did it happen?')).toHaveLength(2)
  const cy = writeHtml(pagesOf(withAsked('cy')))
  expect(cy).toContain('A ddigwyddodd?')
  expect(cy).toContain('Dydd Iau 2 Gorffennaf 2026. Atebwch yma:')
})

it('[WORK-116] a copy of a plan says it of each action that was there when a workshop closed, and of no other', async () => {
  const withy = await openWithy()
  const anna = await copiesExample(withy)
  const copy = async () => String((await anna.ask('GET', `/api/plans/${anna.plan}/take-away/html`)).body)
  expect(await copy()).not.toContain('Did it happen?')
  const path = `/api/plans/${anna.plan}/workshops`
  const made = { shape: 'empty', title: 'May', lang: 'en' }
  const { workshop } = await anna.gets<{ workshop: string }>('POST', path, made)
  for (const does of ['open', 'close']) await anna.gets('POST', `${path}/${workshop}/steer`, { do: does })
  const { plan } = await anna.gets<{ plan: Plan }>('GET', `/api/plans/${anna.plan}/words`)
  const found = await copy()
  expect(found.split('<dt>After the workshop</dt><dd>Did it happen?')).toHaveLength(actionsOf(plan).length + 1)
  expect(found).toContain(`http://localhost:3000/plans/${anna.plan}/did-it-happen`)
  await withy.close()
})
