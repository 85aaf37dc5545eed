import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { addItem, readRichText, textRoot } from '@withy/shared/plan'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RefusedError } from '../../../api/send.ts'
import * as api from '../../../api/talk.ts'
import { emptyTab } from '../../../live/empty-tab.ts'
import { OfflineError } from '../../../ui/reach.ts'
import { WordsEditor } from '../../editor/words-editor.tsx'
import '../../editor/testing-box.tsx'
import type { TalkPlaceProps } from '../talk-place.ts'
import { SuggestButton } from './place-suggestions.tsx'
import type { Offer } from './put-back.tsx'
import { SuggestDialog } from './suggest-dialog.tsx'
import { BOX, onTalk, PLACE, rewrite, said, suggested } from './testing-suggest.tsx'
import { WordsEditorContext } from './words-editor-context.ts'

const sendSuggestion = vi.spyOn(api, 'sendSuggestion')
beforeEach(emptyTab)
afterEach(() => void vi.resetAllMocks())

const TEXT = said('We know our neighbours. We help each other.')
const load = async () => WordsEditor
const button = (place: TalkPlaceProps = PLACE, tools = load) => (
  <WordsEditorContext value={tools}>
    <SuggestButton place={place} />
  </WordsEditorContext>
)
const dialog = () => screen.getByRole('dialog', { name: 'Suggest other words' })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const preview = () => within(dialog()).getByRole('region', { name: 'What would change' })

async function open() {
  press(/^(Suggest other words|Go on with your suggestion): Our story/)
  return (await screen.findByRole('textbox', { name: /^Change these words/ })) as HTMLElement & {
    editor: import('@tiptap/core').Editor
  }
}
/** Puts words before all others. */
const write = (words: HTMLElement & { editor: import('@tiptap/core').Editor }, more: string) =>
  act(() => void words.editor.chain().setTextSelection(1).insertContent(more).run())

const sent = () => sendSuggestion.mock.lastCall?.[1]
const answers = (needs: readonly string[] = []) =>
  sendSuggestion.mockImplementationOnce(async (_plan, { id, was, proposed }) => ({
    suggestion: suggested(was as typeof TEXT, proposed as typeof TEXT, { id, by: 'me', needs }),
  }))

