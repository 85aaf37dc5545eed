import type { Format } from '@withy/shared/api'
import type { FormatMaker, Formats } from './formats.ts'

/** Told of each copy of a sealed version before it leaves, with the mark that stands on it. */
export type Remember = (format: Format, made: string | Uint8Array, mark: string) => Promise<void>

/** The same formats, of which no copy of a sealed version leaves before it is remembered. */
export const rememberedFormats = (formats: Formats, remember: Remember): Formats =>
  Object.fromEntries(
    Object.entries(formats).map(([id, format]: [string, FormatMaker]): [string, FormatMaker] => [
      id,
      {
        ...format,
        async make(exported, asker, signal) {
          const made = await format.make(exported, asker, signal)
          if (exported.status.is === 'sealed') await remember(id as Format, made, exported.status.mark)
          return made
        },
      },
    ]),
  ) as Formats
