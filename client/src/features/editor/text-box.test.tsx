import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { onDesk } from '../../live/testing-desk.tsx'
import { ExplainContext } from '../../plan-view/explain.tsx'
import { markAll, marked } from '../../plan-view/testing-explain.tsx'
import { addressOf } from './address.ts'
import { BOX, box, paragraph, wordsIn, write } from './testing-box.tsx'
import { TextBox } from './text-box.tsx'

describe('a text box', () => {
  it('[PLAN-85] reads as plain text, becomes an editor when somebody writes, and rests again on Done', async () => {
    const { doc } = await onDesk(box, { fill: (d) => paragraph(d, 'We know our neighbours.') })
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText('We know our neighbours.').tagName).toBe('P')
    const words = await write(/^Change: Our shared story, Our story/)
    await waitFor(() => expect(document.activeElement).toBe(words))
    act(() => void words.editor.commands.insertContent(' Always.'))
    expect(wordsIn(doc)).toBe('We know our neighbours. Always.')
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(words.isConnected).toBe(true)
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Change'))
  })

  it('[WORK-124] its words are explained again once it rests, and it opens as before', async () => {
    const explained = <ExplainContext value={markAll}>{box}</ExplainContext>
    const { doc } = await onDesk(explained, { fill: (d) => paragraph(d, 'We know our neighbours.') })
    expect(marked()).toEqual(['We know our neighbours.'])
    for (const more of [' Always.', ' All of them.']) {
      const words = await write(/^Change: Our shared story, Our story/)
      expect(marked()).toEqual([])
      await waitFor(() => expect(document.activeElement).toBe(words))
      act(() => void words.editor.commands.insertContent(more))
      fireEvent.click(screen.getByRole('button', { name: 'Done' }))
      expect(marked()).toEqual([wordsIn(doc)])
      await waitFor(() => expect(document.activeElement?.textContent).toBe('Change'))
    }
    expect(wordsIn(doc)).toContain('Always.')
    expect(wordsIn(doc)).toContain('All of them.')
  })

  it('[A11Y-29] where it covers the page, nothing behind it can be reached, and what it asks stays in sight', async () => {
    const style = document.createElement('style')
    style.textContent = '.rich-editor-open { position: fixed }'
    document.head.append(style)
    await onDesk(
      <>
        <a href="/help">Help</a>
        <div aria-live="polite" />
        <TextBox box={BOX} section="our-story" label="Our story" under={4} above="What happened here?" />
      </>,
    )
    const behind = () => screen.getByText('Help').closest('[inert]')
    const words = await write(/^Write here/)
    await waitFor(() => expect(behind()).not.toBeNull())
    expect(document.querySelector('[aria-live]')?.closest('[inert]')).toBeNull()
    expect(words.closest('[inert]')).toBeNull()
    expect(screen.getByText('What happened here?').closest('.rich-editor-open')).not.toBeNull()
    style.remove()
    fireEvent(window, new Event('resize'))
    expect(behind()).toBeNull()
    document.head.append(style)
    fireEvent(window, new Event('resize'))
    expect(behind()).not.toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    expect(behind()).toBeNull()
    style.remove()
  })

  it('[PLAN-85] opening an empty box writes nothing into the document', async () => {
    const { doc } = await onDesk(box)
    await write(/^Write here/)
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    expect(doc.getXmlFragment(BOX).length).toBe(0)
  })

  it('[PLAN-82] follows what others write, at rest and while it is open', async () => {
    const { others, meet } = await onDesk(box)
    paragraph(others, 'Ben was here.')
    act(meet)
    await screen.findByText('Ben was here.')
    const words = await write(/^Change/)
    act(() => {
      paragraph(others, 'And again.')
      meet()
    })
    expect(words.textContent).toBe('Ben was here.And again.')
  })

  it('[PLAN-81] lets others’ words wait while a word is being composed; own words go out all the same', async () => {
    const { doc, peer, live } = await onDesk(box)
    const words = await write(/^Write here/)
    let heard = 0
    live.onMessage(() => {
      heard += 1
    })
    /** Everything the server said before has arrived. */
    const caughtUp = async () => {
      const next = heard + 1
      peer.say({ type: 'tests' })
      await waitFor(() => expect(heard).toBe(next))
    }
    fireEvent.compositionStart(words)
    paragraph(peer.doc, 'Theirs.')
    await act(caughtUp)
    expect(wordsIn(doc)).toBe('')
    act(() => void words.editor.commands.insertContent('mine'))
    await waitFor(() => expect(wordsIn(peer.doc)).toContain('mine'))
    peer.askAll()
    await act(caughtUp)
    expect(words.textContent).toBe('mine')
    fireEvent.compositionEnd(words)
    await waitFor(() => expect(words.textContent).toContain('Theirs.'))
    expect(words.textContent).toContain('mine')
    fireEvent.compositionStart(words)
    paragraph(peer.doc, 'Again.')
    await act(caughtUp)
    expect(wordsIn(doc)).not.toContain('Again.')
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(wordsIn(doc)).toContain('Again.'))
  })

  it('[PLAN-86] gives whoever may only read no way to write', async () => {
    await onDesk(box, { role: 'viewer', fill: (d) => paragraph(d, 'Read me.') })
    fireEvent.click(screen.getByText('Read me.'))
    expect(screen.queryByRole('button')).toBeNull()
    expect(document.querySelector('[contenteditable=true]')).toBeNull()
  })

  it('[A11Y-20] is a named text box with a hint while it is open', async () => {
    await onDesk(box)
    const words = await write(/^Write here/)
    expect(words.getAttribute('aria-label')).toBe('Our shared story, Our story')
    expect(words.getAttribute('aria-multiline')).toBe('true')
    const hint = document.getElementById(words.getAttribute('aria-describedby') ?? '')
    expect(hint?.textContent).toContain('Escape')
  })

  it('[A11Y-22] Tab leaves, also in a list; Escape goes to Done; Alt+F10 to the tools', async () => {
    await onDesk(box)
    const words = await write(/^Write here/)
    act(() => {
      words.editor.commands.setContent('<ul><li><p>one</p></li><li><p>two</p></li></ul>')
      words.editor.commands.focus('end')
    })
    const before = words.innerHTML
    // Not prevented: the browser moves the focus on.
    expect(fireEvent.keyDown(words, { key: 'Tab' })).toBe(true)
    expect(words.innerHTML).toBe(before)
    fireEvent.keyDown(words, { key: 'Escape' })
    expect(document.activeElement?.textContent).toBe('Done')
    fireEvent.keyDown(words, { key: 'F10', altKey: true })
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Heading')
  })

  it('[A11Y-22] Ctrl with ] and [ move a list item in and out', async () => {
    const { doc } = await onDesk(box)
    const words = await write(/^Write here/)
    act(() => {
      words.editor.commands.setContent('<ul><li><p>one</p></li><li><p>two</p></li></ul>')
      words.editor.commands.focus('end')
    })
    act(() => void fireEvent.keyDown(words, { key: ']', ctrlKey: true }))
    expect(words.querySelector('li li')?.textContent).toBe('two')
    act(() => void fireEvent.keyDown(words, { key: '[', ctrlKey: true }))
    expect(words.querySelector('li li')).toBeNull()
    expect(doc.getXmlFragment(BOX).toString()).toContain('two')
  })

  it('[A11Y-23] the tools are one stop for Tab, arrows walk them, Escape returns to the words', async () => {
    await onDesk(box)
    const words = await write(/^Write here/)
    const tools = screen.getByRole('toolbar')
    const stops = () => [...tools.querySelectorAll('button')].filter((tool) => tool.tabIndex === 0)
    expect(stops()).toHaveLength(1)
    act(() => stops()[0]?.focus())
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'ArrowRight'])
      act(() => void fireEvent.keyDown(tools, { key }))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Heading')
    expect(stops()).toHaveLength(1)
    fireEvent.keyDown(tools, { key: 'Escape' })
    await waitFor(() => expect(document.activeElement).toBe(words))
  })
})

