import { type RichText, readRichText, rewordIn, textRoot, wordsOfText } from '@withy/shared/plan'
import type { Suggestion } from '@withy/shared/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member, starts } from '../testing/people.ts'
import { typesIn } from '../testing/types-in.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const STORY = { box: 'our-story.story', item: null, field: null, words: null }
const REST = 'Cats sleep. Dogs bark. Trees grow. Ducks swim.'
const HERS = 'I want to live by the sea.'

const paragraph = (text: string): RichText => [{ type: 'paragraph', runs: [{ text }] }]
const path = ({ plan }: Member, more = '') => `/api/plans/${plan}/talk/suggestions${more}`
const writes = (member: Member, text: string) => typesIn(withy, member, (doc) => rewordIn(doc, STORY, paragraph(text)))
const wordsIn = async ({ plan }: Member) =>
  wordsOfText(readRichText(textRoot(await withy.live.current(plan), STORY.box))).join(' ')
async function suggests(member: Member, id: string, proposed: string) {
  const sent = { id, place: STORY, was: paragraph(await wordsIn(member)), proposed: paragraph(proposed), why: '' }
  return (await member.gets<{ suggestion: Suggestion }>('POST', path(member), sent)).suggestion
}
const yes = ({ id, changes }: Suggestion, member: Member) =>
  ['PUT', path(member, `/${id}/decisions`), { accept: changes.map((one) => one.id), keep: [] }] as const

/** Rosa, who only reads, has said one sentence in a text that is Cat's. */
async function people() {
  const cat = await starts(withy)
  const rosa = await joinsAs(withy, cat, 'viewer', 'Rosa')
  const sue = await joinsAs(withy, cat, 'suggester', 'Sue')
  await writes(rosa, HERS)
  await writes(cat, `${HERS} ${REST}`)
  return { cat, rosa, sue }
}

it('[TALK-26] a sentence that is moved needs the yes of who said it, and stays theirs', async () => {
  const { cat, rosa, sue } = await people()
  const made = await suggests(sue, 'move-one', `${REST} ${HERS}`)
  expect(made.changes.map(({ needs }) => needs.toSorted())).toEqual([[cat.id, rosa.id].toSorted()])
  await cat.gets(...yes(made, cat))
  expect(await wordsIn(cat)).toBe(`${HERS} ${REST}`)
  await rosa.gets(...yes(made, rosa))
  expect(await wordsIn(cat)).toBe(`${REST} ${HERS}`)
  const next = await suggests(cat, 'move-two', `${REST} I want to live in a home.`)
  expect(next.changes[0]?.needs).toContain(rosa.id)
})

it('[TALK-26] a sentence that is put in a second time needs the yes of who said it', async () => {
  const { cat, rosa, sue } = await people()
  const made = await suggests(sue, 'copy-one', `${HERS} ${REST} ${HERS}`)
  expect(made.changes.map(({ needs }) => needs)).toEqual([[rosa.id]])
  await cat.isRefused(...yes(made, cat))
  expect(await wordsIn(cat)).toBe(`${HERS} ${REST}`)
})
