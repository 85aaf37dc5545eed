import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { sayLanguage } from '@withy/shared/plan'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { onDesk } from '../../../live/testing-desk.tsx'
import { BOX, box, paragraph, wordsIn, write } from '../testing-box.tsx'
import { TextBox } from '../text-box.tsx'
import { keepWritesIn } from '../writes-in.ts'
import { spaced } from './spaced.ts'
import { Speak } from './speak.tsx'

type Result = { readonly isFinal: boolean; readonly 0: { readonly transcript: string } }
/** As browsers have it. */
class Recogniser {
  static all: Recogniser[] = []
  static local: string | undefined
  static installs = true
  static available?: (asked: { processLocally: boolean }) => Promise<string>
  static install = async () => Recogniser.installs
  lang = ''
  processLocally = false
  begun = 0
  aborted = 0
  stopped = 0
  onstart: (() => void) | null = null
  onresult: ((event: { resultIndex: number; results: Result[] }) => void) | null = null
  onerror: ((event: { error: string }) => void) | null = null
  onend: (() => void) | null = null
  constructor() {
    Recogniser.all.push(this)
  }
  start() {
    this.begun += 1
    queueMicrotask(() => act(() => this.onstart?.()))
  }
  abort() {
    this.aborted += 1
  }
  stop() {
    this.stopped += 1
  }
  /** Several parts at once, of which those from `resultIndex` on are new. */
  hears(resultIndex: number, ...parts: [words: string, isFinal: boolean][]) {
    const results = parts.map(([transcript, isFinal]) => ({ isFinal, 0: { transcript } }))
    act(() => this.onresult?.({ resultIndex, results }))
  }
  says(words: string, isFinal = true) {
    act(() => this.onresult?.({ resultIndex: 0, results: [{ isFinal, 0: { transcript: words } }] }))
  }
  ends(error?: string) {
    act(() => {
      if (error) this.onerror?.({ error })
      this.onend?.()
    })
  }
}
const NOWHERE = { fragment: new Y.Doc().getXmlFragment('box'), lines: () => ({ from: 0, to: 0 }) }
const newest = () => Recogniser.all.at(-1) as Recogniser

function host(dictation: boolean, device: 'available' | 'downloadable' | 'unavailable' | null = null) {
  const me = { person: 'anna', plans: [], start: 'anyone', contact: null, plainHttp: false, dictation }
  vi.stubGlobal('fetch', async () => Response.json(me))
  if (device) Recogniser.available = async () => device
  else delete Recogniser.available
  vi.stubGlobal('SpeechRecognition', Recogniser)
}
beforeEach(() => {
  Recogniser.all = []
  Recogniser.installs = true
})
afterEach(() => {
  vi.unstubAllGlobals()
  keepWritesIn(null)
})

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const ask = () => press('Speak to write')
const yes = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, listen now' }))
  await screen.findByText('Listening. Say your words.')
}

describe('speak instead of typing', () => {
  it('[A11Y-170] [A11Y-171] @G5 tells of the microphone of the keyboard first; where the host has not said yes there is nothing else', async () => {
    host(false, 'available')
    render(<Speak put={() => {}} words={NOWHERE} />)
    ask()
    await screen.findByText('On a phone or tablet: tap the box. Then tap the microphone on the keyboard.')
    screen.getByText('On Windows: press the Windows key and H.')
    // What the host says has come by now: it is asked for before this is drawn.
    await act(() => new Promise((later) => setTimeout(later, 50)))
    expect(screen.queryByRole('button', { name: /listen/i })).toBeNull()
    expect(Recogniser.all).toEqual([])
  })

  it.each([
    ['available', 'Your device turns your voice into words by itself. Your voice is not sent away.', true],
    ['downloadable', /First it gets what it needs for that\.$/, true],
    ['unavailable', /^Take care: your browser may send your voice to the company that made it\./, false],
    [null, /^Take care: your browser may send your voice to the company that made it\./, false],
  ] as const)(
    '[A11Y-171] [A11Y-172] @G5 says before it listens where a voice goes, the device itself first (%s)',
    async (device, says, onDevice) => {
      host(true, device)
      render(<Speak put={() => {}} words={NOWHERE} />)
      ask()
      await screen.findByText(says)
      expect(Recogniser.all).toEqual([])
      await yes()
      expect(newest()).toMatchObject({ begun: 1, processLocally: onDevice, lang: 'en-GB' })
    },
  )

  it('[A11Y-172] @G5 where the device does not get what it needs, the other way is asked about anew and not taken', async () => {
    host(true, 'downloadable')
    Recogniser.installs = false
    render(<Speak put={() => {}} words={NOWHERE} />)
    ask()
    fireEvent.click(await screen.findByRole('button', { name: 'Yes, listen now' }))
    await screen.findByText(/^Take care: your browser may send/)
    expect(Recogniser.all).toEqual([])
    await yes()
    expect(newest().processLocally).toBe(false)
  })

  it.each([
    ['not-allowed', /^This page may not use the microphone\. Load the page again\./],
    ['audio-capture', 'There is no microphone that this page can use.'],
    ['language-not-supported', /^Your browser cannot write down this language\./],
    ['network', /^We could not hear you this time\./],
    ['no-speech', 'Nobody is listening now.'],
  ])('[A11Y-173] says kindly why it does not listen (%s), and listens again when asked', async (error, says) => {
    host(true, 'available')
    render(<Speak put={() => {}} words={NOWHERE} />)
    ask()
    await yes()
    newest().ends(error)
    expect(screen.getByText(says).getAttribute('role')).toBe('status')
    press('Listen again')
    await screen.findByText(/^Listening/)
    expect(Recogniser.all).toHaveLength(2)
  })

  it('[A11Y-173] @G5 Esc, the button, a page out of sight and a box that is closed end it', async () => {
    host(true, 'available')
    const { unmount } = render(<Speak put={() => {}} words={NOWHERE} />)
    ask()
    await yes()
    const heard = vi.fn()
    document.body.addEventListener('keydown', heard)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(newest().stopped).toBe(1)
    expect(heard, 'Esc is for this alone').not.toHaveBeenCalled()
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(heard, 'and the next one is not').toHaveBeenCalledOnce()
    document.body.removeEventListener('keydown', heard)
    const hides = () => {
      vi.spyOn(document, 'hidden', 'get').mockReturnValueOnce(true)
      fireEvent(document, new Event('visibilitychange'))
    }
    for (const [end, how] of [
      [() => press('Stop listening'), 'stopped'],
      [hides, 'aborted'],
    ] as const) {
      press('Listen again')
      await screen.findByText(/^Listening/)
      end()
      expect(newest()[how]).toBe(1)
      screen.getByText('Nobody is listening now.')
    }
    press('Listen again')
    unmount()
    expect(newest().aborted).toBe(1)
  })
})

