import type { ChangedWords as Part } from '@withy/shared/plan'
import { useText } from '../text/use-text.ts'
import './changed-words.css'

/** Who did something, for a sentence: `known` with names, `unknown` where nobody knows who, `none` where nothing is to be said. */
export type Told = { readonly who: 'known' | 'unknown' | 'none'; readonly names: string }

type ChangedWordsProps = {
  readonly parts: readonly Part[]
  /** Names whoever put a stretch in or took it out; left out where all that is said of it already. */
  readonly told?: ((by: Part['by']) => Told) | undefined
}

/**
 * A text with what was added and what was taken out. Each is told in three ways: a sign, a line under or through, and words for
 * those who do not see them (SPEC PLAN-115).
 */
export function ChangedWords({ parts, told }: ChangedWordsProps) {
  const t = useText()
  return parts.map(({ is, text, by }, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text, which nothing moves
    if (is === 'same') return <span key={i}>{text}</span>
    const Tag = is === 'added' ? 'ins' : 'del'
    const who = told?.(by)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={i}>
        <Tag className={`changed changed-${is}`}>
          <span className="unseen">{t(`changed.${is}-from`)} </span>
          <span className="changed-sign" />
          <span className="changed-text">{text}</span>
          <span className="unseen"> {t(`changed.${is}-to`)}</span>
        </Tag>
        {who && who.who !== 'none' ? <span className="changed-by"> {t('changed.by', who)} </span> : null}
      </span>
    )
  })
}

/** Whether more than one set of people changed a text: then each stretch is told apart. */
export function manyChanged(parts: readonly Part[]): boolean {
  const of = (what: Part['is']) => new Set(parts.flatMap(({ is, by }) => (is === what ? [String(by)] : []))).size
  return of('added') > 1 || of('taken-out') > 1
}

/** Everybody who did one of the two to some of the parts, by number. */
export const changedBy = (parts: readonly Part[], what: Part['is']): number[] => [
  ...new Set(parts.flatMap(({ is, by }) => (is === what ? (by ?? []) : []))),
]
