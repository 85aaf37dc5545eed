import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { onDesk, personOf } from '../../live/testing-desk.tsx'
import { chooseTold, toldChoice } from '../../live/told.ts'
import { askToLetIn } from './ask-to-let-in.ts'
import { FollowPerson, HowMuch, KeepSection, TogetherBars, TogetherProvider, WaitingHere } from './together-slots.tsx'
import { IDLE } from './use-alone.ts'

afterEach(() => {
  chooseTold({ quiet: false, not: [] })
  localStorage.clear()
  vi.unstubAllGlobals()
})

const BOX = 'living-map.have'
const SECTION = 'living-map'

/** A section with a box to write in, as a plan's page has it. */
function Section() {
  const { writing } = useDesk()
  return (
    <section id={SECTION} data-section="">
      <h3 id={`${SECTION}-title`} tabIndex={-1}>
        Living map
      </h3>
      <div className="box-do">
        <button type="button" className="button" onClick={() => writing.open(BOX)}>
          Change
        </button>
        <button type="button" onClick={() => writing.close(BOX)}>
          I am done
        </button>
      </div>
      <KeepSection section={SECTION} title="Living map" />
    </section>
  )
}

type Opens = { readonly calm?: boolean; readonly seat?: boolean; readonly role?: 'contributor' | 'viewer' }

async function open({ calm = false, seat = false, role = 'contributor' }: Opens = {}) {
  vi.stubGlobal('requestIdleCallback', (then: () => void) => queueMicrotask(then))
  const went: string[] = []
  const goTo = (section: string, focus: boolean) => {
    went.push(focus ? section : `${section}, view alone`)
    if (focus) document.getElementById(`${section}-title`)?.focus()
  }
  const announcements = createAnnouncements()
  const desk = await onDesk(
    <AnnouncerContext value={announcements}>
      <TogetherProvider calm={calm} goTo={goTo}>
        <textarea aria-label="Elsewhere" />
        <Section />
        <FollowPerson person="ben" name="Ben" onFollow={() => {}} />
        <HowMuch />
        <TogetherBars />
        <div data-testid="covering">
          <WaitingHere />
        </div>
      </TogetherProvider>
    </AnnouncerContext>,
    { more: [personOf('eve', 'Eve')], seat, role },
  )
  onTestFinished(() => desk.live.close())
  await screen.findByText('See and hear less of others', undefined, { timeout: 5_000 })
  let others = 0
  return {
    ...desk,
    went,
    words: () => desk.doc.getText(BOX).toString(),
    said: () => announcements.list().flatMap(({ notice }) => (notice.kind === 'done' ? notice.sentence : notice.kind)),
    /** Ben writes, each time in another place. */
    async benWrites(words: string) {
      desk.peer.doc.clientID = 71
      desk.peer.doc.getText(BOX).insert(0, words)
      others += 1
    },
    others: () => others,
    async present(client: number, state: object | null) {
      desk.peer.present(client, state)
      await waitFor(() => {
        const found = desk.live.here().find((each) => each.client === client)
        if (state === null) expect(found).toBeUndefined()
        else expect(found).toMatchObject(state)
      })
    },
    hold: () => fireEvent.click(screen.getByRole('checkbox', { name: /^Hold changes/ })),
  }
}
const bar = (name: string | RegExp) => screen.getByRole('region', { name })
const show = (name: string | RegExp) => within(bar('Hold changes')).getByRole('button', { name })

it('[SYNC-150] [SYNC-152] @D7 held changes wait, are counted by person and section, and come in when asked for', async () => {
  const page = await open()
  await page.present(71, { person: 'ben' })
  page.hold()
  const button = show('No changes waiting')
  expect(button.getAttribute('aria-disabled')).toBe('true')
  for (const words of ['a ', 'b ', 'c ', 'd ']) await page.benWrites(words)
  await waitFor(() => expect(button.textContent).toBe('4 changes waiting – show them'))
  expect(screen.getByTestId('covering').textContent).toBe('4 changes waiting – show them')
  expect(page.words()).toBe('')
  expect(screen.getByText('Ben, Living map: 4 changes')).toBeTruthy()
  act(() => void page.doc.getText(BOX).insert(0, 'Mine.'))
  const field = screen.getByLabelText('Elsewhere')
  field.focus()
  // A pointer that presses it leaves the focus where it is.
  expect(fireEvent.mouseDown(button)).toBe(false)
  fireEvent.click(button)
  expect(document.activeElement).toBe(field)
  expect(page.words()).toContain('Mine.')
  expect(page.words()).toContain('d c b a ')
  expect(button.textContent).toBe('No changes waiting')
  expect(page.said()[0]).toBe('4 changes of others are in the plan now.')
  await page.benWrites('e ')
  await waitFor(() => expect(button.textContent).toBe('One change waiting – show it'))
  fireEvent.click(within(bar('Hold changes')).getByRole('button', { name: 'Stop holding' }))
  expect(page.words()).toContain('e ')
  expect(screen.queryByRole('region', { name: 'Hold changes' })).toBeNull()
})

