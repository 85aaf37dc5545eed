import { act, fireEvent, screen } from '@testing-library/react'
import { getSchema } from '@tiptap/core'
import { MARK_NAMES, NODE_NAMES, readRichText } from '@withy/shared/plan'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { onDesk } from '../../live/testing-desk.tsx'
import { contentExtensions } from './extensions.ts'
import { fitsEditor } from './fits-editor.ts'
import { BOX, box, paragraph, wordsIn, write } from './testing-box.tsx'

describe('what does not fit', () => {
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

  it('[PLAN-7] draws as links, and says as languages, exactly what those who read the plan get as such', async () => {
    const addresses = [
      'https://example.org/a?b',
      'mailto:a@b',
      'tel:+44',
      'https://',
      'https://a^b',
      'tel:x',
      'ftp://a',
      'http://a b',
    ]
    const tags = ['cy', 'pt-BR', 'english!', 'x'.repeat(9)]
    const { doc } = await onDesk(box, {
      fill(d) {
        for (const word of [...addresses, ...tags]) paragraph(d, word)
        for (const [n, block] of d.getXmlFragment(BOX).toArray().entries()) {
          const element = block as Y.XmlElement
          const tag = tags[n - addresses.length]
          if (tag) element.setAttribute('lang', tag)
          else (element.get(0) as Y.XmlText).format(0, 40, { link: { href: addresses[n] } })
        }
      },
    })
    const blocks = readRichText(doc.getXmlFragment(BOX))
    const words = await write(/^Change/)
    const drawn = (name: string) => [...words.querySelectorAll(`[${name}]`)].map((found) => found.getAttribute(name))
    expect(drawn('href')).toEqual(['https://example.org/a?b', 'mailto:a@b', 'tel:+44'])
    expect(drawn('href')).toEqual(blocks.flatMap((block) => ('runs' in block && block.runs[0]?.link) || []))
    expect(drawn('lang')).toEqual(['cy', 'pt-BR'])
    expect(drawn('lang')).toEqual(blocks.flatMap((block) => block.lang ?? []))
    act(
      () =>
        void words.editor.commands.setContent(addresses.map((href) => `<p><a href="${href}">${href}</a></p>`).join('')),
    )
    expect(drawn('href')).toEqual(['https://example.org/a?b', 'mailto:a@b', 'tel:+44'])
    expect(JSON.stringify(words.editor.getJSON())).not.toContain('"href":"ftp')
  })

  it('[SYNC-111] takes the language of pasted words only where it is one: what is too long would fence the plan', async () => {
    await onDesk(box, { fill: (d) => paragraph(d, 'Ours.') })
    const words = await write(/^Change/)
    const pasted = ['cy', 'x'.repeat(3_000), 'english!'].map((lang) => `<p lang="${lang}">a</p>`).join('')
    act(() => void words.editor.commands.setContent(pasted))
    expect(words.editor.getJSON().content?.map(({ attrs }) => attrs?.lang)).toEqual(['cy', null, null])
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
