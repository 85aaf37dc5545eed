import { fireEvent, render, screen } from '@testing-library/react'
import type { Invitation } from '@withy/shared/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openTexts } from '../../text/language.ts'
import { Invitations } from './invitations.tsx'

beforeEach(() => openTexts('people'))
afterEach(() => vi.unstubAllGlobals())

/** The server, which keeps what is made. */
function server() {
  const invitations: Invitation[] = []
  vi.stubGlobal('fetch', async (_path: string, { method, body }: RequestInit) => {
    if (method !== 'POST') return Response.json({ invitations })
    const at = { madeAt: `2026-11-20T10:00:0${invitations.length}Z`, expiresAt: '2026-12-20T10:00:00Z' }
    const of = { id: `i${invitations.length}`, by: 'me', joined: 0, code: null, link: 'https://withy.test/join/a.b' }
    const invitation = { ...JSON.parse(String(body)), ...at, ...of }
    invitations.push(invitation)
    return Response.json({ invitation })
  })
}

it('[A11Y-31] a new invitation takes the focus from whoever made it, and from nobody who has gone on', async () => {
  server()
  render(<Invitations plan="p" kind="area" planTitle="Our street" mine="owner" emptySeat={null} />)
  const make = screen.getByRole('button', { name: 'Make a link' })
  make.focus()
  fireEvent.click(make)
  const first = await screen.findByRole('heading', { level: 3 })
  await vi.waitFor(() => expect(document.activeElement).toBe(first))
  make.focus()
  fireEvent.click(make)
  const voice = screen.getByRole('combobox')
  voice.focus()
  await vi.waitFor(() => expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(2))
  expect(document.activeElement).toBe(voice)
})

it('[A11Y-287] a button of an invitation is read with what that gives', async () => {
  server()
  render(<Invitations plan="p" kind="area" planTitle="Our street" mine="owner" emptySeat={null} />)
  fireEvent.click(screen.getByRole('button', { name: 'Make a link' }))
  const withdraw = await screen.findByRole('button', { name: 'Withdraw' })
  const about = document.getElementById(withdraw.getAttribute('aria-describedby') ?? '')
  expect(about?.textContent).toMatch(/^For: Writer/)
})
