import { type GlossaryChange, type GlossaryWord, LIMIT } from '@withy/shared/api'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, joins, type Member, starts } from '../testing/people.ts'
import { stepOf } from '../testing/workshop-room.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

type Words = { readonly words: readonly GlossaryWord[] }
const at = ({ plan }: Member) => `/api/plans/${plan}/glossary`
const does = (member: Member, change: GlossaryChange) => member.gets<Words>('POST', at(member), change)
const isRefused = (member: Member, change: GlossaryChange) => member.isRefused('POST', at(member), change)
const list = async (member: Member) =>
  (await member.gets<Words>('GET', at(member))).words.map(({ word, meaning, isOut }) =>
    isOut ? `(${word}: ${meaning})` : `${word}: ${meaning}`,
  )

/** An open workshop of Anna's plan with her in it. */
async function opened() {
  const anna = await starts(withy)
  const path = `/api/plans/${anna.plan}/workshops`
  const { workshop } = await anna.gets<{ workshop: string }>('POST', path, { shape: 'empty', title: 'May', lang: 'en' })
  const room = `${path}/${workshop}`
  await anna.gets('POST', `${room}/steer`, { do: 'add-step', id: 'step-one', step: stepOf('welcome'), after: null })
  await anna.gets('POST', `${room}/steer`, { do: 'open' })
  await anna.gets('POST', `${room}/take-part`, { do: 'come-in' })
  const asks = (id: string, word: string) => anna.gets('POST', `${room}/take-part`, { do: 'ask-meaning', id, word })
  const says = { do: 'explain' as const }
  const explains = (id: string, meaning: string) => anna.gets('POST', `${room}/take-part`, { ...says, id, meaning })
  const asked = async () =>
    (await anna.gets<{ now: { asked: { word: string; meaning: string | null }[] } }>('GET', room)).now.asked.map(
      ({ word, meaning }) => `${word}: ${meaning}`,
    )
  return { anna, workshop, room, asks, explains, asked }
}

it('[WORK-120] what is explained in a workshop is a word of its plan, and all who have it open are told to look', async () => {
  const { anna, asks, explains } = await opened()
  const tell = vi.spyOn(withy.live, 'tell')
  await asks('asked-one', 'Commons')
  expect(await list(anna)).toEqual([])
  await explains('asked-one', 'Land that belongs to all of us')
  expect(await list(anna)).toEqual(['Commons: Land that belongs to all of us'])
  expect(tell.mock.calls).toContainEqual([anna.plan, { type: 'glossary' }])
  tell.mockRestore()
})

it('[WORK-121] a word that is asked about again is answered with what stands there, and stands once', async () => {
  const { anna, asks, explains, asked } = await opened()
  await does(anna, { do: 'add', id: 'word-commons', word: 'Commons', meaning: 'Land of us all' })
  await asks('asked-one', 'commons')
  expect(await asked()).toEqual(['commons: Land of us all'])
  // Taken out, it explains nothing; explained anew it is back.
  await does(anna, { do: 'add', id: 'word-deeds', word: 'Deeds', meaning: 'Papers' })
  await does(anna, { do: 'take-out', id: 'word-deeds' })
  await asks('asked-two', 'deeds')
  expect(await asked()).toEqual(['commons: Land of us all', 'deeds: null'])
  await explains('asked-two', 'Who owns it, in writing')
  expect(await list(anna)).toEqual(['Commons: Land of us all', 'Deeds: Who owns it, in writing'])
})

it('[WORK-121] who explains in a workshop writes over no meaning they have not seen', async () => {
  const { anna, room, asks, explains, asked } = await opened()
  const explain = { do: 'explain', id: 'asked-one', meaning: 'Land nobody owns' }
  const isRefused = () => anna.isRefused('POST', `${room}/take-part`, explain)
  await asks('asked-one', 'Commons')
  // In the list, while somebody in the room was writing.
  await does(anna, { do: 'add', id: 'word-commons', word: 'commons', meaning: 'Land of us all' })
  expect(await isRefused()).toBe('word-there')
  expect(await list(anna)).toEqual(['commons: Land of us all'])
  expect(await asked()).toEqual(['Commons: null'])
  // Asked again, the room has what the plan says; which nobody in the room writes over either.
  await asks('asked-two', 'COMMONS')
  expect(await asked()).toEqual(['Commons: Land of us all'])
  expect(await isRefused()).toBe('word-there')
  // The same words, sent again because no answer came.
  await explains('asked-one', 'Land of us all')
  expect(await list(anna)).toEqual(['commons: Land of us all'])
  expect(await asked()).toEqual(['Commons: Land of us all'])
})

