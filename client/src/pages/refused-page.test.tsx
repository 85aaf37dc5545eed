import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { RefusedError } from '../api/send.ts'
import { OfflineError } from '../ui/reach.ts'
import { RefusedPage } from './refused-page.tsx'

const toPlan = () => screen.queryByRole('link', { name: 'Open the plan' })?.getAttribute('href') ?? null

it('[AGREE-48] a page of a plan that does not come leads back to the plan, and who is not in it is led nowhere', () => {
  const { rerender } = render(<RefusedPage error={new OfflineError()} again={() => {}} plan="p1" />)
  expect(toPlan()).toBe('/plans/p1')
  rerender(
    <RefusedPage
      error={new RefusedError({ refused: 'not-found', sentence: 'Not here.' })}
      again={() => {}}
      plan="p1"
    />,
  )
  expect(toPlan()).toBeNull()
  rerender(<RefusedPage error={new OfflineError()} again={() => {}} />)
  expect(toPlan()).toBeNull()
})
