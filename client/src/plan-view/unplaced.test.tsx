import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Unplaced } from './unplaced.tsx'

it('[PLAN-95] says that Withy has no place for such words, and nothing of where they are from: nobody knows', () => {
  render(<Unplaced unplaced={[{ where: 'living-map.have', words: 'Bashir has the key' }]} />)
  expect(screen.getByText('Bashir has the key')).toBeTruthy()
  expect(screen.getByText('Withy has no place for these words. Copy them to where they belong.')).toBeTruthy()
})
