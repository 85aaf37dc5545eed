import type { Invitation } from '@withy/shared/api'
import { qrWordsOf, spokenAddress } from '../features/people/invitation-words.ts'
import { OnlyHereNotice } from '../features/people/plain-http-notice.tsx'
import { RoomCode } from '../features/workshop/prepare/room-code.tsx'

type CodeToSayProps = {
  readonly plan: string
  readonly code: Invitation | null
  readonly trouble: string | null
  readonly onMake: () => void
}

/** The code for people in the room, with what Share says beside it: until when it works, and whether other devices can use it. */
export function CodeToSay({ plan, code, trouble, onMake }: CodeToSayProps) {
  const shown = code?.code
    ? { qr: qrWordsOf(code), address: spokenAddress(code.link), words: code.code, until: code.expiresAt }
    : null
  return (
    <RoomCode
      {...{ plan, trouble, onMake }}
      code={shown}
      warning={shown ? <OnlyHereNotice link={code?.link} /> : null}
    />
  )
}
