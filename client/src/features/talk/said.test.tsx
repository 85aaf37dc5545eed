import { fireEvent, screen, within } from '@testing-library/react'
import type { Talk } from '@withy/shared/api'
import { describe, expect, it } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { WordsEditor } from '../editor/words-editor.tsx'
import { below, drawsTalk, known, pageWith, press, write } from './testing-page.tsx'
import { comment, talkOf, type talkServer, threadOf } from './testing-talk.tsx'

drawsTalk()
const page = pageWith(async () => WordsEditor)

describe('a comment', () => {
  const mine = talkOf([
    threadOf('a', 'me', 'Which orchard?', {
      comments: [
        comment('a-1', 'me', 'Which orchard?'),
        comment('a-2', 'ben', 'The one by the lane', { mentions: ['me'] }),
      ],
    }),
  ])
  const shown = async (
    talk: Talk,
    answers?: Parameters<typeof talkServer>[1],
    role: 'suggester' | 'viewer' = 'suggester',
  ) => {
    const sent = known(talk, answers)
    await onDesk(page, { role })
    fireEvent.click(await screen.findByRole('button', { name: /comments?: What matters/ }))
    return sent
  }

  it('[TALK-45] is answered, settled and opened again', async () => {
    const settled = { by: 'me', at: 5 }
    const [thread] = mine.threads
    const sent = await shown(mine, ({ path, body }) => {
      const isSettled = (body as { settled?: boolean }).settled
      const answered = { ...thread, comments: [...(thread?.comments ?? []), comment('a-3', 'me', 'Thank you')] }
      return Response.json({
        thread: path.endsWith('/settled') ? { ...thread, settled: isSettled ? settled : null } : answered,
      })
    })
    fireEvent.click(below().getByRole('button', { name: 'Answer: Which orchard?' }))
    write('Your answer', 'Thank you')
    press('Send')
    await below().findByText('Thank you')
    fireEvent.click(below().getByRole('button', { name: 'Settle: Which orchard?' }))
    await below().findByText('Settled by you')
    fireEvent.click(below().getByRole('button', { name: 'Open again: Which orchard?' }))
    await below().findByRole('button', { name: 'Settle: Which orchard?' })
    expect(sent.map(({ method, path }) => `${method} ${path.split('/talk/')[1]}`)).toEqual([
      'POST threads/a/comments',
      'PUT threads/a/settled',
      'PUT threads/a/settled',
    ])
  })

  it('[TALK-45] of one’s own is changed, and removed after asking: that there was one stays to be read', async () => {
    const [thread] = mine.threads
    const sent = await shown(mine, ({ method }) =>
      Response.json({
        thread: {
          ...thread,
          comments: [comment('a-1', 'me', method === 'DELETE' ? null : 'Which one?', { editedAt: 5 })],
        },
      }),
    )
    expect(below().queryByRole('button', { name: 'Change your words: The one by the lane' })).toBeNull()
    fireEvent.click(below().getByRole('button', { name: 'Change your words: Which orchard?' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your comment' }).value).toBe('Which orchard?')
    write('Your comment', 'Which one?')
    press('Save')
    await below().findByText('Which one?')
    expect(below().getByText(/· changed$/)).toBeTruthy()
    fireEvent.click(below().getByRole('button', { name: 'Remove your comment: Which one?' }))
    expect(sent).toHaveLength(1)
    fireEvent.click(
      within(below().getByRole('dialog', { name: 'Remove your comment?' })).getByRole('button', { name: 'Remove' }),
    )
    await below().findByText('You removed this comment.')
    expect(sent[1]?.method).toBe('DELETE')
    below().getByRole('article', { name: 'A comment that was removed' })
    expect(below().queryByRole('button', { name: /^(Answer|Settle)/ })).toBeNull()
    below().getByRole('button', { name: '1 removed comment: What matters, Words' })
  })

  it('[TALK-47] is drawn as words: mark-up, links and letters that turn the line round do nothing', async () => {
    const hostile = '<img src=x onerror=alert(1)> https://evil.example \u202Egnorw [a](javascript:1)'
    await shown(talkOf([threadOf('a', 'ben', hostile)]), undefined, 'viewer')
    const words = below().getByText(/<img src=x/)
    expect(words.textContent).toBe(hostile.replace('\u202E', ''))
    expect(words.children).toHaveLength(0)
    expect(words.getAttribute('dir')).toBe('auto')
    expect(document.querySelector('img, a[href*="evil"]')).toBeNull()
  })
})
