import { LIMIT, type Passages, type Talk, type Writer } from '@withy/shared/api'
import {
  addItem,
  boxIn,
  cellWords,
  type RichText,
  readPlan,
  removeItem,
  restoreItem,
  rewordIn,
  textRoot,
  type Wording,
  wordsOfText,
} from '@withy/shared/plan'
import type { Suggestion, TalkChanged, TalkPlace } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { NotWritten } from '../live/live.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member, pathOf, starts } from '../testing/people.ts'
import { typesIn } from '../testing/types-in.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const STORY: TalkPlace = { box: 'our-story.story', item: null, field: null, words: null }
const LIST = 'living-map.do'
const paragraph = (text: string): RichText => [{ type: 'paragraph', runs: [{ text }] }]

const path = ({ plan }: Member, more = '') => `/api/plans/${plan}/talk${more}`
const body = (id: string, was: Wording, proposed: unknown, more: object = {}) => ({
  ...{ id, place: STORY, was, proposed, why: 'Kinder' },
  ...more,
})
const suggests = async (member: Member, sent: object) =>
  (await member.gets<{ suggestion: Suggestion }>('POST', path(member, '/suggestions'), sent)).suggestion
const notSuggested = (member: Member, sent: object) => member.isRefused('POST', path(member, '/suggestions'), sent)

type Says = { readonly accept?: readonly string[]; readonly keep?: readonly string[] }
const decision = (member: Member, id: string, { accept = [], keep = [] }: Says) =>
  ['PUT', path(member, `/suggestions/${id}/decisions`), { accept, keep }] as const
const decides = async (member: Member, id: string, says: Says) =>
  (await member.gets<{ suggestion: Suggestion }>(...decision(member, id, says))).suggestion
const mayNot = (member: Member, id: string, says: Says) => member.isRefused(...decision(member, id, says))
const withdraws = async (member: Member, id: string) =>
  (await member.gets<{ suggestion: Suggestion }>('DELETE', path(member, `/suggestions/${id}`))).suggestion

const talk = (member: Member) => member.gets<Talk>('GET', path(member))
const answeredAt = async (member: Member, box: string) =>
  (await member.gets<{ suggestions: Suggestion[] }>('GET', path(member, `/boxes/${box}/answered`))).suggestions
const seen = async (member: Member, id: string) => {
  const { suggestions, answered } = await talk(member)
  const box = answered.find((one) => one.id === id)?.place.box
  const found = [...suggestions, ...(box ? await answeredAt(member, box) : [])].find((one) => one.id === id)
  if (!found) throw new Error(`there is no suggestion ${id}`)
  return found
}
/** What a change is waiting for or came to, in a word each. */
const states = ({ changes }: Suggestion) => changes.map(({ needs, yes, fate }) => fate?.is ?? [needs, yes])
const ids = ({ changes }: Suggestion) => changes.map(({ id }) => id)

/** Somebody writes the box so. */
const writes = (member: Member, text: RichText, box = STORY.box) =>
  typesIn(withy, member, (doc) => rewordIn(doc, { ...STORY, box }, text))
const wordsIn = async ({ plan }: Member, box = STORY.box) => {
  const content = boxIn(readPlan(await withy.live.current(plan), 'area'), box)
  return content?.type === 'text' ? wordsOfText(content.text).join(' ') : ''
}
const documentIn = async ({ plan }: Member) =>
  Buffer.from(Y.encodeStateAsUpdate(await withy.live.current(plan))).toString('base64')

/** A plan of Anna's, with Ben who writes, Sue who suggests and Rosa who reads, and whose words the story is. */
async function four(words = 'I like the orchard. Buses never come. We meet on Mondays.') {
  const anna = await starts(withy)
  const [ben, sue, rosa] = [
    await joinsAs(withy, anna, 'contributor', 'Ben'),
    await joinsAs(withy, anna, 'suggester', 'Sue'),
    await joinsAs(withy, anna, 'viewer', 'Rosa'),
  ]
  await writes(rosa, paragraph(words))
  return { anna, ben, sue, rosa, was: paragraph(words) }
}

const TWO = paragraph('I love the orchard. Buses never come. We meet each Monday.')

