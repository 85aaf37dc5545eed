import { type ComponentProps, type ReactNode, useEffect, useState } from 'react'
import { fetchSealed, type Sealed } from '../api/agreement.ts'
import { AgreedWords } from '../features/room-screen/agreed-words.tsx'
import { RoomScreen } from '../features/room-screen/room-screen.tsx'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'

type ScreenAgreedProps = Omit<ComponentProps<typeof RoomScreen>, 'inPlace'> & {
  readonly number: number
  readonly onLetGo: () => void
  /** What the screen shows until the version is here. */
  readonly meanwhile: ReactNode
}

/** Asked again where nobody answered (ms). */
const AGAIN = 5_000

/** The moment a plan is agreed, on the screen of the room (SPEC AGREE-62). */
export function ScreenAgreed({ number, onLetGo, meanwhile, ...screen }: ScreenAgreedProps) {
  const t = useText()
  const [sealed, setSealed] = useState<Sealed | null>(null)
  const plan = screen.facts.id
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const ask = () =>
      void fetchSealed(plan, number).then(
        (answer) => over || setSealed(answer),
        () => {
          if (!over) timer = setTimeout(ask, AGAIN)
        },
      )
    ask()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [plan, number])
  if (!sealed) return meanwhile
  return (
    <RoomScreen
      {...screen}
      inPlace={{
        key: `agreed ${number}`,
        // It stands below, large.
        name: '',
        over: null,
        time: null,
        title: t('screen.agreed'),
        words: <AgreedWords sealed={sealed} />,
        section: null,
        beside: null,
        below: null,
        bar: <Button onClick={onLetGo}>{t('workshop-wall.show-plan')}</Button>,
        isHeld: false,
        isJoinShown: false,
        isJoinLarge: false,
      }}
    />
  )
}
