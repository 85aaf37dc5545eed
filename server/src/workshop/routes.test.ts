import { LIMIT, type Mine, type Steering, type WorkshopSeen } from '@withy/shared/api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, starts } from '../testing/people.ts'
import { stepOf } from '../testing/workshop-room.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

async function prepared() {
  const anna = await starts(withy)
  const path = `/api/plans/${anna.plan}/workshops`
  const prepare = async () => {
    const made = { shape: 'empty', title: 'May', lang: 'en' }
    return `${path}/${(await anna.gets<{ workshop: string }>('POST', path, made)).workshop}`
  }
  const steer = (at: string, said: Steering) => anna.gets<WorkshopSeen>('POST', `${at}/steer`, said)
  return { anna, path, prepare, steer }
}

it('[WORK-23] refuses an idea of 20,000 letters kindly, and takes one of as many as are allowed', async () => {
  const { anna, prepare, steer } = await prepared()
  const at = await prepare()
  await steer(at, { do: 'add-step', id: 'step-silent', step: stepOf('silent'), after: null })
  await steer(at, { do: 'open' })
  await anna.gets('POST', `${at}/take-part`, { do: 'come-in' })
  const idea = (words: string) => ({ do: 'idea', id: 'idea-long', step: 'step-silent', words, saidBy: anna.id })
  const long = await anna.ask('POST', `${at}/take-part`, idea('x'.repeat(20_000)))
  expect(long).toMatchObject({ status: 413, body: { refused: 'idea-too-long' } })
  expect((long.body as { sentence: string }).sentence).toContain('Your words are still here')
  expect(await anna.isRefused('POST', `${at}/take-part`, idea('x'.repeat(LIMIT.idea + 1)))).toBe('idea-too-long')
  expect(await anna.isRefused('POST', `${at}/take-part`, idea('x'.repeat(70_000)))).toBe('too-large')
  expect(await anna.isRefused('POST', `${at}/take-part`, idea('   '))).toBe('bad-request')
  const mine = await anna.gets<Mine>('POST', `${at}/take-part`, idea(` ${'x'.repeat(LIMIT.idea)} `))
  expect(mine.ideas.map(({ words }) => words.length)).toEqual([LIMIT.idea])
})

it('[STORE-81] lets one of two workshops open that are opened at the same time, and says so of the other', async () => {
  const { anna, path, prepare } = await prepared()
  const both = [await prepare(), await prepare()]
  const answers = await Promise.all(both.map((at) => anna.ask('POST', `${at}/steer`, { do: 'open' })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ refused: 'workshop-open' })
  const { workshops } = await anna.gets<{ workshops: { stage: string }[] }>('GET', path)
  expect(workshops.map(({ stage }) => stage).toSorted()).toEqual(['open', 'preparing'])
})

it('[TALK-74] says of each workshop how many ideas people were shown have no answer yet', async () => {
  const { anna, path, prepare, steer } = await prepared()
  const [at, other] = [await prepare(), await prepare()]
  const step = 'step-silent'
  await steer(at, { do: 'add-step', id: step, step: stepOf('silent'), after: null })
  await steer(at, { do: 'open' })
  await anna.gets('POST', `${at}/take-part`, { do: 'come-in' })
  for (const id of ['idea-one', 'idea-two'])
    await anna.gets('POST', `${at}/take-part`, { do: 'idea', id, step, words: id, saidBy: anna.id })
  const unanswered = async () => {
    const { workshops } = await anna.gets<{ workshops: { id: string; unanswered: number }[] }>('GET', path)
    return [at, other].map((one) => workshops.find(({ id }) => one.endsWith(id))?.unanswered)
  }
  expect(await unanswered(), 'nobody was shown them').toEqual([0, 0])
  await steer(at, { do: 'show', step })
  expect(await unanswered()).toEqual([2, 0])
  await steer(at, { do: 'fate', idea: 'idea-one', fate: 'not-possible', why: 'No money', place: null })
  expect(await unanswered()).toEqual([1, 0])
})

it('[TALK-74] says for how many of one’s own ideas other words are offered, to whoever said them and to nobody else', async () => {
  const { anna, path, prepare, steer } = await prepared()
  const ben = await joinsAs(withy, anna, 'contributor')
  const at = await prepare()
  const step = 'step-silent'
  await steer(at, { do: 'add-step', id: step, step: stepOf('silent'), after: null })
  await steer(at, { do: 'open' })
  const takes = (who: typeof anna, said: object) => who.gets('POST', `${at}/take-part`, said)
  for (const who of [anna, ben]) await takes(who, { do: 'come-in' })
  for (const id of ['idea-one', 'idea-two']) await takes(ben, { do: 'idea', id, step, words: id, saidBy: ben.id })
  await steer(at, { do: 'show', step })
  const offered = async () =>
    Promise.all(
      [anna, ben].map(async (who) => {
        const { workshops } = await who.gets<{ workshops: { offered: number }[] }>('GET', path)
        return workshops[0]?.offered
      }),
    )
  expect(await offered()).toEqual([0, 0])
  for (const idea of ['idea-one', 'idea-two']) await takes(anna, { do: 'offer-wording', idea, words: 'Shorter' })
  expect(await offered()).toEqual([0, 2])
  await takes(ben, { do: 'answer-wording', idea: 'idea-one', yes: false, was: 'Shorter' })
  expect(await offered()).toEqual([0, 1])
})

it('[WORK-16] holds at most as many workshops in a plan as are allowed', async () => {
  const { anna, path, prepare } = await prepared()
  for (let n = 0; n < LIMIT.workshopsPerPlan; n++) await prepare()
  expect(await anna.isRefused('POST', path, { shape: 'empty', title: 'May', lang: 'en' })).toBe('workshops-full')
})

it('[WORK-150] brings nobody under the id of a person of the plan', async () => {
  const { anna, prepare, steer } = await prepared()
  const rosa = await joinsAs(withy, anna, 'contributor', 'Rosa')
  const eve = await joinsAs(withy, anna, 'contributor', 'Eve')
  const at = await prepare()
  await steer(at, { do: 'open' })
  await eve.gets('POST', `${at}/take-part`, { do: 'come-in' })
  const bring = (id: string) => ({ do: 'bring', id, name: 'Fay', voice: 'resident' })
  expect(await eve.isRefused('POST', `${at}/take-part`, bring(rosa.id))).toBe('not-allowed')
  expect((await eve.gets<Mine>('POST', `${at}/take-part`, bring('fay-at-table'))).people).toHaveLength(2)
})

it('[WORK-152] lets a facilitator let people go from the room, and no other facilitator', async () => {
  const { anna, prepare, steer } = await prepared()
  const ben = await joinsAs(withy, anna, 'contributor', 'Ben')
  const olu = await joinsAs(withy, anna, 'facilitator', 'Olu')
  const at = await prepare()
  await steer(at, { do: 'open' })
  for (const one of [ben, olu]) await one.gets('POST', `${at}/take-part`, { do: 'come-in' })
  const out = (who: string) => ({ do: 'out', who })
  expect(await ben.isRefused('POST', `${at}/steer`, out(olu.id))).toBe('not-allowed')
  expect(await anna.isRefused('POST', `${at}/steer`, out(olu.id))).toBe('not-allowed')
  expect((await steer(at, { do: 'out', who: ben.id })).now.people).toBe(1)
})