/** The words of the story, and who wrote them by the server's record. */
async function writersIn(member: Member) {
  const path = `/api/plans/${member.plan}/who-wrote`
  const { passages, writers } = await member.gets<{ passages: Passages; writers: Writer[] }>('GET', path)
  const box = passages.boxes[STORY.box]
  const runs = box?.type === 'text' ? box.lines.flatMap((line) => line.runs) : []
  return runs.map(({ text, by = -1 }) => [text.trim(), writers[by]] as const)
}
const writersOf = async (member: Member) => (await writersIn(member)).map(([text, by]) => [text, by?.person] as const)

async function told(act: () => Promise<unknown>): Promise<TalkChanged[]> {
  const tell = vi.spyOn(withy.live, 'tell')
  await act()
  const messages = tell.mock.calls.map(([, message]) => message)
  tell.mockRestore()
  return messages.filter((message) => message.type === 'talk')
}

it('[TALK-95] what was answered comes without its words, which are given for its box alone to whoever reads the plan', async () => {
  const { anna, sue, rosa, was } = await four()
  const made = await suggests(sue, body('suggest-one', was, TWO, { why: 'Softer' }))
  const [first = '', second = ''] = ids(made)
  await decides(rosa, 'suggest-one', { accept: [first] })
  expect((await talk(anna)).answered, 'something of it is open').toEqual([])
  const whole = await decides(rosa, 'suggest-one', { keep: [second] })
  const read = await talk(anna)
  const inShort = { id: 'suggest-one', place: STORY, by: sue.id, at: whole.at, count: 2, earlier: 1, people: [rosa.id] }
  expect(read).toMatchObject({ suggestions: [], answered: [inShort] })
  for (const words of ['I like the orchard', 'each Monday', 'Softer'])
    expect(JSON.stringify(read), words).not.toContain(words)
  expect(await answeredAt(rosa, STORY.box)).toEqual([whole])
  expect(await answeredAt(rosa, 'place.where')).toEqual([])
  const stranger = await starts(withy)
  expect(await stranger.isRefused('GET', path(anna, `/boxes/${STORY.box}/answered`))).toBe('not-found')
})

