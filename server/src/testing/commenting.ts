import type { SaidInTalk } from '@withy/shared/api'
import type { TalkThread } from '@withy/shared/protocol'
import type { Withy } from './open-withy.ts'
import { joinsAs, type Member, starts } from './people.ts'
import { path, STORY } from './suggesting.ts'

export const said = (id: string, words = `Words of ${id}`, mentions: string[] = []): SaidInTalk => ({
  ...{ id, words, mentions },
})
export const thread = (id: string, more: object = {}) => ({
  ...{ id, kind: 'comment', place: STORY, said: said(`first-of-${id}`) },
  ...more,
})
/** A path within a thread. */
export const of = (id: string, more: string) => `/threads/${id}/${more}`

export const begins = async (member: Member, body: object) =>
  (await member.gets<{ thread: TalkThread }>('POST', path(member, '/threads'), body)).thread
export const isRefused = (member: Member, body: object) => member.isRefused('POST', path(member, '/threads'), body)
export const does = async (member: Member, method: string, at: string, body?: object) =>
  (await member.gets<{ thread: TalkThread }>(method, path(member, at), body)).thread

export const comments = ({ comments }: TalkThread) => comments.map(({ by, words }) => [by, words])

/** A plan of Anna's, with Ben who writes, Cai who comments and Eve who reads. */
export async function fourWhoComment(withy: Withy) {
  const anna = await starts(withy)
  const [ben, cai, eve] = [
    await joinsAs(withy, anna, 'contributor', 'Ben'),
    await joinsAs(withy, anna, 'suggester', 'Cai'),
    await joinsAs(withy, anna, 'viewer', 'Eve'),
  ]
  return { anna, ben, cai, eve }
}
