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
  expect(await said(vera)).toEqual({ said: [], more: [], unsaid: [] })
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
  expect(again).toEqual({ said: before, more: [], unsaid: [] })
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
})

it('[SYNC-165] whoever only takes out words while they type for somebody is told as who did it', async () => {
  const { server, anna, ben, tom, bot, typesFor } = await benTypesForTom()
  const epoch = (await server.store.find(anna.plan))?.epoch ?? ''
  const line = writeParagraph(bot.doc, 'A long garden')
  await stored(bot)
  const before = (await server.store.authorsOf(anna.plan)).length
  typesFor(tom)
  line.delete(0, 3)
  await stored(bot)
  const took = (await server.store.authorsOf(anna.plan)).slice(before)
  expect(took).toMatchObject([{ did: 'deleted', saidFor: tom.person }])
  const wrote = await server.store.writersBetween(anna.plan, { epoch, after: 0, upTo: Number.MAX_SAFE_INTEGER })
  expect(wrote.map(({ person, saidFor }) => [person, saidFor])).toContainEqual([ben.person, null])
  expect(wrote.every(({ saidFor }) => saidFor === null)).toBe(true)
})

it('[SYNC-166] two presses at one time are one: taking it back once takes back both', async () => {
  const { server, tom, bot, typesFor } = await benTypesForTom()
  typesFor(tom)
  writeParagraph(bot.doc, 'I like the river')
  await stored(bot)
  const [passage] = (await said(tom)).said
  const both = await Promise.all([unsays(tom, passage?.id), unsays(tom, passage?.id)])
  // And one that comes later, from a page that has not heard of it.
  for (const { unsaid } of [...both, await unsays(tom, passage?.id)]) expect(unsaid).toHaveLength(1)
  // As it is kept, where both had read the plan before either was kept.
  const [row] = await server.store.unsaidOf(tom.plan)
  if (row) await server.store.keepUnsaid(tom.plan, { ...row, id: 'another' })
  expect(await server.store.unsaidOf(tom.plan)).toHaveLength(1)
  expect(await saysAgain(tom, row?.id)).toMatchObject({ said: [passage], unsaid: [] })
})

it('[SYNC-168] where one person typed very much for another each page is told a part of it, their own words first', async () => {
  const { anna, tom, vera, bot, typesFor } = await benTypesForTom()
  typesFor(vera)
  bot.doc.transact(() => {
    for (let n = 0; n < 320; n++) writeParagraph(bot.doc, `Vera’s line ${n} ${'and on '.repeat(40)}`)
  })
  typesFor(tom)
  writeParagraph(bot.doc, 'I like the river')
  await stored(bot)
  const toTom = await said(tom)
  expect(toTom.said).toHaveLength(300)
  expect(toTom.said.at(-1)).toMatchObject({ words: 'I like the river', for: tom.person })
  expect(toTom.more).toEqual([{ box: TEXT_BOX, count: 21 }])
  expect(toTom.said[0]?.words).toMatch(/^Vera’s line 0 and on .*…$/)
  expect(toTom.said[0]?.words).toHaveLength(121)
  expect((await said(anna)).said.map((one) => one.for)).not.toContain(tom.person)
  await expect(unsays(tom, toTom.said.at(-1)?.id)).resolves.toMatchObject({ unsaid: [{ words: 'I like the river' }] })
})
