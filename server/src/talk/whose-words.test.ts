import { addItem, type RichText, rewordIn } from '@withy/shared/plan'
import type { Suggestion } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { NotWritten } from '../live/live.ts'
import { documentOf } from '../one-document.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import type { Member } from '../testing/people.ts'
import {
  body,
  decides,
  decision,
  four,
  ids,
  LIST,
  mayNot,
  paragraph,
  STORY,
  seen,
  states,
  suggests,
  talk,
  wordsIn,
  writersIn,
  writes,
} from '../testing/suggesting.ts'
import { typesIn } from '../testing/types-in.ts'
import { updateOf } from '../testing/writer.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const offers = (member: Member, id: string, was: string, proposed: string) =>
  suggests(member, body(id, paragraph(was), paragraph(proposed)))
/** Whose yes other words for a sentence would need: whose it is. */
const whose = async (member: Member, id: string, now: string, sentence: string) =>
  new Set(
    (await offers(member, id, now, now.replace(sentence, 'Nobody ever said so.'))).changes.flatMap((one) => one.needs),
  )

describe('whose accepted words are', () => {
  it('[TALK-92] words are theirs who said yes to them, and not theirs who said yes to others that were accepted at once', async () => {
    const { anna, ben, sue, rosa } = await four(withy, 'We like')
    await writes(withy, ben, paragraph('We like tea.'))
    await writes(withy, ben, paragraph('We like tea. Ben is nine. Sue was here.'))
    const made = await offers(
      sue,
      'both-one',
      'We like tea. Ben is nine. Sue was here.',
      'We like milk. Ben is ten. Sue was here.',
    )
    expect(new Set(made.changes[0]?.needs)).toEqual(new Set([rosa.id, ben.id]))
    await decides(rosa, made.id, { accept: [ids(made)[0] ?? ''] })
    expect(states(await decides(ben, made.id, { accept: ids(made) }))).toEqual(['accepted', 'accepted'])
    const now = 'We like milk. Ben is ten. Sue was here.'
    expect(await wordsIn(withy, anna)).toBe(now)
    expect(await whose(sue, 'next-one', now, 'We like milk.')).toEqual(new Set([rosa.id, ben.id]))
    expect(await whose(sue, 'next-two', now, 'Ben is ten.')).toEqual(new Set([ben.id]))
  })

  it('[TALK-92] in a cell too', async () => {
    const { ben, sue, rosa } = await four(withy)
    const item = await typesIn(withy, rosa, (doc) =>
      addItem(doc, { key: LIST, shape: 'action', cells: { what: 'We like' } }),
    )
    const place = { box: LIST, item, field: 'what' }
    await typesIn(withy, ben, (doc) => rewordIn(doc, place, 'We like tea. Ben is nine.'))
    const offersHere = (id: string, was: string, proposed: string) =>
      suggests(sue, body(id, was, proposed, { place: { ...place, words: null } }))
    const made = await offersHere('cell-one', 'We like tea. Ben is nine.', 'We drink milk. Ben was ten.')
    await decides(rosa, made.id, { accept: [ids(made)[0] ?? ''] })
    await decides(ben, made.id, { accept: ids(made) })
    const first = await offersHere('cell-two', 'We drink milk. Ben was ten.', 'Nobody said so. Ben was ten.')
    expect(new Set(first.changes[0]?.needs)).toEqual(new Set([rosa.id, ben.id]))
    const second = await offersHere('cell-three', 'We drink milk. Ben was ten.', 'We drink milk. None of it.')
    expect(second.changes.map(({ needs }) => needs)).toEqual([[ben.id]])
  })

  it('[TALK-98] who offers other words for their own, and may not write, has those words then, whoever accepts them', async () => {
    const { ben, sue } = await four(withy, 'Quiet.')
    await writes(withy, sue, paragraph('I like the orchard very much.'))
    const made = await offers(sue, 'suggest-own', 'I like the orchard very much.', 'My love is that big old wood.')
    await decides(ben, made.id, { accept: ids(made) })
    const now = 'My love is that big old wood.'
    expect(await whose(ben, 'suggest-next', now, now)).toEqual(new Set([sue.id]))
  })

  it('[TALK-26] a new sentence in the middle of what several have together needs the yes of each who goes on after it', async () => {
    const { ben, sue, rosa } = await four(withy, 'We like')
    await writes(withy, ben, paragraph('We like tea.'))
    const made = await offers(sue, 'both-one', 'We like tea.', 'Milk is what all of them drink.')
    for (const member of [rosa, ben]) await decides(member, made.id, { accept: ids(made) })
    await writes(withy, rosa, paragraph('Milk is what all of them drink. I live here.'))
    const inside = await offers(
      sue,
      'inside-one',
      'Milk is what all of them drink. I live here.',
      'Milk is what all of them drink. So she needs care. I live here.',
    )
    expect(inside.changes.map(({ needs }) => needs)).toEqual([[rosa.id]])
  })

  it('[TALK-93] what somebody writes on under the client of an edit the server made is their own, and nobody’s suggestion', async () => {
    const { anna, ben, sue, rosa } = await four(withy, 'We like')
    await writes(withy, ben, paragraph('We like tea.'))
    const made = await offers(sue, 'edit-one', 'We like tea.', 'All are fond of milk.')
    for (const member of [rosa, ben]) await decides(member, made.id, { accept: ids(made) })
    const row = await withy.store.suggestionAt(anna.plan, made.id)
    const { epoch, parts } = await withy.live.parts(anna.plan)
    const doc = documentOf(parts)
    doc.clientID = row?.changes[0]?.fate?.client ?? 0
    const now = 'All are fond of milk. Rosa wants to move away.'
    await withy.live.write(anna.plan, ben.id, {
      epoch,
      update: updateOf(doc, () => rewordIn(doc, STORY, paragraph(now))),
    })
    expect(await whose(sue, 'edit-two', now, 'Rosa wants to move away.')).toEqual(new Set([ben.id]))
    expect(await whose(sue, 'edit-three', now, 'All are fond of milk.')).toEqual(new Set([rosa.id, ben.id]))
    const suggested = (await writersIn(anna)).map(([text, by]) => [text, by?.person, by?.suggested])
    expect(suggested).toContainEqual(['fond of milk', ben.id, sue.id])
    expect(suggested.at(-1)).toEqual(['. Rosa wants to move away.', ben.id, undefined])
  })

  it.each([
    ['😀', '😢'],
    ['👍🏽', '👍🏿'],
    ['👩‍👧', '👩‍👦'],
    ['🇬🇧', '🇬🇷'],
  ])(
    '[TALK-39] a sign that took the place of another is theirs who said yes, and not whose the other was: %s, %s',
    async (was, is) => {
      const { anna, ben, sue, rosa } = await four(withy, 'Tea is so good. End here.')
      await writes(withy, ben, paragraph(`Tea is ${was} so good. End here.`))
      const made = await offers(sue, 'sign-one', `Tea is ${was} so good. End here.`, `Tea is ${is} so good. End here.`)
      expect(made.changes.map(({ needs }) => needs)).toEqual([[rosa.id]])
      await decides(rosa, made.id, { accept: ids(made) })
      expect(await wordsIn(withy, anna)).toBe(`Tea is ${is} so good. End here.`)
      const sign = (await writersIn(anna)).find(([text]) => text === is)
      expect(sign?.[1]).toEqual({ person: rosa.id, for: null, suggested: sue.id })
    },
  )
})

