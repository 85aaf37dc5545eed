import { expect, it } from 'vitest'
import { groupAgreeing } from '../testing/group-agreeing.ts'
import { type Agreed, whoseToWithdraw } from './withdraw.ts'

/** Who is asked, and agrees; whose agreement somebody could withdraw if it was sealed now. */
function whoIn(group: ReturnType<typeof groupAgreeing>) {
  return (me: string) => {
    const { plan, round, professionals, answers } = { ...group.now(), ...group.open() }
    const { fingerprint } = group.read()
    const agreed: Agreed = { version: 'v', fingerprint, round, professionals, answers, withdrawn: [] }
    return whoseToWithdraw(agreed, plan, me).map(({ name }) => name)
  }
}

it('[AGREE-34] nobody who is paid to passes on that the person no longer agrees; who decided for them takes their own back', () => {
  const group = groupAgreeing('support', { Kofi: 'supporter', Pip: 'professional', Ines: 'carer', Rosa: 'person' })
  const whose = whoIn(group)
  group.asks('Kofi', { decides: { acting: 'attorney', person: 'Ines', words: '' } })
  group.says('Kofi', 'agree', { person: 'Rosa' })
  expect(['Kofi', 'Pip', 'Ines', 'Rosa', 'Zoe'].map(whose)).toEqual([['Rosa'], [], ['Rosa'], ['Rosa'], []])
  group.says('Ines', 'agree', { person: 'Rosa', acting: 'attorney' })
  expect(['Kofi', 'Pip', 'Ines', 'Rosa'].map(whose)).toEqual([[], [], ['Rosa'], ['Rosa']])
  group.changes('Ines', { role: 'viewer' })
  expect(whose('Ines')).toEqual(['Rosa'])
})

it('[AGREE-37] who came by a link a minute ago, and was asked nothing, withdraws nobody’s agreement; who leads the plan can', () => {
  const group = groupAgreeing('area', { Anna: 'resident', Ben: 'carer', Vera: 'resident' })
  group.asks('Anna', { asked: ['Ben', 'Vera'] })
  group.says('Ben', 'agree', { person: 'Vera' })
  group.comes('Zoe', 'resident')
  const whose = whoIn(group)
  expect(['Anna', 'Ben', 'Vera', 'Zoe'].map(whose)).toEqual([['Vera'], ['Vera'], ['Vera'], []])
  group.changes('Zoe', { role: 'facilitator' })
  group.changes('Ben', { role: 'viewer' })
  expect(['Ben', 'Zoe'].map(whose)).toEqual([['Vera'], ['Vera']])
})

it('[AGREE-37] a professional withdraws nothing for the person with another voice; nor does who leads and was not asked', () => {
  const group = groupAgreeing('support', { Rosa: 'person', Kofi: 'supporter', Pip: 'professional' })
  group.asks('Rosa')
  group.says('Kofi', 'agree', { person: 'Rosa' })
  const whose = whoIn(group)
  group.changes('Pip', { voice: 'carer' })
  group.comes('Zoe', 'carer', { role: 'facilitator' })
  expect(['Kofi', 'Pip', 'Zoe'].map(whose)).toEqual([['Rosa'], [], []])
})
