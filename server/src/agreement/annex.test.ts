import { type AnnexThread, checkFile, readCopyMarks, type TalkAnnex } from '@withy/shared/api'
import { stableJson } from '@withy/shared/plan'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256 } from '../sha256.ts'
import type { SuggestionRow } from '../storage/suggestions.ts'
import { asksToAgree, readsPlan, says, sealedAt, seals } from '../testing/agreeing.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { copiesExample, joinsAs, type Member } from '../testing/people.ts'
import { sentence } from '../testing/talk-about.ts'
import { createSealed } from '../versions/sealed.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const FILE = { 'content-type': 'application/octet-stream' }
const WHERE = { box: 'place.where', item: null, field: null, words: null }
const WORDS = 'Is the hall warm? <b>=1+1</b> {name}'

/** A plan of Anna's with Ben, and Cai who says something about it and removes another thing. */
async function street() {
  const anna = await copiesExample(withy)
  const [ben, cai] = [await joinsAs(withy, anna, 'contributor', 'Ben'), await joinsAs(withy, anna, 'suggester', 'Cai')]
  return { anna, ben, cai }
}

const begins = (member: Member, id: string, words: string, more: object = {}) =>
  member.gets('POST', `/api/plans/${member.plan}/talk/threads`, {
    ...{ id, kind: 'comment', place: WHERE, said: { id: `first-of-${id}`, words, mentions: [] } },
    ...more,
  })
const removes = (member: Member, id: string) =>
  member.gets('DELETE', `/api/plans/${member.plan}/talk/threads/${id}/comments/first-of-${id}`)

/** Cai offers other words: nobody has said anything to one change, Ben has used the other. */
const offered = (ben: Member, cai: Member): SuggestionRow => {
  const change = { was: [sentence('The mill.')], becomes: [], before: '', after: '', needs: [], yes: [], fate: null }
  const fate = { is: 'accepted', by: ben.id, at: 5, client: 77 } as const
  return {
    ...{ id: 'offered-by-cai', place: WHERE, by: cai.id, at: 4, why: 'Shorter', accepting: null },
    changes: [
      { ...change, id: 'c1' },
      { ...change, id: 'c2', fate },
    ],
  }
}

async function sealsOne(anna: Member, ben: Member, annex: boolean): Promise<number> {
  const round = await asksToAgree(anna, [ben])
  await says(ben, round.id, 'agree')
  return seals(anna, round.id, '', annex)
}
const annexOf = async (member: Member, number: number) =>
  (await member.gets<{ annex: TalkAnnex }>('GET', `/api/plans/${member.plan}/sealed/${number}/annex`)).annex
const take = (member: Member, format: string, more: string, number: number | null = null) =>
  member.ask(
    'GET',
    `/api/plans/${member.plan}/${number === null ? '' : `sealed/${number}/`}take-away/${format}?lang=en${more}`,
  )

it('[TALK-80] nothing that is said about a plan changes what people agree to: neither its fingerprint nor an answer', async () => {
  const { anna, ben, cai } = await street()
  const { fingerprint } = await readsPlan(anna)
  const round = await asksToAgree(anna, [ben])
  await says(ben, round.id, 'agree')
  await begins(cai, 'thread-about-heat', WORDS)
  expect((await readsPlan(anna)).fingerprint).toBe(fingerprint)
  const number = await seals(anna, round.id)
  const { record, edition } = await sealedAt(anna, number)
  expect(record).toMatchObject({ fingerprint, answers: [{ name: 'Ben', ofTheseWords: true }] })
  expect(JSON.stringify([record, edition])).not.toContain('hall warm')
})

it('[TALK-82] [TALK-83] what was said is kept beside a sealed version where the group wishes: by name, as it read then, for good', async () => {
  const { anna, ben, cai } = await street()
  await begins(cai, 'thread-about-heat', WORDS)
  await begins(cai, 'thread-that-goes', 'Said too fast')
  await removes(cai, 'thread-that-goes')
  await begins(ben, 'thread-what-is-it', 'Asset?', { kind: 'meaning' })
  const { epoch } = await withy.live.parts(anna.plan)
  const words = { quote: 'rota', before: '', after: '', from: 'AA==', to: 'AA==', epoch }
  await begins(cai, 'thread-about-rota', '', { kind: 'meaning', place: { ...WHERE, words } })
  const means = { word: 'Rota', meaning: 'A list of who works when' }
  await ben.gets('POST', `/api/plans/${anna.plan}/talk/threads/thread-about-rota/meaning`, means)
  await withy.store.addSuggestion(anna.plan, offered(ben, cai), {
    ...{ perPlan: 9, lettersPerPlan: 9_000, waitingPerPerson: 9, lettersPerPerson: 9_000 },
  })
  const { fingerprint } = await readsPlan(anna)
  const number = await sealsOne(anna, ben, true)
  const annex = await annexOf(cai, number)
  const said = annex.threads.map(({ kind, comments: [first] }: AnnexThread) => [kind, first?.name, first?.words])
  expect(said).toEqual([
    ['comment', 'Cai', WORDS],
    ['comment', 'Cai', null],
    ['meaning', null, 'Asset?'],
    ['meaning', null, ''],
  ])
  expect(annex.threads.map(({ explained }) => explained)).toEqual([undefined, undefined, undefined, means])
  expect(annex.threads[0]?.about).toMatchObject({ box: 'place.where', isThere: true, section: { en: 'Our place' } })
  expect(annex.suggestions).toMatchObject([
    {
      ...{ name: 'Cai', why: 'Shorter' },
      changes: [
        { needs: [], yes: [], fate: null },
        { needs: [], fate: { is: 'accepted', name: 'Ben' } },
      ],
    },
  ])
  for (const { id } of [anna, ben, cai]) expect(JSON.stringify(annex)).not.toContain(id)
  const { record, edition } = await sealedAt(anna, number)
  expect(record.fingerprint).toBe(fingerprint)
  expect(record.kept.annex).toBe(sha256(stableJson(annex)))
  expect(JSON.stringify(edition)).not.toContain('hall warm')
  // What is said and removed later is of another day.
  await removes(cai, 'thread-about-heat')
  expect(await annexOf(ben, number)).toEqual(annex)
})

