import type { Invitation } from '@withy/shared/api'
import { expect, it } from 'vitest'
import { onDesk } from '../live/testing-desk.tsx'
import { openTexts } from '../text/language.ts'
import { CodeToSay } from './code-to-say.tsx'

const shown = async (link: string) => {
  await openTexts('workshop', 'people')
  const code = { kind: 'code', code: 'oak-fern-17', link, expiresAt: '2026-05-02T11:00:00.000Z' } as Invitation
  const drawn = await onDesk(<CodeToSay plan="p" code={code} trouble={null} onMake={() => {}} />)
  return drawn.container.textContent ?? ''
}

it('[WORK-202] a code that is made while preparing says until when it works, and to make it on the day if that is too soon', async () => {
  const words = await shown('https://withy.example/join')
  expect(words).toContain('Works until Saturday, 2 May 2026')
  expect(words).toContain('If the workshop is later, make a code on the day.')
  expect(words).not.toContain('Only this computer')
})

it('[WORK-202] a code that only this computer can open says so', async () => {
  expect(await shown('http://localhost:8040/join')).toContain('Only this computer can open this.')
})
