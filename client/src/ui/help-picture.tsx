import { useLanguage } from '../text/use-text.ts'
import './help-picture.css'

type HelpPictureProps = {
  /** Its file, without the language and the ending. */
  readonly of: string
  readonly alt: string
  /** In CSS pixels. */
  readonly size: readonly [width: number, height: number]
}

/** A picture of the real thing, in the language shown, as `npm run screenshots` makes them (e2e/pictures). */
export function HelpPicture({ of, alt, size: [width, height] }: HelpPictureProps) {
  const language = useLanguage()
  return (
    <img
      className="help-picture"
      src={`/help-pictures/${of}-${language}.jpg`}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  )
}
