import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openTexts } from '../../../text/language.ts'
import { WorkshopCards } from './workshop-cards.tsx'

it('[WORK-89] leads to the record and the ideas of each workshop that is over, and of no other', async () => {
  await openTexts('workshop')
  const card = { madeAt: 0, closedAt: null }
  const workshops = [
    { ...card, id: 'v', title: 'June', stage: 'open' as const },
    { ...card, id: 'w', title: 'May', stage: 'closed' as const, closedAt: 1 },
  ]
  render(<WorkshopCards plan="p" workshops={workshops} mayPrepare />)
  expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['June', '/plans/p/workshops/v'],
    ['May', '/plans/p/workshops/w'],
    ['You said, we did: May', '/plans/p/workshops/w/you-said'],
    ['The record: May', '/plans/p/workshops/w/record'],
  ])
})