describe('suggesting other words', () => {
  it('[TALK-29] [TALK-36] is told to everyone, names whose words they are, and changes nothing in the plan', async () => {
    const { anna, sue, rosa, was } = await four()
    const before = await documentIn(anna)
    let made: Suggestion | undefined
    const messages = await told(async () => {
      made = await suggests(sue, body('suggest-one', was, TWO))
    })
    expect(made).toMatchObject({ id: 'suggest-one', place: STORY, by: sue.id, why: 'Kinder' })
    expect(made && states(made)).toEqual([
      [[rosa.id], []],
      [[rosa.id], []],
    ])
    expect(made?.changes[0]?.becomes[0]?.runs).toEqual([{ text: 'I love the orchard.' }])
    expect(messages).toEqual([{ type: 'talk', seq: 1, suggestion: made }])
    expect(await talk(rosa)).toMatchObject({ seq: 1, suggestions: [made] })
    expect(await documentIn(anna)).toBe(before)
  })

  it('[TALK-29] sent twice is one; another’s id is nobody’s', async () => {
    const { ben, sue, was } = await four()
    const sent = body('suggest-one', was, TWO)
    expect(await suggests(sue, sent)).toEqual(await suggests(sue, { ...sent, why: 'Other' }))
    expect(await notSuggested(ben, sent)).toBe('bad-request')
    const both = body('suggest-two', was, TWO)
    await Promise.all([suggests(sue, both), suggests(sue, both)])
    expect((await talk(sue)).suggestions).toHaveLength(2)
  })

  it('[TALK-29] is refused where the words have changed, nothing is offered, or somebody only reads', async () => {
    const { ben, sue, rosa, was } = await four()
    expect(await notSuggested(sue, body('suggest-one', paragraph('I liked the orchard.'), TWO))).toBe('words-changed')
    expect(await notSuggested(sue, body('suggest-one', was, was))).toBe('nothing-suggested')
    expect(await notSuggested(rosa, body('suggest-one', was, TWO))).toBe('not-allowed')
    // What has changed elsewhere in the box is nothing to it.
    await writes(ben, paragraph('I like the orchard. Buses never come. We meet on Mondays. At ten.'))
    expect(states(await suggests(sue, body('suggest-one', was, TWO)))).toHaveLength(2)
  })

  it('[TALK-29] takes an item’s cell of words, and no cell that is none, no item that was taken out, no unknown place', async () => {
    const { anna, ben, sue } = await four()
    const item = await typesIn(withy, ben, (doc) =>
      addItem(doc, { key: LIST, shape: 'action', cells: { what: 'Buses are late.' } }),
    )
    const cell = { box: LIST, item, field: 'what', words: null }
    const sent = body('suggest-one', 'Buses are late.', 'Buses are often late.', { place: cell })
    const made = await suggests(sue, sent)
    expect(states(made)).toEqual([[[ben.id], []]])
    await typesIn(withy, ben, (doc) => removeItem(doc, LIST, item))
    expect(await notSuggested(sue, { ...sent, id: 'suggest-two' })).toBe('words-changed')
    expect(await mayNot(ben, made.id, { accept: ids(made) })).toBe('words-changed')
    await typesIn(withy, ben, (doc) => restoreItem(doc, LIST, item))
    await decides(ben, made.id, { accept: ids(made) })
    const words = cellWords(await withy.live.current(anna.plan), LIST, item, 'what')
    expect(words?.toString()).toBe('Buses are often late.')
    for (const place of [
      { ...cell, field: 'order' },
      { ...cell, field: null },
      { ...STORY, box: 'nowhere' },
      { ...STORY, box: LIST },
    ])
      expect(await notSuggested(sue, { ...sent, id: 'suggest-two', place })).toBe('bad-request')
  })

  it('[TALK-29] takes what a plan can hold of what is sent, and refuses kindly what is too much or no text', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    const proposed = [
      {
        type: 'paragraph',
        lang: 'x"><script>',
        runs: [
          { text: '<b>I</b> like ', by: 7 },
          { text: 'the orchard', link: 'javascript:alert(1)', bold: true },
          { text: '.' },
        ],
      },
    ]
    const made = await suggests(sue, body('suggest-one', was, proposed))
    const runs = made.changes.flatMap(({ becomes }) => becomes.flatMap((sentence) => sentence.runs))
    expect(runs).toEqual([{ text: '<b>I</b> like ' }, { text: 'the orchard', bold: true }, { text: '.' }])
    expect(made.changes.flatMap(({ becomes }) => becomes)[0]).not.toHaveProperty('lang')
    await decides(rosa, made.id, { accept: ids(made) })
    expect(await wordsIn(anna)).toBe('<b>I</b> like the orchard.')

    const refused = (given: unknown, more: object = {}) => notSuggested(ben, body('suggest-two', was, given, more))
    expect(await refused(paragraph('x'.repeat(1024 * 1024)))).toBe('suggestion-too-long')
    expect(await refused(paragraph('x'.repeat(LIMIT.suggestedLetters)))).toBe('suggestion-too-long')
    const marks = Array.from({ length: 5_000 }, (_, n) =>
      n % 2 ? { text: 'a', bold: true } : { text: 'a', italic: true },
    )
    expect(await refused([{ type: 'paragraph', runs: marks }])).toBe('suggestion-too-long')
    expect(await refused(paragraph('Yes. '.repeat(LIMIT.suggestedSentences + 1)))).toBe('suggestion-too-long')
    const deep = JSON.parse(`${'{"type":"bullets","items":[['.repeat(1_000)}${']]}'.repeat(1_000)}`)
    for (const given of [[deep], 'words alone', [{ type: 'table' }], [null], 7])
      expect(await refused(given)).toBe('bad-request')
    expect(await refused(TWO, { place: { ...STORY, words: { quote: 'a' } } })).toBe('bad-request')
    expect(await refused(TWO, { why: 'x'.repeat(LIMIT.why + 1) })).toBe('bad-request')
    const cell = { box: LIST, item: 'nowhere', field: 'what', words: null }
    expect(await refused('x'.repeat(LIMIT.cellWords + 1), { place: cell, was: 'x' })).toBe('suggestion-too-long')
    expect(await refused(TWO, { place: cell, was: 'x' })).toBe('bad-request')
  })
})