describe('suggesting other words', () => {
  it('[TALK-60] is for whoever may suggest, and for nobody else', async () => {
    const { unmount } = await onTalk(button(), { role: 'suggester', text: TEXT })
    expect(screen.getByRole('button', { name: 'Suggest other words: Our story' })).toBeTruthy()
    unmount()
    await onTalk(button(), { role: 'viewer', text: TEXT })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('[A11Y-284] is not offered below an empty box to whoever may write there, and comes with its first words', async () => {
    const suggester = await onTalk(button(), { role: 'suggester' })
    expect(screen.getByRole('button', { name: 'Suggest other words: Our story' })).toBeTruthy()
    suggester.unmount()
    const { doc } = await onTalk(button())
    expect(screen.queryByRole('button')).toBeNull()
    act(() => rewrite(doc, TEXT))
    expect(await screen.findByRole('button', { name: 'Suggest other words: Our story' })).toBeTruthy()
  })

  it('[TALK-60] happens beside the plan: it says so, shows what would change, and nothing of it is in the plan', async () => {
    answers(['rosa'])
    const { doc, peer } = await onTalk(button(), { role: 'suggester', text: TEXT })
    const words = await open()
    expect(dialog().textContent).toContain('The plan does not change yet.')
    expect(preview().textContent).toContain('Change some words above')
    write(words, 'Here ')
    expect(preview().querySelector('ins')?.textContent).toContain('Here')
    expect(readRichText(textRoot(doc, BOX))).toEqual(TEXT)
    fireEvent.change(screen.getByRole('textbox', { name: /^Why/ }), { target: { value: 'It is only here' } })
    press('Send to the group')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent()).toMatchObject({
      place: { box: BOX, item: null, field: null, words: null },
      was: TEXT,
      proposed: said('Here We know our neighbours. We help each other.'),
      why: 'It is only here',
    })
    expect(readRichText(textRoot(peer.doc, BOX))).toEqual(TEXT)
    expect(screen.getByRole('button', { name: 'Suggest other words: Our story' })).toBeTruthy()
  })

  it('[TALK-61] with nothing changed it cannot be sent, and says what to do', async () => {
    await onTalk(button(), { text: TEXT })
    await open()
    press('Send to the group')
    expect(within(preview()).getByRole('alert').textContent).toMatch(/^Change some words above/)
    expect(document.activeElement?.textContent).toBe('What would change')
    expect(sendSuggestion).not.toHaveBeenCalled()
  })

  it('[TALK-62] what is written stays when the dialog is closed, and is gone on with', async () => {
    await onTalk(button(), { text: TEXT })
    write(await open(), 'Here ')
    press('Close')
    const words = await open()
    expect(words.textContent).toBe('Here We know our neighbours. We help each other.')
    expect(preview().querySelector('ins')?.textContent).toContain('Here')
  })

  it('[TALK-62] refused, or where no answer came, nothing is lost, and the same is sent once more as the same', async () => {
    sendSuggestion.mockRejectedValueOnce(new TypeError('Nothing that can be read answered'))
    const sentence = 'That is too much for one suggestion.'
    sendSuggestion.mockRejectedValueOnce(new RefusedError({ refused: 'suggestion-too-long', sentence }))
    answers()
    await onTalk(button(), { text: TEXT })
    const words = await open()
    write(words, 'Here ')
    press('Send to the group')
    expect(await screen.findByText(/^We cannot reach Withy/)).toBeTruthy()
    const first = sent()
    press('Send to the group')
    expect(await screen.findByText(sentence)).toBeTruthy()
    expect(sent()).toEqual(first)
    write(words, 'Only ')
    press('Send to the group')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    // The server may have the first one.
    expect(sent()?.id).not.toBe(first?.id)
  })

  it('[TALK-61] where the plan changes elsewhere meanwhile, it still fits and goes as it is', async () => {
    answers()
    const { doc } = await onTalk(button(), { text: TEXT })
    write(await open(), 'Here ')
    act(() => rewrite(doc, said('We know our neighbours. We always help each other.')))
    expect(
      await screen.findByText(/The words in the plan have changed since you began\. What you wrote still fits\./),
    ).toBeTruthy()
    press('Send to the group')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent()).toMatchObject({ was: TEXT })
  })

  it('[TALK-61] where the same words change meanwhile, it says where it does not fit, and goes on from the words as they are', async () => {
    answers()
    const { doc } = await onTalk(button(), { text: TEXT })
    const words = await open()
    act(() => void words.editor.commands.setContent('<p>We love our neighbours. We help each other a lot.</p>'))
    act(() => rewrite(doc, said('We met our neighbours once. We help each other.')))
    await screen.findByText(/1 change you made does not fit any more/)
    press('Send to the group')
    expect(sendSuggestion).not.toHaveBeenCalled()
    expect(within(preview()).getByRole('alert').textContent).toMatch(/1 change you made does not fit/)
    expect(within(preview()).getByText(/What you wrote here does not fit any more\.$/)).toBeTruthy()
    // The way on is where one stands, and leaves nobody nowhere.
    expect(within(dialog()).getAllByRole('button', { name: /^Begin again/ }), 'one way on').toHaveLength(1)
    const again = within(preview()).getByRole('button', { name: 'Begin again with the words as they are now' })
    again.focus()
    fireEvent.click(again)
    await waitFor(() => expect(document.activeElement).toBe(within(preview()).getByRole('heading')))
    expect(within(preview()).getByRole('alert').textContent).toBe('')
    const anew = await screen.findByRole('textbox', { name: /^Change these words/ })
    expect(anew.textContent).toBe('We met our neighbours once. We help each other a lot.')
    expect(screen.getByText('Other words you wrote').nextElementSibling?.textContent).toBe('We love our neighbours.')
    press('Send to the group')
    await waitFor(() => expect(sent()).toMatchObject({ was: said('We met our neighbours once. We help each other.') }))
  })

  it('[TALK-62] earlier words that are to be suggested again wait beside what was begun before, until they are taken', async () => {
    const dialogWith = (offer: Offer | null) => (
      <WordsEditorContext value={load}>
        <SuggestDialog place={PLACE} offer={offer} onClose={() => {}} />
      </WordsEditorContext>
    )
    const words = () => screen.findByRole('textbox', { name: /^Change these words/ })
    const { unmount } = await onTalk(dialogWith(null), { text: TEXT })
    write((await words()) as Awaited<ReturnType<typeof open>>, 'Here ')
    unmount()
    const earlier = said('We know our neighbours. We helped each other.')
    await onTalk(dialogWith({ field: null, words: earlier }), { text: TEXT })
    expect((await words()).textContent).toMatch(/^Here We know/)
    press('Begin with the earlier words')
    await waitFor(async () => expect((await words()).textContent).toMatch(/We helped each other\.$/))
    expect(screen.getByText('Other words you wrote').nextElementSibling?.textContent).toBe(
      'Here We know our neighbours.',
    )
    expect(screen.queryByRole('button', { name: 'Begin with the earlier words' })).toBeNull()
  })

  it('[TALK-62] it can be thrown away, once one has said so again', async () => {
    await onTalk(button(), { text: TEXT })
    write(await open(), 'Here ')
    press('Throw away what I wrote')
    const ask = screen.getByRole('dialog', { name: 'Throw away what I wrote' })
    expect(ask.textContent).toContain('Nobody has seen it.')
    fireEvent.click(within(ask).getByRole('button', { name: 'Throw away what I wrote' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((await open()).textContent).toBe('We know our neighbours. We help each other.')
  })

  it('[TALK-105] where the tools did not come there is that sentence and a way to try again, which works; with a connection they come', async () => {
    const away = async () => Promise.reject(new OfflineError('away'))
    const tools = vi.fn(load).mockImplementationOnce(away).mockImplementationOnce(away)
    const { unmount } = await onTalk(button(PLACE, tools), { role: 'suggester', text: TEXT })
    press(/^Suggest other words/)
    expect(await screen.findByText(/^The writing tools did not come\./)).toBeTruthy()
    expect(within(dialog()).queryByRole('textbox')).toBeNull()
    expect(within(dialog()).queryByRole('button', { name: 'Send to the group' })).toBeNull()
    const again = within(dialog()).getByRole('button', { name: 'Try again' })
    again.focus()
    fireEvent.click(again)
    await waitFor(() => expect(tools).toHaveBeenCalledTimes(2))
    expect(await screen.findByText(/^The writing tools did not come\./)).toBeTruthy()
    expect(document.activeElement, 'the focus stays where it is pressed').toBe(again)
    fireEvent.click(again)
    const words = await screen.findByRole('textbox', { name: /^Change these words/ })
    await waitFor(() => expect(document.activeElement).toBe(words))
    expect(within(dialog()).queryByText(/writing tools/)).toBeNull()
    unmount()

    tools.mockImplementationOnce(away)
    await onTalk(button(PLACE, tools), { role: 'suggester', text: TEXT })
    press(/^Suggest other words/)
    expect(await screen.findByText(/^The writing tools did not come\./)).toBeTruthy()
    act(() => void window.dispatchEvent(new Event('online')))
    expect(await screen.findByRole('textbox', { name: /^Change these words/ })).toBeTruthy()
  })

  it('[TALK-60] for an item one chooses which words; a cell of one line stays one', async () => {
    answers()
    const fill = (doc: Parameters<typeof addItem>[0]) =>
      void addItem(doc, {
        key: 'actions.list',
        shape: 'action',
        id: 'a',
        cells: { what: 'Mend the gate', 'first-step': 'Find a hammer' },
      })
    await onTalk(button({ box: 'actions.list', item: 'a', shape: 'action', label: 'Our story, Mend the gate' }), {
      fill,
    })
    press(/^Suggest other words/)
    const choices = within(screen.getByRole('group', { name: 'Which words?' })).getAllByRole('radio')
    expect(choices.map((choice) => choice.parentElement?.textContent)).toEqual([
      'What will be done',
      'First small step',
    ])
    const cell = within(dialog()).getAllByRole('textbox')[0] as HTMLTextAreaElement
    expect(cell.value).toBe('Mend the gate')
    fireEvent.change(cell, { target: { value: 'Mend the\ngreen gate' } })
    press('Send to the group')
    await waitFor(() => expect(sent()).toMatchObject({ was: 'Mend the gate', proposed: 'Mend the green gate' }))
    expect(sent()?.place).toEqual({ box: 'actions.list', item: 'a', field: 'what', words: null })
  })
})
