import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { openTexts } from '../../text/language.ts'
import { useWhenIdle } from '../../ui/use-when-idle.ts'
import type { Together } from './together-state.ts'

/** What draws it, with its words: fetched when the page has nothing better to do. */
type Drawing = typeof import('./drawing.ts')
const fetchDrawing = async (): Promise<Drawing> =>
  (await Promise.all([import('./drawing.ts'), openTexts('together')]))[0]

type Slots = { readonly drawing: Drawing; readonly state: Together }
const SlotsContext = createContext<Slots | null>(null)

type TogetherProviderProps = {
  /** Calm mode: others' changes wait by themselves while this person writes. */
  readonly calm: boolean
  /** Brings a section into view, and puts the focus on its heading where asked to. */
  readonly goTo: (section: string, focus: boolean) => void
  readonly children: ReactNode
}

/** Everything inside can hold changes, follow a person and keep a section (SPEC SYNC-150 to SYNC-160). */
export function TogetherProvider({ calm, goTo, children }: TogetherProviderProps) {
  const { live, writing, me } = useDesk()
  const drawing = useWhenIdle(fetchDrawing)
  const slots = useMemo(
    () => drawing && { drawing, state: drawing.createTogether({ live, writing, me: me.id }) },
    [drawing, live, writing, me.id],
  )
  useEffect(() => () => slots?.state.stop(), [slots])
  return (
    <SlotsContext value={slots}>
      {children}
      {slots && <slots.drawing.Doing {...{ calm, goTo }} state={slots.state} />}
    </SlotsContext>
  )
}

/** What is on now, with how to end it: in sight wherever one is in the plan. */
export function TogetherBars() {
  const slots = useContext(SlotsContext)
  return slots && <slots.drawing.Bars state={slots.state} />
}

/** What waits, and whose words are written, where a text box that is written in covers the page. */
export function WaitingHere() {
  const slots = useContext(SlotsContext)
  return (
    slots && (
      <>
        <slots.drawing.WritesForHere state={slots.state} />
        <slots.drawing.WaitingHere state={slots.state} />
      </>
    )
  )
}

type KeepSectionProps = { readonly section: string; readonly title: string }

/** Keeps a section to this person for now. */
export function KeepSection(props: KeepSectionProps) {
  const slots = useContext(SlotsContext)
  const { may } = useDesk()
  return slots && may('write') && <slots.drawing.KeepSection {...props} state={slots.state} />
}

type FollowPersonProps = { readonly person: string; readonly name: string; readonly onFollow: () => void }

/** Follows a person of the list, and says who follows oneself. */
export function FollowPerson(props: FollowPersonProps) {
  const slots = useContext(SlotsContext)
  return slots && <slots.drawing.FollowPerson {...props} state={slots.state} />
}

/** Writes what a person of the list says, and says who writes what they say. */
export function WriteFor(props: Omit<FollowPersonProps, 'onFollow'>) {
  const slots = useContext(SlotsContext)
  return slots && <slots.drawing.WriteFor {...props} state={slots.state} />
}

/** How much of others is seen and heard. */
export function HowMuch() {
  const slots = useContext(SlotsContext)
  return slots && <slots.drawing.HowMuch state={slots.state} />
}
