import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'
import { AboutField } from './about-field.tsx'
import { CommentForm } from './comment-form.tsx'
import type { Writing } from './use-writing.ts'

type NewCommentProps = { readonly writing: Writing; readonly onThere: () => void }

/** The form of a new comment, with what it is about. */
export function NewComment({ writing, onThere }: NewCommentProps) {
  const t = useText()
  const announce = useAnnounce()
  const { key, draft, places, first, write, close } = writing
  return (
    <CommentForm
      place={key}
      first={first}
      label={t('talk.words')}
      send={t('talk.send')}
      above={<AboutField places={places} about={draft?.about ?? first.about} onAbout={(about) => write({ about })} />}
      onCancel={close}
      onSent={(became, kind) => {
        if (became === 'there') {
          announce({ kind: 'done', sentence: t(kind === 'meaning' ? 'talk-waiting.done-asked' : 'talk.done') })
          onThere()
        }
        close()
      }}
    />
  )
}
