import { rewordIn, textRoot } from '@withy/shared/plan'
import type { Suggestion } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, pathOf, starts } from '../testing/people.ts'
import {
  answeredAt,
  body,
  decides,
  decision,
  four,
  ids,
  mayNot,
  paragraph,
  path,
  STORY,
  seen,
  states,
  suggests,
  TWO,
  talk,
  told,
  withdraws,
  wordsIn,
  writersIn,
  writes,
} from '../testing/suggesting.ts'
import { typesIn } from '../testing/types-in.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

it('[TALK-95] what was answered comes without its words, which are given for its box alone to whoever reads the plan', async () => {
  const { anna, sue, rosa, was } = await four(withy)
  const made = await suggests(sue, body('suggest-one', was, TWO, { why: 'Softer' }))
  const [first = '', second = ''] = ids(made)
  await decides(rosa, 'suggest-one', { accept: [first] })
  expect((await talk(anna)).answered, 'something of it is open').toEqual([])
  const whole = await decides(rosa, 'suggest-one', { keep: [second] })
  const read = await talk(anna)
  const inShort = {
    id: 'suggest-one',
    place: STORY,
    by: sue.id,
    at: whole.at,
    count: 2,
    earlier: 1,
    people: [rosa.id],
    isBack: false,
  }
  expect(read).toMatchObject({ suggestions: [], answered: [inShort] })
  for (const words of ['I like the orchard', 'each Monday', 'Softer'])
    expect(JSON.stringify(read), words).not.toContain(words)
  expect(await answeredAt(rosa, STORY.box)).toEqual([whole])
  expect(await answeredAt(rosa, 'place.where')).toEqual([])
  const stranger = await starts(withy)
  expect(await stranger.isRefused('GET', path(anna, `/boxes/${STORY.box}/answered`))).toBe('not-found')
})

it('[TALK-67] that earlier words were put back is told without the words too', async () => {
  const { anna, was } = await four(withy)
  const place = { ...STORY, box: 'place.where' }
  await writes(withy, anna, was, place.box)
  for (const [id, from, to] of [['reworded', was, TWO] as const, ['put-back', TWO, was] as const]) {
    const made = await suggests(anna, body(id, from, to, { place }))
    await decides(anna, id, { accept: ids(made) })
  }
  const { answered } = await talk(anna)
  expect(answered.map(({ id, isBack }) => [id, isBack])).toEqual([
    ['reworded', false],
    ['put-back', true],
  ])
})

