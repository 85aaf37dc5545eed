import type { TalkThread } from '@withy/shared/protocol'
import { memo, useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { About } from './about.tsx'
import { ThreadCard } from './thread-card.tsx'

type ThreadsHereProps = {
  readonly threads: readonly TalkThread[]
  readonly label: string
  /** Somebody is in this thread: what it is about is marked strongly. */
  readonly onShown: (thread: string) => void
}

/** Those that are open, then those that are settled. One that is settled while it is looked at stays where it is. */
export function ThreadsHere({ threads, label, onShown }: ThreadsHereProps) {
  const t = useText()
  const [wasSettled] = useState(() => new Set(threads.flatMap(({ id, settled }) => (settled ? [id] : []))))
  const isFirst = ({ id }: TalkThread) => !wasSettled.has(id)
  const ordered = [...threads.filter(isFirst), ...threads.filter((thread) => !isFirst(thread))]
  return (
    <ul className="list talk-list" aria-label={t('talk.list', { place: label })}>
      {ordered.map((thread) => (
        <li key={thread.id} onFocus={() => onShown(thread.id)}>
          <Row thread={thread} />
        </li>
      ))}
    </ul>
  )
}

const Row = memo(function Row({ thread }: { readonly thread: TalkThread }) {
  return <ThreadCard thread={thread} about={<About place={thread.place} isTold={thread.kind === 'meaning'} />} />
})