it('[TALK-82] nothing is kept beside it unless the group wishes', async () => {
  const { anna, ben, cai } = await street()
  await begins(cai, 'thread-about-heat', WORDS)
  const number = await sealsOne(anna, ben, false)
  expect((await sealedAt(anna, number)).record.kept).toEqual({ plan: expect.any(String), document: expect.any(String) })
  expect(await anna.isRefused('GET', `/api/plans/${anna.plan}/sealed/${number}/annex`)).toBe('not-found')
})

it('[TALK-84] [TALK-86] a copy has what was said only where it was asked for, and of an agreed version what is kept beside it alone', async () => {
  const { anna, ben, cai } = await street()
  await begins(cai, 'thread-about-heat', WORDS)
  const [bare, kept] = [await sealsOne(anna, ben, false), await sealsOne(anna, ben, true)]
  await begins(cai, 'thread-of-later', 'Said later')
  const text = async (more: string, number: number | null = null) =>
    String((await take(anna, 'txt', more, number)).body)
  const markOf = (copy: string) => readCopyMarks(copy)[0]?.talk

  expect(await text('')).not.toContain('hall warm')
  expect(await text('&talk=annex')).toMatch(/Is the hall warm.*Said later/s)
  // Only Word has comments of its own; what is no choice is as if it were not said.
  expect(await text('&talk=native')).toContain('Said later')
  expect(await text('&talk=everything')).not.toContain('Said later')
  // With chosen sections goes nothing else that people said.
  expect(await text('&talk=annex&sections=place')).not.toContain('hall warm')

  const copy = await text('&talk=annex', kept)
  expect(copy).toContain('Is the hall warm')
  expect(copy).not.toContain('Said later')
  expect(markOf(copy)).toBe('annex')
  expect(markOf(await text('', kept))).toBeUndefined()
  const without = await text('&talk=annex', bare)
  expect(without).not.toContain('hall warm')
  expect(markOf(without)).toBeUndefined()
  expect(without).toBe(await text('', bare))
})

it('[EXPORT-8] a copy with what was said has a name that says so, and how it is in it', async () => {
  const { anna, ben, cai } = await street()
  await begins(cai, 'thread-about-heat', WORDS)
  const number = await sealsOne(anna, ben, true)
  const named = async (format: string, more: string, of: number | null) =>
    /filename="[^"(]*\((.*)\)\./.exec(
      (await take(anna, format, more, of)).headers.get('content-disposition') ?? '',
    )?.[1]
  expect([
    await named('docx', '', number),
    await named('docx', '&talk=annex', number),
    await named('docx', '&talk=native', number),
    await named('csv', '&talk=annex', number),
    await named('txt', '&talk=annex', null),
    await named('txt', '&talk=annex&sections=place', null),
    await named('txt', '&talk=annex&lang=cy', null),
  ]).toEqual([
    'Agreed version 1',
    'Agreed version 1, with comments',
    'Agreed version 1, with comments beside the words',
    'Agreed version 1',
    'DRAFT, with comments',
    'DRAFT',
    'DRAFT, with comments',
  ])
})

it('[TALK-87] a copy with what was said is checked as any other: it is the agreed one, and a changed word of the plan makes it a changed one', async () => {
  const { anna, ben, cai } = await street()
  await begins(cai, 'thread-about-heat', WORDS)
  const number = await sealsOne(anna, ben, true)
  const checks = async (file: string) =>
    (await withy.device().ask('POST', checkFile.path, file, FILE)).body as { is: string; isPart?: boolean }
  for (const format of ['html', 'json']) {
    const { body } = await take(anna, format, '&talk=annex', number)
    const copy = typeof body === 'string' ? body : JSON.stringify(body)
    expect(copy).toContain('Is the hall warm?')
    expect(await checks(copy), format).toMatchObject({ is: 'agreed', isPart: false, hasTalk: true })
    expect(await checks(`${copy}\n`), format).toMatchObject({ is: 'agreed', hasTalk: true })
    expect(await checks(copy.replace('Charging groups', 'Barging groups')), format).toMatchObject({ is: 'changed' })
    expect(await checks(copy.replace('Is the hall warm?', 'Is the hall cold?')), format).toMatchObject({
      is: 'changed',
      hasTalk: true,
    })
  }
  expect((await createSealed(withy).annexAt(anna.plan, '1'))?.threads).toHaveLength(1)
}, 60_000)
