import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { TEMPLATES } from '@withy/shared/plan'
import type { ComponentProps } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useWhereInPlan } from '../features/plan/where-in-plan.ts'
import { WhereLine } from '../features/where/where-line.tsx'
import { emptyTab } from '../live/empty-tab.ts'
import { keepPlaceIn, keptPlaceIn } from '../live/kept-place.ts'
import { onDesk, personOf } from '../live/testing-desk.tsx'
import { openLanguage } from '../text/language.ts'
import { Page, PageFrame } from '../ui/page.tsx'
import { Frame } from './frame.tsx'

const people = [personOf('me', 'Anna', 'contributor'), personOf('rosa', 'Rosa', 'owner'), personOf('ben', 'Ben')]
const facts = { id: 'p', kind: 'support', title: 'Rosa’s plan', me: 'me', people }
const me = { person: null, plans: [], start: 'anyone', contact: 'help@example.org', plainHttp: false, dictation: false }

function answers(more: object = {}) {
  const all: Record<string, object> = { '/api/me': me, '/api/plans/p': facts, ...more }
  vi.stubGlobal('fetch', async (path: string) => Response.json(all[path] ?? {}))
}
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  localStorage.clear()
  history.replaceState(null, '', '/')
})

function pageAt(path: string, props: Omit<ComponentProps<typeof Page>, 'children'>) {
  history.replaceState(null, '', path)
  render(
    <PageFrame.Provider value={Frame}>
      <Page {...props}>
        <p>Words</p>
      </Page>
    </PageFrame.Provider>,
  )
  return screen.getByRole('button', { name: 'Where am I?' })
}
const line = () => document.querySelector('.where-line')?.textContent
const told = async (name: string) => (await screen.findByRole('region', { name })).textContent

