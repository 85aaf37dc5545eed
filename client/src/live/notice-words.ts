import type { Text } from '../text/language.ts'
import type { Notice } from './announcements.ts'

/** One sentence for notices of one kind that are told together: "3 people joined." */
export function sentenceOf(t: Text, notices: readonly Notice[]): string {
  const [first] = notices
  if (!first) return ''
  const count = notices.length
  switch (first.kind) {
    case 'joined':
      return t('live.joined', { count, name: first.name })
    case 'left':
      return t('live.left', { count, name: first.name })
    case 'changed':
      return changedWords(
        t,
        notices.filter((notice) => notice.kind === 'changed'),
      )
    case 'lost':
      return t(first.unsaved ? (first.kept ? 'live.lost-kept' : 'live.lost-unsaved') : 'live.lost')
    case 'not-saved':
      return t(first.kept ? 'live.not-saved-kept' : 'live.not-saved')
    case 'said':
      if (count > 1) return t('talk.news-many', { count })
      return t(first.isAnswer ? 'talk.news-answer' : 'talk.news', { name: first.name, place: first.place })
    case 'suggested':
      if (count > 1) return t('talk-suggest.news-many', { count })
      return t(first.isAnswer ? 'talk-suggest.news-answer' : 'talk-suggest.news', {
        name: first.name,
        place: first.place,
      })
    case 'shown':
      return t('live.shown', { section: first.section })
    case 'waiting':
      return t('together.waiting', { count: first.count })
    case 'news':
      return notices.flatMap((notice) => (notice.kind === 'news' ? notice.sentence : [])).join(' ')
    case 'done':
      return first.sentence
    default:
      return t(`live.${first.kind}`)
  }
}

type Changed = Extract<Notice, { kind: 'changed' }>

/** Up to three changes are named one by one; more are counted. */
function changedWords(t: Text, changes: readonly Changed[]): string {
  if (changes.length > 3) return t('live.changed-many', { count: new Set(changes.map(({ section }) => section)).size })
  return changes
    .map(({ name, section }) =>
      name === null ? t('live.changed-someone', { section }) : t('live.changed', { name, section }),
    )
    .join(' ')
}
