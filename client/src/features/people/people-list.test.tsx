import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { Role } from '@withy/shared/access'
import type { PlanFacts } from '@withy/shared/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTexts } from '../../text/language.ts'
import { PeopleList } from './people-list.tsx'

beforeEach(() => openTexts('people'))

const person = (id: string, name: string, role: Role, more: Partial<PlanFacts['people'][number]> = {}) => ({
  id,
  name,
  role,
  voice: 'resident' as const,
  colour: 0,
  cameBy: 'link' as const,
  joinedAt: `2026-05-01T10:00:0${id.length}Z`,
  seat: false,
  ...more,
})

const facts = (me: string): PlanFacts => ({
  id: 'p1',
  kind: 'area',
  title: 'Our street',
  lang: null,
  epoch: 'e',
  startedAt: '2026-05-01T10:00:00Z',
  me,
  people: [
    person('o', 'Nadia', 'owner'),
    person('ff', 'Sam', 'facilitator'),
    person('ccc', 'Sam', 'contributor', { cameBy: 'code' }),
  ],
  former: [],
  shown: null,
  workshop: null,
  lastWorkshop: null,
  seat: null,
  plainHttp: false,
})

let asked: string[]
let no: boolean
let invitations: unknown[]
let links: unknown[]
let linksAsked: number
beforeEach(() => {
  asked = []
  no = false
  invitations = []
  links = []
  linksAsked = 0
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string | null }) => {
    if (path.endsWith('/copy-links')) linksAsked += 1
    else asked.push(`${method} ${path} ${body ?? ''}`.trim())
    return no
      ? Response.json({ refused: 'last-owner', sentence: 'A plan needs an owner.' }, { status: 409 })
      : Response.json({ invitations, links })
  })
})
afterEach(() => vi.unstubAllGlobals())

const show = (me: string) => {
  const onChanged = vi.fn(async () => undefined)
  const onLeft = vi.fn()
  render(<PeopleList facts={facts(me)} onChanged={onChanged} onLeft={onLeft} />)
  return { onChanged, onLeft }
}
const press = (name: string | RegExp, inside: HTMLElement = document.body) =>
  fireEvent.click(within(inside).getByRole('button', { name }))

describe('people of a plan', () => {
  it('[ACCESS-14] tells equal names apart, and says who came with a code', () => {
    show('o')
    const [, first, second] = screen.getAllByRole('listitem')
    expect(first?.textContent).toContain('Sam')
    expect(second?.textContent).toContain('Sam (2)')
    expect(second?.textContent).toContain('Came with a code')
    expect(first?.textContent).not.toContain('Came with a code')
  })

  it('says who started a plan about somebody else', () => {
    render(
      <PeopleList
        facts={{ ...facts('o'), kind: 'support', seat: { taken: true, startedBy: 'ff' } }}
        onChanged={async () => undefined}
        onLeft={() => undefined}
      />,
    )
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent?.includes('Started this plan'))
    expect(said).toEqual([false, true, false])
  })

  it('an owner changes a role; nobody can be made an owner that way', async () => {
    const { onChanged } = show('o')
    press('Change: Sam (2)')
    const dialog = screen.getByRole('dialog', { name: 'Sam (2)' })
    expect(within(dialog).queryByRole('radio', { name: /^Owner/ })).toBeNull()
    fireEvent.click(within(dialog).getByRole('radio', { name: /^Reader/ }))
    press('Save', dialog)
    await waitFor(() => expect(onChanged).toHaveBeenCalled())
    expect(asked).toEqual(['PATCH /api/plans/p1/people/ccc {"role":"viewer"}'])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('status').textContent).toBe('Saved')
  })

  it('removing asks once first', async () => {
    const { onChanged } = show('o')
    press('Change: Sam (2)')
    press('Take out of the plan')
    expect(asked).toEqual([])
    press('Take them out', screen.getByRole('dialog', { name: 'Take Sam (2) out?' }))
    await waitFor(() => expect(onChanged).toHaveBeenCalled())
    expect(asked).toEqual(['DELETE /api/plans/p1/people/ccc'])
  })

  it('[ACCESS-33] with somebody who is taken out the links and codes can be withdrawn, all but the one to the seat', async () => {
    invitations = [
      { id: 'a', kind: 'link' },
      { id: 'b', kind: 'seat' },
      { id: 'c', kind: 'code' },
    ]
    const { onChanged } = show('o')
    press('Change: Sam (2)')
    press('Take out of the plan')
    fireEvent.click(screen.getByRole('checkbox', { name: /^Withdraw all links and codes too/ }))
    press('Take them out')
    await waitFor(() => expect(onChanged).toHaveBeenCalled())
    expect(asked).toEqual([
      'GET /api/plans/p1/invitations',
      'DELETE /api/plans/p1/invitations/a',
      'DELETE /api/plans/p1/invitations/c',
      'DELETE /api/plans/p1/people/ccc',
    ])
  })

  it('the owner hands the plan over', async () => {
    const { onChanged } = show('o')
    press('Change: Sam')
    press('Hand the plan over')
    press('Hand it over')
    await waitFor(() => expect(onChanged).toHaveBeenCalled())
    expect(asked).toEqual(['POST /api/plans/p1/owner {"person":"ff"}'])
  })

  it('[EXPORT-57] names the private links that end when somebody is taken out, and says that they do where none answers', async () => {
    const link = { id: 'l1', number: 2, lang: 'cy', isPart: false, at: '2026-11-20T10:00:00Z' }
    links = [link, { ...link, id: 'l2', isPart: true }]
    show('o')
    press('Change: Sam')
    press('Take out of the plan')
    const dialog = within(screen.getByRole('dialog', { name: 'Take Sam out?' }))
    dialog.getByText(/Their private links to copies end too/)
    await dialog.findByText(/^A link to agreed version 2, made on .*20 November 2026$/)
    dialog.getByText(/^A link to some sections of agreed version 2/)
  })

  it.each([
    [false, 0],
    [true, 1],
  ])(
    '[EXPORT-57] says nothing of links where somebody has none, and that all end where it is not known',
    async (isAway, said) => {
      no = isAway
      show('o')
      press('Change: Sam')
      press('Take out of the plan')
      await waitFor(() => expect(linksAsked).toBe(1))
      await waitFor(() => expect(screen.queryAllByText(/Their private links to copies end too/)).toHaveLength(said))
    },
  )

  it('a writer changes only themselves', () => {
    show('ccc')
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Change: Sam (2)',
    ])
    press('Change: Sam (2)')
    expect(screen.queryByRole('radio')).toBeNull()
    screen.getByRole('textbox', { name: 'Your name' })
  })

  it('the last owner who wants to leave is told to hand over first, and stays', async () => {
    no = true
    const { onLeft } = show('o')
    press('Change: Nadia')
    press('Leave the plan')
    press('Leave', screen.getByRole('dialog', { name: 'Leave this plan?' }))
    await screen.findByText('A plan needs an owner.')
    expect(onLeft).not.toHaveBeenCalled()
  })
})