describe('deciding about other words', () => {
  it('[TALK-22] [TALK-35] whose words they are says yes, whatever their role: then they are in the plan, in their name', async () => {
    const { anna, ben, sue, rosa, was } = await four(withy)
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = '', second = ''] = ids(made)
    for (const other of [anna, ben, sue]) {
      expect(await mayNot(other, made.id, { accept: [first] })).toBe('their-words')
      expect(await mayNot(other, made.id, { keep: [first] })).toBe('their-words')
    }
    expect(await wordsIn(withy, anna)).toBe('I like the orchard. Buses never come. We meet on Mondays.')
    let after: Suggestion | undefined
    const messages = await told(withy, async () => {
      after = await decides(rosa, made.id, { accept: [second], keep: [first] })
    })
    expect(await wordsIn(withy, anna)).toBe('I like the orchard. Buses never come. We meet each Monday.')
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
    const { anna, ben, sue, rosa } = await four(withy, 'Rosa likes buses.')
    await typesIn(withy, ben, (doc) => rewordIn(doc, STORY, paragraph('Rosa likes red buses.')))
    const was = paragraph('Rosa likes red buses.')
    const made = await suggests(sue, body('suggest-one', was, paragraph('Rosa is fond of red buses.')))
    expect(new Set(made.changes[0]?.needs)).toEqual(new Set([rosa.id, ben.id]))
    const half = await decides(rosa, made.id, { accept: ids(made) })
    expect([half.changes[0]?.yes, half.changes[0]?.fate]).toEqual([[rosa.id], null])
    expect(await wordsIn(withy, anna)).toBe('Rosa likes red buses.')
    expect(await mayNot(anna, made.id, { accept: ids(made) })).toBe('their-words')
    expect(states(await decides(ben, made.id, { accept: ids(made) }))).toEqual(['accepted'])
    expect(await wordsIn(withy, anna)).toBe('Rosa is fond of red buses.')
  })

  it('[TALK-22] [TALK-37] whose yes is needed is told anew as people come and go and words are written anew', async () => {
    const { anna, ben, sue, rosa, was } = await four(withy)
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
    await writes(withy, ben, paragraph('I like it here. Buses never come. We meet on Mondays.'))
    await writes(withy, ben, was)
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
    const { anna, ben, sue, rosa, was } = await four(withy)
    await anna.gets('DELETE', pathOf(anna, rosa))
    const eve = await joinsAs(withy, anna, 'viewer', 'Eve')
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = '', second = ''] = ids(made)
    for (const other of [sue, eve]) expect(await mayNot(other, made.id, { accept: [first] })).toBe('not-allowed')
    await decides(ben, made.id, { accept: [first] })
    await decides(anna, made.id, { keep: [second] })
    expect(await wordsIn(withy, anna)).toBe('I love the orchard. Buses never come. We meet on Mondays.')
  })

  it('[TALK-30] of two who decide at once the first counts; opposite parts are both taken', async () => {
    const { anna, ben, sue, rosa, was } = await four(withy)
    await anna.gets('DELETE', pathOf(anna, rosa))
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = '', second = ''] = ids(made)
    await Promise.all([decides(ben, made.id, { accept: [first] }), decides(anna, made.id, { accept: [second] })])
    expect(states(await seen(sue, made.id))).toEqual(['accepted', 'accepted'])
    expect(await wordsIn(withy, anna)).toBe('I love the orchard. Buses never come. We meet each Monday.')

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
    expect(await wordsIn(withy, anna)).toContain(fate === 'accepted' ? 'I love it.' : 'I love the orchard.')
  })

  it('[TALK-30] said again is fine; what is not there is refused', async () => {
    const { ben, sue, rosa, was } = await four(withy)
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const yes = { accept: ids(made) }
    const messages = await told(withy, async () => {
      expect(await decides(rosa, made.id, yes)).toEqual(await decides(rosa, made.id, yes))
    })
    expect(messages).toHaveLength(1)
    expect(await mayNot(rosa, made.id, { keep: ids(made) })).toBe('already-decided')
    expect(await mayNot(rosa, 'no-such-one', yes)).toBe('suggestion-gone')
    expect(await mayNot(ben, made.id, { accept: ['no-such-change'] })).toBe('bad-request')
    expect(await mayNot(ben, made.id, {})).toBe('bad-request')
  })

  it('[TALK-32] a yes is to the words that were read: changed since, it fits no more, and the rest still does', async () => {
    const { anna, ben, sue, rosa, was } = await four(withy)
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = '', second = ''] = ids(made)
    await writes(withy, rosa, paragraph('I do not like the orchard. Buses never come. We meet on Mondays. Come too!'))
    expect(await mayNot(rosa, made.id, { accept: [first] })).toBe('words-changed')
    expect(await mayNot(rosa, made.id, { accept: [first, second] })).toBe('words-changed')
    await decides(rosa, made.id, { accept: [second] })
    expect(await wordsIn(withy, anna)).toBe(
      'I do not like the orchard. Buses never come. We meet each Monday. Come too!',
    )
    expect(states(await decides(ben, made.id, { keep: [first] }))).toEqual(['kept', 'accepted'])
  })

  it('[TALK-38] sentences decide, and not where they stood: also after the whole box was written anew by somebody else', async () => {
    const { anna, ben, sue, rosa, was } = await four(withy)
    const made = await suggests(sue, body('suggest-one', was, TWO))
    await typesIn(withy, ben, (doc) => textRoot(doc, STORY.box).delete(0, 1))
    expect(await mayNot(rosa, made.id, { accept: ids(made) })).toBe('words-changed')
    await writes(withy, anna, [...paragraph('First of all.'), ...was])
    expect(await mayNot(rosa, made.id, { accept: ids(made) })).toBe('their-words')
    await decides(anna, made.id, { accept: ids(made) })
    expect(await wordsIn(withy, anna)).toBe('First of all. I love the orchard. Buses never come. We meet each Monday.')
  })

  it('[TALK-31] is taken back by who suggested it as far as nobody has decided, and by nobody else', async () => {
    const { anna, sue, rosa, was } = await four(withy)
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const [first = ''] = ids(made)
    await decides(rosa, made.id, { accept: [first] })
    expect(await rosa.isRefused('DELETE', path(rosa, `/suggestions/${made.id}`))).toBe('not-allowed')
    expect(states(await withdraws(sue, made.id))).toEqual(['accepted', 'withdrawn'])
    expect(await mayNot(rosa, made.id, { accept: [ids(made)[1] ?? ''] })).toBe('already-decided')
    expect(await told(withy, () => withdraws(sue, made.id))).toEqual([])
    expect(await sue.isRefused('DELETE', path(sue, '/suggestions/nowhere'))).toBe('suggestion-gone')
    // Somebody made a reader meanwhile takes back what is theirs; who was taken out takes back nothing, and it can still be decided.
    const two = await suggests(sue, body('suggest-two', paragraph(await wordsIn(withy, anna)), paragraph('I am here.')))
    const three = await suggests(
      sue,
      body('suggest-three', paragraph(await wordsIn(withy, anna)), paragraph('I was here.')),
    )
    await anna.gets('PATCH', pathOf(anna, sue), { role: 'viewer' })
    expect(states(await withdraws(sue, two.id))).not.toContainEqual([[rosa.id], []])
    await anna.gets('DELETE', pathOf(anna, sue))
    expect(await sue.isRefused('DELETE', path(sue, `/suggestions/${three.id}`))).toBe('not-found')
    expect(await seen(rosa, three.id)).toMatchObject({ by: sue.id })
    await decides(rosa, three.id, { accept: ids(three) })
    expect(await wordsIn(withy, anna)).toBe('I was here.')
  })

  it('[TALK-22] goes by the role of the moment in which it is decided', async () => {
    const { anna, ben, sue, rosa, was } = await four(withy)
    await anna.gets('DELETE', pathOf(anna, rosa))
    const made = await suggests(sue, body('suggest-one', was, TWO))
    await anna.gets('PATCH', pathOf(anna, ben), { role: 'suggester' })
    expect(await mayNot(ben, made.id, { accept: ids(made) })).toBe('not-allowed')
  })
})
