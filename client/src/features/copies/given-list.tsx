import type { CopyHolder, GivenCopy } from '@withy/shared/api'
import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { formName } from './form-name.ts'
import type { Change } from './use-copies.ts'

type GivenListProps = { readonly given: CopyHolder['given']; readonly change: Change }

/** The copies somebody has: in which form, from whom, since when. A private link stands there to be copied, or taken back. */
export function GivenList({ given, change }: GivenListProps) {
  return (
    <ul className="list copies-given">
      {given.map((copy) => (
        <li key={copy.id} className="stack">
          <Given copy={copy} change={change} />
        </li>
      ))}
    </ul>
  )
}

function Given({ copy, change }: { readonly copy: GivenCopy; readonly change: Change }) {
  const t = useText()
  const { day } = useDates()
  const [isAsking, setIsAsking] = useState(false)
  const { form, by, at, isPart, isOver, link } = copy
  const values = { form: t(formName(form)), day: day(at) }
  const what = by === null ? t('copies.given-self', values) : t('copies.given-by', { ...values, by })
  const whole = isPart ? t('copies.given-part', { what }) : what
  return (
    <>
      <p>{isOver ? t('copies.link-over', { what: whole }) : whole}</p>
      {link && (
        <>
          <CopyField
            label={t('forms.link')}
            words={link}
            copy={t('copies.copy')}
            copied={t('copies.copied')}
            byHand={t('copies.copy-by-hand')}
          />
          <p className="quiet">{t('copies.link-words')}</p>
          <div className="row">
            <Button look="careful" onClick={() => setIsAsking(true)}>
              {t('copies.end')}
            </Button>
          </div>
        </>
      )}
      {isAsking && (
        <AskFirst
          title={t('copies.end')}
          words={<p>{t('copies.end-words')}</p>}
          doIt={t('copies.end')}
          cancel={t('copies.keep-back')}
          onDo={() => change({ do: 'end-link', id: copy.id }, t('copies.end-done'))}
          onClose={() => setIsAsking(false)}
          sentenceOf={sentenceOf}
        />
      )}
    </>
  )
}