describe('the language that is listened for', () => {
  it.each([
    ['cy', 'cy-GB', 'Speak in this language: Welsh – Cymraeg.'],
    ['pl', 'pl', 'Speak in this language: Polish – Polski.'],
    ['und', 'en-GB', 'Speak in this language: English.'],
  ])('[A11Y-173] is the one that is said of the line (%s), and is named before', async (lang, listened, says) => {
    host(true, 'available')
    const { doc } = await onDesk(box, { fill: (d) => paragraph(d, 'Bore da') })
    await act(async () => void sayLanguage(doc.getXmlFragment(BOX), { from: 0, to: 0 }, { lang }))
    await write(/^Change/)
    ask()
    await screen.findByText(says)
    await yes()
    expect(newest().lang).toBe(listened)
  })

  it('[A11Y-173] is the plan’s where no line says one, and the line’s before that', async () => {
    host(true, 'available')
    await onDesk(box, { fill: (d) => paragraph(d, 'Bore da'), lang: 'cy' })
    await write(/^Change/)
    ask()
    await screen.findByText('Speak in this language: Welsh – Cymraeg.')
    await yes()
    expect(newest().lang).toBe('cy-GB')
  })

  it('[A11Y-173] is the one somebody begins new boxes in, where the box is empty', async () => {
    keepWritesIn({ lang: 'cy', dir: 'ltr' })
    host(true, 'available')
    render(<Speak put={() => {}} words={NOWHERE} />)
    ask()
    await screen.findByText('Speak in this language: Welsh – Cymraeg.')
    await yes()
    expect(newest().lang).toBe('cy-GB')
  })
})

