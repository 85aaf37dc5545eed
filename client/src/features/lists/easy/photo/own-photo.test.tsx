import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { PhotoKept } from '@withy/shared/api'
import { addItem, easyKey, listRoot, readList, SHAPES } from '@withy/shared/plan'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { onDesk } from '../../../../live/testing-desk.tsx'
import { openTexts } from '../../../../text/language.ts'
import { useList } from '../../use-list.ts'
import { EasyRowForm } from '../easy-row-form.tsx'
import { aPhoto, drawsPhotos, PHOTO } from './testing-photo.ts'

const BOX = easyKey('place')
const ADDRESS = '/api/plans/p/photos'

function Rows() {
  return useList(BOX, 'easy').items.map((item) => <EasyRowForm key={item.id} item={item} box={BOX} />)
}

beforeAll(() => import('./photo-dialog.tsx'))
beforeEach(() => Promise.all([openTexts('easy'), openTexts('photos')]))

/** What is pressed has the focus, as in most browsers. */
const click = (button: HTMLElement | undefined) => {
  button?.focus()
  fireEvent.click(button as HTMLElement)
}
const press = (name: string | RegExp) => click(screen.getByRole('button', { name }))
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const cellsIn = (doc: Y.Doc) => readList(listRoot(doc, BOX), SHAPES.easy).items[0]?.cells

/** jsdom's own files tell what is in them to its reader alone. */
const lettersOf = (file: unknown): Promise<string> =>
  new Promise((read) => {
    const reader = new FileReader()
    reader.onload = () => read(String(reader.result))
    reader.readAsText(file as Blob)
  })

type Asked = { readonly method: string; readonly path: string; readonly body: unknown }

/** A server that keeps these photos, and what it was asked. `says`: what it answers to a photo that is sent. */
function server(
  photos: PhotoKept[] = [],
  says = () => Promise.resolve(Response.json({ photo: PHOTO }, { status: 201 })),
) {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    if (method !== 'GET') asked.push({ method, path, body })
    if (method === 'POST') return says()
    if (method === 'DELETE') {
      photos = photos.map((one) => (path.endsWith(one.photo) ? { ...one, removedAt: '2026-11-23T10:00:00Z' } : one))
      return Response.json({})
    }
    return Response.json({ photos })
  })
  return asked
}

async function opened(cells: Record<string, string> = {}, fill: (doc: Y.Doc) => void = () => {}) {
  const on = await onDesk(<Rows />, {
    fill: (doc) => {
      addItem(doc, { key: BOX, shape: 'easy', cells: { words: 'Beth rings on Sundays.', ...cells } })
      fill(doc)
    },
  })
  click(screen.getAllByRole('button', { name: 'Use a photo of your own' })[0])
  await screen.findByLabelText('Choose a photo')
  return on
}

async function chosen() {
  drawsPhotos()
  const on = await opened()
  const title = within(screen.getByRole('dialog')).getByRole('heading', { level: 2 })
  await waitFor(() => expect(document.activeElement).toBe(title))
  fireEvent.change(screen.getByLabelText('Choose a photo'), { target: { files: [aPhoto()] } })
  await screen.findByRole('heading', { name: 'Your photo' })
  return on
}

it('[EASY-50] [EASY-51] @B12 a photo is looked at, said what it shows and who said yes, sent, and stands in the row', async () => {
  const { doc } = await chosen()
  const asked = server()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Your photo' }))
  type('What does the photo show?', ' My sister Beth ')
  expect(screen.getByRole('img', { name: 'My sister Beth' }).getAttribute('src')).toMatch(/^data:image\/jpeg/)
  fireEvent.click(screen.getByRole('radio', { name: 'Yes, and they said yes to this' }))
  type('Who said yes', ' Beth ')
  press('Use this photo')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  // No name stands in the address.
  expect(asked).toEqual([{ method: 'POST', path: ADDRESS, body: expect.any(Blob) }])
  expect((await lettersOf(asked[0]?.body)).split('\n')[0]).toBe('{"shows":"agreed","who":"Beth"}')
  expect(cellsIn(doc)).toMatchObject({ picture: `photo:${PHOTO}`, 'photo-words': 'My sister Beth' })
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Use a photo of your own' })),
  )
  expect(screen.getByRole('button', { name: 'My sister Beth' }).getAttribute('aria-pressed')).toBe('true')
})

