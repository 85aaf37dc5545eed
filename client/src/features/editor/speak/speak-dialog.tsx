import { type ReactNode, useContext, useEffect, useState } from 'react'
import { getMe } from '../../../api/plans.ts'
import { useAnswer } from '../../../api/use-answer.ts'
import { useLanguageNames } from '../../../text/use-language-names.ts'
import { useLanguage, useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { PlanLanguage } from '../../../ui/theirs.tsx'
import type { WordsHere } from '../language-form.tsx'
import { ListeningBar } from './listening-bar.tsx'
import { fetchForDevice, type Hears, speech, whoHears } from './speech.ts'
import { spokenAt } from './spoken-at.ts'

/** As browsers know ours; others by their own tag. */
const SPOKEN: Readonly<Record<string, string>> = { en: 'en-GB', cy: 'cy-GB' }

type SpeakDialogProps = {
  readonly put: (said: string) => void
  readonly words: WordsHere
  /** Somebody said yes: shows at the box that it is listened to. */
  readonly onListen: (bar: ReactNode) => void
  readonly onClose: () => void
}

/** How to speak instead of typing: by the device's own means first, and by this page where the host allows it (SPEC A11Y-170, A11Y-171). */
export function SpeakDialog({ put, words, onListen, onClose }: SpeakDialogProps) {
  const t = useText()
  const me = useAnswer(getMe)
  const mayListen = me.is === 'here' && me.answer.dictation && speech() !== null
  return (
    <Dialog title={t('plan.speak')} close={t('common.close')} onClose={onClose}>
      <p>{t('speak.own')}</p>
      <ul>
        <li>{t('speak.phone')}</li>
        <li>{t('speak.windows')}</li>
        <li>{t('speak.mac')}</li>
      </ul>
      {mayListen && <Offer {...{ put, words, onListen, onClose }} />}
    </Dialog>
  )
}

/** What happens to a voice is said before anything listens, each time. */
function Offer({ put, words, onListen, onClose }: SpeakDialogProps) {
  const t = useText()
  const nameOf = useLanguageNames()
  const shown = useLanguage()
  const [said] = useState(() => spokenAt(words))
  const plans = useContext(PlanLanguage)
  const tag = said ?? plans ?? shown
  const lang = SPOKEN[tag] ?? tag
  const [hears, setHears] = useState<Hears | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    void whoHears(lang).then(setHears)
  }, [lang])
  if (hears === null) return null
  const yes = async () => {
    if (hears === 'to-fetch') {
      setBusy(true)
      const has = await fetchForDevice(lang)
      setBusy(false)
      // Another way is another question.
      if (!has) return setHears('sent-away')
    }
    onListen(<ListeningBar key={Date.now()} {...{ lang, put }} onDevice={hears !== 'sent-away'} />)
    onClose()
  }
  return (
    <div className="stack">
      <h3>{t('speak.here')}</h3>
      <p role="status">{t(`speak.${hears}`)}</p>
      <p>{t('speak.language', { language: nameOf(tag) })}</p>
      <p>{t('speak.others')}</p>
      <div className="row">
        <Button look="main" busy={isBusy} onClick={yes}>
          {t('speak.yes')}
        </Button>
      </div>
    </div>
  )
}
