import { boxIn, type RichText, readPlan } from '@withy/shared/plan'
import type { Suggestion } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, starts } from '../testing/people.ts'
import {
  body,
  decides,
  documentIn,
  four,
  ids,
  paragraph,
  STORY,
  seen,
  suggests,
  TWO,
  wordsIn,
  writersOf,
  writes,
} from '../testing/suggesting.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

describe('what suggestions cannot do', () => {
  it('[TALK-34] nothing but a yes of who may say it changes a letter of the plan, whoever sends what', async () => {
    const { anna, ben, sue, rosa, was } = await four(withy)
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const eve = await joinsAs(withy, anna, 'viewer', 'Eve')
    const others = [anna, ben, sue, eve]
    const stranger = await starts(withy, { name: 'Zoe' })
    const before = [await documentIn(withy, anna), JSON.stringify(await seen(anna, made.id))]
    const hostile: unknown[] = [
      { accept: ids(made), keep: [] },
      { accept: [], keep: ids(made) },
      { accept: ids(made), keep: [], me: rosa.id, by: rosa.id, person: rosa.id },
      { accept: ['__proto__', 'constructor'], keep: [] },
      { accept: Array.from({ length: 1_000 }, () => ids(made)[0]), keep: [] },
      { accept: 'c1', keep: null },
      '{"accept":["c1"]',
      null,
    ]
    for (const member of [...others, stranger])
      for (const sent of hostile)
        for (const id of [made.id, '__proto__', ''])
          for (const method of ['PUT', 'POST', 'PATCH'])
            await member.ask(method, `/api/plans/${anna.plan}/talk/suggestions/${id}/decisions`, sent)
    for (const member of [anna, ben, eve, stranger])
      await member.ask('DELETE', `/api/plans/${anna.plan}/talk/suggestions/${made.id}`)
    for (const member of [...others, rosa, stranger])
      for (const sent of [
        body('suggest-one', was, paragraph('Mine now.')),
        body('x', was, TWO),
        { ...made, id: 'suggest-two' },
      ])
        await member.ask('POST', `/api/plans/${anna.plan}/talk/suggestions`, sent)
    expect([await documentIn(withy, anna), JSON.stringify(await seen(anna, made.id))]).toEqual(before)
    // It can tell: hers is the yes that counts.
    await decides(rosa, made.id, { accept: ids(made) })
    expect(await documentIn(withy, anna)).not.toBe(before[0])
  })

  it('[TALK-34] an accepted change takes out no word that is not in the sentences it is for, and keeps who wrote the others', async () => {
    const { anna, ben, sue, rosa, was } = await four(withy)
    const more = 'I like the orchard. Buses never come. We meet on Mondays. Ben was here.'
    await writes(withy, ben, paragraph(more))
    const made = await suggests(sue, body('suggest-one', was, paragraph('I like the orchard. We meet on Mondays.')))
    await decides(rosa, made.id, { accept: ids(made) })
    expect(await wordsIn(withy, anna)).toBe('I like the orchard. We meet on Mondays. Ben was here.')
    expect(await writersOf(anna)).toEqual([
      ['I like the orchard. We meet on Mondays.', rosa.id],
      ['Ben was here.', ben.id],
    ])
  })

  /** The same text, where "bold" is. */
  const withBold = (text: RichText): RichText =>
    JSON.parse(
      JSON.stringify(text).replace(
        /\{"text":"([^"]*)bold([^"]*)"\}/,
        '{"text":"$1"},{"text":"bold","bold":true},{"text":"$2"}',
      ),
    )
  const heading = (text: string): RichText => [{ type: 'heading', level: 2, runs: [{ text }] }]
  const points = (...texts: string[]): RichText => [{ type: 'bullets', items: texts.map(paragraph) }]
  it.each([
    ['a heading of its line', heading('One was here. Two is bold. Three is there.')],
    ['a point of its line', points('One was here. Two is bold. Three is there.')],
    ['a line of its own', [...paragraph('One was here.'), ...paragraph('Two is bold. Three is there.')]],
    ['points of two lines', points('One was here. Two is bold.', 'Three is there.')],
  ])('[TALK-39] words that stay are whose they were, also where somebody makes %s', async (_, proposed) => {
    const { anna, ben, sue, rosa } = await four(withy, 'Two is bold. Three is there.')
    const two = (text: string, end: string): RichText => [
      { type: 'paragraph', runs: [{ text }, { text: 'Two is ' }, { text: 'bold', bold: true }, { text: end }] },
    ]
    await writes(withy, rosa, two('', '. Three is there.'))
    const was = two('One is here. ', '. Three is there.')
    await writes(withy, ben, was)
    const made = await suggests(sue, body('suggest-one', was, withBold(proposed)))
    const whose = (change: Suggestion['changes'][number]) => change.needs.join()
    for (const member of [ben, rosa]) {
      const theirs = (await seen(anna, made.id)).changes.filter((change) => whose(change) === member.id)
      if (theirs.length > 0) await decides(member, made.id, { accept: theirs.map(({ id }) => id) })
    }
    for (const { id, fate } of (await seen(anna, made.id)).changes) {
      if (fate) continue
      await decides(ben, made.id, { accept: [id] })
      await decides(rosa, made.id, { accept: [id] })
    }
    expect(await wordsIn(withy, anna)).toBe('One was here. Two is bold. Three is there.')
    const content = boxIn(readPlan(await withy.live.current(anna.plan), 'area'), STORY.box)
    expect(JSON.stringify(content)).toContain('{"text":"bold","bold":true}')
    const letters = (await writersOf(anna)).flatMap(([text = '', by]) => text.split(' ').map((word) => [word, by]))
    for (const word of ['Two', 'bold', 'Three', 'there.'])
      expect(letters.find(([one]) => one === word)).toEqual([word, rosa.id])
  })
})
