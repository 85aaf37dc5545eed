import type { WorkshopShared } from '@withy/shared/api'
import { gathered, type IdeaShown } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import { Theirs } from '../../ui/theirs.tsx'
import type { WallProps } from './wall-props.ts'

type IdeasProps = { readonly shared: WorkshopShared; readonly from: string | null }

/** All that is shown of one step, by group, in people's own words and without their names. */
export function Ideas({ shared, from }: IdeasProps) {
  const t = useText()
  const all = from === null ? [] : gathered(from, shared.ideas, shared.groups)
  if (all.length === 0) {
    return (
      <>
        <p className="wall-large">{t('workshop.ideas-so-far', { count: shared.now.ideas })}</p>
        <p>{t('workshop.nothing-shown')}</p>
      </>
    )
  }
  const alone = all.flatMap(({ group, ideas }) => (group ? [] : ideas))
  return (
    <>
      {all.map(({ group, ideas }) =>
        group ? (
          <section key={group.id} className="wall-group">
            <Theirs as="h2" ours={!group.name}>
              {group.name || t('workshop.group-unnamed')}
            </Theirs>
            <Lines ideas={ideas} />
          </section>
        ) : null,
      )}
      {alone.length > 0 ? <Lines ideas={alone} /> : null}
    </>
  )
}

/** What was put aside for later, whichever step it came from. */
export function Parked({ shared }: WallProps) {
  const t = useText()
  const parked = shared.ideas.filter((idea) => idea.parked)
  if (parked.length === 0) return <p>{t('workshop-wall.none-parked')}</p>
  return <Lines ideas={parked} />
}

const Lines = ({ ideas }: { readonly ideas: readonly IdeaShown[] }) => (
  <ul className="wall-lines">
    {ideas.map(({ id, words }) => (
      <Theirs as="li" key={id}>
        {words}
      </Theirs>
    ))}
  </ul>
)
