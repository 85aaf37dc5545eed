import {
  addItem,
  type Idea,
  listRoot,
  readList,
  type Section,
  SHAPES,
  type ShapeId,
  type Words,
} from '@withy/shared/plan'
import type * as Y from 'yjs'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useRoots } from '../../live/root-changes.ts'
import { useIdeas } from '../../plan-view/use-ideas.ts'
import { useText, useWords } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'

const TAKES_IDEAS = { action: 'plan.idea-to-action', asset: 'plan.idea-to-asset' } as const

/** A box that an idea can become an item of. */
export type TakingIdeas = { readonly key: string; readonly shape: 'action' | 'asset'; readonly title: Words }

type IdeaListProps = {
  readonly section: Section
  readonly boxes: readonly TakingIdeas[]
}

/** The ideas for a section, each with a way into its boxes; what was made of one already says so (SPEC PLAN-89). */
export function IdeaList({ section, boxes }: IdeaListProps) {
  const t = useText()
  const words = useWords()
  const { live, may } = useDesk()
  const announce = useAnnounce()
  useRoots(
    live.doc,
    boxes.map(({ key }) => key),
  )
  const ideas = useIdeas()?.filter(({ features }) => features.some((feature) => section.features.includes(feature)))
  const made = new Set(boxes.flatMap(({ key, shape }) => ideasIn(live.doc, key, shape)))

  const use = (idea: Idea, box: TakingIdeas) => {
    addItem(live.doc, {
      key: box.key,
      shape: box.shape,
      cells: {
        ...(box.shape === 'action'
          ? { what: `${words(idea.title)}. ${words(idea.sentence)}` }
          : { what: words(idea.title), note: words(idea.sentence) }),
        ...(takesFeatures(box.shape) && { features: section.features }),
      },
      origin: { from: 'idea', idea: idea.id },
    })
    announce({ kind: 'done', sentence: t('plan.idea-added', { idea: words(idea.title), box: words(box.title) }) })
  }
  return (
    <>
      {ideas ? null : <p role="status">{t('common.opening')}</p>}
      <ul className="list ideas-list">
        {ideas?.map((idea) => (
          <li key={idea.id} className="idea">
            <p className="idea-title">{words(idea.title)}</p>
            <p>{words(idea.sentence)}</p>
            <div className="row">
              {boxes.map((box) => {
                const there = made.has(`${box.key} ${idea.id}`)
                const says = there ? t('plan.idea-there', { box: words(box.title) }) : t(TAKES_IDEAS[box.shape])
                if (may('write')) {
                  return (
                    <Button
                      aria-label={`${says}: ${words(idea.title)}`}
                      key={box.key}
                      // The same button, so that whoever pressed it stays where they are.
                      aria-disabled={there || undefined}
                      onClick={() => there || use(idea, box)}
                    >
                      {says}
                    </Button>
                  )
                }
                return (
                  there && (
                    <p key={box.key} className="idea-there">
                      {says}
                    </p>
                  )
                )
              })}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

const takesFeatures = (shape: ShapeId): boolean => SHAPES[shape].fields.some(({ type }) => type === 'features')

/** The ideas that items of a list were made from, without those taken out. */
const ideasIn = (doc: Y.Doc, key: string, shape: ShapeId): string[] =>
  readList(listRoot(doc, key), SHAPES[shape]).items.flatMap(({ origin }) =>
    origin?.from === 'idea' ? [`${key} ${origin.idea}`] : [],
  )
