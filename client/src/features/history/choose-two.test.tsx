import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { Version } from '@withy/shared/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTexts } from '../../text/language.ts'
import { ChooseTwo } from './choose-two.tsx'

beforeEach(() => openTexts('history'))
afterEach(() => vi.unstubAllGlobals())

const day = (n: number) => Date.UTC(2026, 0, n, 12)
const named = (n: number): Version => ({
  id: `n${n}`,
  kind: 'named',
  at: day(n),
  name: `Name ${n}`,
  number: null,
  madeBy: 'a',
})
const moment = (n: number): Version => ({ ...named(n), id: `e.${n}`, kind: 'moment', name: null, madeBy: null })
const upTo = <One,>(count: number, one: (n: number) => One) => Array.from({ length: count }, (_, n) => one(count - n))

/** What is at the other end of the wire: versions that were kept, and those of pauses a page at a time. */
function opens(kept: readonly Version[], pages: readonly (readonly Version[])[]) {
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/kept-versions')) return Response.json({ versions: kept })
    const at = Number(new URL(path, 'http://x').searchParams.get('before') ?? 0)
    const versions = (pages[at] ?? []).map((one) => ({ ...one, writers: [] }))
    return Response.json({ versions, next: at + 1 < pages.length ? String(at + 1) : null, since: [] })
  })
  render(<ChooseTwo plan="p" chosen={[moment(90), { ...moment(91), id: 'now', kind: 'now' }]} />)
}
const choices = () =>
  within(screen.getByLabelText('One version'))
    .getAllByRole('option')
    .map(({ textContent }) => textContent)

describe('comparing any two', () => {
  it('[STORE-112] the first of 46 versions with a name stands among the choices at once', async () => {
    opens(upTo(46, named), [upTo(40, (n) => named(n + 6))])
    await waitFor(() => expect(choices()).toHaveLength(48))
    expect(choices().at(-1)).toContain('Name 1')
    expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull()
  })

  it('[STORE-112] an older pause can be chosen after one press, which is said; the focus stays there and what was chosen too', async () => {
    opens([], [upTo(2, (n) => moment(n + 2)), upTo(2, moment)])
    const older = await screen.findByRole('button', { name: 'Show older ones' })
    expect(choices()).toHaveLength(4)
    fireEvent.change(screen.getByLabelText('One version'), { target: { value: 'e.3' } })
    older.focus()
    fireEvent.click(older)
    await screen.findByText('Older ones are in both lists now.')
    expect(choices()).toHaveLength(6)
    expect(screen.getByLabelText<HTMLSelectElement>('One version').value).toBe('e.3')
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('status'))
  })
})
