import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildPlan } from '../../testing/index.ts'
import {
  addItem,
  compared,
  easyKey,
  editionOf,
  fingerprint,
  type Plan,
  photoOf,
  photoPicture,
  readPlan,
  restorePlan,
  setCell,
  sidesOfFacts,
  sidesOfRow,
  valueInWords,
  writePlan,
} from '../index.ts'

const ID = 'yZ0_-'.repeat(9).slice(0, 43)
const OTHER = 'a'.repeat(43)
const ROW = { words: 'Anna helps me.', picture: photoPicture(ID), 'photo-words': 'Anna, laughing' }
const PLACE = easyKey('place')

const planWith = (row: Record<string, string>): Plan => buildPlan('area', { easy: { place: [row] } })
const edition = (plan: Plan) => editionOf({ title: 'Ours', plan, names: new Map(), explained: [] })
const printWith = (row: Record<string, string>) => fingerprint(edition(planWith(row)))
const rowIn = (plan: Plan) => {
  const box = edition(plan)
    .parts.flatMap(({ sections }) => sections.flatMap(({ boxes }) => boxes))
    .find(({ key }) => key === PLACE)
  if (box?.type !== 'list' || !box.items[0]) throw new Error('the row is in no box')
  return box.items[0]
}
const docOf = (plan: Plan): Y.Doc => {
  const doc = new Y.Doc()
  writePlan(doc, plan)
  return doc
}
const cellsIn = (doc: Y.Doc) => {
  const box = readPlan(doc, 'area').boxes[PLACE]
  return box?.type === 'list' ? box.items.map(({ cells, other }) => ({ cells, other })) : []
}

describe('a photo of the group’s own beside a row', () => {
  it('[EASY-42] is named by the hash of its bytes, and is kept with what it shows', () => {
    expect(photoOf(photoPicture(ID))).toBe(ID)
    const doc = docOf(planWith(ROW))
    expect(cellsIn(doc)).toEqual([{ cells: ROW, other: undefined }])
    const before = readPlan(doc, 'area')
    setCell(doc, PLACE, 'easy-0', 'picture', 'tea')
    expect(cellsIn(doc)[0]?.cells.picture).toBe('tea')
    restorePlan(doc, before)
    expect(cellsIn(doc)[0]?.cells).toEqual(ROW)
  })

  it.each([
    'photo:',
    `photo:${ID}a`,
    `photo:${ID.slice(1)}`,
    `photo:${ID.slice(1)}/`,
    `Photo:${ID}`,
    `${photoPicture(ID)}\n`,
    `photo:../${ID.slice(3)}`,
    'tea',
    '',
  ])('[EASY-42] is not %j, which is a picture of ours or words, and nothing throws', (strange) => {
    expect(photoOf(strange)).toBeNull()
    const doc = new Y.Doc()
    const id = addItem(doc, { key: PLACE, shape: 'easy', cells: { words: 'Tea.' } })
    setCell(doc, PLACE, id, 'picture', strange)
    const [row] = cellsIn(doc)
    if (strange === 'tea') expect(row?.cells.picture).toBe('tea')
    else expect([row?.cells.picture, row?.other?.join('') ?? '']).toEqual([undefined, strange])
  })

  it('[EASY-43] stands in the edition with what it shows, and the fingerprint is of the very photo and its words', () => {
    const said = (lang: 'en' | 'cy') =>
      rowIn(planWith(ROW)).facts.map(({ label, value }) => `${label[lang]}: ${valueInWords(value, lang)}`)
    expect(said('en')).toEqual(['Picture: A photo of our own', 'What the photo shows: Anna, laughing'])
    expect(said('cy')).toEqual(['Llun: Llun ein hunain', 'Beth mae’r llun yn ei ddangos: Anna, laughing'])
    const prints = [
      ROW,
      { ...ROW, picture: photoPicture(OTHER) },
      { ...ROW, picture: 'tea' },
      { ...ROW, 'photo-words': 'Ben, laughing' },
    ].map(printWith)
    expect(new Set(prints).size).toBe(prints.length)
    expect(printWith({ ...ROW })).toBe(prints[0])
  })

  it('[EASY-43] what it shows is no side of the row: those are the sentence, in one language and another', () => {
    expect(sidesOfRow({ cells: ROW }, 'en', null).map(({ words }) => words)).toEqual(['Anna helps me.'])
    expect(sidesOfFacts(rowIn(planWith(ROW)), 'en', null).map(({ words }) => words)).toEqual(['Anna helps me.'])
  })

  it('[EASY-43] another photo in its place, and other words for it, are told as changes', () => {
    const changes = (row: Record<string, string>) => compared(planWith(ROW), planWith(row)).changes
    expect(changes(ROW)).toEqual([])
    expect(JSON.stringify(changes({ ...ROW, picture: photoPicture(OTHER) }))).toContain(photoPicture(OTHER))
    expect(JSON.stringify(changes({ ...ROW, 'photo-words': 'Ben' }))).toContain('Ben')
  })
})
