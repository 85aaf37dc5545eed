import type { Passages, Writer } from '@withy/shared/api'
import { editLines, linesIn, type RichText, rewordIn, textOfLines, textRoot, type WordsEdit } from '@withy/shared/plan'
import type { Suggestion } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member, starts } from '../testing/people.ts'
import { typesIn } from '../testing/types-in.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const STORY = { box: 'our-story.story', item: null, field: null, words: null }
const LINE = 'I want to live by the sea.'
const paragraph = (text: string): RichText => [{ type: 'paragraph', runs: [{ text }] }]
const writes = (member: Member, text: string) => typesIn(withy, member, (doc) => rewordIn(doc, STORY, paragraph(text)))
const storyIn = (doc: Y.Doc) => textRoot(doc, STORY.box)

/** Each passage of the story, and who wrote it. */
async function wroteIn(member: Member) {
  const path = `/api/plans/${member.plan}/who-wrote`
  const { passages, writers } = await member.gets<{ passages: Passages; writers: Writer[] }>('GET', path)
  const box = passages.boxes[STORY.box]
  const runs = box?.type === 'text' ? box.lines.flatMap((line) => line.runs) : []
  return runs.map(({ text, by = -1 }) => `${text.trim()}: ${writers[by]?.person}`)
}

/** Whose yes other words for the line would need. */
async function needsIn(member: Member): Promise<readonly string[]> {
  const body = {
    id: `other-${member.id}`.slice(0, 30),
    place: STORY,
    why: '',
    was: paragraph(LINE),
    proposed: paragraph('No.'),
  }
  const path = `/api/plans/${member.plan}/talk/suggestions`
  const { suggestion } = await member.gets<{ suggestion: Suggestion }>('POST', path, body)
  return suggestion.changes.flatMap(({ needs }) => needs)
}

async function people() {
  const cat = await starts(withy)
  const [ben, anna] = [
    await joinsAs(withy, cat, 'contributor', 'Ben'),
    await joinsAs(withy, cat, 'contributor', 'Anna'),
  ]
  await writes(anna, LINE)
  return { cat, ben, anna }
}

const makesHeading = (member: Member) =>
  typesIn(withy, member, (doc) => {
    const heading = new Y.XmlElement('heading')
    heading.insert(0, [new Y.XmlText(LINE)])
    storyIn(doc).delete(0, 1)
    storyIn(doc).insert(0, [heading])
  })

describe('[STORE-119] words that are set out otherwise, or brought back', () => {
  it('a line that somebody makes a heading stays whose it was, and other words for it need their yes', async () => {
    const { cat, ben, anna } = await people()
    await makesHeading(ben)
    expect(await wroteIn(cat)).toEqual([`${LINE}: ${anna.id}`])
    await writes(ben, LINE)
    expect(await wroteIn(cat), 'and a paragraph again').toEqual([`${LINE}: ${anna.id}`])
    expect(await needsIn(cat)).toEqual([anna.id])
  })

  it('it is kept when the plan is folded, and told when nothing but that is left of the change', async () => {
    const { cat, ben, anna } = await people()
    await makesHeading(ben)
    const more = (n: number) =>
      typesIn(withy, ben, (doc) => {
        const line = new Y.XmlElement('paragraph')
        line.insert(0, [new Y.XmlText(`${n}`)])
        storyIn(doc).push([line])
      })
    for (let n = 0; n < 120; n++) await more(n)
    await vi.waitFor(async () => expect(await withy.store.movedOf(cat.plan)).toHaveLength(1))
    const { parts } = await withy.live.parts(cat.plan)
    expect(parts.length, 'changes that are left').toBeLessThan(120)
    expect((await wroteIn(cat))[0]).toBe(`${LINE}: ${anna.id}`)
  })

  it('a sentence that somebody takes out by mistake and brings back is not theirs', async () => {
    const { cat, ben, anna } = await people()
    const { epoch, parts } = await withy.live.parts(cat.plan)
    const doc = new Y.Doc()
    for (const part of parts) Y.applyUpdate(doc, part)
    const undo = new Y.UndoManager(storyIn(doc), { captureTimeout: 0, trackedOrigins: new Set(['ben']) })
    const sent: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => sent.push(update))
    doc.transact(() => ((storyIn(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, LINE.length), 'ben')
    undo.undo()
    for (const update of sent) await withy.live.write(cat.plan, ben.id, { epoch, update })
    expect(await wroteIn(cat)).toEqual([`${LINE}: ${anna.id}`])
  })

  it('words that one person took out are nobody else’s to bring back in the name of a third', async () => {
    const { cat, ben, anna } = await people()
    await typesIn(withy, ben, (doc) => storyIn(doc).delete(0, 1))
    await writes(cat, LINE)
    expect(await wroteIn(cat)).toEqual([`${LINE}: ${cat.id}`])
    expect(await wroteIn(cat)).not.toContain(anna.id)
  })

  it('[PLAN-119] a line that somebody cuts in two in a simple box, writes more in and joins again stays whose it was', async () => {
    const { cat, ben, anna } = await people()
    await inLines(ben, (text) => ({ at: text.indexOf(' by the sea'), removed: 0, inserted: '\nWhere? Here:' }))
    expect(await wroteIn(cat)).toEqual([
      `I want to live: ${anna.id}`,
      `Where? Here:: ${ben.id}`,
      `by the sea.: ${anna.id}`,
    ])
    await inLines(ben, () => ({ at: 'I want to live'.length, removed: '\nWhere? Here:'.length, inserted: '' }))
    expect(await wroteIn(cat)).toEqual([`${LINE}: ${anna.id}`])
  })
})

/** Each change of a simple box goes to the server by itself, as it does from a page. */
async function inLines(member: Member, edit: (text: string) => WordsEdit) {
  const { epoch, parts } = await withy.live.parts(member.plan)
  const doc = new Y.Doc()
  for (const part of parts) Y.applyUpdate(doc, part)
  const sent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => sent.push(update))
  editLines(storyIn(doc), edit(textOfLines(linesIn(storyIn(doc)) ?? [])))
  for (const update of sent) await withy.live.write(member.plan, member.id, { epoch, update })
}
