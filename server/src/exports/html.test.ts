import type { Plan } from '@withy/shared/plan'
import { anyPlan, buildPlan, HOSTILE_TEXTS, wordsOf } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bare, draftOf, editionFor, examples, hostile, sealed } from '../testing/exported-plans.ts'
import { textOfHtml } from '../testing/text-of-html.ts'
import type { Exported } from './exported.ts'
import { writeHtml } from './html.ts'
import { pagesOf } from './pages.ts'

const headingsOf = (html: string): number[] => Array.from(html.matchAll(/<h([1-6])/g), ([, level]) => Number(level))
const tagsOf = (html: string): Set<string> => new Set(Array.from(html.matchAll(/<([a-z0-9]+)/g), ([, tag = '']) => tag))

const planToHtml = (exported: Exported): string => writeHtml(pagesOf(exported))
const area = (given: Partial<Exported> = {}): Exported => ({ ...(examples('en')[0] as Exported), ...given })
const written = (plan: Plan, given: Partial<Exported> = {}): string => planToHtml(draftOf(plan, given))

describe('a plan as HTML', () => {
  it('[WORK-123] [EXPORT-7] ends with the words it explains, before those without a place', () => {
    const plan = buildPlan('support', { unplaced: [{ where: 'old', words: 'Left over' }] })
    const explained = ['deeds', 'Ŵyn', 'Commons', 'Ward'].map((word) => ({ word, meaning: `What ${word} means` }))
    const inOrder = /Commons[^C]*What Commons means.*What deeds means.*What Ward means.*What Ŵyn means.*Left over/s
    const html = planToHtml(draftOf(plan, { edition: editionFor(plan, 'T', explained) }))
    expect(textOfHtml(html.split('<main>')[1] ?? '')).toMatch(inOrder)
    expect(written(plan)).not.toContain('Words explained')
  })

  it.each([...examples('en'), ...examples('cy')])(
    '[EXPORT-1] holds every word of every box ($name, $lang)',
    (exported) => {
      const text = bare(textOfHtml(planToHtml(exported)))
      expect(wordsOf(exported.plan).length).toBeGreaterThan(40)
      expect(wordsOf(exported.plan).filter((words) => !text.includes(bare(words)))).toEqual([])
      for (const { name } of exported.people) expect(text).toContain(bare(name))
    },
  )

  it('[EXPORT-1] holds every word of any plan', () => {
    fc.assert(
      fc.property(anyPlan('support'), (plan) => {
        const text = bare(textOfHtml(written(plan)))
        expect(wordsOf(plan).filter((words) => !text.includes(bare(words)))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('[EXPORT-1] keeps the title of a section in a folded part where nothing else is written (seed 2091631417)', () => {
    const plan = buildPlan('support', { titles: { 'living-map': 'What is round me' } })
    expect(textOfHtml(written(plan))).toContain('What is round me')
  })

  it('[EXPORT-6] [EXPORT-1] shows no title in which there is nothing to see, and all words beside it (seed 377519794)', () => {
    const plan = buildPlan('support', { titles: { 'living-map': '\u2800', 'shared-power': 'Rosa' } })
    const text = bare(textOfHtml(written(plan)))
    expect(wordsOf(plan).filter((words) => !text.includes(bare(words)))).toEqual([])
    expect(text).toContain('Rosa')
  })

  it('[EXPORT-2] @G3 is one file that asks for nothing and runs nothing', () => {
    for (const exported of [...examples('en'), hostile()]) {
      const html = planToHtml(exported)
      const [, ...csp] = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/) ?? []
      expect(csp).toEqual(["default-src 'none'; style-src 'unsafe-inline'"])
      expect(html).not.toMatch(/<(script|img|link|iframe|object|form|input|base)\b/)
      // Our own mark, and no other drawing.
      expect(html.match(/<svg\b/g)).toHaveLength(1)
      const tags = html.match(/<[a-z][^>]*>/g) ?? []
      expect(tags.filter((tag) => /\s(src|srcset|on[a-z]+|style|action)=/.test(tag))).toEqual([])
      expect(html.match(/<style>.*<\/style>/s)?.[0]).not.toMatch(/url\(|@import/)
    }
  })

  it('[EXPORT-2] shows hostile text as text', () => {
    const html = planToHtml(hostile())
    const text = bare(textOfHtml(html))
    for (const words of HOSTILE_TEXTS) expect(text).toContain(bare(words))
    const plain = tagsOf(written(buildPlan('area')))
    const allowed = new Set([
      ...plain,
      'strong',
      'em',
      'br',
      'a',
      'dl',
      'dt',
      'dd',
      'h3',
      'h4',
      'h5',
      'h6',
      'ul',
      'ol',
      'li',
    ])
    expect([...tagsOf(html)].filter((tag) => !allowed.has(tag))).toEqual([])
    for (const [, href = ''] of html.matchAll(/<a href="([^"]*)"/g)) expect(href).toMatch(/^(https:\/\/example\.org|#)/)
  })

  it('[EXPORT-4] @G3 says DRAFT and when, in its title, at its top and on every printed page', () => {
    const html = planToHtml(area())
    expect(html).toMatch(/<title>[^<]* - DRAFT<\/title>/)
    expect(html).toMatch(/<p class="on-paper" aria-hidden="true">DRAFT<\/p>/)
    expect(html).toMatch(/@page \{[^}]*@top-center \{ content: "DRAFT"/)
    expect(html).toMatch(/@media print \{.*\.on-paper \{[^}]*position: fixed/s)
    expect(textOfHtml(html)).toMatch(
      /DRAFT\.\s+This plan is not finished.*21 November 2026.*7:55 pm\. It can still change/,
    )
    expect(textOfHtml(planToHtml(area({ lang: 'cy' })))).toContain('Dydd Sadwrn 21 Tachwedd 2026, 7:55 yh.')
  })

  it('[EXPORT-13] [EXPORT-16] an agreed one has a table with headers, and its mark at the end and at the foot of each printed page', () => {
    const html = planToHtml(sealed(area()))
    expect(html).toMatch(
      /<thead role="rowgroup"><tr role="row">(<th scope="col" role="columnheader">[^<]+<\/th>){4}<\/tr>/,
    )
    expect(html).toMatch(/<th scope="row" role="rowheader">Kofi<\/th><td role="cell" data-head="Who they are here">/)
    const [, mark] = html.match(/<footer><p>Agreed version 3 <span class="mark">([^<]*)<\/span><\/p><\/footer>/) ?? []
    expect(mark).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\/EN\/[0-9A-Z]{8}$/)
    expect(html).toContain(`@bottom-center { content: "${mark}"`)
    expect(html).not.toMatch(/DRAFT/)
    for (const exported of [area(), sealed(area())])
      for (const [, id] of planToHtml(exported).matchAll(/<a href="#([^"]*)"/g))
        expect(planToHtml(exported)).toContain(` id="${id}"`)
  })

  it('[EXPORT-17] has letters of the size that was asked for, on screens and on paper, and no table where they are large', () => {
    for (const [size, screen, paper] of [
      ['normal', '1.125rem', '11pt'],
      ['large', '1.5rem', '18pt'],
      ['largest', '2rem', '24pt'],
    ] as const) {
      const html = planToHtml(sealed(area({ size })))
      expect(html).toContain(`html { font: ${screen}/1.55`)
      expect(html).toContain(`html { font-size: ${paper}; }`)
      expect(html.includes('<table')).toBe(size === 'normal')
    }
  })

  it('[EXPORT-17] goes with what a reader’s device is set to: dark, more contrast, its own colours, paper', () => {
    const html = planToHtml(area())
    for (const query of ['prefers-color-scheme: dark', 'prefers-contrast: more', 'forced-colors: active'])
      expect(html).toContain(`@media (${query})`)
    expect(html).toContain('@media print')
  })

  it('[EXPORT-5] @G3 has headings in order, one h1, lists as lists and cells with their labels', () => {
    for (const exported of [...examples('en'), hostile()]) {
      const levels = headingsOf(planToHtml(exported))
      expect(levels.filter((level) => level === 1)).toEqual([1])
      levels.forEach((level, n) => {
        expect(level - (levels[n - 1] ?? 0)).toBeLessThanOrEqual(1)
      })
    }
    const html = planToHtml(area())
    expect(html).toMatch(/<ul class="cards"><li><p class="name">[^<]+<\/p>\s*<dl><dt>[^<]+<\/dt><dd>/)
  })

  it('[EXPORT-5] gives the language of the page, and of each block in another one', () => {
    expect(planToHtml(area({ lang: 'cy' }))).toMatch(/^<!doctype html>\n<html lang="cy">/)
    expect(planToHtml(hostile())).toMatch(/<ul lang="cy">/)
    expect(planToHtml(hostile())).toMatch(/<p lang="ar" dir="rtl">/)
  })

  it('[EXPORT-7] names everyone with the voice they gave themselves, and says that nobody checked it', () => {
    const people = [
      { name: 'Rosa', voice: 'person', byCode: false },
      { name: 'Kofi', voice: 'supporter', byCode: false },
    ] as const
    const en = textOfHtml(planToHtml(area({ people })))
    expect(en).toMatch(/Rosa\s*: The person this plan is about/)
    expect(en).toMatch(/Kofi\s*: Supporter or advocate/)
    expect(en).toContain('Each person says for themselves who they are here. Nobody checked it.')
    expect(textOfHtml(planToHtml(area({ people, lang: 'cy' })))).toMatch(/Kofi\s*: Cefnogwr neu eiriolwr/)
  })

  it('[EXPORT-7] says choices, days, people and features in words of the language asked for', () => {
    const plan = buildPlan('area', {
      items: {
        'living-map.do': [
          { what: 'Dig', status: 'doing', by: '2027-03-01', who: ['p0', 'gone'], features: ['living-map'] },
        ],
      },
    })
    const en = textOfHtml(written(plan))
    expect(en).toContain('Nadia, Someone who is no longer in this plan')
    expect(en).toMatch(/Monday,? 1 March 2027/)
    expect(en).toContain('Living map')
    expect(textOfHtml(written(plan, { lang: 'cy' }))).toMatch(/Dydd Llun,? 1 Mawrth 2027/)
  })

  it('[EXPORT-7] names the actions that serve a goal by their words, and those that are gone not at all', () => {
    const plan = buildPlan('support', {
      items: {
        'goals.goals': [
          { what: 'A paid job', 'served-by': ['actions.actions-0', 'gone', 'actions.actions-1'] },
          { what: 'To sleep', 'served-by': ['gone'] },
        ],
        'actions.actions': [{ what: 'Trial shift' }, { status: 'doing' }],
      },
    })
    const text = textOfHtml(written(plan))
    expect(text).toMatch(/A paid job\s+What we will do for it\s+Trial shift · No words yet\s+To sleep\s+Actions/)
    expect(text).not.toMatch(/gone|actions\.actions/)
  })

  it('[EXPORT-7] names sections without words once, leaves out a folded part nobody opened, and keeps what was not agreed', () => {
    const text = textOfHtml(
      written(
        buildPlan('support', {
          items: { 'not-agreed.disagreements': [{ what: 'Where to live', views: 'Two views' }] },
        }),
      ),
    )
    expect(text).toContain('Still empty:')
    expect(text).not.toContain('My place and my part')
    expect(text).toMatch(/Where to live.*Two views/s)
  })

  it('[EXPORT-7] puts words without a place at the end', () => {
    const text = textOfHtml(written(buildPlan('area', { unplaced: [{ where: 'x', words: 'lost words' }] })))
    expect(text.trim()).toMatch(/Words without a place.*lost words$/s)
  })
})
