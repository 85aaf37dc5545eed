import { readCopyMarks, type SealedAnswer } from '@withy/shared/api'
import { type EditionSection, inLanguage, TEMPLATES } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { describe, expect, it } from 'vitest'
import { draftOf, editionFor, examples, sealed } from '../testing/exported-plans.ts'
import type { Exported } from './exported.ts'
import { type Node, textIn } from './nodes.ts'
import { pagesOf } from './pages.ts'

/** All a stretch reads, one line a piece. */
const linesOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node): string[] => {
    if (node.is === 'heading' || node.is === 'paragraph') return [textIn(node.runs)]
    if (node.is === 'note') return linesOf(node.inside)
    if (node.is === 'facts') return node.facts.map(({ label, runs }) => `${label}: ${textIn(runs)}`)
    if (node.is === 'easy') return node.rows.map(({ runs }) => textIn(runs))
    if (node.is === 'table') return node.rows.map((row) => row.map(({ runs }) => textIn(runs)).join(' | '))
    if (node.is === 'contents') return [node.title, ...node.of.map(({ title }) => title)]
    return node.items.flatMap(linesOf)
  })
const textOf = (exported: Exported): string => linesOf(pagesOf(exported).nodes).join('\n')

const area = examples('en')[0] as Exported
const titleOf = ({ title }: EditionSection): string => inLanguage(title, 'en')
const sectionsOf = ({ edition }: Exported): EditionSection[] => edition.parts.flatMap(({ sections }) => sections)

function sealedAnswers() {
  const { status } = sealed(area)
  if (status.is !== 'sealed') throw new Error('not sealed')
  return status.record.answers as [SealedAnswer, ...SealedAnswer[]]
}

