import { can } from '@withy/shared/access'
import type { Desk } from '@withy/shared/api'
import { useState } from 'react'
import { sentenceOf } from '../../../api/send.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { AskFirst } from '../../../ui/ask-first.tsx'
import { Button } from '../../../ui/button.tsx'
import { useRoom } from '../use-workshop.ts'

type TakeOutProps = { readonly who: Desk['people'][number]; readonly hasTable: boolean }

/** Takes somebody who harms others, or whom somebody made up, out of the room. Facilitators do not take each other out. */
export function TakeOut({ who, hasTable }: TakeOutProps) {
  const t = useText()
  const { people } = useDesk()
  const { steer } = useRoom()
  const [isAsked, setIsAsked] = useState(false)
  const role = people.find(({ id }) => id === who.person)?.role
  if (who.own && role && can(role, 'run-workshop')) return null
  return (
    <>
      <Button
        look="quiet"
        aria-label={t('workshop-safe.out-name', { name: who.name })}
        onClick={() => setIsAsked(true)}
      >
        {t('workshop-safe.out')}
      </Button>
      {isAsked ? (
        <AskFirst
          title={t('workshop-safe.out-title', { name: who.name })}
          words={
            <>
              <p>{t('workshop-safe.out-words')}</p>
              {who.own && hasTable ? <p>{t('workshop-safe.out-table')}</p> : null}
            </>
          }
          doIt={t('workshop-safe.out')}
          cancel={t('common.cancel')}
          onDo={() => steer({ do: 'out', who: who.id })}
          onClose={() => setIsAsked(false)}
          sentenceOf={sentenceOf}
        />
      ) : null}
    </>
  )
}
