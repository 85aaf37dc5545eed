import type { Piece } from './pieces.ts'
import { voiceFor } from './voices.ts'

/** How fast a voice can read, as a share of its own speed. */
const RATES: readonly number[] = [0.6, 0.8, 1, 1.2]

export type Reading = {
  /** `no-voice`: the device has none for the language of this piece. */
  readonly is: 'reading' | 'paused' | 'no-voice' | 'done'
  /** The piece it is at. */
  readonly at: number
  readonly rate: number
}

export type Reader = ReturnType<typeof createReader>

/**
 * Reads pieces aloud, one after the other. Pausing begins the piece anew afterwards: to stop in the middle of one is not to be
 * relied on with voices (Android).
 * @param pieces at least one
 */
export function createReader(
  pieces: readonly Piece[],
  voices: readonly SpeechSynthesisVoice[],
  onChange: (now: Reading) => void,
) {
  let now: Reading = { is: 'paused', at: 0, rate: 1 }
  // What is spoken now; one that was cut off still tells of its end, later.
  let spoken: SpeechSynthesisUtterance | null = null
  const become = (next: Partial<Reading>) => {
    now = { ...now, ...next }
    onChange(now)
  }
  const hush = () => {
    spoken = null
    window.speechSynthesis?.cancel()
  }
  const readAt = (at: number): void => {
    hush()
    const piece = pieces[at]
    if (!piece) {
      become({ is: 'done', at: pieces.length - 1 })
      return
    }
    const voice = voiceFor(piece.lang, voices)
    if (voice) say(piece.words, voice, at)
    else become({ is: 'no-voice', at })
  }
  const say = (words: string, voice: SpeechSynthesisVoice, at: number) => {
    const said = new SpeechSynthesisUtterance(words)
    said.voice = voice
    said.lang = voice.lang
    said.rate = now.rate
    said.onend = () => {
      if (said === spoken) readAt(at + 1)
    }
    said.onerror = () => {
      if (said === spoken) become({ is: 'paused' })
    }
    spoken = said
    become({ is: 'reading', at })
    window.speechSynthesis.speak(said)
  }
  const changeRate = (by: 1 | -1) => {
    const rate = RATES[RATES.indexOf(now.rate) + by]
    if (rate === undefined) return
    become({ rate })
    if (now.is === 'reading') readAt(now.at)
  }
  return {
    play: () => readAt(now.is === 'done' ? 0 : now.at),
    pause() {
      hush()
      become({ is: 'paused' })
    },
    back: () => readAt(Math.max(0, now.at - 1)),
    next: () => readAt(now.at + 1),
    slower: () => changeRate(-1),
    faster: () => changeRate(1),
    /** For good. */
    stop: hush,
  }
}