describe('a copy as it reads', () => {
  it('[EXPORT-12] reads as its edition, whatever the catalogue has become', () => {
    const plan = buildPlan('area', { text: { 'place.where': ['The mill.'] } })
    const edition = JSON.parse(JSON.stringify(editionFor(plan)))
    edition.parts[0].sections[0].title = { en: 'An old title of ours', cy: 'Hen deitl' }
    const { question } = edition.parts[0].sections[0]
    edition.parts[0].sections[0].boxes[0].title = { en: 'An old label', cy: 'Hen label' }
    expect(JSON.stringify(TEMPLATES)).not.toContain('An old')
    expect(textOf(draftOf(plan, { edition }))).toContain(
      `An old title of ours\n${question.en}\nAn old label\nThe mill.`,
    )
    expect(textOf(draftOf(plan, { edition, lang: 'cy' }))).toContain(`Hen deitl\n${question.cy}\nHen label\nThe mill.`)
  })

  it('[EXPORT-13] [EXPORT-71] an agreed one says what was agreed and how, before its words', () => {
    const text = textOf(sealed(area))
    expect(text).toMatch(
      /Agreed on Saturday,? 21 November 2026, 7:55 pm\. Version 3\.\nCode [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\n/,
    )
    const order = [
      'Nadia | I live here | I agree | ',
      'Priya | Professional | I agree, with this said | If the hall stays warm.',
      'Kofi | I use care or support | I do not agree, because\nSefina passed this on for them\nWith an advocate: Mr Lloyd\nThey have not said themselves that this is right. | The bus still does not come.',
      'Mair | Family or unpaid carer | Our edges: I need more time\nThis was said to earlier words. The plan has changed since. | ',
      'Who was asked, with no answer when it was sealed\nGwen: Community group',
      'Who does not agree\nKofi\nI do not agree, because\nThe bus still does not come.',
      'Who decides for the person\nAunt Bea decides for the person, as their attorney.\nBy the paper of May.',
      'Why Nadia went on\nKofi asked us not to wait.',
      'What was still missing\nSections that are still empty: 4',
      'When we look at this plan again\nSaturday 1 May 2027',
      'What is in this plan',
    ].map((piece) => text.replace('Saturday, 1', 'Saturday 1').indexOf(piece))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(0)
    expect(textOf(sealed({ ...area, lang: 'cy' }))).toContain('Rwy’n cytuno, gan ddweud hyn')
    expect(text).not.toContain('DRAFT')
  })

  it('[EXPORT-13] [EXPORT-71] [AGREE-9] names who said stop or no to earlier words too, and that it was to those: nobody’s “no” goes with a changed comma', () => {
    const [given] = sealedAnswers()
    const earlier = { ...given, ofTheseWords: false } as const
    const text = textOf(
      sealed(area, {
        answers: [
          { ...earlier, name: 'Ben', answer: 'stop', words: 'Not over our heads.' },
          { ...earlier, name: 'Mair', answer: 'disagree', words: 'Too soon.' },
        ],
      }),
    )
    expect(text).toContain(
      'Who does not agree\nBen\nStop – not like this\nThis was said to earlier words. The plan has changed since.\nNot over our heads.\nMair\nI do not agree, because\nThis was said to earlier words. The plan has changed since.\nToo soon.\nWho decides',
    )
  })

  it('[EXPORT-13] [AGREE-18] says as what somebody answered in the place of a person who is not in the plan', () => {
    const [given] = sealedAnswers()
    const answers = [{ ...given, name: 'Aunt Bea', acting: 'attorney' } as const]
    expect(textOf(sealed(area, { answers }))).toContain('I agree\nSaid for the person, as their attorney | ')
    expect(textOf(sealed({ ...area, lang: 'cy' }, { answers }))).toContain('Dywedwyd dros y person, fel eu hatwrnai')
  })

  it('[AGREE-59] marks what somebody said who had left, among the answers and among who does not agree', () => {
    const { status } = sealed(area)
    const [first] = status.is === 'sealed' ? status.record.answers : []
    const answers = [{ ...first, name: 'Rhys', answer: 'stop', left: true } as NonNullable<typeof first>]
    const text = textOf(sealed(area, { answers }))
    expect(text).toContain('Rhys | I live here | Stop – not like this\nThey have left the plan. | ')
    expect(text).toContain('Rhys\nStop – not like this\nThey have left the plan.\n')
  })

  it('[EXPORT-13] says nothing of what was not there', () => {
    const none = { notAnswered: [], decides: null, wentOn: ' ', missing: [], reviewOn: null, answers: [] }
    const text = textOf(sealed(area, none))
    for (const words of [
      'no answer when',
      'does not agree',
      'decides for',
      'Nadia went on',
      'was still missing',
      'look at this plan again',
    ])
      expect(text).not.toContain(words)
  })

  it('[EXPORT-14] of chosen sections holds those, names the others, and tells of no one else', () => {
    const [first, second, ...others] = sectionsOf(area)
    const explained = [{ word: 'Commons', meaning: 'Land of us all' }]
    const chosen = { ...area, edition: { ...area.edition, explained }, sections: [second?.id ?? ''] }
    for (const copy of [chosen, sealed(chosen)]) {
      const { nodes } = pagesOf(copy)
      const headings = nodes.flatMap((node) => (node.is === 'heading' && node.level === 2 ? linesOf([node]) : []))
      expect(headings).toEqual([titleOf(second as EditionSection)])
      const text = linesOf(nodes).join('\n')
      expect(text.includes('Who said what to this plan')).toBe(copy !== chosen)
      expect(text).toMatch(/This copy holds a part of the plan\. These are left out:/)
      for (const section of [first, ...others] as EditionSection[]) expect(text).toContain(titleOf(section))
      for (const words of ['Nadia', 'Priya', 'Land of us all', 'If the hall stays warm.'])
        expect(text).not.toContain(words)
    }
  })

  it('[EXPORT-16] an agreed one has its code and which copy it is on each page, a draft has none', () => {
    const [mark] = readCopyMarks(pagesOf(sealed({ ...area, lang: 'cy', size: 'large', sections: ['place'] })).mark)
    expect(mark).toMatchObject({ lang: 'cy', size: 'large' })
    expect(mark?.sectionsOf(area.edition)).toEqual(['place'])
    expect(pagesOf(area).mark).toBe('')
  })
})
