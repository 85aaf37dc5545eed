import type { IdeaShown } from '@withy/shared/protocol'
import { Words } from '../../plan-view/explain.tsx'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'

/** An idea in its author's own words, with who said it; another wording they have agreed to stands beside, never instead. */
export function IdeaWords({ idea }: { readonly idea: IdeaShown }) {
  const t = useText()
  const { words, by, typedBy, reworded } = idea
  return (
    <>
      <Theirs as="blockquote" className="idea-words">
        <Words words={words} />
      </Theirs>
      <p className="quiet small">
        {typedBy === null
          ? t('workshop.said-by', { name: by })
          : t('workshop-after.said-typed', { name: by, typist: typedBy })}
      </p>
      {reworded ? (
        <>
          <p className="quiet small">{t('workshop-after.reworded', { name: by })}</p>
          <Theirs as="blockquote" className="idea-words idea-reworded">
            <Words words={reworded} />
          </Theirs>
        </>
      ) : null}
    </>
  )
}
