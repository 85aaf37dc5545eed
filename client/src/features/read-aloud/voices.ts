/** How long voices may take to come (ms): some browsers have them only some time after they are asked for. */
const WAIT = 1_500

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''

/**
 * The voices of the device itself. Others would send what is read to a company: they are not used (SPEC A11Y-86).
 * @returns none where the browser has no voices, or no speech at all
 */
export async function localVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  const speech = window.speechSynthesis
  if (!speech) return []
  const local = () => speech.getVoices().filter(({ localService }) => localService)
  if (local().length > 0) return local()
  await new Promise<void>((come) => {
    speech.addEventListener?.('voiceschanged', () => come(), { once: true })
    setTimeout(come, WAIT)
  })
  return local()
}

/** A voice of that language, the British one of English first; null: there is none. Never one of another language. */
export function voiceFor(lang: string, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const same = voices.filter((voice) => primary(voice.lang) === primary(lang))
  const british = same.find((voice) => voice.lang.replace('_', '-').toLowerCase() === 'en-gb')
  return british ?? same.find((voice) => voice.default) ?? same[0] ?? null
}
