import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { piecesOf } from './pieces.ts'
import { readAloud } from './read-aloud.tsx'
import { ReadAloudButton } from './read-aloud-button.tsx'
import { MOST, sentencesIn } from './sentences.ts'
import { voiceFor } from './voices.ts'

const voice = (lang: string, localService = true) => ({
  lang,
  localService,
  name: lang,
  default: false,
  voiceURI: lang,
})
const ENGLISH = voice('en-GB')
const WELSH = voice('cy-GB')

type Said = { text: string; lang: string; rate: number; voice: object | null; onend: (() => void) | null }
let said: Said[]
let cancelled: number

function speaks(...voices: object[]) {
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (one: Said) => void said.push(one),
    cancel: () => {
      cancelled += 1
    },
  })
  vi.stubGlobal('speechSynthesis', speech)
}
beforeEach(() => {
  said = []
  cancelled = 0
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      onend = null
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    },
  )
})
afterEach(async () => {
  const stop = screen.queryByRole('button', { name: /Stop reading|Close/ })
  if (stop) fireEvent.click(stop)
  vi.unstubAllGlobals()
})

const page = () =>
  render(
    <main lang="en">
      <section id="health" data-section="">
        <h3>My health</h3>
        <ReadAloudButton section="health" title="My health" />
        <p>
          I take my{' '}
          <button type="button" className="explained-word">
            meds
          </button>{' '}
          at eight. Then I sing.
        </p>
        <p lang="cy">Dw i’n canu.</p>
        <div data-not-printed="">A comment.</div>
        <details>
          <summary>Ideas</summary>
          <p>
            Folded{' '}
            <button type="button" className="explained-word">
              away
            </button>
            .
          </p>
        </details>
      </section>
      <section id="home" data-section="">
        <p>My stair is quiet.</p>
      </section>
    </main>,
  )
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const bar = () => screen.findByRole('region', { name: 'Reading aloud' })
/** The voice has come to the end of what it was given. */
const ends = () => act(() => said.at(-1)?.onend?.())
const words = () => said.map(({ text }) => text)

describe('what is read', () => {
  it('[A11Y-87] @G4 are sentences in the language of their block, with explained words and without buttons, comments and what is folded away', () => {
    page()
    const section = document.getElementById('health') as HTMLElement
    expect(piecesOf(section).map(({ words, lang, range }) => [words, lang, range.toString().trim()])).toEqual([
      ['My health', 'en', 'My health'],
      ['I take my meds at eight.', 'en', 'I take my meds at eight.'],
      ['Then I sing.', 'en', 'Then I sing.'],
      ['Dw i’n canu.', 'cy', 'Dw i’n canu.'],
    ])
  })

  it('[A11Y-87] is read sentence by sentence also where a language is said that no browser knows', () => {
    expect(sentencesIn('One. Two.', 'xx-12')).toHaveLength(2)
  })

  it('[A11Y-87] @G4 at most 200 letters at a time, and no letter is lost or read twice', () => {
    const text = fc.array(fc.oneof(fc.lorem({ maxCount: 60 }), fc.string({ maxLength: 300 })), { maxLength: 4 })
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join(' ')
        const spans = sentencesIn(whole, 'en')
        for (const { start, end } of spans) expect(end - start).toBeLessThanOrEqual(MOST)
        const read = spans.map(({ start, end }) => whole.slice(start, end)).join('')
        expect(read.replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''))
      }),
      { seed: 87, numRuns: 200 },
    )
  })

  it('[A11Y-87] @G4 never in a voice of another language; British English first', () => {
    const voices = [voice('en-US'), ENGLISH] as SpeechSynthesisVoice[]
    expect(voiceFor('cy', voices)).toBeNull()
    expect(voiceFor('en', voices)?.lang).toBe('en-GB')
    expect(voiceFor('cy-GB', [...voices, WELSH as SpeechSynthesisVoice])?.lang).toBe('cy-GB')
  })
})

