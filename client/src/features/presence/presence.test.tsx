import { fireEvent, render, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { caretPlaces } from '../../live/caret-places.ts'
import { DeskProvider } from '../../live/desk.tsx'
import { CaretLayer } from './caret-layer.tsx'
import { Faces } from './faces.tsx'
import { HereChips } from './here-chips.tsx'
import { peopleHere } from './people-here.ts'
import { facts, open, PEOPLE, SAM } from './testing-presence.ts'
import { WhoIsHere } from './who-is-here.tsx'

describe('who is here', () => {
  it('[SYNC-62] counts each other person once, not screens, not oneself, not strangers', () => {
    const here = peopleHere(
      [
        { client: 1, person: 'me' },
        { client: 2, person: 'sam' },
        { client: 3, person: 'sam', section: 'living-map', box: 'living-map.have' },
        { client: 4, person: 'ben', screen: true },
        { client: 5, person: 'somebody taken out' },
      ],
      PEOPLE,
      'me',
    )
    expect(here).toEqual([
      { person: SAM, name: 'Sam Abara', section: 'living-map', box: 'living-map.have', alone: null },
    ])
  })
})

describe('on the page', () => {
  it('[A11Y-220] the button People counts nobody where nobody else is here', async () => {
    const { peer, live } = await open()
    render(
      <DeskProvider live={live} facts={facts}>
        <Faces />
      </DeskProvider>,
    )
    expect(screen.getByText('Nobody else is here')).toBeTruthy()
    peer.present(7, { person: 'sam' })
    expect(await screen.findByText('1 other person is here')).toBeTruthy()
  })

  it('[SYNC-63] @D6 names who is in a section beside it, and goes to a person', async () => {
    const { peer, live } = await open()
    const went: string[] = []
    render(
      <DeskProvider live={live} facts={facts}>
        <section aria-label="chips">
          <HereChips section="living-map" />
        </section>
        <WhoIsHere goTo={(section) => went.push(section)} />
      </DeskProvider>,
    )
    expect(screen.getByText('Nobody else is here now.')).toBeTruthy()
    peer.present(7, { person: 'sam', section: 'living-map', box: 'living-map.have' })
    peer.present(8, { person: 'ben' })
    const go = await screen.findByRole('button', { name: 'Go to Sam Abara' })
    expect(within(screen.getByLabelText('chips')).getByText('Sam Abara is writing here')).toBeTruthy()
    expect(screen.getByText('In Living map')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Go to Ben' })).toBeNull()
    const names = () => [...document.querySelectorAll('.who-name')].map(({ textContent }) => textContent)
    expect(names()).toEqual(['Anna', 'Sam Abara', 'Ben'])
    expect(screen.getByText('(you)', { exact: false }).textContent).toBe('Anna (you)')
    expect(screen.getAllByText('Writer · I live here')).toHaveLength(3)
    go.click()
    expect(went).toEqual(['living-map'])
    peer.present(7, null)
    await vi.waitFor(() => expect(names()).toEqual(['Anna', 'Ben', 'Sam Abara']))
  })

  it('[SYNC-63] shows as somebody’s place only a section the plan has', async () => {
    const { peer, live } = await open()
    render(
      <DeskProvider live={live} facts={facts}>
        <WhoIsHere goTo={() => {}} />
      </DeskProvider>,
    )
    peer.present(7, { person: 'sam', section: 'Free drinks at evil.example' })
    expect(await screen.findByText('Looking around')).toBeTruthy()
    expect(screen.queryByText(/evil/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Go to Sam Abara' })).toBeNull()
  })

  it('[SYNC-63] says of those who came with a code that they did', async () => {
    const { peer, live } = await open()
    const people = PEOPLE.map((each) => (each.id === 'sam' ? { ...each, cameBy: 'code' as const } : each))
    render(
      <DeskProvider live={live} facts={{ ...facts, people }}>
        <section aria-label="chips">
          <HereChips section="living-map" />
        </section>
        <WhoIsHere goTo={() => {}} />
      </DeskProvider>,
    )
    peer.present(7, { person: 'sam', section: 'living-map' })
    peer.present(8, { person: 'ben', section: 'living-map' })
    const chips = within(screen.getByLabelText('chips'))
    await vi.waitFor(() => expect(chips.getByText(/Sam Abara is here/).textContent).toContain('Came with a code'))
    expect(chips.getByText(/Ben is here/).textContent).not.toContain('code')
    // Once beside the name in a chip, once in the list.
    expect(screen.getAllByText(/Came with a code/)).toHaveLength(2)
  })

  it('[SYNC-60] draws others’ carets in a hidden layer over the words, where the editor says they are', async () => {
    const { peer, live } = await open()
    let place = { left: 40, top: 10, bottom: 30 }
    const off = caretPlaces.register('living-map.want', (relative) => (relative.startsWith('here') ? place : null))
    const { container } = render(
      <DeskProvider live={live} facts={facts}>
        <div data-testid="inner" />
        <CaretLayer />
      </DeskProvider>,
    )
    const caret = { box: 'living-map.want', anchor: 'here', head: 'here' }
    peer.present(7, { person: 'sam', section: 'living-map', caret })
    peer.present(8, { person: 'ben', section: 'living-map', caret: { ...caret, head: 'gone' } })
    peer.present(9, { person: 'ben', caret, screen: true })
    await vi.waitFor(() => expect(container.querySelectorAll('.caret')).toHaveLength(1))
    expect(container.querySelector('.caret')?.textContent).toBe('Sam Abara')
    expect(container.querySelector<HTMLElement>('.caret')?.style.insetInlineStart).toBe('40px')
    expect(container.querySelector('.caret-layer')?.getAttribute('aria-hidden')).toBe('true')
    place = { left: 40, top: 90, bottom: 110 }
    // An editor that takes the whole of a small screen scrolls by itself.
    fireEvent.scroll(screen.getByTestId('inner'))
    await vi.waitFor(() => expect(container.querySelector<HTMLElement>('.caret')?.style.insetBlockStart).toBe('90px'))
    // The name goes, the bar stays, also while they type on.
    let head = 'here'
    const typesOn = () => {
      head += '.'
      peer.present(7, { person: 'sam', section: 'living-map', caret: { ...caret, head } })
    }
    const unnamed = () => {
      typesOn()
      expect(container.querySelector('.caret')?.textContent).toBe('')
    }
    await vi.waitFor(unnamed, { timeout: 5_000, interval: 200 })
    off()
    await vi.waitFor(() => expect(container.querySelectorAll('.caret')).toHaveLength(0))
  })
})
