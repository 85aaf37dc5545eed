import { render, screen, within } from '@testing-library/react'
import type { ListedVersion } from '@withy/shared/api'
import { beforeEach, expect, it } from 'vitest'
import { openTexts } from '../../text/language.ts'
import { VersionList } from './version-list.tsx'

beforeEach(() => openTexts('history'))

const pause: ListedVersion = {
  ...{ id: 'e.1', kind: 'moment', at: Date.UTC(2026, 0, 5, 12) },
  ...{ name: null, number: null, madeBy: null, writers: [] },
}
const NOBODY = 'Small changes by people who were writing before.'

it('[A11Y-277] says of a pause in which nobody began to write that there are small changes, and nothing of a version that was sealed', () => {
  const sealed: ListedVersion = { ...pause, id: 's1', kind: 'sealed', number: 1, madeBy: 'anna' }
  render(<VersionList plan="p" facts={{ people: [], former: [] }} versions={[sealed, pause]} isAll={false} />)
  const [first, second] = screen.getAllByRole('listitem')
  expect(first?.textContent).toContain('Agreed version 1')
  expect(within(first as HTMLElement).queryByText(NOBODY)).toBeNull()
  expect(within(second as HTMLElement).getByText(NOBODY)).toBeTruthy()
})
