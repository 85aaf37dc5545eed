import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Face } from './face.tsx'

it('[A11Y-243] initials are letters or numbers of any writing, and run as they do', () => {
  const initials = (name: string) => {
    const drawn = render(<Face name={name} colour={0} />).container.querySelector<HTMLElement>('.face')
    return [drawn?.textContent, drawn?.dir]
  }
  expect(initials('Rosa Ŵyn')).toEqual(['RŴ', 'auto'])
  expect(initials('أحمد (2)')).toEqual(['أ2', 'auto'])
  expect(initials('Somebody (no name yet)')).toEqual(['S', 'auto'])
  expect(initials('(no name)')).toEqual(['NN', 'auto'])
  expect(initials('🌱')).toEqual(['🌱', 'auto'])
})
