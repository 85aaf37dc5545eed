import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Role } from '@withy/shared/access'
import type { Said, SaidPassage } from '@withy/shared/api'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { onDesk, personOf } from '../../live/testing-desk.tsx'
import { openLanguage } from '../../text/language.ts'
import { SaidHere, SaidProvider } from './said-slots.tsx'

beforeEach(() => vi.stubGlobal('requestIdleCallback', (idle: () => void) => queueMicrotask(idle)))
afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

const NOTHING: Said = { said: [], more: [], unsaid: [] }
const RIVER: SaidPassage = {
  ...{ id: '7.3', box: 'living-map.have', item: null, words: 'I like the river' },
  ...{ person: 'ben', for: 'me' },
}
const UNSAID = { ...RIVER, id: 'u1', at: Date.now() }

type Opens = { readonly server: Said; readonly role?: Role; readonly answer?: () => Response }

/** A plan in which the server tells this; what is done is answered with the other. */
async function open({ server, role = 'contributor', answer = () => Response.json(NOTHING) }: Opens) {
  let now = server
  const did: string[] = []
  let asked = 0
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method === 'GET') {
      asked += 1
      return Response.json(now)
    }
    did.push(`${method} ${path} ${body ?? ''}`.trim())
    return answer()
  })
  const announcements = createAnnouncements()
  const desk = await onDesk(
    <AnnouncerContext value={announcements}>
      <SaidProvider>
        <button type="button">Elsewhere</button>
        <SaidHere section="living-map" />
        <section aria-label="another">
          <SaidHere section="other" />
        </section>
      </SaidProvider>
    </AnnouncerContext>,
    { more: [personOf('tom', 'Tom')], role },
  )
  onTestFinished(() => desk.live.close())
  return {
    ...desk,
    did,
    asked: () => asked,
    type: () => desk.peer.doc.getText('living-map.have').insert(0, 'a'),
    tell: (next: Said) => {
      now = next
      desk.peer.say({ type: 'said' })
    },
    told: () => announcements.list().flatMap(({ notice }) => ('sentence' in notice ? notice.sentence : [])),
  }
}
const summary = (count: string) =>
  screen.findByText(`Said by one person, typed by another: ${count}`, undefined, { timeout: 5_000 })
const button = (name: string) => screen.findByRole('button', { name, hidden: true })

it('[A11Y-253] below a section stands who said what and who typed it, and nothing where nobody did', async () => {
  const toms = { ...RIVER, id: '7.9', item: 'a1', for: 'tom', words: '' }
  await open({ server: { said: [RIVER, toms], more: [], unsaid: [] } })
  const list = (await summary('2 places')).closest('details') as HTMLElement
  const [mine, his] = within(list).getAllByRole('listitem', { hidden: true })
  expect(mine?.textContent).toContain('“I like the river”Said by you, typed by Ben')
  expect(his?.textContent).toBe('What was chosen hereSaid by Tom, typed by Ben')
  // Nobody says it for another.
  expect(within(list).getAllByRole('button', { hidden: true })).toHaveLength(1)
  expect(screen.getByRole('region', { name: 'another' }).textContent).toBe('')
  await openLanguage('cy')
  await screen.findByText('Eich geiriau chi, wedi’u teipio gan Ben')
  await openLanguage('en')
})

it('[A11Y-254] “I did not say this” is a button that says what it did, keeps the place, and can be taken back', async () => {
  const answers: Said[] = [
    { said: [], more: [], unsaid: [UNSAID] },
    { said: [RIVER], more: [], unsaid: [] },
  ]
  const page = await open({
    server: { said: [RIVER], more: [], unsaid: [] },
    answer: () => Response.json(answers.shift()),
  })
  ;(await summary('one place')).click()
  const unsay = await button('I did not say this: I like the river')
  unsay.focus()
  fireEvent.click(unsay)
  const again = await button('I did say this: I like the river')
  await waitFor(() => expect(document.activeElement).toBe(again))
  expect(page.told()[0]).toBe('It now says that Ben alone typed this. Ben and those who lead the plan are told.')
  expect(screen.getByText('You did not say this. It is kept as typed by Ben alone.')).toBeTruthy()
  fireEvent.click(again)
  const back = await button('I did not say this: I like the river')
  await waitFor(() => expect(document.activeElement).toBe(back))
  expect(page.told()[0]).toBe('It says again that you said this.')
  expect(page.did).toEqual(['POST /api/plans/p/unsaid {"passage":"7.3"}', 'DELETE /api/plans/p/unsaid/u1'])
})

