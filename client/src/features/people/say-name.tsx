import { isUnnamed } from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { changePerson } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { NameForm } from '../../ui/name-form.tsx'
import { keepName } from './kept-name.ts'

type SayNameProps = { readonly plan: string; readonly me: Person; readonly onSaid: () => void }

/** Who is in a plan without a name says it where they read who is in it (SPEC AGREE-46). Everybody is told by the room. */
export function SayName({ plan, me, onSaid }: SayNameProps) {
  const t = useText()
  if (!isUnnamed(me)) return null
  return (
    <NameForm
      id="say-name"
      title={t('people.say-name')}
      heading="h3"
      about={t('people.say-name-about')}
      keep={t('people.say-name-keep')}
      sentenceOf={sentenceOf}
      onName={async (name) => {
        await changePerson(plan, me.id, { name })
        keepName(name)
        onSaid()
      }}
    />
  )
}
