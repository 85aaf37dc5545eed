import { createContext, type ReactNode, useContext } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useTalkHidden } from './hidden.ts'
import { type LoadWordsEditor, WordsEditorContext } from './suggest/words-editor-context.ts'
import { type TalkPlaceProps, talkAt } from './talk-place.ts'
import { type PlanTalk, useFollowedTalk } from './use-followed-talk.ts'
import './talk-slots.css'

const SlotsContext = createContext<PlanTalk | null>(null)

type TalkProviderProps = {
  /** Fetches what other words are written in: editors are another feature's. */
  readonly wordsEditor: LoadWordsEditor
  readonly children: ReactNode
}

/** Everything inside can show what is said about the plan on the desk. */
export function TalkProvider({ wordsEditor, children }: TalkProviderProps) {
  const talk = useFollowedTalk()
  const { may } = useDesk()
  return (
    <SlotsContext value={talk}>
      <WordsEditorContext value={wordsEditor}>
        {children}
        {talk && may('suggest') && <talk.drawing.PreparedEditor />}
      </WordsEditorContext>
      {talk && <talk.drawing.TalkNews state={talk.state} />}
    </SlotsContext>
  )
}

/** Where what is said about a box or an item stands, below it. It has its room before anything is there: nothing moves. */
export function BoxTalk(place: TalkPlaceProps) {
  const talk = useContext(SlotsContext)
  if (useTalkHidden()) return null
  return (
    <div className="box-talk" data-not-printed="" data-talk-at={talkAt(place)}>
      {talk && <talk.drawing.BoxTalk {...place} state={talk.state} />}
    </div>
  )
}

/** Whether what draws what is said, and its words, have come. */
export const useTalkIsHere = (): boolean => useContext(SlotsContext) !== null

type TalkSideProps = { readonly goTo: (section: string, then: () => boolean) => void }

/** The list of all of it; nothing as long as what draws it has not come. */
export function TalkSide(props: TalkSideProps) {
  const talk = useContext(SlotsContext)
  return talk && <talk.drawing.TalkSide {...props} state={talk.state} />
}

type TalkButtonProps = { readonly short?: boolean; readonly onOpen: () => void }

/** A button that opens that list, once there is one. */
export function TalkButton({ short = false, onOpen }: TalkButtonProps) {
  const talk = useContext(SlotsContext)
  return talk && <talk.drawing.TalkButton state={talk.state} short={short} onOpen={onOpen} />
}

/** What somebody may do here who can say something about the plan and not write in it (SPEC TALK-49). */
export function TalkMay() {
  const talk = useContext(SlotsContext)
  const { may } = useDesk()
  return talk && may('comment') && !may('write') && <talk.drawing.TalkMay />
}
