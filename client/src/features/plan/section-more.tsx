import { type ReactNode, useState } from 'react'
import { showSection } from '../../api/plans.ts'
import { sentenceOf } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useScreenOpen } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { TitleForm } from './title-form.tsx'

export type SectionMoreProps = {
  readonly id: string
  readonly title: string
  /** The title of the catalogue, where there is one to go back to. */
  readonly firstTitle?: string
  readonly onRetitle: (title: string | null) => void
  /** More that can be done with it. */
  readonly more?: ReactNode
}

/** What is seldom needed of a section: another title, the room screen, moving an own section. */
export function SectionMore({ id, title, firstTitle, onRetitle, more }: SectionMoreProps) {
  const t = useText()
  const { may } = useDesk()
  const [retitling, setRetitling] = useState(false)
  return (
    <div className="stack">
      <div className="row">
        {may('choose-shown-section') && <ShowOnScreen id={id} />}
        {!retitling && <Button onClick={() => setRetitling(true)}>{t('plan.retitle')}</Button>}
      </div>
      {retitling && (
        <TitleForm
          title={title}
          firstTitle={firstTitle}
          onDone={(next) => {
            setRetitling(false)
            if (next !== undefined) onRetitle(next)
            document.getElementById(`${id}-title`)?.focus()
          }}
        />
      )}
      {more}
    </div>
  )
}

function ShowOnScreen({ id }: { readonly id: string }) {
  const t = useText()
  const announce = useAnnounce()
  const { live, id: plan, shown } = useDesk()
  const isOpen = useScreenOpen(live)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isShown = shown === id
  const choose = async () => {
    try {
      await showSection(plan, isShown ? null : id)
      setTrouble(null)
      announce({
        kind: 'done',
        sentence: t(isShown ? 'plan.screen-cleared' : isOpen ? 'plan.on-screen' : 'plan.for-screen'),
      })
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
  }
  return (
    <>
      <Button onClick={choose}>{t(isShown ? 'plan.take-off-screen' : 'plan.show-on-screen')}</Button>
      {trouble && <p role="alert">{trouble}</p>}
    </>
  )
}
