import { LANGUAGES } from '@withy/shared/plan'
import type { WhichCopy } from '../../api/take-file.ts'
import { useText } from '../../text/use-text.ts'
import { Tick } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/field.tsx'

/** In which language our own words are, how large the letters or in Easy Read, and how what was said is in it. */
export type Wished = {
  readonly lang: WhichCopy['lang']
  readonly size: NonNullable<WhichCopy['size']>
  readonly talk?: WhichCopy['talk']
}

const SIZES = ['normal', 'large', 'largest'] as const

/** What somebody may wish of any copy. */
export function Wishes({ wished, onWish }: { readonly wished: Wished; readonly onWish: (wished: Wished) => void }) {
  const t = useText()
  return (
    <div className="take-away-wishes">
      <SelectField
        label={t('forms.language')}
        hint={t('forms.language-hint')}
        value={wished.lang}
        onChange={({ target }) =>
          onWish({ ...wished, lang: LANGUAGES.find((lang) => lang === target.value) ?? wished.lang })
        }
      >
        {LANGUAGES.map((lang) => (
          <option key={lang} value={lang}>
            {t(`forms.${lang}`)}
          </option>
        ))}
      </SelectField>
      {wished.size !== 'easy' && (
        <SelectField
          label={t('forms.size')}
          value={wished.size}
          onChange={({ target }) => onWish({ ...wished, size: SIZES.find((one) => one === target.value) ?? 'normal' })}
        >
          {SIZES.map((one) => (
            <option key={one} value={one}>
              {t(`forms.size-${one}`)}
            </option>
          ))}
        </SelectField>
      )}
      <Tick
        label={t('forms.easy')}
        about={t('forms.easy-about')}
        ticked={wished.size === 'easy'}
        onTick={(isEasy) => onWish({ ...wished, size: isEasy ? 'easy' : 'normal' })}
      />
    </div>
  )
}
