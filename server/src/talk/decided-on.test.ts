import { type RichText, readRichText, rewordIn, textRoot, wordsOfText } from '@withy/shared/plan'
import type { Suggestion } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member, starts } from '../testing/people.ts'
import { typesIn } from '../testing/types-in.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const STORY = { box: 'our-story.story', item: null, field: null, words: null }
const paragraph = (text: string): RichText => [{ type: 'paragraph', runs: [{ text }] }]
const path = ({ plan }: Member, more = '') => `/api/plans/${plan}/talk/suggestions${more}`
const writes = (member: Member, text: string) => typesIn(withy, member, (doc) => rewordIn(doc, STORY, paragraph(text)))
const wordsIn = async ({ plan }: Member) =>
  wordsOfText(readRichText(textRoot(await withy.live.current(plan), STORY.box))).join(' ')
const suggests = async (member: Member, id: string, was: string, proposed: string) => {
  const sent = { id, place: STORY, was: paragraph(was), proposed: paragraph(proposed), why: '' }
  return (await member.gets<{ suggestion: Suggestion }>('POST', path(member), sent)).suggestion
}
const yes = ({ id, changes }: Suggestion, member: Member) =>
  ['PUT', path(member, `/${id}/decisions`), { accept: changes.map((one) => one.id), keep: [] }] as const

async function three() {
  const cat = await starts(withy)
  const ben = await joinsAs(withy, cat, 'contributor', 'Ben')
  return { cat, ben, anna: await joinsAs(withy, cat, 'contributor', 'Anna') }
}

describe('what suggested words are decided on', () => {
  it('[TALK-99] what somebody types in them meanwhile is not run over, and they are asked', async () => {
    const { cat, ben, anna } = await three()
    await writes(ben, 'Anna goes out on Mondays with Ben.')
    const made = await suggests(cat, 'race-one', 'Anna goes out on Mondays with Ben.', 'Anna stays in all week.')
    const { accepting } = withy.store
    vi.spyOn(withy.store, 'accepting').mockImplementationOnce(async (...args) => {
      await writes(anna, 'Anna goes out on Mondays and, please, Fridays with Ben.')
      return accepting(...args)
    })
    const word = await ben.isRefused(...yes(made, ben))
    vi.restoreAllMocks()
    expect([word, await wordsIn(cat)]).toEqual([
      'words-changed',
      'Anna goes out on Mondays and, please, Fridays with Ben.',
    ])
  })

  it('[TALK-99] where somebody writes all the while it goes in all the same, and what they wrote stays', async () => {
    const { cat, ben, anna } = await three()
    await writes(ben, 'Anna goes out on Mondays.')
    const made = await suggests(cat, 'race-all', 'Anna goes out on Mondays.', 'Anna stays in.')
    const { accepting } = withy.store
    let written = ''
    vi.spyOn(withy.store, 'accepting').mockImplementation(async (...args) => {
      written += ' Yes.'
      await writes(anna, `Anna goes out on Mondays.${written}`)
      return accepting(...args)
    })
    await ben.gets(...yes(made, ben))
    vi.restoreAllMocks()
    expect(await wordsIn(cat)).toBe(`Anna stays in.${written}`)
  })

  it('[TALK-34] [TALK-39] words of others that read alike stay theirs when one’s own go', async () => {
    const { cat, ben, anna } = await three()
    const texts = ['Start.', 'I want to go home today.', 'I want to go home.', 'End.']
    for (const [n, member] of [cat, ben, anna, cat].entries()) await writes(member, texts.slice(0, n + 1).join(' '))
    const own = await suggests(ben, 'own-away', texts.join(' '), 'Start. I want to go home. End.')
    await ben.gets(...yes(own, ben))
    const theirs = await suggests(
      ben,
      'not-his-own',
      'Start. I want to go home. End.',
      'Start. I want to stay here. End.',
    )
    expect(await ben.isRefused(...yes(theirs, ben))).toBe('their-words')
    expect(await wordsIn(cat)).toBe('Start. I want to go home. End.')
  })

  it('[TALK-26] a new sentence in the middle of what somebody says needs their yes, and one beside it does not', async () => {
    const { cat, ben } = await three()
    await writes(ben, 'I like walks. I live alone.')
    const inside = await suggests(
      cat,
      'in-the-middle',
      'I like walks. I live alone.',
      'I like walks. I need care. I live alone.',
    )
    expect(inside.changes[0]?.needs).toEqual([ben.id])
    expect(await cat.isRefused(...yes(inside, cat))).toBe('their-words')
    const after = await suggests(
      cat,
      'at-the-end',
      'I like walks. I live alone.',
      'I like walks. I live alone. So does Cat.',
    )
    expect(after.changes[0]?.needs).toEqual([])
  })

  it('[TALK-98] both who said yes have the words then', async () => {
    const { cat, ben, anna } = await three()
    await writes(ben, 'We like')
    await writes(anna, 'We like tea.')
    const made = await suggests(cat, 'both-one', 'We like tea.', 'All of us are fond of milk.')
    expect(new Set(made.changes[0]?.needs)).toEqual(new Set([ben.id, anna.id]))
    await anna.gets(...yes(made, anna))
    await ben.gets(...yes(made, ben))
    expect(await wordsIn(cat)).toBe('All of us are fond of milk.')
    const next = await suggests(cat, 'both-two', 'All of us are fond of milk.', 'Nobody drinks.')
    expect(new Set(next.changes[0]?.needs)).toEqual(new Set([ben.id, anna.id]))
  })

  it('[TALK-30] [TALK-33] a no that was said with a yes is found with it, where words only went too', async () => {
    const { cat, ben } = await three()
    await writes(ben, 'One is. Two is. Three is. Four is.')
    const made = await suggests(cat, 'heal-one', 'One is. Two is. Three is. Four is.', 'One is. Three is. Four was.')
    const [out = '', other = ''] = made.changes.map(({ id }) => id)
    vi.spyOn(withy.store, 'changeSuggestion').mockRejectedValueOnce(new Error('SQLITE_FULL'))
    await ben.ask('PUT', path(ben, `/${made.id}/decisions`), { accept: [out], keep: [other] })
    vi.restoreAllMocks()
    await writes(ben, 'One was. Three was. Four is.')
    // Whoever asks next finds it written down.
    await cat.gets('GET', `/api/plans/${cat.plan}/talk`)
    const answered = `/api/plans/${cat.plan}/talk/boxes/${made.place.box}/answered`
    const { suggestions } = await cat.gets<{ suggestions: Suggestion[] }>('GET', answered)
    expect(suggestions[0]?.changes.map(({ fate }) => fate?.is)).toEqual(['accepted', 'kept'])
  })
})