describe('deciding about other words', () => {
  it('[TALK-22] [TALK-35] whose words they are says yes, whatever their role: then they are in the plan, in their name', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = '', second = ''] = ids(made)
    for (const other of [anna, ben, sue]) {
      expect(await mayNot(other, made.id, { accept: [first] })).toBe('their-words')
      expect(await mayNot(other, made.id, { keep: [first] })).toBe('their-words')
    }
    expect(await wordsIn(anna)).toBe('I like the orchard. Buses never come. We meet on Mondays.')
    let after: Suggestion | undefined
    const messages = await told(async () => {
      after = await decides(rosa, made.id, { accept: [second], keep: [first] })
    })
    expect(await wordsIn(anna)).toBe('I like the orchard. Buses never come. We meet each Monday.')
    expect(after && states(after)).toEqual(['kept', 'accepted'])
    expect(after?.changes[1]?.fate).toEqual({ is: 'accepted', by: rosa.id, at: expect.any(Number) })
    expect(messages).toEqual([{ type: 'talk', seq: 2, suggestion: after }])
    // What was, stays; and history says who suggested it.
    expect((await seen(anna, made.id)).changes[1]?.was[0]?.runs[0]?.text.trim()).toBe('We meet on Mondays.')
    const suggested = (await writersIn(ben)).filter(([, by]) => by?.suggested)
    const by = { person: rosa.id, for: null, suggested: sue.id }
    expect(suggested).toEqual([
      ['each', by],
      ['Monday', by],
    ])
  })

  it('[TALK-22] asks everybody whose words are in a sentence, and puts it in with the last yes', async () => {
    const { anna, ben, sue, rosa } = await four('Rosa likes buses.')
    await typesIn(withy, ben, (doc) => rewordIn(doc, STORY, paragraph('Rosa likes red buses.')))
    const was = paragraph('Rosa likes red buses.')
    const made = await suggests(sue, body('suggest-one', was, paragraph('Rosa is fond of red buses.')))
    expect(new Set(made.changes[0]?.needs)).toEqual(new Set([rosa.id, ben.id]))
    const half = await decides(rosa, made.id, { accept: ids(made) })
    expect([half.changes[0]?.yes, half.changes[0]?.fate]).toEqual([[rosa.id], null])
    expect(await wordsIn(anna)).toBe('Rosa likes red buses.')
    expect(await mayNot(anna, made.id, { accept: ids(made) })).toBe('their-words')
    expect(states(await decides(ben, made.id, { accept: ids(made) }))).toEqual(['accepted'])
    expect(await wordsIn(anna)).toBe('Rosa is fond of red buses.')
  })

  it('[TALK-22] [TALK-37] whose yes is needed is told anew as people come and go and words are written anew', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    const made = await suggests(sue, body('suggest-one', was, TWO))
    // A little later: what was read a moment ago is not asked for again at once.
    const needs = async () => {
      withy.clock.now += 2_000
      return states(await seen(anna, made.id))
    }
    expect(await needs()).toEqual([
      [[rosa.id], []],
      [[rosa.id], []],
    ])
    await writes(ben, paragraph('I like it here. Buses never come. We meet on Mondays.'))
    await writes(ben, was)
    // The first sentence is Ben's now as well, and stands as it did.
    expect((await needs())[1]).toEqual([[rosa.id], []])
    expect(new Set((await seen(anna, made.id)).changes[0]?.needs)).toEqual(new Set([rosa.id, ben.id]))
    await anna.gets('DELETE', pathOf(anna, rosa))
    expect(await needs()).toEqual([
      [[ben.id], []],
      [[], []],
    ])
    expect(states(await decides(anna, made.id, { accept: [ids(made)[1] ?? ''] }))[1]).toBe('accepted')
  })

  it('[TALK-22] is for who may write where the words are nobody’s', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    await anna.gets('DELETE', pathOf(anna, rosa))
    const eve = await joinsAs(withy, anna, 'viewer', 'Eve')
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = '', second = ''] = ids(made)
    for (const other of [sue, eve]) expect(await mayNot(other, made.id, { accept: [first] })).toBe('not-allowed')
    await decides(ben, made.id, { accept: [first] })
    await decides(anna, made.id, { keep: [second] })
    expect(await wordsIn(anna)).toBe('I love the orchard. Buses never come. We meet on Mondays.')
  })

  it('[TALK-30] of two who decide at once the first counts; opposite parts are both taken', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    await anna.gets('DELETE', pathOf(anna, rosa))
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = '', second = ''] = ids(made)
    await Promise.all([decides(ben, made.id, { accept: [first] }), decides(anna, made.id, { accept: [second] })])
    expect(states(await seen(sue, made.id))).toEqual(['accepted', 'accepted'])
    expect(await wordsIn(anna)).toBe('I love the orchard. Buses never come. We meet each Monday.')

    const now = TWO
    const next = await suggests(
      sue,
      body('suggest-two', now, paragraph('I love it. Buses never come. We meet each Monday.')),
    )
    const answers = await Promise.all([
      ben.ask(...decision(ben, next.id, { accept: ids(next) })),
      anna.ask(...decision(anna, next.id, { keep: ids(next) })),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [fate] = states(await seen(sue, next.id))
    expect(await wordsIn(anna)).toContain(fate === 'accepted' ? 'I love it.' : 'I love the orchard.')
  })

  it('[TALK-30] said again is fine; what is not there is refused', async () => {
    const { ben, sue, rosa, was } = await four()
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const yes = { accept: ids(made) }
    const messages = await told(async () => {
      expect(await decides(rosa, made.id, yes)).toEqual(await decides(rosa, made.id, yes))
    })
    expect(messages).toHaveLength(1)
    expect(await mayNot(rosa, made.id, { keep: ids(made) })).toBe('already-decided')
    expect(await mayNot(rosa, 'no-such-one', yes)).toBe('suggestion-gone')
    expect(await mayNot(ben, made.id, { accept: ['no-such-change'] })).toBe('bad-request')
    expect(await mayNot(ben, made.id, {})).toBe('bad-request')
  })

  it('[TALK-32] a yes is to the words that were read: changed since, it fits no more, and the rest still does', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = '', second = ''] = ids(made)
    await writes(rosa, paragraph('I do not like the orchard. Buses never come. We meet on Mondays. Come too!'))
    expect(await mayNot(rosa, made.id, { accept: [first] })).toBe('words-changed')
    expect(await mayNot(rosa, made.id, { accept: [first, second] })).toBe('words-changed')
    await decides(rosa, made.id, { accept: [second] })
    expect(await wordsIn(anna)).toBe('I do not like the orchard. Buses never come. We meet each Monday. Come too!')
    expect(states(await decides(ben, made.id, { keep: [first] }))).toEqual(['kept', 'accepted'])
  })

  it('[TALK-38] sentences decide, and not where they stood: also after the whole box was written anew by somebody else', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    const made = await suggests(sue, body('suggest-one', was, TWO))
    await typesIn(withy, ben, (doc) => textRoot(doc, STORY.box).delete(0, 1))
    expect(await mayNot(rosa, made.id, { accept: ids(made) })).toBe('words-changed')
    await writes(anna, [...paragraph('First of all.'), ...was])
    expect(await mayNot(rosa, made.id, { accept: ids(made) })).toBe('their-words')
    await decides(anna, made.id, { accept: ids(made) })
    expect(await wordsIn(anna)).toBe('First of all. I love the orchard. Buses never come. We meet each Monday.')
  })

  it('[TALK-31] is taken back by who suggested it as far as nobody has decided, and by nobody else', async () => {
    const { anna, sue, rosa, was } = await four()
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = ''] = ids(made)
    await decides(rosa, made.id, { accept: [first] })
    expect(await rosa.isRefused('DELETE', path(rosa, `/suggestions/${made.id}`))).toBe('not-allowed')
    expect(states(await withdraws(sue, made.id))).toEqual(['accepted', 'withdrawn'])
    expect(await mayNot(rosa, made.id, { accept: [ids(made)[1] ?? ''] })).toBe('already-decided')
    expect(await told(() => withdraws(sue, made.id))).toEqual([])
    expect(await sue.isRefused('DELETE', path(sue, '/suggestions/nowhere'))).toBe('suggestion-gone')
    // Somebody made a reader meanwhile takes back what is theirs; who was taken out takes back nothing, and it can still be decided.
    const two = await suggests(sue, body('suggest-two', paragraph(await wordsIn(anna)), paragraph('I am here.')))
    const three = await suggests(sue, body('suggest-three', paragraph(await wordsIn(anna)), paragraph('I was here.')))
    await anna.gets('PATCH', pathOf(anna, sue), { role: 'viewer' })
    expect(states(await withdraws(sue, two.id))).not.toContainEqual([[rosa.id], []])
    await anna.gets('DELETE', pathOf(anna, sue))
    expect(await sue.isRefused('DELETE', path(sue, `/suggestions/${three.id}`))).toBe('not-found')
    expect(await seen(rosa, three.id)).toMatchObject({ by: sue.id })
    await decides(rosa, three.id, { accept: ids(three) })
    expect(await wordsIn(anna)).toBe('I was here.')
  })

  it('[TALK-22] goes by the role of the moment in which it is decided', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    await anna.gets('DELETE', pathOf(anna, rosa))
    const made = await suggests(sue, body('suggest-one', was, TWO))
    await anna.gets('PATCH', pathOf(anna, ben), { role: 'suggester' })
    expect(await mayNot(ben, made.id, { accept: ids(made) })).toBe('not-allowed')
  })
})