describe('what was not put in', () => {
  const kept = 'We like tea. The rest stays.'

  it('[TALK-33] is not told as accepted where the plan would not take it and somebody takes those words out by hand', async () => {
    const { ben, sue } = await four(withy, 'Quiet.')
    await writes(withy, ben, paragraph('Bad words here. The rest stays.'))
    const made = await offers(
      sue,
      'suggest-no',
      'Bad words here. The rest stays.',
      'Much nicer ones there. The rest stays.',
    )
    vi.spyOn(withy.live, 'write').mockRejectedValueOnce(new NotWritten('full', 'for a test'))
    expect(await mayNot(ben, made.id, { accept: ids(made) })).toBe('too-large')
    vi.restoreAllMocks()
    await writes(withy, ben, paragraph('My own. The rest stays.'))
    expect((await seen(sue, made.id)).changes.map(({ fate }) => fate)).toEqual([null])
  })

  it('[TALK-33] nor where the server ended before it', async () => {
    const { ben, sue } = await four(withy, 'Quiet.')
    await writes(withy, ben, paragraph('Bad words here. The rest stays.'))
    const made = await offers(
      sue,
      'suggest-end',
      'Bad words here. The rest stays.',
      'Much nicer ones there. The rest stays.',
    )
    vi.spyOn(withy.live, 'write').mockRejectedValueOnce(new Error('the server ended'))
    await ben.ask(...decision(ben, made.id, { accept: ids(made) }))
    vi.restoreAllMocks()
    await writes(withy, ben, paragraph('My own. The rest stays.'))
    expect((await seen(sue, made.id)).changes.map(({ fate }) => fate)).toEqual([null])
  })

  it('[TALK-33] an edit that takes a mark away, and nothing else, is found to be in the plan', async () => {
    const { ben, sue } = await four(withy, 'Quiet.')
    const bold: RichText = [
      { type: 'paragraph', runs: [{ text: 'We like ' }, { text: 'tea', bold: true }, { text: '. The rest stays.' }] },
    ]
    await writes(withy, ben, bold)
    const made: Suggestion = await suggests(sue, body('mark-one', bold, paragraph(kept)))
    vi.spyOn(withy.store, 'changeSuggestion').mockRejectedValueOnce(new Error('SQLITE_FULL'))
    await ben.ask(...decision(ben, made.id, { accept: ids(made) }))
    vi.restoreAllMocks()
    expect((await seen(sue, made.id)).changes.map(({ fate }) => [fate?.is, fate?.by])).toEqual([['accepted', ben.id]])
  })

  it('[TALK-29] a plan that does not make one is a word, and no trouble', async () => {
    const { ben, sue } = await four(withy, 'Quiet.')
    await writes(withy, ben, paragraph(kept))
    const made = await offers(sue, 'whole-one', kept, 'We like milk. The rest stays.')
    const { parts } = withy.live
    const broken = new Uint8Array([1, 2, 3, 250, 9, 9])
    vi.spyOn(withy.live, 'parts').mockImplementation(async (plan) => ({ ...(await parts(plan)), parts: [broken] }))
    expect(await mayNot(ben, made.id, { accept: ids(made) })).toBe('plan-unreadable')
    vi.restoreAllMocks()
    expect((await talk(sue)).suggestions).toHaveLength(1)
  })
})