it('[A11Y-283] whoever stops holding changes stays in the section they read', async () => {
  await open().then((page) => page.hold())
  history.replaceState(null, '', `#${SECTION}`)
  onTestFinished(() => history.replaceState(null, '', '#'))
  const end = within(bar('Hold changes')).getByRole('button', { name: 'Stop holding' })
  end.focus()
  fireEvent.click(end)
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Living map'))
})

it('[SYNC-152] how many wait is told after a pause', async () => {
  const page = await open()
  page.hold()
  vi.useFakeTimers({ shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  await page.benWrites('a ')
  await waitFor(() => expect(show(/waiting – show/)).toBeTruthy())
  expect(page.said()).not.toContain('waiting')
  await act(() => vi.advanceTimersByTimeAsync(4_500))
  expect(page.said()).toContain('waiting')
})

it('[SYNC-152] @D7 in calm mode changes are held by themselves while somebody writes, and come in when they are done', async () => {
  const page = await open({ calm: true })
  expect(screen.queryByRole('region', { name: 'Hold changes' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Change' }))
  await screen.findByRole('region', { name: 'Hold changes' })
  await page.benWrites('a ')
  await waitFor(() => expect(show('One change waiting – show it')).toBeTruthy())
  expect(page.words()).toBe('')
  fireEvent.click(screen.getByRole('button', { name: 'I am done' }))
  await waitFor(() => expect(page.words()).toBe('a '))
  expect(screen.queryByRole('region', { name: 'Hold changes' })).toBeNull()
})

it('[SYNC-153] what waits is let in before a copy is made, and that is said', async () => {
  const page = await open()
  page.hold()
  await page.benWrites('a ')
  await waitFor(() => expect(show(/waiting – show/)).toBeTruthy())
  act(() => askToLetIn('copy'))
  expect(page.words()).toBe('a ')
  expect(page.said()[0]).toBe('One change of others was waiting. It is in the plan now, and in your copy.')
  act(() => askToLetIn('copy'))
  expect(page.said().filter((each) => each.includes('in your copy'))).toHaveLength(1)
})

it('[SYNC-154] @D5 Quiet and each kind are chosen in one place', async () => {
  await open()
  fireEvent.click(screen.getByRole('checkbox', { name: /^Quiet/ }))
  fireEvent.click(screen.getByRole('checkbox', { name: 'Comments' }))
  expect(toldChoice()).toEqual({ quiet: true, not: ['comments'] })
})

it('[SYNC-156] @D6 following goes along section by section, says so, and ends on Escape', async () => {
  const page = await open()
  await page.present(71, { person: 'ben', section: SECTION })
  const follow = await screen.findByRole('button', { name: 'Follow Ben' })
  follow.focus()
  fireEvent.click(follow)
  expect(bar('You follow Ben.').textContent).toContain('In Living map')
  expect(page.went).toEqual([SECTION])
  expect(document.activeElement?.textContent).toBe('Living map')
  await page.present(71, { person: 'ben', section: 'our-story' })
  await waitFor(() => expect(page.went).toEqual([SECTION, 'our-story']))
  // Whoever has gone elsewhere is shown it, and keeps the focus.
  screen.getByLabelText('Elsewhere').focus()
  await page.present(71, { person: 'ben', section: SECTION })
  await waitFor(() => expect(page.went.at(-1)).toBe(`${SECTION}, view alone`))
  expect(document.activeElement).toBe(screen.getByLabelText('Elsewhere'))
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(screen.queryByRole('region', { name: 'You follow Ben.' })).toBeNull()
  expect(page.said()[0]).toBe('You do not follow Ben any more.')
  await page.present(71, { person: 'ben', section: 'our-story' })
  expect(page.went).toHaveLength(3)
})

it('[SYNC-156] @D6 following ends when one begins to write, in the plan or anywhere', async () => {
  const page = await open()
  await page.present(71, { person: 'ben', section: SECTION })
  fireEvent.click(await screen.findByRole('button', { name: 'Follow Ben' }))
  fireEvent.click(screen.getByRole('button', { name: 'Change' }))
  expect(screen.queryByRole('region', { name: 'You follow Ben.' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'I am done' }))
  fireEvent.click(screen.getByRole('button', { name: 'Follow Ben' }))
  expect(bar('You follow Ben.')).toBeTruthy()
  fireEvent(screen.getByLabelText('Elsewhere'), new InputEvent('beforeinput', { bubbles: true }))
  expect(screen.queryByRole('region', { name: 'You follow Ben.' })).toBeNull()
})

it('[SYNC-157] who is followed is told in the list of people, and nobody follows in a circle', async () => {
  const page = await open()
  await page.present(71, { person: 'ben', section: SECTION, follows: 'eve' })
  expect(screen.queryByText('Ben is following you')).toBeNull()
  await page.present(72, { person: 'eve', section: 'our-story', follows: 'me' })
  fireEvent.click(await screen.findByRole('button', { name: 'Follow Ben' }))
  await waitFor(() => expect(page.said()[0]).toBe('Ben follows you, so you cannot follow Ben now.'))
  expect(page.went).toEqual([])
  await page.present(71, { person: 'ben', section: SECTION, follows: 'me' })
  expect(await screen.findByText('Ben is following you')).toBeTruthy()
  await page.present(71, { person: 'ben', section: SECTION })
  const said = vi.spyOn(page.live, 'say')
  fireEvent.click(screen.getByRole('button', { name: 'Follow Ben' }))
  expect(said).toHaveBeenCalledWith({ follows: 'ben' })
})

it('[SYNC-158] a section is kept through presence, until Done or ten minutes without writing', async () => {
  const page = await open()
  vi.useFakeTimers({ shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  const said = vi.spyOn(page.live, 'say')
  const keep = () =>
    fireEvent.click(screen.getByRole('button', { name: 'Keep this section to me for now: Living map' }))
  keep()
  expect(said).toHaveBeenLastCalledWith({ alone: SECTION })
  const kept = () => screen.queryByRole('region', { name: 'You keep “Living map” to yourself for now.' })
  expect(kept()).not.toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(IDLE - 1_000))
  act(() => void page.doc.getText(BOX).insert(0, 'Mine.'))
  await act(() => vi.advanceTimersByTimeAsync(IDLE - 1_000))
  expect(kept()).not.toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  expect(kept()).toBeNull()
  expect(said).toHaveBeenLastCalledWith({ alone: null })
  keep()
  fireEvent.click(within(kept() as HTMLElement).getByRole('button', { name: 'Done' }))
  expect(kept()).toBeNull()
  expect(page.said()[0]).toBe('This section is for everyone again.')
})

it('[SYNC-159] who would write in a section that another keeps is asked once, and can write anyway', async () => {
  const page = await open()
  await page.present(71, { person: 'ben', section: SECTION, alone: SECTION })
  const isWriting = () => page.live.doc && screen.queryByRole('dialog', { name: 'Ben is writing here alone for now' })
  const change = screen.getByRole('button', { name: 'Change' })
  const opened = vi.fn()
  change.addEventListener('click', opened)
  fireEvent.click(change)
  expect(opened).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Leave it for now' }))
  expect(isWriting()).toBeNull()
  fireEvent.click(change)
  fireEvent.click(screen.getByRole('button', { name: 'Write anyway' }))
  expect(opened).toHaveBeenCalledOnce()
  fireEvent.click(change)
  expect(opened).toHaveBeenCalledTimes(2)
  await page.present(71, { person: 'ben', section: SECTION, alone: null })
  await page.present(71, { person: 'ben', section: SECTION, alone: SECTION })
  fireEvent.click(change)
  expect(opened, 'it is kept anew').toHaveBeenCalledTimes(2)
  screen.getByRole('dialog', { name: 'Ben is writing here alone for now' })
})

it('[SYNC-159] the person the plan is about is not asked', async () => {
  const page = await open({ seat: true })
  await page.present(71, { person: 'ben', section: SECTION, alone: SECTION })
  const opened = vi.fn()
  screen.getByRole('button', { name: 'Change' }).addEventListener('click', opened)
  fireEvent.click(screen.getByRole('button', { name: 'Change' }))
  expect(opened).toHaveBeenCalledOnce()
})

it('[SYNC-158] whoever may not write cannot keep a section', async () => {
  await open({ role: 'viewer' })
  expect(screen.queryByRole('button', { name: /^Keep this section/ })).toBeNull()
})
