import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useAtDevice } from './at-device.tsx'
import { stepNow } from './step-now.ts'
import { useRoom } from './use-workshop.ts'

/** The page follows the room; anybody can stay, look at another step, and come back (SPEC WORK-43). */
export function WhereTheRoomIs() {
  const t = useText()
  const { now } = useRoom()
  const { follows, isHeld, step, goToRoom } = useAtDevice()
  const room = stepNow(now)
  if (follows) return null
  const name = room ? room.title || t(`workshop.kind-${room.kind}`) : now.title
  const isSame = room?.id === step?.id
  return (
    <Notice spoken>
      <p>
        {isSame
          ? t('workshop-steps.you-stay')
          : t(isHeld ? 'workshop-steps.room-went-on' : 'workshop-steps.room-is-at', { step: name })}
      </p>
      <div className="row">
        <Button onClick={goToRoom}>{t(isSame ? 'workshop-steps.follow' : 'workshop-steps.go-to-room')}</Button>
      </div>
    </Notice>
  )
}
