import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { photoAddress } from '../../../../api/photos.ts'
import { sayTaken } from '../../../../plan-view/taken-photos.ts'
import { openLanguage, openTexts } from '../../../../text/language.ts'
import { EasyRow } from '../easy-row.tsx'
import { PHOTO } from './testing-photo.ts'

beforeEach(() => openTexts('easy'))

const row = (photo: string, shows = '', planId = 'p') =>
  render(
    <EasyRow
      planId={planId}
      item={{ id: 'i', cells: { words: 'She rings on Sundays.', picture: `photo:${photo}`, 'photo-words': shows } }}
    />,
  )

it('[EASY-53] @B12 a photo of people’s own is shown with what they say it shows', () => {
  row(PHOTO, 'My sister Beth')
  const photo = screen.getByRole('img', { name: 'My sister Beth' })
  expect(photo.getAttribute('src')).toBe(`/api/plans/p/photos/${PHOTO}`)
  expect(screen.getByText('My sister Beth').hidden).toBe(true)
})

it('[EASY-52] @B12 a photo that nobody has said anything about says so, in the reader’s language', async () => {
  row(PHOTO)
  expect(screen.getByRole('img', { name: 'A photo nobody has said anything about yet' })).toBeTruthy()
  await act(() => openLanguage('cy'))
  expect(screen.getByRole('img', { name: 'Llun nad oes neb wedi dweud dim amdano eto' })).toBeTruthy()
})

it('[EASY-53] @B12 a photo that cannot be had leaves its words in its place, until there is a connection', () => {
  row(PHOTO, 'My sister Beth')
  fireEvent.error(screen.getByRole('img'))
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.getByText('My sister Beth').hidden).toBe(false)
  act(() => void window.dispatchEvent(new Event('online')))
  expect(screen.getByRole('img', { name: 'My sister Beth' })).toBeTruthy()
})

it('[EASY-56] a photo that was taken away leaves its words in its place, and does not come back', () => {
  const gone = 'y'.repeat(43)
  row(gone, 'My sister Beth')
  row(PHOTO, 'My garden')
  act(() => sayTaken(photoAddress('p', gone)))
  expect(screen.getByRole('img').getAttribute('alt')).toBe('My garden')
  act(() => void window.dispatchEvent(new Event('online')))
  expect(screen.getByText('My sister Beth').closest('[hidden]')).toBeNull()
})

it('[EASY-69] where a photo was taken away that is said, with what it showed', async () => {
  const gone = 'v'.repeat(43)
  const { container } = row(gone, 'My sister Beth')
  act(() => sayTaken(photoAddress('p', gone)))
  const said = () => container.querySelector('.easy-photo')?.textContent
  expect(said()).toBe('This photo was taken away. It showed: My sister Beth')
  await act(() => openLanguage('cy'))
  expect(said()).toBe('Tynnwyd y llun hwn i ffwrdd. Roedd yn dangos: My sister Beth')
  await act(() => openLanguage('en'))
})

it('[EASY-69] a page that comes later asks why a photo is not here, and says it only of one that was taken away', async () => {
  const [gone, away] = ['u'.repeat(43), 't'.repeat(43)]
  vi.stubGlobal('fetch', async (path: string) =>
    path.endsWith(gone)
      ? Response.json({ refused: 'photo-removed', sentence: 'It was taken away.' }, { status: 404 })
      : Response.json({ refused: 'not-found', sentence: 'Not here.' }, { status: 404 }),
  )
  const { container } = row(gone)
  fireEvent.error(screen.getByRole('img'))
  const other = row(away, 'My garden').container
  fireEvent.error(screen.getByRole('img'))
  await vi.waitFor(() =>
    expect(container.querySelector('.easy-photo')?.textContent?.trim()).toBe('This photo was taken away.'),
  )
  expect(other.querySelector('.easy-photo')?.textContent).toBe('My garden')
  vi.unstubAllGlobals()
})

it('[EASY-58] a photo that was taken away from one plan stays in another', () => {
  const both = 'z'.repeat(43)
  row(both, 'My sister Beth', 'q')
  act(() => sayTaken(photoAddress('p', both)))
  expect(screen.getByRole('img', { name: 'My sister Beth' })).toBeTruthy()
})
