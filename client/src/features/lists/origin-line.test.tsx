import { render, screen } from '@testing-library/react'
import { dayOf } from '@withy/shared/plan'
import { expect, it } from 'vitest'
import { OriginLine } from './origin-line.tsx'

const origin = {
  from: 'workshop',
  workshop: 'w',
  idea: 'i',
  on: '2026-05-09',
  said: [{ by: 'Rosa', words: 'Dig' }],
} as const

it('[WORK-65] an item says who said it in which workshop, with their own words once it has others', () => {
  const { rerender } = render(<OriginLine item={{ id: 'i', cells: { what: 'Dig' } }} origin={origin} />)
  expect(screen.getByText(`Said by Rosa in the workshop of ${dayOf('en', origin.on)}`)).toBeTruthy()
  expect(screen.queryByText(/“Dig”/)).toBeNull()
  rerender(<OriginLine item={{ id: 'i', cells: { what: 'Dig a garden' } }} origin={origin} />)
  expect(screen.getByText('Rosa: “Dig”')).toBeTruthy()
})
