import type { ChangedLine } from '@withy/shared/plan'
import { ChangedWords, changedBy, manyChanged, type Told } from '../../plan-view/changed-words.tsx'
import { useText } from '../../text/use-text.ts'
import { useSpoken } from '../../ui/theirs.tsx'

export type Tell = (by: readonly number[] | undefined) => Told

/** One line of a text that reads differently: what became of it, by whom, and the line. */
export function LineView({ line, tell }: { readonly line: ChangedLine; readonly tell: Tell }) {
  const t = useText()
  const spoken = useSpoken()
  const { did, parts, look, wasLook, respoken, links, lang, dir } = line
  const lookOf = ({ is }: ChangedLine['look']) => t(`history.look-${is}`)
  const added = changedBy(parts, 'added')
  const gone = changedBy(parts, 'taken-out')
  const said = {
    added: () => [t('history.added', tell(added))],
    'taken-out': () => [t('history.taken-out', tell(gone))],
    changed: () => [
      t('history.changed'),
      ...(added.length > 0 ? [t('history.added', tell(added))] : []),
      ...(gone.length > 0 ? [t('history.taken-out', tell(gone))] : []),
    ],
    'set-out': () => [t('changed.set-out')],
  }[did]()
  const more = [
    ...(wasLook ? [t('history.looks', { before: lookOf(wasLook), after: lookOf(look) })] : []),
    ...(respoken ? [t('history.respoken')] : []),
  ]
  return (
    <li className={`change change-${did}`}>
      <p className="change-did">{[...said, ...more].join(' ')}</p>
      <p className="change-words" {...spoken({ ...(lang && { lang }), ...(dir && { dir }) })}>
        <ChangedWords parts={parts} told={manyChanged(parts) ? tell : undefined} />
      </p>
      {links ? (
        <p className="change-more">
          {t('history.link', {
            which: links.before.length === 0 ? 'new' : links.after.length === 0 ? 'gone' : 'other',
            before: links.before.join(', '),
            after: links.after.join(', '),
          })}
        </p>
      ) : null}
    </li>
  )
}