it('[A11Y-254] the focus is never on other words, typed for them meanwhile: one more press would be about those', async () => {
  const typed = { ...RIVER, id: '7.30', words: 'I want to move out' }
  const river = { ...RIVER, id: '7.4' }
  const answers: Said[] = [
    { said: [typed], more: [], unsaid: [UNSAID] },
    { said: [{ ...typed, id: '7.40', words: 'I sing' }, typed, river], more: [], unsaid: [] },
  ]
  await open({ server: { said: [RIVER], more: [], unsaid: [] }, answer: () => Response.json(answers.shift()) })
  ;(await summary('one place')).click()
  const unsay = await button('I did not say this: I like the river')
  unsay.focus()
  fireEvent.click(unsay)
  const again = await button('I did say this: I like the river')
  await waitFor(() => expect(document.activeElement).toBe(again))
  fireEvent.click(again)
  const back = await button('I did not say this: I like the river')
  await waitFor(() => expect(document.activeElement).toBe(back))
})

it('[A11Y-254] [A11Y-31] whoever goes on meanwhile stays there, and a no is said', async () => {
  const answers = [
    Response.json({ refused: 'words-changed', sentence: 'These words were changed.' }, { status: 409 }),
    Response.json(NOTHING),
  ]
  await open({ server: { said: [RIVER], more: [], unsaid: [] }, answer: () => answers.shift() as Response })
  ;(await summary('one place')).click()
  const unsay = await button('I did not say this: I like the river')
  unsay.focus()
  fireEvent.click(unsay)
  expect((await screen.findByRole('alert', { hidden: true })).textContent).toMatch(/^These words were changed/)
  expect(document.activeElement).toBe(unsay)
  fireEvent.click(unsay)
  screen.getByRole('button', { name: 'Elsewhere' }).focus()
  await waitFor(() => expect(screen.queryByText('“I like the river”')).toBeNull())
  expect(document.activeElement?.textContent).toBe('Elsewhere')
})

it('[A11Y-254] who typed the words, and who leads the plan, is told once that they were not said, also later', async () => {
  const mine = { ...UNSAID, person: 'me', for: 'tom' }
  const page = await open({ server: { said: [], more: [], unsaid: [mine] }, role: 'facilitator' })
  const yours = 'Tom did not say some words that you typed, in “Living map”.'
  await waitFor(() => expect(page.told()).toEqual([yours]))
  expect(await screen.findByText('Tom did not say this. It is kept as typed by Anna alone.')).toBeTruthy()
  page.tell({ said: [], more: [], unsaid: [{ ...UNSAID, id: 'u2', for: 'tom' }, mine] })
  await waitFor(() =>
    expect(page.told()).toEqual(['Tom did not say some words that Ben typed, in “Living map”.', yours]),
  )
})

it('[A11Y-280] it is heard once on a device, and not each time the plan is opened', async () => {
  const mine = { ...UNSAID, person: 'me', for: 'tom' }
  const first = await open({ server: { said: [], more: [], unsaid: [mine] }, role: 'facilitator' })
  await waitFor(() => expect(first.told()).toHaveLength(1))
  cleanup()
  const later = { ...mine, id: 'u2', box: 'other.have' }
  const second = await open({ server: { said: [], more: [], unsaid: [later, mine] }, role: 'facilitator' })
  await waitFor(() => expect(second.told()).toHaveLength(1))
  cleanup()
  // What stands below the section is there all the same.
  const third = await open({ server: { said: [], more: [], unsaid: [later, mine] }, role: 'facilitator' })
  expect(await screen.findAllByText(/one place$/)).toHaveLength(2)
  expect(third.told()).toEqual([])
})

it('[SYNC-168] says how many places are not shown, where there are too many', async () => {
  const more = [
    { box: 'living-map.have', count: 21 },
    { box: 'living-map.want', count: 2 },
    { box: 'other.have', count: 9 },
  ]
  await open({ server: { said: [RIVER], more, unsaid: [] } })
  const list = (await summary('24 places')).closest('details') as HTMLElement
  expect(within(list).getByText('23 more places are not shown here.')).toBeTruthy()
})

it('[SYNC-168] words that are typed are asked about after a pause: a short one by whom they concern, else a long one', async () => {
  const page = await open({ server: { said: [RIVER], more: [], unsaid: [] } })
  await summary('one place')
  vi.useFakeTimers({ shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  page.peer.present(71, { person: 'ben', typesFor: 'tom' })
  await waitFor(() => expect(page.live.here()).toHaveLength(1))
  const asked = page.asked()
  page.type()
  await vi.advanceTimersByTimeAsync(9_000)
  expect(page.asked()).toBe(asked)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(page.asked()).toBe(asked + 1)
  page.peer.present(71, { person: 'ben', typesFor: 'me' })
  await waitFor(() => expect(page.live.here()[0]).toMatchObject({ typesFor: 'me' }))
  page.type()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(page.asked()).toBe(asked + 2)
})