describe('what suggestions cannot do', () => {
  it('[TALK-34] nothing but a yes of who may say it changes a letter of the plan, whoever sends what', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const eve = await joinsAs(withy, anna, 'viewer', 'Eve')
    const others = [anna, ben, sue, eve]
    const stranger = await starts(withy, { name: 'Zoe' })
    const before = [await documentIn(anna), JSON.stringify(await seen(anna, made.id))]
    const hostile: unknown[] = [
      { accept: ids(made), keep: [] },
      { accept: [], keep: ids(made) },
      { accept: ids(made), keep: [], me: rosa.id, by: rosa.id, person: rosa.id },
      { accept: ['__proto__', 'constructor'], keep: [] },
      { accept: Array.from({ length: 1_000 }, () => ids(made)[0]), keep: [] },
      { accept: 'c1', keep: null },
      '{"accept":["c1"]',
      null,
    ]
    for (const member of [...others, stranger])
      for (const sent of hostile)
        for (const id of [made.id, '__proto__', ''])
          for (const method of ['PUT', 'POST', 'PATCH'])
            await member.ask(method, `/api/plans/${anna.plan}/talk/suggestions/${id}/decisions`, sent)
    for (const member of [anna, ben, eve, stranger])
      await member.ask('DELETE', `/api/plans/${anna.plan}/talk/suggestions/${made.id}`)
    for (const member of [...others, rosa, stranger])
      for (const sent of [
        body('suggest-one', was, paragraph('Mine now.')),
        body('x', was, TWO),
        { ...made, id: 'suggest-two' },
      ])
        await member.ask('POST', `/api/plans/${anna.plan}/talk/suggestions`, sent)
    expect([await documentIn(anna), JSON.stringify(await seen(anna, made.id))]).toEqual(before)
    // It can tell: hers is the yes that counts.
    await decides(rosa, made.id, { accept: ids(made) })
    expect(await documentIn(anna)).not.toBe(before[0])
  })

  it('[TALK-34] an accepted change takes out no word that is not in the sentences it is for, and keeps who wrote the others', async () => {
    const { anna, ben, sue, rosa, was } = await four()
    const more = 'I like the orchard. Buses never come. We meet on Mondays. Ben was here.'
    await writes(ben, paragraph(more))
    const made = await suggests(sue, body('suggest-one', was, paragraph('I like the orchard. We meet on Mondays.')))
    await decides(rosa, made.id, { accept: ids(made) })
    expect(await wordsIn(anna)).toBe('I like the orchard. We meet on Mondays. Ben was here.')
    expect(await writersOf(anna)).toEqual([
      ['I like the orchard. We meet on Mondays.', rosa.id],
      ['Ben was here.', ben.id],
    ])
  })

  /** The same text, where "bold" is. */
  const withBold = (text: RichText): RichText =>
    JSON.parse(
      JSON.stringify(text).replace(
        /\{"text":"([^"]*)bold([^"]*)"\}/,
        '{"text":"$1"},{"text":"bold","bold":true},{"text":"$2"}',
      ),
    )
  const heading = (text: string): RichText => [{ type: 'heading', level: 2, runs: [{ text }] }]
  const points = (...texts: string[]): RichText => [{ type: 'bullets', items: texts.map(paragraph) }]
  it.each([
    ['a heading of its line', heading('One was here. Two is bold. Three is there.')],
    ['a point of its line', points('One was here. Two is bold. Three is there.')],
    ['a line of its own', [...paragraph('One was here.'), ...paragraph('Two is bold. Three is there.')]],
    ['points of two lines', points('One was here. Two is bold.', 'Three is there.')],
  ])('[TALK-39] words that stay are whose they were, also where somebody makes %s', async (_, proposed) => {
    const { anna, ben, sue, rosa } = await four('Two is bold. Three is there.')
    const two = (text: string, end: string): RichText => [
      { type: 'paragraph', runs: [{ text }, { text: 'Two is ' }, { text: 'bold', bold: true }, { text: end }] },
    ]
    await writes(rosa, two('', '. Three is there.'))
    const was = two('One is here. ', '. Three is there.')
    await writes(ben, was)
    const made = await suggests(sue, body('suggest-one', was, withBold(proposed)))
    const whose = (change: Suggestion['changes'][number]) => change.needs.join()
    for (const member of [ben, rosa]) {
      const theirs = (await seen(anna, made.id)).changes.filter((change) => whose(change) === member.id)
      if (theirs.length > 0) await decides(member, made.id, { accept: theirs.map(({ id }) => id) })
    }
    for (const { id, fate } of (await seen(anna, made.id)).changes) {
      if (fate) continue
      await decides(ben, made.id, { accept: [id] })
      await decides(rosa, made.id, { accept: [id] })
    }
    expect(await wordsIn(anna)).toBe('One was here. Two is bold. Three is there.')
    const content = boxIn(readPlan(await withy.live.current(anna.plan), 'area'), STORY.box)
    expect(JSON.stringify(content)).toContain('{"text":"bold","bold":true}')
    const letters = (await writersOf(anna)).flatMap(([text = '', by]) => text.split(' ').map((word) => [word, by]))
    for (const word of ['Two', 'bold', 'Three', 'there.'])
      expect(letters.find(([one]) => one === word)).toEqual([word, rosa.id])
  })
})

