import { readRichText, rewordIn, textRoot, wordsOfText } from '@withy/shared/plan'
import { encodeTypeFor, type Suggestion, type TalkChanged } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Bot } from '../testing/bot.ts'
import { asks, type Guest, joinPlan } from '../testing/guests.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'

const STORY = { box: 'our-story.story', item: null, field: null, words: null }
const paragraph = (text: string) => [{ type: 'paragraph' as const, runs: [{ text }] }]
const wordsIn = (doc: Y.Doc) => wordsOfText(readRichText(textRoot(doc, STORY.box))).join(' ')
const types = (bot: Bot, text: string) => rewordIn(bot.doc, STORY, paragraph(text))
const allSaved = (bot: Bot) => until(() => expect(bot.acked()).toBe(bot.sent()))

const path = ({ plan }: Guest, more: string) => `/api/plans/${plan}/talk/suggestions${more}`
const suggests = async (guest: Guest, was: string, proposed: string) =>
  (
    await asks<{ suggestion: Suggestion }>(guest, 'POST', path(guest, ''), {
      ...{ id: 'suggest-one', place: STORY, why: '' },
      ...{ was: paragraph(was), proposed: paragraph(proposed) },
    })
  ).suggestion
const decides = (guest: Guest, { id, changes }: Suggestion, which = changes.map((one) => one.id)) =>
  asks<{ suggestion: Suggestion }>(guest, 'PUT', path(guest, `/${id}/decisions`), { accept: which, keep: [] })
const heard = (bot: Bot) =>
  bot.messages.filter(
    (one): one is TalkChanged => (one as TalkChanged).type === 'talk' && 'suggestion' in (one as object),
  )

describe('suggested words in a room', () => {
  it('[TALK-22] what was typed for somebody is theirs to decide about, and not who typed it', async () => {
    const { server, anna, ben } = await twoPeople()
    const rosa = await joinPlan(anna, 'Rosa', 'viewer')
    const annas = await syncedBot(anna)
    annas.send(encodeTypeFor(rosa.person))
    types(annas, 'I like tea.')
    await allSaved(annas)
    const made = await suggests(ben, 'I like tea.', 'I love tea.')
    expect(made.changes.map(({ needs }) => needs)).toEqual([[rosa.person]])
    await expect(decides(anna, made)).rejects.toThrow('their-words')
    await decides(rosa, made)
    expect(wordsIn(await server.live.current(anna.plan))).toBe('I love tea.')
  })

  it('[TALK-28] [TALK-36] everyone has the words and is told, while others type on in the same line', async () => {
    const { anna, ben } = await twoPeople()
    const sue = await joinPlan(anna, 'Sue', 'suggester')
    const [annas, bens, sues] = [await syncedBot(anna), await syncedBot(ben), await syncedBot(sue)]
    types(annas, 'One is here. Two is there.')
    await allSaved(annas)
    await until(() => expect(wordsIn(bens.doc)).toBe('One is here. Two is there.'))
    const made = await suggests(sue, 'One is here. Two is there.', 'One was here. Two was there.')
    await until(() => expect(heard(bens)).toHaveLength(1))
    const deciding = decides(anna, made)
    for (const end of ['.', '. S', '. So', '. So it', '. So it is.'])
      types(bens, wordsIn(bens.doc).replace(/there\..*$/, `there${end}`))
    await deciding
    const whole = 'One was here. Two was there. So it is.'
    for (const bot of [annas, bens, sues]) await until(() => expect(wordsIn(bot.doc)).toBe(whole))
    await until(() => expect(heard(sues).map(({ seq }) => seq)).toEqual([1, 2]))
    expect(heard(sues)[1]?.suggestion?.changes.map(({ fate }) => fate?.is)).toEqual(['accepted', 'accepted'])
    await allSaved(bens)
    // The suggester's socket writes nothing by itself.
    types(sues, 'Mine.')
    expect((await sues.closed).code).toBe(4403)
  })

  it('[TALK-37] of a plan of many pages too, beside the thread that takes in what people write', async () => {
    const { server, anna, ben } = await twoPeople()
    const annas = await syncedBot(anna)
    const text = Array.from({ length: 1_500 }, (_, n) => `Sentence ${n} is about the orchard.`).join(' ')
    types(annas, text)
    await allSaved(annas)
    const made = await suggests(ben, text, text.replace('Sentence 700 is', 'Sentence 700 was'))
    expect(made.changes.map(({ was, needs }) => [was.length, needs])).toEqual([[1, [anna.person]]])
    await decides(anna, made)
    expect(wordsIn(await server.live.current(anna.plan))).toBe(text.replace('Sentence 700 is', 'Sentence 700 was'))
  })
})
