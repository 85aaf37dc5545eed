import type { CopyHolder } from '@withy/shared/api'
import { useState } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { copyPath, takeFile } from '../../api/take-file.ts'
import { useLanguage, useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { GetFile } from '../../ui/get-file.tsx'
import { Notice } from '../../ui/notice.tsx'
import { fileOf, formName, OFFERED, type Offered } from './form-name.ts'
import { GivenList } from './given-list.tsx'
import type { Change } from './use-copies.ts'

type MyCopyProps = {
  readonly plan: string
  readonly number: number
  readonly mine: CopyHolder
  readonly change: Change
  /** The copy that was made has been noted: asks again what is known. */
  readonly onTaken: () => void
}

/** One's own copy: which form, getting it, and what one has. */
export function MyCopy({ plan, number, mine, change, onTaken }: MyCopyProps) {
  const t = useText()
  const lang = useLanguage()
  // Shown as chosen at once, and still where it could not be kept: what is said then tells so.
  const [wanted, setWanted] = useState(OFFERED.find((form) => form === mine.wants?.form) ?? null)
  const choose = (form: Offered) => {
    setWanted(form)
    void change({ do: 'want', form, lang }, t('copies.chosen')).catch(() => undefined)
  }
  return (
    <section className="stack copies-part" aria-labelledby="copies-mine">
      <h2 id="copies-mine">{t('copies.mine')}</h2>
      {mine.remindedAt !== null && (
        <Notice>
          <p>{t('copies.reminded-you')}</p>
        </Notice>
      )}
      <Choices
        legend={t('copies.choose')}
        look="cards"
        choices={OFFERED.map((form) => ({ value: form, label: t(formName(form)), about: t(`forms.${form}-for`) }))}
        value={wanted}
        onChoose={choose}
      />
      {wanted === 'link' && (
        <div className="row">
          <Button look="main" onClick={() => void change({ do: 'link', lang }).catch(() => undefined)}>
            {t('copies.link-make')}
          </Button>
        </div>
      )}
      {wanted !== null && wanted !== 'link' && (
        <>
          {wanted.startsWith('paper') && <p>{t('copies.paper-words')}</p>}
          <GetFile
            key={wanted}
            look="main"
            take={async (signal) => {
              await takeFile(copyPath({ plan, number, lang, ...fileOf(wanted) }), signal)
              onTaken()
            }}
            sentenceOf={sentenceOf}
          >
            {t(wanted.startsWith('paper') ? 'copies.print' : 'forms.get')}
          </GetFile>
        </>
      )}
      {mine.given.length > 0 && (
        <>
          <h3>{t('copies.mine-has')}</h3>
          <GivenList given={mine.given} change={change} />
        </>
      )}
    </section>
  )
}
