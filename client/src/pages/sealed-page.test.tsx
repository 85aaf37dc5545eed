import { fireEvent, render, screen, within } from '@testing-library/react'
import type { SealedAnswer, SealRecord } from '@withy/shared/api'
import { editionOf } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Sealed } from '../api/agreement.ts'
import { personOf } from '../live/testing-desk.tsx'
import { openLanguage, openTexts } from '../text/language.ts'
import SealedPage from './sealed-page.tsx'

beforeEach(() => openTexts('agreement'))
afterEach(() => vi.unstubAllGlobals())

const answer = (name: string, more: Partial<SealedAnswer> = {}): SealedAnswer => ({
  ...{ name, voice: 'resident', answer: 'agree', words: '', section: null, by: null, acting: null, advocate: '' },
  ...{ at: '2026-11-19T10:00:00Z', ofTheseWords: true },
  ...more,
})
const record = (more: Partial<SealRecord> = {}): SealRecord => ({
  ...{ record: 1, number: 2, openedAt: '2026-11-18T10:00:00Z', sealedAt: '2026-11-20T10:00:00Z', sealedBy: 'Rosa' },
  ...{ onDisagreement: 'record', people: [], answers: [answer('Rosa')], notAnswered: [], decides: null, wentOn: '' },
  ...{ missing: [], reviewOn: null, fingerprint: '0'.repeat(64), previous: null },
  ...{ kept: { plan: '0'.repeat(64), document: '0'.repeat(64) } },
  ...more,
})
const plan = buildPlan('area', { text: { 'place.where': ['From the mill to the canal.'] } })
const edition = editionOf({ title: 'Brackenford East', plan, names: new Map(), explained: [] })
const sealed = (more: Partial<Sealed> = {}): Sealed => ({
  ...{
    record: record(),
    edition,
    plan,
    seal: 'f'.repeat(64),
    code: '7K3M-Q2PX-9DRT',
    withdrawn: [],
    mayWithdraw: [],
    newest: 2,
  },
  ...more,
})

/** The server, with a plan that is called otherwise by now. */
function server(read: () => Sealed) {
  const sent = vi.fn()
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method === 'POST') {
      sent(path, JSON.parse(String(body)))
      return Response.json({})
    }
    const facts = { id: 'p', kind: 'area', title: 'East', me: 'me', people: [personOf('me', 'Anna')], former: [] }
    return Response.json(path.includes('/sealed/') ? read() : facts)
  })
  return sent
}

it('[TALK-83] [TALK-85] says that what was said is kept beside it, and opens it; says nothing where it is not', async () => {
  const kept = { plan: '0'.repeat(64), document: '0'.repeat(64), annex: '0'.repeat(64) }
  const about = { box: 'place.where', item: null, field: null, section: 'Our edges', title: null, name: null }
  const words = { quote: 'the canal', before: '', after: '' }
  const comment = { name: 'Kofi', at: '2026-11-19T10:00:00Z', words: 'Which canal?', mentions: [], editedAt: null }
  const thread = { kind: 'comment', about: { ...about, words, isThere: true }, comments: [comment], settled: null }
  const whole = { ...about, words: null, isThere: true }
  const removed = { ...thread, about: whole, comments: [{ ...comment, name: 'Ben', words: null }] }
  const sentence = (text: string) => ({ runs: [{ text }], opens: true })
  const change = (was: string, becomes: string) => {
    return { was: [sentence(was)], becomes: [sentence(becomes)], fate: null, needs: ['Rosa'], yes: [] }
  }
  const suggestion = {
    ...{ about: whole, name: 'Priya', at: '2026-11-19T10:00:00Z', why: '' },
    changes: [change('The mill.', 'Our mill.'), change('The canal.', 'Our canal.')],
  }
  const annex = { annex: 1, at: '2026-11-20T10:00:00Z', threads: [thread, removed], suggestions: [suggestion] }
  server(() => sealed({ record: record({ kept }) }))
  const read = globalThis.fetch
  vi.stubGlobal('fetch', async (path: string, sent: RequestInit) =>
    path.endsWith('/sealed/2/annex') ? Response.json({ annex }) : read(path, sent),
  )
  const { unmount } = render(<SealedPage plan="p" number={2} />)
  const part = within(await screen.findByRole('region', { name: 'Comments and suggested words' }))
  part.getByText(/no part of what was agreed/)
  expect(part.queryByText('Which canal?')).toBeNull()
  const show = part.getByRole('button', { name: 'Show comments and suggested words' })
  show.focus()
  fireEvent.click(show)
  await part.findByText('Which canal?')
  part.getByText('About “the canal”')
  part.getByText('Kofi, Thursday, 19 November 2026, 10:00 am')
  // Nothing is left to settle of what was removed.
  part.getByText('This comment was removed.')
  part.getByText('Not settled yet')
  expect(part.getByText('Place 2 of 2: in the plan').nextElementSibling?.textContent).toBe('The canal.')
  const hide = part.getByRole('button', { name: 'Hide comments and suggested words', expanded: true })
  expect(document.activeElement).toBe(hide)
  unmount()
  server(() => sealed())
  render(<SealedPage plan="p" number={2} />)
  await screen.findByText('From the mill to the canal.')
  expect(screen.queryByRole('region', { name: 'Comments and suggested words' })).toBeNull()
})

