import type { IdeaShown } from '@withy/shared/protocol'
import { Words } from '../../../plan-view/explain.tsx'
import { useText } from '../../../text/use-text.ts'
import { Theirs } from '../../../ui/theirs.tsx'
import { useRoom } from '../use-workshop.ts'

/** An idea everybody may see: the words as they were said, who said them, and who typed them where that is another. */
export function IdeaWords({ idea }: { readonly idea: IdeaShown }) {
  const t = useText()
  const { mine } = useRoom()
  const isMine = mine?.ideas.some(({ id }) => id === idea.id) ?? false
  const { words, by, typedBy, reworded } = idea
  return (
    <div>
      <Theirs as="p" className="workshop-idea">
        <Words words={words} />
      </Theirs>
      {reworded === '' ? null : <p>{t('workshop-steps.reworded', { words: reworded })}</p>}
      <p className="quiet">
        {typedBy ? t('workshop-steps.said-typed', { name: by, typist: typedBy }) : t('workshop.said-by', { name: by })}
        {isMine ? ` · ${t('workshop-steps.yours')}` : null}
      </p>
    </div>
  )
}
