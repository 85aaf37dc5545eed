import { createHash } from 'node:crypto'
import { codeOf, sealOf } from '@withy/shared/api'
import { editionJson, fingerprint } from '@withy/shared/plan'
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
import { copiesExample, joinsAs } from '../testing/people.ts'
import { createSealed } from '../versions/sealed.ts'

async function street() {
  const withy = await openWithy()
  onTestFinished(() => withy.close())
  const anna = await copiesExample(withy)
  const [ben, vera] = [await joinsAs(withy, anna, 'contributor', 'Ben'), await joinsAs(withy, anna, 'viewer', 'Vera')]
  const tell = vi.spyOn(withy.live, 'tell')
  return { withy, anna, ben, vera, tell }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const rename = (anna: Awaited<ReturnType<typeof street>>['anna'], title: string) =>
  anna.gets('PATCH', `/api/plans/${anna.plan}`, { title })

describe('agreeing to a plan', () => {
  it('[AGREE-4] [AGREE-21] is asked, answered and sealed: the version is the words that were agreed', async () => {
    const { withy, anna, ben, vera, tell } = await street()
    expect(await agreementOf(vera)).toMatchObject({ round: null, sealed: [] })
    const round = await asksToAgree(anna, [anna, ben, vera])
    const read = await readsPlan(vera)
    expect(read.fingerprint).toBe(fingerprint(read.edition))
    await says(ben, round.id, 'agree', { fingerprint: read.fingerprint })
    const after = await says(vera, round.id, 'agree-with', { words: 'Keep the bench.' })
    expect(after.answers.map(({ person, answer, ofTheseWords }) => [person, answer, ofTheseWords])).toEqual([
      [ben.id, 'agree', true],
      [vera.id, 'agree-with', true],
    ])
    expect(await seals(anna, round.id)).toBe(1)
    const kept = await sealedAt(ben, 1)
    expect(kept.edition).toEqual(read.edition)
    expect(sha256(editionJson(kept.edition))).toBe(kept.record.fingerprint)
    expect([kept.seal, kept.code]).toEqual([sealOf(kept.record), codeOf(sealOf(kept.record))])
    expect(kept.record).toMatchObject({
      ...{ number: 1, sealedBy: 'Anna', onDisagreement: 'record', previous: null, wentOn: '' },
      notAnswered: [{ name: 'Anna' }],
      answers: [
        { name: 'Ben', answer: 'agree', by: null, ofTheseWords: true },
        { name: 'Vera', answer: 'agree-with', words: 'Keep the bench.' },
      ],
    })
    const said = tell.mock.calls.map(([, message]) => message)
    expect(said).toContainEqual({ type: 'sealed', number: 1 })
    expect(said.filter(({ type }) => type === 'agreement')).toHaveLength(4)
    const [card] = (await agreementOf(vera)).sealed
    expect(card).toMatchObject({ number: 1, code: kept.code, withdrawn: 0, answers: { agree: 1, 'agree-with': 1 } })
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
    expect(await withy.store.answersIn(round.id)).toHaveLength(1)
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
})