it('[A11Y-71] [A11Y-73] care words of what was agreed are explained, as the plan did then where it did', async () => {
  const plan = buildPlan('area', { text: { 'place.where': ['We have a hoist and respite care.'] } })
  const explained = [{ word: 'hoist', meaning: 'Our own lift' }]
  const edition = editionOf({ title: 'Brackenford East', plan, names: new Map(), explained })
  server(() => sealed({ plan, edition }))
  render(<SealedPage plan="p" number={2} />)
  const words = { timeout: 10_000 }
  fireEvent.click(await screen.findByRole('button', { name: 'hoist' }, words))
  expect(screen.getByRole('dialog', { name: 'hoist' }).textContent).toContain('Our own lift')
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  fireEvent.click(await screen.findByRole('button', { name: 'respite care' }, words))
  expect(screen.getByRole('dialog', { name: 'respite care' }).textContent).toContain('our list')
})

it('[AGREE-60] [EXPORT-71] says what was agreed, when, by whom and how, with the code, and then the words as they were', async () => {
  const answers = [
    answer('Rosa', { answer: 'agree-with', words: 'With the orchard' }),
    answer('Kofi', {
      answer: 'disagree',
      words: 'The hall is too far',
      by: 'Nia',
      acting: 'supporter',
      advocate: 'Mair',
    }),
    answer('Ben', { ofTheseWords: false }),
    answer('Olu', { acting: 'attorney' }),
  ]
  const notAnswered = [{ name: 'Petra', voice: 'professional' } as const]
  server(() => sealed({ record: record({ answers, notAnswered, wentOn: 'We spoke', reviewOn: '2027-05-20' }) }))
  render(<SealedPage plan="p" number={2} />)
  await screen.findByRole('heading', { level: 1, name: 'Brackenford East' })
  screen.getByText(/^Agreed on Friday,? 20 November 2026$/)
  screen.getByText(/^We look at it again on Thursday,? 20 May 2027$/)
  screen.getByText('7K3M-Q2PX-9DRT')
  const said = within(screen.getByRole('region', { name: 'What everyone said' }))
  expect(said.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'RosaI live hereI agree, with this saidWith the orchard',
    'KofiI live hereI do not agree, becauseThe hall is too farNia passed this on for themWith an advocate: MairThey have not said themselves that this is right.',
    'BenI live hereI agreeThis was said to earlier words. The plan has changed since.',
    'OluI live hereI agreeSaid for the person, as their attorney',
  ])
  said.getByText('Petra')
  said.getByText('We spoke')
  screen.getByText('From the mill to the canal.')
  expect(screen.queryByText('A newer plan was agreed since.')).toBeNull()
  expect(screen.getByRole('link', { name: 'Check a copy' }).getAttribute('href')).toBe('/check')
  expect(screen.queryByRole('button', { name: 'I no longer agree' })).toBeNull()
})

it('[AGREE-58] [AGREE-59] [AGREE-64] says how many agreed through somebody else, who had left, who said stop; and who went on over it, in their name', async () => {
  const answers = [
    answer('Anna'),
    answer('Kofi', { by: 'Nia', acting: 'supporter' }),
    answer('Rhys', { left: true }),
    answer('Ben', { answer: 'stop', words: 'Not like this' }),
  ]
  server(() => sealed({ record: record({ answers, sealedBy: 'Anna', wentOn: 'We meet again in May' }) }))
  render(<SealedPage plan="p" number={2} />)
  await screen.findByText('2 people agreed · 1 of them through somebody else · 1 said stop')
  expect(screen.getByText('Rhys').closest('li')?.textContent).toBe('RhysI live hereI agreeThey have left the plan.')
  screen.getByText('Somebody said stop. Anna went on, because:')
})

it('[AGREE-60] says that a newer plan was agreed, who decided for a person who cannot, and all of it in Welsh', async () => {
  await openLanguage('cy')
  server(() =>
    sealed({
      newest: 3,
      record: record({ decides: { acting: 'deputy', name: 'Mair', words: 'Court of Protection' } }),
    }),
  )
  render(<SealedPage plan="p" number={2} />)
  const newer = await screen.findByRole('link', { name: 'Gweld yr un diweddaraf' })
  expect(newer.getAttribute('href')).toBe('/plans/p/agreed/3')
  screen.getByText('Mae Mair yn penderfynu dros y person, fel eu dirprwy.')
  screen.getByText('Court of Protection')
  screen.getByText('Cytunwyd: Dydd Gwener 20 Tachwedd 2026')
})

