import { fireEvent, screen, within } from '@testing-library/react'
import { GUEST } from '@withy/shared/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyTab } from '../../live/empty-tab.ts'
import { openLanguage, openTexts } from '../../text/language.ts'
import {
  agreementOf,
  answerOf,
  choose,
  Drawn,
  draw,
  factsOf,
  kofi,
  petra,
  press,
  print,
  reading,
  rosa,
  roundOf,
  server,
  write,
} from './testing-agreement.tsx'

beforeEach(() => openTexts('agreement'))
afterEach(() => {
  vi.unstubAllGlobals()
  emptyTab()
})

it('[AGREE-54] the person asks: everybody has a tick, by voice; who decides for a person who cannot is asked for', async () => {
  const sent = server(() => Response.json({ round: roundOf() }))
  draw(rosa, null)
  screen.getByText(/^Sections that are still empty: /)
  for (const voice of ['The person this plan is about', 'Supporter or advocate', 'Professional'])
    screen.getByRole('group', { name: voice })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Petra' }))
  choose('No, somebody decides for me')
  press('Ask everyone to agree')
  const missing = screen.getByRole('alert')
  expect(
    within(missing)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Choose who decides for the person.', 'Choose who it is.'])
  choose(/^As their deputy/)
  const who = screen.getByLabelText('Who is it?')
  expect(
    within(who)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual([...['Choose a person', 'Kofi', 'Petra']])
  fireEvent.change(who, { target: { value: 'petra' } })
  press('Ask everyone to agree')
  await screen.findByRole('heading', { name: 'Who has answered' })
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds', {
    ...{ asked: ['rosa', 'kofi'], onDisagreement: 'record', bySection: false },
    decides: { acting: 'deputy', person: 'petra', words: '' },
  })
})

it('[AGREE-54] others read that nobody has asked yet, and whom the plan waits for', () => {
  draw(kofi, null).unmount()
  const alone = factsOf(kofi, 'support', [kofi, petra])
  const { unmount } = draw(kofi, null, { facts: alone })
  screen.getByText(/^It is the plan of the person it is about\..* They are not here yet/)
  expect(screen.queryByRole('button', { name: 'Ask everyone to agree' })).toBeNull()
  unmount()
  const waiting = draw(kofi, null)
  screen.getByText('Rosa has not asked yet.')
  waiting.unmount()
  const card = {
    id: 'v',
    number: 1,
    sealedAt: '2026-11-20T10:00:00Z',
    code: 'c',
    fingerprint: print(1),
    tally: { agreed: 1, through: 0, disagree: 0, stop: 0, others: 0 },
    withdrawn: 0,
    hasAnnex: false,
  }
  draw(kofi, null, { agreement: { ...agreementOf(null), sealed: [card] } })
  screen.getByText('Nobody is asked to agree just now. Rosa can ask again.')
  expect(screen.getByRole('link', { name: 'See the agreed plan' }).getAttribute('href')).toBe('/plans/p/agreed/1')
})

it('[AGREE-57] who is not the owner seals nothing; who came later is asked with one press', async () => {
  const { unmount } = draw(kofi, roundOf({ asked: ['rosa', 'petra'] }))
  screen.getByText('You are not asked this time. You can read the words. Do you want to be asked? Tell Rosa.')
  expect(screen.queryByRole('button', { name: /^(Seal|Stop asking|Ask )/ })).toBeNull()
  unmount()
  const sent = server(() => Response.json({ round: roundOf() }))
  draw(rosa, roundOf({ asked: ['rosa', 'petra'] }))
  press('Ask Kofi too')
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Ask Kofi too' })).toBeNull())
  expect(sent).toHaveBeenCalledWith('/api/plans/p/rounds/r/asked', { asked: ['kofi'] })
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByText('Kofi is asked too.')))
})

it('[A11Y-31] whoever goes on while somebody is being asked stays where they went', async () => {
  server(() => Response.json({ round: roundOf() }))
  draw(rosa, roundOf({ asked: ['rosa', 'petra'] }))
  press('Ask Kofi too')
  const stop = screen.getByRole('button', { name: /^Stop asking/ })
  stop.focus()
  await screen.findByText('Kofi is asked too.')
  expect(document.activeElement).toBe(stop)
})

it('[AGREE-46] who has said no name says it first, in Welsh too; then they ask', async () => {
  const sam = { ...rosa, id: 'sam', seat: false, voice: 'resident', cameBy: 'example' } as const
  const guest = { ...sam, name: GUEST.cy }
  const onName = vi.fn(async () => {})
  await openLanguage('cy')
  const { rerender } = draw(guest, null, { facts: factsOf(guest, 'area', [guest, petra]), onName })
  expect(screen.queryByRole('button', { name: 'Gofyn i bawb gytuno' })).toBeNull()
  press('Cadw fy enw')
  screen.getByText('Teipiwch eich enw', { selector: '.field-error' })
  expect(onName).not.toHaveBeenCalled()
  write(/^Eich enw/, ' Siân ')
  press('Cadw fy enw')
  await vi.waitFor(() => expect(onName).toHaveBeenCalledWith('Siân'))
  const named = { ...sam, name: 'Siân' }
  rerender(
    <Drawn
      facts={factsOf(named, 'area', [named, petra])}
      agreement={agreementOf(null)}
      read={reading('Y berllan', 1)}
      onName={onName}
    />,
  )
  expect(screen.queryByRole('button', { name: 'Cadw fy enw' })).toBeNull()
  screen.getByRole('checkbox', { name: 'Siân' })
})

it('[AGREE-46] who may ask nobody and has said no name finds where to say it on that page too', async () => {
  const kim = { ...kofi, id: 'kim', cameBy: 'example', name: GUEST.en } as const
  const onName = vi.fn(async () => {})
  const { unmount } = draw(kim, null, { facts: factsOf(kim, 'area', [rosa, kim]), onName })
  write(/^Your name/, 'Kim')
  press('Keep my name')
  await vi.waitFor(() => expect(onName).toHaveBeenCalledWith('Kim'))
  unmount()
  draw(kofi, null)
  expect(screen.queryByRole('button', { name: 'Keep my name' })).toBeNull()
})

it('[AGREE-49] once people are asked no more, what they said can be read on, and nobody reads that nobody has asked', () => {
  const answers = [answerOf('rosa', { answer: 'stop', words: 'Not like this' })]
  const round = roundOf({ answers, answered: ['rosa'], spoke: ['rosa', 'petra'] })
  const ended = { round, endedAt: '2026-11-21T10:00:00Z' }
  const { unmount } = draw(kofi, null, { agreement: { ...agreementOf(null), ended } })
  screen.getByText(
    /^Rosa asked people on Thursday,? 19 November 2026. The asking stopped on Saturday,? 21 November 2026/,
  )
  const people = within(screen.getByRole('region', { name: 'Who has answered' })).getAllByRole('listitem')
  expect(people.map(({ textContent }) => textContent)).toEqual([
    'RosaStop – not like thisNot like this',
    ...['KofiDid not answer', 'PetraHas taken their answer back'],
  ])
  screen.getByText('Nobody is asked to agree just now. Rosa can ask again.')
  unmount()
  const hidden = { ...ended, round: roundOf({ answered: ['petra'], isWaiting: true }) }
  draw(kofi, null, { agreement: { ...agreementOf(null), ended: hidden } })
  screen.getByText(/^Some answers stay hidden/)
})
