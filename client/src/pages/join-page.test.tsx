import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Door } from '@withy/shared/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTexts } from '../text/language.ts'
import JoinPage from './join-page.tsx'

beforeEach(() => openTexts('join'))

const DOOR: Door = {
  title: 'Rosa’s plan',
  kind: 'support',
  role: 'contributor',
  voice: 'supporter',
  seat: false,
  invitedBy: 'Kofi',
  already: null,
}

/** Somebody in the plan already, whom the invitation gives nothing new. */
const IN = { plan: 'p1', name: 'Wren', role: 'viewer', gives: null } as const

/** What is at the other end of the wire; the pages and all between are the real ones. */
function server(answers: Record<string, () => Response>) {
  const asked: { path: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    asked.push({ path, body: JSON.parse(body) })
    return answers[path]?.() ?? Response.json({ refused: 'not-found', sentence: 'No' }, { status: 404 })
  })
  return asked
}

beforeEach(() => {
  localStorage.clear()
  history.replaceState(null, '', '/join')
})
afterEach(() => vi.unstubAllGlobals())

describe('joining', () => {
  it('[A11Y-16] by link asks for a name, and nothing else', async () => {
    history.replaceState(null, '', '/join#s3cret')
    const asked = server({
      '/api/join/look': () => Response.json(DOOR),
      '/api/join': () => Response.json({ plan: 'p1', workshop: null }),
    })
    render(<JoinPage />)
    await screen.findByRole('heading', { level: 1, name: /Rosa’s plan/ })
    screen.getByText('Invited by: Kofi')
    screen.getByText('You can read and write.')
    screen.getByText('Supporter or advocate', { selector: 'strong' })
    fireEvent.change(screen.getByRole('textbox', { name: 'Your name' }), { target: { value: ' Wren ' } })
    expect(screen.getAllByRole('textbox')).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Join' }))
    await waitFor(() => expect(location.pathname).toBe('/plans/p1'))
    expect(asked.at(-1)).toEqual({ path: '/api/join', body: { ticket: { secret: 's3cret' }, name: 'Wren' } })
  })

  it('[TALK-79] who is invited to comment is told where it says how, and keeps this page', async () => {
    history.replaceState(null, '', '/join#s3cret')
    server({ '/api/join/look': () => Response.json({ ...DOOR, role: 'suggester' }) })
    render(<JoinPage />)
    const link = await screen.findByRole('link', { name: 'What you can do there (opens in a new tab)' })
    expect(link.getAttribute('href')).toBe('/help/say-something')
    expect(link.getAttribute('target')).toBe('_blank')
  })

  it('[ACCESS-42] asks nobody who they are here, and lets them change it', async () => {
    history.replaceState(null, '', '/join#s3cret')
    const asked = server({
      '/api/join/look': () => Response.json(DOOR),
      '/api/join': () => Response.json({ plan: 'p1', workshop: null }),
    })
    render(<JoinPage />)
    fireEvent.change(await screen.findByLabelText('Who are you here?'), { target: { value: 'carer' } })
    screen.getByText('Family or unpaid carer', { selector: 'strong' })
    fireEvent.change(screen.getByRole('textbox', { name: 'Your name' }), { target: { value: 'Wren' } })
    fireEvent.click(screen.getByRole('button', { name: 'Join' }))
    await waitFor(() =>
      expect(asked.at(-1)?.body).toEqual({ ticket: { secret: 's3cret' }, name: 'Wren', voice: 'carer' }),
    )
  })

  it('[A11Y-17] by a link that is over says so, and asks for no name', async () => {
    history.replaceState(null, '', '/join#s3cret')
    server({
      '/api/join/look': () => Response.json({ refused: 'link-over', sentence: 'Ask for a new one.' }, { status: 410 }),
    })
    render(<JoinPage />)
    await screen.findByText('Ask for a new one.')
    expect(screen.queryByRole('textbox')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Type a code' }))
    screen.getByRole('textbox', { name: 'Type the code' })
  })

  it('[A11Y-8] says that a code has eight letters before anybody is asked, and marks the box', async () => {
    const asked = server({})
    render(<JoinPage />)
    const code = screen.getByRole('textbox', { name: 'Type the code' })
    fireEvent.change(code, { target: { value: 'abc-def' } })
    fireEvent.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByRole('alert').textContent).toContain('A code has 8 letters.')
    expect(code.getAttribute('aria-invalid')).toBe('true')
    expect(asked).toEqual([])
  })

  it('[A11Y-15] takes the secret out of the address bar at once', async () => {
    history.replaceState(null, '', '/join#s3cret')
    const asked = server({ '/api/join/look': () => Response.json(DOOR) })
    render(<JoinPage />)
    expect(location.href).not.toContain('s3cret')
    await waitFor(() => expect(asked).toEqual([{ path: '/api/join/look', body: { ticket: { secret: 's3cret' } } }]))
  })

  it('[A11Y-16] by code sends it as typed, any case and spaces, and says what to do when it opens nothing', async () => {
    const asked = server({
      '/api/join/look': () => Response.json({ refused: 'code-unknown', sentence: 'Check it.' }, { status: 404 }),
    })
    render(<JoinPage />)
    const code = screen.getByRole('textbox', { name: 'Type the code' })
    fireEvent.change(code, { target: { value: ' abcd efgh ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Next' }))
    const alert = await screen.findByRole('alert')
    expect(document.activeElement).toBe(alert)
    expect(alert.textContent).toContain('Check it.')
    expect(asked[0]?.body).toEqual({ ticket: { code: 'abcd efgh' } })
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Type the code' }).value).toBe(' abcd efgh ')
  })

  it('[A11Y-16] asks nothing where this device is in the plan already', async () => {
    history.replaceState(null, '', '/join#code=ABCD%20EFGH')
    const asked = server({ '/api/join/look': () => Response.json({ ...DOOR, already: IN }) })
    render(<JoinPage />)
    const open = await screen.findByRole('link', { name: 'Open the plan' })
    expect(open.getAttribute('href')).toBe('/plans/p1')
    expect(asked[0]?.body).toEqual({ ticket: { code: 'ABCD EFGH' } })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it.each([
    ['viewer', 'suggester', 'You can read now. With this invitation you can also comment and suggest other words.'],
    ['suggester', 'contributor', 'You can read and comment now. With this invitation you can also write.'],
    [
      'suggester',
      'facilitator',
      'You can read and comment now. With this invitation you can also write and invite people.',
    ],
    ['viewer', 'contributor', 'You can read now. With this invitation you can also write.'],
    ['viewer', 'facilitator', 'You can read now. With this invitation you can also write and invite people.'],
    ['contributor', 'facilitator', 'You can read and write now. With this invitation you can also invite people.'],
  ] as const)(
    '[ACCESS-46] [TALK-13] gives a %s of the plan what a %s may do, said first, by one press',
    async (role, gives, said) => {
      history.replaceState(null, '', '/join#s3cret')
      const asked = server({
        '/api/join/look': () => Response.json({ ...DOOR, role: gives, already: { ...IN, role, gives } }),
        '/api/join': () => Response.json({ plan: 'p1', workshop: null }),
      })
      render(<JoinPage />)
      await screen.findByText(said)
      expect(screen.queryByRole('textbox')).toBeNull()
      expect(screen.getByRole('link', { name: 'Leave it as it is' }).getAttribute('href')).toBe('/plans/p1')
      expect(asked).toHaveLength(1)
      fireEvent.click(screen.getByRole('button', { name: 'Yes, do that' }))
      await waitFor(() => expect(location.pathname).toBe('/plans/p1'))
      expect(asked.at(-1)).toEqual({ path: '/api/join', body: { ticket: { secret: 's3cret' }, name: 'Wren' } })
    },
  )

  it('[ACCESS-46] gives who is in the plan already their seat, and says so where it is gone', async () => {
    history.replaceState(null, '', '/join#s3cret')
    const seat = { ...DOOR, role: 'owner', voice: 'person', seat: true, already: { ...IN, gives: 'owner' } }
    const asked = server({
      '/api/join/look': () => Response.json(seat),
      '/api/join': () => Response.json({ refused: 'seat-taken', sentence: 'Somebody has it.' }, { status: 409 }),
    })
    render(<JoinPage />)
    await screen.findByText('This plan is about you. It is yours.')
    screen.getByText('You will be its owner. You decide who else is in it.')
    fireEvent.click(screen.getByRole('button', { name: 'Yes, this plan is about me' }))
    await screen.findByText('Somebody has it.')
    expect(asked.at(-1)).toEqual({ path: '/api/join', body: { ticket: { secret: 's3cret' }, name: 'Wren' } })
    expect(location.pathname).toBe('/join')
  })
})
