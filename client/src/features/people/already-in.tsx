import type { Door } from '@withy/shared/api'
import { useState } from 'react'
import { Link } from 'wouter'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type AlreadyInProps = {
  readonly door: Door
  readonly already: NonNullable<Door['already']>
  /** Joins again; throws what the server says where it says no. */
  readonly onJoin: () => Promise<void>
}

/** For somebody in the plan already: the way to it, or what more the invitation gives and one button to take it (SPEC ACCESS-46). */
export function AlreadyIn({ door, already, onJoin }: AlreadyInProps) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const plan = `/plans/${already.plan}`
  const more = whatMore(already)
  const go = async () => {
    setBusy(true)
    setRefused(null)
    try {
      await onJoin()
    } catch (error) {
      setRefused(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <>
      <p>
        <bdi>{door.title}</bdi>
      </p>
      {already.gives ? (
        <>
          {door.seat ? <p>{t('join.seat')}</p> : null}
          <p>{t(door.seat ? 'join.can-owner' : more)}</p>
          <div role="alert">
            {refused ? (
              <Notice look="careful">
                <p>{refused}</p>
              </Notice>
            ) : null}
          </div>
          <div className="row">
            <Button look="main" busy={busy} onClick={go}>
              {t(door.seat ? 'join.gives-seat-go' : 'join.gives-go')}
            </Button>
            <Link href={plan} className="button button-plain">
              {t('join.gives-not')}
            </Link>
          </div>
        </>
      ) : (
        <p>
          <Link href={plan} className="button button-main">
            {t('common.open-plan')}
          </Link>
        </p>
      )}
    </>
  )
}

const whatMore = ({ role, gives }: AlreadyInProps['already']) => {
  if (gives === 'suggester') return 'join.gives-suggester'
  const isSuggester = role === 'suggester'
  if (gives !== 'facilitator') return isSuggester ? 'join.gives-contributor-suggester' : 'join.gives-contributor'
  if (isSuggester) return 'join.gives-facilitator-suggester'
  return role === 'viewer' ? 'join.gives-facilitator-reader' : 'join.gives-facilitator'
}
