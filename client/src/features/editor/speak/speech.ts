/** What we use of https://webaudio.github.io/web-speech-api/#speechreco-section: not every browser has it, and few all of it. */
type Recogniser = {
  lang: string
  continuous: boolean
  interimResults: boolean
  /** True: what is said must not leave the device. */
  processLocally?: boolean
  onstart: (() => void) | null
  onresult: ((event: SpeechEvent) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
  abort(): void
}
type SpeechEvent = {
  readonly resultIndex: number
  readonly results: ArrayLike<{ readonly isFinal: boolean; readonly 0: { readonly transcript: string } }>
}
type Asked = { readonly langs: readonly string[]; readonly processLocally: true }
type Speech = {
  new (): Recogniser
  available?(asked: Asked): Promise<'available' | 'downloadable' | 'downloading' | 'unavailable'>
  install?(asked: Asked): Promise<boolean>
}

/** Of this browser; null: it has none. */
export function speech(): Speech | null {
  const { SpeechRecognition, webkitSpeechRecognition } = window as {
    SpeechRecognition?: Speech
    webkitSpeechRecognition?: Speech
  }
  return SpeechRecognition ?? webkitSpeechRecognition ?? null
}

/** Who turns a voice into words: the device, the device once it has fetched what that takes, or whoever made the browser. */
export type Hears = 'on-device' | 'to-fetch' | 'sent-away'

const byItself = (lang: string): Asked => ({ langs: [lang], processLocally: true })

/** The device itself comes first (SPEC A11Y-172). A browser that cannot say counts as one that sends voices away. */
export async function whoHears(lang: string): Promise<Hears> {
  const is = await speech()
    ?.available?.(byItself(lang))
    .catch(() => 'unavailable')
  if (is === 'available') return 'on-device'
  return is === 'downloadable' || is === 'downloading' ? 'to-fetch' : 'sent-away'
}

/** Has the device fetch what it takes. @returns whether it has it now */
export const fetchForDevice = async (lang: string): Promise<boolean> =>
  (await speech()
    ?.install?.(byItself(lang))
    .catch(() => false)) ?? false

const WHY = {
  'not-allowed': 'not-allowed',
  'service-not-allowed': 'not-allowed',
  'audio-capture': 'no-microphone',
  'language-not-supported': 'no-language',
  'no-speech': null,
  aborted: null,
} as const

/** Why it ended before it was told to; null: nothing was said for a while. */
export type Why = 'not-allowed' | 'no-microphone' | 'no-language' | 'trouble' | null

type Listens = {
  readonly lang: string
  /** On the device alone. Never changed to another way by itself. */
  readonly onDevice: boolean
  readonly onBegun: () => void
  /** Each sentence, or part of one, once it is certain. */
  readonly onSaid: (words: string) => void
  readonly onEnded: (why: Why) => void
}

export type Listening = {
  /** Listens no more. What was said before that may still be told; that it ended is not. */
  readonly finish: () => void
  /** Ends at once, and tells first what was heard and is not certain yet. */
  readonly settle: () => void
  /** Ends at once: nothing is told after that. */
  readonly drop: () => void
}

/** Listens until told to end, or the browser ends it. */
export function listen({ lang, onDevice, onBegun, onSaid, onEnded }: Listens): Listening {
  const Recognition = speech()
  if (!Recognition) throw new Error('This browser has no speech recognition')
  const own = new Recognition()
  let why: Why = null
  let unsure = ''
  own.lang = lang
  own.continuous = true
  own.interimResults = true
  if (onDevice) own.processLocally = true
  own.onstart = onBegun
  own.onresult = ({ resultIndex, results }) => {
    const heard = Array.from(results)
    for (const { isFinal, 0: said } of heard.slice(resultIndex)) if (isFinal) onSaid(said.transcript)
    // Also of parts that did not change this time.
    unsure = heard.map(({ isFinal, 0: said }) => (isFinal ? '' : said.transcript)).join('')
  }
  own.onerror = ({ error }) => {
    why = error in WHY ? WHY[error as keyof typeof WHY] : 'trouble'
  }
  /** What was heard and is not certain yet, once nothing can make it so any more. */
  const tellUnsure = () => {
    if (unsure) onSaid(unsure)
    unsure = ''
  }
  own.onend = () => {
    tellUnsure()
    onEnded(why)
  }
  own.start()
  const tellNoMore = () => {
    own.onstart = null
    own.onend = null
  }
  const drop = () => {
    tellNoMore()
    if (own.onresult) own.abort()
    own.onresult = null
  }
  return {
    finish() {
      tellNoMore()
      own.stop()
    },
    settle() {
      drop()
      tellUnsure()
    },
    drop,
  }
}
