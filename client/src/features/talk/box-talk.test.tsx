import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { onDesk, personOf } from '../../live/testing-desk.tsx'
import { WordsEditor } from '../editor/words-editor.tsx'
import { BOX, below, COMMENT, drawsTalk, known, pageWith, press, write } from './testing-page.tsx'
import { placeOf, talkOf, threadOf } from './testing-talk.tsx'

drawsTalk()
const page = pageWith(async () => WordsEditor)

describe('below a box', () => {
  it('[TALK-41] it says how much is open there, and shows it at one tap; a viewer reads and has nothing to press in it', async () => {
    known(
      talkOf([threadOf('a', 'ben', 'Which orchard?'), threadOf('s', 'ben', 'Done', { settled: { by: 'ben', at: 1 } })]),
    )
    await onDesk(page, { role: 'viewer' })
    const count = await screen.findByRole('button', { name: '1 comment: What matters, Words' })
    expect(count.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(count)
    expect(count.getAttribute('aria-expanded')).toBe('true')
    const list = within(below().getByRole('list', { name: 'Comments: What matters, Words' }))
    expect(list.getAllByRole('article').map((each) => each.textContent)).toHaveLength(2)
    expect(list.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('button', { name: COMMENT })).toBeNull()
  })

  it('[TALK-41] nothing stands there for a reader where nothing is said', async () => {
    known(talkOf([threadOf('a', 'ben', 'Elsewhere', { place: placeOf('place.edges') })]))
    await onDesk(page, { role: 'viewer' })
    await screen.findByText('Elsewhere')
    expect(below().queryByRole('button')).toBeNull()
  })

  it('[TALK-42] a suggester says something about it, for somebody; the focus comes back and it is said that it is there', async () => {
    const sent = known(talkOf([]), ({ body }) =>
      Response.json({ thread: threadOf((body as { id: string }).id, 'me', 'Which orchard?') }),
    )
    await onDesk(page, { role: 'suggester' })
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Your comment' }))
    press('Send')
    expect(screen.getByText('Write your comment first.')).toBeTruthy()
    write('Your comment', 'Which orchard?')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Ben' }))
    press('Send')
    await below().findByText('Which orchard?')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.path).toBe('/api/plans/p/talk/threads')
    expect(sent[0]?.body).toMatchObject({
      kind: 'comment',
      place: placeOf(BOX),
      said: { words: 'Which orchard?', mentions: ['ben'] },
    })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: COMMENT })))
  })

  it('[TALK-42] says how much room is left before it is full; what is too long or for too many is not sent, and stays', async () => {
    const sent = known(talkOf([]))
    const more = Array.from({ length: 21 }, (_, i) => personOf(`p${i}`, `Person ${i}`))
    await onDesk(page, { more })
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    write('Your comment', 'x'.repeat(1_799))
    expect(screen.queryByText(/There is room/)).toBeNull()
    write('Your comment', 'x'.repeat(1_990))
    expect(screen.getByText('There is room for 10 more letters.')).toBeTruthy()
    write('Your comment', 'x'.repeat(10_000))
    expect(screen.getByText(/^That is 8,000 letters too many\./)).toBeTruthy()
    press('Send')
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
    expect(document.querySelector<HTMLFormElement>('form.talk-form')?.noValidate, 'one message').toBe(true)
    write('Your comment', 'x')
    for (const { name } of more) fireEvent.click(screen.getByRole('checkbox', { name }))
    expect(screen.getByText(/^A comment can be for 20 people at most\./)).toBeTruthy()
    press('Send')
    expect(sent).toHaveLength(0)
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('x')
  })

  it('[TALK-44] a refusal is said in its words; what was typed stays, also when the form is closed and the page loaded anew', async () => {
    known(talkOf([]))
    const { unmount } = await onDesk(page)
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    write('Your comment', 'Kept')
    press('Send')
    await screen.findByText('This plan is full of talk.')
    press('Not now')
    unmount()
    await onDesk(page)
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with your comment: What matters, Words' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Kept')
  })

  it('[TALK-44] what was begun stays in reach of somebody who may not comment any more', async () => {
    known(talkOf([threadOf('a', 'ben', 'Which orchard?')]))
    const begun = await onDesk(page)
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    write('Your comment', 'Kept')
    press('Not now')
    fireEvent.click(below().getByRole('button', { name: /^1 comment/ }))
    fireEvent.click(below().getByRole('button', { name: 'Answer: Which orchard?' }))
    write('Your answer', 'This one')
    begun.unmount()
    await onDesk(page, { role: 'viewer' })
    fireEvent.click(await screen.findByRole('button', { name: 'Go on with your comment: What matters, Words' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Kept')
    press('Send')
    await screen.findByText('This plan is full of talk.')
    press('Not now')
    fireEvent.click(below().getByRole('button', { name: /^1 comment/ }))
    fireEvent.click(below().getByRole('button', { name: 'Go on with your answer: Which orchard?' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('This one')
  })

  it('[TALK-44] without a connection it waits, says so, and goes with the same id when there is one', async () => {
    let isUp = false
    const sent = known(talkOf([]), ({ body }) => {
      if (!isUp) throw new TypeError('no connection')
      return Response.json({ thread: threadOf((body as { id: string }).id, 'me', 'Which orchard?') })
    })
    const { peer } = await onDesk(page)
    fireEvent.click(await screen.findByRole('button', { name: COMMENT }))
    write('Your comment', 'Which orchard?')
    press('Send')
    await screen.findByText(/^Not sent yet\. It is kept as long as this page is open/)
    below().getByText('Which orchard?')
    isUp = true
    act(() => peer.closeAll(1006))
    await below().findByRole('button', { name: /^1 comment/ }, { timeout: 9_000 })
    expect(screen.queryByText(/^Not sent yet/)).toBeNull()
    expect(new Set(sent.map(({ body }) => (body as { id: string }).id)).size).toBe(1)
  }, 12_000)
})
