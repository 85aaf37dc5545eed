import type { CopyHolder } from '@withy/shared/api'
import type { Edition } from '@withy/shared/plan'
import { useState } from 'react'
import { howFarSaid } from '../../api/how-far.ts'
import { sentenceOf } from '../../api/send.ts'
import { copyPath, takeFile } from '../../api/take-file.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, Tick } from '../../ui/choices.tsx'
import { GetFile } from '../../ui/get-file.tsx'
import { KeptFocus } from '../../ui/kept-focus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { fileOf, formName, OFFERED, type Offered } from './form-name.ts'
import { GivenList } from './given-list.tsx'
import { type Change, useNoting } from './use-copies.ts'

type MyCopyProps = {
  readonly plan: string
  readonly number: number
  readonly mine: CopyHolder
  readonly edition: Edition
  /** What their card asks for (SPEC A11Y-288). */
  readonly card: { readonly size: 'normal' | 'large' | 'easy'; readonly listens: boolean }
  /** What was said about the plan is kept beside this version. */
  readonly hasAnnex: boolean
  readonly change: Change
  /** The copy that was made has been noted: asks again what is known. */
  readonly onTaken: () => void
}

/** One's own copy: which form, getting it, and what one has. */
export function MyCopy({ plan, number, mine, edition, card, hasAnnex, change, onTaken }: MyCopyProps) {
  const t = useText()
  const asked = OFFERED.find((form) => form === mine.wants?.form) ?? null
  const [wanted, setWanted] = useState<Offered | null>(asked)
  const [made, setMade] = useState<string>()
  const isShown = (id: string): boolean => id === made && wanted === 'link'
  const others = mine.given.filter(({ id }) => !isShown(id))
  return (
    <section className="stack copies-part" aria-labelledby="copies-mine">
      <h2 id="copies-mine">{t('copies.mine')}</h2>
      {mine.remindedAt !== null && (
        <Notice>
          <p>{t('copies.reminded-you')}</p>
        </Notice>
      )}
      {card.size !== 'normal' && <p>{t(`copies.card-${card.size}`)}</p>}
      {card.listens && <p>{t('copies.card-listens')}</p>}
      <Choices
        legend={t('copies.choose')}
        look="cards"
        choices={OFFERED.map((form) => ({ value: form, label: t(formName(form)), about: t(`forms.${form}-for`) }))}
        value={wanted}
        onChoose={setWanted}
        below={
          wanted === 'link' ? (
            <MakeLink {...{ edition, change }} onMade={setMade} made={mine.given.filter(({ id }) => isShown(id))} />
          ) : wanted !== null ? (
            <GetIt key={wanted} {...{ plan, number, wanted, hasAnnex, change, onTaken }} isAsked={wanted === asked} />
          ) : null
        }
      />
      {others.length > 0 && (
        <>
          <h3>{t('copies.mine-has')}</h3>
          <GivenList given={others} {...{ edition, change }} isMine />
        </>
      )}
    </section>
  )
}

type MakeLinkProps = Pick<MyCopyProps, 'edition' | 'change'> & {
  readonly onMade: (id: string | undefined) => void
  readonly made: CopyHolder['given']
}

/** A link that was just made stands where it was asked for. */
function MakeLink({ edition, change, onMade, made }: MakeLinkProps) {
  const t = useText()
  const lang = useLanguage()
  const { said, note } = useNoting(change)
  const make = async () => {
    const next = await note({ do: 'link', lang }, t('copies.link-made'))
    if (next) onMade(next.mine.given.at(-1)?.id)
  }
  return (
    <>
      <div className="row">
        <Button look="main" onClick={() => void make()}>
          {t('copies.link-make')}
        </Button>
      </div>
      <p role="status">{said}</p>
      <GivenList given={made} {...{ edition, change }} isMine />
    </>
  )
}

type GetItProps = Omit<MyCopyProps, 'mine' | 'edition' | 'card'> & {
  readonly wanted: Exclude<Offered, 'link'>
  readonly isAsked: boolean
}

/** What can be done with a form somebody picked. Nothing is kept by picking: arrow keys go over all of them (SPEC EXPORT-55). */
function GetIt({ plan, number, wanted, hasAnnex, change, onTaken, isAsked }: GetItProps) {
  const t = useText()
  const lang = useLanguage()
  const { said, note } = useNoting(change)
  const isPaper = wanted.startsWith('paper')
  const [withTalk, setWithTalk] = useState(false)
  const talk = hasAnnex && withTalk ? ('annex' as const) : undefined
  return (
    <KeptFocus className="stack">
      {isAsked && (
        <p tabIndex={-1} className="copies-has">{`✓ ${t('copies.want-is', { form: t(formName(wanted)) })}`}</p>
      )}
      {isPaper && <p>{t('copies.paper-words')}</p>}
      {hasAnnex && (
        <Tick
          label={t('copies.with-talk')}
          about={t('copies.with-talk-about')}
          ticked={withTalk}
          onTick={setWithTalk}
        />
      )}
      <div className="copies-do">
        {!isAsked && (
          <Button
            look={isPaper ? 'main' : 'plain'}
            onClick={() => void note({ do: 'want', form: wanted, lang }, t('copies.chosen'))}
          >
            {t('copies.want')}
          </Button>
        )}
        <GetFile
          look={isPaper && !isAsked ? 'plain' : 'main'}
          take={async (signal) => {
            await takeFile(copyPath({ plan, number, lang, talk, ...fileOf(wanted) }), signal)
            onTaken()
          }}
          sentenceOf={sentenceOf}
          howFar={howFarSaid}
        >
          {t(isPaper ? 'copies.print' : 'forms.get')}
        </GetFile>
      </div>
      <p role="status">{said}</p>
    </KeptFocus>
  )
}