describe('reading aloud', () => {
  it('[A11Y-86] [A11Y-88] @G4 begins when it is pressed and not before, goes from sentence to sentence, pauses, goes back and slower', async () => {
    speaks(ENGLISH, WELSH)
    page()
    expect(said).toEqual([])
    press('Read aloud: My health')
    const { getByText } = within(await bar())
    expect(words()).toEqual(['My health'])
    ends()
    expect(words().at(-1)).toBe('I take my meds at eight.')
    getByText('I take my meds at eight.')
    press('Slower')
    expect(said.at(-1)).toMatchObject({ text: 'I take my meds at eight.', rate: 0.8, lang: 'en-GB' })
    press('Pause')
    // What was cut off tells of its end all the same.
    const before = said.length
    act(() => said.at(-1)?.onend?.())
    expect(said).toHaveLength(before)
    press('Go on')
    press('Next')
    expect(words().at(-1)).toBe('Then I sing.')
    press('Back')
    expect(words().at(-1)).toBe('I take my meds at eight.')
  })

  it('[A11Y-88] @G4 at the end it says so, and goes on with the next section if asked; stopping gives the focus back', async () => {
    speaks(ENGLISH, WELSH)
    page()
    screen.getByRole('button', { name: 'Read aloud: My health' }).focus()
    press('Read aloud: My health')
    await bar()
    for (let i = 0; i < 4; i += 1) ends()
    expect(said.at(-1)).toMatchObject({ text: 'Dw i’n canu.', lang: 'cy-GB' })
    screen.getByText('That is the end of this section.')
    press('Read the next section')
    await waitFor(() => expect(words().at(-1)).toBe('My stair is quiet.'))
    const stopped = cancelled
    press('Stop reading')
    expect(cancelled).toBeGreaterThan(stopped)
    expect(screen.queryByRole('region', { name: 'Reading aloud' })).toBeNull()
  })

  it('[A11Y-87] @G4 without a Welsh voice Welsh is not read: it says so, and Next goes on', async () => {
    speaks(ENGLISH)
    page()
    press('Read aloud: My health')
    await bar()
    for (let i = 0; i < 3; i += 1) ends()
    await screen.findByText('This device has no Welsh voice.')
    expect(words()).not.toContain('Dw i’n canu.')
    press('Next')
    screen.getByText('That is the end of this section.')
  })

  it.each([
    ['only voices that send words away', [voice('en-GB', false)]],
    ['no voices at all', []],
  ])('[A11Y-86] @G4 with %s it reads nothing, and says kindly what else can be tried', async (_name, voices) => {
    speaks(...voices)
    page()
    press('Read aloud: My health')
    await screen.findByText('This device has no voice of its own that can read aloud here.', {}, { timeout: 5_000 })
    screen.getByText(/Look in its settings/)
    expect(said).toEqual([])
    expect(document.activeElement?.textContent).toBe('Close')
  })

  it('[A11Y-86] @G4 while voices may still come it says so at once, can be closed, and reads when they are there', async () => {
    const voices: object[] = []
    speaks(...voices)
    const speech = window.speechSynthesis as unknown as EventTarget & { getVoices: () => object[] }
    page()
    press('Read aloud: My health')
    // Sooner than voices are given up.
    await screen.findByText('Opening…', {}, { timeout: 1_000 })
    expect(document.activeElement?.textContent).toBe('Close')
    speech.getVoices = () => [ENGLISH]
    act(() => void speech.dispatchEvent(new Event('voiceschanged')))
    await bar()
    await waitFor(() => expect(said.length).toBeGreaterThan(0))
    expect(document.activeElement?.textContent).toBe('Pause')
  })

  it('[A11Y-86] @G4 a browser that has no speech at all says the same', async () => {
    vi.stubGlobal('speechSynthesis', undefined)
    page()
    await act(() => readAloud('health'))
    await screen.findByText('This device has no voice of its own that can read aloud here.')
  })

  it('[A11Y-88] @G4 another page ends it', async () => {
    speaks(ENGLISH)
    page()
    press('Read aloud: My health')
    await bar()
    act(() => history.pushState(null, '', '/help'))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Reading aloud' })).toBeNull())
    history.pushState(null, '', '/')
  })
})
