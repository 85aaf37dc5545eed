import type { CopyHolder, GivenCopy } from '@withy/shared/api'
import { type Edition, inLanguage } from '@withy/shared/plan'
import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useDates } from '../../text/use-dates.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { KeptFocus } from '../../ui/kept-focus.tsx'
import { formName } from './form-name.ts'
import type { Change } from './use-copies.ts'

type GivenListProps = {
  readonly given: CopyHolder['given']
  /** Of what they are copies. */
  readonly edition: Edition
  readonly change: Change
  /** They are the reader's own. */
  readonly isMine?: boolean
}

/** The copies somebody has: in which form, of which sections, from whom, since when. A private link stands there to be copied, or taken back. */
export function GivenList({ given, edition, change, isMine = false }: GivenListProps) {
  return (
    <ul className="list copies-given">
      {given.map((copy) => (
        <li key={copy.id}>
          <Given {...{ copy, edition, change, isMine }} />
        </li>
      ))}
    </ul>
  )
}

type GivenProps = Required<Omit<GivenListProps, 'given'>> & { readonly copy: GivenCopy }

function Given({ copy, edition, change, isMine }: GivenProps) {
  const t = useText()
  const lang = useLanguage()
  const { day } = useDates()
  const [stage, setStage] = useState<'here' | 'asking' | 'ended'>('here')
  const { form, by, at, sections, isOver, overBy, link } = copy
  const values = { form: t(formName(form)), day: day(at) }
  const what = by === null ? t('copies.given-self', values) : t('copies.given-by', { ...values, by })
  const titles = edition.parts
    .flatMap((part) => part.sections)
    .flatMap(({ id, title }) => (sections?.includes(id) ? [inLanguage(title, lang)] : []))
  const whole = sections ? t('copies.given-part', { what, sections: titles.join(', ') }) : what
  const over =
    overBy === null ? t('copies.link-over', { what: whole }) : t('copies.link-over-by', { what: whole, by: overBy })
  return (
    <KeptFocus className="stack">
      <p tabIndex={-1}>{isOver ? over : whole}</p>
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
        </>
      )}
      {form === 'link' && !isOver && (
        <>
          {by === null && <p className="quiet">{t(isMine ? 'copies.link-mine' : 'copies.link-theirs')}</p>}
          <div className="row">
            <Button look="careful" onClick={() => setStage('asking')}>
              {t('copies.end')}
            </Button>
          </div>
        </>
      )}
      {form === 'link' && <p role="status">{stage === 'ended' ? t('copies.end-done') : ''}</p>}
      {stage === 'asking' && (
        <AskFirst
          title={t('copies.end')}
          words={<p>{t('copies.end-words')}</p>}
          doIt={t('copies.end')}
          cancel={t('copies.keep-back')}
          onDo={() => change({ do: 'end-link', id: copy.id }).then(() => undefined)}
          onDone={() => setStage('ended')}
          onClose={() => setStage('here')}
          sentenceOf={sentenceOf}
        />
      )}
    </KeptFocus>
  )
}
