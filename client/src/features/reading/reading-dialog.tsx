import { type ReactNode, useSyncExternalStore } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, Tick } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { KeysTick } from './keys-tick.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import {
  FONTS,
  onReadingSettings,
  type ReadingSettings,
  readingSettings,
  SIZES,
  SPACINGS,
  setReadingSettings,
  THEMES,
  USUAL,
} from './settings.ts'
import './reading.css'

type ReadingDialogProps = {
  /** The way to the card "How I communicate", which is another feature's. */
  readonly card?: ReactNode
  readonly onClose: () => void
}

/** Reading settings. Each choice shows at once, on the page itself. */
export function ReadingDialog({ card, onClose }: ReadingDialogProps) {
  const t = useText()
  const settings = useSyncExternalStore(onReadingSettings, readingSettings)
  const change = (part: Partial<ReadingSettings>) => setReadingSettings({ ...settings, ...part })
  const at = SIZES.indexOf(settings.size)
  const resize = (size: ReadingSettings['size'] | undefined) => size && change({ size })
  return (
    <Dialog title={t('reading.title')} close={t('common.done')} onClose={onClose}>
      <p className={settings.ruler ? 'reading-sample reading-ruled' : 'reading-sample'}>{t('reading.sample')}</p>
      <div className="reading-size">
        <SelectField
          label={t('reading.size')}
          value={settings.size}
          onChange={(event) => resize(SIZES.find((size) => size === event.target.value))}
        >
          {SIZES.map((size) => (
            <option key={size} value={size}>
              {t('reading.percent', { size })}
            </option>
          ))}
        </SelectField>
        <Button aria-disabled={at === 0} onClick={() => resize(SIZES[at - 1])}>
          {t('reading.smaller')}
        </Button>
        <Button aria-disabled={at === SIZES.length - 1} onClick={() => resize(SIZES[at + 1])}>
          {t('reading.bigger')}
        </Button>
      </div>
      <Choices
        look="chips"
        legend={t('reading.theme')}
        value={settings.theme}
        onChoose={(theme) => change({ theme })}
        choices={THEMES.map((theme) => ({
          value: theme,
          label: t(`reading.theme-${theme}`),
          picture: <span aria-hidden="true" className="reading-swatch" data-theme={theme} />,
        }))}
      />
      <Choices
        look="chips"
        legend={t('reading.spacing')}
        value={settings.spacing}
        onChoose={(spacing) => change({ spacing })}
        choices={SPACINGS.map((spacing) => ({ value: spacing, label: t(`reading.spacing-${spacing}`) }))}
      />
      <Choices
        look="chips"
        legend={t('reading.font')}
        value={settings.font}
        onChoose={(font) => change({ font })}
        choices={FONTS.map((font) => ({
          value: font,
          // Shown in its own letters, but for the one that weighs as much as all others together.
          label: (
            <span className="reading-font" data-font={font === 'opendyslexic' ? undefined : font}>
              {t(`reading.font-${font}`)}
            </span>
          ),
        }))}
      />
      <Tick label={t('reading.pictures')} ticked={settings.pictures} onTick={(pictures) => change({ pictures })} />
      <Tick
        label={t('reading.calm')}
        about={t('reading.calm-about')}
        ticked={settings.calm}
        onTick={(calm) => change({ calm })}
      />
      <Tick
        label={t('reading.care-words')}
        about={t('reading.care-words-about')}
        ticked={settings.careWords}
        onTick={(careWords) => change({ careWords })}
      />
      <Tick
        label={t('reading.ruler')}
        about={t('reading.ruler-about')}
        ticked={settings.ruler}
        onTick={(ruler) => change({ ruler })}
      />
      <Tick
        label={t('reading.simple-box')}
        about={t('reading.simple-box-about')}
        ticked={settings.simpleBox}
        onTick={(simpleBox) => change({ simpleBox })}
      />
      <KeysTick />
      {card ? <div className="row">{card}</div> : null}
      <div className="row">
        <Button onClick={() => setReadingSettings(USUAL)}>{t('reading.usual')}</Button>
        <LanguageSwitch />
      </div>
      <p className="quiet small">{t('reading.kept')}</p>
    </Dialog>
  )
}
