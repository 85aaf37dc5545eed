import { READY } from '@withy/shared/api'
import { Link } from 'wouter'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useSending } from '../use-sending.ts'
import { useRoom } from '../use-workshop.ts'

type OpenRoomProps = {
  /** The workshop of this plan that is open now, if any. */
  readonly other: { readonly id: string; readonly title: string } | null
  readonly onOpened: () => void
}

/** The one thing to do at the end: what will happen, and the button. */
export function OpenRoom({ other, onOpened }: OpenRoomProps) {
  const t = useText()
  const { id } = useDesk()
  const { now, desk, steer } = useRoom()
  const { busy, trouble, send } = useSending()
  const open = async () => {
    if (await send(() => steer({ do: 'open' }))) onOpened()
  }
  const left = READY.filter((what) => !desk?.ready.includes(what))
  return (
    <section className="stack" aria-labelledby="prepare-open">
      <h2 id="prepare-open">{t('workshop-prepare.begin')}</h2>
      {now.stage === 'preparing' ? (
        <>
          <p>{t('workshop-prepare.open-does')}</p>
          {now.steps.length === 0 ? <p>{t('workshop-prepare.open-empty')}</p> : null}
          {left.length > 0 ? <p>{t('workshop-prepare.ready-left', { count: left.length })}</p> : null}
          {other ? (
            <Notice>
              <p>{t('workshop-prepare.other-open', { title: other.title })}</p>
              <p>
                <Link href={`/plans/${id}/workshops/${other.id}`} className="link-alone">
                  {t('workshop-prepare.other-go')}
                </Link>
              </p>
            </Notice>
          ) : null}
          <div role="alert">{trouble}</div>
          <div className="row">
            <Button look="main" busy={busy} onClick={() => void open()}>
              {t('workshop.open')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{t(`workshop.stage-${now.stage}`)}</p>
          <p>
            <Link href={`/plans/${id}/workshops/${now.id}`} className="button button-main">
              {t('workshop-prepare.go-in')}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}
