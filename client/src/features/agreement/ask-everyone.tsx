import { VOICES } from '@withy/shared/access'
import { ON_DISAGREEMENT, type OnDisagreement } from '@withy/shared/api'
import { type Person, toldApart } from '@withy/shared/protocol'
import { type FormEvent, useState } from 'react'
import type { openRound } from '../../api/agreement.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, Tick } from '../../ui/choices.tsx'
import { ErrorSummary, type FieldError } from '../../ui/notice.tsx'
import { type Decides, SOMEBODY, WhoDecides } from './who-decides.tsx'

export type Asking = Parameters<typeof openRound>[1]

type AskEveryoneProps = {
  readonly people: readonly Person[]
  /** What the person is called, in a plan about one person. */
  readonly about: string | null
  /** Whether it is only asked where somebody decides for them: somebody else than the person asks (SPEC AGREE-7). */
  readonly isForThem: boolean
  readonly onAsk: (asking: Asking) => Promise<void>
}

/** Whom the owner asks, and what happens when people do not agree (SPEC AGREE-54). */
export function AskEveryone({ people, about, isForThem, onAsk }: AskEveryoneProps) {
  const t = useText()
  const names = toldApart(people)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [onDisagreement, setOnDisagreement] = useState<OnDisagreement>('record')
  const [bySection, setBySection] = useState(false)
  const [decides, setDecides] = useState<Decides>(isForThem ? SOMEBODY : { is: 'person' })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [busy, setBusy] = useState(false)
  const asked = people.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const missing: FieldError[] = [
      ...(asked.length === 0 ? [{ field: 'agree-asked', sentence: t('agreement.ask-nobody') }] : []),
      ...(decides.is === 'other' && decides.acting === null
        ? [{ field: 'agree-acting', sentence: t('agreement.decides-as-missing') }]
        : []),
      ...(decides.is === 'other' && decides.person === ''
        ? [{ field: 'agree-decides-person', sentence: t('agreement.decides-person-missing') }]
        : []),
    ]
    setErrors(missing)
    if (missing.length > 0) return
    setBusy(true)
    try {
      await onAsk({ asked, onDisagreement, bySection, decides: decidesSaid(decides) })
    } catch (error) {
      setErrors([{ sentence: sentenceOf(error) }])
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={ask} noValidate>
      <ErrorSummary title={t('common.check-these')} errors={errors} />
      {about === null ? null : (
        <WhoDecides
          name={about}
          isForThem={isForThem}
          people={people.filter(({ seat }) => !seat).map(({ id, name }) => ({ id, name: names.get(id) ?? name }))}
          decides={decides}
          onDecides={setDecides}
        />
      )}
      {isForThem ? <h2>{t('agreement.ask-title')}</h2> : null}
      <fieldset className="choices agree-asked">
        <legend className="field-label">{t('agreement.ask-whom')}</legend>
        <p className="field-hint">{t('agreement.ask-whom-hint')}</p>
        <div id="agree-asked" tabIndex={-1} className="agree-voices">
          {VOICES.map((voice) => {
            const those = people.filter((person) => person.voice === voice)
            return those.length === 0 ? null : (
              <fieldset key={voice} className="choices">
                <legend className="agree-voice">{t(`common.voice-${voice}`)}</legend>
                <div className="choices-chips">
                  {those.map(({ id }) => (
                    <Tick
                      key={id}
                      label={<bdi>{names.get(id)}</bdi>}
                      ticked={!left.has(id)}
                      onTick={(on) => setLeft(on ? without(left, id) : new Set([...left, id]))}
                    />
                  ))}
                </div>
              </fieldset>
            )
          })}
        </div>
      </fieldset>
      <Choices
        legend={t('agreement.on-title')}
        value={onDisagreement}
        onChoose={setOnDisagreement}
        choices={ON_DISAGREEMENT.map((value) => ({
          value,
          label: t(`agreement.on-${value}`),
          about: t(`agreement.on-${value}-about`),
        }))}
      />
      <Tick
        label={t('agreement.by-section')}
        about={t('agreement.by-section-about')}
        ticked={bySection}
        onTick={setBySection}
      />
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {t('agreement.ask-do')}
        </Button>
      </div>
    </form>
  )
}

const without = (all: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set([...all].filter((each) => each !== one))

const decidesSaid = (decides: Decides): Asking['decides'] =>
  decides.is === 'other' && decides.acting
    ? { acting: decides.acting, person: decides.person, words: decides.words }
    : null