it('[A11Y-23] the double-click that opened the box uses no tool that came under the pointer; presses after it do', async () => {
  const { doc } = await onDesk(box)
  await write(/^Write here/)
  const press = (detail: number) => {
    const tool = screen.getByRole('button', { name: 'Smaller heading' })
    fireEvent.mouseDown(tool, { detail })
    fireEvent.click(tool, { detail })
    return tool.getAttribute('aria-pressed')
  }
  expect(press(2)).toBe('false')
  expect(press(1)).toBe('true')
  expect(press(2)).toBe('false')
  expect(press(0)).toBe('true')
  expect(wordsIn(doc)).toBe('')
})

it('[A11Y-23] the question for a link takes the focus once, and not back when others write', async () => {
  const { others, meet } = await onDesk(box)
  const words = await write(/^Write here/)
  await waitFor(() => expect(document.activeElement).toBe(words))
  fireEvent.click(screen.getByRole('button', { name: 'Link' }))
  const address = await screen.findByLabelText('Web page, email or phone number')
  await waitFor(() => expect(document.activeElement).toBe(address))
  act(() => screen.getByRole('button', { name: 'Leave it as it was' }).focus())
  act(() => {
    paragraph(others, 'Ben was here.')
    meet()
  })
  expect(document.activeElement?.textContent).toBe('Leave it as it was')
})

describe('undo', () => {
  it('[PLAN-83] works after the editor has gone, and in another editor of the same plan', async () => {
    const { doc, live, unmount } = await onDesk(box)
    const words = await write(/^Write here/)
    act(() => void words.editor.commands.insertContent('first'))
    expect(wordsIn(doc)).toBe('first')
    unmount()
    live.undo.undo()
    expect(wordsIn(doc)).toBe('')
    live.undo.redo()
    expect(wordsIn(doc)).toBe('first')
    doc.getMap('other')
    expect(live.undo.undoStack.length).toBeGreaterThan(0)
  })

  it('[PLAN-83] takes back one’s own words only', async () => {
    const { doc, live, others, meet } = await onDesk(box)
    const words = await write(/^Write here/)
    act(() => void words.editor.commands.insertContent('mine'))
    act(() => {
      meet()
      paragraph(others, 'theirs')
      meet()
    })
    act(() => void live.undo.undo())
    expect(wordsIn(doc)).toBe('theirs')
  })
})

it('[PLAN-85] makes an address of what people type for a link', () => {
  expect(addressOf('example.org/hall')).toBe('https://example.org/hall')
  expect(addressOf('wren@example.org')).toBe('mailto:wren@example.org')
  expect(addressOf('01632 960 123')).toBe('tel:01632960123')
  expect(addressOf('javascript:alert(1)')).toBeNull()
  expect(addressOf('the hall')).toBeNull()
  // Readers would drop it: better asked for again than lost.
  for (const odd of ['https://a^b', 'tel:x', 'a<b>.org']) expect(addressOf(odd)).toBeNull()
})
