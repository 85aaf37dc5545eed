import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { readRichText, textRoot } from '@withy/shared/plan'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RefusedError } from '../../../api/send.ts'
import * as api from '../../../api/talk.ts'
import { createAnnouncements } from '../../../live/announcements.ts'
import { AnnouncerContext } from '../../../live/announcer-context.ts'
import { OfflineError } from '../../../ui/reach.ts'
import { WordsEditor } from '../../editor/words-editor.tsx'
import '../../editor/testing-box.tsx'
import { PlaceSuggestions } from './place-suggestions.tsx'
import { BOX, decided, onTalk, PLACE, rewrite, said, suggested } from './testing-suggest.tsx'
import { WordsEditorContext } from './words-editor-context.ts'

const fetchAnswered = vi.spyOn(api, 'fetchAnswered')
const sendDecision = vi.spyOn(api, 'sendDecision')
const sendSuggestion = vi.spyOn(api, 'sendSuggestion')
const sendWithdrawal = vi.spyOn(api, 'sendWithdrawal')
afterEach(() => void vi.resetAllMocks())

const WAS = said('We know our neighbours. We help each other. It was cold.')
const PROPOSED = said('We know all our neighbours. We help each other. It was very cold.')

const PUT_BACK = 'Put the earlier words back: We know our neighbours.'
const here = <PlaceSuggestions place={PLACE} />
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
/** Opens what is behind a line, as a tap does. */
async function unfold(line: HTMLElement) {
  fireEvent.click(line)
  const details = line.closest('details') as HTMLElement
  await waitFor(() => expect(details.childElementCount).toBe(2))
  return details
}
const open = () => unfold(screen.getByText(/suggests? other words/))
const text = () => screen.getByRole('list', { name: /Other words that were suggested/ }).textContent