it('[AGREE-61] who no longer agrees is asked first, and is named beside what stays as it was', async () => {
  let withdrawn: Sealed['withdrawn'] = []
  const sent = server(() =>
    sealed({ withdrawn, mayWithdraw: withdrawn.length === 0 ? [{ person: 'me', name: 'Anna' }] : [] }),
  )
  render(<SealedPage plan="p" number={2} />)
  fireEvent.click(await screen.findByRole('button', { name: 'I no longer agree' }))
  const dialog = within(screen.getByRole('dialog'))
  dialog.getByText(/^What was sealed stays as it is\./)
  fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'The hall was sold' } })
  expect(sent).not.toHaveBeenCalled()
  withdrawn = [{ name: 'Anna', words: 'The hall was sold', at: '2026-12-01T10:00:00Z', by: null }]
  fireEvent.click(dialog.getByRole('button', { name: 'I no longer agree' }))
  const beside = within(await screen.findByRole('region', { name: 'These people no longer agree' }))
  beside.getByText('The hall was sold')
  expect(sent).toHaveBeenCalledWith('/api/plans/p/sealed/2/withdraw', { words: 'The hall was sold' })
  expect(screen.queryByRole('button', { name: 'I no longer agree' })).toBeNull()
  screen.getByText(/^It is written down that you no longer agree\. This stays\..* when people are asked again\.$/)
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('These people no longer agree'))
  screen.getByText('From the mill to the canal.')
})

it('[AGREE-34] somebody passes on that another no longer agrees: who it is is asked first, and both names stand there', async () => {
  let withdrawn: Sealed['withdrawn'] = []
  const people = [
    { person: 'me', name: 'Anna' },
    { person: 'vera', name: 'Vera' },
    { person: 'mo', name: 'Mo' },
  ]
  const sent = server(() => sealed({ withdrawn, mayWithdraw: withdrawn.length === 0 ? people : [] }))
  render(<SealedPage plan="p" number={2} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Somebody else no longer agrees' }))
  const dialog = within(screen.getByRole('dialog'))
  const whom = dialog.getByLabelText('Who no longer agrees?')
  const options = within(whom).getAllByRole('option')
  expect(options.map(({ textContent }) => textContent)).toEqual(['Vera', 'Mo'])
  fireEvent.change(whom, { target: { value: 'mo' } })
  dialog.getByText(/^Only pass on what Mo says\./)
  withdrawn = [{ name: 'Mo', words: '', at: '2026-12-01T10:00:00Z', by: 'Anna' }]
  fireEvent.click(dialog.getByRole('button', { name: 'Mo no longer agrees' }))
  const beside = within(await screen.findByRole('region', { name: 'These people no longer agree' }))
  beside.getByText('Anna passed this on for them')
  expect(sent).toHaveBeenCalledWith('/api/plans/p/sealed/2/withdraw', { person: 'mo', words: '' })
  screen.getByText('It is written down, with both names.')
})

it('[A11Y-31] who passes on that another no longer agrees is led to it from the button, and not from where they went on to', async () => {
  let withdrawn: Sealed['withdrawn'] = []
  const mayWithdraw = ['Vera', 'Mo', 'Ana'].map((name) => ({ person: name, name }))
  server(() => sealed({ withdrawn, mayWithdraw: mayWithdraw.slice(withdrawn.length) }))
  render(<SealedPage plan="p" number={2} />)
  const pass = await screen.findByRole('button', { name: 'Somebody else no longer agrees' })
  const passOn = (name: string) => {
    pass.focus()
    fireEvent.click(pass)
    withdrawn = [...withdrawn, { name, words: '', at: '2026-12-01T10:00:00Z', by: 'Anna' }]
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: `${name} no longer agrees` }))
  }
  passOn('Vera')
  const heading = await screen.findByRole('heading', { name: 'These people no longer agree' })
  await vi.waitFor(() => expect(document.activeElement).toBe(heading))
  passOn('Mo')
  const check = screen.getByRole('link', { name: 'Check a copy' })
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Go back' }))
  check.focus()
  await screen.findByText('Mo', { selector: 'bdi' })
  expect(document.activeElement).toBe(check)
})

it('[AGREE-45] says what who does not agree to it can do now, and to who agreed nothing of it', async () => {
  server(() => sealed())
  const { unmount } = render(<SealedPage plan="p" number={2} />)
  await screen.findByText(/^Does somebody want to agree to this plan now\?|^Do you want to agree to this plan now\?/)
  unmount()
  server(() => sealed({ mayWithdraw: [{ person: 'me', name: 'Anna' }] }))
  render(<SealedPage plan="p" number={2} />)
  await screen.findByRole('button', { name: 'I no longer agree' })
  expect(screen.queryByText(/want to agree to this plan now/)).toBeNull()
})
