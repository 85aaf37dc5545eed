import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import type { Wanted } from './entries.ts'
import { HelpLink } from './help-link.tsx'
import { hideTalk } from './hidden.ts'
import type { Step } from './stepping.ts'

type Option = { readonly id: string; readonly name: string }

type TalkTopProps = {
  /** How many wait for whoever is here. */
  readonly waiting: number
  readonly wanted: Wanted
  readonly onWant: (wanted: Wanted) => void
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  readonly people: readonly Option[]
  /** How many are shown, and the one that was gone to last; 0 none. */
  readonly count: number
  readonly at: number
  readonly onStep: (step: Step) => void
}

/** What waits, the way from one to the next, and what is shown (SPEC TALK-71, TALK-72). */
export function TalkTop({ waiting, wanted, onWant, sections, people, count, at, onStep }: TalkTopProps) {
  const t = useText()
  return (
    <div className="talk-top stack">
      <p>
        <strong>{waiting > 0 ? t('talk-waiting.count', { count: waiting }) : t('talk-waiting.nothing')}</strong>
      </p>
      {count > 0 && (
        <div className="row">
          <Button aria-label={t('talk-waiting.before-named')} onClick={() => onStep(-1)}>
            {t('talk-waiting.before')}
          </Button>
          <Button aria-label={t('talk-waiting.next-named')} onClick={() => onStep(1)}>
            {t('talk-waiting.next')}
          </Button>
          {at > 0 && <span className="quiet">{t('talk-waiting.at', { at: Math.min(at, count), count })}</span>}
        </div>
      )}
      <details className="talk-fewer">
        <summary>{t('talk-waiting.fewer')}</summary>
        <div className="stack">
          <SelectField
            label={t('talk-waiting.which')}
            value={wanted.which}
            onChange={({ target }) => onWant({ ...wanted, which: target.value as Wanted['which'] })}
          >
            {(['all', 'open', 'waiting'] as const).map((which) => (
              <option key={which} value={which}>
                {t(`talk-waiting.which-${which}`)}
              </option>
            ))}
          </SelectField>
          <OneOf
            label={t('talk-waiting.section')}
            all={t('talk-waiting.section-all')}
            options={sections.map(({ id, title }) => ({ id, name: title }))}
            chosen={wanted.section}
            onChoose={(section) => onWant({ ...wanted, section })}
          />
          <OneOf
            label={t('talk-waiting.person')}
            all={t('talk-waiting.person-all')}
            options={people}
            chosen={wanted.person}
            onChoose={(person) => onWant({ ...wanted, person })}
          />
        </div>
      </details>
      <Hide />
      <HelpLink />
    </div>
  )
}

type OneOfProps = {
  readonly label: string
  readonly all: string
  readonly options: readonly Option[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

function OneOf({ label, all, options, chosen, onChoose }: OneOfProps) {
  return (
    <SelectField label={label} value={chosen ?? ''} onChange={({ target }) => onChoose(target.value || null)}>
      <option value="">{all}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

function Hide() {
  const t = useText()
  const announce = useAnnounce()
  return (
    <div className="talk-do">
      <Button
        look="quiet"
        onClick={() => {
          hideTalk(true)
          announce({ kind: 'done', sentence: t('talk-waiting.done-hidden') })
        }}
      >
        {t('talk-waiting.hide')}
      </Button>
    </div>
  )
}