it('[EASY-51] nothing is sent before it is said whether somebody is on it, and who said yes', async () => {
  const { doc } = await chosen()
  const asked = server()
  press('Use this photo')
  expect(screen.getByText('Say if somebody is in this photo.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'No, nobody' }))
  fireEvent.click(screen.getByRole('radio', { name: 'Yes, but I have not asked them yet' }))
  expect(screen.getByText(/^Please ask them first\./)).toBeTruthy()
  press('Use this photo')
  fireEvent.click(screen.getByRole('radio', { name: 'Yes, and they said yes to this' }))
  press('Use this photo')
  const who = screen.getByRole('textbox', { name: 'Who said yes' })
  expect(document.activeElement).toBe(who)
  expect(screen.getByText('Write who said yes.')).toBeTruthy()
  expect(asked).toEqual([])
  fireEvent.click(screen.getByRole('radio', { name: 'No, nobody' }))
  press('Use this photo')
  await waitFor(() => expect(asked).toHaveLength(1))
  expect((await lettersOf(asked[0]?.body)).split('\n')[0]).toBe('{"shows":"nobody"}')
  await waitFor(() => expect(cellsIn(doc)?.picture).toBe(`photo:${PHOTO}`))
})

it('[EASY-52] a photo may be used without words; the row asks for them and keeps what is typed', async () => {
  const { doc } = await chosen()
  server()
  fireEvent.click(screen.getByRole('radio', { name: 'No, nobody' }))
  press('Use this photo')
  await screen.findByText('Say what the photo shows.')
  fireEvent.input(screen.getByRole('textbox', { name: 'What the photo shows' }), { target: { value: 'My garden' } })
  expect(cellsIn(doc)?.['photo-words']).toBe('My garden')
  await waitFor(() => expect(screen.queryByText('Say what the photo shows.')).toBeNull())
})

it('[EASY-54] without a connection the photo and all that was said of it stay, and are sent when asked again', async () => {
  const { doc } = await chosen()
  server([], () => Promise.reject(new TypeError('no network')))
  type('What does the photo show?', 'My sister Beth')
  fireEvent.click(screen.getByRole('radio', { name: 'No, nobody' }))
  press('Use this photo')
  await screen.findByText(/^You need a connection to add a photo\. Your words are kept\./)
  expect(cellsIn(doc)?.picture).toBeUndefined()
  // Closed and opened again, it is all there.
  press('Close')
  press('Use a photo of your own')
  await screen.findByRole('img', { name: 'My sister Beth' })
  expect(screen.getByRole('radio', { name: 'No, nobody' })).toHaveProperty('checked', true)
  server()
  press('Use this photo')
  await waitFor(() => expect(cellsIn(doc)?.picture).toBe(`photo:${PHOTO}`))
})

it('[EASY-54] a photo that is on its way as somebody goes back is not put in', async () => {
  const { doc } = await chosen()
  let answer = (_: Response) => {}
  server([], () => new Promise((come) => (answer = come)))
  fireEvent.click(screen.getByRole('radio', { name: 'No, nobody' }))
  press('Use this photo')
  await screen.findByText('Sending your photo…')
  press('Go back')
  answer(Response.json({ photo: PHOTO }))
  await new Promise((soon) => setTimeout(soon))
  expect(cellsIn(doc)?.picture).toBeUndefined()
  press('Use a photo of your own')
  expect(screen.queryByRole('heading', { name: 'Your photo' })).toBeNull()
})

it('[EASY-54] says kindly what cannot be used, and asks again', async () => {
  drawsPhotos()
  await opened()
  fireEvent.change(screen.getByLabelText('Choose a photo'), { target: { files: [aPhoto('a.pdf', 'application/pdf')] } })
  await screen.findByText('This is not a photo. Choose a picture instead.')
  vi.stubGlobal('createImageBitmap', async () => Promise.reject(new DOMException('no')))
  fireEvent.change(screen.getByLabelText('Choose a photo'), { target: { files: [aPhoto('a.heic', 'image/heic')] } })
  await screen.findByText(/^This device cannot open this kind of photo \(HEIC\)/)
})

it('[EASY-50] another photo may be taken: words stay, who is on it is asked again', async () => {
  await chosen()
  type('What does the photo show?', 'My sister Beth')
  fireEvent.click(screen.getByRole('radio', { name: 'No, nobody' }))
  press('Take another photo')
  expect(document.activeElement).toBe(screen.getByLabelText('Choose a photo'))
  fireEvent.change(await screen.findByLabelText('Choose a photo'), { target: { files: [aPhoto()] } })
  await screen.findByRole('img', { name: 'My sister Beth' })
  expect(screen.getByRole('radio', { name: 'No, nobody' })).toHaveProperty('checked', false)
})

const kept = (photo: string, more: Partial<PhotoKept> = {}): PhotoKept => ({
  photo,
  shows: 'nobody',
  who: '',
  addedBy: 'ben',
  addedAt: '2026-11-03T10:00:00Z',
  removedAt: null,
  removedBy: null,
  ...more,
})
const MINE = kept('m'.repeat(43), { addedBy: 'me', shows: 'agreed', who: 'Beth' })
const BENS = kept('b'.repeat(43))

it('[EASY-55] a photo the plan has is used again without sending it, with what a row says it shows', async () => {
  const asked = server([MINE, BENS, kept('g'.repeat(43), { removedAt: '2026-11-04T10:00:00Z' })])
  const { doc } = await opened({}, (filled) =>
    addItem(filled, {
      key: easyKey('our-story'),
      shape: 'easy',
      cells: { words: 'Beth.', picture: `photo:${MINE.photo}`, 'photo-words': 'My sister Beth' },
    }),
  )
  press('Photos this plan has')
  const said = await screen.findAllByText(/added it/)
  expect(said.map((one) => one.textContent)).toEqual([
    'Anna added it on Tuesday, 3 November 2026. Said yes to it: Beth.',
    'Ben added it on Tuesday, 3 November 2026. Nobody is in it.',
  ])
  press('My sister Beth')
  expect(cellsIn(doc)).toMatchObject({ picture: `photo:${MINE.photo}`, 'photo-words': 'My sister Beth' })
  expect(asked).toEqual([])
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('[EASY-55] one that the row has already keeps what this row says of it', async () => {
  server([MINE])
  const own = { picture: `photo:${MINE.photo}`, 'photo-words': 'Beth at the sea' }
  const { doc } = await opened({ ...own, 'photo-words': 'My sister Beth' }, (filled) =>
    addItem(filled, { key: BOX, shape: 'easy', cells: own }),
  )
  press('Close')
  click(screen.getAllByRole('button', { name: 'Use a photo of your own' })[1])
  await screen.findByLabelText('Choose a photo')
  press('Photos this plan has')
  click(await within(screen.getByRole('dialog')).findByRole('button', { pressed: true }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(readList(listRoot(doc, BOX), SHAPES.easy).items[1]?.cells).toMatchObject(own)
})

it('[EASY-67] words typed about another photo do not go unasked where one that the plan has is used', async () => {
  server([MINE])
  const { doc } = await opened({ picture: `photo:${BENS.photo}`, 'photo-words': 'Our hall' }, (filled) =>
    addItem(filled, {
      key: easyKey('our-story'),
      shape: 'easy',
      cells: { words: 'Beth.', picture: `photo:${MINE.photo}`, 'photo-words': 'My sister Beth' },
    }),
  )
  const beth = () => within(screen.getByRole('dialog')).findByRole('button', { name: 'My sister Beth' })
  press('Photos this plan has')
  click(await beth())
  expect(cellsIn(doc)).toMatchObject({ picture: `photo:${BENS.photo}`, 'photo-words': 'Our hall' })
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Words for this photo' }))
  expect(screen.getAllByRole('radio').map((one) => one.parentElement?.textContent)).toEqual([
    'Our hall',
    'My sister Beth',
    'Something else. I will write it in the row.',
  ])
  expect(screen.getByRole('radio', { name: 'Our hall' })).toHaveProperty('checked', true)
  press('Go back')
  press('Photos this plan has')
  click(await beth())
  fireEvent.click(screen.getByRole('radio', { name: 'My sister Beth' }))
  press('Use this photo')
  expect(cellsIn(doc)).toMatchObject({ picture: `photo:${MINE.photo}`, 'photo-words': 'My sister Beth' })
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('[EASY-67] nor do those typed about a photo that was not sent; one that nobody said anything about can take them', async () => {
  const { doc } = await chosen()
  server([BENS])
  type('What does the photo show?', ' The hall ')
  press('Take another photo')
  press('Photos this plan has')
  click(await within(screen.getByRole('dialog')).findByRole('button', { name: /nobody has said anything/ }))
  expect(screen.getAllByRole('radio')).toHaveLength(2)
  press('Use this photo')
  expect(cellsIn(doc)).toMatchObject({ picture: `photo:${BENS.photo}`, 'photo-words': 'The hall' })
})

it('[EASY-68] of two photos chosen one after the other the one chosen last is used, whichever is ready first', async () => {
  drawsPhotos({ width: 4, height: 3 })
  const open: ((_: unknown) => void)[] = []
  vi.stubGlobal('createImageBitmap', () => new Promise((come) => open.push(come)))
  await opened()
  const choose = (name: string) =>
    fireEvent.change(screen.getByLabelText('Choose a photo'), { target: { files: [aPhoto(name)] } })
  choose('first.jpg')
  choose('second.jpg')
  await waitFor(() => expect(open).toHaveLength(2))
  open[0]?.(Promise.reject(new DOMException('no')))
  await new Promise((soon) => setTimeout(soon))
  expect(screen.queryByText(/^This photo cannot be opened/)).toBeNull()
  screen.getByText('Getting your photo ready…')
  open[1]?.({ width: 4, height: 3, close() {} })
  await screen.findByRole('heading', { name: 'Your photo' })
})

it('[EASY-56] who added a photo takes it away for good, having read what that means; its words stay', async () => {
  const asked = server([MINE, BENS])
  await opened({ picture: `photo:${MINE.photo}`, 'photo-words': 'My sister Beth' })
  press('Photos this plan has')
  const buttons = await screen.findAllByRole('button', { name: /^Take this photo away for good/ })
  expect(buttons.map((one) => one.getAttribute('aria-label'))).toEqual([
    'Take this photo away for good: My sister Beth',
  ])
  click(buttons[0])
  expect(screen.getByText(/from agreed versions too/)).toBeTruthy()
  expect(screen.getByText('Copies that people took away before still have it.')).toBeTruthy()
  press('Take this photo away for good')
  await waitFor(() => expect(screen.queryByRole('button', { name: /away for good/ })).toBeNull())
  expect(asked).toEqual([{ method: 'DELETE', path: `${ADDRESS}/${MINE.photo}`, body: null }])
  expect(document.querySelectorAll('.photos-known > li')).toHaveLength(1)
  expect(document.activeElement).toBe(screen.getByText('The photo is gone. The words about it stay.'))
  press('Close')
  expect(document.querySelector(`img[src$="${MINE.photo}"]`)).toBeNull()
  expect(screen.getByRole('textbox', { name: 'What the photo shows' })).toBeTruthy()
})

it('[EASY-59] words about a photo that the row has no more can be seen and taken out', async () => {
  const { doc } = await opened({ picture: 'tea', 'photo-words': 'My sister Beth' })
  press('Close')
  const field = screen.getByRole('textbox', { name: 'What the photo shows' })
  expect(field).toHaveProperty('value', 'My sister Beth')
  field.focus()
  fireEvent.input(field, { target: { value: '' } })
  await waitFor(() => expect(cellsIn(doc)?.['photo-words'] ?? '').toBe(''))
  expect(document.activeElement).toBe(field)
})

it('[EASY-56] once the only photo is gone that is said, and not that there was none', async () => {
  server([MINE])
  await opened()
  press('Photos this plan has')
  click(await screen.findByRole('button', { name: /^Take this photo away for good/ }))
  press('Take this photo away for good')
  expect(await screen.findByText('The photo is gone. The words about it stay.')).toBeTruthy()
  expect(screen.queryByText('This plan has no photos yet.')).toBeNull()
})

it('[EASY-50] [A11Y-31] a photo that takes long to open takes the focus from nobody who has gone on', async () => {
  drawsPhotos()
  let open = (_: unknown) => {}
  vi.stubGlobal('createImageBitmap', () => new Promise((come) => (open = come)))
  await opened()
  fireEvent.change(screen.getByLabelText('Choose a photo'), { target: { files: [aPhoto()] } })
  await screen.findByText('Getting your photo ready…')
  const close = screen.getByRole('button', { name: 'Close' })
  close.focus()
  open({ width: 4, height: 3, close() {} })
  await screen.findByRole('heading', { name: 'Your photo' })
  expect(document.activeElement).toBe(close)
})
