import type { IdeaShown } from '@withy/shared/protocol'
import { Words } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'

/** An idea in its author's own words, with who said it; another wording they have agreed to stands beside, never instead. */
export function IdeaWords({ idea }: { readonly idea: IdeaShown }) {
  const t = useText()
  const { words, by, typedBy, reworded } = idea
  return (
    <>
      <blockquote className="idea-words" dir="auto">
        <Words words={words} />
      </blockquote>
      <p className="quiet small">
        {typedBy === null
          ? t('workshop.said-by', { name: by })
          : t('workshop-after.said-typed', { name: by, typist: typedBy })}
      </p>
      {reworded ? (
        <>
          <p className="quiet small">{t('workshop-after.reworded', { name: by })}</p>
          <blockquote className="idea-words idea-reworded" dir="auto">
            <Words words={reworded} />
          </blockquote>
        </>
      ) : null}
    </>
  )
}
