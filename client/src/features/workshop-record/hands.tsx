import type { RecordStep } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'

const MOST_FIRST = [5, 4, 3, 2, 1, 0] as const

type HandsProps = { readonly hands: readonly number[]; readonly said: RecordStep['said'] }

/** How many gave which hand, those nobody gave left out, and the words of those who said stop or had a worry. */
export function Hands({ hands, said }: HandsProps) {
  const t = useText()
  return (
    <>
      <ul>
        {MOST_FIRST.filter((hand) => (hands[hand] ?? 0) > 0).map((hand) => (
          <li key={hand}>{t(`workshop.hand-${hand}-got`, { count: hands[hand] ?? 0 })}</li>
        ))}
      </ul>
      {said.map(({ by, words }) => (
        <div key={`${by}/${words}`}>
          <Theirs as="blockquote" className="idea-words">
            {words}
          </Theirs>
          <p className="quiet small">{t('workshop.said-by', { name: by })}</p>
        </div>
      ))}
    </>
  )
}
