import { useText } from '../../text/use-text.ts'
import { Choices } from '../../ui/choices.tsx'
import { useAtDevice } from './at-device.tsx'

/** At a table: who writes and votes now. Nothing where one person is at this device. */
export function WhoIsIt() {
  const t = useText()
  const { seats, seat, choose } = useAtDevice()
  if (seats.length < 2 || !seat) return null
  return (
    <Choices
      look="chips"
      legend={t('workshop-steps.who-now')}
      value={seat.id}
      onChoose={choose}
      choices={seats.map(({ id, name }) => ({ value: id, label: <span dir="auto">{name}</span> }))}
    />
  )
}
