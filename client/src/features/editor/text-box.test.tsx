import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { getSchema } from '@tiptap/core'
import { MARK_NAMES, NODE_NAMES, readRichText } from '@withy/shared/plan'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { onDesk } from '../../live/testing-desk.tsx'
import { addressOf } from './address.ts'
import { contentExtensions } from './extensions.ts'
import { fitsEditor } from './fits-editor.ts'
import { TextBox } from './text-box.tsx'

// jsdom lays nothing out; ProseMirror looks where the caret is to scroll to it.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()

const BOX = 'our-story.story'
const box = <TextBox box={BOX} section="our-story" label="Our shared story, Our story" under={4} />

function paragraph(doc: Y.Doc, words: string, name = 'paragraph') {
  const block = new Y.XmlElement(name)
  block.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(BOX).push([block])
}
const wordsIn = (doc: Y.Doc) =>
  readRichText(doc.getXmlFragment(BOX))
    .map((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : ''))
    .join('|')

/** Opens the box and gives its editor. */
async function write(button: RegExp) {
  fireEvent.click(screen.getByRole('button', { name: button }))
  return (await screen.findByRole('textbox')) as HTMLElement & { editor: import('@tiptap/core').Editor }
}

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

  it('[A11Y-29] where it covers the page, nothing behind it can be reached, and what it asks stays in sight', async () => {
    const style = document.createElement('style')
    style.textContent = '.rich-editor-open { position: fixed }'
    document.head.append(style)
    await onDesk(
      <>
        <a href="/help">Help</a>
        <div aria-live="polite" />
        <TextBox box={BOX} section="our-story" label="Our story" under={4} above={<p>What happened here?</p>} />
      </>,
    )
    const behind = () => screen.getByText('Help').closest('[inert]')
    const words = await write(/^Write here/)
    expect(behind()).not.toBeNull()
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
      peer.say({ type: 'tests', item: 'any' })
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

  it('[PLAN-84] words that do not fit the editor are only read, and stay whole', async () => {
    const { doc } = await onDesk(box, {
      fill(d) {
        const list = new Y.XmlElement('bulletList')
        list.insert(0, [new Y.XmlText('words straight in a list')])
        d.getXmlFragment(BOX).push([list])
      },
    })
    fireEvent.click(screen.getByRole('button', { name: /^Change/ }))
    await screen.findByText(/You can read these words/)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(doc.getXmlFragment(BOX).toString()).toContain('words straight in a list')
  })

  it.each(['a paragraph straight in a list', 'a block of tomorrow', 'words straight in the box'])(
    '[PLAN-84] %s that comes while the box is open stays whole for everyone: the box is only read then',
    async (what) => {
      const { doc, others, meet } = await onDesk(box, { fill: (d) => paragraph(d, 'Ours.') })
      const words = await write(/^Change/)
      act(() => {
        const fragment = others.getXmlFragment(BOX)
        if (what === 'words straight in the box') fragment.push([new Y.XmlText('precious')])
        else if (what === 'a block of tomorrow') paragraph(others, 'precious', 'tomorrow')
        else {
          const list = new Y.XmlElement('bulletList')
          const inside = new Y.XmlElement('paragraph')
          inside.insert(0, [new Y.XmlText('precious')])
          list.insert(0, [inside])
          fragment.push([list])
        }
        meet()
      })
      await screen.findByText(/You can read these words/)
      expect(screen.queryByRole('textbox')).toBeNull()
      expect(words.isConnected).toBe(false)
      act(meet)
      for (const each of [doc, others]) expect(each.getXmlFragment(BOX).toString()).toContain('precious')
      expect(screen.getByText('Ours.').isConnected).toBe(true)
      expect(others.getXmlFragment(BOX).toString()).toBe(doc.getXmlFragment(BOX).toString())
    },
  )

  it('[PLAN-84] an empty list that two people left between them does not close the box', async () => {
    const { doc, others, meet } = await onDesk(box, { fill: (d) => paragraph(d, 'Ours.') })
    const words = await write(/^Change/)
    act(() => {
      others.getXmlFragment(BOX).push([new Y.XmlElement('bulletList')])
      meet()
    })
    act(() => void words.editor.commands.insertContent(' Still.'))
    expect(wordsIn(doc)).toBe('Ours. Still.')
    expect(fitsEditor(doc.getXmlFragment(BOX))).toBe(true)
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

it('[A11Y-23] the question for a link takes the focus once, and not back when others write', async () => {
  const { others, meet } = await onDesk(box)
  await write(/^Write here/)
  fireEvent.click(screen.getByRole('button', { name: 'Link' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Web page, email or phone number'))
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

describe('what the editor holds', () => {
  it('[PLAN-84] is exactly what a plan may hold', () => {
    const schema = getSchema(contentExtensions(4))
    const nodes = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text')
    expect(new Set(nodes)).toEqual(new Set(NODE_NAMES))
    expect(new Set(Object.keys(schema.marks))).toEqual(new Set(MARK_NAMES))
  })

  it('[PLAN-84] takes values it does not know without losing the words', () => {
    const doc = new Y.Doc()
    paragraph(doc, 'a heading', 'heading')
    const heading = doc.getXmlFragment(BOX).get(0) as Y.XmlElement
    heading.setAttribute('level', '99 onclick=alert(1)')
    heading.setAttribute('onclick', 'alert(1)')
    heading.setAttribute('dir', 'sideways')
    expect(fitsEditor(doc.getXmlFragment(BOX))).toBe(true)
  })

  it('[A11Y-21] draws headings below the one the box stands under, whatever level is stored', async () => {
    await onDesk(box, {
      fill(d) {
        paragraph(d, 'a heading', 'heading')
        const heading = d.getXmlFragment(BOX).get(0) as Y.XmlElement
        heading.setAttribute('level', '99')
        heading.setAttribute('onclick', 'alert(1)')
      },
    })
    const words = await write(/^Change/)
    const heading = words.querySelector('h5')
    expect(heading?.textContent).toBe('a heading')
    expect(heading?.getAttribute('onclick')).toBeNull()
  })
})

it('[PLAN-85] makes an address of what people type for a link', () => {
  expect(addressOf('example.org/hall')).toBe('https://example.org/hall')
  expect(addressOf('wren@example.org')).toBe('mailto:wren@example.org')
  expect(addressOf('01632 960 123')).toBe('tel:01632960123')
  expect(addressOf('javascript:alert(1)')).toBeNull()
  expect(addressOf('the hall')).toBeNull()
})