describe('other words that were suggested', () => {
  it('[TALK-63] stand below the words, folded to one line that says who, how many places, and for whom they wait', async () => {
    await onTalk(here, { text: WAS, suggestions: [suggested(WAS, PROPOSED, { needs: ['rosa'] })] })
    const summary = document.querySelector('summary')
    expect(summary?.textContent).toBe('Ben suggests other words (2 places) waits for Rosa')
    expect(summary?.closest('details')?.open).toBe(false)
  })

  it('[TALK-63] @D9 @D10 show the words now first, then what is offered: added and taken out in words and signs', async () => {
    await onTalk(here, { text: WAS, suggestions: [suggested(WAS, PROPOSED, { why: 'It is true of all' })] })
    await open()
    expect(screen.getByText('Why: It is true of all')).toBeTruthy()
    const [first] = within(screen.getByRole('list', { name: /Other words/ })).getAllByText('The words now')
    expect(first?.nextElementSibling?.textContent?.trim()).toBe('We know our neighbours.')
    const added = [...document.querySelectorAll('ins')].map(({ textContent }) => textContent)
    expect(added[0]).toMatch(/^Added: .*all.* End of added words\.$/)
    expect(document.querySelector('ins .changed-sign')).toBeTruthy()
  })

  it('[TALK-64] who may write is not asked about words of somebody’s own: only that person is', async () => {
    const suggestions = [suggested(WAS, PROPOSED, { needs: ['rosa'] })]
    await onTalk(here, { text: WAS, suggestions, role: 'owner' })
    await open()
    expect(screen.getAllByText('Only Rosa can say yes to this.')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: /Use these words|Keep/ })).toBeNull()
  })

  it('[TALK-64] one place is accepted and another kept; each says what became of it, with the focus on it', async () => {
    const suggestion = suggested(WAS, PROPOSED, { needs: ['me'] })
    const first = decided(suggestion, { 0: 'accepted' })
    sendDecision.mockResolvedValueOnce({ suggestion: first })
    sendDecision.mockResolvedValueOnce({ suggestion: decided(first, { 1: 'kept' }) })
    const announcements = createAnnouncements()
    const spoken = (node: ReactNode) => <AnnouncerContext value={announcements}>{node}</AnnouncerContext>
    await onTalk(spoken(here), { text: WAS, suggestions: [suggestion], role: 'viewer' })
    await open()
    expect(screen.getAllByText('These are your words. They stay unless you say yes.')).toHaveLength(2)
    const use = screen.getByRole('button', { name: 'Use these words: Place 1 of 2' })
    use.focus()
    fireEvent.click(use)
    await screen.findByText(/^You said yes on Sunday,? 14 June 2026/)
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^You said yes on/))
    expect(sendDecision).toHaveBeenLastCalledWith('p', 's1', { accept: [suggestion.changes[0]?.id], keep: [] })
    press('Keep my words: Place 2 of 2')
    await screen.findByText(/^You kept the words on/)
    expect(sendDecision).toHaveBeenLastCalledWith('p', 's1', { accept: [], keep: [suggestion.changes[1]?.id] })
    expect(announcements.list().map(({ notice }) => 'sentence' in notice && notice.sentence)).toEqual([
      'The words stay as they are.',
      'You said yes. The new words are in the plan.',
    ])
    expect(document.querySelector('summary')?.textContent).toContain('answered')
  })

  it('[TALK-64] several are answered at once', async () => {
    const suggestion = suggested(WAS, PROPOSED)
    sendDecision.mockResolvedValueOnce({ suggestion: decided(suggestion, { 0: 'kept', 1: 'kept' }) })
    await onTalk(here, { text: WAS, suggestions: [suggestion] })
    await open()
    press('Keep all the words')
    await waitFor(() => expect(screen.getAllByText(/^You kept the words/)).toHaveLength(2))
    expect(sendDecision).toHaveBeenLastCalledWith('p', 's1', {
      accept: [],
      keep: suggestion.changes.map(({ id }) => id),
    })
  })

  it('[TALK-64] who is not asked about all of it answers as many places as are theirs', async () => {
    const three = said('We know all our neighbours. We always help each other. It was very cold.')
    const { changes, ...rest } = suggested(WAS, three)
    const suggestion = {
      ...rest,
      changes: changes.map((change, n) => ({ ...change, needs: [n === 0 ? 'rosa' : 'me'] })),
    }
    const mine = suggestion.changes.slice(1).map(({ id }) => id)
    expect(mine).toHaveLength(2)
    sendDecision.mockResolvedValueOnce({ suggestion: decided(suggestion, { 1: 'kept', 2: 'kept' }) })
    await onTalk(here, { text: WAS, suggestions: [suggestion] })
    await open()
    expect(screen.queryByRole('button', { name: /^(Use|Keep) all/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'Use these words in 2 places' })).toBeTruthy()
    press('Keep my words in 2 places')
    await waitFor(() => expect(sendDecision).toHaveBeenLastCalledWith('p', 's1', { accept: [], keep: mine }))
  })

  it('[TALK-64] an answer that comes too late says so at its place, beside what became of it', async () => {
    const suggestion = suggested(WAS, PROPOSED)
    const sentence = 'Somebody has decided about this already.'
    sendDecision.mockRejectedValueOnce(new RefusedError({ refused: 'already-decided', sentence }))
    const { told } = await onTalk(here, { text: WAS, suggestions: [suggestion] })
    await open()
    press('Keep the words: Place 1 of 2')
    told(decided(suggestion, { 0: 'accepted' }, 'rosa'))
    const place = (await screen.findByText(sentence)).closest('li.offer')
    expect(place?.textContent).toContain('Place 1 of 2')
    expect(place?.textContent).toMatch(/Rosa said yes on/)
  })

  it('[TALK-63] where little of a sentence stays, the old one stands whole and the new one below it', async () => {
    const was = said('I like it when people wait for me.')
    await onTalk(here, { text: was, suggestions: [suggested(was, said('She likes people to wait.'))] })
    await open()
    const words = (tag: string) => [...document.querySelectorAll(tag)].map(({ textContent }) => textContent)
    expect(words('del')).toEqual(['Taken out: I like it when people wait for me. End of what was taken out.'])
    expect(words('ins')).toEqual(['Added: She likes people to wait. End of added words.'])
  })

  it('[TALK-64] what cannot be sent says why, and can be pressed again', async () => {
    sendDecision.mockRejectedValueOnce(new OfflineError('Nothing answered'))
    await onTalk(here, { text: WAS, suggestions: [suggested(WAS, PROPOSED)] })
    await open()
    press('Use these words: Place 1 of 2')
    expect(await screen.findByText(/^We cannot reach Withy/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Use these words: Place 1 of 2' }).ariaDisabled).not.toBe('true')
  })

  it('[TALK-65] where the words have changed since, all three texts stand there, and it can only be put to rest', async () => {
    const suggestion = suggested(WAS, said('We know all our neighbours. We help each other. It was cold.'))
    const { doc } = await onTalk(here, { text: WAS, suggestions: [suggestion] })
    await open()
    expect(screen.getByRole('button', { name: 'Use these words' })).toBeTruthy()
    act(() => rewrite(doc, said('We knew nobody here. We help each other. It was cold.')))
    expect(await screen.findByText(/These words have changed since/)).toBeTruthy()
    expect(screen.getByText('The words then').nextElementSibling?.textContent?.trim()).toBe('We know our neighbours.')
    expect(document.querySelector('ins')?.textContent).toContain('all')
    expect(screen.getByText('The words now').nextElementSibling?.textContent?.trim()).toBe('We knew nobody here.')
    expect(screen.queryByRole('button', { name: 'Use these words' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Keep the words' })).toBeTruthy()
  })

  it('[TALK-65] where the plan reads so already, that is said', async () => {
    const { doc } = await onTalk(here, { text: WAS, suggestions: [suggested(WAS, PROPOSED, { needs: ['rosa'] })] })
    await open()
    act(() => rewrite(doc, PROPOSED))
    await waitFor(() => expect(screen.getAllByText('The plan reads so already.')).toHaveLength(2))
  })

  it('[TALK-66] earlier words are one tap away, with who offered the others and who said yes', async () => {
    const suggestion = decided(suggested(WAS, PROPOSED), { 0: 'accepted', 1: 'kept' }, 'rosa')
    await onTalk(here, { text: WAS, suggestions: [suggestion], role: 'viewer' })
    const inside = await unfold(screen.getByText('Earlier words (1)'))
    expect(inside.textContent).toContain('We know our neighbours.')
    expect(inside.textContent).not.toContain('It was cold.')
    expect(inside.textContent).toMatch(/Ben suggested other words\. Rosa said yes on Sunday,? 14 June 2026\./)
    expect(within(inside).queryByRole('button')).toBeNull()
    expect(screen.getByText('1 suggestion that was answered')).toBeTruthy()
  })

  it('[TALK-95] their words come once somebody looks; without a connection it says so, and they come when one tries again', async () => {
    const suggestion = decided(suggested(WAS, PROPOSED), { 0: 'accepted', 1: 'kept' }, 'rosa')
    const { id, place, by, at } = suggestion
    const answered = [{ ...{ id, place, by, at }, count: 2, earlier: 1, people: ['rosa'], isBack: false }]
    fetchAnswered.mockRejectedValueOnce(new OfflineError('Nothing answered'))
    fetchAnswered.mockResolvedValueOnce({ suggestions: [suggestion] })
    await onTalk(here, { text: WAS, answered })
    screen.getByText('1 suggestion that was answered')
    expect(fetchAnswered, 'nobody looked').not.toHaveBeenCalled()
    fireEvent.click(screen.getByText('Earlier words (1)'))
    await screen.findByText(/^We cannot reach Withy/)
    press('Try again')
    await screen.findByText('We know our neighbours.')
    expect(fetchAnswered).toHaveBeenLastCalledWith('p', BOX)
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
    screen.getByText('Earlier words (1)')
    fireEvent.click(screen.getByText('1 suggestion that was answered'))
    await screen.findByText(/Ben suggests other words/)
    expect(fetchAnswered).toHaveBeenCalledTimes(2)
  })

  it('[TALK-95] one that was answered while the page was away stays where somebody looked at it', async () => {
    const open = suggested(WAS, PROPOSED)
    const whole = decided(open, { 0: 'kept', 1: 'kept' }, 'rosa')
    const { id, place, by, at } = whole
    fetchAnswered.mockResolvedValueOnce({ suggestions: [whole] })
    const { state } = await onTalk(here, { text: WAS, suggestions: [open] })
    const answered = [{ ...{ id, place, by, at }, count: 2, earlier: 0, people: [], isBack: false }]
    act(() => void state.came({ ...{ seq: 2, threads: [], suggestions: [], mine: [] }, answered }))
    await waitFor(() => expect(text()).toContain('answered'))
  })

  it('[TALK-67] who said yes puts the earlier words back: offered the other way round, and accepted by them at once', async () => {
    const now = said('We know all our neighbours. We help each other. It was cold. Ben was here.')
    const back = said('We know our neighbours. We help each other. It was cold. Ben was here.')
    const suggestion = decided(suggested(WAS, PROPOSED), { 0: 'accepted', 1: 'kept' })
    const offered = suggested(now, back, { id: 's2', by: 'me', needs: ['me'] })
    sendSuggestion.mockRejectedValueOnce(new OfflineError('Nothing answered'))
    sendSuggestion.mockResolvedValueOnce({ suggestion: offered })
    sendDecision.mockResolvedValueOnce({ suggestion: decided(offered, { 0: 'accepted' }) })
    const { told } = await onTalk(here, { text: now, suggestions: [suggestion] })
    const inside = await unfold(screen.getByText('Earlier words (1)'))
    // Two quick presses on what stood there before take nothing back.
    fireEvent.click(within(inside).getByRole('button', { name: PUT_BACK }), { detail: 2 })
    expect(sendSuggestion).not.toHaveBeenCalled()
    press(PUT_BACK)
    expect(await within(inside).findByText(/^We cannot reach Withy/)).toBeTruthy()
    press(PUT_BACK)
    await screen.findByText('Earlier words (2)')
    const [first, again] = sendSuggestion.mock.calls.map(([, sent]) => sent)
    expect(again).toMatchObject({ was: now, proposed: back })
    expect(again?.id).toBe(first?.id)
    expect(sendDecision).toHaveBeenCalledWith('p', again?.id, { accept: [offered.changes[0]?.id], keep: [] })
    // Put back once more later, it is another suggestion: that one came to its end.
    told(suggestion)
    press(PUT_BACK)
    await waitFor(() => expect(sendSuggestion).toHaveBeenCalledTimes(3))
    expect(sendSuggestion.mock.lastCall?.[1].id).not.toBe(first?.id)
  })

  it('[TALK-67] that somebody put earlier words back is told as that, with the time where it was today', async () => {
    const now = said('We know all our neighbours. We help each other. It was cold.')
    const first = decided(suggested(WAS, PROPOSED), { 0: 'accepted', 1: 'kept' }, 'rosa')
    const back = suggested(now, WAS, { id: 's2', by: 'rosa' })
    const at = Date.now()
    const fate = { is: 'accepted', by: 'rosa', at } as const
    const done = { ...back, at, changes: back.changes.map((change) => ({ ...change, fate })) }
    await onTalk(here, { text: WAS, suggestions: [first, done] })
    const earlier = await unfold(screen.getByText('Earlier words (2)'))
    expect(earlier.textContent).toMatch(/Rosa put the earlier words back today, \d+:\d\d/)
    expect(earlier.textContent).toMatch(/Ben suggested other words\. Rosa said yes on Sunday,? 14 June 2026\./)
    await unfold(screen.getByText('2 suggestions that were answered'))
    const card = await unfold(screen.getByText('Rosa put the earlier words back'))
    expect(card.querySelector('.offer-fate')?.textContent).toMatch(/^Rosa put the earlier words back today, \d+:\d\d/)
  })

  it('[TALK-67] anybody else is offered to suggest the earlier words', async () => {
    const now = said('We know all our neighbours. We help each other. It was cold.')
    const suggestion = decided(suggested(WAS, PROPOSED), { 0: 'accepted', 1: 'kept' }, 'rosa')
    const editable = <WordsEditorContext value={async () => WordsEditor}>{here}</WordsEditorContext>
    const { doc } = await onTalk(editable, { text: now, suggestions: [suggestion], role: 'contributor' })
    const inside = await unfold(screen.getByText('Earlier words (1)'))
    fireEvent.click(
      within(inside).getByRole('button', { name: 'Suggest the earlier words again: We know our neighbours.' }),
    )
    const dialog = await screen.findByRole('dialog', { name: 'Suggest other words' })
    await waitFor(() => expect(dialog.querySelector('del')?.textContent).toContain('all'))
    expect(readRichText(textRoot(doc, BOX))).toEqual(now)
  })

  it('[TALK-63] a suggestion that is answered by somebody else stays where it is while one looks', async () => {
    const suggestion = suggested(WAS, PROPOSED, { needs: ['rosa'] })
    const { told } = await onTalk(here, { text: WAS, suggestions: [suggestion] })
    await open()
    told(decided(suggestion, { 0: 'kept', 1: 'kept' }, 'rosa'))
    expect(text()).toMatch(/Rosa kept the words on/)
    expect(screen.queryByText(/that was answered/)).toBeNull()
  })

  it('[TALK-64] [TALK-31] one’s own can be taken back, whatever one may do by now, once one has said so again', async () => {
    const suggestion = suggested(WAS, PROPOSED, { by: 'me', needs: ['rosa'] })
    sendWithdrawal.mockResolvedValueOnce({ suggestion: decided(suggestion, { 0: 'withdrawn', 1: 'withdrawn' }) })
    await onTalk(here, { text: WAS, suggestions: [suggestion], role: 'viewer' })
    await open()
    press('Take my suggestion back')
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Take my suggestion back' }))
    await waitFor(() => expect(screen.getAllByText(/^You took this back/)).toHaveLength(2))
    expect(sendWithdrawal).toHaveBeenCalledWith('p', 's1')
    expect(screen.queryByRole('button', { name: 'Take my suggestion back' })).toBeNull()
  })

  it('[TALK-63] hostile words are words: no mark-up, and links that lead nowhere bad', async () => {
    const mean = said('<img src=x onerror=alert(1)> We know our neighbours.')
    await onTalk(here, { text: WAS, suggestions: [suggested(WAS, mean, { why: '<b>bold</b>' })] })
    await open()
    expect(text()).toContain('<img src=x onerror=alert(1)>')
    expect(screen.getByText('Why: <b>bold</b>')).toBeTruthy()
    expect(document.querySelector('img')).toBeNull()
  })
})
