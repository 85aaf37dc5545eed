import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useHere } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { type Together, useTogether } from './together-state.ts'

type FollowPersonProps = {
  readonly person: string
  readonly name: string
  /** What is over the plan is to be closed. */
  readonly onFollow: () => void
  readonly state: Together
}

/** A button that follows somebody who is here, or stops it; and whether they follow oneself: nobody is followed in secret. */
export function FollowPerson({ person, name, onFollow, state }: FollowPersonProps) {
  const t = useText()
  const announce = useAnnounce()
  const { live, me } = useDesk()
  const here = useHere(live).filter((page) => page.person === person && !page.screen)
  const { follows } = useTogether(state)
  if (here.length === 0 || person === me.id) return null
  const isFollowed = follows === person
  return (
    <div className="who-more">
      {here.some((page) => page.follows === me.id) && <p className="small">{t('together.follows-you', { name })}</p>}
      <Button
        look="quiet"
        aria-label={t(isFollowed ? 'together.follow-stop-named' : 'together.follow-named', { name })}
        onClick={() => {
          state.follow(isFollowed ? null : person)
          const sentence = t(isFollowed ? 'together.follow-ended' : 'together.follow-begun', { name })
          announce({ kind: 'done', sentence })
          if (!isFollowed) onFollow()
        }}
      >
        {t(isFollowed ? 'together.follow-stop' : 'together.follow')}
      </Button>
    </div>
  )
}
