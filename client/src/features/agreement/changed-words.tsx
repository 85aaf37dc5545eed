import { type Edition, editionChanges, inLanguage, type LineChange, type SectionChange } from '@withy/shared/plan'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useSpoken } from '../../ui/theirs.tsx'

type ChangedWordsProps = {
  readonly before: Edition
  readonly after: Edition
  readonly onRead: () => void
}

/** The plan has changed under somebody who reads it: what, calmly, before they answer (SPEC AGREE-52). */
export function ChangedWords({ before, after, onRead }: ChangedWordsProps) {
  const t = useText()
  const lang = useLanguage()
  const changes = editionChanges(before, after, lang)
  return (
    <section className="notice agree-changed" aria-labelledby="agree-changed">
      <h3 id="agree-changed" className="notice-title" tabIndex={-1}>
        {t('agreement.changed')}
      </h3>
      <p>{t('agreement.changed-about')}</p>
      {changes.length === 0 ? <p>{t('agreement.changed-unseen')}</p> : null}
      {changes.map((change) => (
        <div key={change.id} className="agree-change">
          <h4 dir="auto">
            {change.of === 'section' ? inLanguage(change.title, lang) : t(`agreement.change-of-${change.of}`)}
            {change.is === 'changed' || change.of !== 'section' ? null : (
              <span className="agree-change-is"> {t(`agreement.section-${change.is}`)}</span>
            )}
          </h4>
          <Lines change={change} />
        </div>
      ))}
      <div className="row">
        <Button look="main" onClick={onRead}>
          {t('agreement.changed-read')}
        </Button>
      </div>
    </section>
  )
}

const Lines = ({ change }: { readonly change: SectionChange }) => (
  <ul className="list agree-lines">
    {change.lines.map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own; this list keeps no state
      <li key={at} className={`agree-line agree-line-${line.is}`}>
        <Line line={line} />
      </li>
    ))}
  </ul>
)

function Line({ line }: { readonly line: LineChange }) {
  const t = useText()
  const said = useSpoken()
  return (
    <>
      <p className="agree-line-is">
        {t(`agreement.line-${line.is}`)}
        {line.under ? <bdi className="agree-line-under">{line.under}</bdi> : null}
      </p>
      <p className="agree-line-words" {...said(line)}>
        {line.pieces.map(({ is, text }, at) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          if (is === 'same') return <span key={at}>{text}</span>
          const Mark = is === 'added' ? 'ins' : 'del'
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Mark key={at}>
              <span className="unseen">{t(`agreement.piece-${is}`)} </span>
              {text}
              <span className="unseen"> {t('agreement.piece-end')} </span>
            </Mark>
          )
        })}
      </p>
    </>
  )
}
