import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Dialog } from './dialog.tsx'
import { LaterDialog, laterDialog } from './later-dialog.tsx'
import { noConnection } from './testing-connection.ts'

type Props = { readonly name: string; readonly onClose: () => void }
const Keys = ({ name, onClose }: Props) => (
  <Dialog title={`Keys of ${name}`} close="Close" onClose={onClose}>
    <p>Tab</p>
  </Dialog>
)

it('[A11Y-7] @C7 a dialog that is on its way says so and can be closed; the focus is on its heading when it comes', async () => {
  let come: (drawn: typeof Keys) => void = () => {}
  const later = laterDialog(() => new Promise<typeof Keys>((resolve) => (come = resolve)))
  const onClose = vi.fn()
  render(<LaterDialog later={later} given={{ name: 'Rosa', onClose }} />)
  const opening = await screen.findByRole('heading', { name: 'Opening…' })
  await waitFor(() => expect(document.activeElement).toBe(opening))
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledOnce()
  come(Keys)
  const heading = await screen.findByRole('heading', { name: 'Keys of Rosa' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(screen.getAllByRole('dialog')).toHaveLength(1)
})

it('[A11Y-17] a dialog that cannot be had says what to do, and is asked for again when it is opened again', async () => {
  noConnection()
  const load = vi.fn(async () => Keys).mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const later = laterDialog(load)
  const given = { name: 'Rosa', onClose() {} }
  const { unmount } = render(<LaterDialog later={later} given={given} />)
  expect((await screen.findByText(/^Check your connection/)).getAttribute('role')).toBe('status')
  unmount()
  render(<LaterDialog later={later} given={given} />)
  expect(await screen.findByRole('dialog', { name: 'Keys of Rosa' })).toBeTruthy()
})

it('a dialog that was prepared is drawn at once, and fetched once', async () => {
  const load = vi.fn(async () => Keys)
  const later = laterDialog(load)
  await later.prepare()
  await later.prepare()
  render(<LaterDialog later={later} given={{ name: 'Rosa', onClose() {} }} />)
  expect(screen.getByRole('dialog', { name: 'Keys of Rosa' })).toBeTruthy()
  expect(load).toHaveBeenCalledOnce()
})

it('[A11Y-265] a dialog that comes soon is the only one that is there', async () => {
  let come: (drawn: typeof Keys) => void = () => {}
  const later = laterDialog(() => new Promise<typeof Keys>((resolve) => (come = resolve)))
  render(<LaterDialog later={later} given={{ name: 'Rosa', onClose() {} }} />)
  expect(screen.queryByRole('dialog')).toBeNull()
  come(Keys)
  expect(await screen.findByRole('dialog', { name: 'Keys of Rosa' })).toBeTruthy()
})