describe('where deciding is broken off', () => {
  it('[TALK-33] words that are in the plan and not written down as accepted are found to be so', async () => {
    for (const look of ['read', 'decide', 'withdraw'] as const) {
      const { anna, sue, rosa, was } = await four()
      const gone = paragraph('I love the orchard. We meet on Mondays.')
      const made = await suggests(sue, body('suggest-one', was, gone))
      vi.spyOn(withy.store, 'changeSuggestion').mockRejectedValueOnce(new Error('SQLITE_FULL'))
      const { status } = await rosa.ask(...decision(rosa, made.id, { accept: ids(made) }))
      vi.restoreAllMocks()
      expect([status, await wordsIn(anna)]).toEqual([500, 'I love the orchard. We meet on Mondays.'])
      const messages = await told(async () => {
        if (look === 'decide') await decides(rosa, made.id, { accept: ids(made) })
        if (look === 'withdraw') await withdraws(sue, made.id)
        const after = await seen(anna, made.id)
        const fates = after.changes.map(({ fate }) => [fate?.is, fate?.by])
        expect(fates).toEqual(ids(made).map(() => ['accepted', rosa.id]))
      })
      expect(messages).toHaveLength(1)
    }
  })

  it('[TALK-33] what did not come into the plan can be decided again', async () => {
    const { anna, sue, rosa, was } = await four()
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const yes = { accept: ids(made) }
    for (const [why, refusal] of [
      ['full', 'too-large'],
      ['unwritable', 'plan-unreadable'],
      ['later', 'too-busy'],
    ] as const) {
      vi.spyOn(withy.live, 'write').mockRejectedValueOnce(new NotWritten(why, 'for a test'))
      expect(await mayNot(rosa, made.id, yes)).toBe(refusal)
      vi.restoreAllMocks()
      expect(states(await seen(anna, made.id))).toEqual([
        [[rosa.id], []],
        [[rosa.id], []],
      ])
    }
    await decides(rosa, made.id, yes)
    expect(await wordsIn(anna)).toBe('I love the orchard. Buses never come. We meet each Monday.')
  })
})
