import { useAnnounce } from '../../live/announcer-context.ts'
import { useDesk } from '../../live/desk.tsx'
import { useHere } from '../../live/use-live.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { type Together, useTogether } from './together-state.ts'

type WriteForProps = { readonly person: string; readonly name: string; readonly state: Together }

/** Whose words are written, in a text box that covers the page and the bar that says so. */
export function WritesForHere({ state }: Pick<WriteForProps, 'state'>) {
  const t = useText()
  const { names } = useDesk()
  const { typesFor } = useTogether(state)
  const name = names.find(({ id }) => id === typesFor)?.name ?? t('together.someone')
  return typesFor && <p className="small">{t('together.typing-for', { name })}</p>
}

/** A button to write what somebody says, or to stop it; and whose words they write themselves (SPEC SYNC-161). */
export function WriteFor({ person, name, state }: WriteForProps) {
  const t = useText()
  const announce = useAnnounce()
  const { live, me, may, names } = useDesk()
  const theirs = useHere(live).find((page) => page.person === person && page.typesFor)?.typesFor
  const isOn = useTogether(state).typesFor === person
  if (person === me.id) return null
  const other = names.find(({ id }) => id === theirs)?.name ?? t('together.someone')
  return (
    <div className="who-more">
      {theirs && (
        <p className="small">
          {theirs === me.id ? t('together.types-for-you', { name }) : t('together.types-for', { name, other })}
        </p>
      )}
      {may('write') && (
        <Button
          look="quiet"
          aria-label={t(isOn ? 'together.type-for-stop-named' : 'together.type-for-named', { name })}
          onClick={() => {
            state.typeFor(isOn ? null : person)
            const sentence = t(isOn ? 'together.type-for-ended' : 'together.type-for-begun', { name })
            announce({ kind: 'done', sentence })
          }}
        >
          {t(isOn ? 'together.type-for-stop' : 'together.type-for')}
        </Button>
      )}
    </div>
  )
}
