import type { Passages, Talk, Writer } from '@withy/shared/api'
import { boxIn, type RichText, readPlan, rewordIn, type Wording, wordsOfText } from '@withy/shared/plan'
import type { Suggestion, TalkChanged, TalkPlace } from '@withy/shared/protocol'
import { vi } from 'vitest'
import * as Y from 'yjs'
import type { Withy } from './open-withy.ts'
import { joinsAs, type Member, starts } from './people.ts'
import { typesIn } from './types-in.ts'

export const STORY: TalkPlace = { box: 'our-story.story', item: null, field: null, words: null }
export const LIST = 'living-map.do'
export const paragraph = (text: string): RichText => [{ type: 'paragraph', runs: [{ text }] }]

export const path = ({ plan }: Member, more = '') => `/api/plans/${plan}/talk${more}`
export const body = (id: string, was: Wording, proposed: unknown, more: object = {}) => ({
  ...{ id, place: STORY, was, proposed, why: 'Kinder' },
  ...more,
})
export const suggests = async (member: Member, sent: object) =>
  (await member.gets<{ suggestion: Suggestion }>('POST', path(member, '/suggestions'), sent)).suggestion
export const notSuggested = (member: Member, sent: object) =>
  member.isRefused('POST', path(member, '/suggestions'), sent)

type Says = { readonly accept?: readonly string[]; readonly keep?: readonly string[] }
export const decision = (member: Member, id: string, { accept = [], keep = [] }: Says) =>
  ['PUT', path(member, `/suggestions/${id}/decisions`), { accept, keep }] as const
export const decides = async (member: Member, id: string, says: Says) =>
  (await member.gets<{ suggestion: Suggestion }>(...decision(member, id, says))).suggestion
export const mayNot = (member: Member, id: string, says: Says) => member.isRefused(...decision(member, id, says))
export const withdraws = async (member: Member, id: string) =>
  (await member.gets<{ suggestion: Suggestion }>('DELETE', path(member, `/suggestions/${id}`))).suggestion

export const talk = (member: Member) => member.gets<Talk>('GET', path(member))
export const answeredAt = async (member: Member, box: string) =>
  (await member.gets<{ suggestions: Suggestion[] }>('GET', path(member, `/boxes/${box}/answered`))).suggestions
export const seen = async (member: Member, id: string) => {
  const { suggestions, answered } = await talk(member)
  const box = answered.find((one) => one.id === id)?.place.box
  const found = [...suggestions, ...(box ? await answeredAt(member, box) : [])].find((one) => one.id === id)
  if (!found) throw new Error(`there is no suggestion ${id}`)
  return found
}
/** What a change is waiting for or came to, in a word each. */
export const states = ({ changes }: Suggestion) => changes.map(({ needs, yes, fate }) => fate?.is ?? [needs, yes])
export const ids = ({ changes }: Suggestion) => changes.map(({ id }) => id)

/** Somebody writes the box so. */
export const writes = (withy: Withy, member: Member, text: RichText, box = STORY.box) =>
  typesIn(withy, member, (doc) => rewordIn(doc, { ...STORY, box }, text))
export const wordsIn = async (withy: Withy, { plan }: Member, box = STORY.box) => {
  const content = boxIn(readPlan(await withy.live.current(plan), 'area'), box)
  return content?.type === 'text' ? wordsOfText(content.text).join(' ') : ''
}
export const documentIn = async (withy: Withy, { plan }: Member) =>
  Buffer.from(Y.encodeStateAsUpdate(await withy.live.current(plan))).toString('base64')

/** A plan of Anna's, with Ben who writes, Sue who suggests and Rosa who reads, and whose words the story is. */
export async function four(withy: Withy, words = 'I like the orchard. Buses never come. We meet on Mondays.') {
  const anna = await starts(withy)
  const [ben, sue, rosa] = [
    await joinsAs(withy, anna, 'contributor', 'Ben'),
    await joinsAs(withy, anna, 'suggester', 'Sue'),
    await joinsAs(withy, anna, 'viewer', 'Rosa'),
  ]
  await writes(withy, rosa, paragraph(words))
  return { anna, ben, sue, rosa, was: paragraph(words) }
}

export const TWO = paragraph('I love the orchard. Buses never come. We meet each Monday.')

/** The words of the story, and who wrote them by the server's record. */
export async function writersIn(member: Member) {
  const path = `/api/plans/${member.plan}/who-wrote`
  const { passages, writers } = await member.gets<{ passages: Passages; writers: Writer[] }>('GET', path)
  const box = passages.boxes[STORY.box]
  const runs = box?.type === 'text' ? box.lines.flatMap((line) => line.runs) : []
  return runs.map(({ text, by = -1 }) => [text.trim(), writers[by]] as const)
}
export const writersOf = async (member: Member) =>
  (await writersIn(member)).map(([text, by]) => [text, by?.person] as const)

export async function told(withy: Withy, act: () => Promise<unknown>): Promise<TalkChanged[]> {
  const tell = vi.spyOn(withy.live, 'tell')
  await act()
  const messages = tell.mock.calls.map(([, message]) => message)
  tell.mockRestore()
  return messages.filter((message) => message.type === 'talk')
}
