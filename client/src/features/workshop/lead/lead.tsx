import { useText } from '../../../text/use-text.ts'
import type { FromPage } from '../from-page.ts'
import { useRoom } from '../use-workshop.ts'
import { AskedWords } from './asked-words.tsx'
import { Chair } from './chair.tsx'
import { Closing } from './closing.tsx'
import { Gathering } from './gathering.tsx'
import { Ideas } from './ideas.tsx'
import { Lights } from './lights.tsx'
import { Lobby } from './lobby.tsx'
import { Moving } from './moving.tsx'
import { Notes } from './notes.tsx'
import { OutOfSight } from './out-of-sight.tsx'
import { People } from './people.tsx'
import { Prepared } from './prepared.tsx'
import { RoomScreen } from './room-screen.tsx'
import { Round } from './round.tsx'
import { Stages } from './stages.tsx'
import './lead.css'

/** What only facilitators see: where the room goes next, who needs them, and all they lead with. */
export function Lead(fromPage: Pick<FromPage, 'cards' | 'drawCards'>) {
  const t = useText()
  const { now } = useRoom()
  const isOpen = now.stage === 'open'
  return (
    <section className="workshop-lead" aria-labelledby="lead-title">
      <h2 id="lead-title" tabIndex={-1}>
        {t('workshop.lead')}
      </h2>
      <Moving />
      {isOpen ? (
        <>
          <Lights />
          <Lobby />
          <Round />
          <Stages />
          <Gathering />
          <AskedWords />
        </>
      ) : null}
      <Ideas />
      <OutOfSight />
      {isOpen ? (
        <>
          <People {...fromPage} />
          <RoomScreen />
          <Chair />
          <Prepared />
        </>
      ) : null}
      <Notes />
      {isOpen ? <Closing /> : null}
    </section>
  )
}
