import { type Explained, findExplained } from '@withy/shared/plan'
import { Fragment, useEffect, useMemo, useState } from 'react'
import type { LivePlan } from '../../live/live-plan.ts'
import type { Explain, ExplainedIn } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { needWords, useFollowedWords, useKnownWords } from './known-words.ts'
import './glossary.css'

type ExplainedWordsProps = {
  readonly plan: string
  /** Follows them where nothing else on the page does. */
  readonly live?: LivePlan | undefined
  /** Takes how texts of the page are drawn from now on; null: as they stand. */
  readonly onExplain: (explain: Explain | null) => void
  /** Takes how words that are explained are found from now on. */
  readonly onExplainedIn: (explainedIn: ExplainedIn) => void
}

/** Words the plan explains are buttons where they first stand in a text; what one means is shown over the page (SPEC WORK-124). */
export function ExplainedWords({ plan, live, onExplain, onExplainedIn }: ExplainedWordsProps) {
  const t = useText()
  const words = useKnownWords(plan)
  const [shown, show] = useState<Explained | null>(null)
  useEffect(() => needWords(plan), [plan])
  const piecesOf = useMemo(() => {
    const there = words?.filter(({ isOut }) => !isOut) ?? []
    return there.length > 0 ? findExplained(there) : null
  }, [words])
  useEffect(() => {
    onExplain(piecesOf && explainWith(piecesOf, show))
    onExplainedIn((words) => [...new Set(piecesOf?.(words).flatMap(({ explained }) => explained ?? []))])
  }, [piecesOf, onExplain, onExplainedIn])
  return (
    <>
      {live && <Followed plan={plan} live={live} />}
      {shown && (
        <Dialog title={<bdi>{shown.word}</bdi>} close={t('common.close')} onClose={() => show(null)}>
          <p className="glossary-meaning" dir="auto">
            {shown.meaning}
          </p>
        </Dialog>
      )}
    </>
  )
}

function Followed({ plan, live }: { readonly plan: string; readonly live: LivePlan }) {
  useFollowedWords(plan, live)
  return null
}

function explainWith(piecesOf: ReturnType<typeof findExplained>, show: (word: Explained) => void): Explain {
  return () => {
    // Which stretch of the text has a word first: drawing one again says the same.
    const firstIn = new Map<string, object>()
    return (stretch, plain) => {
      const here = new Set<string>()
      return piecesOf(stretch.text).map(({ text, explained }, i) => {
        const first = explained && (firstIn.get(explained.id) ?? stretch)
        const isFirst = explained !== undefined && first === stretch && !here.has(explained.id)
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity, and keep no state
        if (!isFirst) return <Fragment key={i}>{plain(text)}</Fragment>
        firstIn.set(explained.id, stretch)
        here.add(explained.id)
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        return <WordButton key={i} text={text} onPress={() => show(explained)} />
      })
    }
  }
}

function WordButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return (
    <button
      type="button"
      className="explained-word"
      aria-haspopup="dialog"
      onClick={(event) => {
        // The words around it may be there to be pressed too, to write in them.
        event.stopPropagation()
        event.currentTarget.focus()
        onPress()
      }}
    >
      {text}
    </button>
  )
}