describe('what was said', () => {
  it('[A11Y-173] stands apart from a word before it, and from nothing else', () => {
    expect(spaced('at home', ' and on the bus ')).toBe(' and on the bus')
    expect(spaced('At home.', 'I sing')).toBe(' I sing')
    for (const before of ['', 'at home ', 'at home\n', '(', '“']) expect(spaced(before, ' I sing')).toBe('I sing')
    expect(spaced('at home', '  ')).toBe('')
  })

  it('[A11Y-173] lands in the editor where the caret is, once it is certain, and can be undone', async () => {
    host(true, 'available')
    const { doc } = await onDesk(box, { fill: (d) => paragraph(d, 'We know our neighbours.') })
    const { editor } = await write(/^Change/)
    await act(async () => void editor.commands.setTextSelection('We know'.length + 1))
    ask()
    await yes()
    newest().says('al', false)
    newest().says('all of')
    expect(wordsIn(doc)).toBe('We know all of our neighbours.')
    newest().says('all their names and')
    expect(wordsIn(doc)).toBe('We know all of all their names and our neighbours.')
    press('Undo')
    expect(wordsIn(doc)).toBe('We know our neighbours.')
    press('Done')
    await waitFor(() => expect(newest().aborted).toBe(1))
  })

  it('[A11Y-173] lands also where it is certain only after somebody ended it, and nowhere once the box is closed', async () => {
    host(true, 'available')
    const { doc } = await onDesk(box, { fill: (d) => paragraph(d, 'We know') })
    const { editor } = await write(/^Change/)
    await act(async () => void editor.commands.setTextSelection('We know'.length + 1))
    ask()
    await yes()
    press('Stop listening')
    screen.getByText('Nobody is listening now.')
    newest().says('our neighbours')
    expect(wordsIn(doc)).toBe('We know our neighbours')
    press('Done')
    await waitFor(() => expect(newest().aborted).toBe(1))
    newest().says('too late')
    expect(wordsIn(doc)).toBe('We know our neighbours')
  })

  it.each(['rich', 'simple'] as const)(
    '[A11Y-173] lands as it was heard where the box is closed before it is certain (%s)',
    async (way) => {
      host(true, 'available')
      const own = <TextBox box={BOX} section="our-story" label="Our story" under={4} way={way} />
      const { doc } = await onDesk(own, { fill: (d) => paragraph(d, 'We know') })
      fireEvent.click(screen.getByRole('button', { name: /^Change/ }))
      await screen.findByRole('button', { name: 'Done' })
      ask()
      await yes()
      newest().says('our neigh', false)
      newest().says('our neighbours', false)
      expect(wordsIn(doc)).toBe('We know')
      press('Done')
      await waitFor(() => expect(newest().aborted).toBeGreaterThan(0))
      expect(wordsIn(doc)).toMatch(/our neighbours/)
      expect(wordsIn(doc)).not.toMatch(/our neigh .*our|our neighbours.*our neighbours/)
      newest().says('our neighbours')
      expect(wordsIn(doc)).not.toMatch(/our neighbours.*our neighbours/)
    },
  )

  it('[A11Y-173] lands as it was heard where listening ends by itself before it is certain, and not later or twice', async () => {
    host(true, 'available')
    const own = <TextBox box={BOX} section="our-story" label="Our story" under={4} way="simple" />
    const { doc } = await onDesk(own, { fill: (d) => paragraph(d, 'We know') })
    fireEvent.click(screen.getByRole('button', { name: /^Change/ }))
    await screen.findByRole('button', { name: 'Done' })
    ask()
    await yes()
    newest().says('our neighbours', false)
    newest().ends('network')
    expect(wordsIn(doc)).toMatch(/our neighbours/)
    press('Done')
    expect(wordsIn(doc)).not.toMatch(/our neighbours.*our neighbours/)
  })

  it('[A11Y-173] lands whole where it is heard in parts of which only the last changed', async () => {
    host(true, 'available')
    const own = <TextBox box={BOX} section="our-story" label="Our story" under={4} way="simple" />
    const { doc } = await onDesk(own, { fill: (d) => paragraph(d, 'We know') })
    fireEvent.click(screen.getByRole('button', { name: /^Change/ }))
    await screen.findByRole('button', { name: 'Done' })
    ask()
    await yes()
    newest().hears(0, ['our', true], [' neighbours', false])
    newest().hears(2, ['our', true], [' neighbours', false], [' and friends', false])
    newest().ends('network')
    expect(wordsIn(doc)).toMatch(/our neighbours and friends/)
    press('Done')
  })

  it('[A11Y-173] one box listens at a time: another that begins ends it, and says so', async () => {
    host(true, 'available')
    for (const name of ['one', 'other'])
      render(
        <section aria-label={name}>
          <Speak put={() => {}} words={NOWHERE} />
        </section>,
      )
    const inside = (name: string) => within(screen.getByRole('region', { name }))
    for (const name of ['one', 'other']) {
      fireEvent.click(inside(name).getByRole('button', { name: 'Speak to write' }))
      fireEvent.click(await screen.findByRole('button', { name: 'Yes, listen now' }))
      await inside(name).findByText('Listening. Say your words.')
    }
    inside('one').getByText('Nobody is listening now.')
    expect(Recogniser.all.map(({ stopped }) => stopped)).toEqual([1, 0])
    fireEvent.click(inside('one').getByRole('button', { name: 'Listen again' }))
    await inside('one').findByText('Listening. Say your words.')
    inside('other').getByText('Nobody is listening now.')
  })

  it('[A11Y-173] lands in the simple box where the caret is', async () => {
    host(true, 'available')
    const simple = <TextBox box={BOX} section="our-story" label="Our story" under={4} way="simple" />
    const { doc } = await onDesk(simple, { fill: (d) => paragraph(d, 'We know our neighbours.') })
    fireEvent.click(screen.getByRole('button', { name: /^Change/ }))
    const area = (await screen.findByLabelText('Our story')) as HTMLTextAreaElement
    area.setSelectionRange('We know'.length, 'We know'.length)
    ask()
    await yes()
    newest().says('all of')
    expect(area.value).toBe('We know all of our neighbours.')
    expect(wordsIn(doc)).toBe('We know all of our neighbours.')
    expect(area.selectionStart).toBe('We know all of'.length)
  })
})
