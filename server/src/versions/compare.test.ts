import type { Passages, Version, Writer } from '@withy/shared/api'
import {
  addItem,
  type Change,
  type Comparison,
  moveItem,
  removeItem,
  retitleSection,
  setCell,
  setTick,
} from '@withy/shared/plan'
import { encodeTypeFor } from '@withy/shared/protocol'
import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Bot } from '../testing/bot.ts'
import { asks, type Guest, joinPlan, removePerson } from '../testing/guests.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX, writeParagraph } from '../testing/writer.ts'

const LIST_BOX = 'living-map.have'
type Compared = { before: Version; after: Version; changes: Comparison; writers: Writer[] }

const saved = async (...bots: Bot[]) => {
  for (const bot of bots) await until(() => expect(bot.acked()).toBe(bot.sent()))
}
const nameIt = async (by: Guest, name: string) =>
  (await asks<{ version: Version }>(by, 'POST', `/api/plans/${by.plan}/versions`, { name, of: 'now' })).version.id
const compare = (by: Guest, one: string, other = 'now') =>
  asks<Compared>(by, 'GET', `/api/plans/${by.plan}/versions/${one}/changes/${other}`)

/** Everybody's document has the same. */
const together = (...docs: Y.Doc[]) =>
  until(() => expect(new Set(docs.map((doc) => JSON.stringify(doc.getMap(LIST_BOX)))).size).toBe(1))

it('[STORE-114] who put in and who took out, between two versions, is the person the server knew for those very words', async () => {
  const { anna, ben } = await twoPeople()
  const cara = await joinPlan(anna, 'Cara', 'contributor')
  const [annas, bens, caras] = [await syncedBot(anna), await syncedBot(ben), await syncedBot(cara)]
  writeParagraph(annas.doc, 'We meet at the old mill')
  const gate = addItem(annas.doc, { key: LIST_BOX, shape: 'asset', cells: { what: 'Gate' } })
  const barn = addItem(annas.doc, { key: LIST_BOX, shape: 'asset', cells: { what: 'Barn' } })
  await saved(annas)
  await together(annas.doc, bens.doc, caras.doc)
  const before = await nameIt(anna, 'Before')

  const his = bens.doc.getXmlFragment(TEXT_BOX).get(0) as Y.XmlElement
  ;(his.get(0) as Y.XmlText).delete('We meet at the '.length, 4)
  bens.send(encodeTypeFor(cara.person))
  ;(his.get(0) as Y.XmlText).insert('We meet at the mill'.length, ' with Cara')
  bens.send(encodeTypeFor(null))
  removeItem(bens.doc, LIST_BOX, gate)
  await saved(bens)
  setCell(caras.doc, LIST_BOX, barn, 'what', 'Big barn')
  const tree = addItem(caras.doc, { key: LIST_BOX, shape: 'asset', cells: { what: 'Tree' } })
  moveItem(caras.doc, LIST_BOX, tree, 'up')
  retitleSection(caras.doc, 'place', 'Where we are')
  await saved(caras)
  await removePerson(anna, cara)

  const { changes, writers, before: older, after: newer } = await compare(anna, 'now', before)
  expect([older.name, newer.kind]).toEqual(['Before', 'now'])
  const name = (by: readonly number[] = []) =>
    by.map((n) => {
      const writer = writers[n]
      const called = new Map([
        [anna.person, 'Anna'],
        [ben.person, 'Ben'],
        [cara.person, 'Cara'],
      ])
      return `${called.get(writer?.person ?? '')}${writer?.for ? ` for ${called.get(writer.for)}` : ''}`
    })
  const told = changes.changes.map((change: Change) => {
    if (change.what === 'text')
      return change.lines.flatMap(({ parts }) => parts.map(({ is, text, by }) => `${is} ${text}: ${name(by)}`))
    if (change.what === 'item' && change.cells)
      return change.cells.flatMap((cell) =>
        'parts' in cell ? cell.parts.map(({ is, text, by }) => `${is} ${text}: ${name(by)}`) : [],
      )
    return `${change.what} ${change.what === 'item' ? `${change.did} ${change.item.cells.what}` : ''}: ${name('by' in change ? change.by : [])}`
  })
  expect(told.flat().toSorted()).toEqual(
    [
      'same We meet at the : ',
      'taken-out old : Ben',
      'same mill: ',
      'added  with Cara: Ben for Cara',
      'item taken-out Gate: Ben',
      'item added Tree: Cara',
      'added Big barn: Cara',
      'taken-out Barn: Cara',
      'title : Cara',
    ].toSorted(),
  )
})

it('[STORE-115] says of each passage of the plan who wrote it, and for whom; people who left too', async () => {
  const { anna, ben } = await twoPeople()
  const [annas, bens] = [await syncedBot(anna), await syncedBot(ben)]
  writeParagraph(annas.doc, 'The mill')
  const gate = addItem(annas.doc, { key: LIST_BOX, shape: 'asset', cells: { what: 'Gate' } })
  await saved(annas)
  await together(annas.doc, bens.doc)
  bens.send(encodeTypeFor(anna.person))
  ;((bens.doc.getXmlFragment(TEXT_BOX).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(8, ' stands')
  await saved(bens)
  bens.send(encodeTypeFor(null))
  setTick(bens.doc, LIST_BOX, gate, 'keeper', anna.person, true)
  await saved(bens)
  await removePerson(anna, ben)
  const { passages, writers } = await asks<{ passages: Passages; writers: Writer[] }>(
    anna,
    'GET',
    `/api/plans/${anna.plan}/who-wrote`,
  )
  const text = passages.boxes[TEXT_BOX]
  const runs = text?.type === 'text' ? text.lines.flatMap((line) => line.runs) : []
  expect(runs.map(({ text, by }) => [text, writers[by ?? -1]])).toEqual([
    ['The mill', { person: anna.person, for: null }],
    [' stands', { person: ben.person, for: anna.person }],
  ])
  const list = passages.boxes[LIST_BOX]
  const [item] = list?.type === 'list' ? list.items : []
  expect(item?.by.map((n) => writers[n]?.person)).toEqual([anna.person])
  expect(item?.words.what?.map(({ text, by }) => [text, writers[by ?? -1]?.person])).toEqual([['Gate', anna.person]])
  expect(item?.set.keeper?.map((n) => writers[n]?.person)).toEqual([ben.person])
  expect(Object.keys(passages.boxes).toSorted()).toEqual([LIST_BOX, TEXT_BOX].toSorted())
})
