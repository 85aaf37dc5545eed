/** How long voices may take to come (ms): some browsers have them only some time after they are asked for. */
const WAIT = 1_500

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''

/**
 * The voices of the device itself. Others would send what is read to a company: they are not used (SPEC A11Y-86).
 * @returns none where the browser has no speech at all; null: there is none yet
 */
export function voicesHere(): readonly SpeechSynthesisVoice[] | null {
  const speech = window.speechSynthesis
  if (!speech) return []
  const local = speech.getVoices().filter(({ localService }) => localService)
  return local.length > 0 ? local : null
}

/** The same once they have had the time to come; none where the browser has none. */
export async function voicesToCome(): Promise<readonly SpeechSynthesisVoice[]> {
  await new Promise<void>((come) => {
    window.speechSynthesis?.addEventListener?.('voiceschanged', () => come(), { once: true })
    setTimeout(come, WAIT)
  })
  return voicesHere() ?? []
}

/** A voice of that language, the British one of English first; null: there is none. Never one of another language. */
export function voiceFor(lang: string, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const same = voices.filter((voice) => primary(voice.lang) === primary(lang))
  const british = same.find((voice) => voice.lang.replace('_', '-').toLowerCase() === 'en-gb')
  return british ?? same.find((voice) => voice.default) ?? same[0] ?? null
}
