import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { openLanguage, openTexts } from '../../text/language.ts'
import { BringForm } from './bring-form.tsx'

beforeEach(() => openTexts('people'))
beforeEach(() => openTexts('import'))

const ANSWER = { answer: 'agree', section: null, ofTheseWords: true }
const RECORD = {
  number: 3,
  sealedAt: '2026-11-20T10:00:00Z',
  answers: [
    ANSWER,
    { ...ANSWER, answer: 'agree-with' },
    { ...ANSWER, answer: 'disagree' },
    { ...ANSWER, section: 'The café' },
    { ...ANSWER, ofTheseWords: false },
    { ...ANSWER, left: true },
    null,
  ],
}

const bring = async (status: unknown) => {
  const said = JSON.stringify({ withy: 1, kind: 'area', title: 'Mill Lane', status })
  const { unmount } = render(<BringForm name="" onBring={async () => {}} />)
  fireEvent.change(document.querySelector('input[type=file]') as HTMLInputElement, {
    target: { files: [new File([said], 'a.json')] },
  })
  await screen.findByRole('heading', { name: 'Mill Lane' })
  const words = [...document.querySelectorAll('.notice p')].map(({ textContent }) => textContent ?? '')
  unmount()
  return words.slice(1, -1).map((line) => line.replace('day,', 'day'))
}

it('[EXPORT-64] a file that was agreed says so, by how many, and that nobody has agreed to the new plan', async () => {
  expect(await bring({ is: 'sealed', record: RECORD })).toEqual([
    'It says: agreed plan 3, agreed on Friday 20 November 2026. 2 people agreed. Nobody has agreed to the new plan. You can ask people again.',
    'Did somebody change this file? Check it first',
  ])
  expect(await bring({ is: 'draft', at: RECORD.sealedAt })).toEqual([])
  await openLanguage('cy')
  expect((await bring({ is: 'sealed', record: RECORD }))[0]).toMatch(/^Mae’n dweud: .* Cytunodd 2 berson\./)
})

it.each([undefined, null, 7, {}, { ...RECORD, sealedAt: 'soon' }, { ...RECORD, number: '9' }])(
  '[EXPORT-64] a copy of some sections, or a record that is none, is told without numbers (%#)',
  async (record) => {
    expect((await bring({ is: 'sealed', record }))[0]).toMatch(/^It says: some sections of an agreed plan\. Nobody/)
  },
)
