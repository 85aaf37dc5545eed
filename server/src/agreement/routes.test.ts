import { createHash } from 'node:crypto'
import { codeOf, type Me, sealOf } from '@withy/shared/api'
import { actionsOf, editionJson, fingerprint } from '@withy/shared/plan'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  agreementOf,
  asksToAgree,
  mayNotSay,
  mayNotSeal,
  readsPlan,
  says,
  sealedAt,
  seals,
} from '../testing/agreeing.ts'
import { openWithy } from '../testing/open-withy.ts'
import { copiesExample, invites, joins, joinsAs, starts } from '../testing/people.ts'
import { writeParagraph } from '../testing/writer.ts'
import { writesIn } from '../testing/writes-in.ts'
import { createSealed } from '../versions/sealed.ts'

async function street() {
  const withy = await openWithy()
  onTestFinished(() => withy.close())
  const anna = await copiesExample(withy)
  const [ben, vera] = [await joinsAs(withy, anna, 'contributor', 'Ben'), await joinsAs(withy, anna, 'viewer', 'Vera')]
  const tell = vi.spyOn(withy.live, 'tell')
  return { withy, anna, ben, vera, tell }
}

/** As people write, and as somebody does who tries what breaks. */
const SAID = 'Keep the bench – cadwch y fainc.\u0000\n“x”; drop table seal; -- {{x}} \u202e =1+1'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** Whose agreement to the first version somebody can withdraw. */
const mayWithdraw = async (who: Awaited<ReturnType<typeof street>>['anna']) =>
  (await sealedAt(who, 1)).mayWithdraw.map(({ person }) => person)
const rename = (anna: Awaited<ReturnType<typeof street>>['anna'], title: string) =>
  anna.gets('PATCH', `/api/plans/${anna.plan}`, { title })

const cardOf = async (who: Awaited<ReturnType<typeof street>>['anna']) => {
  const { asked, agreedAt } = (await who.gets<Me>('GET', '/api/me')).plans[0] ?? {}
  return [asked, agreedAt]
}

