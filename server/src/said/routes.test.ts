import type { Said, Writer } from '@withy/shared/api'
import { addItem, boxesOf, removeItem, SHAPES, TEMPLATES } from '@withy/shared/plan'
import { encodeTypeFor } from '@withy/shared/protocol'
import { expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import type { Bot } from '../testing/bot.ts'
import { asks, type Guest, joinPlan } from '../testing/guests.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { LIST_BOX, TEXT_BOX, wordsOf, writeParagraph } from '../testing/writer.ts'

const [, LIST] = [...boxesOf(TEMPLATES.area)].find(([, box]) => box.type === 'list') ?? []
const SHAPE = LIST?.type === 'list' ? LIST.shape : 'action'
const FIELD = SHAPES[SHAPE].fields.find(({ type }) => type === 'words')?.id ?? ''

const path = ({ plan }: Guest) => `/api/plans/${plan}`
const said = (by: Guest) => asks<Said>(by, 'GET', `${path(by)}/said`)
const unsays = (by: Guest, passage = '') => asks<Said>(by, 'POST', `${path(by)}/unsaid`, { passage })
const saysAgain = (by: Guest, unsaid = '') => asks<Said>(by, 'DELETE', `${path(by)}/unsaid/${unsaid}`)
const writers = async (by: Guest) => (await asks<{ writers: Writer[] }>(by, 'GET', `${path(by)}/who-wrote`)).writers
const stored = (bot: Bot) => until(() => expect(bot.acked()).toBe(bot.sent()))

/** A plan of Anna's in which Ben types for Tom; Vera only reads. */
async function benTypesForTom() {
  const two = await twoPeople()
  const [tom, vera] = [await joinPlan(two.anna, 'Tom', 'contributor'), await joinPlan(two.anna, 'Vera', 'viewer')]
  const bot = await syncedBot(two.ben)
  writeParagraph(bot.doc, 'Ben’s own words')
  const typesFor = (guest: Guest | null) => bot.send(encodeTypeFor(guest?.person ?? null))
  return { ...two, tom, vera, bot, typesFor }
}

it('[SYNC-162] of each line and item it is told who said it and who typed it, to everybody of the plan', async () => {
  const { ben, tom, vera, bot, typesFor } = await benTypesForTom()
  expect(await said(vera)).toEqual({ said: [], unsaid: [] })
  typesFor(tom)
  const line = writeParagraph(bot.doc, 'I like the river')
  const item = addItem(bot.doc, { key: LIST_BOX, shape: SHAPE, cells: { [FIELD]: 'The boat club' } })
  typesFor(null)
  addItem(bot.doc, { key: LIST_BOX, shape: SHAPE, cells: { [FIELD]: 'Ben’s own find' } })
  line.insert(line.length, ' (he smiled)')
  await stored(bot)
  const { said: found } = await said(vera)
  const by = { person: ben.person, for: tom.person }
  expect(found).toHaveLength(2)
  expect(found).toContainEqual({ id: expect.any(String), box: TEXT_BOX, item: null, words: 'I like the river', ...by })
  expect(found).toContainEqual({ id: expect.any(String), box: LIST_BOX, item, words: 'The boat club', ...by })
})

it('[SYNC-162] a hall that asks all at once has the plan read once', async () => {
  const { server, anna, tom, vera, bot, typesFor } = await benTypesForTom()
  typesFor(tom)
  writeParagraph(bot.doc, 'I like the river')
  await stored(bot)
  const reads = vi.spyOn(server.store, 'authorsOf')
  const first = await said(vera)
  const all = await Promise.all([anna, tom, vera, anna, tom].map(said))
  for (const { said: found } of all) expect(found).toEqual(first.said)
  expect(reads).toHaveBeenCalledOnce()
})

it('[SYNC-163] who did not say words says so: they stay, and are the typist’s alone until that is taken back', async () => {
  const { anna, ben, tom, vera, bot, typesFor } = await benTypesForTom()
  typesFor(tom)
  writeParagraph(bot.doc, 'I like the river')
  writeParagraph(bot.doc, 'I want to move out')
  await stored(bot)
  const before = (await said(tom)).said
  expect(before.map(({ words }) => words)).toEqual(['I like the river', 'I want to move out'])
  const second = before[1]?.id
  // Nobody says it for another: not who typed it, nor who leads the plan.
  for (const other of [ben, anna, vera]) await expect(unsays(other, second)).rejects.toThrow('words-changed')
  await expect(unsays(tom, '1.2')).rejects.toThrow('words-changed')

  const now = await unsays(tom, second)
  expect(now.said.map(({ words }) => words)).toEqual(['I like the river'])
  expect(now.unsaid).toMatchObject([{ words: 'I want to move out', person: ben.person, for: tom.person, item: null }])
  expect(wordsOf(bot.doc)).toContain('I want to move out')
  await until(() => expect(bot.messages).toContainEqual({ type: 'said' }))
  // Who typed them and who leads the plan are told; nobody else.
  expect((await said(ben)).unsaid).toEqual(now.unsaid)
  expect((await said(anna)).unsaid).toEqual(now.unsaid)
  expect((await said(vera)).unsaid).toEqual([])
  expect(await writers(vera)).toContainEqual({ person: ben.person, for: null })

  const unsaid = now.unsaid[0]?.id
  await saysAgain(ben, unsaid)
  expect((await said(tom)).unsaid).toHaveLength(1)
  const again = await saysAgain(tom, unsaid)
  expect(again).toEqual({ said: before, unsaid: [] })
})

it('[SYNC-163] what is typed for them later in the same line is theirs', async () => {
  const { tom, ben, bot, typesFor } = await benTypesForTom()
  typesFor(tom)
  const line: Y.XmlText = writeParagraph(bot.doc, 'I want to move out')
  await stored(bot)
  await unsays(tom, (await said(tom)).said[0]?.id)
  line.insert(line.length, ' and sing')
  await stored(bot)
  await until(async () => expect((await said(ben)).said.map(({ words }) => words)).toEqual(['and sing']))
  const bytes = JSON.stringify(await asks(ben, 'GET', `${path(ben)}/who-wrote`))
  expect(bytes).toContain('I want to move out')
  expect(await writers(ben)).toEqual([
    { person: ben.person, for: null },
    { person: ben.person, for: tom.person },
  ])
})

it('[SYNC-163] it is told as long as any of those words stand: what was taken out is shown to nobody any more', async () => {
  const { anna, ben, tom, bot, typesFor } = await benTypesForTom()
  typesFor(tom)
  const line = writeParagraph(bot.doc, 'I want to move out')
  const item = addItem(bot.doc, { key: LIST_BOX, shape: SHAPE, cells: { [FIELD]: 'The boat club' } })
  typesFor(null)
  await stored(bot)
  for (const { id } of (await said(tom)).said) await unsays(tom, id)
  // Nothing is taken back by it, and what is remembered for a moment is read anew.
  const toldOf = async (by: Guest) => (await saysAgain(by, 'none')).unsaid.map(({ words }) => words).toSorted()
  expect(await toldOf(anna)).toEqual(['I want to move out', 'The boat club'])
  line.delete(1, line.length - 1)
  await stored(bot)
  expect(await toldOf(anna)).toEqual(['I want to move out', 'The boat club'])
  line.delete(0, 1)
  await stored(bot)
  for (const by of [anna, ben, tom]) expect(await toldOf(by)).toEqual(['The boat club'])
  removeItem(bot.doc, LIST_BOX, item)
  await stored(bot)
  expect(await toldOf(tom)).toEqual([])
})

it('[SYNC-163] whoever wrote since a version is told so too, also of what was taken out of those words again', async () => {
  const { server, anna, ben, tom, bot, typesFor } = await benTypesForTom()
  const epoch = (await server.store.find(anna.plan))?.epoch ?? ''
  const all = { epoch, after: 0, upTo: Number.MAX_SAFE_INTEGER }
  const wrote = async () =>
    new Set((await server.store.writersBetween(anna.plan, all)).map(({ person, saidFor }) => `${person} ${saidFor}`))
  const [own, forTom] = [`${ben.person} null`, `${ben.person} ${tom.person}`]
  typesFor(tom)
  const line = writeParagraph(bot.doc, 'I want to move owt')
  line.delete(line.length - 2, 2)
  line.insert(line.length, 'ut')
  await stored(bot)
  expect(await wrote()).toEqual(new Set([own, forTom]))
  const { unsaid } = await unsays(tom, (await said(tom)).said[0]?.id)
  expect(await wrote()).toEqual(new Set([own]))
  await saysAgain(tom, unsaid[0]?.id)
  expect(await wrote()).toEqual(new Set([own, forTom]))
  // What was taken out of other words for them is no part of it.
  await unsays(tom, (await said(tom)).said[0]?.id)
  typesFor(null)
  const bens = writeParagraph(bot.doc, 'Ben’s garden')
  typesFor(tom)
  bens.delete(0, 3)
  await stored(bot)
  expect(await wrote()).toEqual(new Set([own, forTom]))
})