it('[WORK-121] a word that came into the list in the moment before it is kept from a workshop stands as it is', async () => {
  const { anna, workshop } = await opened()
  await does(anna, { do: 'add', id: 'word-commons', word: 'Commons', meaning: 'Land of us all' })
  const explained = [{ id: 'word-two2', word: 'commons', meaning: 'Land nobody owns' }]
  await withy.store.changeWorkshop({ workshop, parts: [], explained })
  expect(await list(anna)).toEqual(['Commons: Land of us all'])
})

it('[WORK-122] a word that was taken out is added anew, also when that is sent twice', async () => {
  const anna = await starts(withy)
  await does(anna, { do: 'add', id: 'word-one1', word: 'Deeds', meaning: 'Papers' })
  await does(anna, { do: 'take-out', id: 'word-one1' })
  const anew = { do: 'add', id: 'word-two2', word: 'deeds', meaning: 'Who owns it' } as const
  await does(anna, anew)
  await does(anna, anew)
  expect(await list(anna)).toEqual(['Deeds: Who owns it'])
})

it('[WORK-122] is added to once, changed, taken out and put back', async () => {
  const anna = await starts(withy)
  const add = { do: 'add', id: 'word-one1', word: 'Asset', meaning: 'A good thing here' } as const
  await does(anna, add)
  await does(anna, add)
  expect(await isRefused(anna, { ...add, id: 'word-two2', word: 'ASSET', meaning: 'Other' })).toBe('word-there')
  await does(anna, { ...add, id: 'word-two2', word: 'Deed' })
  const was = { word: 'Asset', meaning: 'A good thing here' }
  const change = { do: 'change', id: 'word-one1', word: 'Asset', meaning: 'What we have', was } as const
  expect(await isRefused(anna, { ...change, word: 'deed' })).toBe('word-there')
  await does(anna, change)
  await does(anna, change)
  expect(await isRefused(anna, { ...change, meaning: 'Another' })).toBe('word-changed')
  expect(await isRefused(anna, { ...change, id: 'nowhere-' })).toBe('word-changed')
  await does(anna, { do: 'take-out', id: 'word-one1' })
  expect(await isRefused(anna, change)).toBe('word-changed')
  expect(await list(anna)).toEqual(['(Asset: What we have)', 'Deed: A good thing here'])
  await does(anna, { do: 'put-back', id: 'word-one1' })
  expect(await list(anna)).toEqual(['Asset: What we have', 'Deed: A good thing here'])
})

it('[WORK-122] is read by all of the plan, changed by who writes, and holds so many words', async () => {
  const { anna, workshop, room, asks } = await opened()
  const eve = await joins(withy.device(), await invites(anna, { role: 'viewer' }), { name: 'Eve' })
  const add = { do: 'add', id: 'word-more', word: 'More', meaning: 'Meaning' } as const
  expect(await list(eve)).toEqual([])
  expect(await isRefused(eve, add)).toBe('not-allowed')
  expect(await isRefused(anna, { ...add, word: ' ' })).toBe('bad-request')
  expect(await isRefused(anna, { ...add, meaning: 'x'.repeat(LIMIT.why + 1) })).toBe('bad-request')
  const all = Array.from({ length: LIMIT.wordsPerGlossary - 1 }, (_, n) => ({
    ...add,
    id: `word-${n}`,
    word: `Word ${n}`,
  }))
  await withy.store.changeWorkshop({ workshop, parts: [], explained: all })
  await does(anna, add)
  expect(await isRefused(anna, { ...add, id: 'one-too-many', word: 'One too many' })).toBe('glossary-full')
  await asks('asked-new', 'New')
  const explain = { do: 'explain', id: 'asked-new', meaning: 'A meaning' }
  expect(await anna.isRefused('POST', `${room}/take-part`, explain)).toBe('glossary-full')
})

it('[WORK-123] stands at the end of a plan that is taken away, by the alphabet', async () => {
  const anna = await starts(withy)
  for (const word of ['Zebra crossing', 'deeds', 'Commons'])
    await does(anna, { do: 'add', id: `word-${word.length}-${word[0]}123`, word, meaning: `<b>${word}</b>\nof us` })
  await does(anna, { do: 'take-out', id: 'word-5-d123' })
  const { body } = await anna.ask('GET', `/api/plans/${anna.plan}/take-away/html?lang=cy`)
  expect(String(body)).toContain('<a href="#explained">Geiriau wedi’u hesbonio</a>')
  const [, list = ''] = String(body).split('<h2 id="explained">')
  expect(Array.from(list.matchAll(/<p class="name">(.*?)<\/p>\s*<p>(.*?)<\/p>/gs), (m) => `${m[1]}: ${m[2]}`)).toEqual([
    'Commons: &lt;b&gt;Commons&lt;/b&gt;<br>of us',
    'Zebra crossing: &lt;b&gt;Zebra crossing&lt;/b&gt;<br>of us',
  ])
})