describe('where one is', () => {
  it('[A11Y-80] @E9 stands in one line of every page: what it belongs to, and its place there', async () => {
    pageAt('/plans/p/share', { title: 'Share', place: { title: 'Rosa’s plan', href: '/plans/p' } })
    expect(line()).toBe('You are in: Rosa’s plan. Share.')
  })

  it('[A11Y-80] @E9 a page that belongs to nothing is a place of Withy, and people’s own marks end its line', async () => {
    pageAt('/help', { title: 'What now?' })
    expect(line()).toBe('You are in: Withy. What now?')
  })

  it('[A11Y-80] is said in the language shown', async () => {
    await openLanguage('cy')
    history.replaceState(null, '', '/help')
    render(
      <PageFrame.Provider value={Frame}>
        <Page title="Cymorth">{null}</Page>
      </PageFrame.Provider>,
    )
    expect(line()).toBe('Rydych chi yn: Withy. Cymorth.')
  })

  it('[A11Y-81] [A11Y-223] @E9 the button is described by the line, and shows who, what, where and what comes next', async () => {
    answers()
    const button = pageAt('/plans/p', {
      title: 'Rosa’s plan',
      where: { here: 'Section 2 of 9: My health', next: { words: 'Section 3 of 9: My home', href: '#home' } },
    })
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(line())
    fireEvent.click(button)
    expect(await told('Where I am')).toContain('You are in: Rosa’s plan. Section 2 of 9: My health.')
    const who = await screen.findByText('You are Anna. Your role in this plan: Writer.')
    // A status is read as "status bar" by whoever goes line by line.
    expect([who.getAttribute('role'), who.getAttribute('aria-live')]).toEqual([null, 'polite'])
    expect(await told('What this is')).toContain('A plan about one person')
    const next = within(await screen.findByRole('region', { name: 'What comes next' }))
    expect(next.getByRole('link', { name: 'Section 3 of 9: My home' }).getAttribute('href')).toBe('#home')
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('[A11Y-293] stays open where its line moves to another place of the page, and gives the focus to the button there', async () => {
    answers()
    history.replaceState(null, '', '/plans/p')
    const line = <WhereLine title="Rosa’s plan" />
    const { rerender } = render(<header>{line}</header>)
    fireEvent.click(screen.getByRole('button', { name: 'Where am I?' }))
    await screen.findByRole('dialog')
    rerender(<nav>{line}</nav>)
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    const button = screen.getByRole('button', { name: 'Where am I?' })
    await waitFor(() => expect(document.activeElement).toBe(button))
    fireEvent.click(button)
    await screen.findByRole('dialog')
    history.replaceState(null, '', '/plans/p/share')
    rerender(<main>{line}</main>)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('[A11Y-81] on a page beside the plan the way back is next; elsewhere the first page', async () => {
    answers()
    fireEvent.click(pageAt('/plans/p/share', { title: 'Share', place: { title: 'Rosa’s plan', href: '/plans/p' } }))
    expect((await screen.findByRole('link', { name: 'Go to the plan' })).getAttribute('href')).toBe('/plans/p')
  })

  it('[A11Y-81] says so where nobody is known, and where nothing can be asked', async () => {
    answers()
    fireEvent.click(pageAt('/help', { title: 'Help' }))
    await screen.findByText('We do not know you here yet. You can still look around.')
    expect(screen.getByRole('link', { name: 'Go to the first page' }).getAttribute('href')).toBe('/')
  })
})

const shown: { now: ReturnType<typeof useWhereInPlan> | null } = { now: null }
const Here = ({ place }: { readonly place: string | null }) => {
  shown.now = useWhereInPlan(place)
  return null
}

describe('in a plan', () => {
  it('[A11Y-80] [A11Y-81] @E9 is the section by its number, the one after it, and agreeing after the last', async () => {
    const all = TEMPLATES.support.parts.flatMap(({ sections }) => sections)
    const [first, second] = all
    await onDesk(<Here place={first?.id ?? ''} />, { kind: 'support' })
    expect(shown.now?.here).toBe(`Section 1 of ${all.length}: ${first?.title.en}`)
    expect(shown.now?.next).toEqual({
      words: `Section 2 of ${all.length}: ${second?.title.en}`,
      href: `#${second?.id}`,
    })
    await onDesk(<Here place={all.at(-1)?.id ?? ''} />, { kind: 'support' })
    expect(shown.now?.next?.href).toBe('/plans/p/agree')
    await onDesk(<Here place={null} />, { kind: 'support' })
    expect(shown.now?.here).toBe('You are at the top of the plan')
    expect(shown.now?.next?.href).toBe(`#${first?.id}`)
  })

  it('[A11Y-82] @A7 the section read last is kept for a day, of one plan, and forgotten with the device', () => {
    vi.useFakeTimers()
    keepPlaceIn('p', 'my-health')
    expect(keptPlaceIn('p')).toBe('my-health')
    expect(keptPlaceIn('another')).toBeNull()
    vi.setSystemTime(Date.now() + 23 * 3_600_000)
    expect(keptPlaceIn('p')).toBe('my-health')
    vi.setSystemTime(Date.now() + 2 * 3_600_000)
    expect(keptPlaceIn('p')).toBeNull()
    keepPlaceIn('p', 'my-health')
    emptyTab()
    expect(keptPlaceIn('p')).toBeNull()
    localStorage.setItem('withy.place', '{')
    expect(keptPlaceIn('p')).toBeNull()
  })
})

describe('help and a person to ask', () => {
  it('[A11Y-83] @E6 stand first in the footer, in this order', () => {
    pageAt('/help', { title: 'Help' })
    const footer = within(screen.getByRole('contentinfo'))
    const [help, ask] = footer.getAllByRole('listitem')
    expect(within(help as HTMLElement).getByRole('link').textContent).toBe('Help')
    expect(within(ask as HTMLElement).getByRole('button').textContent).toBe('Ask a person')
  })

  it('[A11Y-83] @E6 names who looks after the plan one is in, and how those who run this Withy are reached', async () => {
    answers()
    pageAt('/plans/p/share', { title: 'Share' })
    fireEvent.click(screen.getByRole('button', { name: 'Ask a person' }))
    const plan = await screen.findByRole('region', { name: 'People in this plan' })
    expect(
      within(plan)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['Rosa (Owner)'])
    expect((await screen.findByRole('link', { name: 'help@example.org' })).getAttribute('href')).toBe(
      'mailto:help@example.org',
    )
  })

  it('[A11Y-83] whoever looks after the plan alone is told so, and has those who run this Withy', async () => {
    answers({ '/api/plans/p': { ...facts, people: [personOf('me', 'Anna', 'owner')] } })
    pageAt('/plans/p', { title: 'Rosa’s plan' })
    fireEvent.click(screen.getByRole('button', { name: 'Ask a person' }))
    await screen.findByText('You look after this plan yourself.')
    await screen.findByRole('link', { name: 'help@example.org' })
  })

  it('[A11Y-83] whoever does not look after the plan is not told that they do, where nobody else is there', async () => {
    answers({ '/api/plans/p': { ...facts, people: [personOf('me', 'Anna', 'viewer')] } })
    pageAt('/plans/p', { title: 'Rosa’s plan' })
    fireEvent.click(screen.getByRole('button', { name: 'Ask a person' }))
    // Both are asked for at once, the plan first.
    await screen.findByRole('link', { name: 'help@example.org' })
    expect(screen.queryByText('You look after this plan yourself.')).toBeNull()
  })
})
