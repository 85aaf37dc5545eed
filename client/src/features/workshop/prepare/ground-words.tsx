import { LIMIT } from '@withy/shared/api'
import type { GroundWords } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'
import { SavedField } from './saved-field.tsx'

const POWER = ['decide', 'advise', 'cannot', 'decided'] as const
const READY_RULES = ['rule-1', 'rule-2', 'rule-3', 'rule-4', 'rule-5', 'rule-6'] as const

/** What the group can decide and how it works: shown in the room all the time. */
export function GroundWordsFields() {
  const t = useText()
  const { now, steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const { ground } = now
  const change = (what: keyof GroundWords) => (words: string, was: string) =>
    steer({ do: 'ground', ground: { [what]: words }, was: { [what]: was } })
  const field = (what: keyof GroundWords, hint?: string) => (
    <SavedField
      key={what}
      label={t(`workshop.ground-${what}`)}
      hint={hint}
      max={LIMIT.ground}
      rows={what === 'rules' ? 8 : 3}
      saved={ground[what]}
      save={change(what)}
    />
  )
  const readyRules = READY_RULES.map((rule) => t(`workshop-prepare.${rule}`)).join('\n')
  return (
    <>
      <section className="stack" aria-labelledby="prepare-power">
        <h2 id="prepare-power">{t('workshop-prepare.power')}</h2>
        <p>{t('workshop-prepare.power-why')}</p>
        {POWER.map((what) => field(what))}
      </section>
      <section className="stack" aria-labelledby="prepare-rules">
        <h2 id="prepare-rules">{t('workshop-prepare.together')}</h2>
        {field('rules', t('workshop-prepare.rules-hint'))}
        <div role="alert">{trouble}</div>
        {ground.rules === '' ? (
          <div className="row">
            <Button busy={busy} onClick={() => void send(() => change('rules')(readyRules, ''))}>
              {t('workshop-prepare.rules-ready')}
            </Button>
          </div>
        ) : null}
        {field('pay', t('workshop-prepare.pay-hint'))}
      </section>
    </>
  )
}
