import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { linesIn, readRichText, SPOKEN_LANGUAGES, sayLanguage, textOfLines } from '@withy/shared/plan'
import { afterEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { onDesk } from '../../live/testing-desk.tsx'
import { openLanguage } from '../../text/language.ts'
import { BOX, box, paragraph, write } from './testing-box.tsx'
import { TextBox } from './text-box.tsx'

const simple = <TextBox box={BOX} section="our-story" label="Our shared story, Our story" under={4} way="simple" />
const saidIn = (doc: Y.Doc) => readRichText(doc.getXmlFragment(BOX)).map(({ lang, dir }) => [lang, dir])
const textOf = (doc: Y.Doc) => textOfLines(linesIn(doc.getXmlFragment(BOX)) ?? [])
const three = (doc: Y.Doc) => {
  for (const words of ['Good morning.', 'صباح الخير', 'Bore da']) paragraph(doc, words)
}

/** Asks for the language of words, with the tools or in a simple box, and gives the list to choose from. */
async function ask(name = 'Language', label = /What language/) {
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.click(button)
  return (await screen.findByLabelText(label)) as HTMLSelectElement
}
const choose = (list: HTMLSelectElement, lang: string) => fireEvent.change(list, { target: { value: lang } })
const use = () => fireEvent.click(screen.getByRole('button', { name: 'Use this language' }))

describe('the language of words, in the tools', () => {
  it('[A11Y-240] @B11 is said of the line somebody is on, and drawn with its direction; the words stay, and have the focus again', async () => {
    const { doc } = await onDesk(box, { fill: three })
    const words = await write(/^Change/)
    act(() => void words.editor.commands.setTextSelection(words.editor.state.doc.child(0).nodeSize + 3))
    const list = await ask()
    await waitFor(() => expect(document.activeElement).toBe(list))
    expect(list.value).toBe('')
    choose(list, 'ar')
    use()
    expect(saidIn(doc)).toEqual([
      [undefined, undefined],
      ['ar', 'rtl'],
      [undefined, undefined],
    ])
    expect(textOf(doc)).toBe('Good morning.\nصباح الخير\nBore da')
    const drawn = words.querySelector('p[lang=ar]')
    expect([drawn?.textContent, drawn?.getAttribute('dir')]).toEqual(['صباح الخير', 'rtl'])
    expect(document.activeElement).toBe(words)
    expect(words.editor.state.selection.$head.parent.textContent).toBe('صباح الخير')
    expect(screen.queryByLabelText(/What language/)).toBeNull()
    expect(screen.getByRole('button', { name: 'Language' }).getAttribute('aria-pressed')).toBe('true')
    expect((await ask()).value).toBe('ar')
  })

  it('[PLAN-131] one that came with a file stays what it is, also where a browser knows no name for it', async () => {
    const fill = (doc: Y.Doc) => {
      paragraph(doc, 'Kernewek')
      sayLanguage(doc.getXmlFragment(BOX), { from: 0, to: 0 }, { lang: 'xx-12' })
    }
    const { doc } = await onDesk(box, { fill })
    await write(/^Change/)
    const list = await ask()
    expect([list.value, list.selectedOptions[0]?.textContent]).toEqual(['xx-12', 'xx-12'])
    use()
    expect(saidIn(doc)).toEqual([['xx-12', undefined]])
  })

  it('[A11Y-240] of lines that are picked out, of all words, or of none any more; one undo takes each back', async () => {
    const { doc, live } = await onDesk(box, { fill: three })
    const words = await write(/^Change/)
    act(() => void words.editor.commands.selectAll())
    choose(await ask(), 'cy')
    use()
    expect(saidIn(doc).map(([lang]) => lang)).toEqual(['cy', 'cy', 'cy'])
    act(() => void words.editor.commands.setTextSelection(2))
    choose(await ask(), 'ur')
    fireEvent.click(screen.getByLabelText('All the words in this box'))
    use()
    expect(saidIn(doc).map(([lang]) => lang)).toEqual(['ur', 'ur', 'ur'])
    live.undo.stopCapturing()
    choose(await ask(), '')
    use()
    expect(saidIn(doc).map(([lang]) => lang)).toEqual([undefined, 'ur', 'ur'])
    act(() => void live.undo.undo())
    expect(saidIn(doc).map(([lang]) => lang)).toEqual(['ur', 'ur', 'ur'])
  })

  it('[A11Y-240] a new line is in the language of the one before, and an empty box can be said to be in one', async () => {
    const { doc } = await onDesk(box)
    const words = await write(/^Write here/)
    choose(await ask(), 'cy')
    use()
    act(() => void words.editor.commands.insertContent('Bore da'))
    act(() => void words.editor.commands.enter())
    act(() => void words.editor.commands.insertContent('Te'))
    expect(saidIn(doc)).toEqual([
      ['cy', 'ltr'],
      ['cy', 'ltr'],
    ])
    expect(textOf(doc)).toBe('Bore da\nTe')
  })

  it('[A11Y-240] Escape, and leaving it as it was, change nothing and go back to the words', async () => {
    const { doc } = await onDesk(box, { fill: three })
    const words = await write(/^Change/)
    choose(await ask(), 'ar')
    fireEvent.keyDown(screen.getByLabelText(/What language/), { key: 'Escape' })
    expect(document.activeElement).toBe(words)
    choose(await ask(), 'ar')
    fireEvent.click(screen.getByRole('button', { name: 'Leave it as it was' }))
    expect(document.activeElement).toBe(words)
    expect(saidIn(doc).flat().filter(Boolean)).toEqual([])
  })
})

describe('the language of words, in a simple box', () => {
  it('[A11Y-241] is said of the lines the caret is on, and of the whole text area where all of it is in one', async () => {
    const { doc } = await onDesk(simple, { fill: three })
    fireEvent.click(screen.getByRole('button', { name: /^Change/ }))
    const area = (await screen.findByLabelText('Our shared story, Our story')) as HTMLTextAreaElement
    expect([area.lang, area.dir]).toEqual(['', 'auto'])
    area.setSelectionRange(15, 15)
    choose(await ask(), 'ar')
    use()
    expect(saidIn(doc)[1]).toEqual(['ar', 'rtl'])
    expect(document.activeElement).toBe(area)
    expect([area.lang, area.dir]).toEqual(['', 'auto'])
    choose(await ask(), 'ar')
    fireEvent.click(screen.getByLabelText('All the words in this box'))
    use()
    expect([area.lang, area.dir]).toEqual(['ar', 'rtl'])
    expect(area.value).toBe('Good morning.\nصباح الخير\nBore da')
  })
})

describe('what is offered', () => {
  afterEach(() => openLanguage('en'))

  it('[PLAN-131] each language is called by our name and its own, in English and Welsh, and one of a file stays what it is', async () => {
    await onDesk(box, {
      fill(doc) {
        paragraph(doc, 'Guten Morgen')
        ;(doc.getXmlFragment(BOX).get(0) as Y.XmlElement).setAttribute('lang', 'de')
      },
    })
    await write(/^Change/)
    const list = await ask()
    expect(list.value).toBe('de')
    const names = () =>
      within(list)
        .getAllByRole('option')
        .map(({ textContent }) => textContent)
    expect(names()).toHaveLength(SPOKEN_LANGUAGES.length + 3)
    expect(names().slice(0, 4)).toEqual(['Nobody has said', 'English', 'Welsh – Cymraeg', 'Arabic – العربية'])
    expect(names().slice(-2)).toEqual(['Another language', 'German'])
    await act(() => openLanguage('cy'))
    expect(names().slice(0, 4)).toEqual(['Does neb wedi dweud', 'Saesneg – English', 'Cymraeg', 'Arabeg – العربية'])
  })
})
