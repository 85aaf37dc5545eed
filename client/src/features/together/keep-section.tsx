import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { type Together, useTogether } from './together-state.ts'

type KeepSectionProps = { readonly section: string; readonly title: string; readonly state: Together }

/** Asks others to leave a section to this person for now. A courtesy: nobody is kept from writing (SPEC SYNC-158). */
export function KeepSection({ section, title, state }: KeepSectionProps) {
  const t = useText()
  const announce = useAnnounce()
  const isKept = useTogether(state).alone === section
  const words = t(isKept ? 'together.keep-end' : 'together.keep')
  return (
    <div className="row">
      <Button
        aria-label={`${words}: ${title}`}
        onClick={() => {
          state.keep(isKept ? null : section)
          announce({ kind: 'done', sentence: t(isKept ? 'together.alone-ended' : 'together.alone-begun') })
        }}
      >
        {words}
      </Button>
    </div>
  )
}
