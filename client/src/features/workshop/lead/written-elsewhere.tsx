import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Theirs } from '../../../ui/theirs.tsx'

type WrittenElsewhereProps = {
  /** null: nothing was. */
  readonly theirs: string | null
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

/** Words that were written on another page meanwhile, beside those in the field: one of them is chosen by hand. */
export function WrittenElsewhere({ theirs, keepMine, takeTheirs }: WrittenElsewhereProps) {
  const t = useText()
  return (
    <div role="status">
      {theirs === null ? null : (
        <Notice look="careful">
          <p>{theirs === '' ? t('workshop-kept.emptied-elsewhere') : t('workshop-kept.written-elsewhere')}</p>
          {theirs === '' ? null : (
            <Theirs as="p" className="workshop-idea">
              {theirs}
            </Theirs>
          )}
          <div className="row">
            <Button onClick={keepMine}>{t('workshop-prepare.keep-mine')}</Button>
            <Button onClick={takeTheirs}>{t('workshop-kept.take-those')}</Button>
          </div>
        </Notice>
      )}
    </div>
  )
}