describe('agreeing to a plan', () => {
  it('[AGREE-47] the list of plans says who is asked and has not answered, and when it was agreed last', async () => {
    const { anna, ben, vera } = await street()
    expect(await cardOf(anna)).toEqual([false, null])
    const round = await asksToAgree(anna, [anna, ben], { bySection: true })
    expect([await cardOf(anna), await cardOf(ben), await cardOf(vera)].map(([asked]) => asked)).toEqual([
      true,
      true,
      false,
    ])
    await says(ben, round.id, 'disagree', { section: 'living-map', words: 'Too far' })
    expect(await cardOf(ben)).toEqual([true, null])
    await says(ben, round.id, 'agree')
    expect([await cardOf(anna), await cardOf(ben)].map(([asked]) => asked)).toEqual([true, false])
    await says(ben, round.id, null)
    expect(await cardOf(ben)).toEqual([true, null])
    await says(anna, round.id, 'agree')
    await seals(anna, round.id)
    const { sealedAt: first } = (await sealedAt(anna, 1)).record
    expect([await cardOf(anna), await cardOf(ben), await cardOf(vera)]).toEqual(Array(3).fill([false, first]))
    const next = await asksToAgree(anna, [anna])
    await says(anna, next.id, 'agree')
    await seals(anna, next.id)
    expect(await cardOf(vera)).toEqual([false, (await sealedAt(anna, 2)).record.sealedAt])
  })

  it('[AGREE-47] it says so of the person and of who decides for them too, who are always asked', async () => {
    const withy = await openWithy()
    onTestFinished(() => withy.close())
    const olga = await starts(withy, { kind: 'support', name: 'Olga', voice: 'professional' })
    const kofi = await joinsAs(withy, olga, 'contributor', 'Kofi')
    const decides = { acting: 'attorney', person: kofi.id, words: 'I asked.' } as const
    const { id } = await asksToAgree(olga, [olga], { decides })
    const [seat, vera] = [await invites(olga, { kind: 'seat' }), await joinsAs(withy, olga, 'viewer', 'Vera')]
    const rosa = await joins(withy.device(), seat, { name: 'Rosa' })
    const areAsked = async () => (await Promise.all([olga, kofi, rosa, vera].map(cardOf))).map(([asked]) => asked)
    expect(await areAsked()).toEqual([true, true, true, false])
    await says(rosa, id, 'agree')
    expect(await areAsked()).toEqual([true, true, false, false])
  })

  it('[AGREE-4] [AGREE-21] is asked, answered and sealed: the version is the words that were agreed', async () => {
    const { withy, anna, ben, vera, tell } = await street()
    expect(await agreementOf(vera)).toMatchObject({ round: null, sealed: [] })
    const round = await asksToAgree(anna, [anna, ben, vera])
    const read = await readsPlan(vera)
    expect(read.fingerprint).toBe(fingerprint(read.edition))
    await says(ben, round.id, 'agree', { fingerprint: read.fingerprint })
    const after = await says(vera, round.id, 'agree-with', { words: SAID })
    expect(after.answers.map(({ person, answer, ofTheseWords }) => [person, answer, ofTheseWords])).toEqual([
      [ben.id, 'agree', true],
      [vera.id, 'agree-with', true],
    ])
    expect(await seals(anna, round.id)).toBe(1)
    const kept = await sealedAt(ben, 1)
    expect(kept.edition).toEqual(read.edition)
    expect(sha256(editionJson(kept.edition))).toBe(kept.record.fingerprint)
    expect(kept.record.people.map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Vera'])
    expect([kept.seal, kept.code]).toEqual([sealOf(kept.record), codeOf(sealOf(kept.record))])
    expect(kept.record).toMatchObject({
      ...{ number: 1, sealedBy: 'Anna', onDisagreement: 'record', previous: null, wentOn: '' },
      notAnswered: [{ name: 'Anna' }],
      answers: [
        { name: 'Ben', answer: 'agree', by: null, ofTheseWords: true },
        { name: 'Vera', answer: 'agree-with', words: SAID },
      ],
    })
    const said = tell.mock.calls.map(([, message]) => message)
    expect(said).toContainEqual({ type: 'sealed', number: 1 })
    expect(said.filter(({ type }) => type === 'agreement')).toHaveLength(4)
    const [card] = (await agreementOf(vera)).sealed
    expect(card).toMatchObject({
      number: 1,
      code: kept.code,
      withdrawn: 0,
      tally: { agreed: 2, through: 0, disagree: 0, stop: 0, others: 1 },
    })
    expect(await mayNotSay(vera, round.id, 'agree')).toBe('round-over')
    const door = createSealed(withy)
    expect(await door.byCode(kept.code)).toMatchObject({ of: anna.plan, record: kept.record, newest: 1 })
    expect([await door.byCode('0000-0000-0000'), await door.at(anna.plan, '2'), await door.at('x', '1')]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('[AGREE-4] refuses an answer to other words, keeps nothing of it, and says of one given before that the words have changed', async () => {
    const { withy, anna, ben, vera } = await street()
    const round = await asksToAgree(anna, [ben, vera])
    const { title } = await anna.facts()
    const { fingerprint } = await readsPlan(vera)
    await says(ben, round.id, 'agree', { fingerprint })
    await rename(anna, 'Our lane')
    expect(await mayNotSay(vera, round.id, 'agree', { fingerprint })).toBe('plan-changed')
    expect((await withy.store.roundIn(round.id)).answers).toHaveLength(1)
    expect(await withy.store.agreementOf(anna.plan)).toMatchObject({ wordings: 1 })
    const { round: now, ...plan } = await agreementOf(anna)
    expect(now?.answers).toMatchObject([{ person: ben.id, fingerprint, ofTheseWords: false }])
    expect(now?.answered).toEqual([])
    expect(plan.fingerprint).not.toBe(fingerprint)
    expect(await mayNotSeal(anna, round.id)).toBe('cannot-be-sealed')
    expect(
      await anna.isRefused('POST', `/api/plans/${anna.plan}/rounds/${round.id}/seal`, { fingerprint, wentOn: '' }),
    ).toBe('plan-changed')
    // The same words again: what was said to them is said of the plan.
    await rename(anna, title)
    expect((await agreementOf(anna)).round?.answers).toMatchObject([{ person: ben.id, ofTheseWords: true }])
  })

  it('[AGREE-9] a stop stands in the next round, until it is taken back, and not once the plan is sealed', async () => {
    const { anna, ben, vera } = await street()
    const stopped = async (round: { id: string }, ...who: (typeof ben)[]) => {
      await says(anna, round.id, 'agree')
      const { blocks, answers } = (await agreementOf(anna)).round ?? {}
      expect(blocks).toEqual(who.map(({ id }) => ({ why: 'stop', person: id })))
      expect(answers?.map(({ person }) => person)).toEqual([...who, anna].map(({ id }) => id))
    }
    const ends = (round: { id: string }) => anna.gets('POST', `/api/plans/${anna.plan}/rounds/${round.id}/end`)
    const first = await asksToAgree(anna, [anna, ben, vera])
    await says(ben, first.id, 'stop')
    await says(vera, first.id, 'stop')
    await says(vera, first.id, 'agree')
    await ends(first)
    const second = await asksToAgree(anna, [anna, ben])
    await stopped(second, ben)
    await says(ben, second.id, null)
    await stopped(second)
    await says(ben, second.id, 'stop')
    await ends(second)
    const third = await asksToAgree(anna, [anna])
    await stopped(third, ben)
    await seals(anna, third.id, 'Ben has moved away.')
    await stopped(await asksToAgree(anna, [anna]))
  })

  it('[AGREE-9] a stop stands in the next round, also where the server’s clock was set back between them', async () => {
    const { withy, anna, ben } = await street()
    const first = await asksToAgree(anna, [anna, ben])
    await says(ben, first.id, 'stop')
    await anna.gets('POST', `/api/plans/${anna.plan}/rounds/${first.id}/end`)
    withy.clock.now -= 60_000
    const second = await asksToAgree(anna, [anna, ben])
    const { answers } = await says(anna, second.id, 'agree')
    expect(answers.map(({ person, answer }) => [person, answer])).toEqual([
      [ben.id, 'stop'],
      [anna.id, 'agree'],
    ])
    expect(await mayNotSeal(anna, second.id)).toBe('why-needed')
    await seals(anna, second.id, 'Ben has moved away.')
    withy.clock.now -= 60_000
    const third = await asksToAgree(anna, [anna, ben])
    expect((await says(anna, third.id, 'agree')).answers.map(({ person }) => person)).toEqual([anna.id])
  })

  it('[AGREE-49] what was said in a round that was ended is read on by who could see it, until people are asked again', async () => {
    const { anna, ben, vera } = await street()
    const first = await asksToAgree(anna, [anna, ben, vera])
    await says(ben, first.id, 'disagree', { words: 'No bench.' })
    expect((await agreementOf(vera)).ended).toBeNull()
    await anna.gets('POST', `/api/plans/${anna.plan}/rounds/${first.id}/end`)
    const { ended } = await agreementOf(vera)
    expect(ended?.round).toMatchObject({
      ...{ id: first.id, openedBy: anna.id, answered: [ben.id] },
      answers: [{ person: ben.id, answer: 'disagree', words: 'No bench.' }],
    })
    const second = await asksToAgree(anna, [anna, ben])
    expect((await agreementOf(vera)).ended).toBeNull()
    await says(anna, second.id, 'agree')
    await seals(anna, second.id)
    expect((await agreementOf(ben)).ended).toBeNull()
  })

  it('[AGREE-20] tells what is missing, with what the plan’s workshops and tests say', async () => {
    const { withy, anna, ben } = await street()
    const before = (await asksToAgree(anna, [anna, ben])).missing
    const { plan } = await readsPlan(anna)
    const [action] = actionsOf(plan)
    withy.clock.now += 5_000
    const no = { informed: 'harms', confident: null, connected: null, shows: null }
    await ben.gets('PUT', `/api/plans/${anna.plan}/tests/${action?.id}`, no)
    const card = { id: 'w', title: 'May', stage: 'closed', madeAt: 0, closedAt: 1 } as const
    const idea = (id: string, step: string, more = {}) => ({
      ...{ kind: 'idea', id, value: { step, fate: null, ...more } },
    })
    const step = (id: string, shown: boolean) => ({ kind: 'step', id, value: { kind: 'silent', shown } })
    const seen = [idea('i1', 's1'), idea('i2', 's1', { fate: 'in-plan' }), idea('i3', 's1', { hidden: true })]
    await withy.store.addWorkshop(anna.plan, card, [step('s1', true), step('s2', false), ...seen, idea('i4', 's2')], 9)
    const after = (await agreementOf(ben)).round?.missing ?? []
    const kept = before.filter(({ what }) => what !== 'ideas-unanswered' && what !== 'tests-failed')
    expect(after.filter((one) => !kept.some(({ what }) => what === one.what))).toEqual([
      { what: 'ideas-unanswered', count: 1 },
      { what: 'tests-failed', count: 1 },
    ])
    expect(after).toEqual(expect.arrayContaining(kept))
  })

  it('[AGREE-22] is sealed once, one by one, each version holding on to the one before', async () => {
    const { anna, ben } = await street()
    for (const number of [1, 2]) {
      const { id } = await asksToAgree(anna, [ben])
      await says(ben, id, 'agree')
      const path = `/api/plans/${anna.plan}/rounds/${id}/seal`
      const body = { fingerprint: (await readsPlan(anna)).fingerprint, wentOn: '' }
      const both = await Promise.all([anna.ask('POST', path, body), anna.ask('POST', path, body)])
      expect(both.map(({ body }) => body)).toEqual(
        expect.arrayContaining([{ number }, expect.objectContaining({ refused: 'round-over' })]),
      )
    }
    const [first, second] = [await sealedAt(ben, 1), await sealedAt(ben, 2)]
    expect([second.record.previous, first.newest, second.newest]).toEqual([first.seal, 2, 2])
  })

  it('[AGREE-23] a sealed version stays the same whatever becomes of the plan, its people and its words', async () => {
    const { withy, anna, ben } = await street()
    const { id } = await asksToAgree(anna, [ben])
    await says(ben, id, 'agree')
    await seals(anna, id)
    const kept = await sealedAt(anna, 1)
    await rename(anna, 'Another plan')
    await ben.gets('PATCH', `/api/plans/${anna.plan}/people/${ben.id}`, { name: 'Benjamin', voice: 'professional' })
    await writesIn(withy, anna, (doc) => writeParagraph(doc, 'Something else.'))
    await anna.gets('DELETE', `/api/plans/${anna.plan}/people/${ben.id}`)
    expect(await sealedAt(anna, 1)).toEqual(kept)
    const { sealed, fingerprint } = await agreementOf(anna)
    expect([sealed[0]?.fingerprint === fingerprint, sealed[0]?.code]).toEqual([false, kept.code])
  })

  it('[AGREE-24] who agreed can withdraw once: a record beside the version, which stays as it is', async () => {
    const { anna, ben, vera } = await street()
    const { id } = await asksToAgree(anna, [anna, ben, vera])
    await says(ben, id, 'agree-with', { words: 'Keep the bench.' })
    await says(vera, id, 'disagree', { words: 'No bench.' })
    await seals(anna, id)
    const { withdrawn: none, ...kept } = await sealedAt(anna, 1)
    const may = async () => Promise.all([anna, ben, vera].map(mayWithdraw))
    expect(await may()).toEqual([[], [ben.id], []])
    const withdraws = (who: typeof ben, number = 1) =>
      who.ask('POST', `/api/plans/${anna.plan}/sealed/${number}/withdraw`, { words: 'The bench is gone.' })
    const answers = [await withdraws(anna), await withdraws(vera), await withdraws(ben), await withdraws(ben)]
    expect(answers.map(({ body }) => (body as { refused?: string }).refused ?? 'yes')).toEqual([
      ...['not-agreed', 'not-agreed', 'yes', 'not-agreed'],
    ])
    expect((await withdraws(ben, 2)).status).toBe(404)
    const { withdrawn, ...after } = await sealedAt(anna, 1)
    expect([none, after]).toEqual([[], kept])
    expect(withdrawn).toMatchObject([{ name: 'Ben', words: 'The bench is gone.', by: null }])
    expect(await may()).toEqual([[], [], []])
    expect((await agreementOf(vera)).sealed[0]?.withdrawn).toBe(1)
  })

  it('[AGREE-34] somebody whose agreement was passed on withdraws through somebody too: both names stand beside the version', async () => {
    const { anna, ben, vera } = await street()
    const { id } = await asksToAgree(anna, [anna, ben, vera])
    await says(ben, id, 'agree')
    await says(anna, id, 'agree', { person: vera.id })
    await seals(anna, id)
    const may = () => Promise.all([anna, ben, vera].map(mayWithdraw))
    expect(await may()).toEqual([[vera.id], [ben.id, vera.id], [vera.id]])
    const withdraws = async (who: typeof ben, person: typeof ben) => {
      const body = { person: person.id, words: 'The bench is gone.' }
      const { body: said } = await who.ask('POST', `/api/plans/${anna.plan}/sealed/1/withdraw`, body)
      return (said as { refused?: string }).refused ?? 'yes'
    }
    expect([
      await withdraws(anna, ben),
      await withdraws(vera, ben),
      await withdraws(ben, anna),
      await withdraws(ben, vera),
      await withdraws(vera, vera),
    ]).toEqual(['answered-themselves', 'answered-themselves', 'not-agreed', 'yes', 'not-agreed'])
    expect((await sealedAt(anna, 1)).withdrawn).toMatchObject([{ name: 'Vera', by: 'Ben' }])
    expect(await may()).toEqual([[], [ben.id], []])
  })
})
