import { expect, it, onTestFinished } from 'vitest'
import { agreementOf, asksToAgree, says } from '../testing/agreeing.ts'
import { openWithy } from '../testing/open-withy.ts'
import { invites, joins, type Member, pathOf, starts } from '../testing/people.ts'

/** A plan for a place that a professional leads; who lives there is asked first. */
async function street() {
  const withy = await openWithy()
  onTestFinished(() => withy.close())
  const pip = await starts(withy, { name: 'Pip', voice: 'professional' })
  const comes = async (name: string, voice: 'resident' | 'professional') => {
    withy.clock.now += 1_000
    return joins(withy.device(), await invites(pip), { name, voice })
  }
  const ends = ({ id }: { id: string }) => pip.gets('POST', `/api/plans/${pip.plan}/rounds/${id}/end`)
  const [ben, vera] = [await comes('Ben', 'resident'), await comes('Vera', 'professional')]
  return { pip, ben, vera, comes, ends }
}

const shownTo = async (who: Member) => {
  const { ended } = await agreementOf(who)
  return ended && [ended.round.isWaiting, ended.round.answers.map(({ person }) => person)]
}

it('[AGREE-49] what was hidden when people were asked no more stays hidden, whoever leaves or says another voice', async () => {
  const { pip, ben, vera, ends } = await street()
  const round = await asksToAgree(pip, [pip, ben])
  await says(pip, round.id, 'disagree', { words: 'No bench.' })
  await ends(round)
  expect([await shownTo(ben), await shownTo(pip)]).toEqual([
    [true, []],
    [true, [pip.id]],
  ])
  await ben.gets('PATCH', pathOf(ben, ben), { name: 'Ben', voice: 'professional' })
  expect([await shownTo(ben), await shownTo(vera)]).toEqual(Array(2).fill([true, []]))
  await pip.gets('DELETE', pathOf(pip, ben))
  expect([await shownTo(vera), await shownTo(pip)]).toEqual([
    [true, []],
    [true, [pip.id]],
  ])
})

it('[AGREE-49] who comes after people were asked no more reads nothing of it; who was there, or was asked, does', async () => {
  const { pip, ben, vera, comes, ends } = await street()
  const round = await asksToAgree(pip, [pip, ben])
  await says(ben, round.id, 'disagree', { words: 'No bench.' })
  await ends(round)
  const zoe = await comes('Zoe', 'resident')
  expect(await Promise.all([ben, vera, pip].map(shownTo))).toEqual(Array(3).fill([false, [ben.id]]))
  expect(await shownTo(zoe)).toBeNull()
})
