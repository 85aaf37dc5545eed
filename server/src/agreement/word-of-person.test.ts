import { expect, it, onTestFinished } from 'vitest'
import { asksToAgree, mayNotSeal, says, sealedAt, seals } from '../testing/agreeing.ts'
import { openWithy } from '../testing/open-withy.ts'
import { invites, joins, pathOf, starts } from '../testing/people.ts'

/** A support plan that its first person started, and the next two are in. */
async function supportPlan(first: 'person' | 'professional') {
  const withy = await openWithy()
  onTestFinished(() => withy.close())
  const owner = await starts(withy, { kind: 'support', name: 'First', voice: first })
  const comes = async (name: string, voice: 'supporter' | 'professional') =>
    joins(withy.device(), await invites(owner), { name, voice })
  return { owner, kofi: await comes('Kofi', 'supporter'), pip: await comes('Pip', 'professional'), comes }
}

it('[AGREE-37] who was a professional when the plan was sealed is one for that version, whichever voice they say the day after', async () => {
  const { owner: rosa, kofi, pip, comes } = await supportPlan('person')
  const { id } = await asksToAgree(rosa, [rosa, kofi, pip])
  await says(kofi, id, 'agree', { person: rosa.id })
  await seals(rosa, id)
  await pip.gets('PATCH', pathOf(pip, pip), { voice: 'supporter' })
  const zoe = await comes('Zoe', 'supporter')
  const may = async (who: typeof pip) => (await sealedAt(who, 1)).mayWithdraw.map(({ name }) => name)
  expect([await may(kofi), await may(pip), await may(zoe)]).toEqual([['First'], [], []])
  const body = { person: rosa.id, words: 'No.' }
  const path = `/api/plans/${rosa.plan}/sealed/1/withdraw`
  expect([await pip.isRefused('POST', path, body), await zoe.isRefused('POST', path, body)]).toEqual([
    'not-allowed',
    'not-allowed',
  ])
  expect((await sealedAt(rosa, 1)).withdrawn).toEqual([])
})

it('[AGREE-12] [AGREE-38] the stop of who decides for the person goes when they leave, and stays when they are taken out', async () => {
  for (const goes of ['leaves', 'taken out'] as const) {
    const { owner: tom, kofi, pip } = await supportPlan('professional')
    const everybody = [tom, kofi, pip]
    const decides = { acting: 'attorney', person: kofi.id, words: '' } as const
    const { id } = await asksToAgree(tom, everybody, { decides })
    await says(kofi, id, 'stop', { acting: 'attorney' })
    await (goes === 'leaves' ? kofi : tom).gets('DELETE', pathOf(tom, kofi))
    await tom.gets('POST', `/api/plans/${tom.plan}/rounds/${id}/end`)
    const best = { acting: 'best-interests', person: pip.id, words: '' } as const
    const again = await asksToAgree(tom, [tom, pip], { decides: best })
    await says(pip, again.id, 'agree', { acting: 'best-interests' })
    if (goes === 'taken out') expect(await mayNotSeal(tom, again.id, 'We must.')).toBe('cannot-be-sealed')
    else expect(await seals(tom, again.id, 'Kofi left.')).toBe(1)
  }
})
