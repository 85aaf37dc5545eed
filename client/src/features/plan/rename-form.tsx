import { useState } from 'react'
import { renamePlan } from '../../api/plans.ts'
import { sentenceOf } from '../../api/send.ts'
import { useIsHere } from '../../ui/use-is-here.ts'
import { TitleForm } from './title-form.tsx'

type RenameFormProps = {
  readonly plan: string
  readonly title: string
  /** It is kept, or left as it was. */
  readonly onDone: () => void
}

/** Asks for another name of the plan. One that is not kept stays in its field, with why (SPEC PLAN-109). */
export function RenameForm({ plan, title, onDone }: RenameFormProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  // Whoever has left the form meanwhile may have opened it again: an answer that is late closes no other one.
  const isHere = useIsHere()
  const save = async (next: string | null | undefined) => {
    if (!next) return onDone()
    try {
      await renamePlan(plan, next)
      if (isHere.current) onDone()
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
  }
  return (
    <div className="stack">
      {trouble && <p role="alert">{trouble}</p>}
      <TitleForm title={title} onDone={save} />
    </div>
  )
}
